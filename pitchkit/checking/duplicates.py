"""What the same reader is told twice: nearly the same texts and titles, a text within another, a sentence in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pitchkit import duplicates
from pitchkit.checking import sound
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import Diagnostic, warning

_KIND: Final = "told-once"
_MOST_FRESH: Final = 50


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield each pair of entries that tell a reader the same, at the second of the two, once."""
    passages = [one for one in subject.passages if one.readers]
    marks = [sound.digest(f"{one.entry.id} {one.steps} {[reader.id for reader in one.readers]} {one.text}") for one in passages]
    known = sound.recall(_KIND, str(subject.workspace.library))
    fresh = [number for number, mark in enumerate(marks) if mark not in known]
    # Texts that were laid beside each other before say nothing twice: only what is new among them is held against the rest.
    if len(fresh) > _MOST_FRESH or duplicates.may_say_again([_told(one) for one in passages], fresh):
        found = list(_twice(passages))
        yield from found
        if found:
            return
    if fresh:
        sound.keep(_KIND, str(subject.workspace.library), marks)


def _twice(passages: Sequence[Passage]) -> Iterator[Diagnostic]:
    seen: set[tuple[str, str]] = set()
    for name in ("text", "short"):
        yield from _alike([passage for passage in passages if passage.steps[-1] == name], "duplicate-text", seen)
    yield from _alike([passage for passage in passages if passage.steps[-1] == "title"], "duplicate-title", set())
    longer = [passage for passage in passages if passage.steps[-1] != "title"]
    yield from _contained(longer, seen)
    yield from _repeats(longer, seen)


def _alike(passages: Sequence[Passage], code: str, seen: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    texts = [_told(passage) for passage in passages]
    found = duplicates.near_titles(texts) if code == "duplicate-title" else duplicates.near_duplicates(texts)
    for one in found:
        first, second = passages[one.first], passages[one.second]
        if texts[one.first].words == texts[one.second].words and code == "duplicate-title":
            continue  # told as title-twice
        if (first.entry.id, second.entry.id) not in seen:
            seen.add((first.entry.id, second.entry.id))
            values = {"id": second.entry.id, "other": first.entry.id, "place": first.locate(0), "title": first.text}
            yield warning(second.locate(0), code, **values)


def _contained(passages: Sequence[Passage], seen: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    for one in duplicates.contained([_told(passage) for passage in passages]):
        part, whole = passages[one.part], passages[one.whole]
        if not seen & {(part.entry.id, whole.entry.id), (whole.entry.id, part.entry.id)}:
            seen |= {(part.entry.id, whole.entry.id), (whole.entry.id, part.entry.id)}
            values = {"id": part.entry.id, "other": whole.entry.id, "place": whole.locate(0)}
            yield warning(part.locate(0), "duplicate-contained", **values)


def _repeats(passages: Sequence[Passage], seen: set[tuple[str, str]]) -> Iterator[Diagnostic]:
    for one in duplicates.repeats([_told(passage) for passage in passages]):
        first, second = passages[one.first], passages[one.second]
        if (first.entry.id, second.entry.id) not in seen:
            seen.add((first.entry.id, second.entry.id))
            where = second.locate(one.start)
            values = {"id": second.entry.id, "other": first.entry.id, "place": first.locate(0), "words": one.words}
            yield warning(where, "duplicate-sentence", **values)


def _told(passage: Passage) -> duplicates.Told:
    return duplicates.Told(passage.entry.id, passage.text, frozenset(reader.id for reader in passage.readers))
