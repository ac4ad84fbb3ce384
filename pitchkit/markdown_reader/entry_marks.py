"""Entry marks that stand alone between blocks: they move into the block that they open or close."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar, assert_never

from pitchkit.document import (
    Block,
    Box,
    Chart,
    Checklist,
    EntryMark,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)

_FIRST, _LAST = 0, -1
T = TypeVar("T")


def settled(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks without paragraphs of nothing but entry marks: no empty line is left where an entry begins."""
    found: list[Block] = []
    waiting: Inlines = ()
    for block in blocks:
        if not isinstance(block, Paragraph) or not all(isinstance(inline, EntryMark) for inline in block.content):
            found.append(_marked(block, _FIRST, waiting) if waiting else block)
            waiting = ()
            continue
        for mark in block.content:
            if isinstance(mark, EntryMark) and mark.edge == "end" and found and not waiting:
                found[-1] = _marked(found[-1], _LAST, (mark,))
            else:
                waiting = (*waiting, mark)
    if waiting and found:
        found[-1] = _marked(found[-1], _LAST, waiting)
    elif waiting:
        found.append(Paragraph(waiting))
    return found


def _marked(block: Block, end: int, marks: Inlines) -> Block:
    """Return a block with marks before its first words or after its last."""

    def line(content: Inlines) -> Inlines:
        return (*marks, *content) if end == _FIRST else (*content, *marks)

    def inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return _swapped(blocks, end, lambda one: _marked(one, end, marks)) if blocks else (Paragraph(marks),)

    match block:
        case Heading() | Paragraph():
            return replace(block, content=line(block.content))
        case Figure() | Chart():
            return replace(block, caption=line(block.caption))
        case ListBlock() | Checklist():
            return replace(block, items=_swapped(block.items, end, inner))
        case Quote():
            return replace(block, blocks=inner(block.blocks))
        case Box():
            return replace(block, title=line(block.title)) if end == _FIRST else replace(block, blocks=inner(block.blocks))
        case Table():
            return _marked_table(block, end, line)
        case _:
            assert_never(block)


def _marked_table(table: Table, end: int, line: Callable[[Inlines], Inlines]) -> Table:
    if end == _FIRST and table.title:
        return replace(table, title=line(table.title))
    if end == _FIRST or not table.rows:
        return replace(table, header=_swapped(table.header, end, line))
    return replace(table, rows=_swapped(table.rows, end, lambda row: _swapped(row, end, line)))


def _swapped(sequence: tuple[T, ...], place: int, edit: Callable[[T], T]) -> tuple[T, ...]:
    items = list(sequence)
    items[place] = edit(items[place])
    return tuple(items)
