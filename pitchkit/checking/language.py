"""Language for each reader: what makes a text hard for them, in which words, and what to write instead.

What is told is an indication within the limits that the library sets; it never says what level a text has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pitchkit.checking import sound
from pitchkit.checking.readers import Reader, Readers
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.plain_language.address import Address, addresses
from pitchkit.plain_language.jargon import Term, is_explained
from pitchkit.plain_language.limits import NAMES, is_over
from pitchkit.plain_language.measures import Reading, long_words, rare_words, read
from pitchkit.plain_language.sentences import Word
from pitchkit.suggesting import suggest

_FEWEST_WORDS: Final = 25
_FEWEST_SENTENCES: Final = 5
_FEWEST_FOR_MEAN: Final = 3
_SHOWN_WORDS: Final = 6


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what makes texts hard to read for who reads them, and limits in the settings that do not exist."""
    yield from _unknown_limits(subject)
    if not subject.library.settings.language.startswith("nl"):
        return
    readers = Readers(subject)
    yield from sound.in_passages(subject, "language", lambda passage: _in_passage(passage, readers))


def _in_passage(passage: Passage, readers: Readers) -> Iterator[Diagnostic]:
    if those := readers.of(passage):
        reading = read(passage.text)
        terms = tuple(readers.phrases.find(reading.text))
        yield from _sentences(passage, reading, those)
        yield from _words(passage, reading, those, readers)
        yield from _jargon(passage, reading, those, readers, terms)
        yield from _passives(passage, reading, those)
        yield from _address(passage, reading, those, readers, terms)


def _unknown_limits(subject: Subject) -> Iterator[Diagnostic]:
    for audience, limits in subject.settings.language.items():
        for name in limits:
            if name not in NAMES:
                where = subject.library.locate_setting("checks", "language", audience, name)
                yield problem(where, "limit-unknown", word=name, suggestion=suggest(name, NAMES), choices=", ".join(NAMES))


def _sentences(passage: Passage, reading: Reading, readers: Sequence[Reader]) -> Iterator[Diagnostic]:
    reader = min(readers, key=lambda one: one.limits.longest_sentence)
    limit = reader.limits.longest_sentence
    for sentence, words in reading.sentences:
        if len(words) > limit:
            begin = _begin(sentence.words)
            yield _warn(passage, sentence.start, "sentence-long", reader, count=len(words), limit=limit, begin=begin)
    others = [len(words) for _, words in reading.sentences if len(words) <= limit]
    reader = min(readers, key=lambda one: one.limits.mean_sentence)
    limit = reader.limits.mean_sentence
    # One sentence that is told already does not make all of them long.
    if len(reading.sentences) >= _FEWEST_FOR_MEAN and sum(others) > limit * len(others):
        longest, _ = max(reading.sentences, key=lambda one: len(one[1]))
        values = {"mean": f"{reading.mean_sentence:.1f}", "limit": limit, "begin": _begin(longest.words)}
        yield _warn(passage, longest.start, "sentences-long", reader, **values)


def _words(passage: Passage, reading: Reading, readers: tuple[Reader, ...], library: Readers) -> Iterator[Diagnostic]:
    total = len(reading.words)
    rare = rare_words(reading, library.known_to(readers))
    reader = min(readers, key=lambda one: one.limits.rare_words)
    if is_over(len(rare), total, reader.limits.rare_words, _FEWEST_WORDS):
        yield _warn(passage, rare[0].start, "rare-words", reader, count=len(rare), total=total, words=_named(rare))
    long = long_words(reading)
    reader = min(readers, key=lambda one: one.limits.long_words)
    if is_over(len(long), total, reader.limits.long_words, _FEWEST_WORDS):
        yield _warn(passage, long[0].start, "long-words", reader, count=len(long), total=total, words=_named(long))


def _jargon(
    passage: Passage, reading: Reading, readers: Sequence[Reader], library: Readers, terms: Sequence[Term]
) -> Iterator[Diagnostic]:
    if passage.entry.kind == "definition":
        return  # it is there to explain a word
    told: set[str] = set()
    for term in terms:
        word = library.jargon[term.phrase]
        reader = next((one for one in readers if one.stumbles_over(word)), None)
        if reader is None or word.id in told or _is_name(term, reading) or is_explained(reading.text, term):
            continue
        told.add(word.id)
        if word.instead:
            yield _warn(passage, term.start, "jargon", reader, word=term.words, instead=word.instead)
        else:
            yield _warn(passage, term.start, "jargon-unexplained", reader, word=term.words, explanation=word.explanation)


def _passives(passage: Passage, reading: Reading, readers: Sequence[Reader]) -> Iterator[Diagnostic]:
    found, total = reading.passives, len(reading.sentences)
    reader = min(readers, key=lambda one: one.limits.passives)
    if is_over(len(found), total, reader.limits.passives, _FEWEST_SENTENCES):
        words = ", ".join(f"“{one.words}”" for hidden in found for one in hidden)
        yield _warn(passage, found[0][0].start, "passive", reader, count=len(found), total=total, words=words)


def _address(
    passage: Passage, reading: Reading, readers: Sequence[Reader], library: Readers, terms: Sequence[Term]
) -> Iterator[Diagnostic]:
    if passage.entry.kind == "objection" and passage.steps[-1] == "title":
        return  # it is what somebody says
    terms = [one for one in terms if not library.jargon[one.phrase].instead]
    first: dict[str, Address] = {}
    for one in addresses(reading.text):
        if not any(term.start <= one.start < term.end for term in terms):
            first.setdefault(one.form, one)
    if len(first) > 1:
        later = max(first.values(), key=lambda one: one.start)
        yield warning(passage.locate(later.start), "address-mixed", je=first["je"].word, u=first["u"].word)
        return
    for form, one in first.items():
        reader = next((each for each in readers if each.address != form), None)
        if reader:
            yield _warn(passage, one.start, "address-other", reader, word=one.word, address=reader.address)


def _warn(passage: Passage, start: int, code: str, reader: Reader, **values: object) -> Diagnostic:
    return warning(passage.locate(start), code, audience=reader.label or "groepswerker", **values)


def _is_name(term: Term, reading: Reading) -> bool:
    """Return whether words of the list are a name where they stand, such as that of a law or an agreement."""
    if not term.words[0].isupper() or term.phrase[0].isupper():
        return False
    begins = any(sentence.start == term.start for sentence, _ in reading.sentences)
    after = reading.text[term.end :].lstrip()
    return not begins or after[:1].isupper()


def _begin(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _named(words: Sequence[Word]) -> str:
    return ", ".join(dict.fromkeys(word.text for word in words))
