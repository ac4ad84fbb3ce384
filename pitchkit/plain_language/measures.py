"""What a text measures: its sentences and words, and the shares of them that make reading hard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pitchkit.plain_language.common_words import is_common
from pitchkit.plain_language.passives import Passive, passives
from pitchkit.plain_language.prose import read_aloud
from pitchkit.plain_language.sentences import Sentence, Word, is_abbreviation, sentences, words
from pitchkit.plain_language.syllables import count_syllables, flesch_douma

_LONG_WORD: Final = 4
_SHORTEST_RARE: Final = 3
_JOINS: Final = frozenset("./&")
"""Signs within an address, or within names that stand as one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read: its sentences, each with its words, and the passives of each sentence that has any."""

    text: str
    sentences: tuple[tuple[Sentence, tuple[Word, ...]], ...]
    passives: tuple[tuple[Passive, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word, in order."""
        return tuple(word for _, found in self.sentences for word in found)

    @property
    def mean_sentence(self) -> float:
        """The words of a sentence on average."""
        return len(self.words) / len(self.sentences) if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """The reading ease of Flesch and Douma; 0 for a text without words."""
        return flesch_douma([word.text for word in self.words], len(self.sentences)) if self.words else 0.0


def read(text: str) -> Reading:
    """Return a text in Markdown, read; words stand at the places that they have in it."""
    plain = read_aloud(text)
    found = tuple((one, words(one.words, one.start)) for one in sentences(plain))
    found = tuple(one for one in found if one[1])
    return Reading(plain, found, tuple(hidden for one, _ in found if (hidden := tuple(passives(one)))))


def rare_words(reading: Reading, known: frozenset[str]) -> tuple[Word, ...]:
    """Return the words that are not common, names and abbreviations left out; `known` are words that may stand, in lowercase."""
    return tuple(
        word
        for _, found in reading.sentences
        for number, word in enumerate(found)
        if not says_itself(word, is_first=number == 0) and not is_common(word.text, known)
    )


def long_words(reading: Reading) -> tuple[Word, ...]:
    """Return the words of four syllables or more."""
    return tuple(word for word in reading.words if not word.is_figure and count_syllables(word.text) >= _LONG_WORD)


def says_itself(word: Word, *, is_first: bool) -> bool:
    """Return whether a word is a figure, a name, an address or an abbreviation, which no list of words can know.

    One that is first in its sentence has a capital anyway.
    """
    is_name = word.text[0].isupper() and not is_first
    is_short = len(word.text) < _SHORTEST_RARE or word.text.isupper() or is_abbreviation(word.text)
    return word.is_figure or is_name or is_short or not _JOINS.isdisjoint(word.text)
