"""What changed in the argument, as data for a program and as Markdown for a merge request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pitchkit.changes import words
from pitchkit.changes.entries import Change
from pitchkit.cli import change_lines
from pitchkit.history.comparing import Comparison
from pitchkit.history.reach import Pair
from pitchkit.language import _
from pitchkit.model import Entry


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


def as_data(compared: Comparison) -> dict[str, Any]:
    """Return a difference as data for a program."""
    difference = compared.difference
    return {
        "since": compared.before.label,
        "until": compared.after.label or None,
        "added": [_entry(compared, one) for one in difference.added],
        "removed": [_entry(compared, one) for one in difference.removed],
        "changed": [
            {
                **_entry(compared, one.after),
                "was": one.before.id,
                **change_lines.as_data(one),
                "documents": _pairs(compared.shelf.touched_by(one)),
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
        "documents": _pairs(compared.shelf.touched(difference)),
        "around": list(compared.around),
    }


def as_markdown(compared: Comparison) -> Iterator[str]:
    """Yield a difference as lines of Markdown: what went struck through, what came in bold."""
    difference = compared.difference
    if not difference:
        yield _("Nothing changed in the argument.")
    yield from _listed(_("Added"), (_title(one) for one in difference.added))
    yield from _listed(_("Removed"), (_title(one) for one in difference.removed))
    if difference.changed:
        yield "## " + _("Changed")
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
    if touched := compared.shelf.touched(difference):
        yield _("Documents that this could show in: {documents}.").format(documents=documents(touched))
    if compared.around:
        if touched or not difference:
            yield ""
        yield beside(compared)


def beside(compared: Comparison) -> str:
    """Return which files changed that are not the argument itself, on one line."""
    return _("Also changed, around the argument: {files}.").format(files=", ".join(compared.around))


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    every = list(lines)
    if every:
        yield from (f"## {heading}", "", *(f"- {line}" for line in every), "")


def _title(entry: Entry) -> str:
    return f"`{entry.id}`: {entry.title}"


def _entry(compared: Comparison, entry: Entry) -> dict[str, Any]:
    places = compared.after.library.places if entry.id in compared.after.library.places else compared.before.library.places
    where = places[entry.id].locate()
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "path": where.path,
        "line": where.line,
        "documents": _pairs(compared.shelf.taking(entry)),
    }


def _pairs(pairs: Iterable[Pair]) -> list[dict[str, str]]:
    return [{"document": document, "audience": audience} for document, audience in pairs]
