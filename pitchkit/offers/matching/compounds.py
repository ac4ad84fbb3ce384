"""Compounds taken apart into words that are known, and words that look alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from pitchkit.offers.matching.common_words import PARTICLES, SMALL
from pitchkit.offers.matching.words import lemma

_SHORTEST_PART: Final = 4
_LINKS: Final = ("", "s", "en", "n", "e")
_GRAM: Final = 4
_ALIKE: Final = 0.7
_WITHIN: Final = 0.8


@dataclass(slots=True)
class Splitter:
    """Takes compounds apart into two words of a vocabulary: wachtlijstbeheer is wachtlijst and beheer."""

    known: Collection[str]
    _parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the lemmas that a lemma is made of, or nothing where it is not a compound of known words."""
        if word not in self._parts:
            self._parts[word] = self._pieces(word) if "-" in word else self._halves(word)
        return self._parts[word]

    def _pieces(self, word: str) -> tuple[str, ...]:
        return tuple(lemma(piece) for piece in word.split("-") if len(piece) >= _SHORTEST_PART)

    def _halves(self, word: str) -> tuple[str, ...]:
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            last = next((one for one in (word[cut:], lemma(word[cut:])) if one in self.known), None)
            first = self._first(word[:cut]) if last else None
            if first and last:
                return (first, last)
        return ()

    def _first(self, piece: str) -> str | None:
        bare = (piece.removesuffix(link) for link in _LINKS if piece.endswith(link))
        parts = (part for part in bare if len(part) >= _SHORTEST_PART and part not in PARTICLES and part not in SMALL)
        return next((one for part in parts for one in (part, lemma(part)) if one in self.known), None)


class Lookalikes:
    """Finds words of a vocabulary by the runs of four letters that they share."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._grams = {word: _grams(word) for word in sorted(vocabulary) if len(word) > _GRAM}
        self._words: dict[str, list[str]] = {}
        for word, grams in self._grams.items():
            for gram in sorted(grams):
                self._words.setdefault(gram, []).append(word)
        self._found: dict[str, dict[str, float]] = {}

    def of(self, word: str) -> dict[str, float]:
        """Return the other words that look like a word, with how much, from 0 to 1."""
        if word not in self._found:
            self._found[word] = self._search(word) if len(word) > _GRAM else {}
        return self._found[word]

    def _search(self, word: str) -> dict[str, float]:
        own = _grams(word)
        shared: dict[str, int] = {}
        for gram in sorted(own):
            for other in self._words.get(gram, ()):
                shared[other] = shared.get(other, 0) + 1
        found = {other: self._likeness(own, other, count) for other, count in shared.items() if other != word}
        return {other: likeness for other, likeness in found.items() if likeness >= _ALIKE}

    def _likeness(self, own: frozenset[str], other: str, count: int) -> float:
        sizes = (len(own), len(self._grams[other]))
        whole = 2 * count / sum(sizes)
        within = count / min(sizes) if min(sizes) > 1 else 0.0
        return max(whole, _WITHIN * within)


def _grams(word: str) -> frozenset[str]:
    return frozenset(word[start : start + _GRAM] for start in range(len(word) - _GRAM + 1))
