"""Offers: every file in the nearest folder with offers can be read, and names what exists."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what keeps an offer from being opened; what keeps it from being sent is for `pitchkit offer check`."""
    paths = subject.workspace.offers
    if not paths:
        return
    from pitchkit.offers import loading

    for path in paths:
        name = path.as_posix()
        try:
            loading.load(name, path.parent, subject.workspace.show(path), subject.library, subject.profile.profile)
        except ContentError as error:
            yield from error.diagnostics
