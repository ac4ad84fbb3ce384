"""Reviews that hold no longer: the text changed, something below it did, or the term has passed."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic
from pitchkit.reviewing import needed


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for each review that holds no longer, and what is wrong with `reviews.yaml`."""
    yield from needed.to_look_at(subject.workspace, subject.library, subject.today)
