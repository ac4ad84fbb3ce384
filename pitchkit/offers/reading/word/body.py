"""Walks through the body of a Word file, or through one cell, and makes blocks of what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from pitchkit.offers.reading.addresses import word_address, word_children
from pitchkit.offers.reading.blocks import Block, Look
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.papers import LineKind
from pitchkit.offers.reading.typed_numbers import is_number_only, split_number, tidy_number
from pitchkit.offers.reading.word.names import MC, find, number, tag, value
from pitchkit.offers.reading.word.numbering import Counted, Numbering
from pitchkit.offers.reading.word.styles import BODY_LEVEL, Styles
from pitchkit.offers.reading.word.tables import Box, CellWords, Row, read_rows
from pitchkit.offers.reading.word.text import TextReader
from pitchkit.offers.reading.word.words import Words, read_control

_THROUGH: Final = frozenset(tag(name) for name in ("customXml", "ins", "moveTo", "sdtContent"))
_GONE: Final[dict[object, str]] = {
    tag("del"): "paper-tracked-changes",
    tag("moveFrom"): "paper-tracked-changes",
    tag("altChunk"): "paper-embedded",
}
_DRAWN: Final = (
    "{*}drawing",
    "{*}pict",
    "{*}object",
    "{*}br",
    "{*}sectPr",
    "{*}instrText",
    "{*}fldSimple",
    "{*}AlternateContent",
)
_LONGEST_HEADING: Final = 160  # characters; a style of headings round a longer text is an article of a contract
FIELD: Final = "veld"
"""What a block without words says of itself where it is a field to fill in."""
_BULLETS: Final = ("•", "-", "–", "▪", "○", "➢", "*", "o\t", "·", "→")


class BodyReader:
    """Makes blocks of paragraphs and tables; it counts lists and tables as it goes, so it reads a file once."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._text = TextReader(styles, notes)
        self._tables = 0

    def read(self, parent: Element, at: str, table: str = "", *, is_prompt: bool = False) -> Iterator[Block]:
        """Yield the blocks in an element, in reading order; `table` names the table round it."""
        for child, where in word_children(parent, at):
            if child.tag == tag("p"):
                yield from self._paragraph(child, where, table, is_prompt=is_prompt)
            elif child.tag == tag("tbl"):
                yield from self._table(child, where)
            elif child.tag == tag("sdt"):
                yield from self._control(child, where, table, is_prompt=is_prompt)
            elif child.tag in _THROUGH:
                yield from self.read(child, where, table, is_prompt=is_prompt)
            elif child.tag == f"{MC}AlternateContent":
                for first, place in islice(word_children(child, where), 1):
                    yield from self.read(first, place, table, is_prompt=is_prompt)
            elif child.tag in _GONE:
                self._notes.add(_GONE[child.tag])

    def _control(self, control: Element, at: str, table: str, *, is_prompt: bool) -> Iterator[Block]:
        """Yield what a content control holds; the table of contents says again what the headings say."""
        found = read_control(control)
        if found.is_contents:
            self._notes.add("paper-contents", count=_count_texts(control))
        else:
            yield from self.read(control, at, table, is_prompt=is_prompt or found.is_prompt)
            if found.is_prompt and not table:
                yield Block("paragraph", "", at, where=FIELD)

    def read_note(self, note: Element, at: str, place: str) -> Iterator[Block]:
        """Yield the paragraphs of a footnote or endnote."""
        for block in self.read(note, at):
            yield replace(block, kind="paragraph", number="", level=0, where=place) if block.kind != "row" else block

    # --- paragraphs -----------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element, at: str, table: str, *, is_prompt: bool) -> Iterator[Block]:
        properties = find(paragraph, "w:pPr")
        style = value(find(properties, "w:pStyle"))
        words = self._text.read(paragraph, is_prompt=is_prompt)
        counted = self._numbering.count(properties, style)
        if words.text and self._styles.is_contents(style):
            self._notes.add("paper-contents")
        elif words.text:
            block = self._block(words, counted, self._level(properties, style), at)
            yield replace(block, table=table) if table else block
        elif not table and not words.frames and not is_prompt and not _draws(paragraph):
            yield Block("paragraph", "", at)  # perhaps room for an answer
        elif table and counted and counted.number:
            yield Block("item", "", at, tidy_number(counted.number), counted.level, table=table)  # a column that counts itself
        for frame in words.frames:
            yield from self.read(frame, word_address(frame, paragraph, at), table)

    def _block(self, words: Words, counted: Counted | None, level: int, at: str) -> Block:
        text, typed = words.text, ""
        if counted is None or not counted.number:
            typed, text = split_number(text, is_title=level > 0 or words.is_strong)
            if not text:
                text, typed = words.text, ""
        number_in_front = tidy_number(counted.number) if counted and counted.number else typed
        kind: LineKind = "paragraph"
        if level and len(text) > _LONGEST_HEADING:
            kind = "item" if number_in_front else "paragraph"
        elif level:
            kind = "heading"
        elif counted or number_in_front or text.startswith(_BULLETS):
            kind, level = "item", counted.level if counted else 1
            text = text.lstrip("•-–▪○➢*·→ \t") if not number_in_front and text.startswith(_BULLETS) else text
        unsure = "line-struck" if words.has_struck else ""
        look = Look(words.is_strong, words.largest)
        return Block(kind, text.replace("\t", " ") or words.text, at, number_in_front, level, unsure=unsure, look=look)

    def _level(self, properties: Element | None, style: str) -> int:
        said = value(find(properties, "w:outlineLvl"))
        if said:
            level = number(said, BODY_LEVEL)
            return 0 if level >= BODY_LEVEL else level + 1
        return self._styles.heading_level(style)

    # --- tables ---------------------------------------------------------------------------------------------------

    def _table(self, table: Element, at: str) -> Iterator[Block]:
        self._tables += 1
        name = f"tabel {self._tables}"
        within: dict[str, list[Block]] = {}

        def read_cell(box: Box) -> CellWords:
            words, inner = self._cell(box, name)
            within[box.at] = inner
            return words

        for row in read_rows(table, at, self._styles, self._notes, read_cell):
            inner = [block for box in row.boxes if not box.goes_on for block in within.get(box.at, [])]
            if len(row.boxes) == 1 and row.words and row.words[0].blocks > 1 and not row.is_header:
                yield from inner  # a frame round a text rather than a row
                continue
            yield _row_block(row, name)
            yield from (block for block in inner if block.kind == "row")

    def _cell(self, box: Box, table: str) -> tuple[CellWords, list[Block]]:
        """Return what a cell says as one text, and the same as blocks."""
        controls = [read_control(one) for one in (*_controls_round(box.element), *box.element.iter(tag("sdt")))]
        is_prompt = any(read_control(one).is_prompt for one in _controls_round(box.element))
        blocks = list(self.read(box.element, box.at, table, is_prompt=is_prompt))
        texts = [block for block in blocks if block.kind != "row"]
        choices, is_open = self._form_fields(box.element)
        words = CellWords(
            "\n".join(_in_cell(block) for block in texts),
            bool(texts) and all(block.look.is_strong for block in texts),
            is_open or any(one.is_prompt for one in controls),
            next((one.choices for one in controls if one.choices), choices),
            len(blocks),
            any(block.unsure == "line-struck" for block in texts),
        )
        return words, blocks

    def _form_fields(self, cell: Element) -> tuple[tuple[str, ...], bool]:
        """Return what the fields of an old form in a cell let one choose, and whether one of them is still empty."""
        choices: tuple[str, ...] = ()
        is_open = False
        if next(cell.iter(tag("ffData")), None) is not None:
            for paragraph in cell.iter(tag("p")):
                words = TextReader(self._styles, Notes()).read(paragraph)
                choices, is_open = choices or words.choices, is_open or words.is_open
        return choices, is_open


