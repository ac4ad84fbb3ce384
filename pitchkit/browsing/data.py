"""Entries as data for programs: everything that the library says about them, under the names that its files use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pitchkit.library import Library
from pitchkit.model import Entry

if TYPE_CHECKING:
    from pitchkit.browsing.surroundings import Surroundings


def entry_data(library: Library, entry: Entry) -> dict[str, Any]:
    """Return all that stands in an entry, every field there is, and where it stands."""
    where = library.places[entry.id].locate()
    return {**entry.model_dump(mode="json"), "path": where.path, "line": where.line or None}


def whole_data(library: Library, entry: Entry, audience: str, around: Surroundings) -> dict[str, Any]:
    """Return an entry with what it answers, its sources in full, the documents that can take it and its review.

    With an audience, `wording` holds the words for that reader.
    """
    wording = entry.wording(audience).model_dump(mode="json") if audience else None
    review = around.review
    return {
        **entry_data(library, entry),
        **({"audience": audience, "wording": wording} if audience else {}),
        "answers_to": [one.id for one in library.entries if entry.id in one.answers],
        "sources": [{**library.source_by_id[one.source].model_dump(mode="json"), "place": one.place} for one in entry.evidence],
        "documents": [{"document": document, "audience": reader} for document, reader in around.documents],
        "review": {
            "state": review.state,
            "by": review.review.by if review.review else None,
            "date": review.review.date.isoformat() if review.review else None,
            "until": review.until.isoformat() if review.until else None,
            "causes": [{"kind": one.kind, "id": one.id} for one in review.causes],
        }
        if review
        else None,
    }


def list_data(library: Library, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Return entries as data, in the order given."""
    return [entry_data(library, entry) for entry in entries]
