"""The reviews of a library: `reviews.yaml` beside its entries, one item for each entry that somebody reviewed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem, warning
from pitchkit.folders import is_inside
from pitchkit.library import Library
from pitchkit.model import Review
from pitchkit.project import Workspace, shipped
from pitchkit.reviewing import stamping
from pitchkit.validation import validate_list
from pitchkit.yamlsource import YamlFile

NAME = "reviews.yaml"


@dataclass(frozen=True)
class Book:
    """The reviews of a library's entries; `own` are the entries that stand in the library itself, not in one it extends.

    `warnings` are about reviews of entries that are no longer there, `errors` about reviews that cannot be read.
    """

    reviews: Mapping[str, tuple[Review, ...]]
    own: frozenset[str]
    is_asked: bool
    warnings: tuple[Diagnostic, ...] = ()
    errors: tuple[Diagnostic, ...] = ()

    @cached_property
    def is_used(self) -> bool:
        """Whether this library works with reviews: somebody stamped an entry, or the library's settings speak of them."""
        return self.is_asked or bool(self.reviews)

    def counts(self, entry_id: str) -> bool:
        """Return whether an entry is this library's to review: its own, or one that somebody took on by a review."""
        return entry_id in self.own or entry_id in self.reviews


def load(workspace: Workspace, library: Library) -> Book:
    """Return the reviews of a library, with those that came with the library it extends.

    Raises:
        ContentError: with every problem in `reviews.yaml`.
    """
    book = read(workspace, library)
    if book.errors:
        raise ContentError((*book.errors, *book.warnings))
    return book


def read(workspace: Workspace, library: Library) -> Book:
    """Return the reviews of a library as far as they can be read; an entry whose review cannot has none.

    Raises:
        ContentError: `reviews.yaml` as a whole cannot be read.
    """
    own = own_entries(workspace, library)
    folders = [workspace.library] if len(own) == len(library.places) else [shipped("arguments"), workspace.library]
    found: list[Diagnostic] = []
    reviews: dict[str, tuple[Review, ...]] = {}
    for folder in folders:
        for review in _read(workspace, folder, library, found):
            reviews[review.entry] = (*reviews.get(review.entry, ()), review)
    errors = tuple(one for one in found if one.severity == "error")
    warnings = tuple(one for one in found if one.severity != "error")
    return Book(reviews, own, library.settings.review is not None, warnings, errors)


def own_entries(workspace: Workspace, library: Library) -> frozenset[str]:
    """Return the ids of the entries that stand in the library itself, and not in one that it extends."""
    return frozenset(one for one, place in library.places.items() if workspace.within_library(place.file.path) is not None)


def _read(workspace: Workspace, folder: Path, library: Library, found: list[Diagnostic]) -> list[Review]:
    path = folder / NAME
    if not path.exists():
        return []
    shown = workspace.show(path)
    if not is_inside(path, folder):
        raise ContentError([problem(Location(shown), "path-outside")])
    file = yamlsource.read(path, shown)
    values, problems = validate_list(file, file.data, Review)
    if not isinstance(file.data, list) and problems:
        raise ContentError(problems)
    found += problems
    return [one for index, one in enumerate(values) if one is not None and _is_sound(file, index, one, library, found)]


def _is_sound(file: YamlFile, index: int, review: Review, library: Library, found: list[Diagnostic]) -> bool:
    forms = {stamping.form_of(one) for one in (review.stamp, *review.sources.values(), *review.entries.values())}
    unknown = sorted(form for form in forms if not stamping.is_known(form))
    if unknown:
        found.append(problem(file.locate((index, "stamp")), "review-form", form=unknown[0]))
    elif review.entry not in library.entry_by_id and review.entry not in library.settings.without:
        found.append(_of_nothing(file.locate((index, "entry")), review, library))
    return not unknown and review.entry in library.entry_by_id


def _of_nothing(where: Location, review: Review, library: Library) -> Diagnostic:
    form = stamping.form_of(review.stamp)
    renamed = next((one.id for one in library.entries if stamping.stamp_entry(one, form) == review.stamp), None)
    if renamed is not None:
        return warning(where, "review-of-renamed", id=review.entry, new=renamed)
    return warning(where, "review-of-nothing", id=review.entry)
