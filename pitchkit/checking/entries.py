"""Entries beside each other: objections and the answers that reach the same reader, and titles that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.costs.inputs import Costs
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.selection import COMPARISON

_LISTS = ("audiences", "themes", "keywords", "requires", "positions", "answers", "policy")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what only shows when entries are laid side by side, or beside what a profile can say."""
    for entry in subject.library.entries:
        yield from _impossible(subject.library, entry)
        yield from _twice(subject.library, entry)
        if entry.kind == "objection":
            yield from _answers(subject.library, entry)
    yield from _narrower(subject.library)
    yield from _titles(subject)


def _impossible(library: Library, entry: Entry) -> Iterator[Diagnostic]:
    possible = (COMPARISON, *(f"costs.{name}" for name in Costs.model_fields))
    for index, needed in enumerate(entry.requires):
        if needed.startswith("costs.") and needed not in possible:
            where = library.places[entry.id].locate("requires", index)
            yield problem(where, "requires-impossible", word=needed, id=entry.id, choices=", ".join(possible))


def _twice(library: Library, entry: Entry) -> Iterator[Diagnostic]:
    for name in _LISTS:
        words: tuple[str, ...] = getattr(entry, name)
        if len(set(words)) < len(words):
            for index, word in enumerate(words):
                if word in words[:index]:
                    yield warning(library.places[entry.id].locate(name, index), "word-twice", word=word, field=name)


def _answers(library: Library, entry: Entry) -> Iterator[Diagnostic]:
    place = library.places[entry.id]
    readers = [audience for audience in library.audiences if entry.is_for(audience)]
    answered: set[str] = set()
    for index, answer in enumerate(entry.answers):
        if library.entry_by_id[answer].kind == "objection":
            yield warning(place.locate("answers", index), "answer-objection", answer=answer, id=entry.id)
        reached = [audience.id for audience in readers if library.entry_by_id[answer].is_for(audience)]
        answered.update(reached)
        if not reached:
            names = ", ".join(audience.id for audience in readers)
            yield warning(place.locate("answers", index), "answer-elsewhere", answer=answer, id=entry.id, choices=names)
    for audience in readers:
        if answered and audience.id not in answered:
            yield warning(place.locate("answers"), "objection-unanswered-for", id=entry.id, audience=audience.id)


def _narrower(library: Library) -> Iterator[Diagnostic]:
    """Yield the entries that take the place of one of another library and reach fewer readers than it."""
    for entry_id, before in library.replaced.items():
        entry, items = library.entry_by_id.get(entry_id), before.file.data
        there = items[before.index] if isinstance(items, list) else None
        if entry is None or not isinstance(there, dict):
            continue
        named = there.get("audiences") or ()
        reached = (one for one in library.audiences if one.id in named or not (named or one.opt_in))
        if missed := [one.id for one in reached if not entry.is_for(one)]:
            where = library.places[entry_id].locate("audiences")
            yield warning(where, "override-narrower", id=entry_id, audiences=", ".join(missed))


def _titles(subject: Subject) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for passage in subject.passages:
        if passage.steps[-1] != "title":
            continue
        for reader in passage.readers:
            key = (reader.id, " ".join(passage.text.casefold().split()))
            other = seen.setdefault(key, passage.entry.id)
            if other != passage.entry.id and (passage.entry.id, other) not in told:
                told.add((passage.entry.id, other))
                yield warning(passage.locate(0), "title-twice", id=passage.entry.id, other=other, audience=reader.id)
