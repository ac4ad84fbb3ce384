"""What stands between lines: nodes to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Checklist,
    Emphasis,
    Heading,
    ListBlock,
    NoteMark,
    Paragraph,
    Quote,
    Strong,
    Table,
)
from pitchkit.markdown_reader.entry_marks import settled
from pitchkit.markdown_reader.figures import fenced_figure, is_figure, written_figure
from pitchkit.markdown_reader.inlines import read_line
from pitchkit.markdown_reader.nodes import Node
from pitchkit.markdown_reader.reading import Reading
from pitchkit.markdown_reader.titles import box_of, with_titles
from pitchkit.outline import plain_text

_REFUSED = {"html_block": "markdown-html", "code_block": "markdown-code", "fence": "markdown-code", "hr": "markdown-rule"}
_TICK = re.compile(r"\[[ xX]\](?!\S)")
_DEEPEST_HEADING = 5
_DEEPEST_LIST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: at the top of the text or within another block, and in how many lists."""

    is_top: bool = True
    lists: int = 0


_TOP = Place()
_WITHIN = Place(is_top=False)


def read_blocks(reading: Reading, nodes: list[Node], place: Place = _TOP) -> Blocks:
    """Return the blocks that the nodes say; within another block only paragraphs and lists may stand."""
    blocks: list[Block] = []
    for node in nodes:
        for block in _block(reading, node, place):
            if not place.is_top and not isinstance(block, Paragraph | ListBlock | Checklist):
                reading.refuse("markdown-nesting", node.line)
            blocks.append(block)
    return with_titles(settled(blocks))


def _block(reading: Reading, node: Node, place: Place) -> Iterator[Block]:
    match node.kind:
        case "paragraph":
            yield from _paragraph(reading, node)
        case "heading":
            yield _heading(reading, node)
        case "bullet_list" | "ordered_list":
            yield _list(reading, node, place)
        case "blockquote":
            blocks = read_blocks(reading, node.children, _WITHIN)
            yield box_of(blocks) or Quote(blocks)
        case "table":
            yield _table(reading, node)
        case "container":
            yield from _container(reading, node)
        case "footnote_reference":
            _note(reading, node)
        case refused if refused in _REFUSED:
            reading.refuse(_REFUSED[refused], node.line)
        case unknown:
            raise AssertionError(f"the reader does not know block {unknown!r}")


def _paragraph(reading: Reading, node: Node) -> Iterator[Block]:
    (line,) = node.children
    if is_figure(line):
        if not reading.may_show_pictures:
            reading.refuse("picture-in-text", node.line)
        yield written_figure(reading, line)
    elif content := read_line(reading, line.children):
        yield Paragraph(content)


def _heading(reading: Reading, node: Node) -> Heading:
    level = len(node.markup)
    if node.markup == "-":
        reading.refuse("markdown-rule", node.line)  # a line of hyphens straight under a paragraph
    elif level == 1:
        reading.refuse("markdown-heading-one", node.line)
    elif level > _DEEPEST_HEADING:
        reading.refuse("markdown-heading-depth", node.line)
    return Heading(level - 1, read_line(reading, node.children[0].children))


def _note(reading: Reading, node: Node) -> None:
    is_one_paragraph = [child.kind for child in node.children] == ["paragraph"]
    content = read_line(reading, node.children[0].children[0].children) if is_one_paragraph else ()
    if not content or any(isinstance(inline, NoteMark) for inline in content):
        reading.refuse("markdown-note", node.line)
    reading.add_note(str(node.meta["label"]), node.line, content)


# --- lists -------------------------------------------------------------------------------------------------------


def _list(reading: Reading, node: Node, place: Place) -> ListBlock | Checklist:
    is_ordered = node.kind == "ordered_list"
    if place.lists == _DEEPEST_LIST:
        reading.refuse("markdown-nesting", node.line)
    if node.attributes.get("start", "1") != "1":
        reading.refuse("markdown-list", node.line)
    boxes = [_untick(item) for item in node.children]
    if any(boxes) and (is_ordered or set(boxes) != {"[ ]"}):
        reading.refuse("markdown-list", node.line)
    items = tuple(_item(reading, item, Place(is_top=False, lists=place.lists + 1)) for item in node.children)
    return Checklist(items) if any(boxes) else ListBlock(is_ordered, items)


def _item(reading: Reading, node: Node, place: Place) -> Blocks:
    blocks = read_blocks(reading, node.children, place)
    match blocks:
        case (Paragraph(content), *_) if plain_text(content):
            pass
        case _:
            reading.refuse("markdown-list", node.line)
    return blocks


def _untick(item: Node) -> str:
    """Take the box to tick off an item; return that box, or nothing."""
    if not item.children or item.children[0].kind != "paragraph":
        return ""
    (line,) = item.children[0].children
    found = _TICK.match(line.content)
    if not found:
        return ""
    for node in (line, line.children[0]):
        node.content = node.content[found.end() :]
    return found[0]


# --- tables ------------------------------------------------------------------------------------------------------


def _table(reading: Reading, node: Node) -> Table:
    header, *rows = [row for part in node.children for row in part.children]
    for line, width in enumerate(node.meta["widths"], node.line):
        if width != len(header.children):
            reading.refuse("markdown-table-block", line)
    align = tuple(_alignment(reading, cell) for cell in header.children)
    cells = [tuple(read_line(reading, cell.children[0].children) for cell in row.children) for row in (header, *rows)]
    return Table((), cells[0], tuple(cells[1:]), align)


def _alignment(reading: Reading, cell: Node) -> Literal["left", "right"]:
    style = cell.attributes.get("style", "")
    if style.endswith("center"):
        reading.refuse("markdown-table-block", cell.line + 1)
    return "right" if style.endswith("right") else "left"


# --- fenced blocks -----------------------------------------------------------------------------------------------


def _container(reading: Reading, node: Node) -> Iterator[Block]:
    title, *content = node.children
    if not node.meta["is_closed"]:
        reading.refuse("markdown-container", node.line)
    match node.info:
        case "box" if title.content:
            yield Box(read_line(reading, title.children, (Strong,)), read_blocks(reading, content, _WITHIN))
        case "checklist" if not title.content and [child.kind for child in content] == ["bullet_list"]:
            if not {_untick(item) for item in content[0].children} <= {"", "[ ]"}:
                reading.refuse("markdown-list", node.line)
            yield Checklist(_list(reading, content[0], _TOP).items)
        case "figure":
            if not reading.may_show_pictures and not title.content.startswith("chart:"):
                reading.refuse("picture-in-text", node.line)
            yield from fenced_figure(reading, title, content)
        case "table" if title.content and [child.kind for child in content] == ["table"]:
            yield replace(_table(reading, content[0]), title=read_line(reading, title.children, (Emphasis,)))
        case _:
            reading.refuse("markdown-container", node.line)
            read_blocks(reading, content)
