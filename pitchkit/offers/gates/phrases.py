"""What one's own words may not say in an offer, and what they had better not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pitchkit import wording
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.library import Library
from pitchkit.offers.gates.sayings import Saying
from pitchkit.offers.model import Question
from pitchkit.plain_language.sentences import sentences


def phrases(saying: Saying, library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with the words of one text, and what deserves a second look."""
    for hit in wording.find(wording.RESERVATIONS, saying.text):
        yield problem(saying.locate(hit.start), "reservation", words=hit.words, question=saying.question.id)
    if saying.is_promise:
        yield from _each(saying, wording.CONDITIONS, "condition-in-promise")
        yield from _each(saying, wording.VAGUE, "vague-promise")
    if saying.part == "promise" and not wording.has_figure(saying.text):
        yield warning(saying.locate(0), "promise-without-figure", question=saying.question.id)
    yield from _claims(saying, library)
    yield from _recognitions(saying)


def _each(saying: Saying, pattern: re.Pattern[str], code: str) -> Iterator[Diagnostic]:
    for hit in wording.find(pattern, saying.text):
        yield warning(saying.locate(hit.start), code, words=hit.words, question=saying.question.id)


def _claims(saying: Saying, library: Library) -> Iterator[Diagnostic]:
    """Yield claims that are firmer than the entries beside them: research may carry them, a practice document may not."""
    if _has_research(saying.question, library):
        return
    for sentence, hit in _in_sentences(saying, wording.CLAIMS, lambda words: not wording.HEDGES.search(words)):
        yield warning(saying.locate(sentence), "claim-too-firm", words=hit, question=saying.question.id)


def _recognitions(saying: Saying) -> Iterator[Diagnostic]:
    """Yield levels of recognition without the address of the database and the date, in the same text."""
    if wording.has_address_and_date(saying.text):
        return
    for hit in wording.find(wording.LEVELS, saying.text):
        yield warning(saying.locate(hit.start), "recognition-without-source", words=hit.words, question=saying.question.id)


def _in_sentences(saying: Saying, pattern: re.Pattern[str], counts: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    for sentence in sentences(saying.text):
        if counts(sentence.words):
            yield from ((sentence.start + hit.start, hit.words) for hit in wording.find(pattern, sentence.words))


def _has_research(question: Question, library: Library) -> bool:
    chosen = [library.entry_by_id[choice.entry] for choice in question.entries]
    return any(entry.certainty == "onderbouwd" for entry in chosen)
