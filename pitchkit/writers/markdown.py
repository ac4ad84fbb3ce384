"""A document as Markdown: clean CommonMark with tables and notes, good to read as it stands.

A box is a block quote under a strong line, a table's title an emphasised line above it, a figure's caption an emphasised
line right under the picture. The last line carries the hash of all above it: when it no longer fits, the file was edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Chart,
    Checklist,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from pitchkit.outline import TO_FILL_IN, charts, note_labels, plain_text, used_notes
from pitchkit.writers import picture_seals, sealing
from pitchkit.writers.markdown_contents import contents_blocks
from pitchkit.writers.markdown_lines import Terms, write_lines, write_picture, write_single_line

_MARKERS = {True: ("{}.", "{})"), False: ("-", "*")}  # the second one keeps a list apart from the list before it


def write(document: Document) -> bytes:
    """Return the file: title, subtitle, contents, the blocks, the notes, and a last line with the hash of all that."""
    title = write_single_line((Text(document.title),), Terms())
    subtitle = write_lines((Text(document.subtitle),), Terms())
    body = write_blocks(document.blocks, document.notes, document.words.to_fill_in)
    front = _joined([_heading(1, title), subtitle, _blocks(contents_blocks(document), Terms())])
    return sealing.seal(f"{front}\n\n{body}\n".encode() if body else f"{front}\n\n".encode())


def is_untouched(data: bytes) -> bool:
    """Return whether a file is still what `write` or `companions` made of it."""
    return sealing.is_untouched(data) or picture_seals.is_untouched(data)


def companions(document: Document) -> tuple[tuple[str, bytes], ...]:
    """Return the files that a document shows and that belong beside it, by name: its pictures, and an SVG for each chart."""
    pictures = tuple((picture.name, picture_seals.seal(picture.data)) for picture in document.pictures)
    found = {chart.picture: chart for chart in charts(document.blocks)}
    if not found:
        return pictures
    from pitchkit import drawing

    return (*pictures, *((name, sealing.seal(drawing.draw(chart))) for name, chart in found.items()))


def write_blocks(blocks: Blocks, notes: Iterable[Note] = (), to_fill_in: str = TO_FILL_IN) -> str:
    """Return blocks and the notes they refer to, numbered in the order of first use; it ends with a newline if there is anything.

    Without notes only the references are written.
    """
    terms = Terms({label: str(number) for number, label in enumerate(note_labels(blocks), 1)}, to_fill_in)
    definitions = [
        line
        for note in (used_notes(blocks, notes) if notes else ())
        for line in _indented(f"[^{terms.numbers[note.label]}]: ", write_lines(note.content, terms), 4)
    ]
    written = _joined([_blocks(blocks, terms), definitions])
    return written and written + "\n"


def _joined(parts: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


# --- blocks ------------------------------------------------------------------------------------------------------


def _blocks(blocks: Blocks, terms: Terms, *, is_tight: bool = False) -> list[str]:
    lines: list[str] = []
    before: bool | None = None  # the kind of list that was just written, if it was a list
    is_other = False
    for block in blocks:
        kind = _list_kind(block)
        is_other = kind is not None and kind == before and not is_other
        if written := _block(block, terms, is_other=is_other):
            lines.extend([""] if lines and not is_tight else [])
            lines.extend(written)
            before = kind
    return lines


def _block(block: Block, terms: Terms, *, is_other: bool) -> list[str]:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading(level, content):
            return _heading(level + 1, write_single_line(content, terms))
        case Paragraph(content):
            return write_lines(content, terms)
        case ListBlock(is_ordered, items):
            return _list(items, terms, _MARKERS[is_ordered][is_other])
        case Checklist(items):
            return _list(items, terms, _MARKERS[False][is_other], tick="[ ] ")
        case Table():
            return _table(block, terms)
        case Quote(blocks):
            return _quoted(_blocks(blocks, terms) or [""])
        case Box(title, blocks):
            return _quoted(_joined([write_lines((Strong(title),), terms), _blocks(blocks, terms)]).split("\n"))
        case Figure(path, alt, caption):
            return _picture(path, alt, caption, terms)
        case Chart():
            return _picture(block.picture, block.alt, block.caption, terms)
        case _:
            assert_never(block)


def _heading(depth: int, content: str) -> list[str]:
    """A heading whose last word is made of number signs would lose it."""
    return ["#" * depth + " " + re.sub(r"(^|\s)(#*)#$", r"\1\2\\#", content)]


def _picture(path: str, alt: str, caption: Inlines, terms: Terms) -> list[str]:
    under = write_lines((Emphasis(caption),), terms)
    return [write_picture(path, alt) + ("\\" if under else ""), *under]


def _quoted(lines: Iterable[str]) -> list[str]:
    return [f"> {line}".rstrip(" ") for line in lines]


# --- lists -------------------------------------------------------------------------------------------------------


def _list_kind(block: Block) -> bool | None:
    """Whether a list is numbered; nothing for other blocks."""
    match block:
        case ListBlock(is_ordered, _):
            return is_ordered
        case Checklist():
            return False
        case _:
            return None


def _list(items: Iterable[Blocks], terms: Terms, marker: str, tick: str = "") -> list[str]:
    items = tuple(items)
    is_tight = all(map(_is_tight, items))
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        lead = marker.format(number) + " "
        lines.extend([""] if lines and not is_tight else [])
        lines.extend(_indented(lead + tick, _blocks(item, terms, is_tight=is_tight), len(lead)))
    return lines


def _is_tight(item: Blocks) -> bool:
    """Whether an item is one paragraph, perhaps with such lists under it."""
    if not item or not isinstance(item[0], Paragraph) or not plain_text(item[0].content):
        return False
    return all(isinstance(block, ListBlock | Checklist) and all(map(_is_tight, block.items)) for block in item[1:])


def _indented(lead: str, lines: list[str], width: int) -> list[str]:
    first, *rest = lines or [""]
    return [(lead + first).rstrip(" "), *((" " * width + line).rstrip(" ") for line in rest)]


# --- tables ------------------------------------------------------------------------------------------------------


def _table(table: Table, terms: Terms) -> list[str]:
    rule = ["--:" if side == "right" else "---" for side in table.align]
    rows = [_row([_cell(cell, terms) for cell in row]) for row in (table.header, *table.rows)]
    lines = [rows[0], _row(rule), *rows[1:]]
    title = write_lines((Emphasis(table.title),), terms)
    return [*title, "", *lines] if title else lines


def _cell(content: Inlines, terms: Terms) -> str:
    return write_single_line(content, terms).replace("|", "\\|")


def _row(cells: Iterable[str]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"
