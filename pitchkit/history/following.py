"""The history of one entry: the commits that changed it, and how it is now."""

from __future__ import annotations

from dataclasses import dataclass

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.history import git, revisions, tracing
from pitchkit.history.tracing import Step
from pitchkit.model import Entry
from pitchkit.project import Workspace
from pitchkit.reviewing.reading import own_entries
from pitchkit.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Followed:
    """The commits that changed an entry, the newest first, and the entry as it is now, None where it is there no longer.

    A copy that `is_shallow` has only the last commits.
    """

    steps: tuple[Step[Entry], ...]
    now: Entry | None
    is_shallow: bool


def follow(workspace: Workspace, entry_id: str) -> Followed:
    """Return the history of an entry of the library itself.

    Raises:
        CommandError: git cannot give the history, or knows no such entry.
        ContentError: there is no library now.
    """
    repository = git.open_library(workspace)
    where = f"{repository.inside}{tracing.ENTRIES}"
    steps = tuple(tracing.Tracer(repository, Entry, entry_id).steps(where, repository.resolve("HEAD")))
    reading = revisions.now(workspace)
    own = own_entries(workspace, reading.library)
    now = reading.library.entry_by_id[entry_id] if entry_id in own else None
    if not steps and now is None:
        word = suggest(entry_id, sorted(own))
        raise CommandError([problem(Location("log"), "entry-not-in-history", word=entry_id, suggestion=word)])
    if now is None and reading.problems:
        now = steps[0].after  # what cannot be read now was not removed
    return Followed(steps, now, repository.is_shallow)
