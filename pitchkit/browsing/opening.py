"""The library for who looks around in it: an entry that somebody is still writing is no reason to see none of the others."""

from __future__ import annotations

from typing import Final

from pitchkit import loading
from pitchkit.diagnostics import ContentError
from pitchkit.library import Library
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
        "objection-without-answer",
        "short-missing",
        "short-with-blocks",
        "version-incomplete",
    }
)
"""Errors that keep an entry out of documents, and leave it whole to look at: nothing it names is missing."""


def open_library(workspace: Workspace) -> tuple[Library, int]:
    """Return the library of a workspace, and how many errors there are in entries that are unfinished.

    Raises:
        ContentError: with every problem, where something could not be read or leads nowhere.
    """
    library, found = loading.read(workspace.library, shipped("arguments"), workspace.show)
    errors = [one for one in found if one.severity == "error"]
    if any(one.code not in UNFINISHED for one in errors):
        raise ContentError(found)
    return library, len(errors)
