"""Everything that can be wrong, found at once: the library, its texts, the templates and the profile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pitchkit import loading, profiles, remembering
from pitchkit.diagnostics import ContentError, Diagnostic, problem
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.profile import Profile
from pitchkit.project import Workspace, shipped
from pitchkit.rules import LOOKUP, entry_texts
from pitchkit.selection import asks_for
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import Template, TemplateFolders, find_templates

_MARKS = re.compile(r"[<>`#\[\]!|~^*_{}\\]|:::|^ {4}|^\t|^[-=]{3}|&\w+;", re.MULTILINE)
"""Signs without which a text is plain paragraphs and lists, and cannot be wrong Markdown."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, what is wrong with it and what is worth a second look; `profile` is the name of its file, if any."""

    problems: tuple[Diagnostic, ...]
    entries: int
    templates: int
    profile: str
    warnings: tuple[Diagnostic, ...] = ()


def check(workspace: Workspace) -> Checked:
    """Return every problem in a workspace; a library that cannot be read keeps the rest from being checked."""
    try:
        library = loading.load(workspace.library, shipped("arguments"), workspace.show)
    except ContentError as error:
        return Checked(error.diagnostics, 0, 0, "")
    folders = TemplateFolders(workspace.templates, workspace.show, workspace.templates_elsewhere)
    templates, head_problems = find_templates(folders, [audience.id for audience in library.audiences])
    found = list(head_problems)
    for template in templates:
        found += _head_problems(library, template)
    found += _unless_sound("".join(folders.texts()), lambda: _template_problems(library, folders, templates))
    marked = [(entry, steps, text) for entry in library.entries for steps, text in entry_texts(entry) if _MARKS.search(text)]
    found += _unless_sound("\n".join(text for _, _, text in marked), lambda: _text_problems(library, marked))
    found += _unreachable(library, templates)
    name = workspace.show(workspace.profile) if workspace.profile else ""
    warnings: tuple[Diagnostic, ...] = ()
    try:
        warnings = profiles.load(workspace.profile, name, library).warnings
    except ContentError as error:
        found += error.diagnostics
    return Checked(ContentError(found).diagnostics, len(library.entries), len(templates), name, warnings)


def _unless_sound(text: str, find: Callable[[], Iterable[Diagnostic]]) -> list[Diagnostic]:
    """Return what `find` finds in a text; one in which it found nothing before is not read again."""
    if remembering.recall_bytes("sound", text) is not None:
        return []
    found = list(find())
    if not found:
        remembering.keep_bytes("sound", text, b"")
    return found


def _template_problems(library: Library, folders: TemplateFolders, templates: Iterable[Template]) -> Iterator[Diagnostic]:
    from pitchkit.templating.rendering import Renderer

    renderer = Renderer(folders, library)
    for template in templates:
        try:
            renderer.check(template)
        except ContentError as error:
            yield from error.diagnostics


def _head_problems(library: Library, template: Template) -> Iterator[Diagnostic]:
    for name, section in template.front.sections.items():
        for index, theme in enumerate(section.themes):
            if theme not in library.theme_by_id and not template.is_elsewhere:
                where = template.file.locate(("sections", name, "themes", index))
                yield problem(where, "template-theme", word=theme, suggestion=suggest(theme, library.theme_by_id))
    for index, need in enumerate(template.front.needs):
        if need.split(".")[0] not in Profile.model_fields:
            where = template.file.locate(("needs", index))
            yield problem(where, "template-need", word=need, suggestion=suggest(need, library.settings.fields))


def _text_problems(library: Library, texts: Iterable[tuple[Entry, tuple[str, ...], str]]) -> Iterator[Diagnostic]:
    from pitchkit import markdown_reader

    for entry, steps, text in texts:
        place = library.places[entry.id]
        try:
            markdown_reader.read(
                LOOKUP.sub("x", text),
                lambda line, place=place, steps=steps: place.line_of_text(*steps, line=line),  # type: ignore[misc]
                str,
            )
        except ContentError as error:
            yield from error.diagnostics


def _unreachable(library: Library, templates: tuple[Template, ...]) -> Iterator[Diagnostic]:
    for entry in library.entries:
        if not any(_can_reach(library, template, entry) for template in templates):
            yield problem(library.places[entry.id].locate("id"), "entry-unreachable", id=entry.id)


def _can_reach(library: Library, template: Template, entry: Entry) -> bool:
    readers = [audience.id for audience in library.audiences if entry.is_for(audience)]
    audiences = template.front.audiences if template.audience == "any" else (template.audience,)
    return bool(set(readers) & set(audiences)) and any(asks_for(section, entry) for section in template.front.sections.values())
