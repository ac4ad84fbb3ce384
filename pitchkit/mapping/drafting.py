"""A library as groups of an objection, its answers and their sources. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pitchkit.library import Library
from pitchkit.model import Entry, Source


@dataclass(frozen=True, slots=True)
class Node:
    """A box on the map; `note` is what stands small below its title."""

    id: str
    title: str
    note: str = ""


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
    for theme in library.themes:
        if theme.id in under:
            yield _group(library, "theme", Node(theme.id, theme.label), under[theme.id], wanted.audience)
    if "" in under:
        yield _group(library, "theme", Node("", "–"), under[""], wanted.audience)


def _group(library: Library, kind: Literal["objection", "theme"], head: Node, answers: Iterable[Entry], audience: str) -> Group:
    every = tuple(answers)
    sources: dict[str, Source] = {}
    rests: list[tuple[str, str]] = []
    for entry in every:
        for name in dict.fromkeys((*(one.source for one in entry.evidence), *([entry.published] if entry.published else []))):
            sources.setdefault(name, library.source_by_id[name])
            rests.append((entry.id, name))
    return Group(
        kind,
        head,
        tuple(_node(entry, audience) for entry in every),
        tuple(Node(one.id, f"{one.short}: {one.title}", one.year) for one in sources.values()),
        tuple(rests),
    )


def _node(entry: Entry, audience: str) -> Node:
    note = f"{entry.id} ({entry.certainty})" if entry.certainty else entry.id
    return Node(entry.id, " ".join(entry.wording(audience).title.split()), note)
