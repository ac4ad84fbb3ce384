"""Two versions of a template that git left beside each other: to a template they are text like any other."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, place, problem
from pitchkit.signs import CONFLICT


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the first place of each template and part of one that git could not bring together."""
    for name in subject.folders.names():
        try:
            text, path = subject.folders.source(name)
        except ContentError:
            continue  # told by the check of templates
        if found := CONFLICT.search(text):
            yield problem(place(path, text, found.start()), "git-conflict")
