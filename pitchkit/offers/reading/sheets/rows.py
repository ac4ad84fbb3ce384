"""Makes lines of the rows of a sheet: titles, column names, rows of a list, and loose text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pitchkit.offers.reading.addresses import column_letters, sheet_address, sheet_place
from pitchkit.offers.reading.papers import Cell, Line, LineKind
from pitchkit.offers.reading.sheets.choices import Choices
from pitchkit.offers.reading.sheets.headers import Header, find_header
from pitchkit.offers.reading.sheets.names import Area
from pitchkit.offers.reading.sheets.workbook import Sheet, Shown, Workbook
from pitchkit.offers.reading.typed_numbers import depth_of, is_number_only, split_number, tidy_number

_LONGEST_TITLE: Final = 120  # characters
_MOST_COLUMNS: Final = 200
_TEXT_SIZE: Final = 12  # points; larger letters are those of a title
_EMPTY: Final = Shown("")


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows without an empty one between them, and the header that was found among them."""

    rows: tuple[int, ...]
    header: Header | None


def read_lines(workbook: Workbook, sheet: Sheet) -> Iterator[Line]:
    """Yield the lines of a sheet, from top to bottom."""
    filled = sorted(place for place, shown in sheet.cells.items() if shown.text)
    if not filled:
        return
    reader = _SheetReader(sheet, Choices(workbook, sheet), _columns({column for _, column in filled}))
    own: dict[int, list[Shown]] = {}
    for row, column in filled:
        own.setdefault(row, []).append(sheet.cells[row, column])
    has_header = False
    for block in _blocks(sheet, own):
        for row in block.rows:
            yield reader.line(row, block.header, is_listed=has_header)
            has_header = has_header or (block.header is not None and row in block.header.rows)


def _columns(used: set[int]) -> Sequence[int]:
    """Return the columns from the first to the last one in use; only those in use where a stray cell stands far away."""
    every = range(min(used), max(used) + 1)
    return every if len(every) <= _MOST_COLUMNS else sorted(used)


def _blocks(sheet: Sheet, own: dict[int, list[Shown]]) -> Iterator[_Block]:
    rows: list[int] = []
    for row in sorted(own):
        if rows and row > rows[-1] + 1:
            yield _Block(tuple(rows), find_header(sheet, rows, own))
            rows = []
        rows.append(row)
    yield _Block(tuple(rows), find_header(sheet, rows, own))


class _SheetReader:
    """Knows one sheet: its merged areas by cell, its choices, and the columns that are in use."""

    def __init__(self, sheet: Sheet, choices: Choices, columns: Sequence[int]) -> None:
        self._sheet = sheet
        self._choices = choices
        self._columns = columns
        self._rows_merged: dict[int, list[Area]] = {}
        rows = {row for row, _ in sheet.cells}
        for area in sheet.merged:
            for row in rows.intersection(range(area.top, area.bottom + 1)):
                self._rows_merged.setdefault(row, []).append(area)

    def line(self, row: int, header: Header | None, *, is_listed: bool) -> Line:
        """Return the line of a row; `is_listed` says that a row of column names stands above it."""
        sheet = self._sheet
        cells = tuple(self._cell(row, column) for column in self._columns)
        own = [cell for cell in cells if cell.text and not cell.is_merged]
        is_header = header is not None and row in header.rows
        unsure = self._unsure(row, header, is_header=is_header)
        place, at = f"blad {sheet.name.strip()}, rij {row}", f"{sheet.name}!{row}"
        if len(own) == 1 and not is_header:
            title = self._title(row, own[0], is_listed=is_listed)
            if title or not is_listed:
                return self._loose(own[0], cells, place, is_title=bool(title), unsure=unsure or title)
        number = ""
        if own and not is_header and is_number_only(own[0].text):
            number = tidy_number(own.pop(0).text)
        text = " | ".join(cell.text for cell in own)
        return Line("row", text, place, at, number, 0, cells, sheet.name, is_header, unsure)

    def _loose(self, cell: Cell, cells: tuple[Cell, ...], place: str, *, is_title: bool, unsure: str) -> Line:
        """Return a text that has the row to itself: a title, or a line of explanation."""
        number, text = split_number(cell.text, is_title=is_title)
        if not text:
            number, text = "", cell.text
        unsure = "" if unsure == "sure" else unsure
        if is_title:
            level = depth_of(number) if any(sign.isdigit() for sign in number) else 1
            return Line("heading", text, place, cell.at, number, level, cells, self._sheet.name, unsure=unsure)
        kind: LineKind = "item" if number else "paragraph"
        return Line(kind, text, place, cell.at, number, int(bool(number)), cells, self._sheet.name, unsure=unsure)

    def _title(self, row: int, cell: Cell, *, is_listed: bool) -> str:
        """Return whether a text alone in its row is a title: "sure", the code of what is unsure about it, or nothing."""
        if len(cell.text) > _LONGEST_TITLE or "\n" in cell.text or is_number_only(cell.text):
            return ""
        _, column, first_row = sheet_place(cell.at) or ("", 0, 0)
        shown = self._sheet.cells.get((first_row, column), _EMPTY)
        area = self._area(row, column)
        if area is not None and area.right > area.left:
            return "sure" if not cell.text.endswith((".", ";")) else ""
        if len(self._columns) == 1 and not shown.style.is_bold:
            return ""
        if shown.style.is_bold or shown.style.size > _TEXT_SIZE:
            return "line-heading-guessed" if is_listed or cell.text.endswith((".", "?")) else "sure"
        return ""

    def _unsure(self, row: int, header: Header | None, *, is_header: bool) -> str:
        if self._sheet.is_hidden or row in self._sheet.hidden_rows:
            return "line-hidden"
        if any(shown.is_struck for column in self._columns if (shown := self._sheet.cells.get((row, column), _EMPTY)).text):
            return "line-struck"
        return "line-header-guessed" if is_header and header is not None and not header.is_sure else ""

    # --- cells ----------------------------------------------------------------------------------------------------

    def _cell(self, row: int, column: int) -> Cell:
        sheet = self._sheet
        area = self._area(row, column)
        first = (row, column) if area is None else (area.top, area.left)
        shown = sheet.cells.get(first, _EMPTY)
        return Cell(
            shown.text,
            f"kolom {column_letters(column)}",
            sheet_address(sheet.name, first[1], first[0]),
            first != (row, column),
            self._choices.at(*first),
            is_open=sheet.is_protected and not shown.text and shown.style.is_unlocked,
        )

    def _area(self, row: int, column: int) -> Area | None:
        return next((area for area in self._rows_merged.get(row, ()) if area.has(column, row)), None)
