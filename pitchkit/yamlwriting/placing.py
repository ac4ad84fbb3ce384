"""Where in a text a change goes: which signs give way, and what takes their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pitchkit.yamlwriting import spots
from pitchkit.yamlwriting.blocks import (
    INDENT,
    Style,
    Written,
    compact,
    flow,
    flow_pairs,
    is_short,
    item_lines,
    key_lines,
    needs_lines,
    write,
)
from pitchkit.yamlwriting.changes import Change, made
from pitchkit.yamlwriting.page import Page, Splice
from pitchkit.yamlwriting.spots import Slot, Spot
from pitchkit.yamlwriting.values import CannotEditError, Commented, Value


def splices(page: Page, change: Change, style: Style) -> list[Splice]:
    """Return the pieces that a change to a text comes down to; raises CannotEditError where there is no place for one."""
    root = spots.read(page)
    placing = _Placing(page, style)
    if root and root.kind in ("keys", "items"):
        return list(placing.inside(root, change, None))
    end = root.end if root else 0
    if change.items is not None:
        return [placing.at_end(end, item_lines(change.items, style, 0), is_apart=False)]
    return [placing.new_keys_at_end(end, {str(step): made(below) for step, below in change.below.items()})]


@dataclass(frozen=True, slots=True)
class _Extent:
    """What gives way to a new value: a piece behind the sign, and what stands from there on or on the lines below."""

    start: int
    end: int
    below: int
    below_end: int


@dataclass(frozen=True, slots=True)
class _Placing:
    """Finds the pieces for changes to one text."""

    page: Page
    style: Style

    def inside(self, spot: Spot, change: Change, slot: Slot | None) -> Iterator[Splice]:
        """Yield what a change to a value comes down to, from its first part to its end; the root has no slot."""
        if slot and change.value is not None:
            yield from self._replaced(slot, change.value)
        elif slot and (spot.kind == "empty" or (not spot.slots and not slot.is_flow and not self._has_room(spot, made(change)))):
            yield from self._replaced(slot, made(change), is_spread=True)
        else:
            for one in spot.slots:
                if one.step in change.below:
                    yield from self.inside(one.spot, change.below[one.step], one)
            known = {one.step for one in spot.slots}
            new = {str(step): made(below) for step, below in change.below.items() if step not in known}
            if new:
                yield self._new_keys(spot, new, slot)
            if change.items:
                yield self._new_items(spot, change.items, slot)

    def new_keys_at_end(self, end: int, new: Mapping[str, Value]) -> Splice:
        """Return new keys for the end of a document whose last value ends at `end`."""
        return self.at_end(end, key_lines(new, self.style), is_apart=not is_short(new.values()))

    def at_end(self, end: int, lines: Sequence[str], *, is_apart: bool) -> Splice:
        """Return lines for the end of a document, below an empty line if they are apart or would seem to go with a comment."""
        at = self.page.end_of_document(end)
        before = self.page.text[:at].splitlines()
        line = before[-1].strip() if before else ""
        has_gap = self.style.has_gaps and line and not line.startswith("---") and (is_apart or line.startswith("#"))
        is_open = at > self.page.line_start(at)
        return Splice(at, at, ("\n" if is_open else "") + ("\n" if has_gap else "") + "".join(f"{line}\n" for line in lines))

    def _new_keys(self, spot: Spot, new: Mapping[str, Value], slot: Slot | None) -> Splice:
        if spot.is_flow:
            return self._in_brackets(spot, flow_pairs(new))
        if slot is None:
            return self.new_keys_at_end(spot.end, new)
        column = spot.slots[0].column
        return self._below(spot, key_lines(new, self.style, column), slot)

    def _new_items(self, spot: Spot, items: Sequence[Value], slot: Slot | None) -> Splice:
        if spot.is_flow:
            return self._in_brackets(spot, [flow(item) for item in items])
        return self._below(spot, item_lines(items, self.style, spot.slots[0].column), slot)

    def _below(self, spot: Spot, lines: Sequence[str], slot: Slot | None) -> Splice:
        at = self._end_of_block(spot, slot)
        return Splice(at, at, _under(lines))

    def _in_brackets(self, spot: Spot, pieces: Sequence[str]) -> Splice:
        text = ", ".join(pieces)
        if not spot.slots:
            return Splice(spot.start + 1, spot.start + 1, text)
        end = spot.slots[-1].spot.end
        comma = spots.behind(self.page, ",", end)
        if comma is not None:
            return Splice(comma, comma, f" {text}")
        return Splice(end, end, f", {text}")

    def _has_room(self, spot: Spot, new: Value) -> bool:
        """Return whether empty braces can take keys without a line that is too long; a list looks better without brackets."""
        if spot.kind != "keys" or needs_lines(new):
            return False
        return len(self.page.line(spot.start)) + len(flow(new)) - 2 <= self.style.width

    def _replaced(self, slot: Slot, value: Value, *, is_spread: bool = False) -> Iterator[Splice]:
        spot = slot.spot
        if isinstance(value, Commented):
            raise CannotEditError
        if slot.is_flow:
            if spot.start < spot.end:
                yield Splice(spot.start, spot.end, flow(value))
            else:
                yield Splice(slot.head, slot.head, (" " if slot.has_sign else ": ") + flow(value))
            return
        used = self.page.column(slot.head) + 1
        written = write(value, self.style, slot.column + INDENT, used, is_spread=is_spread)
        yield from self._in_place(slot, self._extent(slot), written)

    def _in_place(self, slot: Slot, extent: _Extent, written: Written) -> Iterator[Splice]:
        start = extent.start if written.inline else slot.head
        if isinstance(slot.step, int) and not self.page.text[extent.end : extent.below].strip():
            written = compact(written)
        lead = " " if written.inline and start == slot.head else ""
        yield Splice(start, extent.end, lead + written.inline)
        if written.below or extent.below < extent.below_end:
            end = extent.below_end
            yield Splice(extent.below, self.page.line_end(end) if written.below else end, _under(written.below))

    def _extent(self, slot: Slot) -> _Extent:
        spot, page = slot.spot, self.page
        line_end = page.line_end(slot.head)
        if spot.start > line_end:
            end = self._end_of_block(spot, slot) if spot.is_block else spot.end
            return _Extent(slot.head, slot.head, line_end, end)
        if spot.is_block and spot.end > line_end:
            return _Extent(slot.head, line_end, line_end, self._end_of_block(spot, slot))
        if spot.kind == "block text":
            header = spots.BLOCK_HEADER.match(page.text, spot.start)
            return _Extent(spot.start, header.end() if header else spot.start, line_end, spot.end)
        end = page.line_end(spot.end)
        return _Extent(spot.start, spot.end, end, end)

    def _end_of_block(self, spot: Spot, slot: Slot | None) -> int:
        """Return where a block ends with its comments; one in the column of the key above it is not the block's."""
        column = spot.slots[0].column
        return self.page.end_with_comments(spot.end, max(column, slot.column + 1) if slot else column)


def _under(lines: Sequence[str]) -> str:
    return "".join(f"\n{line}" for line in lines)
