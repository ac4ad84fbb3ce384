"""What a library has for whom: how many entries each reader has of each theme and kind, where that is too few, what grows old."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final, Literal, get_args

from pitchkit.diagnostics import Diagnostic, problem
from pitchkit.library import Library
from pitchkit.model import KINDS, Audience, Entry, Kind, Review
from pitchkit.reviewing import standing
from pitchkit.reviewing.reading import Book
from pitchkit.settings import Floor

By = Literal["theme", "kind"]
BY: Final[tuple[By, ...]] = get_args(By)
NO_THEME: Final = ""
THIN: Final = 1
"""So many entries or fewer is thin."""

StaleReason = Literal["passed", "passes-soon", "old-sources", "unreviewed", "changed", "suspect", "expired"]
STALE_REASONS: Final[tuple[StaleReason, ...]] = get_args(StaleReason)
OF_REVIEWS: Final[tuple[StaleReason, ...]] = ("unreviewed", "changed", "suspect", "expired")


@dataclass(frozen=True, slots=True)
class Count:
    """How many entries there are, and how many of them have a short wording of their own."""

    entries: int
    short: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How much one reader has of one theme (`NO_THEME`: without any) and kind."""

    audience: str
    theme: str
    kind: Kind
    count: Count


@dataclass(frozen=True, slots=True)
class Demand:
    """A floor as it holds for one reader: its place among the floors, and how many entries there are of the least."""

    index: int
    floor: Floor
    audience: str
    found: int

    @property
    def is_met(self) -> bool:
        """Whether there are enough."""
        return self.found >= self.floor.least


@dataclass(frozen=True, slots=True)
class Stale:
    """An entry that asks for attention; `detail` is the date it ends, the year of its newest source, or what changed."""

    entry: Entry
    reason: StaleReason
    detail: str


@dataclass(frozen=True)
class Coverage:
    """A library counted, for the readers that one asks about."""

    library: Library
    audiences: tuple[Audience, ...]

    @cached_property
    def _counts(self) -> dict[tuple[str, str | None, str | None], Count]:
        """How many entries there are for a reader with a theme and kind, None where any will do: counted in one walk."""
        entries: Counter[tuple[str, str | None, str | None]] = Counter()
        short: Counter[tuple[str, str | None, str | None]] = Counter()
        for entry in self.library.entries:
            themes = (None, *(dict.fromkeys(entry.themes) or (NO_THEME,)))
            for audience in self.library.audiences:
                if entry.is_for(audience):
                    keys = [(audience.id, theme, kind) for theme in themes for kind in (None, entry.kind)]
                    entries.update(keys)
                    short.update(keys if _has_short(entry, audience.id) else ())
        return {key: Count(entries[key], short[key]) for key in entries}

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes in the library's order, and behind them `NO_THEME` where an entry has none."""
        loose = [NO_THEME] if any(not entry.themes for entry in self.library.entries) else []
        return (*self.library.theme_by_id, *loose)

    def count(self, audience: str, *, theme: str | None = None, kind: str | None = None) -> Count:
        """Return how many entries a reader has; None where any theme or kind will do."""
        return self._counts.get((audience, theme, kind), Count(0, 0))

    def cells(self) -> Iterator[Cell]:
        """Yield every combination of reader, theme and kind that has an entry."""
        for audience in self.audiences:
            for theme in self.themes:
                for kind in KINDS:
                    count = self.count(audience.id, theme=theme, kind=kind)
                    if count.entries:
                        yield Cell(audience.id, theme, kind, count)

    def demands(self) -> Iterator[Demand]:
        """Yield what the floors of the library ask for these readers, in their order; one about an unknown theme is left out."""
        for index, floor in enumerate(self.library.settings.coverage.floors):
            if floor.theme is not None and floor.theme not in self.library.theme_by_id:
                continue
            for audience in self.audiences:
                if audience.id == floor.audience or (floor.audience is None and not audience.opt_in):
                    count = self.count(audience.id, theme=floor.theme, kind=floor.kind)
                    yield Demand(index, floor, audience.id, count.short if floor.length == "short" else count.entries)

    def thin(self, by: By) -> Iterator[tuple[str, str, int]]:
        """Yield the readers and themes, or kinds, with one entry or none, and how many there are."""
        for row in self.rows(by):
            for audience in self.audiences:
                count = self.count_row(audience.id, by, row)
                if count.entries <= THIN:
                    yield audience.id, row, count.entries

    def rows(self, by: By) -> tuple[str, ...]:
        """Return the themes or the kinds."""
        return self.themes if by == "theme" else KINDS

    def count_row(self, audience: str, by: By, row: str) -> Count:
        """Return how many entries a reader has of a theme, or of a kind."""
        return self.count(audience, theme=row) if by == "theme" else self.count(audience, kind=row)


