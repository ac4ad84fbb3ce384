"""Where every value of a YAML text stands: the sign that leads to it, its first and its last sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pitchkit import yamlnodes
from pitchkit.yamlnodes import Node
from pitchkit.yamlsource import Step
from pitchkit.yamlwriting.page import Page

Kind = Literal["empty", "words", "block text", "keys", "items"]

BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")

_TO_SIGN = {sign: re.compile(f"(?:\\s++|#[^\n\r\x85\u2028\u2029]*+)*+{sign}") for sign in "-:,"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value, which begins at `head`: behind a colon or a dash, if there is one. `column` is its key's or dash's."""

    step: Step
    head: int
    column: int
    has_sign: bool
    is_flow: bool
    spot: Spot


@dataclass(frozen=True, slots=True)
class Spot:
    """A value: where it starts and ends, without the comments and the empty lines below it."""

    kind: Kind
    start: int
    end: int
    is_flow: bool = False
    slots: tuple[Slot, ...] = ()

    @property
    def is_block(self) -> bool:
        """Whether it has keys or items on lines of their own."""
        return self.kind in ("keys", "items") and not self.is_flow


def read(page: Page) -> Spot | None:
    """Return the value that a YAML text is, or None for a text without one; the text has been read without problems."""
    node = yamlnodes.compose(page.text)
    return _spot(page, node) if node is not None else None


def behind(page: Page, sign: str, start: int) -> int | None:
    """Return the place behind a sign, if that is the next thing but white space and comments."""
    found = _TO_SIGN[sign].match(page.text, start)
    return found.end() if found else None


def last(spot: Spot) -> Spot:
    """Return the last value in a value."""
    return last(spot.slots[-1].spot) if spot.slots else spot


def _spot(page: Page, node: Node) -> Spot:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node.value, list):
        is_flow = bool(getattr(node, "flow_style", False))
        kind: Kind = "keys" if yamlnodes.is_mapping(node) else "items"
        slots = tuple((_key_slots if kind == "keys" else _item_slots)(page, node, is_flow=is_flow))
        return Spot(kind, start, end if is_flow or not slots else slots[-1].spot.end, is_flow, slots)
    style = getattr(node, "style", None)
    if style in ("|", ">"):
        return Spot("block text", start, _end_of_text(page, start, end))
    return Spot("empty" if not style and node.value in ("", "~") else "words", start, end)


def _key_slots(page: Page, node: Node, *, is_flow: bool) -> Iterator[Slot]:
    for key, value in node.value:
        end = key.end_mark.index
        head = behind(page, ":", end)
        column = page.column(key.start_mark.index)
        yield Slot(key.value, end if head is None else head, column, head is not None, is_flow, _spot(page, value))


def _item_slots(page: Page, node: Node, *, is_flow: bool) -> Iterator[Slot]:
    at = node.start_mark.index
    for number, item in enumerate(node.value):
        spot = _spot(page, item)
        head = None if is_flow else behind(page, "-", at)
        if head is None:
            yield Slot(number, spot.start, 0, has_sign=False, is_flow=is_flow, spot=spot)
        else:
            yield Slot(number, head, page.column(head - 1), has_sign=True, is_flow=is_flow, spot=spot)
        at = spot.end


def _end_of_text(page: Page, start: int, end: int) -> int:
    """Return where the last line ends that a block of text needs: its empty lines count if its sign keeps them."""
    header = BLOCK_HEADER.match(page.text, start)
    body = page.text[start:end]
    if header and "+" in header[0]:
        return page.line_end(end - 1) if end > start and not body[-1:].strip() else end
    return page.line_end(start + len(body.rstrip()) - 1)
