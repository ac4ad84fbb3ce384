"""Words of a list, found in a text: official language, and words of a trade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.plain_language.sentences import Word, words

_EXPLAINED_AFTER: Final = re.compile(
    r"[”’\"'*_]*(?:\s*\(|:\s"
    r"|[,.;]?\s+(?:(?:dat|dit) (?:is|zijn|wil zeggen|betekent)|(?:dat|zo) (?:heet|heten|noemen)|oftewel|ofwel)\b)",
    re.IGNORECASE,
)
_EXPLAINED_BEFORE: Final = re.compile(
    r"(?:\(|\b(?:noem(?:en|t)?(?: (?:we|wij|je|ze))?|heet|heten)(?: (?:dat|dit|ook|ook wel|wel))?(?: (?:een|de|het))?"
    r"\s*[“‘\"'*_]*)$",
    re.IGNORECASE,
)
_BEFORE: Final = 40
_GAP: Final = "…"
_WIDEST_GAP: Final = 8
_CLAUSE_END: Final = re.compile(r"[.,;:!?()]|\n\s*\n")
_OTHER_CLAUSE: Final = frozenset({"om", "als", "tot", "die", "dat"})
_TO: Final = "te"


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a list as they stand in a text, from which character to which, and the phrase of the list that they are."""

    words: str
    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a list; `rest` comes at some distance where the list has … between them: dient … te."""

    text: str
    parts: tuple[str, ...]
    rest: tuple[str, ...]


class PhraseList:
    """Finds the words and phrases of a list in texts; where two fit, the longer counts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for text in phrases:
            parts, rest = (tuple(_plain(word) for word in words(half)) for half in text.partition(_GAP)[::2])
            if parts:
                self._by_first.setdefault(parts[0], []).append(_Phrase(text, parts, rest))
        for found in self._by_first.values():
            found.sort(key=lambda one: (-len(one.parts), one.parts, one.rest))

    def find(self, text: str) -> Iterator[Term]:
        """Yield the words and phrases of the list that a text has, in order."""
        there = words(text)
        plain = tuple(_plain(word) for word in there)
        at = 0
        while at < len(there):
            term, length = next(self._at(text, there, plain, at), (None, 1))
            if term:
                yield term
            at += length

    def _at(self, text: str, there: tuple[Word, ...], plain: tuple[str, ...], at: int) -> Iterator[tuple[Term, int]]:
        """Yield what begins at a word, and how many words of the text are told with it."""
        for phrase in self._by_first.get(plain[at], ()):
            end = at + len(phrase.parts)
            if plain[at:end] != phrase.parts:
                continue
            start, last = there[at].start, there[end - 1].end
            said = " ".join(text[start:last].split())
            if not phrase.rest:
                yield Term(said, start, last, phrase.text), len(phrase.parts)
            elif (after := _rest(phrase, text, there, plain, end)) is not None:
                gap = f" {_GAP} " if after > end else " "
                rest = text[there[after].start : there[after + len(phrase.rest) - 1].end]
                yield Term(f"{said}{gap}{rest}", start, last, phrase.text), len(phrase.parts)


def _rest(phrase: _Phrase, text: str, there: tuple[Word, ...], plain: tuple[str, ...], end: int) -> int | None:
    """Return at which word the rest of a phrase begins, in the same clause; a verb after *te* or with *om* is another one."""
    before = end - len(phrase.parts) - 1
    if before >= 0 and plain[before] == _TO:
        return None
    for at in range(end, min(len(there), end + _WIDEST_GAP + 1)):
        if plain[at] in _OTHER_CLAUSE or _CLAUSE_END.search(text, there[at - 1].end, there[at].start):
            return None
        if plain[at : at + len(phrase.rest)] == phrase.rest:
            return at
    return None


def is_explained(text: str, term: Term) -> bool:
    """Return whether a text says what a term in it means, right after it or right before."""
    before = text[max(0, term.start - _BEFORE) : term.start]
    return bool(_EXPLAINED_AFTER.match(text, term.end) or _EXPLAINED_BEFORE.search(before))


def _plain(word: Word) -> str:
    return word.text.lower().replace("’", "'")
