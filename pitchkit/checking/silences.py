"""What is silenced in place: by a field of an entry, and outside entries by a comment that names the code and the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, Location, place, problem
from pitchkit.folders import find_files, is_inside
from pitchkit.templating.finding import SUFFIX

_COMMENT = re.compile(
    r"(?:^|(?<=[ \t{]))#-?[ \t]*silence[ \t]+([a-z]+(?:-[a-z]+)+)[ \t]*:?[ \t]*(.*?)[ \t]*(?:-?#\}|$)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence: what it is about, where it stands, the lines that it covers (the last one not), and whether it says why."""

    code: str
    where: Location
    first: int
    last: int
    has_reason: bool = True

    def covers(self, one: Diagnostic) -> bool:
        """Return whether a finding is a warning that this silence is about."""
        is_here = one.location.path == self.where.path and self.first <= max(one.location.line, 1) < self.last
        return one.severity == "warning" and one.code == self.code and is_here


def find(subject: Subject) -> Iterator[Silence]:
    """Yield every silence in a workspace."""
    for entry in subject.library.entries:
        if entry.silence:
            item = subject.library.places[entry.id]
            first, last = item.lines()
            for number, one in enumerate(entry.silence):
                yield Silence(one.code, item.locate("silence", number, "code"), first, last)
    for path in _files(subject):
        name = subject.workspace.show(path)
        try:
            text = yamlsource.read_text(path, name)
        except ContentError:
            continue
        yield from _in_comments(text, name)


def without_reason(silences: tuple[Silence, ...]) -> Iterator[Diagnostic]:
    """Yield the silences that do not say why."""
    yield from (problem(one.where, "silence-without-reason", code=one.code) for one in silences if not one.has_reason)


def _files(subject: Subject) -> Iterator[Path]:
    """Yield the user's own files that are not entries, and no file that a link of a library or template leads out to."""
    workspace = subject.workspace
    if workspace.owns_library:
        yield from (path for path in sorted(workspace.library.glob("*.yaml")) if is_inside(path, workspace.library))
    if workspace.profile:
        yield workspace.profile
    for folder in workspace.templates:
        if folder not in workspace.came_along:
            yield from (path for path in find_files(folder, (SUFFIX,), workspace.show)[0] if is_inside(path, folder))


def _in_comments(text: str, name: str) -> Iterator[Silence]:
    lines = text.split("\n")
    for found in _COMMENT.finditer(text):
        where = place(name, text, found.start(1))
        first, last = (1, len(lines) + 1) if name.endswith(SUFFIX) else (where.line, _end(lines, where.line - 1))
        yield Silence(found[1], where, first, last, bool(found[2]))


def _end(lines: list[str], number: int) -> int:
    """Return the first line after what a comment is about: what begins on its line, or else below it."""
    while number < len(lines) - 1 and lines[number].lstrip()[:1] in ("", "#"):
        number += 1
    indent = len(lines[number]) - len(lines[number].lstrip())
    number += 1
    while number < len(lines) and (not lines[number].strip() or len(lines[number]) - len(lines[number].lstrip()) > indent):
        number += 1
    return number + 1
