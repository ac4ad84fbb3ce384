"""A text as words: as they were written, and as the lemma by which two forms of a word are the same. The door to simplemma."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import simplemma

from pitchkit.offers.matching.common_words import OF_EVERY_TENDER, PARTICLES, SMALL

_PIECES: Final = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*|[.!?:;\n]")
_BREAKS: Final = frozenset(".!?:;\n")
_LOOKUP: Final = re.compile(r"\{\{.*?\}\}")
_LOOSE_WITHIN: Final = 6
_OWN_LEMMAS: Final = {
    "alleen": "alleen",
    "naam": "naam",
    "naast": "naast",
    "naaste": "naaste",
    "naasten": "naaste",
    "namen": "naam",
    "ouder": "ouder",
    "ouders": "ouder",
}
"""Words that simplemma takes for a form of another one: alle, nemen, naast, oud."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and its lemma; between two sentences stands one whose lemma is empty."""

    shown: str
    lemma: str


def read(text: str) -> tuple[Word, ...]:
    """Return the words of a text, with a break between its sentences; values that are looked up are left out."""
    plain = unicodedata.normalize("NFC", _LOOKUP.sub(" ", text)).replace("\u00ad", "").replace("\u00a0", " ").replace("’", "'")
    return tuple(Word("", "") if piece in _BREAKS else Word(piece, lemma(piece.lower())) for piece in _PIECES.findall(plain))


@cache
def lemma(word: str) -> str:
    """Return the form of a lowercase word that stands in a dictionary."""
    # simplemma goes on from some lemmas (deelnemers, deelnemer, deelneemster) and round with others (kost, kosten).
    seen = [word]
    while seen[-1] not in _OWN_LEMMAS:
        # It marks the seam of a verb that comes apart: door_gaan.
        form = simplemma.lemmatize(seen[-1], lang="nl").lower().replace("_", "")
        if form in seen:
            return min(seen[seen.index(form) :])
        seen.append(form)
    return _OWN_LEMMAS[seen[-1]]


def says_something(word: Word) -> bool:
    """Return whether a word is more than one of the small words that hold a sentence together."""
    return bool(word.lemma) and word.shown.lower() not in SMALL and word.lemma not in SMALL


def asks_something(word: Word) -> bool:
    """Return whether a word of a question is more than a small word, and none that every tender uses."""
    return says_something(word) and word.lemma not in _every_tender() and word.shown.lower() not in OF_EVERY_TENDER


@cache
def _every_tender() -> frozenset[str]:
    return frozenset(lemma(word) for word in OF_EVERY_TENDER)


def joined_verbs(words: Sequence[Word], at: int, known: Collection[str]) -> Iterator[str]:
    """Yield the known verbs that a verb at a place makes with the parts that came loose from it: denken ... mee."""
    verb = words[at].lemma
    if not verb.endswith("n"):
        return
    for word in words[at + 1 : at + 1 + _LOOSE_WITHIN]:
        if not word.lemma:
            return
        if word.lemma in PARTICLES and word.lemma + verb in known:
            yield word.lemma + verb
