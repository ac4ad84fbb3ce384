"""How much of what makes reading hard is still all right, for readers of a level. A library can set its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

Level = Literal["B1", "B2", "C1"]
"""What a text aims at. It names a set of limits; that a text stays within them does not make it a text of that level."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most words in one sentence and on average; and the most rare words, long words and passive sentences in a hundred."""

    longest_sentence: Decimal
    mean_sentence: Decimal
    rare_words: Decimal
    long_words: Decimal
    passives: Decimal


NAMES: Final = tuple(Limits.__dataclass_fields__)

_NONE: Final = Decimal(100)

LIMITS: Final[Mapping[Level, Limits]] = {
    "B1": Limits(Decimal(20), Decimal(13), Decimal(6), Decimal(10), Decimal(10)),
    "B2": Limits(Decimal(25), Decimal(17), Decimal(15), _NONE, Decimal(20)),
    "C1": Limits(Decimal(28), Decimal(18), Decimal(20), _NONE, Decimal(33)),
}


def limits_of(level: Level, own: Mapping[str, Decimal]) -> Limits:
    """Return the limits for a level, with those of a library in their place; names that do not exist are left out."""
    return replace(LIMITS[level], **{name: value for name, value in own.items() if name in NAMES})


def is_over(found: int, of: int, limit: Decimal, fewest: int) -> bool:
    """Return whether so many of so many is more than a limit in a hundred; a short text is taken for one of `fewest`."""
    return found * 100 > limit * max(of, fewest)
