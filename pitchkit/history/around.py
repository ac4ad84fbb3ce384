"""The files around the argument: the settings and words of a library, and the templates, which documents show as well."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from pitchkit.history.git import Repository
from pitchkit.project import Workspace

_ARGUED: Final = ("sources.yaml", "reviews.yaml")
"""What is compared by what it says, or says nothing to a reader."""

State = Mapping[str, str]
"""Files by name, each with a hash of what it says."""


def changed(repository: Repository, since: str, until: str, workspace: Workspace) -> tuple[str, ...]:
    """Return the files that differ between two commits, by name; an empty name of a commit stands for the files as they are now.

    A library that lay elsewhere at one of them has none that can be compared.

    Raises:
        CommandError: git cannot give the files.
    """
    before, after = (_at(repository, one, workspace) if one else _now(workspace) for one in (since, until))
    if not (before and after):
        return ()
    return tuple(sorted(name for name in {**before, **after} if before.get(name) != after.get(name)))


def _now(workspace: Workspace) -> State:
    found = {}
    for folder in _folders(workspace):
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink() and _is_meant(workspace, folder, path.relative_to(folder).as_posix()):
                found[workspace.show(path)] = _hash(path.read_bytes())
    return found


def _at(repository: Repository, commit: str, workspace: Workspace) -> State:
    blobs: dict[str, str] = {}
    for folder in _folders(workspace):
        if not folder.resolve().is_relative_to(repository.top.resolve()):
            continue
        inside = f"{folder.resolve().relative_to(repository.top.resolve()).as_posix()}/".removeprefix("./")
        for one in repository.files(commit, inside):
            name = one.path.removeprefix(inside)
            if _is_meant(workspace, folder, name):
                blobs[workspace.show(folder / name)] = one.blob
    contents = repository.contents(blobs.values())
    return {name: _hash(contents[blob]) for name, blob in blobs.items()}


def _folders(workspace: Workspace) -> Iterable[Path]:
    return (one for one in (workspace.library, *workspace.templates) if one not in workspace.came_along)


def _is_meant(workspace: Workspace, folder: Path, name: str) -> bool:
    path = PurePosixPath(name)
    if any(part.startswith(".") for part in path.parts):
        return False
    if folder != workspace.library:
        return path.suffix == ".j2"
    return path.suffix == ".yaml" and path.parts[0] != "entries" and name not in _ARGUED


def _hash(raw: bytes) -> str:
    return hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest()
