"""A page to be: the room for text, and the letters of every kind of line, as the Word writer sets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pitchkit.document import PageSetup
from pitchkit.writers.docx.widths import relative_width, text_width

_POINTS_PER_MM: Final = 72 / 25.4
_PAPERS: Final = {"A4": (595.3, 841.9), "A3": (841.9, 1190.6)}  # points, portrait
_TOP, _BOTTOM, _SIDE = 65.2, 56.7, 70.9  # points, where nobody asks for other margins
_OWN_SIZE: Final = 10.5  # points of running text
_MEASURED: Final = 9.5  # points of the letters that `text_width` measures
_LOOSE: Final = 0.96  # `text_width` leaves room, so that no cell breaks a word; running text has no need of it
_TWIPS: Final = 20
_CELL: Final = "cell"
_HIGH: Final = {"calibri": 1.22, "arial": 1.15, "times new roman": 1.15, "verdana": 1.215, "cambria": 1.17, "aptos": 1.28}
# Points and, second, the line as a multiple of single spacing; then points above and below.
_LOOKS: Final[Mapping[str, tuple[float, float, float, float]]] = {
    "title": (22, 1.0, 0, 12),
    "subtitle": (12.5, 1.05, 0, 12),
    "heading 1": (15, 1.0, 14, 3.5),
    "heading 2": (12.5, 1.0, 12, 3),
    "heading 3": (11, 1.0, 10, 2),
    "heading 4": (10.5, 1.0, 8, 1),
    "text": (10.5, 1.1, 0, 6),
    "list": (10.5, 1.1, 0, 3),
    "quote": (10.5, 1.1, 3, 8),
    "box": (10.5, 1.1, 0, 4),
    "box title": (11.5, 1.0, 18, 2.5),
    "caption": (9.5, 1.0, 9, 3.5),
    _CELL: (9.5, 1.02, 0, 0),
    "note": (9, 1.0, 0, 1.5),
    "contents 1": (10.5, 1.05, 4, 1),
    "contents 2": (10.5, 1.05, 0, 0),
}
_SMALLEST: Final = 8.0  # points; as small as the writer goes


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one kind of line: their size, the height of a line, and the room above and below, in points."""

    size: float
    height: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room for text in points, and the letters; `wide` is how wide these are, Calibri being 1."""

    width: float
    height: float
    wide: float
    letters: Mapping[str, Letters]

    @property
    def cell_letter_width(self) -> float:
        """How wide the letters in a table are, Calibri of 9.5 points being 1."""
        return self.wide * self.letters[_CELL].size / _MEASURED

    def count_lines(self, text: str, letters: Letters, width: float) -> int:
        """Return how many lines the words take in a column of this width in points; nothing takes one."""
        return sum(self._wrapped(line, letters, width) for line in text.split("\n"))

    def _wrapped(self, line: str, letters: Letters, width: float) -> int:
        scale = _LOOSE * self.wide * letters.size / _MEASURED / _TWIPS
        space = text_width(" ", 1.0) * scale
        lines, used = 1, 0.0
        for word in re.split(r"[ \t]+", line):
            length = text_width(word, 1.0) * scale
            if used and used + space + length > width:
                lines, used = lines + 1, 0.0
            used += (space if used else 0.0) + length
            if used > width:  # a word that is longer than a line
                lines, used = lines + int(used // width), used % width
        return lines


def sheet_of(page: PageSetup | None) -> Sheet:
    """Return the page that is asked for, or the one that the writer makes by itself."""
    page = page or PageSetup()
    across, down = _PAPERS[page.paper] if page.orientation == "portrait" else _PAPERS[page.paper][::-1]
    edge = None if page.margins is None else float(page.margins) * _POINTS_PER_MM
    return Sheet(
        width=max(36.0, across - 2 * (_SIDE if edge is None else edge)),
        height=max(36.0, down - (_TOP + _BOTTOM if edge is None else 2 * edge)),
        wide=relative_width(page.font or "calibri"),
        letters={name: _letters(page, name == "text", *look) for name, look in _LOOKS.items()},
    )


def _letters(page: PageSetup, is_running: bool, size: float, line: float, before: float, after: float) -> Letters:  # noqa: FBT001, PLR0913, PLR0917 - the columns of _LOOKS
    if page.size:
        size *= float(page.size) / _OWN_SIZE
    if page.size or page.smallest:
        size = max(size, _SMALLEST, float(page.smallest or 0))
    if page.line_spacing:
        line = float(page.line_spacing) if is_running else max(line, float(page.line_spacing))
    single = _HIGH.get((page.font or "calibri").lower(), 1.2)
    return Letters(size, size * single * line, before, after)
