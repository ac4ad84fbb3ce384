"""A piece of a text around the words that were found in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pitchkit.searching.ranking import Match

Piece = tuple[str, bool]
"""Words, and whether they are what was looked for."""

_BEFORE: Final = 0.3
"""How much of the room goes to what stands before the first word that was found."""


def excerpt(match: Match, room: int | None = None) -> tuple[Piece, ...]:
    """Return what stands around the words that were found, in so many characters; the whole text where no room is named."""
    text = match.field.text
    start, end = _window(match, room) if room is not None and len(text) > room else (0, len(text))
    return tuple(_pieces(match, start, end))


def _window(match: Match, room: int) -> tuple[int, int]:
    text, first = match.field.text, match.spans[0]
    start = max(0, min(first[0] - int(room * _BEFORE), len(text) - room))
    end = max(min(len(text), start + room), first[1])
    if start:
        space = text.find(" ", start)
        start = space + 1 if 0 <= space < first[0] else first[0]
    if end < len(text):
        space = text.rfind(" ", first[1], end + 1)
        end = space if space >= 0 else end
    return start, end


def _pieces(match: Match, start: int, end: int) -> Iterator[Piece]:
    text, at = match.field.text, start
    if start:
        yield ("… ", False)
    for first, last in match.spans:
        if start <= first and last <= end:
            if at < first:
                yield (text[at:first], False)
            yield (text[first:last], True)
            at = last
    if at < end:
        yield (text[at:end], False)
    if end < len(text):
        yield (" …", False)
