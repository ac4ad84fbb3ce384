"""A library as groups of an objection, its answers and their sources. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pitchkit.library import Library
from pitchkit.model import Entry, Source

_MOST_OF_THEME: Final = 8
"""With more entries in one group, its lines run over each other and its head is out of sight."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box on the map; `note` is what stands small below its title, `is_bare` that an entry names no source."""

    id: str
    title: str
    note: str = ""
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """An objection, or a theme for what answers none, with the entries that belong to it and what each of these rests on."""

    kind: Literal["objection", "theme"]
    head: Node
    answers: tuple[Node, ...]
    sources: tuple[Node, ...]
    rests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """The groups, and how many objections and other entries are not on it."""

    groups: tuple[Group, ...]
    objections_left_out: int
    entries_left_out: int

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The objections that nothing on the map answers."""
        return tuple(group.head.id for group in self.groups if group.kind == "objection" and not group.answers)

    @property
    def bare(self) -> tuple[str, ...]:
        """The entries on the map that name no source, each once."""
        nodes = (node for group in self.groups for node in (group.head, *group.answers))
        return tuple(dict.fromkeys(node.id for node in nodes if node.is_bare))


@dataclass(frozen=True, slots=True)
class Words:
    """What a map says for itself: its title and description, its columns, and what stands where something is missing."""

    title: str
    about: str
    columns: tuple[str, str, str]
    no_answer: str
    no_source: str
    rests_on: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What should be on a map: objections by id, groups with a theme, what one reader gets in the words for that reader.

    With `everything`, what answers no objection is on it as well, by theme.
    """

    objections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    audience: str = ""
    everything: bool = False


def draft(library: Library, wanted: Wanted) -> Map:
    """Return the map of a library; an objection is on it whole or not at all, but for answers that its reader never gets."""
    reader = library.audience(wanted.audience) if wanted.audience else None
    seen = [entry for entry in library.entries if reader is None or entry.is_for(reader)]
    readable = {entry.id: entry for entry in seen}
    objections = [entry for entry in seen if entry.kind == "objection"]
    groups: list[Group] = []
    for entry in objections:
        answers = [readable[one] for one in entry.answers if one in readable]
        if _is_wanted(wanted, entry, answers):
            groups.append(_group(library, "objection", _node(entry, wanted.audience), answers, wanted.audience))
    answering = {answer.id for group in groups for answer in group.answers}
    rest = [entry for entry in seen if entry.kind != "objection" and entry.id not in answering]
    if wanted.everything:
        groups += _by_theme(
            library, [entry for entry in rest if not wanted.themes or set(wanted.themes) & set(entry.themes)], wanted
        )
    shown = answering | {answer.id for group in groups for answer in group.answers}
    heads = sum(group.kind == "objection" for group in groups)
    others = sum(entry.kind != "objection" and entry.id not in shown for entry in library.entries)
    return Map(tuple(groups), sum(entry.kind == "objection" for entry in library.entries) - heads, others)


def _is_wanted(wanted: Wanted, entry: Entry, answers: Iterable[Entry]) -> bool:
    if wanted.objections and entry.id not in wanted.objections:
        return False
    themes = {theme for one in (entry, *answers) for theme in one.themes}
    return not wanted.themes or bool(themes & set(wanted.themes))


def _by_theme(library: Library, entries: Collection[Entry], wanted: Wanted) -> Iterator[Group]:
    """Yield the entries under the first of their themes that is asked for, or the first that they have."""
    under: dict[str, list[Entry]] = {}
    for entry in entries:
        under.setdefault(next((one for one in entry.themes if not wanted.themes or one in wanted.themes), ""), []).append(entry)
    for name, label in (*((one.id, one.label) for one in library.themes), ("", "–")):
        some = under.get(name, [])
        parts = [some[start : start + _MOST_OF_THEME] for start in range(0, len(some), _MOST_OF_THEME)]
        for number, part in enumerate(parts, start=1):
            note = f"{number}/{len(parts)}" if len(parts) > 1 else ""
            yield _group(library, "theme", Node(name, label, note), part, wanted.audience)


def _group(library: Library, kind: Literal["objection", "theme"], head: Node, answers: Iterable[Entry], audience: str) -> Group:
    every = tuple(answers)
    sources: dict[str, Source] = {}
    rests: list[tuple[str, str]] = []
    for entry in every:
        for name in entry.sources:
            sources.setdefault(name, library.source_by_id[name])
            rests.append((entry.id, name))
    return Group(
        kind,
        head,
        tuple(_node(entry, audience) for entry in every),
        tuple(Node(one.id, f"{one.short}: {one.title}", f"{one.id} ({one.year})") for one in sources.values()),
        tuple(rests),
    )


def _node(entry: Entry, audience: str) -> Node:
    note = f"{entry.id} ({entry.certainty})" if entry.certainty else entry.id
    return Node(entry.id, " ".join(entry.wording(audience).title.split()), note, is_bare=not entry.sources)
