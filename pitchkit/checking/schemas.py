"""The schemas in a library, by which editors help: broken where git merged two of them, or older than the words they offer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pitchkit.checking import sound
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, Location, warning

_FOLDER, _ENTRY = ".schemas", "entry.json"  # as `schemas.placing` has it, which would load what makes them
_CLOSED = ("audiences", "themes", "policies", "sources")
"""The lists of which an editor marks every other word as wrong."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every schema of the user's own library with which an editor does not help, or helps wrongly."""
    folder = subject.workspace.library / _FOLDER
    if not subject.workspace.owns_library or not folder.is_dir():
        return
    words = [word for part in _CLOSED for word in sorted(subject.library.word_places.get(part, {}))]
    for path in sorted(folder.glob("*.json")):
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:  # an editor cannot read it either
            text = ""
        offered = words if path.name == _ENTRY else []
        yield from sound.unless_known("\n".join((*offered, text)), lambda: _in_schema(subject, path, text, offered))  # noqa: B023 - called at once


def _in_schema(subject: Subject, path: Path, text: str, offered: list[str]) -> Iterator[Diagnostic]:
    where = Location(subject.workspace.show(path), 1, 1)
    try:
        json.loads(text)
    except ValueError:
        yield warning(where, "schema-broken")
        return
    if missing := [word for word in offered if f'"{word}"' not in text]:
        yield warning(where, "schema-old", words=", ".join(missing))
