"""What checks look at: the whole workspace, read and without problems in its structure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pitchkit import profiles
from pitchkit.diagnostics import ContentError, Diagnostic, Location
from pitchkit.library import Library
from pitchkit.model import Audience, Entry
from pitchkit.profiles import LoadedProfile
from pitchkit.project import Workspace
from pitchkit.rules import entry_texts
from pitchkit.settings import Checks
from pitchkit.templating.finding import Template, TemplateFolders, find_templates


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of an entry: the keys that lead to it (`("versions", "gemeente", "text")`) and who reads it in these words."""

    library: Library
    entry: Entry
    steps: tuple[str, ...]
    text: str
    readers: tuple[Audience, ...]

    def locate(self, start: int) -> Location:
        """Return the place of a character of the text in its file, to the column."""
        return self.library.places[self.entry.id].locate_in_text(*self.steps, at=start)


@dataclass(frozen=True)
class Subject:
    """What checks look at, on the day that is `today`.

    `profile` says nothing where there is none, or where it cannot be read. `folders` are those of the templates. `settings` is
    what `library.yaml` says under `checks`, inherited from the library that it extends.
    """

    library: Library
    folders: TemplateFolders
    templates: tuple[Template, ...]
    profile: LoadedProfile
    settings: Checks
    workspace: Workspace
    today: date

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every entry, by id of the entry, with who reads it; the plain wording only for who has no version."""
        return tuple(
            Passage(self.library, entry, steps, text, self._readers(entry, steps))
            for entry in self.library.entries
            for steps, text in entry_texts(entry)
        )

    @cached_property
    def written(self) -> dict[str, str]:
        """Every entry by id, as one text that changes with anything in it."""
        return {entry.id: entry.model_dump_json() for entry in self.library.entries}

    def _readers(self, entry: Entry, steps: tuple[str, ...]) -> tuple[Audience, ...]:
        if steps[0] == "versions":
            return tuple(one for one in self.library.audiences if one.id == steps[1])
        return tuple(one for one in self.library.audiences if entry.is_for(one) and not _has_own(entry, one, steps[0]))


def read_subject(workspace: Workspace, library: Library, today: date) -> tuple[Subject, tuple[Diagnostic, ...]]:
    """Return a library with the templates and the profile beside it, and what is wrong in those two."""
    found: list[Diagnostic] = []
    profile = profiles.NO_PROFILE
    try:
        profile = profiles.load(workspace.profile, workspace.show(workspace.profile) if workspace.profile else "", library)
        found += profile.warnings
    except ContentError as error:
        found += error.diagnostics
    folders = TemplateFolders.of(workspace)
    templates, in_heads = find_templates(folders, [audience.id for audience in library.audiences])
    return Subject(library, folders, templates, profile, library.settings.checks, workspace, today), (*found, *in_heads)


def _has_own(entry: Entry, audience: Audience, name: str) -> bool:
    version = entry.versions.get(audience.id)
    # Without a short of its own, a version's text stands in for it.
    return version is not None and bool(getattr(version, name) or (name == "short" and version.text))
