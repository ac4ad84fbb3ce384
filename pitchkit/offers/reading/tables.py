"""A table or a sheet: a planning, a scale, a price sheet, a list of criteria, of questions or of requirements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pitchkit.offers.places import Found
from pitchkit.offers.reading import asked_tables, cards, lines_of_text
from pitchkit.offers.reading.columns import Layout, layout_of
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.findings import Doubt, Explained, Finding, FoundMoment, FoundName, FoundPrice, FoundScale, Left
from pitchkit.offers.reading.headings import Section
from pitchkit.offers.reading.moments import dates_of, is_closing, moment
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import kinds, naming
from pitchkit.offers.reading.signals.amounts import number_of, squeezed
from pitchkit.offers.reading.signals.dates import find_time
from pitchkit.offers.reading.signals.scales import find_scale

_TOTAL = re.compile(r"^(?:sub)?-?totaal\b|^som\b|^totaalprijs|^totale", re.IGNORECASE)
_LABELS: tuple[tuple[str, str], ...] = (
    ("client", r"^(?:naam )?(?:aanbestedende dienst|opdrachtgever|gemeente|naam gemeente|subsidieverstrekker)$"),
    ("reference", r"kenmerk|referentie|zaaknummer|dossiernummer|aanbestedingsnummer|tenderned"),
    (
        "title",
        (
            "^(?:naam|titel|onderwerp)(?: (?:van )?(?:de )?(?:aanbesteding|opdracht|regeling))?$|^aanbesteding$|"
            "^betreft$|^project(?:naam)?$"
        ),
    ),
    ("contact", r"contact|e-?mail|inkoper|behandeld door"),
    ("department", r"afdeling"),
    ("address", r"adres"),
)
_FEWEST_DATES = 2
_PROSE: tuple[Section, ...] = ("background", "contents", "procedure", "scoring", "inquiries", "lots")
"""Parts that explain: a row in them that asks nothing was understood."""


def read(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Yield what stands in the rows of one table or sheet; a row that is not understood is left, none is dropped."""
    if cards.is_card(rows):
        yield from cards.read(rows, context)
        return
    rows = [line for line in rows if line.text.strip()]
    if not rows:
        return
    layout = layout_of(rows, context.asked)
    body = rows[layout.head :]
    for line in rows[: layout.head]:
        yield from _above(line, context)
    scale = find_scale([_texts(line) for line in rows])
    if scale and not layout.kind and not _is_about_something_else(layout):
        yield from _scale(rows, scale, context)
    elif "was" in layout.columns and "becomes" in layout.columns:
        for line in body:
            yield Left(squeezed(line.text), context.found(line), "change-table")
    elif not layout.kind and _is_planning(body, layout, context):
        yield from _planning(body, layout, context)
    elif not layout.kind and _is_price_sheet(layout, context):
        yield from _prices(body, layout, context)
    elif "text" in layout.columns:
        yield from asked_tables.read(body, layout, context)
    else:
        yield from _plain(rows[layout.head :], context)


def _above(line: Line, context: Context) -> Iterator[Finding]:
    """A title or a header above a list: it may hold a name or a rule, and else it explains."""
    found = list(lines_of_text.names(line, context.found(line), context.section))
    yield from found
    for text in {cell.at: squeezed(cell.text) for cell in line.cells}.values():
        yield from lines_of_text.limits(text, context.found(line)) if len(text) > 60 else ()  # noqa: PLR2004 - an instruction, no name of a column
    yield Explained(context.found(line), context.section)


def _texts(line: Line) -> list[str]:
    return list({cell.at: squeezed(cell.text) for cell in line.cells if cell.text.strip()}.values())


# --- a scale -----------------------------------------------------------------------------------------------------


def _is_about_something_else(layout: Layout) -> bool:
    return "answer" in layout.columns or "date" in layout.columns


def _scale(rows: Sequence[Line], scale: tuple, context: Context) -> Iterator[Finding]:  # type: ignore[type-arg]
    if context.criterion is not None and context.criterion.questions:
        context.criterion.grades = scale
    yield FoundScale(scale, context.found(rows[0]))


