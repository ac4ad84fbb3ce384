"""A library as it was: read from a revision into a folder of its own, and told by the names its files had."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pitchkit import loading
from pitchkit.changes.libraries import State
from pitchkit.diagnostics import CommandError, Diagnostic, Location, by_place, problem
from pitchkit.history.git import Repository, TreeFile
from pitchkit.library import Library
from pitchkit.project import Workspace, shipped

_ENDINGS = (".yaml", ".yml", ".md")
_MARKS = ("library.yaml", "audiences.yaml")


@dataclass(frozen=True, slots=True)
class Reading:
    """A library at one moment and what could not be read of it; `label` is the revision, empty for the files as they are now.

    `files` says in which file of the library each entry stood; `commit` is the full name of the revision.
    """

    label: str
    library: Library
    problems: tuple[Diagnostic, ...]
    files: Mapping[str, str]
    commit: str = ""

    @property
    def state(self) -> State:
        """What it held."""
        return State(self.library.entry_by_id, self.library.source_by_id, self.files)


def now(workspace: Workspace) -> Reading:
    """Return a library as its files are now; raises ContentError where there is none."""
    library, found = loading.read(workspace.library, shipped("arguments"), workspace.show)
    files = {one: place.file.path for one, place in library.places.items()}
    return Reading("", library, _errors(found), {one: workspace.within_library(path) or path for one, path in files.items()})


def at(repository: Repository, revision: str, workspace: Workspace) -> Reading:
    """Return a library as it was at a revision.

    Raises:
        CommandError: there is no such revision, or no library in this folder at that revision.
    """
    commit = repository.resolve(revision)
    inside: str | None = repository.inside
    files = repository.files(commit, repository.inside)
    if not files:
        files = repository.files(commit, "")
        inside = _only_library({one.path for one in files})
    own = [one for one in files if inside is not None and one.path.startswith(inside) and one.path.endswith(_ENDINGS)]
    if inside is None or not own:
        raise CommandError([problem(Location(revision), "revision-without-library", folder=repository.inside or ".")])
    with tempfile.TemporaryDirectory(prefix="pitchkit-", ignore_cleanup_errors=True) as place:
        folder = Path(place).resolve() / "arguments"
        _write(folder, repository, own, inside)
        library, found = loading.read(folder, shipped("arguments"), _shower(folder, revision, workspace))
        stood = {one: place.file.path.removeprefix(f"{library.name}/") for one, place in library.places.items()}
        return Reading(revision, library, _errors(found), stood, commit)


def _errors(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return by_place(one for one in found if one.severity == "error")


def _shower(folder: Path, revision: str, workspace: Workspace) -> Callable[[Path], str]:
    name = f"{revision}:{workspace.show(workspace.library)}"

    def show(path: Path) -> str:
        try:
            inside = path.relative_to(folder).as_posix()
        except ValueError:
            return workspace.show(path)
        return name if inside == "." else f"{name}/{inside}"

    return show


def _only_library(paths: set[str]) -> str | None:
    """Return the folder of the only library among paths, for one that had another place then, or None."""
    marked = {path.removesuffix(name) for path in paths for name in _MARKS if path.endswith(f"/{name}")}
    found = [folder for folder in marked if any(path.startswith(f"{folder}entries/") for path in paths)]
    return found[0] if len(found) == 1 else None


def _write(folder: Path, repository: Repository, files: Iterable[TreeFile], inside: str) -> None:
    blobs = repository.contents(one.blob for one in files)
    for one in files:
        path = folder.joinpath(*PurePosixPath(one.path.removeprefix(inside)).parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blobs[one.blob])
