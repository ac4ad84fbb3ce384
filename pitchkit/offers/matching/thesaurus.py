"""The thesaurus at work: which groups of words a text touches, and with which of its words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pitchkit.model import WordGroup
from pitchkit.offers.matching import words
from pitchkit.offers.matching.compounds import Lookalikes, Splitter
from pitchkit.offers.matching.words import Word

Side = Literal["asks", "says"]
Phrase = tuple[str, ...]

_SHARED: Final = 0.6
_PART: Final = 0.5
"""What a word counts that was found as part of a compound."""
_JOINED: Final = 0.8
"""What a verb counts whose parts stand apart."""
_ALIKE: Final = 0.75
"""How much a word of a question must look like one of the thesaurus to stand for it: laaggeletterden and laaggeletterd."""
_KIN: Final = 5.0
"""Groups that share a fifth of their words are as near as can be."""
_MOST_KIN: Final = 5
_BETWEEN: Final = 1
"""How many words may stand between two words of a phrase in an entry."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the thesaurus, by lemma: the group it belongs to, and on which side of it."""

    phrase: Phrase
    group: str
    side: Side


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text: the words as written there, at which place, and how surely, from 0 to 1."""

    term: Term
    shown: str
    at: int
    surety: float

    @property
    def places(self) -> range:
        """The places of its words, for a term that stands together."""
        return range(self.at, self.at + len(self.term.phrase))


class Thesaurus:
    """The groups of a library, ready to look words up in."""

    def __init__(self, groups: Iterable[WordGroup]) -> None:
        self._terms: dict[str, list[Term]] = {}
        for group in groups:
            for term in _terms_of(group):
                self._terms.setdefault(term.phrase[0], []).append(term)
        self._groups_with = Counter(phrase for phrase, _group in self._pairs())
        self._kin = self._find_kin()
        self._lookalikes = Lookalikes(
            start for start, terms in self._terms.items() if any(len(term.phrase) == 1 for term in terms)
        )

    def _pairs(self) -> set[tuple[Phrase, str]]:
        return {(term.phrase, term.group) for terms in self._terms.values() for term in terms}

    @property
    def vocabulary(self) -> Collection[str]:
        """Every lemma in it."""
        return {word for terms in self._terms.values() for term in terms for word in term.phrase}

    def telling(self, phrase: Phrase) -> float:
        """Return how much a word or phrase says, from 0 to 1: less as it stands in more groups."""
        return float(self._groups_with[phrase] ** -_SHARED)

    def kin(self, group: str) -> tuple[tuple[str, float], ...]:
        """Return the groups that share most words with a group, with how near they are, from 0 to 1."""
        return self._kin.get(group, ())

    def _find_kin(self) -> dict[str, tuple[tuple[str, float], ...]]:
        phrases: dict[str, set[Phrase]] = {}
        for phrase, group in sorted(self._pairs()):
            phrases.setdefault(group, set()).add(phrase)
        return {group: tuple(self._nearest(group, phrases)) for group in phrases}

    def _nearest(self, group: str, phrases: Mapping[str, set[Phrase]]) -> list[tuple[str, float]]:
        own = phrases[group]
        near: list[tuple[str, float]] = []
        for other, theirs in phrases.items():
            shared = sum(self.telling(phrase) for phrase in sorted(own & theirs)) if other != group else 0
            if shared:
                near.append((other, min(1.0, _KIN * shared / math.sqrt(len(own) * len(theirs)))))
        return sorted(near, key=lambda pair: (-pair[1], pair[0]))[:_MOST_KIN]

    def in_question(self, text: Sequence[Word], splitter: Splitter) -> list[Hit]:
        """Return what stands in a question word for word, and the parts of compounds that do not stand there whole."""
        hits = [
            Hit(term, " ".join(word.shown for word in text[at : at + len(term.phrase)]), at, 1.0)
            for at, word in enumerate(text)
            for term in self._terms.get(word.lemma, ())
            if tuple(one.lemma for one in text[at : at + len(term.phrase)]) == term.phrase
        ]
        taken = {place for hit in hits for place in hit.places}
        for at, word in enumerate(text):
            if at not in taken and word.lemma:
                hits += [
                    Hit(term, word.shown, at, surety)
                    for near, surety in self._near(word.lemma, splitter)
                    for term in self._terms.get(near, ())
                    if len(term.phrase) == 1
                ]
        return hits

    def _near(self, word: str, splitter: Splitter) -> list[tuple[str, float]]:
        """Return what stands for a word of a question that is not in here: what looks most like it, and its parts."""
        alike = self._lookalikes.of(word)
        best = max(alike, key=lambda other: (alike[other], other), default="")
        near = [(best, alike[best])] if best and alike[best] >= _ALIKE else []
        return near + [(part, _PART) for part in splitter.parts(word)]

    def in_entry(self, text: Sequence[Word], splitter: Splitter) -> Iterator[Hit]:
        """Yield what stands in an entry, also with a word in between, as part of a compound, or as a verb that came apart."""
        for at in range(len(text)):
            for start, surety in self._starts(text, at, splitter):
                for term in self._terms.get(start, ()):
                    places = _places(text, at, term.phrase)
                    if places:
                        yield Hit(term, " ".join(text[place].shown for place in places), at, surety)

    def _starts(self, text: Sequence[Word], at: int, splitter: Splitter) -> Iterator[tuple[str, float]]:
        own = text[at].lemma
        yield own, 1.0
        if own not in self._terms:
            yield from ((part, _PART) for part in splitter.parts(own))
        yield from ((verb, _JOINED) for verb in words.joined_verbs(text, at, self._terms))


def _terms_of(group: WordGroup) -> Iterator[Term]:
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (("asks", group.asks), ("says", group.says))
    for side, phrases in sides:
        for written in phrases:
            phrase = tuple(word.lemma for word in words.read(written) if word.lemma)
            if phrase:
                yield Term(phrase, group.id, side)


def _places(text: Sequence[Word], at: int, phrase: Phrase) -> tuple[int, ...]:
    places = [at]
    for wanted in phrase[1:]:
        found = _next(text, places[-1] + 1, wanted)
        if found is None:
            return ()
        places.append(found)
    return tuple(places)


def _next(text: Sequence[Word], start: int, wanted: str) -> int | None:
    for place in range(start, min(len(text), start + 1 + _BETWEEN)):
        if text[place].lemma == wanted:
            return place
        if not text[place].lemma:
            return None
    return None
