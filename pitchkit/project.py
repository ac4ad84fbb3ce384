"""Where things are: the library, the templates and the profile that belong to a folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pitchkit.diagnostics import CommandError, Location, problem

PROFILE_NAME = "pitchkit.yaml"
OFFERS = "offers"
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders and files of one run; `start` is the folder it was started from."""

    start: Path
    library: Path
    templates: tuple[Path, ...]
    profile: Path | None

    def show(self, path: Path) -> str:
        """Return a path as messages name it: from the current folder where it lies below that, else whole."""
        try:
            return path.relative_to(self.start).as_posix()
        except ValueError:
            return str(path)

    def within_library(self, shown: str) -> str | None:
        """Return the path within the library of a file that messages name like this, or None for a file elsewhere."""
        path = self.start / shown
        return path.relative_to(self.library).as_posix() if path.is_relative_to(self.library) else None

    @property
    def offers(self) -> tuple[Path, ...]:
        """The offer files, by name: those in the nearest folder with offers that is no higher than the profile or the library."""
        roots = [path.parent for path in (self.profile, self.library) if path and self.start.is_relative_to(path.parent)]
        top = min(roots, key=lambda root: len(root.parts), default=self.start)
        folders = (one / OFFERS for one in (self.start, *self.start.parents) if one.is_relative_to(top))
        folder = next((one for one in folders if one.is_dir()), None)
        return tuple(sorted(folder.glob("*.yaml"))) if folder else ()

    @property
    def is_shipped_library(self) -> bool:
        """Whether the library is the one that came with pitchkit."""
        return self.library == shipped("arguments")

    @property
    def is_installed_library(self) -> bool:
        """Whether the library lies within an installed package, where nothing is known of how it was."""
        return self.library.is_relative_to(_PACKAGE)

    @property
    def came_along(self) -> tuple[Path, ...]:
        """The folders that came with pitchkit and are not the user's to mend; none for who works in them."""
        is_home = self.is_shipped_library and self.start.is_relative_to(self.library.parent)
        return () if is_home else (shipped("arguments"), shipped("templates"))

    @property
    def owns_library(self) -> bool:
        """Whether the library is the user's to write in."""
        return self.library not in self.came_along

    @property
    def templates_elsewhere(self) -> Path | None:
        """The templates that came with pitchkit, where the library did not: they lie beside another one."""
        return None if self.is_shipped_library else shipped("templates")


def shipped(name: str) -> Path:
    """Return a folder that comes with pitchkit: inside the package once installed, beside it in a checkout."""
    inside = _PACKAGE / "shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def find(start: Path, library: Path | None = None, templates: Path | None = None, profile: Path | None = None) -> Workspace:
    """Return the workspace of a folder; what is named goes before what is found on the way up.

    Raises:
        CommandError: the folder with templates is not there.
    """
    if templates and not (start / templates).is_dir():
        raise CommandError([problem(Location(str(templates)), "template-folder-missing")])
    folders = (start, *start.parents)
    found_library = next((folder / "arguments" for folder in folders if (folder / "arguments").is_dir()), None)
    found_profile = next((folder / PROFILE_NAME for folder in folders if (folder / PROFILE_NAME).is_file()), None)
    # A folder called "templates" is ours only beside a library or a profile: many programs have one.
    roots = [path.parent for path in (found_profile, found_library) if path]
    found_templates = next((root / "templates" for root in roots if (root / "templates").is_dir()), None)
    own_templates = _absolute(start, templates) or found_templates
    own = [own_templates] if own_templates and own_templates != shipped("templates") else []
    return Workspace(
        start,
        _absolute(start, library) or found_library or shipped("arguments"),
        (*own, shipped("templates")),
        _absolute(start, profile) or found_profile,
    )


def _absolute(start: Path, path: Path | None) -> Path | None:
    return start / path if path else None


def start(current: Path, folder: Path) -> str:
    """Put a commented profile in a folder, made where needed, and return its path from the current folder.

    Raises:
        CommandError: there is a profile already.
        ContentError: the profile cannot be written.
    """
    from pitchkit import output

    shown = str(folder / PROFILE_NAME)
    path = current / folder / PROFILE_NAME
    if os.path.lexists(path):
        raise CommandError([problem(Location(shown), "folder-not-empty", name=shown)])
    output.write_over(path, (_PACKAGE / "starter" / PROFILE_NAME).read_bytes(), lambda _path: shown)
    return shown
