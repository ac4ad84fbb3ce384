"""A table with dates: what happens when, in the order of the procedure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pitchkit.offers.places import Found
from pitchkit.offers.reading.columns import Layout
from pitchkit.offers.reading.contexts import Context, texts_of
from pitchkit.offers.reading.findings import Doubt, Finding, FoundMoment, Left
from pitchkit.offers.reading.moments import dates_of, is_closing, moment
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.dates import find_time

_FEWEST_DATES = 2


def is_planning(body: Sequence[Line], layout: Layout, context: Context) -> bool:
    """Return whether most rows have a date, or stand below a heading that says so."""
    dated = sum(1 for line in body if any(_is_date(text) for text in texts_of(line)))
    if "answer" in layout.columns and context.section != "planning":
        return False
    return dated >= _FEWEST_DATES and dated >= len(body) / 2 if context.section != "planning" else dated > 0


def _is_date(text: str) -> bool:
    return len(text) < 80 and bool(dates_of(text, 2000))  # noqa: PLR2004 - a date, no sentence with one


def read(body: Sequence[Line], layout: Layout, context: Context) -> Iterator[Finding]:
    """Yield a moment for each row; a date without a year takes that of the row above."""
    year: int | None = None
    for line in body:
        texts = texts_of(line)
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
