"""What was read before and has not changed since: plain data by the text it came from, in the user's cache folder.

A cache can be thrown away at any time, and one that cannot be read or written is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pitchkit import __version__

VERSION = "2"
"""Goes up within a version of pitchkit when the same text would be read into other data, or judged by other rules."""

MOST_FILES = 5_000
"""How many of one kind may lie there before the oldest half goes."""

_SEAL = hashlib.sha256().digest_size
_swept: set[Path] = set()


def folder(environment: dict[str, str] | None = None, platform: str = sys.platform) -> Path | None:
    """Return the cache folder: PITCHKIT_CACHE if that is set (empty: no cache), else the one the system has for it."""
    values = os.environ if environment is None else environment
    if "PITCHKIT_CACHE" in values:
        return Path(values["PITCHKIT_CACHE"]) if values["PITCHKIT_CACHE"] else None
    if platform == "win32":
        base = values.get("LOCALAPPDATA")
        return Path(base) / "pitchkit" / "cache" if base else None
    home = values.get("HOME")
    if not home:
        return None
    if platform == "darwin":
        return Path(home) / "Library" / "Caches" / "pitchkit"
    return Path(values.get("XDG_CACHE_HOME") or Path(home) / ".cache") / "pitchkit"


def recall(text: str) -> object:
    """Return the data that was kept for a text, or None."""
    try:
        return json.loads(recall_bytes("yaml", text) or b"null")
    except ValueError:
        return None


def keep(text: str, data: object) -> None:
    """Keep the data that a text was read into."""
    if folder():
        keep_bytes("yaml", text, json.dumps(data, ensure_ascii=False).encode())


def recall_bytes(kind: str, text: str) -> bytes | None:
    """Return the bytes of one kind that were kept for a text, or None."""
    place = _place(kind, text)
    try:
        kept = place.read_bytes() if place else b""
    except OSError:
        return None
    seal, data = kept[:_SEAL], kept[_SEAL:]
    return data if place and seal == _seal(place, data) else None


def keep_bytes(kind: str, text: str, data: bytes) -> None:
    """Keep bytes of one kind for a text."""
    place = _place(kind, text)
    if place is None:
        return
    part = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_seal(place, data) + data)
        part.replace(place)
        _make_room(place.parent)


@cache
def program() -> str:
    """Return a word that changes with every module of pitchkit: what other rules found is not what these would find."""
    return hashlib.sha256("\0".join((__version__, *_modules(Path(__file__).parent))).encode()).hexdigest()


@cache
def installed(package: str) -> str:
    """Return which copy of another package there is, without loading it; an empty text where there is none."""
    found = find_spec(package)
    return f"{found.origin} {Path(found.origin).stat().st_mtime_ns}" if found and found.origin else ""


def _modules(folder: Path | os.DirEntry[str]) -> Iterator[str]:
    with os.scandir(folder) as there:
        for one in sorted(there, key=lambda one: one.name):
            if one.name.endswith(".py"):
                yield f"{one.name} {one.stat().st_mtime_ns} {one.stat().st_size}"
            elif one.is_dir() and one.name != "__pycache__":
                yield from _modules(one)


def _make_room(where: Path) -> None:
    # Once in a run: looking through the folder for each file would take longer with every file.
    if where in _swept:
        return
    _swept.add(where)
    files = [path for path in where.iterdir() if path.is_file()]
    if len(files) > MOST_FILES:
        for path in sorted(files, key=lambda path: path.stat().st_mtime)[: MOST_FILES // 2]:
            path.unlink(missing_ok=True)


def _seal(place: Path, data: bytes) -> bytes:
    """Return what shows that bytes are whole, and those that were kept in this place."""
    return hashlib.sha256(place.name.encode() + data).digest()


def _place(kind: str, text: str) -> Path | None:
    where = folder()
    if where is None:
        return None
    digest = hashlib.sha256(f"{__version__} {VERSION}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return where / kind / digest
