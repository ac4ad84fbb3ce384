"""Tables: a marked header row that repeats, columns as wide as their words ask, rows that stay whole."""

from __future__ import annotations

from typing import Final

from pitchkit.document import EntryMark, Inlines, Table, Words
from pitchkit.outline import plain_text
from pitchkit.writers.docx.inline import PLAIN, Hand, run
from pitchkit.writers.docx.ledger import Ledger, close_bookmark
from pitchkit.writers.docx.pieces import ParagraphPiece, TablePiece
from pitchkit.writers.docx.widths import Column, column_widths
from pitchkit.writers.docx.xml import element, properties, setting

KEPT_WHOLE: Final = 9  # a table of this many rows or fewer stays on one page

_LOOK: Final[dict[str, str | int]] = {
    "w:val": "0020",
    "w:firstRow": 1,
    "w:lastRow": 0,
    "w:firstColumn": 0,
    "w:lastColumn": 0,
    "w:noHBand": 1,
    "w:noVBand": 1,
}


def write_table(table: Table, ledger: Ledger, left: int) -> TablePiece:
    """Return the table, as wide as the text; `left` is its indent in twips."""
    widths = column_widths(_columns(table, ledger.document.words), ledger.frame.page.width - left, ledger.frame.letter_width)
    whole = len(table.rows) < KEPT_WHOLE
    rows = [_row(table, table.header, widths, ledger, header=True, keep=True)]
    for place, cells in enumerate(table.rows, 1):
        rows.append(_row(table, cells, widths, ledger, header=False, keep=whole and place < len(table.rows)))
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths))
    return TablePiece(element("w:tbl", None, _properties(table, widths, ledger, left), grid, *rows))


def _columns(table: Table, words: Words) -> tuple[Column, ...]:
    def read(cell: Inlines) -> str:
        return plain_text(cell, words.to_fill_in)

    return tuple(
        Column(read(head), tuple(read(row[place]) for row in table.rows), table.align[place] == "right")
        for place, head in enumerate(table.header)
    )


def _properties(table: Table, widths: tuple[int, ...], ledger: Ledger, left: int) -> str:
    title = plain_text(table.title).replace("\n", " ")
    columns = ", ".join(plain_text(head).replace("\n", " ") for head in table.header)
    return properties(
        "w:tblPr",
        [
            setting("w:tblStyle", ledger.frame.style("Pitch Table")),
            element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            element("w:tblInd", {"w:w": left, "w:type": "dxa"}) if left else "",
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblLook", _LOOK),
            setting("w:tblCaption", title) if title else "",
            setting("w:tblDescription", columns),
        ],
    )


def _row(table: Table, cells: tuple[Inlines, ...], widths: tuple[int, ...], ledger: Ledger, *, header: bool, keep: bool) -> str:
    head = element("w:trPr", None, "<w:cantSplit/>", "<w:tblHeader/>" if header else "")
    written = (
        _cell(cell, width, ledger, style=_cell_style(right=right, header=header), right=right and header, keep=keep)
        for cell, width, right in zip(cells, widths, (align == "right" for align in table.align), strict=True)
    )
    return element("w:tr", None, head, *written)


def _cell_style(*, right: bool, header: bool) -> str:
    if header:
        return "Table Header"
    return "Table Number" if right else "Table Text"


def _cell(cell: Inlines, width: int, ledger: Ledger, *, style: str, right: bool, keep: bool) -> str:
    """Return one cell; a bookmark that begins in it also ends in it."""
    entries_before = {entry: len(numbers) for entry, numbers in ledger.open_entries.items()}
    content = Hand(ledger).write(_ends_inside(cell))
    for entry, numbers in ledger.open_entries.items():
        while len(numbers) > entries_before.get(entry, 0):
            content += close_bookmark(numbers.pop())
    if not any(not isinstance(inline, EntryMark) for inline in cell):
        content += run(ledger, "\u2013", PLAIN)
    paragraph = ParagraphPiece(content, style, keep_next=keep, align="right" if right else "")
    properties_ = element("w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}))
    return element("w:tc", None, properties_, paragraph.xml(ledger.frame))


def _ends_inside(cell: Inlines) -> Inlines:
    """Return the cell without the ends of bookmarks that began elsewhere."""
    begun: list[str] = []
    kept = []
    for inline in cell:
        if isinstance(inline, EntryMark):
            if inline.edge == "start":
                begun.append(inline.entry)
            elif inline.entry in begun:
                begun.remove(inline.entry)
            else:
                continue
        kept.append(inline)
    return tuple(kept)
