"""What there is to choose from, within which limits, and what was chosen. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Length = Literal["full", "short"]


@dataclass(frozen=True, slots=True)
class Option:
    """An entry in one wording as an answer to one question: `words` it takes, `value` it adds (weight x match, 0 or more).

    `is_fixed` says that somebody wants this entry in this answer, in whichever wording.
    """

    question: str
    entry: str
    length: Length
    words: int
    value: Decimal
    is_fixed: bool = False

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """By question, entry and length."""
        return (self.question, self.entry, self.length)


@dataclass(frozen=True, slots=True)
class Room:
    """How many words a group of questions may still take together: one question, a criterion, the whole offer."""

    name: str
    questions: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Task:
    """The whole choice. `answered` are the questions that have an answer of their own already."""

    questions: tuple[str, ...]
    options: tuple[Option, ...]
    rooms: tuple[Room, ...]
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fit:
    """The choice made. `value` is the sum of what the chosen options add.

    `is_proven` says that no other choice answers more questions, or as many with more value; `bound` is what the value cannot
    exceed where that is not proven. `unanswered` are the questions for which there is nothing, or no room.
    """

    chosen: tuple[Option, ...]
    left_out: tuple[Option, ...]
    value: Decimal
    bound: Decimal
    is_proven: bool
    unanswered: tuple[str, ...]
