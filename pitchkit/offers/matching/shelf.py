"""The entries of a library, read once so that questions can be held against them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from pitchkit.library import Library
from pitchkit.model import Entry, PolicyFrame, Theme
from pitchkit.offers.matching import words
from pitchkit.offers.matching.compounds import Lookalikes, Splitter
from pitchkit.offers.matching.thesaurus import Hit, Phrase, Thesaurus
from pitchkit.offers.matching.words import Word

Key = TypeVar("Key", str, Phrase)

_PART: Final = 0.5
"""What a word counts that stands in an entry as part of a compound."""
_HALF_FULL: Final = 1.0
"""How many of the rarest words make a group count for half; more words of the same group add less and less."""


@dataclass(frozen=True, slots=True)
class Book:
    """An entry as it is searched: how often each lemma stands in it, how it is written there, and what the thesaurus finds."""

    entry: Entry
    counts: Mapping[str, float]
    shown: Mapping[str, str]
    hits: Mapping[tuple[Phrase, str], Hit]
    length: float


@dataclass(frozen=True, slots=True)
class Census:
    """In how many of so many entries something is: a word, a phrase of the thesaurus, a group of it, a theme or aim."""

    size: int
    words: Mapping[str, float]
    phrases: Mapping[Phrase, float]
    groups: Mapping[str, float]
    tags: Mapping[str, float]

    def rarity(self, count: float) -> float:
        """Return how much it says that so many entries have something: the fewer, the more."""
        return math.log(1 + (self.size - count + 0.5) / (count + 0.5))

    @property
    def rarest(self) -> float:
        """What it says when just one entry has something."""
        return self.rarity(1)

    def fullness(self, worth: float) -> float:
        """Return how far words of this worth together fill a group, from 0 to 1."""
        return worth / (worth + _HALF_FULL * self.rarest)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries with what is rare among them and what is not."""

    books: tuple[Book, ...]
    census: Census
    thesaurus: Thesaurus
    splitter: Splitter
    lookalikes: Lookalikes
    themes: Mapping[str, Theme]
    policies: Mapping[str, PolicyFrame]
    mean_length: float
    by_id: Mapping[str, Book] = field(repr=False)

    def worth(self, phrase: Phrase) -> float:
        """Return what a word or phrase of the thesaurus says of an entry: much if it is rare, less if many groups have it."""
        return _worth(phrase, self.census, self.thesaurus)

    def likeness(self, one: Entry, other: Entry) -> float:
        """Return how much two entries say in the same words, from 0 to 1."""
        first, second = self.by_id[one.id].counts, self.by_id[other.id].counts
        shared = sum(self._square(word) for word in first if word in second)
        sizes = sum(map(self._square, first)) * sum(map(self._square, second))
        return shared / math.sqrt(sizes) if sizes else 0.0

    def _square(self, word: str) -> float:
        return self.census.rarity(self.census.words[word]) ** 2


def stock(library: Library, entries: Iterable[Entry], audience: str) -> Shelf:
    """Return a shelf with these entries in the wording for an audience."""
    chosen = sorted(entries, key=lambda entry: entry.id)
    thesaurus = Thesaurus(library.thesaurus)
    texts = {entry.id: words.read(_text(entry, audience)) for entry in chosen}
    vocabulary = {word.lemma for text in texts.values() for word in text if words.says_something(word)}
    splitter = Splitter(frozenset(vocabulary | set(thesaurus.vocabulary)))
    books = tuple(_book(entry, texts[entry.id], thesaurus, splitter) for entry in chosen)
    census = _census(books, thesaurus)
    return Shelf(
        books=books,
        census=census,
        thesaurus=thesaurus,
        splitter=splitter,
        lookalikes=Lookalikes(census.words),
        themes=library.theme_by_id,
        policies=library.policy_by_id,
        mean_length=sum(book.length for book in books) / len(books) if books else 0,
        by_id={book.entry.id: book for book in books},
    )


def tags_of(entry: Entry) -> tuple[str, ...]:
    """Return the themes and aims of an entry under one kind of name."""
    return (*(f"theme:{one}" for one in entry.themes), *(f"aim:{one}" for one in entry.policy))


def _worth(phrase: Phrase, census: Census, thesaurus: Thesaurus) -> float:
    return census.rarity(census.phrases.get(phrase, 0)) * thesaurus.telling(phrase)


def _census(books: Sequence[Book], thesaurus: Thesaurus) -> Census:
    of_words = _counted(book.counts for book in books)
    of_phrases = _counted({phrase for phrase, _group in book.hits} for book in books)
    of_tags = _counted(tags_of(book.entry) for book in books)
    census = Census(len(books), of_words, of_phrases, {}, of_tags)
    groups: dict[str, float] = {}
    for book in books:
        worths: dict[str, float] = {}
        for (phrase, group), hit in book.hits.items():
            worths[group] = worths.get(group, 0) + hit.surety * _worth(phrase, census, thesaurus)
        for group, worth in worths.items():
            groups[group] = groups.get(group, 0) + census.fullness(worth)
    return Census(len(books), of_words, of_phrases, groups, of_tags)


def _counted(books: Iterable[Iterable[Key]]) -> dict[Key, float]:
    counts: dict[Key, float] = {}
    for keys in books:
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return counts


def _text(entry: Entry, audience: str) -> str:
    wording = entry.wording(audience)
    short = () if wording.short == wording.text else (wording.short,)
    return "\n".join((wording.title, wording.text, *short, *entry.keywords))


def _book(entry: Entry, text: Sequence[Word], thesaurus: Thesaurus, splitter: Splitter) -> Book:
    counts: dict[str, float] = {}
    shown: dict[str, str] = {}
    for word in text:
        if not words.says_something(word):
            continue
        for lemma, weight in ((word.lemma, 1.0), *((part, _PART) for part in splitter.parts(word.lemma))):
            counts[lemma] = counts.get(lemma, 0) + weight
            shown.setdefault(lemma, word.shown)
    hits: dict[tuple[Phrase, str], Hit] = {}
    for hit in thesaurus.in_entry(text, splitter):
        key = (hit.term.phrase, hit.term.group)
        if key not in hits or hit.surety > hits[key].surety:
            hits[key] = hit
    return Book(entry, counts, shown, hits, sum(counts.values()))
