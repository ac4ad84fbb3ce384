"""What the readers of documents make first: blocks in reading order, before it is known under which heading they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pitchkit.offers.reading.papers import Cell, Line, LineKind
from pitchkit.offers.reading.placing import Places
from pitchkit.offers.reading.typed_numbers import depth_of

_LONGEST_TITLE: Final = 120  # characters; what is longer is a text in bold
_BIGGER: Final = 1.5  # points above the text of the document


@dataclass(frozen=True, slots=True)
class Look:
    """How a block looks: whether all of it is bold (or underlined, or capitals), and the size of its letters in points."""

    is_strong: bool = False
    size: float = 0.0


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Block:
    """A line that does not know its place yet; `where` is the part of the place that the reader itself knows."""

    kind: LineKind
    text: str
    at: str
    number: str = ""
    level: int = 0
    cells: tuple[Cell, ...] = ()
    table: str = ""
    where: str = ""
    is_header: bool = False
    unsure: str = ""
    look: Look = PLAIN
    room: str = ""


def place_blocks(blocks: Iterable[Block], say: Callable[[Block, Places], str]) -> Iterator[Line]:
    """Yield the lines; `say` tells the place of what is not a heading."""
    places = Places()
    for block in blocks:
        place = places.heading(block.number, block.text) if block.kind == "heading" else ""
        yield Line(
            block.kind,
            block.text,
            say(block, places) or place,
            block.at,
            block.number,
            block.level,
            block.cells,
            block.table,
            block.is_header,
            block.unsure,
            block.room,
        )


def guess_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, those that only look like a heading made into one and marked as unsure."""
    body = _body_size(blocks)
    likely = [_looks_like_heading(block, body) for block in blocks]
    certain = guessed = 0
    for position, block in enumerate(blocks):
        if block.kind == "heading":
            certain, guessed = block.level, 0
        if not likely[position] or not _stands_alone(blocks, likely, position):
            yield block
            continue
        level = _level(block.number, certain, guessed)
        if _is_counted(block.number):
            guessed = level
        yield replace(block, kind="heading", level=min(level, 9), unsure="line-heading-guessed")


def _level(number: str, certain: int, guessed: int) -> int:
    """Return the level of a heading that is guessed: by the parts of its number, or below the last one that is certain."""
    if _is_counted(number) and (depth_of(number) > 1 or not certain or " " in number):
        return depth_of(number)
    return (certain if _is_counted(number) else max(certain, guessed)) + 1


def _is_counted(number: str) -> bool:
    return bool(number) and any(sign.isdigit() for sign in number)


def _body_size(blocks: Sequence[Block]) -> float:
    """Return the size that most letters of the document have."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.look.size:
            sizes[block.look.size] += len(block.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _looks_like_heading(block: Block, body: float) -> bool:
    if block.kind not in {"paragraph", "item"} or (block.kind == "item" and not block.number) or block.where:
        return False
    text = block.text.rstrip()
    if not 1 < len(text) <= _LONGEST_TITLE or "\n" in text or text.endswith((".", ",", ";", "?", "!")):
        return False
    if text[0].islower():
        return False
    return block.look.is_strong or bool(body and block.look.size >= body + _BIGGER)


def _stands_alone(blocks: Sequence[Block], likely: Sequence[bool], position: int) -> bool:
    """Return whether something stands under it, and it is not one of several bold lines in a row, as on a title page."""
    if position + 1 >= len(blocks):
        return False
    if blocks[position].number:
        return True
    first = position
    while first and likely[first - 1] and not blocks[first - 1].number:
        first -= 1
    last = position
    while last + 1 < len(blocks) and likely[last + 1] and not blocks[last + 1].number:
        last += 1
    return last - first < 2 and last + 1 < len(blocks)  # noqa: PLR2004 - a title with a line under it is two
