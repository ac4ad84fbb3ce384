"""What somebody who types a word may mean: the words of the library that stand for it, and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pitchkit.model import WordGroup
from pitchkit.searching import reading
from pitchkit.searching.index import Index

_PART_OF: Final = 0.6
"""How surely a compound is meant by one who types a part of it."""
_PART: Final = 0.5
_KIN: Final = 0.4
_MISSPELT: Final = 0.8
_SHORTEST_PART: Final = 4
_SHORTEST_HEAD: Final = 3
_SAYS_ENOUGH: Final = 7
"""So many letters begin a compound even when what follows is no word of the library."""
_LINKS: Final = ("", "s", "en", "n", "e")
_SHORTEST_MISSPELT: Final = 4
_LONG: Final = 8
_TOO_COMMON: Final = 0.15
"""A part that stands in more of the entries than this says too little, beside one that says more."""
_FEW: Final = 0.01
"""A word that stands in a smaller part of the entries than this may have missed what was meant."""
_SHORTEST_PLURAL: Final = 6
_MOST_NEAR: Final = 5
_NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class Meaning:
    """A typed word, the lemmas of the library that stand for it with how surely, and the words it was taken for if misspelt."""

    typed: str
    ways: dict[str, float]
    taken_for: tuple[str, ...] = ()


class Lookup:
    """Looks typed words up among those of a library."""

    def __init__(self, index: Index, thesaurus: Iterable[WordGroup]) -> None:
        self._index = index
        self._groups = tuple(thesaurus)
        self._known = frozenset(index.lemmas)

    def meaning(self, typed: str) -> Meaning:
        """Return what a lowercase word stands for: itself, its compounds, its parts if these are rare; else kin or likeness."""
        exact = self._exact(typed)
        ways = dict.fromkeys(self._compounds(typed, exact), _PART_OF) | dict.fromkeys(exact, 1.0)
        if self._index.spread(*ways) < _FEW:
            ways = dict.fromkeys(self._parts(typed), _PART) | ways
        if not exact:
            ways = dict.fromkeys(self._kin(typed), _KIN) | ways
        if ways:
            return Meaning(typed, ways)
        meant = self._respelt(typed)
        lemmas = [lemma for form in meant for lemma in self._index.lemmas_of_form(form)]
        return Meaning(typed, dict.fromkeys(lemmas, _MISSPELT), tuple(map(self._index.written, meant)))

    def near(self, typed: str) -> tuple[str, ...]:
        """Return a few words of the library that look most like a word."""
        from rapidfuzz import fuzz, process

        found = process.extract(reading.fold(typed), self._readable(), scorer=fuzz.ratio, limit=_MOST_NEAR, score_cutoff=_NEAR)
        return tuple(self._index.written(form) for form, _, _ in sorted(found, key=lambda one: (-one[1], one[0])))

    def _readable(self) -> Sequence[str]:
        return [form for form in self._index.forms if len(form) >= _SHORTEST_MISSPELT and form.isalpha()]

    def _exact(self, typed: str) -> tuple[str, ...]:
        lemma = self._index.lemma(typed)
        forms = (reading.fold(typed), reading.fold(lemma))
        same = next((found for form in forms if (found := self._index.lemmas_of_form(form))), ())
        numbers = (found for form in forms for other in _numbers(form) for found in self._index.lemmas_of_form(other))
        return tuple(dict.fromkeys((*same, *numbers))) or self._by_ending(typed)

    def _by_ending(self, typed: str) -> tuple[str, ...]:
        """Return what a compound is in a dictionary that has only its last word: ervaringsverhalen, by verhalen."""
        for cut in range(_SHORTEST_HEAD, len(typed) - _SHORTEST_PART + 1):
            same = self._index.lemmas_of_form(reading.fold(typed[:cut] + self._index.lemma(typed[cut:])))
            if same:
                return same
        return ()

    def _compounds(self, typed: str, exact: Sequence[str]) -> Iterator[str]:
        forms = sorted({reading.fold(typed), *map(reading.fold, exact)})
        parts = [form for form in forms if len(form) >= _SHORTEST_PART]
        for lemma in self._index.lemmas:
            word = reading.fold(lemma)
            if any(part != word and (self._begins(word, part) or self._ends(word, part)) for part in parts):
                yield lemma

    def _begins(self, word: str, part: str) -> bool:
        if not word.startswith(part):
            return False
        rests = (word[len(part) + len(link) :] for link in _LINKS if word.startswith(part + link))
        return len(part) >= _SAYS_ENOUGH or any(len(rest) >= _SHORTEST_PART and rest in self._known for rest in rests)

    def _ends(self, word: str, part: str) -> bool:
        if not word.endswith(part):
            return False
        head = word.removesuffix(part)
        heads = (head.removesuffix(link) for link in _LINKS if head.endswith(link))
        return any(len(one) >= _SHORTEST_HEAD and one in self._known for one in heads)

    def _parts(self, typed: str) -> tuple[str, ...]:
        from pitchkit.offers.matching.compounds import Splitter

        parts = tuple(part for part in Splitter(self._known).parts(self._index.lemma(typed)) if part in self._known)
        telling = tuple(part for part in parts if self._index.spread(part) <= _TOO_COMMON)
        return telling or parts

    def _kin(self, typed: str) -> Iterator[str]:
        """Yield the words that the thesaurus groups with a word."""
        own = self._index.lemma(typed)
        for group in self._groups:
            words = (*group.asks, *group.says)
            single = [word.lower() for word in words if " " not in word]
            if typed in single or own in single:
                yield from (lemma for word in single if (lemma := self._index.lemma(word)) in self._known)

    def _respelt(self, typed: str) -> list[str]:
        from rapidfuzz.distance import OSA

        form = reading.fold(typed)
        if len(form) < _SHORTEST_MISSPELT or not form.isalpha():
            return []
        most = 2 if len(form) >= _LONG else 1
        distances = {other: OSA.distance(form, other, score_cutoff=most) for other in self._readable()}
        least = min(distances.values(), default=most + 1)
        if least > most:
            return []
        counted = Counter(
            {other: sum(len(self._index.spots(one)) for one in self._index.lemmas_of_form(other)) for other in distances}
        )
        nearest = [other for other, distance in distances.items() if distance == least]
        # Who mistypes a word seldom mistypes its first letter.
        return sorted(nearest, key=lambda other: (other[0] != form[0], -counted[other], other))[:1]


def _numbers(form: str) -> Iterator[str]:
    """Yield the plural and the singular that a word could have: no dictionary has all compounds."""
    if len(form) >= _SHORTEST_PLURAL:
        yield from (f"{form}s", f"{form}en", f"{form}{form[-1]}en")
    bare = form.removesuffix("en")
    endings = (form.removesuffix("s"), bare, bare[:-1] if bare[-1:] == bare[-2:-1] else bare)
    yield from (one for one in endings if one != form and len(one) >= _SHORTEST_PLURAL)
