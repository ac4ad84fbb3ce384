"""Empty paragraphs and fields below a text: room for an answer, or only white between paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from pitchkit.offers.reading.blocks import Block
from pitchkit.offers.reading.signals import asking
from pitchkit.offers.reading.word.body import FIELD

_MOST_WHITE = 0.4
"""The share of ordinary paragraphs with an empty one below it from which on that is how the buyer makes white."""


def find_rooms(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with words; each knows the address of the room below it, where that is no mere white."""
    made: list[Block] = []
    is_white = _makes_white(blocks)
    for is_empty, group in groupby(blocks, key=_is_empty):
        if not is_empty:
            made += group
            continue
        below = list(group)
        field = next((one for one in below if one.where == FIELD), None)
        if made and made[-1].kind != "row" and (field or len(below) > 1 or not is_white):
            made[-1] = replace(made[-1], room=(field or below[0]).at)
    return made


def _is_empty(block: Block) -> bool:
    return not block.text and block.kind == "paragraph"


def _makes_white(blocks: Sequence[Block]) -> bool:
    """Return whether the buyer sets ordinary paragraphs apart with empty ones."""
    plain = [at for at, one in enumerate(blocks[:-1]) if one.kind == "paragraph" and one.text]
    set_apart = [at for at in plain if _is_empty(blocks[at + 1]) and not _leads(blocks[at])]
    return len(set_apart) > _MOST_WHITE * len(plain)


def _leads(block: Block) -> bool:
    return block.text.rstrip().endswith((":", "?")) or asking.is_question(block.text)
