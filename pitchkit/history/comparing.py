"""A library held against itself at another moment: what changed in the argument, and in which documents that could show."""

from __future__ import annotations

from dataclasses import dataclass

from pitchkit.changes import libraries
from pitchkit.changes.libraries import Difference
from pitchkit.history import around, git, reach, revisions
from pitchkit.history.git import Repository
from pitchkit.history.reach import Shelf
from pitchkit.history.revisions import Reading
from pitchkit.project import Workspace
from pitchkit.templating.finding import TemplateFolders, find_templates


@dataclass(frozen=True, slots=True)
class Comparison:
    """A difference with the two moments it lies between, the documents that it could show in, and what changed beside it."""

    difference: Difference
    before: Reading
    after: Reading
    shelf: Shelf
    around: tuple[str, ...]


def compare(workspace: Workspace, since: str, until: str | None) -> Comparison:
    """Return what changed in a library between two revisions; without the second one, up to the files as they are now.

    `since` may name both, as git does: `main..`, `main...HEAD`.

    Raises:
        CommandError: git does not know a revision, or there was no library then.
        ContentError: there is no library now.
    """
    repository = git.open_library(workspace)
    start, end = (since, until) if until is not None else _moments(repository, since)
    before = revisions.at(repository, start or "HEAD", workspace)
    after = revisions.at(repository, end or "HEAD", workspace) if end is not None else revisions.now(workspace)
    folders = TemplateFolders.of(workspace)
    heads, _problems = find_templates(folders, [audience.id for audience in after.library.audiences])
    difference = libraries.compare(before.state, after.state)
    beside = around.changed(repository, before.commit, after.commit, workspace)
    return Comparison(difference, before, after, reach.shelf(after.library, heads), beside)


def _moments(repository: Repository, words: str) -> tuple[str, str | None]:
    """Return the two revisions that `main..` or `main...HEAD` means, the second None for the files as they are now."""
    if "..." in words:  # what a branch changed since it began, as git has it
        one, _dots, other = words.partition("...")
        return repository.meeting(one or "HEAD", other or "HEAD")[:12], other
    one, dots, other = words.partition("..")
    return one, other if dots else None
