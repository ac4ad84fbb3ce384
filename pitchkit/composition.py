"""One order becomes one document: selection, template, tree, and the fit within a word limit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pitchkit import consents, markdown_reader, outline
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, as_warning, problem, warning
from pitchkit.document import Blocks, Contents, Document, OpenField, Picture, Words
from pitchkit.library import Library
from pitchkit.order import Order
from pitchkit.profile import Profile
from pitchkit.profiles import field_names
from pitchkit.selection import Selection, choose, select, shorten, shortening_steps
from pitchkit.templating.finding import Template
from pitchkit.templating.rendering import Rendered, Renderer

_MARK = re.compile(r"\{([+-])([a-z0-9-]+)\}")
STEM = 6
"""Two words that share so many first letters are taken to speak of the same thing: "zelfredzaam", "zelfredzaamheid"."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A finished tree with what it was made from; `words` counts its body, `open_fields` stand in the order of the document."""

    order: Order
    template: Template
    selection: Selection
    document: Document
    words: int
    limit: int | None
    open_fields: tuple[OpenField, ...]
    warnings: tuple[Diagnostic, ...] = ()


class Composer:
    """Composes documents from one library and its templates."""

    def __init__(self, library: Library, renderer: Renderer) -> None:
        self._library = library
        self._renderer = renderer

    def compose(self, template: Template, order: Order) -> Composition:
        """Return the document for an order, with as much as its word limit allows.

        Raises:
            ContentError: the template or an entry says something that cannot be shown.
            CommandError: the order allows fewer words than the document has without its entries.
        """
        if order.offer:
            return self._pictured(self._build(template, order, choose(self._library, order, order.offer.choices())))
        whole = select(self._library, order, template.front.sections)
        composition = self._build(template, order, whole)
        if composition.limit is not None and composition.words > composition.limit:
            composition = self._fit(template, order, whole, composition.limit)
        over = (as_warning(one) for one in consents.over_in(self._library, whole, order.date))
        return self._pictured(replace(composition, warnings=(*composition.warnings, *over)))

    def _pictured(self, composition: Composition) -> Composition:
        """Return a composition whose document brings the pictures that it shows."""
        found: list[Diagnostic] = []
        pictures: dict[str, Picture] = {}
        for figure, inside in outline.figures(composition.document.blocks):
            if inside:
                place = self._library.places[inside].locate("text") if inside in self._library.places else None
                where = place or Location(composition.template.path)
                found.append(problem(where, "picture-in-text", excerpt=figure.path))
            elif figure.path not in pictures:
                try:
                    pictures[figure.path] = self._renderer.picture(composition.template, figure.path)
                except ContentError as error:
                    found += error.diagnostics
        if found:
            raise ContentError(found)
        return replace(composition, document=replace(composition.document, pictures=tuple(pictures.values())))

    def _fit(self, template: Template, order: Order, whole: Selection, limit: int) -> Composition:
        # Every step takes words away, so the first step that fits can be found by halving.
        too_few, enough = 0, shortening_steps(whole)
        best = self._build(template, order, shorten(whole, enough))
        if best.words > limit:
            values = {"words": best.words, "limit": limit, "document": order.document}
            if order.max_words:
                raise CommandError([problem(Location("--max-words"), "words-too-many", **values)])
            return replace(best, warnings=(warning(Location(template.path), "words-too-many", **values),))
        while enough - too_few > 1:
            middle = (too_few + enough) // 2
            candidate = self._build(template, order, shorten(whole, middle))
            if candidate.words <= limit:
                best, enough = candidate, middle
            else:
                too_few = middle
        return best

    def _build(self, template: Template, order: Order, selection: Selection) -> Composition:
        rendered = self._renderer.render(template, order, selection)
        parsed = markdown_reader.read(rendered.body, self._locator(template, rendered), self.label)
        blocks = outline.without_empty_sections(self._drawn(template, order, parsed.blocks))
        title, subtitle = (self._line(template, text) for text in (rendered.title, rendered.subtitle))
        organisation = order.profile.organisation.name or ""
        document = Document(
            title=title,
            subtitle=subtitle,
            author=organisation,
            running_head=title,
            date=order.date.isoformat(),
            language=self._library.settings.language,
            words=self._words(),
            blocks=blocks,
            notes=outline.used_notes(blocks, parsed.notes),
            contents=self._contents(template),
        )
        limit = order.max_words or template.front.max_words
        return Composition(
            order, template, selection, document, outline.count_words(blocks), limit, outline.open_fields(blocks, parsed.notes)
        )

    def _drawn(self, template: Template, order: Order, blocks: Blocks) -> Blocks:
        from pitchkit import cost_charts

        stem = f"{order.document}-{order.audience.id}"
        words = self._library.settings.cost_words
        return cost_charts.with_charts(blocks, order.costs, words, stem, Location(template.path))

    def label(self, key: str) -> str:
        """Return what a document calls a profile field: the library's word for it, or the key."""
        fields = self._library.settings.fields
        parts = key.split(".")
        known = next((name for name in field_names(key) if name in fields), None)
        if known == parts[0] and len(parts) > 1:
            return f"{fields[known]} {parts[-1]}"
        return fields[known] if known else key

    def aim_suggestions(self, profile: Profile, key: str) -> tuple[str, ...]:
        """Return policy frames and themes that a municipal aim seems to speak of, for the key that asks what it serves."""
        match = re.fullmatch(r"municipality\.aims\.(\d+)\.serves", key)
        if not match:
            return ()
        stems = {word[:STEM] for word in re.findall(r"\w{5,}", profile.municipality.aims[int(match[1]) - 1].text.lower())}
        named = [(policy.id, policy.label) for policy in self._library.policies if not policy.dated]
        named += [(theme.id, " ".join((theme.label, *theme.words))) for theme in self._library.themes]
        return tuple(name for name, words in named if stems & {word[:STEM] for word in re.findall(r"\w{5,}", words.lower())})

    def _line(self, template: Template, text: str) -> str:
        blocks = markdown_reader.read(text, lambda _line: Location(template.path), self.label).blocks
        return " ".join(outline.block_texts(blocks))

    def _words(self) -> Words:
        words = self._library.settings.words
        if words is None:
            return Words(page="", of="/", see_note="", to_fill_in="...")
        return Words(page=words.page, of=words.of, see_note=words.see_note, to_fill_in=words.to_fill_in)

    def _contents(self, template: Template) -> Contents | None:
        words = self._library.settings.words
        title = words.contents if words else None
        return Contents(title or "") if template.front.contents else None

    def _locator(self, template: Template, rendered: Rendered) -> Callable[[int], Location]:
        lines = rendered.body.split("\n")

        def locate(line: int) -> Location:
            inside = ""
            for number, text in enumerate(lines):
                marks = list(_MARK.finditer(text))
                if number == line:
                    started = [mark[2] for mark in marks if mark[1] == "+"]
                    inside = started[0] if started else inside
                    break
                for mark in marks:
                    inside = mark[2] if mark[1] == "+" else ""
            if inside in self._library.places:
                return self._library.places[inside].locate("text")
            return Location(template.path)

        return locate
