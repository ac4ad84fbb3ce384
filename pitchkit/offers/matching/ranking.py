"""A question held against a shelf: which entries answer it, how well, and by what one can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import pstdev
from types import MappingProxyType
from typing import Final, Literal

from pitchkit.model import Entry
from pitchkit.offers.matching import shelf as shelves
from pitchkit.offers.matching import words
from pitchkit.offers.matching.shelf import Book, Shelf
from pitchkit.offers.matching.thesaurus import Hit
from pitchkit.offers.matching.words import Word

SignKind = Literal["word", "alike", "thesaurus", "theme", "aim", "meaning"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the question, the criterion that it belongs to, and the themes and aims that somebody gave it."""

    text: str
    context: str = ""
    themes: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing by which one can tell that an entry answers a question: words of both; of a theme or aim, `said` is its label."""

    kind: SignKind
    asked: str
    said: str
    worth: float


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that may answer a question: `score` from 0 to 100, and the signs, the strongest first.

    `total` is the worth of the signs together, by which entries are ranked.
    """

    entry: Entry
    total: float
    score: int
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts beside a whole group of the thesaurus; found on the half of the questions meant for that."""

    word: float = 0.2
    alike: float = 0.2
    says: float = 0.4
    inside_phrase: float = 0.3
    part: float = 0.5
    kin: float = 0.6
    context: float = 0.3
    tag: float = 0.5
    given: float = 1.0
    meaning: float = 0.5
    half: float = 0.67


WEIGHTS: Final = Weights()

_MANY_WORDS: Final = 4
"""A question with fewer words that ask something is answered by less."""
_FREQUENT: Final = 1.2
_LONG: Final = 0.4


@dataclass(frozen=True, slots=True)
class _Query:
    """What a question asks, each with the word of the question that says so.

    `size` is how many of its words ask something, `known` the share of those that we know.
    """

    words: Mapping[str, tuple[str, float]]
    groups: Mapping[str, tuple[str, float]]
    tags: Mapping[str, tuple[str, float]]
    size: int
    known: float


def rank(
    shelf: Shelf, asked: Asked, weights: Weights = WEIGHTS, closeness: Mapping[str, float] = MappingProxyType({})
) -> tuple[Match, ...]:
    """Return every entry that has anything to do with a question, the best first; equal ones by weight and id.

    `closeness` is what a language model adds: by the id of an entry, in standard deviations.
    """
    query = _query(shelf, asked, weights)
    signs = {book.entry.id: list(_signs(shelf, query, book, weights)) for book in shelf.books}
    for entry_id, worth in _in_meaning(signs, closeness, weights).items():
        signs[entry_id].append(Sign("meaning", "", "", worth))
    matches = [_match(shelf, query, book.entry, signs[book.entry.id], weights) for book in shelf.books if signs[book.entry.id]]
    return tuple(sorted(matches, key=lambda match: (-match.total, -match.entry.weight, match.entry.id)))


def _in_meaning(signs: Mapping[str, list[Sign]], closeness: Mapping[str, float], weights: Weights) -> dict[str, float]:
    totals = [sum(sign.worth for sign in found) for found in signs.values()]
    unit = pstdev(totals) if totals else 0.0
    worths = {entry_id: weights.meaning * unit * close for entry_id, close in closeness.items() if entry_id in signs}
    return {entry_id: worth for entry_id, worth in worths.items() if worth > 0}


def _match(shelf: Shelf, query: _Query, entry: Entry, signs: list[Sign], weights: Weights) -> Match:
    # A question that is mostly about something we have no words for is not answered by what happens to share the rest.
    total = sum(sign.worth for sign in signs)
    ideas = total / shelf.census.rarest * query.known
    half = weights.half * min(1.0, (query.size + 2) / (_MANY_WORDS + 2))
    score = round(100 * ideas / (ideas + half))
    return Match(entry, total, score, tuple(sorted(signs, key=lambda sign: (-sign.worth, sign.kind, sign.asked, sign.said))))


def _query(shelf: Shelf, asked: Asked, weights: Weights) -> _Query:
    asked_words: dict[str, tuple[str, float]] = {}
    groups: dict[str, tuple[str, float]] = {}
    tags: dict[str, tuple[str, float]] = {}
    for text, share in ((asked.text, 1.0), (asked.context, weights.context)):
        read = words.read(text)
        for lemma, shown, weight in _asked_words(shelf, read, weights):
            _keep_best(asked_words, lemma, shown, weight * share)
        for group, shown, weight in _asked_groups(shelf, read, weights):
            _keep_best(groups, group, shown, weight * share)
        for tag, shown in _asked_tags(shelf, read):
            _keep_best(tags, tag, shown, weights.tag * share)
    for tag in (*(f"theme:{one}" for one in asked.themes), *(f"aim:{one}" for one in asked.aims)):
        _keep_best(tags, tag, "", weights.given)
    for group, (shown, weight) in tuple(groups.items()):
        for other, nearness in shelf.thesaurus.kin(group):
            _keep_best(groups, other, shown, weights.kin * weight * nearness)
    return _Query(asked_words, groups, tags, *_size_and_known(shelf, words.read(asked.text)))


def _size_and_known(shelf: Shelf, text: tuple[Word, ...]) -> tuple[int, float]:
    hits = shelf.thesaurus.in_question(text, shelf.splitter)
    in_thesaurus = {text[place].lemma for hit in hits for place in hit.places}
    asked = {word.lemma for word in text if words.asks_something(word) and word.lemma.isalpha()}
    known = {lemma for lemma in asked if lemma in in_thesaurus or lemma in shelf.census.words}
    return len(asked), len(known) / len(asked) if asked else 1.0


def _keep_best(kept: dict[str, tuple[str, float]], key: str, shown: str, weight: float) -> None:
    if key not in kept or weight > kept[key][1]:
        kept[key] = (shown, weight)


def _asked_words(shelf: Shelf, text: tuple[Word, ...], weights: Weights) -> Iterator[tuple[str, str, float]]:
    for word in text:
        if words.asks_something(word):
            yield word.lemma, word.shown, 1.0
            yield from ((part, word.shown, weights.part) for part in shelf.splitter.parts(word.lemma))


def _asked_groups(shelf: Shelf, text: tuple[Word, ...], weights: Weights) -> Iterator[tuple[str, str, float]]:
    hits = [hit for hit in shelf.thesaurus.in_question(text, shelf.splitter) if _is_telling(hit, text)]
    inside = {place for hit in hits if len(hit.term.phrase) > 1 for place in hit.places}
    for hit in hits:
        weight = hit.surety
        if len(hit.term.phrase) == 1 and hit.at in inside:
            weight *= weights.inside_phrase
        if hit.term.side == "says":
            weight *= weights.says * shelf.thesaurus.telling(hit.term.phrase)
        yield hit.term.group, hit.shown, weight


def _is_telling(hit: Hit, text: tuple[Word, ...]) -> bool:
    return len(hit.term.phrase) > 1 or words.asks_something(text[hit.at])


def _asked_tags(shelf: Shelf, text: tuple[Word, ...]) -> Iterator[tuple[str, str]]:
    own = {word.lemma: word.shown for word in text if words.asks_something(word)}
    names = [(f"theme:{one.id}", (one.label, *one.words)) for one in shelf.themes.values()]
    names += [(f"aim:{one.id}", (one.label,)) for one in shelf.policies.values()]
    for tag, labels in names:
        for label in labels:
            lemmas = [word.lemma for word in words.read(label) if words.says_something(word)]
            if lemmas and all(lemma in own for lemma in lemmas):
                yield tag, own[lemmas[0]]


def _signs(shelf: Shelf, query: _Query, book: Book, weights: Weights) -> Iterator[Sign]:
    yield from _thesaurus_signs(shelf, query, book)
    yield from _word_signs(shelf, query, book, weights)
    for tag in shelves.tags_of(book.entry):
        if tag in query.tags:
            shown, weight = query.tags[tag]
            kind, _colon, name = tag.partition(":")
            label = shelf.themes[name].label if kind == "theme" else shelf.policies[name].label
            worth = weight * shelf.census.rarity(shelf.census.tags[tag])
            yield Sign("theme" if kind == "theme" else "aim", shown, label, worth)


def _thesaurus_signs(shelf: Shelf, query: _Query, book: Book) -> Iterator[Sign]:
    # A word of the entry counts once: for the group that the question asks for most.
    best: dict[tuple[str, ...], tuple[float, str, Hit]] = {}
    for (phrase, group), hit in book.hits.items():
        if group in query.groups:
            weight = query.groups[group][1] * shelf.census.rarity(shelf.census.groups[group])
            if phrase not in best or (weight, group) > best[phrase][:2]:
                best[phrase] = (weight, group, hit)
    worths: Counter[str] = Counter()
    said: dict[str, list[tuple[float, str]]] = {}
    for phrase, (_weight, group, hit) in best.items():
        worth = hit.surety * shelf.worth(phrase)
        worths[group] += worth  # type: ignore[assignment]
        said.setdefault(group, []).append((-worth, hit.shown))
    for group, worth in worths.items():
        shown, weight = query.groups[group]
        total = weight * shelf.census.rarity(shelf.census.groups[group]) * shelf.census.fullness(worth)
        yield Sign("thesaurus", shown, ", ".join(dict.fromkeys(word.lower() for _worth, word in sorted(said[group])[:2])), total)


def _word_signs(shelf: Shelf, query: _Query, book: Book, weights: Weights) -> Iterator[Sign]:
    for lemma, (shown, weight) in query.words.items():
        if lemma in book.counts:
            worth = weight * shelf.census.rarity(shelf.census.words[lemma]) * _frequency(shelf, book, lemma)
            yield Sign("word", shown, book.shown[lemma], weights.word * worth)
        else:
            alike = shelf.lookalikes.of(lemma)
            for other in alike.keys() & book.counts.keys():
                worth = weight * alike[other] * shelf.census.rarity(shelf.census.words[other]) * _frequency(shelf, book, other)
                yield Sign("alike", shown, book.shown[other], weights.alike * worth)


def _frequency(shelf: Shelf, book: Book, lemma: str) -> float:
    count = book.counts[lemma]
    room = 1 - _LONG + _LONG * book.length / shelf.mean_length
    return count * (_FREQUENT + 1) / (count + _FREQUENT * room)
