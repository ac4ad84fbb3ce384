"""What a check said before about the same files on the same day, by the bytes of all that it read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from pitchkit import remembering
from pitchkit.checking.checked import Checked
from pitchkit.diagnostics import Diagnostic, Location
from pitchkit.project import Workspace, shipped

_KIND = "checked"


def digest(workspace: Workspace, today: date, *more: str) -> str | None:
    """Return a word that changes when anything changes that a check may look at; None where something cannot be read."""
    hashed = hashlib.sha256()
    try:
        for name, content in _inputs(workspace):
            for part in (name.encode("utf-8", "surrogateescape"), content):
                hashed.update(len(part).to_bytes(8, "big") + part)
    except OSError:
        return None
    hashed.update("\0".join((today.isoformat(), remembering.program(), *more)).encode("utf-8", "surrogateescape"))
    return hashed.hexdigest()


def recall(key: str) -> Checked | None:
    """Return what was kept under a word, or None."""
    try:
        data = json.loads(remembering.recall_bytes(_KIND, key) or b"null")
        return data and Checked(
            _diagnostics(data["problems"]),
            data["entries"],
            data["templates"],
            data["profile"],
            _diagnostics(data["warnings"]),
            data["silenced"],
        )
    except (ValueError, KeyError, TypeError):
        return None


def keep(key: str, checked: Checked) -> None:
    """Keep what came of a check."""
    remembering.keep_bytes(_KIND, key, json.dumps(asdict(checked), ensure_ascii=False).encode("utf-8", "surrogateescape"))


def _diagnostics(items: list[dict[str, object]]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            Location(**one["location"]),  # type: ignore[arg-type]
            str(one["code"]),
            tuple((name, value) for name, value in one["values"]),  # type: ignore[attr-defined]
            one["severity"],  # type: ignore[arg-type]
        )
        for one in items
    )


def _inputs(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of everything that is read, in the order of folders and names."""
    yield repr((workspace.start, workspace.library, workspace.templates)), b""
    for folder in dict.fromkeys((workspace.library, *workspace.templates, shipped("arguments"))):
        yield from _in_folder(folder)
    for path in (workspace.profile, *workspace.offers):
        if path:
            yield str(path), path.read_bytes()


def _in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    # Paths as plain text: a Path for each of these files takes as long as reading them.
    for current, below, names in os.walk(folder, onerror=_refuse):
        below.sort()
        for path in (f"{current}{os.sep}{name}" for name in sorted(names)):
            # What a link leads to is read where it stands, and not at all where that is outside.
            yield _target(path), b"" if os.path.islink(path) else Path(path).read_bytes()  # noqa: PTH114 - as above
        yield from ((_target(f"{current}{os.sep}{name}"), b"") for name in below)


def _target(path: str) -> str:
    """Return a path, and where it leads to for a link: what lies outside its folder is not read."""
    return f"{path} {os.path.realpath(path)}" if os.path.islink(path) else path  # noqa: PTH114 - as above


def _refuse(error: OSError) -> None:
    raise error
