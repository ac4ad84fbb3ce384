"""Reads a workbook: every sheet row by row, a merged cell at all that it covers, numbers and dates as one sees them."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.offers.reading.addresses import column_letters
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Element, OfficeFile
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.sheets.rows import read_lines
from pitchkit.offers.reading.sheets.workbook import Sheet, Workbook

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}sp"


def read_sheets(package: OfficeFile, notes: Notes) -> tuple[Line, ...]:
    """Return the lines of all sheets, in the order of their tabs; raise Unreadable when the file is damaged."""
    workbook = Workbook(package, notes)
    lines: list[Line] = []
    for sheet in workbook.sheets:
        found = [*read_lines(workbook, sheet), *_text_boxes(package, sheet)]
        if found and sheet.is_hidden:
            notes.add("paper-hidden-sheets", sheet.name)
        lines += found
        _note_hidden(sheet, notes)
        for relation in package.relations(sheet.part):
            if relation.kind == "comments":
                root = package.parse(relation.target)
                notes.add("paper-comments", count=0 if root is None else sum(1 for _ in root.iter("{*}comment")))
    return tuple(lines)


def _note_hidden(sheet: Sheet, notes: Notes) -> None:
    if sheet.is_hidden:
        return
    filled = {row for (row, _), shown in sheet.cells.items() if shown.text}
    for row in sorted(sheet.hidden_rows & filled):
        notes.add("paper-hidden-rows", f"{sheet.name}!{row}")
    columns = {column for (_, column), shown in sheet.cells.items() if shown.text}
    for column in sorted(columns):
        if any(area.left <= column <= area.right for area in sheet.hidden_columns):
            notes.add("paper-hidden-rows", f"{sheet.name}!{column_letters(column)}")


def _text_boxes(package: OfficeFile, sheet: Sheet) -> Iterator[Line]:
    """Yield the text in boxes that lie over the cells; buyers put their instructions there."""
    drawing = package.parse(package.related(sheet.part, "drawing"))
    count = 0
    for frame in () if drawing is None else drawing.iter(_FRAME):
        paragraphs = [_text(paragraph) for paragraph in frame.iter(f"{_DRAWING}p")]
        text = "\n".join(paragraph for paragraph in paragraphs if paragraph)
        if text:
            count += 1
            name = f"tekstvak {count}"
            yield Line("paragraph", text, f"blad {sheet.name}, {name}", f"{sheet.name}!{name}", table=sheet.name)


def _text(paragraph: Element) -> str:
    return " ".join("".join(piece.text or "" for piece in paragraph.iter(f"{_DRAWING}t")).split())
