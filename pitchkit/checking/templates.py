"""Templates: heads that name what exists, and bodies that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking import sound, template_marks
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import ContentError, Diagnostic, problem
from pitchkit.library import Library
from pitchkit.model import Frozen
from pitchkit.parties import Contact, Municipality, Organisation
from pitchkit.profile import Profile
from pitchkit.suggesting import suggest, suggest_named
from pitchkit.templating import pictures
from pitchkit.templating.finding import Template

_PARTS: dict[str, type[Frozen]] = {"organisation": Organisation, "contact": Contact, "municipality": Municipality}
"""Parts of a profile with fields of their own; figures and requests have the names that a profile gives them."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what is wrong in templates, beyond what keeps their heads from being read."""
    for template in subject.templates:
        yield from _head_problems(subject.library, template)
    texts = tuple(subject.folders.texts())
    yield from sound.unless_known("".join(texts), lambda: _body_problems(subject))
    if any(next(pictures.named(text, ""), None) for text in texts):
        yield from _picture_problems(subject)


def _head_problems(library: Library, template: Template) -> Iterator[Diagnostic]:
    for name, section in template.front.sections.items():
        for index, theme in enumerate(section.themes):
            if theme not in library.theme_by_id and not template.is_elsewhere:
                where = template.file.locate(("sections", name, "themes", index))
                yield problem(where, "template-theme", word=theme, suggestion=suggest_named(theme, library.names("themes")))
    for index, need in enumerate(template.front.needs):
        root, _, rest = need.partition(".")
        known = _PARTS[root].model_fields if root in _PARTS else None
        if root not in Profile.model_fields or (rest and known is not None and rest not in known):
            where = template.file.locate(("needs", index))
            yield problem(where, "template-need", word=need, suggestion=suggest(need, library.settings.fields))


def _body_problems(subject: Subject) -> Iterator[Diagnostic]:
    from pitchkit.templating.reading import naming
    from pitchkit.templating.rendering import Renderer

    renderer = Renderer(subject.folders, subject.library)
    for template in subject.templates:
        try:
            renderer.check(template)
        except ContentError as error:
            yield from error.diagnostics
    yield from naming.problems(subject.folders, subject.templates)
    yield from template_marks.problems(subject.folders)


def _picture_problems(subject: Subject) -> Iterator[Diagnostic]:
    for name in subject.folders.names():
        try:
            shown = tuple(pictures.named(*subject.folders.source(name)))
        except ContentError:
            continue  # a template that cannot be read is told with its own problems
        for one in shown:
            if one.name != pictures.BY_VALUE:
                try:
                    pictures.read(subject.folders, one.name, one.location)
                except ContentError as error:
                    yield from error.diagnostics
