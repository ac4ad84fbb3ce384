"""Lines and rows on pages: each as soon as it fits, and what stays together together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

NOTES_LINE = 10.0
"""Points that the line above the notes takes on a page that has any."""


@dataclass(frozen=True, slots=True)
class Brick:
    """A line or a row: its height and the room above and below it in points, of which the larger counts between two.

    `stays` says that it stays with the next one; `notes` is the height of the notes that it brings.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    stays: bool = False
    notes: float = 0.0


@dataclass(slots=True)
class _Page:
    """What stands on a page so far, in points; `below` is the room that the last brick asks for below it."""

    used: float = 0.0
    below: float = 0.0
    notes: float = 0.0

    def with_bricks(self, bricks: list[Brick]) -> _Page:
        used, below = self.used, self.below
        for brick in bricks:
            used += (max(below, brick.before) if used else 0.0) + brick.height
            below = brick.after
        return _Page(used, below, self.notes + sum(brick.notes for brick in bricks))

    @property
    def taken(self) -> float:
        return self.used + self.notes + (NOTES_LINE if self.notes else 0.0)


def pack(bricks: list[Brick], room: float) -> float:
    """Return how many pages of this height the bricks fill, the last one in part."""
    pages, page = 0, _Page()
    for group in _groups(bricks):
        fuller = page.with_bricks(group)
        if page.used and fuller.taken > room:
            pages, fuller = pages + 1, _Page().with_bricks(group)
        while fuller.taken > room:  # higher than a page
            pages, fuller = pages + 1, _Page(fuller.taken - room, fuller.below)
        page = fuller
    return pages + page.taken / room


def _groups(bricks: list[Brick]) -> Iterator[list[Brick]]:
    """Yield the bricks that stay together."""
    group = bricks[:1]
    for before, brick in pairwise(bricks):
        if before.stays:
            group.append(brick)
        else:
            yield group
            group = [brick]
    if group:
        yield group
