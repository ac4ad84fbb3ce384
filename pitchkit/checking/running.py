"""Runs the checks over a workspace, and over what is left of its library where some entries are wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pitchkit import loading, losses
from pitchkit.checking import settling
from pitchkit.checking.catalogue import CHECKS, Check
from pitchkit.checking.checked import Checked
from pitchkit.checking.subject import read_subject
from pitchkit.diagnostics import ContentError, Diagnostic
from pitchkit.library import Library
from pitchkit.project import Workspace, shipped


def run(workspace: Workspace, today: date, checks: tuple[Check, ...]) -> Checked:
    """Return what these checks find in a workspace on a day.

    An entry that is wrong in itself is still read word for word, and left out of what looks at how entries fit together. A check
    that would be misled by what cannot be read does not run.
    """
    try:
        library, found = loading.read(workspace.library, shipped("arguments"), workspace.show)
    except ContentError as error:
        return Checked.of(error.diagnostics)
    errors = [one for one in found if one.severity == "error"]
    sound = _sound_part(library, errors)
    lost = losses.find((workspace.library, shipped("arguments")), workspace.show, errors, sound)
    readable, beside = read_subject(workspace, library, today)
    found += beside
    subject = readable if sound is library else replace(readable, library=sound)
    for one in checks:
        if not lost.touch(one.needs):
            found += one.find(readable if one.reads_words else subject)
    found = [one for one in found if not lost.explain(one)]
    left_out = [one for one in CHECKS if one not in checks]
    is_whole = all(one.severity == "warning" for one in found) and all(one.engine for one in left_out)
    settled = settling.settle(subject, found, is_whole=is_whole, unsought=[one.name for one in left_out])
    name = workspace.show(workspace.profile) if workspace.profile else ""
    return Checked.of(settled.diagnostics, len(library.entries), len(subject.templates), name, settled.silenced)


def _sound_part(library: Library, errors: Iterable[Diagnostic]) -> Library:
    """Return a library without the entries that are wrong."""
    lines: dict[str, set[int]] = {}
    for one in errors:
        lines.setdefault(one.location.path, set()).add(one.location.line)
    if not lines:
        return library
    broken = set()
    for entry in library.entries:
        first, last = library.places[entry.id].lines()
        if any(first <= line < last for line in lines.get(library.places[entry.id].file.path, ())):
            broken.add(entry.id)
    kept = [entry for entry in library.entries if entry.id not in broken]
    known = {entry.id for entry in kept}
    left = [entry.model_copy(update={"answers": tuple(one for one in entry.answers if one in known)}) for entry in kept]
    return replace(library, entries=tuple(left))
