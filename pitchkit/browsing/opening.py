"""The library for who looks around in it: an entry that somebody is still writing is no reason to see none of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pitchkit import loading
from pitchkit.diagnostics import ContentError, Diagnostic
from pitchkit.library import Library
from pitchkit.losses import ENTRIES
from pitchkit.project import Workspace, shipped

UNFINISHED: Final = frozenset(
    {
        "answers-without-objection",
        "argument-without-short",
        "certainty-missing",
        "certainty-too-firm",
        "dated-without-policy",
        "experience-without-consent",
        "fictitious-published",
        "fictitious-without-word",
        "lookup-form",
        "lookup-unknown",
        "objection-answers-off",
        "objection-without-answer",
        "short-missing",
        "short-with-blocks",
        "version-incomplete",
    }
)
"""Errors that keep an entry out of documents, and leave it whole to look at: nothing it names is missing."""


_NO_ANSWER: Final = "entry-unknown"
"""An answer that is not there leaves the objection to look at, without that answer."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A library to look around in, how many errors there are in it, and the files of which something is left out."""

    library: Library
    errors: int
    left_out: tuple[str, ...] = ()


def open_library(workspace: Workspace, *, is_whole: bool = False) -> Opened:
    """Return the library of a workspace without the entries that cannot be read; `is_whole` refuses where there are such.

    Raises:
        ContentError: with every problem, where more is wrong than entries, or the library is to be whole.
    """
    library, found = loading.read(workspace.library, shipped("arguments"), workspace.show)
    errors = [one for one in found if one.severity == "error"]
    broken = [one for one in errors if one.code not in UNFINISHED]
    if broken and (is_whole or not all(_is_of_entry(workspace, one) for one in broken)):
        raise ContentError(found)
    stuck = [one for one in broken if one.code != _NO_ANSWER]
    files = tuple(dict.fromkeys(one.location.path for one in stuck))
    return Opened(_without(library, stuck) if broken else library, len(errors), files)


def _is_of_entry(workspace: Workspace, one: Diagnostic) -> bool:
    within = workspace.within_library(one.location.path)
    return within is not None and within.startswith(f"{ENTRIES}/")


def _without(library: Library, stuck: Sequence[Diagnostic]) -> Library:
    """Return a library without the entries that something is wrong with, and without what leads to them."""
    kept = [one for one in library.entries if not any(library.places[one.id].holds(error.location) for error in stuck)]
    ids = {one.id for one in kept}
    entries = (one.model_copy(update={"answers": tuple(name for name in one.answers if name in ids)}) for one in kept)
    return replace(library, entries=tuple(entries))
