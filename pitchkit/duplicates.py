"""Texts that say the same: near duplicates by their words, and one sentence said twice. The door to rapidfuzz.

The same thing in quite other words is not found: no measure of letters finds that.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from pitchkit.plain_language.prose import read_aloud
from pitchkit.plain_language.sentences import Sentence, sentences

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

_FEW: Final = 8
"""So many rare words in common before two texts are laid beside each other: it changes no outcome, and 8 was quickest."""

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
class Within:
    """A text all of which stands in a longer one, by their places in what was given."""

    part: int
    whole: int


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
            key = _key(sentence)
            if len(key) < FEWEST_IN_SENTENCE:
                continue
            earlier = next((one for one in seen[key] if _may_meet(texts[one], told)), None)
            if earlier is not None:
                yield Repeat(earlier, number, sentence.words, sentence.start)
            seen[key].append(number)


def contained(texts: Sequence[Told]) -> Iterator[Within]:
    """Yield the texts of some length that stand, word for word and whole, in a longer text, each with the first that holds it."""
    begins: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, told in enumerate(texts):
        if len(told.words) >= FEWEST_WORDS:
            begins[told.words[:FEWEST_WORDS]].append(number)
    found: dict[int, int] = {}
    for whole, told in enumerate(texts):
        words = told.words
        for at in range(len(words) - FEWEST_WORDS + 1):
            for part in begins.get(words[at : at + FEWEST_WORDS], ()):
                said = texts[part].words
                if len(said) < len(words) and words[at : at + len(said)] == said and _may_meet(texts[part], told):
                    found.setdefault(part, whole)
    yield from (Within(part, found[part]) for part in sorted(found))


def _key(sentence: Sentence) -> tuple[str, ...]:
    return tuple(_WORD.findall(sentence.words.casefold()))


def _candidates(texts: Sequence[Told], fewest: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth a closer look: several of the rarest words of the one with fewer words stand in the other as well.

    Of `n` words in the shorter one a share must be common to both. So of its rarest words, as many as the other may lack and
    a few more, those few are: common words, which nearly every text has, are seldom looked up.
    """
    distinct = [frozenset(told.words) if len(told.words) >= fewest else frozenset() for told in texts]
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(distinct):
        for word in words:
            by_word[word].append(number)
    for number, words in enumerate(distinct):
        needed = math.ceil(_SHARED * len(words))
        few = min(needed, _FEW)
        rarest = sorted(words, key=lambda word: (len(by_word[word]), word))[: len(words) - needed + few]
        shared = Counter(chain.from_iterable(by_word[word] for word in rarest))
        size = (len(words), number)
        for other, count in shared.items():
            if count >= few and (len(distinct[other]), other) > size:
                pair = (min(number, other), max(number, other))
                if _are_comparable(texts, distinct, pair):
                    yield pair


def may_say_again(texts: Sequence[Told], fresh: Collection[int]) -> bool:
    """Return whether any of the `fresh` texts may say what another does; a closer look may find that it does not."""
    distinct = [frozenset(told.words) for told in texts]
    pairs = [(one, other) for one in fresh for other in range(len(texts)) if other != one]
    if any(distinct[one] and distinct[other] and _are_comparable(texts, distinct, (one, other)) for one, other in pairs):
        return True
    said = [f" {' '.join(told.words)} " for told in texts]
    keys = {one: [_key(sentence) for sentence in sentences(read_aloud(texts[one].text))] for one in fresh}
    long = {one: [f" {' '.join(key)} " for key in found if len(key) >= FEWEST_IN_SENTENCE] for one, found in keys.items()}
    if any(key in said[other] for one, other in pairs for key in long[one]):
        return True
    whole = [len(told.words) >= FEWEST_WORDS for told in texts]
    return any((whole[one] and said[one] in said[other]) or (whole[other] and said[other] in said[one]) for one, other in pairs)


def _are_comparable(texts: Sequence[Told], distinct: Sequence[frozenset[str]], pair: tuple[int, int]) -> bool:
    first, second = pair
    one, other = texts[first], texts[second]
    if not LEAST_LENGTH <= len(one.words) / len(other.words) <= 1 / LEAST_LENGTH or not _may_meet(one, other):
        return False
    return len(distinct[first] & distinct[second]) >= _SHARED * min(len(distinct[first]), len(distinct[second]))


def _may_meet(one: Told, other: Told) -> bool:
    return one.owner != other.owner and bool(one.readers & other.readers)
