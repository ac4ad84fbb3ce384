"""Which files changed, by looking at them every so often.

Looking again works where notices from the system do not: on network drives, and for editors that save by putting another
file in the place of the old one. `wait` is the clock, so that a test needs none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from pitchkit.project import Workspace, shipped

Look: TypeAlias = "Mapping[Path, tuple[int, int, int]]"
"""Every file with the moment it was changed, its size and its number on the disk."""

INTERVAL: Final = 0.15
SETTLING: Final = 0.04
MOST_SETTLING: Final = 10
"""So many looks a file may take to be saved; one that keeps changing is read as it is."""

_ENDINGS = (".yaml", ".yml", ".md", ".j2")


def look(workspace: Workspace, others: Iterable[Path] = ()) -> Look:
    """Return how the files stand that documents are made from, and some others; what an editor puts beside them is not there."""
    folders = dict.fromkeys((workspace.library, shipped("arguments"), *workspace.templates))
    paths = [path for folder in folders for path in _inputs(folder)]
    paths += [path for path in (workspace.profile, *others) if path]
    return {path: stamp for path in paths if (stamp := _stamp(path))}


def changes(see: Callable[[], Look], wait: Callable[[float], None]) -> Iterator[tuple[Path, ...]]:
    """Yield nothing for the first time, and then, without an end, the files that changed, by path, once they are saved."""
    before = see()
    yield ()
    while True:
        wait(INTERVAL)
        now = see()
        if now == before:
            continue
        now = _settled(now, see, wait)
        changed = tuple(sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path)))
        before = now
        if changed:
            yield changed


def _settled(now: Look, see: Callable[[], Look], wait: Callable[[float], None]) -> Look:
    for _ in range(MOST_SETTLING):
        wait(SETTLING)
        later = see()
        if later == now:
            break
        now = later
    return now


def _inputs(folder: Path) -> Iterator[Path]:
    for current, _below, names in os.walk(folder):
        yield from (Path(current, name) for name in names if name.endswith(_ENDINGS) and not name.startswith((".", "~")))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
