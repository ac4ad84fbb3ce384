"""Which documents a change could show in: those with a section that could take the entry, before or after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pitchkit.changes import prose
from pitchkit.changes.entries import Change
from pitchkit.changes.libraries import Difference
from pitchkit.library import Library
from pitchkit.model import Audience, Entry
from pitchkit.selection import asks_for
from pitchkit.templating.finding import Template, choose, declared_pairs

Pair = tuple[str, str]
"""A document and the reader it is for."""

_UNSEEN = ("keywords",)
"""What no reader of a document sees."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents that can be made from a library, each with its reader and template."""

    pairs: tuple[tuple[str, Audience, Template], ...]

    def taking(self, entry: Entry) -> tuple[Pair, ...]:
        """Return the documents with a section that could take an entry."""
        return tuple(
            (document, audience.id)
            for document, audience, template in self.pairs
            if entry.is_for(audience) and any(asks_for(section, entry) for section in template.front.sections.values())
        )

    def touched_by(self, change: Change) -> tuple[Pair, ...]:
        """Return the documents in which a change could show: reworded for their reader, or tagged in a way that shows."""
        before, after = self.taking(change.before), self.taking(change.after)
        shows = any(one.field not in _UNSEEN for one in change.retaggings)
        found = {*before, *after} if shows else {*before} ^ {*after} | {one for one in after if _reworded(change, one[1])}
        return self._in_order(found)

    def touched(self, difference: Difference) -> tuple[Pair, ...]:
        """Return the documents in which a whole difference could show."""
        entries = (*difference.added, *difference.removed)
        found = {pair for entry in entries for pair in self.taking(entry)}
        found |= {pair for change in difference.changed for pair in self.touched_by(change)}
        return self._in_order(found)

    def _in_order(self, found: set[Pair]) -> tuple[Pair, ...]:
        return tuple((document, audience.id) for document, audience, _ in self.pairs if (document, audience.id) in found)


def shelf(library: Library, templates: Iterable[Template]) -> Shelf:
    """Return the documents that can be made from a library, by document and reader; what needs an offer is not among them."""
    every = tuple(templates)
    by_id = {audience.id: audience for audience in library.audiences}
    declared = declared_pairs(every, by_id)
    return Shelf(
        tuple((document, by_id[name], template) for document, name in declared if (template := choose(every, document, name)))
    )


def _reworded(change: Change, audience: str) -> bool:
    before, after = change.before.wording(audience), change.after.wording(audience)
    return any(
        prose.canonical(getattr(before, name)) != prose.canonical(getattr(after, name)) for name in ("title", "text", "short")
    )
