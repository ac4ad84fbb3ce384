"""Findings in one text that overlap: what is told of the same words is told once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Span(Protocol):
    """Words as they stand in a text, and at which character of it they begin."""

    @property
    def words(self) -> str:
        """Return the words."""

    @property
    def start(self) -> int:
        """Return where they begin, from 0."""


One = TypeVar("One", bound=Span)


def widest(found: Iterable[One]) -> tuple[One, ...]:
    """Return what was found, in order, without what overlaps something longer."""
    kept: list[One] = []
    for one in sorted(found, key=lambda span: (-len(span.words), span.start)):
        if not any(one.start < other.start + len(other.words) and other.start < one.start + len(one.words) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda span: span.start))
