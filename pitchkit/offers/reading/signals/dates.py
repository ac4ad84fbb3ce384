"""Dates and times as Dutch papers write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from pitchkit.offers.reading.signals.amounts import squeezed

Precision = Literal["day", "week", "month", "day-without-year"]

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_MONTH_OF = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>(?:20)?\d{2})(?![\d:.]\d)(?!\d)"
_IN_WORDS = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})(?:e|ste|de)?\s*[-\s]?\s*{_MONTH}(?:\s*[-\s']?\s*{_YEAR}(?!\s*(?:uur|u\b)))?", re.IGNORECASE
)
_IN_FIGURES = re.compile(
    r"(?<![\d.\-/])(?P<day>\d{1,2})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<year>20\d{2}|\d{2})(?![\d.\-/]*\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>20\d{2})[-/](?P<m>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)")
_WEEK = re.compile(
    (
        r"\b(?:week|wk\.?)\s*(?P<week>\d{1,2})(?:\s*(?:[,(/-]|van)?\s*(?P<year>20\d{2}))?|"
        r"(?P<y2>20\d{2})[-\s]*(?:week|wk|w)\s*(?P<w2>\d{1,2})"
    ),
    re.IGNORECASE,
)
_ONLY_MONTH = re.compile(rf"(?<![\d\w]\s)(?<![\w\d]){_MONTH}\s+(?P<year>20\d{{2}})", re.IGNORECASE)
_RANGE_START = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\s*(?:t/m|tot en met|tot|en|–|-|—)\s*$", re.IGNORECASE)
_NEXT_DATE = re.compile(rf"\d{{1,2}}(?:[-/]\d|\s+(?:{'|'.join(_MONTH_OF)}))", re.IGNORECASE)
_TIME = re.compile(
    (
        r"(?<![\d.,-])(?P<hour>[01]?\d|"
        r"2[0-4])(?:\s*[:.]\s*(?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<word>u(?:ur)?\b\.?|h\b)(?!\w)|"
        r"(?<![\d.,-])(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    ),
    re.IGNORECASE,
)
_HALF_HOUR = re.compile(r"(?<!\d)(?P<hour>[01]?\d|2[0-3])u(?P<minute>[0-5]\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date, with its time ("12:00", or empty), how exact it is, and the last day where it is a period."""

    day: date
    time: str
    precision: Precision
    start: int
    end: int
    last: date | None = None


def find_dates(text: str, year: int | None = None) -> tuple[DateFound, ...]:
    """Return the dates in a text in its order; `year` is taken for a date without one, which then is not exact."""
    line = squeezed(text)
    found: list[DateFound] = []
    for pattern in (_ISO, _IN_WORDS, _IN_FIGURES, _WEEK, _ONLY_MONTH):
        for match in pattern.finditer(line):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if (one := _read(match, line, year)) is not None:
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def find_time(text: str) -> str:
    """Return the time of day in a text as `12:00`, or an empty text; `12.00` needs the word uur."""
    line = squeezed(text)
    for pattern in (_HALF_HOUR, _TIME):
        for match in pattern.finditer(line):
            values = match.groupdict()
            hour, minute = values.get("hour") or values.get("h2"), values.get("minute") or values.get("m2") or "00"
            if hour and not (values.get("h2") and (int(hour), minute) == (0, "00")):  # a sheet's date has an empty time
                return f"{'23:59' if hour == '24' else f'{int(hour):02}:{minute}'}"
    return ""


def _read(match: re.Match[str], line: str, year: int | None) -> DateFound | None:
    values = match.groupdict()
    if values.get("week") or values.get("w2"):
        return _week(match, line, year)
    given = values.get("year")
    at = int(given) if given and len(given) > 2 else 2000 + int(given) if given else year  # noqa: PLR2004 - "27" is 2027
    month = _MONTH_OF[values["month"].lower()] if values.get("month") else int(values["m"])
    number = int(values["day"]) if values.get("day") else 1
    if at is None or (given and at < 2015):  # noqa: PLR2004 - a version or a law, no date of a procedure
        return None
    try:
        day = date(at, month, number)
    except ValueError:
        return None
    precision: Precision = "day" if given and values.get("day") else "day-without-year" if values.get("day") else "month"
    first = _RANGE_START.search(line[: match.start()]) if values.get("month") and values.get("day") else None
    time = _time_after(line, match.end())
    if first and 0 < int(first["day"]) < number:
        return DateFound(date(at, month, int(first["day"])), time, precision, first.start(), match.end(), day)
    return DateFound(day, time, precision, match.start(), match.end())


def _week(match: re.Match[str], line: str, year: int | None) -> DateFound | None:
    values = match.groupdict()
    at = int(values["year"] or values["y2"] or year or 0)
    try:
        day = date.fromisocalendar(at, int(values["week"] or values["w2"]), 1)
    except ValueError:
        return None
    return DateFound(day, _time_after(line, match.end()), "week", match.start(), match.end(), day + timedelta(days=4))


def _time_after(line: str, at: int) -> str:
    return find_time(_NEXT_DATE.split(line[at : at + 45], maxsplit=1)[0])
