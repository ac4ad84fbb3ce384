"""Somebody's word that entries are right as they stand, ready to be written into the library's `reviews.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.diagnostics import CommandError, ContentError, Location, problem
from pitchkit.library import Library
from pitchkit.model import Entry, Review
from pitchkit.project import Workspace
from pitchkit.reviewing import reading, stamping, standing, writing


@dataclass(frozen=True, slots=True)
class Signature:
    """Who reviewed, on which day, and for how many months that holds; None for what the library says."""

    by: str
    day: date
    term: int | None = None


def sign(workspace: Workspace, library: Library, entries: Iterable[Entry], signature: Signature) -> tuple[Path, bytes]:
    """Return the file with a library's reviews and what it says once these entries are stamped.

    Raises:
        CommandError: nobody signs.
        ContentError: the file cannot be read, or not be written into.
    """
    by = " ".join(signature.by.split())
    if not by:
        raise CommandError([problem(Location("--by"), "review-without-name")])
    path = workspace.library / reading.NAME
    shown = workspace.show(path)
    reviews = [_review(library, entry, by, signature) for entry in entries]
    return path, writing.write(_text(path, shown), reviews, shown).encode()


def refuse_shipped(workspace: Workspace) -> None:
    """Raise CommandError for the library that came with pitchkit, unless one works in it: an update would lose the reviews."""
    if not workspace.owns_library:
        raise CommandError([problem(Location(workspace.show(workspace.library)), "review-library-shipped")])


def _review(library: Library, entry: Entry, by: str, signature: Signature) -> Review:
    below = standing.stamps_below(library, entry)
    until = standing.months_later(signature.day, signature.term) - timedelta(days=1) if signature.term else None
    return Review(
        entry=entry.id,
        stamp=stamping.stamp_entry(entry),
        by=by,
        date=signature.day,
        until=until,
        sources=below["source"],
        entries=below["entry"],
    )


def _text(path: Path, shown: str) -> str:
    if not path.exists():
        return ""
    yamlsource.read_text(path, shown)  # says what is wrong with a file that is no text
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise ContentError([problem(Location(shown), "file-encoding")]) from None
