"""What is known about an entry outside the library: the documents that can take it, and its review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pitchkit.history import reach
from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.project import Workspace
from pitchkit.reviewing import reading, standing
from pitchkit.reviewing.standing import Standing
from pitchkit.templating.finding import TemplateFolders, find_templates


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The documents and readers for which a section could take an entry, and how its review stands where reviews are kept."""

    documents: tuple[tuple[str, str], ...]
    review: Standing | None


def look_around(workspace: Workspace, library: Library, entry: Entry, today: date) -> Surroundings:
    """Return what is known about an entry; raises ContentError where the reviews cannot be read."""
    folders = TemplateFolders.of(workspace)
    templates, _problems = find_templates(folders, [audience.id for audience in library.audiences])
    book = reading.load(workspace, library)
    review = None
    if book.is_used and book.counts(entry.id):
        review = next(one for one in standing.standings(library, book.reviews, today) if one.entry.id == entry.id)
    return Surroundings(reach.shelf(library, templates).taking(entry), review)
