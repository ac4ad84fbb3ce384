"""What was read before and has not changed since: plain data by the text it came from, in the user's cache folder.

A cache can be thrown away at any time, and one that cannot be read or written is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from pitchkit import __version__

VERSION = "1"
"""Goes up within a version of pitchkit when the same text would be read into other data, or judged by other rules."""

MOST_FILES = 1000


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
    keep_bytes("yaml", text, json.dumps(data, ensure_ascii=False).encode())


def recall_bytes(kind: str, text: str) -> bytes | None:
    """Return the bytes of one kind that were kept for a text, or None."""
    place = _place(kind, text)
    try:
        return place.read_bytes() if place else None
    except OSError:
        return None


def keep_bytes(kind: str, text: str, data: bytes) -> None:
    """Keep bytes of one kind for a text."""
    place = _place(kind, text)
    if place is None:
        return
    part = place.with_name(f"{place.name}.{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(place)
        _make_room(place.parent)


def _make_room(where: Path) -> None:
    files = [path for path in where.iterdir() if path.is_file()]
    if len(files) > MOST_FILES:
        for path in sorted(files, key=lambda path: path.stat().st_mtime)[: MOST_FILES // 2]:
            path.unlink(missing_ok=True)


def _place(kind: str, text: str) -> Path | None:
    where = folder()
    digest = hashlib.sha256(f"{__version__} {VERSION}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return where / kind / digest if where else None
