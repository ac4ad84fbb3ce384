"""Reads a PDF: it knows letters and places only, so headings, paragraphs and tables are concluded from how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit.offers.reading.blocks import Block, guess_headings, place_blocks
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Unreadable
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.placing import Places
from pitchkit.offers.reading.printed.flowing import SMALL, Flow
from pitchkit.offers.reading.printed.joining import join_lines
from pitchkit.offers.reading.printed.leveling import settle_levels
from pitchkit.offers.reading.printed.pages import Printed
from pitchkit.offers.reading.printed.pieces import Page
from pitchkit.offers.reading.printed.running import leave_out_contents, leave_out_running


def read_printed(data: bytes, notes: Notes) -> tuple[Line, ...]:
    """Return the lines of a PDF; raise Unreadable when it is damaged, behind a password, or holds only scans."""
    printed = Printed(data)
    try:
        outline = printed.outline()
        found = list(printed.pages())
    finally:
        printed.close()
    pages = [page for page in found if isinstance(page, Page)]
    notes.add_pages("paper-bad-pages", (page for page in found if isinstance(page, int)))
    if not any(page.pieces for page in pages):
        raise Unreadable("paper-only-scans" if any(page.is_scanned for page in pages) else "paper-empty")
    _note(pages, notes)
    leave_out_running(pages, notes)
    leave_out_contents(pages, notes)
    flow = Flow(pages, outline)
    blocks = settle_levels(list(_across_pages(flow.blocks(), flow.body)))
    return tuple(place_blocks(guess_headings(blocks), _say_place))


def _note(pages: Sequence[Page], notes: Notes) -> None:
    notes.add("paper-pdf")
    notes.add_pages("paper-scanned-pages", (page.number for page in pages if page.is_scanned))
    notes.add_pages("paper-recognised-pages", (page.number for page in pages if page.is_recognised))
    notes.add_pages("paper-columns", (page.number for page in pages if page.columns > 1))
    notes.add_pages("paper-garbled", (page.number for page in pages if page.is_garbled))
    notes.add_pages("paper-turned-text", (page.number for page in pages if page.has_turned_text))


def _across_pages(blocks: Iterator[Block], body: float) -> Iterator[Block]:
    """Yield the blocks, a paragraph that goes on over a page put together: it has no end, and the rest no capital.

    Notes at the foot of the page between the two halves come behind it.
    """
    before: Block | None = None
    small: list[Block] = []
    for block in blocks:
        if before is not None and _goes_on(before, block):
            before = _joined(before, block)
            continue
        if before is not None and block.kind != "heading" and 0 < block.look.size < SMALL * body:
            small.append(block)
            continue
        if before is not None:
            yield before
        yield from small
        before, small = block, []
    if before is not None:
        yield before
    yield from small


def _joined(before: Block, block: Block) -> Block:
    """Return two halves of a paragraph, or of a row, as one."""
    if before.kind != "row":
        joined = join_lines(before.text, block.text)
        return replace(before, text=joined.text, unsure=before.unsure or ("line-hyphen" if joined.is_guess else ""))
    cells = tuple(
        replace(cell, text=join_lines(cell.text, more.text).text.strip() if more.text and not more.is_merged else cell.text)
        for cell, more in zip(before.cells, block.cells, strict=True)
    )
    filled = [cell.text for cell in cells if cell.text and not cell.is_merged]
    return replace(before, text=" | ".join(filled[1:] if before.number else filled), cells=cells, unsure="line-continued")


def _goes_on(before: Block, block: Block) -> bool:
    if before.kind == "row":
        is_rest = block.unsure == "line-continued" and any(cell.text[:1].islower() for cell in block.cells)
        return is_rest and before.table == block.table and len(before.cells) == len(block.cells)
    return (
        before.kind in {"paragraph", "item"}
        and block.kind == "paragraph"
        and not block.number
        and before.at.partition(":")[0] != block.at.partition(":")[0]
        and not before.text.endswith((".", ":", ";", "?", "!"))
        and block.text[:1].islower()
    )


def _say_place(block: Block, places: Places) -> str:
    page = f"blz. {block.at.partition(':')[0]}"
    return f"{page}, {places.under}, {block.table}, {block.where}" if block.kind == "row" else f"{page}, {places.under}"
