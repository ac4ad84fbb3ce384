"""Tables in Word: every cell at its column, and a merged one at all that it covers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pitchkit.offers.reading.addresses import column_letters, word_children
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.papers import Cell
from pitchkit.offers.reading.word.names import find, number, switch, tag, value
from pitchkit.offers.reading.word.styles import Styles

_SHORT: Final = 40  # characters; a name of a column is no longer
_THROUGH: Final = frozenset(tag(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class CellWords:
    """What stands in a cell: its text, whether all of it is bold, what may be filled in, and whether it holds several blocks."""

    text: str
    is_strong: bool
    is_open: bool
    choices: tuple[str, ...]
    blocks: int
    has_struck: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as the table has it: the columns it covers, counted from 0, and whether it goes on from the row above."""

    element: Element
    at: str
    first: int
    span: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, counted from 1; the cells of `own` are those that begin here, in the same order as `boxes`."""

    number: int
    at: str
    boxes: tuple[Box, ...]
    cells: tuple[Cell, ...]
    words: tuple[CellWords, ...]
    is_header: bool = False
    is_guessed: bool = False

    @property
    def own(self) -> tuple[Cell, ...]:
        """The cells whose words stand in this row."""
        return tuple(cell for cell in self.cells if not cell.is_merged)

    @property
    def has_struck(self) -> bool:
        """Whether anything in this row is struck through."""
        return any(words.has_struck for words in self.words)


def read_rows(table: Element, at: str, styles: Styles, notes: Notes, read: Callable[[Box], CellWords]) -> tuple[Row, ...]:
    """Return the rows of a table; `read` tells what stands in a cell."""
    raw = [(row, where, tuple(_boxes(row, where))) for row, where in _elements(table, at, "tr") if not _is_deleted(row, notes)]
    columns = sorted({box.first for _, _, boxes in raw for box in boxes})
    rows: list[Row] = []
    above: dict[int, tuple[Box, CellWords]] = {}
    for count, (row, where, boxes) in enumerate(raw, start=1):
        words = [_words(box, above, read) for box in boxes]
        cells = tuple(
            cell for box, (origin, found) in zip(boxes, words, strict=True) for cell in _cells(box, origin, found, columns)
        )
        above = {box.first: found for box, found in zip(boxes, words, strict=True)}
        own = tuple(found for box, (_, found) in zip(boxes, words, strict=True) if not box.goes_on)
        rows.append(Row(count, where, boxes, cells, own, is_header=bool(switch(find(row, "w:trPr"), "tblHeader"))))
    return _mark_header(rows, raw[0][0] if raw else None, _sets_apart(table, styles))


def _words(box: Box, above: dict[int, tuple[Box, CellWords]], read: Callable[[Box], CellWords]) -> tuple[Box, CellWords]:
    if box.goes_on and box.first in above:
        return above[box.first]
    return box, read(box)


def _cells(box: Box, origin: Box, words: CellWords, columns: Sequence[int]) -> Iterator[Cell]:
    """Yield the cell once for every column that it covers."""
    for column, first in enumerate(columns, start=1):
        if box.first <= first < box.first + box.span:
            is_merged = origin is not box or first != box.first
            place = f"kolom {column_letters(column)}"
            yield Cell(words.text, place, origin.at, is_merged, words.choices, words.is_open)


def _elements(parent: Element, at: str, name: str) -> Iterator[tuple[Element, str]]:
    """Yield the rows or cells, also those inside content controls."""
    for child, where in word_children(parent, at):
        if child.tag == tag(name):
            yield child, where
        elif child.tag in _THROUGH:
            yield from _elements(child, where, name)


def _boxes(row: Element, at: str) -> Iterator[Box]:
    column = number(value(find(row, "w:trPr/w:gridBefore")))
    for cell, where in _elements(row, at, "tc"):
        span = max(1, number(value(find(cell, "w:tcPr/w:gridSpan")), 1))
        merge = find(cell, "w:tcPr/w:vMerge")
        yield Box(cell, where, column, span, merge is not None and value(merge) != "restart")
        column += span


def _is_deleted(row: Element, notes: Notes) -> bool:
    is_deleted = find(row, "w:trPr/w:del") is not None
    if is_deleted:
        notes.add("paper-tracked-changes")
    return is_deleted


# --- the row of column names -------------------------------------------------------------------------------------


def _sets_apart(table: Element, styles: Styles) -> bool:
    """Return whether the style of the table makes its first row look like a header."""
    look = find(table, "w:tblPr/w:tblLook")
    said = value(look, "firstRow")
    mask = value(look)
    is_on = said in {"1", "true", "on"} if said else bool(mask) and _hexadecimal(mask) & 0x20 > 0
    return is_on and styles.heads_tables(value(find(table, "w:tblPr/w:tblStyle")))


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _mark_header(rows: list[Row], first: Element | None, is_apart: bool) -> tuple[Row, ...]:  # noqa: FBT001 - an answer of the style
    if len(rows) < 2 or first is None or any(row.is_header for row in rows):  # noqa: PLR2004 - a header stands above something
        return tuple(rows)
    head, below = rows[0], rows[1]
    names = [words for words in head.words if words.text]
    if len(names) < 2 or len(names) < len(head.words) - 1:  # noqa: PLR2004 - a single name is a title
        return tuple(rows)
    shaded = bool(head.boxes) and all(_is_shaded(box) for box in head.boxes) and not all(_is_shaded(box) for box in below.boxes)
    bold = all(words.is_strong for words in names) and not all(words.is_strong for words in below.words if words.text)
    if shaded or bold or is_apart:
        return (replace(head, is_header=True), *rows[1:])
    if all(_is_name(words.text) for words in names) and any(not _is_name(words.text) for row in rows[1:] for words in row.words):
        return (replace(head, is_header=True, is_guessed=True), *rows[1:])
    return tuple(rows)


def _is_name(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith((".", ":", "?", ";")) and not any(sign.isdigit() for sign in text)


def _is_shaded(box: Box) -> bool:
    return value(find(box.element, "w:tcPr/w:shd"), "fill").lower() not in {"", "auto", "ffffff"}
