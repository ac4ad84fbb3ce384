"""What changed in the argument, as data for a program and as Markdown for a merge request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pitchkit.changes import words
from pitchkit.changes.entries import Change
from pitchkit.changes.libraries import Difference
from pitchkit.cli import change_lines
from pitchkit.history.reach import Pair, Shelf
from pitchkit.history.revisions import Reading
from pitchkit.language import _
from pitchkit.model import Entry


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference with the two moments it lies between, the documents that it could show in, and what changed beside it."""

    difference: Difference
    before: Reading
    after: Reading
    shelf: Shelf
    around: tuple[str, ...]


def documents(pairs: Iterable[Pair]) -> str:
    """Return documents with their readers on one line: pitch (gemeente, manager), onepager (gemeente)."""
    by_document: dict[str, list[str]] = {}
    for document, audience in pairs:
        by_document.setdefault(document, []).append(audience)
    return ", ".join(f"{document} ({', '.join(readers)})" for document, readers in by_document.items())


def what(change: Change) -> str:
    """Return in a few words what happened to an entry: reworded, retagged, renamed."""
    parts = [
        _("renamed from {id}").format(id=change.before.id) if change.is_renamed else "",
        _("reworded") if change.rewordings else "",
        _("retagged") if change.retaggings else "",
    ]
    return ", ".join(part for part in parts if part)


def as_json(shown: Shown) -> str:
    """Return a difference as data for a program."""
    difference = shown.difference
    data = {
        "since": shown.before.label,
        "until": shown.after.label or None,
        "added": [_entry(shown, one) for one in difference.added],
        "removed": [_entry(shown, one) for one in difference.removed],
        "changed": [
            {
                **_entry(shown, one.after),
                "was": one.before.id,
                **change_lines.as_data(one),
                "documents": _pairs(shown.shelf.touched_by(one)),
            }
            for one in difference.changed
        ],
        "moved": [{"id": one.id, "from": one.before, "to": one.after} for one in difference.moved],
        "sources": {
            "added": [one.id for one in difference.sources_added],
            "removed": [one.id for one in difference.sources_removed],
            "changed": [
                {"id": one.id, "retaggings": change_lines.tags_as_data(one.retaggings)} for one in difference.sources_changed
            ],
        },
        "documents": _pairs(shown.shelf.touched(difference)),
        "around": list(shown.around),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_markdown(shown: Shown) -> Iterator[str]:
    """Yield a difference as lines of Markdown: what went struck through, what came in bold."""
    difference = shown.difference
    if not difference:
        yield _("Nothing changed in the argument.")
    yield from _listed(_("Added"), (_title(one) for one in difference.added))
    yield from _listed(_("Removed"), (_title(one) for one in difference.removed))
    if difference.changed:
        yield f"## {_('Changed')}"
        yield ""
    for change in difference.changed:
        yield f"### {_title(change.after)} ({what(change)})"
        yield ""
        for one in change.rewordings:
            marked = words.markdown(words.in_short(words.pieces(one.before, one.after)))
            yield f"- {change_lines.name_of(one)}: {marked}"
        yield from (f"- {change_lines.tags(one)}" for one in change.retaggings)
        yield ""
    sources = (f"`{one.id}`: {'; '.join(map(change_lines.tags, one.retaggings))}" for one in difference.sources_changed)
    yield from _listed(_("Sources added"), (f"`{one.id}`: {one.title}" for one in difference.sources_added))
    yield from _listed(_("Sources removed"), (f"`{one.id}`: {one.title}" for one in difference.sources_removed))
    yield from _listed(_("Sources changed"), sources)
    if touched := shown.shelf.touched(difference):
        yield _("Documents that this could show in: {documents}.").format(documents=documents(touched))
    if shown.around:
        if touched or not difference:
            yield ""
        yield beside(shown)


def beside(shown: Shown) -> str:
    """Return which files changed that are not the argument itself, on one line."""
    return _("Also changed, around the argument: {files}.").format(files=", ".join(shown.around))


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield from (f"## {heading}", "", *(f"- {line}" for line in every), "")


def _title(entry: Entry) -> str:
    return f"`{entry.id}`: {entry.title}"


def _entry(shown: Shown, entry: Entry) -> dict[str, Any]:
    places = shown.after.library.places if entry.id in shown.after.library.places else shown.before.library.places
    where = places[entry.id].locate()
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "path": where.path,
        "line": where.line,
        "documents": _pairs(shown.shelf.taking(entry)),
    }


def _pairs(pairs: Iterable[Pair]) -> list[dict[str, str]]:
    return [{"document": document, "audience": audience} for document, audience in pairs]
