"""Titles in their written form: a strong line opens a box, an emphasised line stands above a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pitchkit.document import Block, Blocks, Box, Emphasis, EntryMark, Inlines, Paragraph, Strong, Table


def box_of(blocks: Blocks) -> Box | None:
    """Return the box that a block quote is, if its first paragraph is nothing but strong words."""
    match blocks:
        case (Paragraph(content), *rest) if title := unwrapped(content, Strong):
            return Box(title, tuple(rest))
        case _:
            return None


def with_titles(blocks: Sequence[Block]) -> Blocks:
    """Return the blocks with each paragraph of nothing but emphasised words as the title of the table right after it."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        title = unwrapped(before.content, Emphasis) if isinstance(before, Paragraph) else ()
        if isinstance(block, Table) and not block.title and title:
            found[-1] = replace(block, title=title)
        else:
            found.append(block)
    return tuple(found)


def unwrapped(line: Inlines, markup: type[Strong | Emphasis]) -> Inlines:
    """Return what stands in the one piece of markup that a line consists of, or nothing if there is more or other."""
    visible = [inline for inline in line if not isinstance(inline, EntryMark)]
    if len(visible) != 1 or not isinstance(visible[0], markup):
        return ()
    place = line.index(visible[0])
    return (*line[:place], *visible[0].content, *line[place + 1 :])
