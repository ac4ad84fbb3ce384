"""What the checks will say about one entry that is not in its file yet."""

from __future__ import annotations

from datetime import date

from pitchkit import profiles
from pitchkit.checking import settling
from pitchkit.checking.catalogue import CHECKS
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, by_place
from pitchkit.library import Library
from pitchkit.project import Workspace
from pitchkit.templating.finding import TemplateFolders, find_templates


def findings(workspace: Workspace, library: Library, entry_id: str, today: date) -> tuple[Diagnostic, ...]:
    """Return what will be told within the lines of an entry, once the library has it."""
    folders = TemplateFolders.of(workspace)
    templates, _ = find_templates(folders, [audience.id for audience in library.audiences])
    subject = Subject(library, folders, templates, _profile(workspace, library), library.settings.checks, workspace, today)
    checks = [one for one in CHECKS if one.engine is None or one.engine()]
    found = [diagnostic for one in checks for diagnostic in one.find(subject)]
    place = library.places[entry_id]
    about = [one for one in found if place.holds(one.location)]
    return by_place(settling.settle(subject, about, is_whole=False).diagnostics)


def _profile(workspace: Workspace, library: Library) -> profiles.LoadedProfile:
    try:
        name = workspace.show(workspace.profile) if workspace.profile else ""
        return profiles.load(workspace.profile, name, library)
    except ContentError:
        return profiles.NO_PROFILE
