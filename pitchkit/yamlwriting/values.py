"""What can be written, where it goes, and what a reader of the file will find there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from pitchkit.signs import forbidden_sign
from pitchkit.yamlsource import Data, Step

Scalar: TypeAlias = str | bool | int | Decimal | date
Value: TypeAlias = "Mapping[str, Value] | Sequence[Value] | Scalar | Commented"
"""What may be written: keys with values, lists, and texts, yes or no, numbers and days."""


class CannotEditError(Exception):
    """What was asked does not fit the text, or cannot be done without a change to something else."""


@dataclass(frozen=True, slots=True)
class Commented:
    """A value with a comment on the lines above its key, or above the item of a list."""

    value: Value
    comment: str


@dataclass(frozen=True, slots=True)
class Put:
    """Set or replace the value at a path; keys that are not there yet are made, positions in a list are not."""

    steps: tuple[Step, ...]
    value: Value


@dataclass(frozen=True, slots=True)
class Append:
    """Put items at the end of the list at a path, which is made when there is none."""

    steps: tuple[Step, ...]
    values: tuple[Value, ...]


Edit: TypeAlias = Put | Append


def bare(value: Value) -> Mapping[str, Value] | Sequence[Value] | Scalar:
    """Return a value without the comment above it."""
    while isinstance(value, Commented):
        value = value.value
    return value


def comment_of(value: Value) -> str:
    """Return the comment above a value, or an empty text."""
    return value.comment if isinstance(value, Commented) else ""


def data_of(value: Value) -> Data:
    """Return a value as it will be read back, in which every scalar is text; raises CannotEditError for a sign no file holds."""
    value = bare(value)
    if isinstance(value, Mapping):
        return {_visible(key): data_of(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [data_of(inner) for inner in value]
    return _visible(word(value))


def word(value: Scalar) -> str:
    """Return a scalar as text, the way a person types it: `yes`, `12.50`, `2026-03-01`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)


def _visible(text: str) -> str:
    if forbidden_sign(text):
        raise CannotEditError
    return text
