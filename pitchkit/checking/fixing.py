"""Mends what has one right answer in the user's own library, and nothing else."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pitchkit import entrypages, output, tidying, yamlsource
from pitchkit.diagnostics import CommandError, ContentError, Location, problem
from pitchkit.folders import find_files, is_inside
from pitchkit.project import Workspace

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file that was mended, and how often for each code."""

    path: str
    counts: tuple[tuple[str, int], ...]


def fix(workspace: Workspace) -> tuple[Fixed, ...]:
    """Mend the typography, the Unicode and the spaces of every file in a library, and return the files that changed.

    Comments, order and line ends stay. A file that cannot be read is left to the check.

    Raises:
        CommandError: the library is the one that came with pitchkit.
        ContentError: a file cannot be written; then none is.
    """
    library = workspace.library
    if not workspace.owns_library:
        raise CommandError([problem(Location("--fix"), "fix-came-along")])
    with output.one_at_a_time(library):
        return tuple(_fix(workspace))


def _fix(workspace: Workspace) -> list[Fixed]:
    library = workspace.library
    is_dutch = _is_dutch(library / "library.yaml")
    found, files = [], []
    for path in _paths(workspace):
        mended = _mended(path, library, is_dutch=is_dutch)
        if mended:
            _refuse_read_only(path.resolve(), workspace)
            data, counts = mended
            files.append(output.File(path.resolve(), data, lambda _: True))
            found.append(Fixed(workspace.show(path), tuple(sorted(counts.items()))))
    output.write(files, force=True, show=workspace.show)
    return found


def _refuse_read_only(path: Path, workspace: Workspace) -> None:
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise ContentError([problem(Location(workspace.show(path)), "fix-no-rights")])


def _paths(workspace: Workspace) -> list[Path]:
    paths, _ = find_files(workspace.library, (".yaml", ".yml", entrypages.ENDING), workspace.show)
    entries = workspace.library / "entries"
    return [
        path for path in paths if path.suffix != entrypages.ENDING or (path.is_relative_to(entries) and entrypages.is_page(path))
    ]


def _mended(path: Path, library: Path, *, is_dutch: bool) -> tuple[bytes, Counter[str]] | None:
    if not is_inside(path, library):
        return None
    try:
        raw = path.read_bytes()
        text = raw.removeprefix(_MARK).decode()
    except (OSError, UnicodeDecodeError):
        return None
    after, done = tidying.tidied(text, path.relative_to(library).as_posix(), is_dutch=is_dutch)
    if after == text:
        return None
    return (_MARK if raw.startswith(_MARK) else b"") + after.encode(), Counter(one.code for one in done)


def _is_dutch(path: Path) -> bool:
    try:
        data = yamlsource.read(path, path.name).data
    except ContentError:
        return True
    language = data.get("language") if isinstance(data, dict) else None
    return not isinstance(language, str) or language.startswith("nl")
