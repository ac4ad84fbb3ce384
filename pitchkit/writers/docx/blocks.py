"""Blocks of the document tree as paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from pitchkit.document import Block, Box, Chart, Checklist, Figure, Heading, Inlines, ListBlock, Paragraph, Quote, Table
from pitchkit.outline import plain_text
from pitchkit.writers.docx import charts, contents, figures, tables
from pitchkit.writers.docx.frame import LEVELS, ListKind
from pitchkit.writers.docx.inline import Hand
from pitchkit.writers.docx.ledger import Ledger
from pitchkit.writers.docx.pieces import ListPlace, ParagraphPiece, Piece, Pieces, change_last, set_apart

BOX_END = 240  # twips below a box


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes blocks; `depth` counts the lists round them, `left` is the indent in twips inside a list."""

    ledger: Ledger
    depth: int = 0
    left: int | None = None

    def write(self, blocks: tuple[Block, ...]) -> Pieces:
        """Return the paragraphs and tables of these blocks."""
        return tuple(piece for block in blocks for piece in self._block(block))

    def _block(self, block: Block) -> Pieces:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(content):
                return self._paragraph(content)
            case ListBlock(ordered, items):
                return self._list("number" if ordered else "bullet", items)
            case Checklist(items):
                return self._list("check", items)
            case Table():
                return self._table(block)
            case Quote(blocks):
                return self._quote(blocks)
            case Box(title, blocks):
                return self._box(title, blocks)
            case Figure():
                return self._shown(figures.write_picture(block, self.ledger, self.left or 0), block.caption)
            case Chart():
                return self._shown(charts.write_chart(block, self.ledger, self.left or 0), block.caption)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Pieces:
        words = contents.as_target(heading, self._line(heading.content), self.ledger)
        return (ParagraphPiece(words, f"heading {min(max(heading.level, 1), 4)}", keep_next=True),)

    def _line(self, content: Inlines) -> str:
        return Hand(self.ledger).write(content)

    @property
    def _plain(self) -> str:
        return self.ledger.frame.body_style if self.left is None else "List Continue"

    def _paragraph(self, content: Inlines) -> Pieces:
        """Return the paragraph; one that announces what follows stays on the page with it."""
        announces = plain_text(content).rstrip().endswith(":")
        return (ParagraphPiece(self._line(content), self._plain, keep_next=announces, left=self.left),)

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, kind: ListKind, items: tuple[tuple[Block, ...], ...]) -> Pieces:
        level = self.ledger.frame.lists[kind][min(self.depth, LEVELS - 1)]
        counted = kind == "number"
        number = self.ledger.restart(level) if counted else level.number
        place = ListPlace(
            number, level.level, level.left, level.hanging, by_style=level.by_style and not counted, tabs=level.tabs
        )
        inner = BlockWriter(self.ledger, self.depth + 1, level.left)
        written = [inner._item(item, level.style, place) for item in items]
        if self.depth:
            return tuple(chain.from_iterable(written))
        for together in {0, len(written) - 2} & set(range(len(written) - 1)):  # no item alone on a page
            written[together] = change_last(written[together], keep_next=True)
        return change_last(tuple(chain.from_iterable(written)), after=self.ledger.frame.list_end)

    def _item(self, blocks: tuple[Block, ...], style: str, place: ListPlace) -> Pieces:
        """Return one item: its first paragraph carries the bullet or the number, the others stand below its words."""
        first, rest = (blocks[0], blocks[1:]) if blocks and isinstance(blocks[0], Paragraph) else (Paragraph(()), blocks)
        announces = plain_text(first.content).rstrip().endswith(":")
        opening = ParagraphPiece(self._line(first.content), style, keep_next=announces, list_place=place)
        return (opening, *self.write(rest))

    # --- set apart -----------------------------------------------------------------------------------------------

    def _quote(self, blocks: tuple[Block, ...]) -> Pieces:
        return self._framed(self.write(blocks), "Quote")

    def _box(self, title: Inlines, blocks: tuple[Block, ...]) -> Pieces:
        """Return the box; it stays on one page where it can."""
        head = (ParagraphPiece(self._line(title), "Box Title", keep_next=True),) if title else ()
        pieces = (*head, *self._framed(self.write(blocks), "Box Text"))
        together = tuple(replace(piece, keep_next=True) if isinstance(piece, ParagraphPiece) else piece for piece in pieces)
        return change_last(together, after=BOX_END, keep_next=False)

    def _framed(self, pieces: Pieces, style: str) -> Pieces:
        return set_apart(pieces, style, self._plain, self.ledger.frame.left_indents.get(style, 0))

    # --- tables and pictures -------------------------------------------------------------------------------------

    def _table(self, table: Table) -> Pieces:
        above: tuple[Piece, ...] = ()
        if table.title:
            above = (ParagraphPiece(self._line(table.title), "caption", keep_next=True, left=self.left),)
        return (*above, tables.write_table(table, self.ledger, self.left or 0))

    def _shown(self, drawing: str, caption: Inlines) -> Pieces:
        """Return a picture or a chart, on one page with its caption."""
        shown = ParagraphPiece(drawing, "Figure", keep_next=bool(caption), left=self.left)
        if not caption:
            return (shown,)
        return (shown, ParagraphPiece(self._line(caption), "caption", left=self.left, before=80, after=200))
