"""Which files changed, by looking at them every so often.

Looking again works where notices from the system do not: on network drives, and for editors that save by putting another
file in the place of the old one. `wait` is the clock, so that a test needs none.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from pitchkit import pictures
from pitchkit.project import Workspace, shipped


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file stands: when it was changed, its size, its number on the disk, and what is in it if that was just now."""

    moment: int
    size: int = 0
    number: int = 0
    content: int | None = None


Look: TypeAlias = "Mapping[Path, Stamp]"
"""Every file that documents are made from, as it stands."""

INTERVAL: Final = 0.15
SETTLING: Final = 0.04
MOST_SETTLING: Final = 10
"""So many looks a file may take to be saved; one that keeps changing is read as it is."""

JUST_NOW: Final = 3_000_000_000
"""Some drives tell the moment of a change in steps of two seconds; so many nanoseconds, only the content shows another change."""

_ENDINGS = (".yaml", ".yml", ".md", ".j2", *pictures.ENDINGS)


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
        if not _changed(before, now):
            continue
        now = _settled(now, see, wait)
        changed = _changed(before, now)
        before = now
        if changed:
            yield changed


def _settled(now: Look, see: Callable[[], Look], wait: Callable[[float], None]) -> Look:
    for _ in range(MOST_SETTLING):
        wait(SETTLING)
        later = see()
        if not _changed(now, later):
            break
        now = later
    return now


def _inputs(folder: Path) -> Iterator[Path]:
    for current, _below, names in os.walk(folder):
        yield from (Path(current, name) for name in names if name.lower().endswith(_ENDINGS) and not name.startswith((".", "~")))


def _changed(before: Look, now: Look) -> tuple[Path, ...]:
    return tuple(sorted(path for path in before.keys() | now.keys() if not _is_same(before.get(path), now.get(path))))


def _is_same(one: Stamp | None, other: Stamp | None) -> bool:
    if one is None or other is None:
        return one is other
    is_known = one.content is not None and other.content is not None
    places = [(stamp.moment, stamp.size, stamp.number, stamp.content if is_known else None) for stamp in (one, other)]
    return places[0] == places[1]


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
        is_new = abs(time.time_ns() - found.st_mtime_ns) < JUST_NOW
        content = zlib.crc32(path.read_bytes()) if is_new else None
    except OSError:
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino, content)
