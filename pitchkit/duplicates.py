"""Texts that say the same: near duplicates by their words, and one sentence said twice. The door to rapidfuzz.

The same thing in quite other words is not found: no measure of letters finds that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pitchkit.plain_language.prose import read_aloud
from pitchkit.plain_language.sentences import sentences

LIKENESS: Final = 85
"""From this share of the same words (of 100) two texts count as one: no two unrelated texts came so near when it was measured."""

FEWEST_WORDS: Final = 8
FEWEST_IN_TITLE: Final = 4
FEWEST_IN_SENTENCE: Final = 9
LEAST_LENGTH: Final = 0.5
"""A short text lies wholly within many longer ones: only texts of some length, and of a like length, are laid beside each other.

A sentence that is shorter is a phrase that anybody may use twice.
"""

_SHARED: Final = 0.6
"""Texts that share fewer of the words of the shorter one cannot reach the likeness."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class Told:
    """A text and who tells it: two texts of one owner are never compared, nor two without a reader in common."""

    owner: str
    text: str
    readers: frozenset[str]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the text in small letters, in order."""
        return tuple(_WORD.findall(read_aloud(self.text).casefold()))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two texts, by their place in what was given, and how much they have in common, of 100."""

    first: int
    second: int
    score: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sentence that stands in two texts: the texts by their place, and where it begins in the second."""

    first: int
    second: int
    words: str
    start: int


def near_duplicates(texts: Sequence[Told]) -> Iterator[Likeness]:
    """Yield the pairs of texts that have nearly the same words, in order; equal texts included."""
    if pairs := sorted(_candidates(texts, FEWEST_WORDS)):
        from rapidfuzz import fuzz

        yield from _alike(texts, pairs, fuzz.token_set_ratio)


def near_titles(titles: Sequence[Told]) -> Iterator[Likeness]:
    """Yield the pairs of titles that have nearly the same words, in order; a title that holds another says more than that one."""
    if pairs := sorted(_candidates(titles, FEWEST_IN_TITLE)):
        from rapidfuzz import fuzz

        yield from _alike(titles, pairs, fuzz.token_sort_ratio)


def _alike(texts: Sequence[Told], pairs: Sequence[tuple[int, int]], score_of: Callable[..., float]) -> Iterator[Likeness]:
    for first, second in pairs:
        one, other = (" ".join(texts[number].words) for number in (first, second))
        score = score_of(one, other, score_cutoff=LIKENESS)
        if score >= LIKENESS:
            yield Likeness(first, second, int(score))


def repeats(texts: Sequence[Told]) -> Iterator[Repeat]:
    """Yield the sentences of some length that stand, word for word, in two texts, in order."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, told in enumerate(texts):
        for sentence in sentences(read_aloud(told.text)):
            key = tuple(_WORD.findall(sentence.words.casefold()))
            if len(key) < FEWEST_IN_SENTENCE:
                continue
            earlier = next((one for one in seen[key] if _may_meet(texts[one], told)), None)
            if earlier is not None:
                yield Repeat(earlier, number, sentence.words, sentence.start)
            seen[key].append(number)


def _candidates(texts: Sequence[Told], fewest: int) -> set[tuple[int, int]]:
    """Return the pairs worth a closer look: of the words that the shorter one must share, one is among its rarest."""
    distinct = [frozenset(told.words) if len(told.words) >= fewest else frozenset() for told in texts]
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(distinct):
        for word in words:
            by_word[word].append(number)
    found: set[tuple[int, int]] = set()
    for number, words in enumerate(distinct):
        rarest = sorted(words, key=lambda word: (len(by_word[word]), word))
        for word in rarest[: int(len(rarest) * (1 - _SHARED)) + 1]:
            found.update((min(number, other), max(number, other)) for other in by_word[word] if other != number)
    return {pair for pair in found if _are_comparable(texts, distinct, pair)}


def _are_comparable(texts: Sequence[Told], distinct: Sequence[frozenset[str]], pair: tuple[int, int]) -> bool:
    first, second = pair
    one, other = texts[first], texts[second]
    if not LEAST_LENGTH <= len(one.words) / len(other.words) <= 1 / LEAST_LENGTH or not _may_meet(one, other):
        return False
    return len(distinct[first] & distinct[second]) >= _SHARED * min(len(distinct[first]), len(distinct[second]))


def _may_meet(one: Told, other: Told) -> bool:
    return one.owner != other.owner and bool(one.readers & other.readers)
