"""The levels of headings in a PDF: numbers tell them, and so the sizes of letters that go with those numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pitchkit.offers.reading.blocks import Block


def settle_levels(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, a heading without a number at the level of the numbered ones that look like it.

    What is larger than those stands one level above them.
    """
    levels: dict[float, int] = {}
    for block in blocks:
        if block.kind == "heading" and any(sign.isdigit() for sign in block.number):
            levels[block.look.size] = min(block.level, levels.get(block.look.size, block.level))
    return [_settle(block, levels) if block.kind == "heading" and not block.number else block for block in blocks]


def _settle(block: Block, levels: dict[float, int]) -> Block:
    size = block.look.size
    if size in levels:
        return replace(block, level=levels[size])
    smaller = [levels[one] for one in sorted(levels, reverse=True) if one < size]
    return replace(block, level=max(1, smaller[0] - 1)) if smaller else block
