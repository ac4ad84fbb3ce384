"""Stories that may be told no longer: consent that was taken back, or that ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pitchkit.diagnostics import Diagnostic, problem
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.selection import Selection


def over(library: Library, entry: Entry, day: date) -> Iterator[Diagnostic]:
    """Yield that the consent for an entry is over on a day, at the place that says so."""
    consent, place = entry.consent, library.places[entry.id]
    if consent and consent.withdrawn:
        yield problem(place.locate("consent", "withdrawn"), "consent-withdrawn", id=entry.id)
    elif consent and consent.until and consent.until < day:
        yield problem(place.locate("consent", "until"), "consent-ended", id=entry.id, date=consent.until.isoformat())


def over_in(library: Library, selection: Selection, day: date) -> Iterator[Diagnostic]:
    """Yield which stories a document would have told if their consent were not over."""
    for decision in selection.without_consent():
        yield from over(library, decision.entry, day)
