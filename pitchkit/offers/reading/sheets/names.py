"""The names in Excel's XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.offers.reading.addresses import column_number
from pitchkit.offers.reading.office import Element

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; columns and rows count from 1, the last ones included."""

    left: int
    top: int
    right: int
    bottom: int

    def has(self, column: int, row: int) -> bool:
        """Return whether a cell lies in it."""
        return self.left <= column <= self.right and self.top <= row <= self.bottom


def read_area(reference: str) -> Area | None:
    """Return the cells that "B2:C5", "B2" or "A:A" means, None when it means none."""
    first, _, last = reference.strip().partition(":")
    corners = []
    for corner, (column, row) in ((first, (1, 1)), (last or first, (LAST_COLUMN, LAST_ROW))):
        found = _REFERENCE.fullmatch(corner)
        if found is None or not corner:
            return None
        letters, figures = found.groups()
        corners.append((column_number(letters.upper()) if letters else column, int(figures) if figures else row))
    (left, top), (right, bottom) = corners
    return Area(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def children(element: Element | None, path: str) -> Iterator[Element]:
    """Yield the elements on a path such as "fonts/font"."""
    return iter(()) if element is None else element.iterfind("/".join(f"{MAIN}{name}" for name in path.split("/")))


def child(element: Element | None, path: str) -> Element | None:
    """Return the first element on a path, None when there is none."""
    return next(children(element, path), None)


def is_on(element: Element | None) -> bool:
    """Return whether a property such as bold is there and not switched off."""
    return element is not None and element.get("val", "1") not in {"0", "false"}


def text_of(element: Element | None) -> str:
    """Return the text of a string, its pieces put together; how it is to be pronounced is left out."""
    if element is None:
        return ""
    pieces = [piece.text or "" for piece in element.iterfind(f"{MAIN}t")]
    pieces += [piece.text or "" for piece in element.iterfind(f"{MAIN}r/{MAIN}t")]
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), "".join(pieces))
