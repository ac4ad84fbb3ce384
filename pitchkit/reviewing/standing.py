"""How every entry stands on a day: reviewed, or not any more and why. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from pitchkit.library import Library
from pitchkit.model import Entry, Review
from pitchkit.reviewing import stamping

State = Literal["unreviewed", "changed", "suspect", "expired", "reviewed"]
STATES: tuple[State, ...] = get_args(State)
"""From what asks most of a reader to what asks nothing."""

CauseKind = Literal["source", "entry"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that an entry rests on and that changed since its review: a source, an answer, or an objection it answers."""

    kind: CauseKind
    id: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How one entry stands: the review that counts, why it is suspect, and until when the review holds."""

    entry: Entry
    state: State
    review: Review | None = None
    causes: tuple[Cause, ...] = ()
    until: date | None = None


def standings(library: Library, reviews: Mapping[str, Sequence[Review]], today: date) -> tuple[Standing, ...]:
    """Return how each entry stands on a day, by id.

    An entry may have several reviews, as when two branches were brought together: the last one of the text as it is counts,
    and one that still holds before one that does not.
    """
    stamps = _Stamps(library)
    return tuple(_stand(library, entry, reviews.get(entry.id, ()), stamps, today) for entry in library.entries)


def rests_on(library: Library, entry: Entry) -> Iterator[Cause]:
    """Yield what an entry rests on: its sources, the answers to an objection, and the objections that it answers."""
    sources = {one.source for one in entry.evidence} | ({entry.published} if entry.published else set())
    yield from (Cause("source", one) for one in sorted(sources) if one in library.source_by_id)
    objections = {one.id for one in library.entries if entry.id in one.answers}
    yield from (Cause("entry", one) for one in sorted({*entry.answers, *objections}) if one in library.entry_by_id)


def stamps_below(library: Library, entry: Entry) -> dict[CauseKind, dict[str, str]]:
    """Return the stamps of what an entry rests on now."""
    found: dict[CauseKind, dict[str, str]] = {"source": {}, "entry": {}}
    stamps = _Stamps(library)
    for cause in rests_on(library, entry):
        found[cause.kind][cause.id] = stamps.of(cause, stamping.NOW)
    return found


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class _Stamps:
    """The stamps of what stands in a library, each made once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[tuple[Cause, str], str] = {}

    def of(self, cause: Cause, form: str) -> str:
        key = (cause, form)
        if key not in self._made:
            self._made[key] = self._make(cause, form)
        return self._made[key]

    def _make(self, cause: Cause, form: str) -> str:
        if cause.kind == "source":
            return stamping.stamp_source(self._library.source_by_id[cause.id], form)
        return stamping.stamp_entry(self._library.entry_by_id[cause.id], form)


def _stand(library: Library, entry: Entry, reviews: Sequence[Review], stamps: _Stamps, today: date) -> Standing:
    if not reviews:
        return Standing(entry, "unreviewed")
    ranked = sorted(reviews, key=lambda one: (one.date, one.until or date.max, one.stamp))
    fitting = [one for one in ranked if stamps.of(Cause("entry", entry.id), stamping.form_of(one.stamp)) == one.stamp]
    if not fitting:
        return Standing(entry, "changed", ranked[-1])
    judged = [_judge(library, entry, review, stamps, today) for review in fitting]
    return next((one for one in reversed(judged) if one.state == "reviewed"), judged[-1])


def _judge(library: Library, entry: Entry, review: Review, stamps: _Stamps, today: date) -> Standing:
    until = _until(library, review)
    causes = tuple(_suspect(library, review, stamps))
    if causes:
        return Standing(entry, "suspect", review, causes, until)
    return Standing(entry, "expired" if until and until < today else "reviewed", review, (), until)


def _suspect(library: Library, review: Review, stamps: _Stamps) -> Iterator[Cause]:
    # What is not there any more, or no longer belongs to it, is a change of the entry itself.
    of_kind: tuple[tuple[CauseKind, Mapping[str, str], Mapping[str, object]], ...] = (
        ("source", review.sources, library.source_by_id),
        ("entry", review.entries, library.entry_by_id),
    )
    for kind, stamped, there in of_kind:
        for name in sorted(stamped):
            if name in there and stamps.of(Cause(kind, name), stamping.form_of(stamped[name])) != stamped[name]:
                yield Cause(kind, name)


def _until(library: Library, review: Review) -> date | None:
    rules = library.settings.review
    if review.until or rules is None or rules.term is None:
        return review.until
    return months_later(review.date, rules.term) - timedelta(days=1)
