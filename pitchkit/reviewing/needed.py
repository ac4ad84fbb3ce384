"""What still needs a reviewer before a document is final, and what a check has to say of reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from pitchkit.diagnostics import ContentError, Diagnostic, Location, warning
from pitchkit.library import Library
from pitchkit.project import Workspace
from pitchkit.reviewing import reading, standing
from pitchkit.reviewing.standing import Standing

_MOST_IDS = 12
_OTHER_CLOCK = timedelta(days=1)
"""How far the day may be ahead where somebody else reviews."""


def in_final(workspace: Workspace, library: Library, used: Iterable[str], today: date) -> tuple[Diagnostic, ...]:
    """Return a warning, on one line, when the entries `used` in documents hold some that nobody reviewed as they stand.

    The library that came with pitchkit and entries of one that is extended count once somebody here reviewed them.

    Raises:
        ContentError: the library requires reviews, or its reviews cannot be read.
    """
    book = reading.load(workspace, library)
    if workspace.is_shipped_library and not book.is_used:
        return ()
    ids = {one for one in used if book.counts(one)}
    every = standing.standings(library, book.reviews, today)
    lacking = [one.entry.id for one in every if one.entry.id in ids and one.state != "reviewed"]
    if not lacking:
        return ()
    shown = ", ".join(lacking[:_MOST_IDS]) + (f", … (+{len(lacking) - _MOST_IDS})" if len(lacking) > _MOST_IDS else "")
    where = Location(workspace.show(workspace.library))
    found = warning(where, "final-unreviewed", count=len(lacking), total=len(ids), ids=shown)
    required = library.settings.review is not None and library.settings.review.required
    if required or library.settings.checks.severity.get(found.code) == "error":
        raise ContentError([replace(found, severity="error")])
    return (found,)


def to_look_at(workspace: Workspace, library: Library, today: date) -> Iterator[Diagnostic]:
    """Yield a warning for each review that holds no longer; what was never reviewed is not among them."""
    try:
        book = reading.load(workspace, library)
    except ContentError as error:
        yield from error.diagnostics
        return
    yield from book.warnings
    for one in standing.standings(library, book.reviews, today):
        if one.review is not None and one.state != "reviewed":
            yield _told(library, one)
        elif one.review is not None and one.review.date > today + _OTHER_CLOCK:
            where = library.places[one.entry.id].locate("id")
            yield warning(where, "review-in-future", id=one.entry.id, by=one.review.by, date=one.review.date)


def _told(library: Library, one: Standing) -> Diagnostic:
    where = library.places[one.entry.id].locate("id")
    by, day = (one.review.by, one.review.date) if one.review else ("", "")
    causes = ", ".join(cause.id for cause in one.causes)
    values = {"causes": causes} if one.state == "suspect" else {"until": one.until} if one.state == "expired" else {}
    return warning(where, f"review-{one.state}", id=one.entry.id, by=by, date=day, **values)