def _draws(paragraph: Element) -> bool:
    """Return whether a paragraph without words holds a picture, a line or the break to another page."""
    return any(next(paragraph.iter(name), None) is not None for name in _DRAWN)


def _count_texts(parent: Element) -> int:
    return sum(any(text.text for text in paragraph.iter(tag("t"))) for paragraph in parent.iter(tag("p")))


def _controls_round(cell: Element) -> Iterator[Element]:
    """Yield the content controls round a cell as a whole, which stand between it and its row."""
    above = cell.getparent()
    while above is not None and above.tag != tag("tr"):
        if above.tag == tag("sdt"):
            yield above
        above = above.getparent()


def _in_cell(block: Block) -> str:
    if block.kind == "item" and not block.number:
        return f"- {block.text}"
    return f"{block.number} {block.text}".strip() if block.number else block.text


def _row_block(row: Row, table: str) -> Block:
    own = [cell for cell in row.own if cell.text]
    number_in_front = ""
    if own and not row.is_header and is_number_only(own[0].text):
        number_in_front = tidy_number(own.pop(0).text)
    text = " | ".join(cell.text for cell in own)
    unsure = "line-struck" if row.has_struck else "line-header-guessed" if row.is_guessed else ""
    where = f"rij {row.number}"
    return Block("row", text, row.at, number_in_front, 0, row.cells, table, where, row.is_header, unsure)
