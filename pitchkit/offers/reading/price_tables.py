"""A price sheet: its lines with the cell for the price, and what else it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit.offers.reading import lines_of_text
from pitchkit.offers.reading.columns import Layout
from pitchkit.offers.reading.contexts import Context, texts_of
from pitchkit.offers.reading.findings import Doubt, Explained, Finding, FoundPrice, Left
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals.amounts import number_of, squeezed

_TOTAL = re.compile(r"^(?:sub)?-?totaal\b|^som\b|^totaalprijs|^totale", re.IGNORECASE)


def is_about_prices(layout: Layout, context: Context) -> bool:
    """Return whether a list asks for prices, or stands among prices and asks for nothing that is scored."""
    roles = set(layout.columns)
    is_sheet = "price" in roles and bool({"quantity", "unit"} & roles)
    return is_sheet or (context.section == "price" and not {"weight", "points"} & roles)


def read(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    """Yield the lines of the price; a row that is none names what is paid at most, or is left to be filled in by hand."""
    for line in body:
        if "price" not in layout.columns:
            yield from _field(line, context)
            continue
        what = layout.words(line, "text") or layout.words(line, "group")
        found = context.found(line)
        if not what or _TOTAL.match(what):
            yield Explained(found, "price")
            continue
        number = number_of(re.sub(r"\s*(?:uur|uren|stuks?|groepen|x)$", "", layout.words(line, "quantity")))
        cell = layout.cell(line, "price")
        is_open = cell is not None and (not cell.text.strip() or cell.is_open or number_of(re.sub(r"[€\s]", "", cell.text)) == 0)
        answer = context.cell(line, cell) if cell and is_open else None
        unit = _unit(line, layout)
        if not number and not unit:
            yield from _field(line, context)
            continue
        yield FoundPrice(what, number, unit, found, answer)
        if number is None:
            yield Doubt("price-quantity", found, what)


def _unit(line: Line, layout: Layout) -> str:
    """Return the unit of a line; a text that lies over several columns is none."""
    cell = layout.cell(line, "unit")
    return "" if cell is None or cell.is_merged else squeezed(cell.text)


def _field(line: Line, context: Context) -> Iterator[Finding]:
    """A row about money that is no line of the price: what the buyer pays at most, or something to fill in."""
    names = list(lines_of_text.names(replace(line, text=": ".join(texts_of(line))), context.found(line), context.section))
    yield from names or [Left(squeezed(line.text), context.found(line), "field")]