def shortfalls(counted: Coverage) -> Iterator[Diagnostic]:
    """Yield every floor that is not met, at its place in the settings."""
    for one in counted.demands():
        if not one.is_met:
            where = counted.library.locate_setting("coverage", "floors", one.index)
            short = "-short" if one.floor.length == "short" else ""
            about = ", ".join(word for word in (one.floor.theme, one.floor.kind) if word)
            values = {"audience": one.audience, "found": one.found, "least": one.floor.least}
            yield problem(where, f"coverage-low{short}", **values, about=f" ({about})" if about else "")


def stale(library: Library, reviews: Mapping[str, Sequence[Review]] | None, today: date) -> tuple[Stale, ...]:
    """Return what asks for attention on a day, by reason and id; without reviews, what nobody reviewed is not told."""
    found = [*_dated(library, today), *_old(library, today)]
    if reviews is not None:
        found += _reviewed(library, reviews, today)
    return tuple(sorted(found, key=lambda one: (STALE_REASONS.index(one.reason), one.detail, one.entry.id)))


def stale_for(counted: Coverage, book: Book, today: date) -> tuple[Stale, ...]:
    """Return what asks for attention among what these readers get; a review, only of what is this library's to review."""
    found = stale(counted.library, book.reviews if book.is_used else None, today)
    return tuple(
        one
        for one in found
        if any(one.entry.is_for(reader) for reader in counted.audiences)
        and (one.reason not in OF_REVIEWS or book.counts(one.entry.id))
    )


def _has_short(entry: Entry, audience: str) -> bool:
    wording = entry.wording(audience)
    return wording.short != wording.text


def _dated(library: Library, today: date) -> Iterator[Stale]:
    soon = today + timedelta(days=library.settings.coverage.soon)
    for entry in library.entries:
        if entry.valid_until and entry.valid_until < soon:
            yield Stale(entry, "passed" if entry.valid_until < today else "passes-soon", entry.valid_until.isoformat())


def _old(library: Library, today: date) -> Iterator[Stale]:
    oldest = today.year - library.settings.coverage.source_years
    for entry in library.entries:
        years = tuple(_years(library, entry))
        if years and max(years) < oldest:
            yield Stale(entry, "old-sources", str(max(years)))


def _years(library: Library, entry: Entry) -> Iterable[int]:
    """Yield the years of an entry's sources; one without a year may be as new as can be, and a law holds: then there are none."""
    sources = [library.source_by_id[one] for one in entry.sources]
    can_be_old = all(one.year.isdecimal() and one.type != "law" for one in sources)
    return [int(one.year) for one in sources] if can_be_old else []


def _reviewed(library: Library, reviews: Mapping[str, Sequence[Review]], today: date) -> Iterator[Stale]:
    for one in standing.standings(library, reviews, today):
        if one.state != "reviewed":
            until = one.until.isoformat() if one.until and one.state == "expired" else ""
            yield Stale(one.entry, one.state, until or ", ".join(cause.id for cause in one.causes))
