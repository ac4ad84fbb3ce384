"""The entries that words were typed for, the best first, and what of them to show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pitchkit.library import Library
from pitchkit.model import Entry, WordGroup
from pitchkit.searching import index, reading
from pitchkit.searching.index import FIELDS, Field, FieldName, Spot
from pitchkit.searching.lookup import Lookup

_WEIGHTS: Final[Mapping[FieldName, float]] = MappingProxyType(
    {"title": 5, "id": 4, "keywords": 4, "short": 3, "text": 2, "themes": 2, "policy": 1, "sources": 1}
)
_AGAIN: Final = 0.15
"""What another field with the same word adds to the best one."""
_WHOLE_ID: Final = 1000.0
_PHRASE: Final = 100.0
"""What an entry gets more than any words can give it: for being named, for words that stand together in its title or id."""
_LEAST: Final = 0.15
"""An entry that fits less than this part of the best one was not meant."""


@dataclass(frozen=True, slots=True)
class Match:
    """A field of an entry in which words were found, which of the typed words, and where in its text."""

    field: Field
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: how many of the typed words it has, how well it fits, and in which fields, the best first."""

    entry: Entry
    words: int
    score: float
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a search; `taken_for` tells how misspelt words were read, `near` what looks like words that found nothing."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    taken_for: Mapping[str, tuple[str, ...]]
    near: Mapping[str, tuple[str, ...]]


def search(library: Library, entries: Sequence[Entry], typed: Iterable[str], audience: str = "") -> Found:
    """Return the entries in which words are found: those with most of the words first, then as well as they fit."""
    built = index.Index(index.fields_of(library, entries, audience))
    lookup = Lookup(built, (*library.thesaurus, *_names(library)))
    wanted = list(typed)
    words = _words(wanted)
    meanings = [lookup.meaning(word) for word in words]
    found: dict[str, dict[str, list[tuple[Spot, float]]]] = {}
    for meaning in meanings:
        for lemma, surety in meaning.ways.items():
            for spot in built.spots(lemma):
                found.setdefault(spot.field.entry_id, {}).setdefault(meaning.typed, []).append((spot, surety))
    rarity = {one.typed: _rarity(len(entries), sum(one.typed in words for words in found.values())) for one in meanings}
    whole = {"-".join(one.lower().split()) for one in (*wanted, " ".join(wanted))}
    phrased = _phrased(built, " ".join(wanted))
    hits = []
    for entry in entries:
        if entry.id in found:
            extra = _WHOLE_ID if entry.id in whole else _PHRASE if entry.id in phrased else 0.0
            hits.append(_hit(entry, found[entry.id], rarity, extra))
    least = _LEAST * max((hit.score for hit in hits if hit.score < _PHRASE), default=0.0)
    hits = [hit for hit in hits if hit.score >= least]
    hits.sort(key=lambda hit: (hit.score < _WHOLE_ID, -hit.words, -hit.score, -hit.entry.weight, hit.entry.id))
    near = {one.typed: lookup.near(one.typed) for one in meanings if not one.ways}
    return Found(tuple(words), tuple(hits), {one.typed: one.taken_for for one in meanings if one.taken_for}, near)


def _names(library: Library) -> Iterator[WordGroup]:
    """Yield the other names of the readers, as words for them."""
    for one in library.audiences:
        if one.aliases:
            yield WordGroup(id=one.id, asks=one.aliases, says=(one.id, one.label))


def _phrased(built: index.Index, typed: str) -> frozenset[str]:
    """Return the entries in whose title or id the typed words stand as they were typed, if there are more than one."""
    phrase = _folded(typed)
    if " " not in phrase:
        return frozenset()
    titles = (field for field in built.fields if field.name in ("title", "id"))
    return frozenset(field.entry_id for field in titles if f" {phrase} " in f" {_folded(field.text)} ")


def _folded(text: str) -> str:
    return " ".join(reading.fold(token.word) for token in reading.tokens(reading.plain(text)))


def _words(typed: Iterable[str]) -> list[str]:
    """Return the words that say something; the small ones only where nothing else was typed."""
    from pitchkit.offers.matching.common_words import SMALL

    every = list(dict.fromkeys(token.word for text in typed for token in reading.tokens(reading.plain(text))))
    return [word for word in every if word not in SMALL] or every


def _rarity(total: int, having: int) -> float:
    return math.log(1 + total / having) if having else 0.0


def _hit(entry: Entry, spots: Mapping[str, Sequence[tuple[Spot, float]]], rarity: Mapping[str, float], extra: float) -> Hit:
    score = extra
    worth: dict[Field, float] = {}
    for word, places in spots.items():
        values: dict[Field, float] = {}
        for spot, surety in places:
            values[spot.field] = max(values.get(spot.field, 0), surety * _WEIGHTS[spot.field.name])
        names = {field.name for field in values}
        score += rarity[word] * (max(values.values()) + _AGAIN * (len(names) - 1))
        for field, value in values.items():
            worth[field] = worth.get(field, 0) + rarity[word] * value
    ranked = sorted(worth, key=lambda field: (-worth[field], FIELDS.index(field.name), field.audience))
    return Hit(entry, len(spots), round(score, 3), tuple(_match(field, spots) for field in ranked))


def _match(field: Field, spots: Mapping[str, Sequence[tuple[Spot, float]]]) -> Match:
    here = [(word, spot.token) for word, places in spots.items() for spot, _ in places if spot.field == field]
    spans = sorted({(token.start, token.end) for _, token in here})
    return Match(field, tuple(dict.fromkeys(word for word, _ in here)), tuple(spans))
