"""Names in templates that nothing answers to, found without a profile: by following a template into all that it includes.

What only might be wrong is not told. In a part, what stands behind a condition must be wrong for every template that gets there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from jinja2 import nodes

from pitchkit.diagnostics import ContentError, Diagnostic, Location, place, problem
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import Template, TemplateFolders
from pitchkit.templating.reading import placing, shapes
from pitchkit.templating.reading.asking import Asking, Known, Scope, Unanswered, excused
from pitchkit.templating.reading.following import Following
from pitchkit.templating.sandbox import Sandbox
from pitchkit.templating.values import Markdown
from pitchkit.typography import Formats


@dataclass(frozen=True)
class _Text:
    """One text of a template: its body, a line of its head, or a part that it includes."""

    name: str
    text: str
    locate: Callable[[int], Location]
    is_part: bool = False

    def tree(self) -> nodes.Template:
        """Return it as a tree; raises ContentError."""
        return placing.read(self.text, self.locate)


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    is_sure: bool
    diagnostic: Diagnostic


def problems(folders: TemplateFolders, templates: Iterable[Template]) -> Iterator[Diagnostic]:
    """Yield every unknown name, filter and test at its letter, and what keeps a template from being read."""
    reaching: Counter[str] = Counter()
    times: Counter[_Found] = Counter()
    for template in templates:
        walk = _Walk(folders, template)
        try:
            walk.run()
        except ContentError as error:
            yield from error.diagnostics
            continue
        reaching.update(walk.texts.keys())
        times.update(set(walk.found))
    for one, count in times.items():
        if one.is_sure or count == reaching[one.text]:
            yield one.diagnostic


class _Walk:
    """One way through a template and all that it includes by name."""

    def __init__(self, folders: TemplateFolders, template: Template) -> None:
        self._folders, self._template = folders, template
        self._set: set[str] = set()
        self._excused: set[str] = set()
        self.texts: dict[str, _Text] = {}
        self.found: list[_Found] = []

    def run(self) -> None:
        """Find what nothing answers to; raises ContentError for what cannot be read."""
        for text in (own := tuple(self._own())):
            self._gather(text)
        sandbox = Sandbox(lambda _: None, Markdown, Formats("nl"))
        front = self._template.front
        roots = shapes.roots(front.sections, has_offer=bool(front.offers))
        known = Known(roots, frozenset(self._set), frozenset(self._excused), frozenset(sandbox.filters), frozenset(sandbox.tests))
        for text in own:
            self._follow(text, known, Scope(dict(roots)), ())

    def _own(self) -> Iterator[_Text]:
        template = self._template
        if template.front.title:
            yield _Text(f"{template.name} title", template.front.title, lambda at: template.file.locate_in_text(("title",), at))
        if template.front.subtitle:
            yield _Text(
                f"{template.name} subtitle", template.front.subtitle, lambda at: template.file.locate_in_text(("subtitle",), at)
            )
        yield self._file(template.name, is_part=False)

    def _file(self, name: str, *, is_part: bool = True) -> _Text:
        body, shown = self._folders.source(name)
        return _Text(name, body, lambda at: place(shown, body, at), is_part)

    def _gather(self, text: _Text) -> None:
        """Note what is set and what is asked after, here and in all that is included."""
        self.texts[text.name] = text
        for node in text.tree().find_all(nodes.Node):
            if asked := excused(node):
                self._excused.add(asked)
            match node:
                case nodes.Name(ctx="store" | "param"):
                    self._set.add(node.name)
                case nodes.Macro():
                    self._set.add(node.name)
                case nodes.Import():
                    self._set.add(node.target)
                case nodes.FromImport():
                    self._set |= {one if isinstance(one, str) else one[1] for one in node.names}
                case nodes.Include():
                    part = self._part(node)
                    if part and part not in self.texts:
                        self._gather(self._file(part))

    def _part(self, node: nodes.Include) -> str | None:
        """Return the name of what is included with the names that are known here, or None."""
        name = node.template.value if isinstance(node.template, nodes.Const) and node.with_context else None
        return name if isinstance(name, str) and self._folders.path_of(name) else None

    def _follow(self, text: _Text, known: Known, scope: Scope, within: tuple[str, ...]) -> None:
        def include(node: nodes.Include, here: Scope) -> None:
            part = self._part(node)
            if part and part not in within:
                self._follow(self.texts[part], known, here.inner(), (*within, part))

        def tell(one: Unanswered) -> None:
            self._tell(text, one)

        Following(Asking(known, tell), include).follow(text.tree().body, scope)

    def _tell(self, text: _Text, one: Unanswered) -> None:
        begins = re.compile(rf"\b{re.escape(one.name)}\b").search(text.text, one.at)
        meant = suggest(one.name, one.choices)
        found = problem(
            text.locate(begins.start() if begins else one.at), "template-unknown-name", name=one.name, suggestion=meant
        )
        self.found.append(_Found(text.name, one.is_sure or not text.is_part, found))
