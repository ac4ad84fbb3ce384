"""Dates of the procedure: what happens, when, and whether it is the day on which the offer has to be in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pitchkit.offers.places import Found
from pitchkit.offers.reading.findings import Doubt, Finding, FoundMoment
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.dates import DateFound, find_dates, find_time

_CLOSING = re.compile(
    r"sluiting\w*|\bin te (?:schrijven|dienen)\b|(?:uiterste|laatste|uiterlijk\w*)\b[^.]{0,60}\b(?:indien|"
    "inschrijv|inlever|aanvra|"
    r"offerte)\w*|(?:indien|inlever)(?:en|ing|datum|termijn|ingsdatum)\b(?![^.]{0,30}\bvragen)|"
    "inschrijftermijn|deadline (?:inschrijving|offerte|aanvraag|indienen)|"
    r"(?:inschrijving|offerte|aanvraag|aanvragen|inschrijvingen|offertes)\b[^.]{0,60}\b(?:uiterlijk|vóór|voor|"
    r"ontvangen|ingediend|indienen|binnen)|(?:uiterlijk|vóór)\b[^.]{0,60}\b(?:inschrijving\w*|offertes?|"
    r"aanvragen?)\b[^.]{0,40}(?:ontvangen|ingediend|indienen|binnen)",
    re.IGNORECASE,
)
_NOT_CLOSING = re.compile(
    (
        r"\bvragen\b|vragenronde|nota van|\bnvi\b|gunning|publicatie|bezwaar|opening|verificatie|presentatie|"
        r"beoordeling|kort geding|ingangsdatum|start\b|klacht|aanmeld"
    ),
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"publicatie|aankondiging|schouw|informatiebijeenkomst|vragen(?:ronde)?\b|nota van inlichtingen|\bnvi\b|"
    "sluiting|indien|inschrijv|opening|beoordeling|presentatie|verificatie|interview|gunning|standstill|"
    "opschortende|"
    "bezwaar|contract|ondertekening|ingang|start|implementatie|aanvang|einde|looptijd|besluit|deadline|"
    "uiterlijk|aanvra|offerte|afwijzing|bekendmaking|rapportage|verantwoording|inlevert|termijn",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    (
        r"(?:uiterste|laatste|uiterlijk|indienen|stellen|sluiting)[^.]{0,60}\bvragen\b|"
        r"\bvragen\b[^.]{0,60}(?:uiterlijk|vóór|indienen|ingediend|stellen|gesteld)"
    ),
    re.IGNORECASE,
)
_IS_BETWEEN = re.compile(r"^\s*(?:t/m|tot en met|tot|–|-|—|en)\s*$", re.IGNORECASE)


def is_closing(what: str) -> bool:
    """Return whether an event is the moment by which the offer has to be in."""
    return bool(_CLOSING.search(what)) and not _NOT_CLOSING.search(what)


def moments_in(text: str, found: Found, *, is_planning: bool) -> Iterator[Finding]:
    """Yield the moments in a sentence; outside the planning only those with the name of an event beside the date."""
    for sentence in re.split(r"(?<=[a-z)\d]{2}[.;])\s+(?=[A-Z])", squeezed(text)):
        dates = _joined(find_dates(sentence), sentence)
        if not dates or (not is_planning and not _EVENT.search(sentence)):
            continue
        if not is_planning and not (is_closing(sentence) or _QUESTIONS.search(sentence)):
            continue
        what = _what(sentence, dates)
        yield from moment(what, dates[0], find_time(sentence[dates[0].end :]) or dates[0].time or find_time(sentence), found)


def moment(what: str, at: DateFound, time: str, found: Found) -> Iterator[Finding]:
    """Yield a moment, and the doubt about its date where it was no exact day."""
    closes = is_closing(what)
    day = at.last if at.last and closes else at.day
    words = what.strip(" :;,.–—-|") or "Datum"
    if at.precision == "month":
        yield FoundMoment(words, None, "", closes, found)
    else:
        yield FoundMoment(words, day, time, closes, found)
    if at.precision != "day":
        yield Doubt(f"date-{at.precision}", found, f"{words}: {day.isoformat()}")
    elif at.last:
        yield Doubt("date-period", found, f"{words}: {at.day.isoformat()} – {at.last.isoformat()}")


def dates_of(text: str, year: int | None) -> tuple[DateFound, ...]:
    """Return the dates in a cell, with a period as one; a date without a year takes `year`."""
    line = squeezed(text)
    return _joined(find_dates(line, year), line)


def _joined(dates: tuple[DateFound, ...], line: str) -> tuple[DateFound, ...]:
    """Return dates with two that have "t/m" between them as one period."""
    found: list[DateFound] = []
    for one in dates:
        if found and found[-1].last is None and _IS_BETWEEN.match(line[found[-1].end : one.start]):
            found[-1] = replace(found[-1], last=one.day, end=one.end, time=one.time or found[-1].time)
        else:
            found.append(one)
    return tuple(found)


def _what(sentence: str, dates: tuple[DateFound, ...]) -> str:
    """Return what happens, without its date: the label before it, or the sentence."""
    before = sentence[: dates[0].start].rstrip(" (:–—-|")
    label = re.sub(
        r"\s*(?:op|is|:|uiterlijk|vóór|voor|per|van|vanaf|ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\.?$",
        "",
        before,
        flags=re.IGNORECASE,
    )
    label = re.sub(r"\s*(?:op|is|:|uiterlijk|vóór|voor|per|van)$", "", label, flags=re.IGNORECASE).strip()
    return label if label and len(label) <= 90 and ":" in sentence[: dates[0].start + 1] else sentence  # noqa: PLR2004 - a label