# --- a planning --------------------------------------------------------------------------------------------------


def _is_planning(body: Sequence[Line], layout: Layout, context: Context) -> bool:
    dated = sum(1 for line in body if any(_is_date(text) for text in _texts(line)))
    if "answer" in layout.columns and context.section != "planning":
        return False
    return dated >= _FEWEST_DATES and dated >= len(body) / 2 if context.section != "planning" else dated > 0


def _is_date(text: str) -> bool:
    return len(text) < 80 and bool(dates_of(text, 2000))  # noqa: PLR2004 - a date, no sentence with one


def _planning(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    year: int | None = None
    for line in body:
        texts = _texts(line)
        dated = [text for text in texts if dates_of(text, year or 2000) and len(text) < 120]  # noqa: PLR2004 - a date, no sentence
        named = layout.words(line, "text") if layout.columns.get("text") is not None else ""
        if named in dated:
            named = ""
        what = named or next((text for text in texts if text not in dated and len(text) > 2 and not find_time(text)), "")  # noqa: PLR2004 - no number
        found = context.found(line)
        if not dated or (not what and len(dated) == 1 and not _has_words(dated[0])):
            yield from _moment_without_day(what, texts, found) if what else [Left(squeezed(line.text), found, "row")]
            continue
        own = dates_of(dated[0], None)
        again = dates_of(dated[0], own[0].day.year) if own else ()
        own = again if len(again) == 1 and again[0].last else own
        at = (own or dates_of(dated[0], year or 0) or dates_of(dated[0], 2000))[0]
        if not own and year is None:
            yield FoundMoment(what or dated[0], None, "", is_closing(what), found)
            yield Doubt("date-day-without-year", found, what or dated[0])
            continue
        year = at.day.year
        time = at.time or next((time for text in texts if (time := find_time(text))), "")
        yield from moment(what or dated[0], at, time, found)


def _has_words(text: str) -> bool:
    return len(text) > 25  # noqa: PLR2004 - longer than a date alone


def _moment_without_day(what: str, texts: Sequence[str], found: Found) -> Iterator[Finding]:
    rest = next((text for text in texts if text != what), "")
    yield FoundMoment(f"{what} ({rest})" if rest else what, None, "", is_closing(what), found)
    yield Doubt("date-none", found, what)


# --- prices ------------------------------------------------------------------------------------------------------


def _is_price_sheet(layout: Layout, context: Context) -> bool:
    roles = layout.columns
    return "price" in roles and ("quantity" in roles or "unit" in roles or context.section == "price")


def _prices(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    for line in body:
        what = layout.words(line, "text") or layout.words(line, "group")
        found = context.found(line)
        if not what or _TOTAL.match(what):
            yield Explained(found, "price")
            continue
        number = number_of(re.sub(r"\s*(?:uur|uren|stuks?|groepen|x)$", "", layout.words(line, "quantity")))
        cell = layout.cell(line, "price")
        is_open = cell is not None and (not cell.text.strip() or cell.is_open or number_of(re.sub(r"[€\s]", "", cell.text)) == 0)
        answer = context.cell(line, cell) if cell and is_open else None
        if not answer and not number and not layout.words(line, "unit"):
            yield from _plain([line], replace(context, section="price"))
            continue
        yield FoundPrice(what, number, layout.words(line, "unit"), found, answer)
        if number is None:
            yield Doubt("price-quantity", found, what)


# --- anything else -----------------------------------------------------------------------------------------------


def _plain(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Rows without a header: a label with its value, or a text."""
    for line in rows:
        texts = _texts(line)
        found = context.found(line)
        empty = [cell for cell in line.cells if not cell.text.strip() or cell.is_open]
        if len(texts) == 2 and len(texts[0]) <= 80 and (label := _label(texts[0])):  # noqa: PLR2004 - a label and its value
            yield FoundName(label, texts[1], found, is_labelled=True)  # type: ignore[arg-type]
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


def _label(text: str) -> str:
    line = squeezed(text).lower().strip(" .:*")
    if naming.find_reference(text):
        return ""
    return next((key for key, words in _LABELS if re.search(words, line)), "")
