"""A stamp says what was read: a short hash of what matters, behind the number of the form it was written down in.

What matters about an entry is what it claims, in which words, for whom, how firmly, on what grounds and under which conditions.
What only says where it lands (weight, themes, keywords), how its lines are broken, how its quotes are typed and in which order
its readers or sources are listed does not matter: changing that leaves a review standing. What is empty is not written down, so
that a field that is new to all entries breaks no stamp.

A form never changes. Another idea of what matters gets the next number, and stamps in the old form stay good.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeAlias

from pitchkit.changes import entries, prose
from pitchkit.model import Entry, Source

NOW: Final = "1"
"""The form that new stamps are in."""

Plain: TypeAlias = "str | list[str] | Mapping[str, Plain]"


def stamp_entry(entry: Entry, form: str = NOW) -> str:
    """Return the stamp of an entry in a form that is known."""
    return _stamp(form, _ENTRY_FORMS[form](entry))


def stamp_source(source: Source, form: str = NOW) -> str:
    """Return the stamp of a source in a form that is known: who said what, when and where; its label does not matter."""
    return _stamp(form, _SOURCE_FORMS[form](source))


def form_of(stamp: str) -> str:
    """Return the form that a stamp is in."""
    return stamp.partition("-")[0]


def is_known(form: str) -> bool:
    """Return whether this version of pitchkit knows a form."""
    return form in _ENTRY_FORMS


def _stamp(form: str, content: Mapping[str, Plain]) -> str:
    filled = {name: value for name, value in content.items() if value}
    text = json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{form}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _entry_1(entry: Entry) -> dict[str, Plain]:
    consent, recognition = entry.consent, entry.recognition
    return {
        "kind": entry.kind,
        "texts": {"/".join(steps): prose.canonical(text) for steps, text in entries.texts(entry).items()},
        "audiences": sorted(entry.audiences),
        "certainty": entry.certainty or "",
        "evidence": sorted(f"{one.source} {prose.canonical(one.place)}" for one in entry.evidence),
        "recognition": (
            [recognition.name, recognition.level, recognition.url, recognition.date.isoformat(), *_until(recognition.until)]
            if recognition
            else []
        ),
        "requires": sorted(entry.requires),
        "positions": sorted(entry.positions),
        "answers": sorted(entry.answers),
        "policy": sorted(entry.policy),
        "valid_until": entry.valid_until.isoformat() if entry.valid_until else "",
        "published": entry.published or "",
        "consent": (
            [
                *sorted(consent.purposes),
                *(f"by {channel}" for channel in sorted(consent.channels)),
                f"until {consent.until or ''}",
                f"withdrawn {consent.withdrawn}",
            ]
            if consent
            else []
        ),
        "fictitious": "yes" if entry.fictitious else "",
    }


def _until(day: date | None) -> list[str]:
    return [f"until {day.isoformat()}"] if day else []


def _source_1(source: Source) -> dict[str, Plain]:
    return {
        "title": prose.canonical(source.title),
        "author": prose.canonical(source.author),
        "publisher": prose.canonical(source.publisher or ""),
        "year": source.year,
        "type": source.type,
        "url": source.url or "",
        "limit": prose.canonical(source.limit or ""),
    }


_ENTRY_FORMS: Final[Mapping[str, Callable[[Entry], Mapping[str, Plain]]]] = {"1": _entry_1}
_SOURCE_FORMS: Final[Mapping[str, Callable[[Source], Mapping[str, Plain]]]] = {"1": _source_1}
