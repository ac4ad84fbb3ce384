"""How many pages a document will have, without laying it out: an estimate, from its words and what they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, assert_never

from pitchkit import charting
from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Chart,
    Checklist,
    Document,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
)
from pitchkit.layout.packing import Brick, pack
from pitchkit.layout.sheet import Letters, Sheet, sheet_of
from pitchkit.outline import headings, is_listed, note_labels, plain_text
from pitchkit.pictures import measure
from pitchkit.writers.docx.figures import HIGHEST
from pitchkit.writers.docx.widths import Column, column_widths

_HUNDREDTH: Final = Decimal("0.01")
_POINTS_PER_CM: Final = 72 / 2.54
_TWIPS: Final = 20  # in a point
_STEP: Final = 18.0  # points that a list moves in
_WHOLE_TABLE: Final = 9  # rows; a table of fewer stays on one page
_CELL: Final = 6.0  # points above and below the words of a cell, together
_BOX: Final = 21.5  # points beside the words of a box
_BELOW_BOX: Final = 19.0
_BELOW_TABLE: Final = 10.0
_FIGURE: Final = 0.35  # of the room for text that a picture takes which is not there
_EMU: Final = 12700  # in a point
_HEADINGS: Final = ("heading 1", "heading 2", "heading 3", "heading 4")


def estimate(document: Document) -> Decimal:
    """Return about how many pages the document fills, in hundredths, as `Layout.filled` would say. It may be a quarter off."""
    sheet = sheet_of(document.page)
    notes = {note.label: note.content for note in document.notes}
    writer = _Estimator(sheet, document, notes)
    bricks = [*writer.front(), *writer.write(document.blocks)]
    return Decimal(pack(bricks, sheet.height)).quantize(_HUNDREDTH, ROUND_HALF_UP)


@dataclass(slots=True)
class _Estimator:
    """Writes blocks as bricks; `notes` are those that the text has not referred to yet, `left` is the indent in points."""

    sheet: Sheet
    document: Document
    notes: dict[str, Inlines]
    left: float = 0.0
    style: str = "text"

    def front(self) -> Iterator[Brick]:
        """Yield the title block, and the contents where there are any."""
        yield from self._lines((Text(self.document.title),), "title", keep=True)
        if self.document.subtitle:
            yield from self._lines((Text(self.document.subtitle),), "subtitle")
        listed = [one for one in headings(self.document.blocks) if is_listed(one, self.document.contents)]
        if listed:
            yield from self._lines((Text("Inhoud"),), "heading 1", keep=True)
        for heading in listed:
            yield from self._lines(heading.content, "contents 1" if heading.level <= 1 else "contents 2")

    def write(self, blocks: Blocks) -> Iterator[Brick]:
        """Yield the lines and rows of these blocks, from top to bottom."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Brick]:
        match block:
            case Heading(level, content):
                yield from self._lines(content, _HEADINGS[min(max(level, 1), 4) - 1], keep=True)
            case Paragraph(content):
                yield from self._lines(content, self.style)
            case ListBlock(_, items) | Checklist(items):
                inner = replace(self, left=self.left + _STEP, style="list" if self.style == "text" else self.style)
                for item in items:
                    yield from inner.write(item or (Paragraph(()),))
            case Table():
                yield from self._table(block)
            case Quote(blocks):
                yield from replace(self, left=self.left + 2 * _STEP, style="quote").write(blocks)
            case Box(title, blocks):
                yield from self._box(title, blocks)
            case Figure(path, _, caption):
                yield from self._shown(self._picture(path), caption)
            case Chart(caption=caption):
                yield from self._shown(charting.HEIGHT * _POINTS_PER_CM, caption)
            case _:
                assert_never(block)

    # --- lines ---------------------------------------------------------------------------------------------------

    def _lines(self, content: Inlines, style: str, *, keep: bool = False) -> Iterator[Brick]:
        """Yield the lines of a paragraph: the first two and the last two stay together."""
        letters = self.sheet.letters[style]
        text = plain_text(content, self.document.words.to_fill_in)
        count = self.sheet.count_lines(text, letters, self.sheet.width - self.left)
        notes = self._notes(content)
        announces = keep or text.rstrip().endswith(":")
        for number in range(count):
            above = letters.before if number == 0 else 0.0
            is_last = number == count - 1
            below = letters.after if is_last else 0.0
            stays = announces if is_last else keep or number == 0 or number == count - 2
            yield Brick(letters.height, above, below, stays, notes if number == 0 else 0.0)

    def _notes(self, content: Inlines) -> float:
        """Return the height of the notes that these words refer to for the first time."""
        letters = self.sheet.letters["note"]
        found = [self.notes.pop(label) for label in note_labels((Paragraph(content),)) if label in self.notes]
        return sum(self._height(note, letters) for note in found)

    def _height(self, content: Inlines, letters: Letters) -> float:
        text = plain_text(content, self.document.words.to_fill_in)
        return self.sheet.count_lines(text, letters, self.sheet.width) * letters.height + letters.after

    # --- what stands apart ---------------------------------------------------------------------------------------

    def _box(self, title: Inlines, blocks: Blocks) -> Iterator[Brick]:
        inner = replace(self, left=self.left + _BOX, style="box")
        bricks = [*(self._lines(title, "box title", keep=True) if title else ()), *inner.write(blocks)]
        yield from (replace(brick, stays=True) for brick in bricks[:-1])
        yield from (replace(brick, after=_BELOW_BOX, stays=False) for brick in bricks[-1:])

    def _shown(self, height: float, caption: Inlines) -> Iterator[Brick]:
        yield Brick(height, before=9.0, stays=bool(caption))
        if caption:
            yield from self._lines(caption, "caption")

    def _picture(self, path: str) -> float:
        """Return the height of a picture as the writer fits it on the page."""
        data = next((one.data for one in self.document.pictures if one.name == path), None)
        if data is None:
            return self.sheet.height * _FIGURE
        size = measure(data, path)
        width, height = size.width / _EMU, size.height / _EMU
        return height * min(1.0, (self.sheet.width - self.left) / width, self.sheet.height * HIGHEST / height)

    def _table(self, table: Table) -> Iterator[Brick]:
        if table.title:
            yield from self._lines(table.title, "caption", keep=True)
        widths = self._widths(table)
        is_whole = len(table.rows) < _WHOLE_TABLE
        rows = [self._row(row, widths) for row in (table.header, *table.rows)]
        for number, (height, notes) in enumerate(rows):
            is_last = number == len(rows) - 1
            below = _BELOW_TABLE if is_last else 0.0
            yield Brick(height, after=below, stays=(is_whole or number == 0) and not is_last, notes=notes)

    def _row(self, row: tuple[Inlines, ...], widths: tuple[float, ...]) -> tuple[float, float]:
        letters = self.sheet.letters["cell"]
        texts = [plain_text(cell, self.document.words.to_fill_in) for cell in row]
        most = max(self.sheet.count_lines(text, letters, width) for text, width in zip(texts, widths, strict=True))
        return most * letters.height + _CELL, sum(self._notes(cell) for cell in row)

    def _widths(self, table: Table) -> tuple[float, ...]:
        """Return the room for words in every column, in points."""
        columns = tuple(
            Column(plain_text(head), tuple(plain_text(row[place]) for row in table.rows), table.align[place] == "right")
            for place, head in enumerate(table.header)
        )
        total = round((self.sheet.width - self.left) * _TWIPS)
        return tuple(width / _TWIPS - 9 for width in column_widths(columns, total, self.sheet.cell_letter_width))
