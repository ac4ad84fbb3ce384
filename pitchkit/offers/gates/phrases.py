"""What one's own words may not say in an offer, and what they had better not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pitchkit import wording
from pitchkit.claims import firmness, recognitions
from pitchkit.claims.firm_words import HEDGES
from pitchkit.claims.spans import widest
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
    # “Every group has two workers” is what one offers here, and no claim about people.
    firm = widest(claim for claim in firmness.claims(saying.text) if claim.strength != "absolute")
    claimed = [(claim.words, claim.start) for claim in firm]
    for words, start in claimed + _absolutes(saying.text, claimed):
        yield warning(saying.locate(start), "claim-too-firm", words=words, question=saying.question.id)


def _absolutes(text: str, claimed: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the words that promise every time, where no hedge stands beside them and no claim holds them already."""
    told = [range(start, start + len(words)) for words, start in claimed]
    found = [
        (hit.words, sentence.start + hit.start)
        for sentence in sentences(text)
        if not HEDGES.search(sentence.words)
        for hit in wording.find(wording.ABSOLUTES, sentence.words)
    ]
    return [one for one in found if not any(one[1] in claim for claim in told)]


def _recognitions(saying: Saying) -> Iterator[Diagnostic]:
    """Yield levels of recognition without the address of the database and the date, in the same text."""
    if wording.has_address_and_date(saying.text):
        return
    for level in widest(recognitions.levels(saying.text)):
        yield warning(saying.locate(level.start), "recognition-without-source", words=level.words, question=saying.question.id)


def _has_research(question: Question, library: Library) -> bool:
    chosen = [library.entry_by_id[choice.entry] for choice in question.entries]
    return any(entry.certainty == "onderbouwd" for entry in chosen)
