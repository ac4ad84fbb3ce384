"""What no document can reach: entries that no template asks for, templates that no reader gets, parts that nothing includes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem, warning
from pitchkit.folders import find_files
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.selection import asks_for
from pitchkit.templating.finding import SUFFIX, Template, choose

_INCLUDE = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\s+(?:([\"'])(.+?)\1|\S)")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every entry, every template and every part of one that could be taken out without a document that changes."""
    library = subject.library
    for entry in library.entries:
        if not any(_can_reach(library, template, entry) for template in subject.templates):
            yield problem(library.places[entry.id].locate("id"), "entry-unreachable", id=entry.id)
    yield from _shadowed(subject)
    included = _included(subject)
    for folder in subject.folders.folders:
        if folder not in subject.workspace.came_along:
            yield from _out_of_place(subject, folder)
            yield from _unused_parts(subject, folder, included)


def _can_reach(library: Library, template: Template, entry: Entry) -> bool:
    readers = [audience.id for audience in library.audiences if entry.is_for(audience)]
    audiences = template.front.audiences if template.audience == "any" else (template.audience,)
    return bool(set(readers) & set(audiences)) and any(asks_for(section, entry) for section in template.front.sections.values())


def _shadowed(subject: Subject) -> Iterator[Diagnostic]:
    readers = [audience.id for audience in subject.library.audiences]
    for template in subject.templates:
        chosen = [
            choose(subject.templates, template.document, reader) for reader in readers if reader in template.front.audiences
        ]
        others = sorted({one.path for one in chosen if one})
        if others and template.path not in others and not template.is_elsewhere:
            yield warning(Location(template.path, 1, 1), "template-shadowed", others=", ".join(others))


def _out_of_place(subject: Subject, folder: Path) -> Iterator[Diagnostic]:
    paths, _ = find_files(folder, (SUFFIX,), subject.folders.show)
    for path in paths:
        is_part = any(name.startswith("_") for name in path.relative_to(folder).parts)
        if not is_part and path.parent.parent != folder:
            yield warning(Location(subject.folders.show(path), 1, 1), "template-out-of-place")


def _unused_parts(subject: Subject, folder: Path, included: set[str] | None) -> Iterator[Diagnostic]:
    paths, _ = find_files(folder, (SUFFIX,), subject.folders.show)
    for path in paths:
        name = path.relative_to(folder)
        if included is not None and name.parts[0].startswith("_") and name.as_posix() not in included:
            yield warning(Location(subject.folders.show(path), 1, 1), "template-part-unused")


def _included(subject: Subject) -> set[str] | None:
    """Return the parts that some template includes, at first or second hand; None if one includes what only a build can tell."""
    waiting, seen = [template.name for template in subject.templates], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        path = subject.folders.path_of(name)
        try:
            text = yamlsource.read_text(path, name) if path else ""
        except ContentError:
            return None
        for found in _INCLUDE.finditer(text):
            if found[2] is None:
                return None
            waiting.append(found[2])
    return seen
