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


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a list as they stand in a text, at which character, and the phrase of the list that they are."""

    words: str
    start: int
    phrase: str


class PhraseList:
    """Finds the words and phrases of a list in texts; where two fit, the longer counts."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            parts = tuple(_plain(word) for word in words(phrase))
            if parts:
                self._by_first.setdefault(parts[0], []).append((parts, phrase))
        for found in self._by_first.values():
            found.sort(key=lambda one: (-len(one[0]), one))

    def find(self, text: str) -> Iterator[Term]:
        """Yield the words and phrases of the list that a text has, in order."""
        there = words(text)
        plain = tuple(_plain(word) for word in there)
        at = 0
        while at < len(there):
            found = self._at(plain, at)
            if found is None:
                at += 1
                continue
            parts, phrase = found
            last = there[at + len(parts) - 1]
            end = last.start + len(last.text)
            yield Term(" ".join(text[there[at].start : end].split()), there[at].start, phrase)
            at += len(parts)

    def _at(self, plain: tuple[str, ...], at: int) -> tuple[tuple[str, ...], str] | None:
        for parts, phrase in self._by_first.get(plain[at], ()):
            if plain[at : at + len(parts)] == parts:
                return parts, phrase
        return None


def is_explained(text: str, term: Term) -> bool:
    """Return whether a text says what a term in it means, right after it or right before."""
    after = text[term.start + len(term.words) :]
    return bool(_EXPLAINED_AFTER.match(after) or _EXPLAINED_BEFORE.search(text[max(0, term.start - _BEFORE) : term.start]))


def _plain(word: Word) -> str:
    return word.text.lower().replace("’", "'")
