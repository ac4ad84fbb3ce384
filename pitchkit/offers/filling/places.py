"""What is to be filled in where, and what came of it. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Fill:
    """Something for one place of a file: `at` as in `reading.papers`, `key` for the requirement, question or line it answers.

    `value` is a text of one or more lines, or an amount in euro.
    """

    at: str
    place: str
    key: str
    value: str | Decimal


@dataclass(frozen=True, slots=True)
class Refusal:
    """A place that was left alone, and why: the code of a message with its values."""

    fill: Fill
    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The bytes of the copy, and what could not be put in."""

    data: bytes
    done: tuple[Fill, ...]
    refused: tuple[Refusal, ...]
