"""Two states of a library: which entries and sources came, went and changed. Entries are the same where their ids are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pitchkit.changes import entries, prose, words
from pitchkit.changes.entries import Change, Retagging
from pitchkit.model import Entry, Source

_ALIKE = 0.75
"""How much of its words an entry keeps that got another id: less is another entry."""


@dataclass(frozen=True, slots=True)
class State:
    """What a library holds at one moment: its entries, its sources, and the file each entry stands in."""

    entries: Mapping[str, Entry]
    sources: Mapping[str, Source]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry that stands in another file, which changes nothing about it."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What changed about a source that was there and still is."""

    id: str
    retaggings: tuple[Retagging, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in the argument, each part by id; an entry that got another id is among those that `changed`."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Change, ...]
    moved: tuple[Moved, ...]
    sources_added: tuple[Source, ...]
    sources_removed: tuple[Source, ...]
    sources_changed: tuple[SourceChange, ...]

    def __bool__(self) -> bool:
        entries_differ = self.added or self.removed or self.changed
        return bool(entries_differ or self.sources_added or self.sources_removed or self.sources_changed)


def compare(before: State, after: State) -> Difference:
    """Return what changed between two states."""
    added = {one: after.entries[one] for one in sorted(after.entries) if one not in before.entries}
    removed = {one: before.entries[one] for one in sorted(before.entries) if one not in after.entries}
    both = [one for one in sorted(after.entries) if one in before.entries]
    changes = [
        *(entries.compare(before.entries[one], after.entries[one]) for one in both if before.entries[one] != after.entries[one]),
        *(entries.compare(removed.pop(old), added.pop(new)) for old, new in renamed(removed, added)),
    ]
    return Difference(
        added=tuple(added.values()),
        removed=tuple(removed.values()),
        changed=tuple(sorted((one for one in changes if one), key=lambda one: one.after.id)),
        moved=tuple(
            Moved(one, before.files[one], after.files[one]) for one in both if before.files.get(one) != after.files.get(one)
        ),
        sources_added=_only_in(after.sources, before.sources),
        sources_removed=_only_in(before.sources, after.sources),
        sources_changed=tuple(_source_changes(before.sources, after.sources)),
    )


def _only_in(here: Mapping[str, Source], there: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(here[one] for one in sorted(here) if one not in there)


def _source_changes(before: Mapping[str, Source], after: Mapping[str, Source]) -> Iterator[SourceChange]:
    for one in sorted(after):
        if one in before and before[one] != after[one]:
            found = tuple(entries.retaggings(before[one], after[one], ("id",)))
            if found:
                yield SourceChange(one, found)


def renamed(removed: Mapping[str, Entry], added: Mapping[str, Entry]) -> list[tuple[str, str]]:
    """Return the pairs of old and new id, of entries that went and came, that are one entry; the most alike first."""
    old, new = ({name: _all_words(one) for name, one in some.items()} for some in (removed, added))
    bags = {name: Counter(text.split()) for some in (old, new) for name, text in some.items()}
    pairs = [
        (-words.likeness(old[one], new[other]), one, other)
        for one in old
        for other in new
        if removed[one].kind == added[other].kind and _overlap(bags[one], bags[other]) >= _ALIKE
    ]
    return list(_best(sorted(pair for pair in pairs if -pair[0] >= _ALIKE)))


def _best(ranked: Iterable[tuple[float, str, str]]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for _, one, other in ranked:
        if not {one, other} & taken:
            taken |= {one, other}
            yield one, other


def _all_words(entry: Entry) -> str:
    return prose.canonical("\n\n".join(entries.texts(entry).values())).lower()


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 0.0
