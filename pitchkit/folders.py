"""What is in a folder, and what keeps some of it from being seen: nothing is passed over in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pitchkit.diagnostics import Diagnostic, Location, problem


def find_files(
    folder: Path, endings: tuple[str, ...], show: Callable[[Path], str]
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Return every file below a folder with one of these endings, by path, and a problem for every folder that cannot be seen."""
    paths: list[Path] = []
    found: list[Diagnostic] = []

    def refuse(error: OSError) -> None:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return
        found.append(problem(Location(show(Path(error.filename))), "folder-no-rights"))

    for current, below, names in os.walk(folder, onerror=refuse):
        paths += [Path(current, name) for name in names if name.endswith(endings)]
        linked = [Path(current, name) for name in below if Path(current, name).is_symlink()]
        found += [problem(Location(show(path)), "path-outside") for path in linked if not is_inside(path, folder)]
    return tuple(sorted(paths, key=lambda path: path.as_posix())), tuple(found)


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a path lies in a folder, links followed: data of others opens no file outside its folder."""
    # Path.resolve would raise for links in a circle; whoever opens one of those hears about it.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
