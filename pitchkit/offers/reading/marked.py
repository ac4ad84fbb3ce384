"""Reads Markdown or plain text: headings, lists, tables and paragraphs, with the number of the line where each begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pitchkit.offers.reading.addresses import column_letters
from pitchkit.offers.reading.blocks import Block, place_blocks
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.placing import Places
from pitchkit.offers.reading.separated import decode
from pitchkit.offers.reading.typed_numbers import is_number_only, split_number, tidy_number

_HEADING: Final = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)\s*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_BULLET: Final = re.compile(r"(\s*)[-*+•–]\s+(?:\[([ xX])\]\s+)?(.*)")
_COUNTED: Final = re.compile(r"(\s*)(\(?(?:\d{1,4}|[a-zA-Z]|[ivx]{1,5})[.)])\s+(.*)")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_DELIMITERS: Final = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_DRAWN: Final = re.compile(r"\s*\+[-=+]{3,}\+?\s*$")
_NOTE: Final = re.compile(r"\[\^([^\]]+)\]:\s*(.*)")
_INLINE: Final = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<(https?://[^>]+|[^>\s]+@[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`+([^`]+?)`+"), r"\1"),
)
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")


def read_marked(data: bytes, notes: Notes) -> tuple[Line, ...]:
    """Return the lines of a file in Markdown; in plain text every paragraph is one."""
    text = decode(data, notes).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"<!--.*?-->", lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)
    blocks = [block for block in _MarkedReader(text.split("\n"), notes).read() if block.text or block.kind == "row"]
    return tuple(place_blocks(blocks, _say_place))


def _say_place(block: Block, places: Places) -> str:
    return (
        "" if block.kind == "heading" else places.within(f"{block.table}, {block.where}" if block.kind == "row" else block.where)
    )


@dataclass(slots=True)
class _Text:
    """A paragraph or item while its lines are gathered."""

    number: str
    level: int
    first: int
    lines: list[str]
    is_item: bool


class _MarkedReader:
    def __init__(self, lines: Sequence[str], notes: Notes) -> None:
        self._lines = lines
        self._notes = notes
        self._at = 0
        self._tables = 0
        self._indents: list[int] = []

    def read(self) -> Iterator[Block]:
        """Yield the blocks from top to bottom."""
        open_text: _Text | None = None
        while self._at < len(self._lines):
            line = re.sub(r"^( {0,3}>\s?)+", "", self._lines[self._at])
            here = self._at + 1
            self._at += 1
            underlined = open_text is not None and not open_text.is_item and len(open_text.lines) == 1 and _UNDERLINE.match(line)
            if underlined and open_text:
                yield self._heading(open_text.first, 1 if underlined[1][0] == "=" else 2, open_text.lines[0])
                open_text = None
                continue
            if not self._begins(line):
                open_text = self._gather(open_text, line, here)
                continue
            if open_text:
                yield self._block(open_text)
            open_text = None
            if self._is_table(line):
                yield from self._table(line, here)
            elif found := _HEADING.match(line):
                if found[2]:
                    yield self._heading(here, len(found[1]), found[2])
            elif _FENCE.match(line):
                yield from self._fenced(line)
            else:
                open_text = self._open(line, here)
        if open_text:
            yield self._block(open_text)

    def _begins(self, line: str) -> bool:
        """Return whether something new begins on this line, or the paragraph ends."""
        return (
            not line.strip()
            or bool(
                _HEADING.match(line) or _RULE.match(line) or _FENCE.match(line) or _BULLET.match(line) or _COUNTED.match(line)
            )
            or bool(_NOTE.match(line))
            or self._is_table(line)
        )

    def _is_table(self, line: str) -> bool:
        following = self._lines[self._at] if self._at < len(self._lines) else ""
        return "|" in line and "|" in following and bool(_DELIMITERS.match(following))

    def _gather(self, text: _Text | None, line: str, here: int) -> _Text:
        if text is None:
            if not line.startswith((" ", "\t")):
                self._indents = []
            return _Text("", 0, here, [line], is_item=False)
        text.lines.append(line)
        return text

    def _open(self, line: str, here: int) -> _Text | None:
        """Return the item or note that begins here, None for an empty line or a rule."""
        if not line.strip() or _RULE.match(line):
            return None
        if found := _NOTE.match(line):
            return _Text("", 0, here, [found[2]], is_item=False)
        if found := _BULLET.match(line):
            box = {None: "", " ": "☐ "}.get(found[2], "☒ ")
            return _Text("", self._level(found[1]), here, [box + found[3]], is_item=True)
        found = _COUNTED.match(line)
        if found is None:
            return None
        return _Text(tidy_number(found[2]), self._level(found[1]), here, [found[3]], is_item=True)

    def _level(self, blanks: str) -> int:
        indent = len(blanks.expandtabs(4))
        self._indents = [one for one in self._indents if one < indent] + [indent]
        return len(self._indents)

    # --- blocks ---------------------------------------------------------------------------------------------------

    def _heading(self, here: int, level: int, text: str) -> Block:
        self._indents = []
        number, rest = split_number(self._plain(text, here), is_title=True)
        return Block("heading", rest, str(here), number, level) if rest else Block("heading", number, str(here), "", level)

    def _block(self, text: _Text) -> Block:
        plain = self._plain(_joined(text.lines), text.first)
        number = text.number
        if not number:
            number, rest = split_number(plain)
            number, plain = (number, rest) if rest else ("", plain)
        kind = "item" if text.is_item or number else "paragraph"
        unsure = "line-gaps" if _DRAWN.match(text.lines[0]) else "line-markup" if _TAG.search(text.lines[0]) else ""
        level = text.level or int(kind == "item")
        return Block(
            "item" if kind == "item" else "paragraph",
            plain,
            str(text.first),
            number,
            level,
            where=f"regel {text.first}",
            unsure=unsure,
        )

    def _fenced(self, line: str) -> Iterator[Block]:
        """Yield what stands in a fence, line by line, as it is."""
        fence = _FENCE.match(line)
        while fence and self._at < len(self._lines):
            inner = self._lines[self._at]
            self._at += 1
            if inner.strip().startswith(fence[1]):
                return
            if inner.strip():
                yield Block("paragraph", inner.strip(), str(self._at), where=f"regel {self._at}")

    def _table(self, line: str, here: int) -> Iterator[Block]:
        self._tables += 1
        name = f"tabel {self._tables}"
        yield self._row(line, here, name, 1, is_header=any(_cells(line)))
        self._at += 1
        count = 1
        while self._at < len(self._lines) and "|" in self._lines[self._at]:
            count += 1
            self._at += 1
            yield self._row(self._lines[self._at - 1], self._at, name, count, is_header=False)

    def _row(self, line: str, here: int, table: str, count: int, *, is_header: bool) -> Block:
        texts = [self._plain(cell, here) for cell in _cells(line)]
        cells = tuple(
            Cell(text, f"kolom {column_letters(column)}", f"{here}:{column}") for column, text in enumerate(texts, start=1)
        )
        filled = [text for text in texts if text]
        number = tidy_number(filled.pop(0)) if filled and not is_header and is_number_only(filled[0]) else ""
        return Block("row", " | ".join(filled), str(here), number, 0, cells, table, f"rij {count}", is_header)

    def _plain(self, text: str, here: int) -> str:
        """Return a text without its marks."""
        text = _BREAK.sub("\n", text)
        if _TAG.search(text):
            self._notes.add("paper-markup", f"regel {here}")
            text = _TAG.sub("", text)
        for pattern, instead in _INLINE:
            text = pattern.sub(instead, text)
        text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
        return "\n".join(line for part in text.split("\n") if (line := re.sub(r"[ \t\u00a0]+", " ", part).strip()))


def _joined(lines: Sequence[str]) -> str:
    """Put the lines of a paragraph together; two blanks or a backslash at the end keep a line apart."""
    text = ""
    for line in lines:
        is_broken = line.endswith(("  ", "\\"))
        text += line.strip().removesuffix("\\") + ("\n" if is_broken else " ")
    return text.strip()


def _cells(line: str) -> list[str]:
    """Return the cells of a row; an escaped bar belongs to the text."""
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]
