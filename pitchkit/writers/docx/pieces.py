"""Paragraphs and tables before they become text, so that what stands round them can still change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pitchkit.writers.docx.frame import Frame
from pitchkit.writers.docx.xml import element, properties, setting

AFTER_TABLE: Final = 200  # twips; Word puts nothing below a table
_HEADINGS: Final = ("heading", "title", "box title")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list paragraph stands; lengths in twips. `by_style` means that the style says all of it."""

    number: int
    level: int
    left: int
    hanging: int
    by_style: bool
    tabs: tuple[int, ...] = ()  # of the list; they hold only where the list stands


@dataclass(frozen=True, slots=True)
class ParagraphPiece:
    """One paragraph: its runs, its style by name, and what is said at the paragraph itself; lengths in twips."""

    content: str
    style: str
    keep_next: bool = False
    list_place: ListPlace | None = None
    left: int | None = None
    before: int | None = None
    after: int | None = None
    align: str = ""
    tabs: str = ""

    def xml(self, frame: Frame) -> str:
        """Return the paragraph."""
        return element("w:p", None, properties("w:pPr", self._properties(frame)), self.content)

    def _properties(self, frame: Frame) -> list[str]:
        style = frame.style(self.style)
        wanted = [setting("w:pStyle", style) if self.style.lower() != "normal" else "", self.tabs]
        if self.keep_next:
            wanted.append("<w:keepNext/>")
        spacing = {f"w:{edge}": size for edge, size in (("before", self.before), ("after", self.after)) if size is not None}
        if spacing:
            wanted.append(element("w:spacing", spacing))
        if self.align:
            wanted.append(setting("w:jc", self.align))
        return [*wanted, *self._indent()]

    def _indent(self) -> list[str]:
        place = self.list_place
        if place is None:
            return [] if self.left is None else [element("w:ind", {"w:left": self.left, "w:firstLine": 0})]
        if place.by_style:
            return []
        number = element("w:numPr", None, setting("w:ilvl", place.level), setting("w:numId", place.number))
        return [number, element("w:ind", {"w:left": place.left, "w:hanging": place.hanging})]


@dataclass(frozen=True, slots=True)
class TablePiece:
    """One table, written."""

    content: str


Piece = ParagraphPiece | TablePiece
Pieces = tuple[Piece, ...]


def is_heading(piece: Piece) -> bool:
    """Tell whether the piece has room of its own above it."""
    return isinstance(piece, ParagraphPiece) and piece.style.lower().startswith(_HEADINGS)


def set_apart(pieces: Sequence[Piece], style: str, plain: str, left: int) -> Pieces:
    """Return the pieces in another paragraph style, lists moved in by `left` twips, so that one frame goes round all.

    Only running text (in the style `plain`) and lists change; a heading or a table stays what it is.
    """
    return tuple(_move(piece, style, plain, left) for piece in pieces)


def _move(piece: Piece, style: str, plain: str, left: int) -> Piece:
    if isinstance(piece, TablePiece):
        return piece
    if piece.list_place is not None:
        place = replace(piece.list_place, left=piece.list_place.left + left, by_style=False)
        cleared = (element("w:tab", {"w:val": "clear", "w:pos": stop}) for stop in place.tabs)
        return replace(piece, style=style, list_place=place, tabs=element("w:tabs", None, *cleared) if place.tabs else "")
    if piece.left is not None:
        return replace(piece, style=style, left=piece.left + left)
    return replace(piece, style=style) if piece.style == plain else piece


def change_last(pieces: Pieces, *, after: int | None = None, keep_next: bool | None = None) -> Pieces:
    """Return the pieces with the last one changed, when that is a paragraph: the room below it, what it stays with."""
    if not pieces or not isinstance(pieces[-1], ParagraphPiece):
        return pieces
    last = pieces[-1] if after is None else replace(pieces[-1], after=after)
    return (*pieces[:-1], last if keep_next is None else replace(last, keep_next=keep_next))


def body_xml(pieces: Sequence[Piece], frame: Frame) -> str:
    """Return the body, with room below tables and something between two tables that would otherwise become one."""
    written: list[str] = []
    below_table = False
    for piece in pieces:
        if isinstance(piece, TablePiece):
            written.append(_SEPARATOR + piece.content if below_table else piece.content)
            below_table = True
            continue
        lowered = below_table and not is_heading(piece)
        written.append((replace(piece, before=AFTER_TABLE) if lowered else piece).xml(frame))
        below_table = False
    return "".join(written)


_SEPARATOR: Final = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="120" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
