"""What a template sees of a selection: entries with their words, notes and answers, their sources, the aims they serve."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pitchkit.library import Library
from pitchkit.model import Entry, Evidence, Source
from pitchkit.order import Order
from pitchkit.rules import LOOKUP
from pitchkit.selection import Chosen, Length, Selection, is_usable
from pitchkit.templating.values import Markdown, Open, Record, literal, one_line

_LEAD = re.compile(r"((?:[-*+]|\d+[.)])\s+)?")
AIM_ENTRIES = 2
"""How many entries stand beside one municipal aim: a table cell holds two claims, three become a paragraph."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as a template prints it.

    `title` and `claim` are bare; `text`, `line` (the short wording on one line) and `point` (the claim itself) carry the marks
    of the entry and its note, so a template prints one of these three.
    """

    id: str
    kind: str
    title: Markdown
    text: Markdown
    line: Markdown
    point: Markdown
    theme: str
    themes: tuple[str, ...]
    positions: tuple[str, ...]
    answers: tuple[EntryView, ...]
    length: Length = "full"

    @property
    def claim(self) -> Markdown:
        """The title as a sentence."""
        return sentence(self.title)


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The entries of one section that stand under one theme."""

    label: str
    entries: tuple[EntryView, ...]


class SectionView(tuple[EntryView, ...]):
    """The entries of one section, in order."""

    __slots__ = ()

    @property
    def by_theme(self) -> tuple[ThemeView, ...]:
        """The same entries under the themes they were chosen for, in that order."""
        labels = dict.fromkeys(one.theme for one in self)
        return tuple(ThemeView(label, tuple(one for one in self if one.theme == label)) for label in labels)


@dataclass(frozen=True, slots=True)
class AimView:
    """A municipal aim and the claims that serve it: `adds` is an open field when nothing says what the aim serves."""

    text: object
    source: object
    page: object
    adds: Markdown


@dataclass
class Notes:
    """The notes of one document: the same words are one note, under the label of who said them first."""

    labels: dict[str, str] = field(default_factory=dict)

    def mark(self, label: str, text: str) -> str:
        """Return the mark for a note, and remember its words."""
        return f"[^{self.labels.setdefault(text, label)}]"

    def definitions(self, rendered: str) -> Iterator[str]:
        """Yield the definition of every note that a rendered text refers to."""
        used = set(re.findall(r"\[\^([a-z0-9-]+)\]", rendered))
        return (f"[^{label}]: {text}" for text, label in self.labels.items() if label in used)


class Views:
    """Makes the views of one selection."""

    def __init__(self, library: Library, order: Order, look_up: Callable[[str], Markdown], notes: Notes | None) -> None:
        self._library = library
        self._order = order
        self._look_up = look_up
        self._notes = notes

    def sections(self, selection: Selection, names: tuple[str, ...]) -> Record:
        """Return the sections by name."""
        return Record({name: SectionView(self._chosen(one) for one in selection.section(name)) for name in names})

    def aims(self, selection: Selection) -> tuple[AimView, ...] | Open:
        """Return the municipality's aims, each with the heaviest arguments that serve it.

        Arguments that the document uses go before others, and none serves two aims if it can be helped.
        """
        aims = self._order.profile.municipality.aims
        if not aims:
            return Open("municipality.aims")
        arguments = [entry for entry in selection.usable() if entry.kind == "argument" and not self._is_finding(entry)]
        used: set[str] = set()
        views = []
        for number, aim in enumerate(aims, 1):
            key = f"municipality.aims.{number}"
            serving = [entry for entry in arguments if set(aim.serves) & {*entry.policy, *entry.themes}]
            serving.sort(key=lambda entry: entry.id in used)
            used |= {entry.id for entry in serving[:AIM_ENTRIES]}
            claims = [sentence(self._inline(entry.wording(self._order.audience.id).title)) for entry in serving[:AIM_ENTRIES]]
            adds = Markdown(" ".join(claims)) if claims else Markdown(str(Open(f"{key}.serves")))
            views.append(AimView(aim.text, aim.source or Open(f"{key}.source"), aim.page or Open(f"{key}.page"), adds))
        return tuple(views)

    def sources(self, selection: Selection) -> tuple[Markdown, ...]:
        """Return the full line of every source that the chosen entries rest on, in the library's order."""
        used = {evidence.source for one in selection.chosen for evidence in one.entry.evidence}
        return tuple(citation(source) for source in self._library.sources if source.id in used)

    def _is_finding(self, entry: Entry) -> bool:
        # The title of a research finding says nothing about its limit, so it never stands alone.
        return any(self._library.source_by_id[evidence.source].type == "research" for evidence in entry.evidence)

    def _chosen(self, one: Chosen) -> EntryView:
        label = self._library.theme_by_id[one.theme].label if one.theme else ""
        return self._view(one.entry, label, full=one.length == "full")

    def _view(self, entry: Entry, theme: str, *, full: bool) -> EntryView:
        wording = entry.wording(self._order.audience.id)
        positions = self._library.settings.positions
        return EntryView(
            entry.id,
            entry.kind,
            self._inline(wording.title),
            self._marked(entry, self._inline(wording.text if full else wording.short)),
            self._marked(entry, self._inline(one_line(wording.short))),
            self._marked(entry, sentence(self._inline(wording.title))),
            theme,
            tuple(self._library.theme_by_id[one].label for one in entry.themes),
            tuple(positions.get(one, one) for one in entry.positions),
            tuple(self._answers(entry)),
            "full" if full else "short",
        )

    def _answers(self, entry: Entry) -> Iterator[EntryView]:
        for entry_id in entry.answers:
            answer = self._library.entry_by_id[entry_id]
            if is_usable(self._library, answer, self._order):
                yield self._view(answer, "", full=False)

    def _marked(self, entry: Entry, text: Markdown) -> Markdown:
        lead = _LEAD.match(text)
        cut = lead.end() if lead else 0
        note = self._notes.mark(entry.id, note_text(self._library, entry.evidence)) if self._notes and entry.evidence else ""
        return Markdown(f"{text[:cut]}{{+{entry.id}}}{text[cut:].rstrip()}{self._made_up(entry)}{note}{{-{entry.id}}}")

    def _made_up(self, entry: Entry) -> str:
        words = self._library.settings.words
        return f" ({literal(words.fictitious)})" if entry.fictitious and words and words.fictitious else ""

    def _inline(self, text: str) -> Markdown:
        return Markdown(LOOKUP.sub(lambda match: self._look_up(match[1]), text))


def sentence(title: Markdown) -> Markdown:
    """Return a title with a full stop, unless it asks, exclaims or ends with one."""
    return Markdown(title if title.endswith(("?", "!", ".")) else f"{title}.")


def note_text(library: Library, evidence: tuple[Evidence, ...]) -> Markdown:
    """Return the words of a note: each source in short with the places in it."""
    places: dict[str, list[str]] = {}
    for one in evidence:
        places.setdefault(one.source, []).append(one.place)
    return Markdown(
        " ".join(
            f"{literal(library.source_by_id[source].short)}: {literal('; '.join(where))}." for source, where in places.items()
        )
    )


def citation(source: Source) -> Markdown:
    """Return a source's full line for a list of sources, with a link where it has an address."""
    title = f"*{literal(source.title)}*"
    if source.url:
        title = f"[{title}](<{source.url}>)"
    parts = [literal(source.author), title, *([literal(source.publisher)] if source.publisher else []), literal(source.year)]
    return sentence(Markdown(", ".join(parts)))
