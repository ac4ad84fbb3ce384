"""What one document is made from, as a value: while it stays the same, so does the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.order import Order
from pitchkit.pipeline import Kit
from pitchkit.selection import Chosen, Decision, select
from pitchkit.templating.finding import Template


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all documents share: the library without its entries, and each entry without what it says at length."""

    words: Library
    titles: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a document is made from; of an entry that is not chosen that is its title and what it is for."""

    template: Template
    texts: tuple[str, ...]
    pictures: tuple[bytes, ...]
    order: Order
    words: Library
    chosen: tuple[Chosen, ...]
    decisions: tuple[Decision, ...]
    answers: tuple[Entry, ...]


def inputs(kit: Kit, around: Surroundings, template: Template, order: Order) -> Inputs:
    """Return what the document of an order is made from; raises ContentError where its template cannot be read.

    An entry that is only for other readers is no part of it, unless it answers one that is chosen.
    """
    selection = select(kit.library, order, template.front.sections)
    chosen = selection.chosen
    decisions = tuple(replace(one, entry=around.titles[one.entry.id]) for one in selection.decisions if one.reason != "audience")
    answers = tuple(_answers(kit.library, [one.entry for one in chosen]))
    texts, pictures = kit.renderer.texts(template), kit.renderer.picture_contents(template)
    return Inputs(template, texts, pictures, order, around.words, chosen, decisions, answers)


def surroundings(library: Library) -> Surroundings:
    """Return what the documents of a library share; where in a file something stands changes no document."""
    words = replace(library, entries=(), places={}, settings_files=(), word_places={})
    return Surroundings(words, {entry.id: _in_short(entry) for entry in library.entries})


def _in_short(entry: Entry) -> Entry:
    nothing = {"text": "", "short": ""}
    versions = {name: one.model_copy(update=nothing) for name, one in entry.versions.items()}
    return entry.model_copy(update={**nothing, "versions": versions})


def _answers(library: Library, entries: list[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    waiting = list(entries)
    while waiting:
        for name in waiting.pop().answers:
            if name not in seen:
                seen.add(name)
                answer = library.entry_by_id[name]
                waiting.append(answer)
                yield answer
