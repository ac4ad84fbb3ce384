"""What the checks will say about one entry that is not in its file yet."""

from __future__ import annotations

from datetime import date

from pitchkit.checking import settling
from pitchkit.checking.catalogue import CHECKS
from pitchkit.checking.subject import read_subject
from pitchkit.diagnostics import Diagnostic, by_place
from pitchkit.library import Library
from pitchkit.project import Workspace


def findings(workspace: Workspace, library: Library, entry_id: str, today: date) -> tuple[Diagnostic, ...]:
    """Return what will be told within the lines of an entry, once the library has it."""
    subject, _ = read_subject(workspace, library, today)
    checks = [one for one in CHECKS if one.engine is None or one.engine()]
    found = [diagnostic for one in checks for diagnostic in one.find(subject)]
    place = library.places[entry_id]
    about = [one for one in found if place.holds(one.location)]
    return by_place(settling.settle(subject, about, is_whole=False).diagnostics)
