"""Which letters a Word file shows, whoever made it: every font and size, and where. Pictures are not looked into."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.writers.docx.letters.drawings import letters_of_chart, letters_of_drawing
from pitchkit.writers.docx.letters.faces import Face, Letters, Where
from pitchkit.writers.docx.letters.opening import Opened, open_word
from pitchkit.writers.docx.letters.stories import StoryReader

__all__ = ["Face", "Letters", "Where", "letters_in"]


def letters_in(docx: bytes) -> tuple[Letters, ...]:
    """Return the letters of a Word file in reading order, each font and size once for every kind of place.

    Raises:
        ValueError: this is no Word file, or one that cannot be read.
    """
    opened = open_word(docx)
    found: dict[tuple[Face, Where], Letters] = {}
    for letters in _every(opened):
        found.setdefault((letters.face, letters.where), letters)
    return tuple(found.values())


def _every(opened: Opened) -> Iterator[Letters]:
    for where, root in opened.stories:
        yield from StoryReader(opened.styles, opened.lists, where).read(root)
    for chart in opened.charts:
        yield from letters_of_chart(chart, opened.styles.theme)
    for drawing in opened.drawings:
        yield from letters_of_drawing(drawing, opened.styles.theme)
