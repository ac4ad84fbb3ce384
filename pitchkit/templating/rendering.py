"""A selection and a template become Markdown. Templates are data from others: sandboxed, no clock, network or other files."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2

from pitchkit.diagnostics import ContentError, Location, place, problem
from pitchkit.document import Picture
from pitchkit.library import Library
from pitchkit.order import Order
from pitchkit.selection import Selection
from pitchkit.suggesting import suggest
from pitchkit.templating import parts, pictures
from pitchkit.templating.context import Contexts
from pitchkit.templating.finding import Template, TemplateFolders
from pitchkit.templating.sandbox import Loaded, Sandbox, guard
from pitchkit.templating.values import one_line, printer
from pitchkit.templating.views import Notes
from pitchkit.typography import Formats


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a template said: title and subtitle as Markdown on one line, the body with its notes as Markdown."""

    title: str
    subtitle: str
    body: str


class Renderer:
    """Renders the templates of some folders for documents of one library."""

    def __init__(self, folders: TemplateFolders, library: Library) -> None:
        self._folders = folders
        formats = Formats(library.settings.language)
        show = printer(formats.date, formats.number)
        self._contexts = Contexts(library, formats, show)
        self._environment = Sandbox(self._load, show, formats)

    def render(self, template: Template, order: Order, selection: Selection) -> Rendered:
        """Return what a template says of a selection.

        Raises:
            ContentError: the template asks for something that is not there, loops, or does what the sandbox forbids.
        """
        notes = Notes() if template.front.notes else None
        context = self._contexts.of(template, order, selection, notes)
        title = self._run(template, context, template.front.title)
        subtitle = self._run(template, context, template.front.subtitle or "")
        body = self._run(template, context, None)
        definitions = "\n\n".join(notes.definitions(body)) if notes else ""
        return Rendered(one_line(title), one_line(subtitle), f"{body}\n\n{definitions}\n" if definitions else body)

    def check(self, template: Template) -> None:
        """Parse a template and what it includes by name, without filling them; raises ContentError."""
        guard(template, lambda: self._parse(template.name, set()))

    def texts(self, template: Template) -> tuple[str, ...]:
        """Return the text of a template and of what it includes, by name: every text there is where it includes by a value."""
        seen: set[str] = set()
        guard(template, lambda: self._parse(template.name, seen))
        return tuple(
            self._folders.texts() if parts.ANY_PART in seen else (self._folders.source(name)[0] for name in sorted(seen))
        )

    def pictures(self, template: Template) -> tuple[pictures.Named, ...]:
        """Return the pictures that a template and what it includes name; `BY_VALUE` stands for one that only a build can name."""
        seen: set[str] = set()
        guard(template, lambda: self._parse(template.name, seen))
        names = self._folders.names() if parts.ANY_PART in seen else sorted(seen)
        return tuple(one for name in names for one in pictures.named(*self._folders.source(name)))

    def picture_contents(self, template: Template) -> tuple[bytes, ...]:
        """Return what is in every picture that a template could show; nothing stands for one that cannot be shown."""
        named = tuple(dict.fromkeys(one.name for one in self.pictures(template)))
        names = pictures.names(self._folders) if pictures.BY_VALUE in named else named
        return tuple(pictures.content(self._folders, name) for name in names)

    def picture(self, template: Template, name: str) -> Picture:
        """Return a picture that a document of a template shows; raises ContentError, at the line that names it."""
        there = {one.name: one.location for one in reversed(self.pictures(template))}
        where = there.get(name) or there.get(pictures.BY_VALUE) or Location(template.path)
        return pictures.read(self._folders, name, where)

    def _parse(self, name: str, seen: set[str]) -> None:
        if name in seen:
            return
        seen.add(name)
        loaded = self._load(name)
        if loaded is None:
            raise jinja2.TemplateNotFound(name)
        text, shown, _ = loaded
        for part in parts.included(text, shown):
            if part == parts.ANY_PART:
                seen.add(part)
            elif self._folders.path_of(part) is None:
                where, meant = place(shown, text, text.find(part)), suggest(part, self._folders.names())
                raise ContentError([problem(where, "template-missing", name=part, suggestion=meant)])
            else:
                self._parse(part, seen)

    def _load(self, name: str) -> Loaded | None:
        if self._folders.path_of(name) is None:
            return None
        text, shown = self._folders.source(name)
        return text, shown, lambda: True

    def _run(self, template: Template, context: dict[str, object], text: str | None) -> str:
        def run() -> str:
            source = self._environment.get_template(template.name) if text is None else self._environment.from_string(text)
            return source.render(context)

        return guard(template, run, tuple(context))
