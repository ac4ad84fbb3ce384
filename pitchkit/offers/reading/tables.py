"""A table or a sheet: a planning, a scale, a price sheet, a list of criteria, of questions or of requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit.offers.reading import asked_tables, cards, cover_cards, lines_of_text, planning_tables, price_tables
from pitchkit.offers.reading.columns import Layout, layout_of
from pitchkit.offers.reading.contexts import Context, texts_of
from pitchkit.offers.reading.findings import (
    Explained,
    Finding,
    FoundLot,
    FoundName,
    FoundScale,
    Left,
)
from pitchkit.offers.reading.headings import Section
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import kinds, naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.scales import find_scale

_TOTAL = re.compile(r"^(?:sub)?-?totaal\b|^som\b|^totaalprijs|^totale", re.IGNORECASE)
_PROSE: tuple[Section, ...] = ("background", "contents", "procedure", "scoring", "inquiries", "lots")
"""Parts that explain: a row in them that asks nothing was understood."""


def read(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Yield what stands in the rows of one table or sheet; a row that is not understood is left, none is dropped."""
    if cards.is_card(rows):
        yield from cards.read(rows, context)
        return
    rows = [line for line in rows if line.text.strip(" |")]
    if not rows:
        return
    if cover_cards.is_card(rows):
        yield from cover_cards.read(rows, context)
        return
    layout = layout_of(rows, context.asked)
    for line in rows[: layout.head]:
        yield from _above(line, context)
    scale = find_scale([texts_of(line) for line in rows])
    if scale and not layout.kind and "answer" not in layout.columns:
        yield from _scale(rows, scale, context)
    else:
        yield from _list(rows[layout.head :], layout, context)


def _list(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    """Yield what stands below the names of the columns; what the user says of columns goes before all guesses."""
    is_guessed = not layout.kind
    if "was" in layout.columns and "becomes" in layout.columns:
        yield from (Left(squeezed(line.text), context.found(line), "change-table") for line in body)
    elif is_guessed and planning_tables.is_planning(body, layout, context):
        yield from planning_tables.read(body, layout, context)
    elif is_guessed and _is_list_of_lots(layout):
        yield from _lots(body, layout, context)
    elif is_guessed and price_tables.is_about_prices(layout, context):
        yield from price_tables.read(body, layout, context)
    elif "text" in layout.columns:
        yield from asked_tables.read(body, layout, context)
    else:
        yield from _plain(body, context)


def _above(line: Line, context: Context) -> Iterator[Finding]:
    """A title or a header above a list: it may hold a name or a rule, and else it explains."""
    found = list(lines_of_text.names(line, context.found(line), context.section))
    yield from found
    for text in {cell.at: squeezed(cell.text) for cell in line.cells}.values():
        yield from lines_of_text.limits(text, context.found(line)) if len(text) > 60 else ()  # noqa: PLR2004 - an instruction, no name of a column
    yield Explained(context.found(line), context.section)


# --- a scale -----------------------------------------------------------------------------------------------------


def _scale(rows: Sequence[Line], scale: tuple, context: Context) -> Iterator[Finding]:  # type: ignore[type-arg]
    if context.criterion is not None and context.criterion.questions:
        context.criterion.grades = scale
    yield FoundScale(scale, context.found(rows[0]))


# --- lots --------------------------------------------------------------------------------------------------------


def _is_list_of_lots(layout: Layout) -> bool:
    others = {"answer", "type", "points", "weight", "number"} & set(layout.columns)
    return "lot" in layout.columns and "text" in layout.columns and not others


def _lots(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    """Rows with a lot each; what else they say, such as an amount, is left to be read."""
    for line in body:
        words, found = layout.words(line, "lot"), context.found(line)
        lot = naming.find_lot(words) or naming.find_lot(f"perceel {words}")
        if lot is None:
            yield from (
                [Left(squeezed(line.text), found, "row")]
                if not re.match(r"totaal", words, re.IGNORECASE)
                else [Explained(found, "lots")]
            )
            continue
        yield FoundLot(lot[0], layout.words(line, "text") or lot[1], found)
        if re.search(r"€|\d", line.text.replace(words, "", 1)):
            yield Left(squeezed(line.text), found, "row")


# --- anything else -----------------------------------------------------------------------------------------------


def _plain(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Rows without a header: a label with its value, or a text."""
    for line in rows:
        texts = texts_of(line)
        found = context.found(line)
        empty = [cell for cell in line.cells if not cell.text.strip() or cell.is_open]
        if len(texts) == 2 and len(texts[0]) <= 80 and (label := cover_cards.label_of(texts[0], texts[1])):  # noqa: PLR2004 - a label and its value
            yield FoundName(label, texts[1], found, is_labelled=True)
            continue
        text = ": ".join(texts)
        if len(texts) == 1 and empty and kinds.signals_in(text) is False and context.section in ("price", "", "contents"):
            yield Left(text, found, "field")
            continue
        if context.criterion is not None:
            yield from context.criterion.read(replace(line, kind="item", text=text), found)
            continue
        told = list(lines_of_text.read(replace(line, kind="item", text=text), context))
        is_lost = all(isinstance(one, Explained) for one in told) and context.section not in _PROSE
        yield from [Left(text, found, "row")] if is_lost else told
