"""Tables: a marked header row that repeats, columns as wide as their words ask, rows that stay whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pitchkit.document import EntryMark, Inlines, Table, Text, Words
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
    alike = tuple(align == "right" for align in table.align)
    header = _Row(ledger, widths, alike, is_header=True, keep_next=True)
    inner = _Row(ledger, widths, alike, is_header=False, keep_next=whole)
    last = _Row(ledger, widths, alike, is_header=False, keep_next=False)
    rows = [
        header.write(table.header),
        *(inner.write(row) for row in table.rows[:-1]),
        *(last.write(row) for row in table.rows[-1:]),
    ]
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths))
    written = element("w:tbl", None, _properties(table, widths, ledger, left), grid, *rows)
    return TablePiece(written + _late_ends(table, ledger))


def _late_ends(table: Table, ledger: Ledger) -> str:
    """Return the ends, behind the table, of bookmarks that began before it and end in it."""
    entries = (entry for row in (table.header, *table.rows) for cell in row for entry in _stray_ends(cell).values())
    return Hand(ledger).write(tuple(EntryMark(entry, "end") for entry in entries))


def _columns(table: Table, words: Words) -> tuple[Column, ...]:
    def read(cell: Inlines) -> str:
        return plain_text(cell, words.to_fill_in)

    return tuple(
        Column(read(head), tuple(read(row[place]) for row in table.rows), table.align[place] == "right")
        for place, head in enumerate(table.header)
    )


def _properties(table: Table, widths: tuple[int, ...], ledger: Ledger, left: int) -> str:
    indent = left + ledger.frame.table_shift
    title = plain_text(table.title).replace("\n", " ")
    columns = ", ".join(plain_text(head).replace("\n", " ") for head in table.header)
    return properties(
        "w:tblPr",
        [
            setting("w:tblStyle", ledger.frame.style("Pitch Table")),
            element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            element("w:tblInd", {"w:w": indent, "w:type": "dxa"}) if indent else "",
            element("w:tblLayout", {"w:type": "fixed"}),
            element("w:tblLook", _LOOK),
            setting("w:tblCaption", title) if title else "",
            setting("w:tblDescription", columns),
        ],
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """Writes rows of one kind; `to_right` says of each column whether it is aligned to the right."""

    ledger: Ledger
    widths: tuple[int, ...]
    to_right: tuple[bool, ...]
    is_header: bool
    keep_next: bool

    def write(self, cells: tuple[Inlines, ...]) -> str:
        """Return the row; a header row is marked as one and comes back on every page."""
        head = element("w:trPr", None, "<w:cantSplit/>", "<w:tblHeader/>" if self.is_header else "")
        return element("w:tr", None, head, *map(self._cell, cells, self.widths, self.to_right))

    def _cell(self, cell: Inlines, width: int, to_right: bool) -> str:  # noqa: FBT001 - one of the columns' values
        style = "Table Header" if self.is_header else ("Table Number" if to_right else "Table Text")
        align = "right" if self.is_header and to_right else ""
        paragraph = ParagraphPiece(self._words(cell), style, keep_next=self.keep_next, align=align)
        properties_ = element("w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}))
        return element("w:tc", None, properties_, paragraph.xml(self.ledger.frame))

    def _words(self, cell: Inlines) -> str:
        """Return the words, or a dash; a bookmark that begins in the cell also ends in it."""
        ledger = self.ledger
        open_before = {entry: len(numbers) for entry, numbers in ledger.open_entries.items()}
        content = Hand(ledger).write(_ends_inside(cell))
        for entry, numbers in ledger.open_entries.items():
            while len(numbers) > open_before.get(entry, 0):
                content += close_bookmark(numbers.pop())
        is_empty = all(isinstance(inline, EntryMark) or inline == Text("") for inline in cell)
        return content + run(ledger, "\u2013", PLAIN) if is_empty else content


def _ends_inside(cell: Inlines) -> Inlines:
    """Return the cell without the ends of bookmarks that began elsewhere."""
    stray = _stray_ends(cell)
    return tuple(inline for place, inline in enumerate(cell) if place not in stray)


def _stray_ends(cell: Inlines) -> dict[int, str]:
    """Return the places of marks that end an entry which did not begin in this cell, each with its entry."""
    begun: list[str] = []
    stray = {}
    for place, inline in enumerate(cell):
        if isinstance(inline, EntryMark) and inline.edge == "start":
            begun.append(inline.entry)
        elif isinstance(inline, EntryMark) and inline.entry in begun:
            begun.remove(inline.entry)
        elif isinstance(inline, EntryMark):
            stray[place] = inline.entry
    return stray
