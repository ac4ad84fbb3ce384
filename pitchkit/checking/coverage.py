"""The floors of a library: it has at least as many entries, for whom and about what, as it says it wants."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit import coverage
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, problem
from pitchkit.library import Library
from pitchkit.suggesting import suggest_named


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every floor that is not met, and every floor about a reader or theme that does not exist."""
    library = subject.library
    yield from _unknown(library)
    yield from coverage.shortfalls(coverage.Coverage(library, library.audiences))


def _unknown(library: Library) -> Iterator[Diagnostic]:
    readers = [one.id for one in library.audiences]
    for index, floor in enumerate(library.settings.coverage.floors):
        if floor.audience is not None and floor.audience not in readers:
            where = library.locate_setting("coverage", "floors", index, "audience")
            yield problem(
                where,
                "audience-unknown",
                word=floor.audience,
                suggestion=suggest_named(floor.audience, library.names("audiences")),
            )
        if floor.theme is not None and floor.theme not in library.theme_by_id:
            where = library.locate_setting("coverage", "floors", index, "theme")
            yield problem(
                where, "theme-unknown", word=floor.theme, suggestion=suggest_named(floor.theme, library.names("themes"))
            )
