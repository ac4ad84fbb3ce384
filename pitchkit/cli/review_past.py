"""How entries and sources were when they were stamped, as far as git knows, and why it does not know more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pitchkit import terminal
from pitchkit.changes import entries
from pitchkit.changes.entries import Change, Retagging
from pitchkit.diagnostics import CommandError
from pitchkit.language import _
from pitchkit.library import Library
from pitchkit.model import Entry, Source
from pitchkit.project import Workspace

if TYPE_CHECKING:
    from pitchkit.history.earlier import Memory

Item = TypeVar("Item", Entry, Source)


class Past:
    """What git knows of how entries and sources were when they were stamped; `reason` says why it does not know more."""

    def __init__(self, workspace: Workspace, library: Library) -> None:
        self.library = library
        self.reason = _("no commit has the text that was stamped")
        self._workspace = workspace

    def entry(self, entry_id: str, stamp: str) -> Change | None:
        """Return what changed about an entry since its stamp, or None where git does not know."""
        was = self._asked(lambda memory: memory.entry(entry_id, stamp))
        return entries.compare(was, self.library.entry_by_id[entry_id]) if was else None

    def source(self, source_id: str, stamp: str) -> tuple[Retagging, ...] | None:
        """Return what changed about a source since its stamp, or None where git does not know."""
        was = self._asked(lambda memory: memory.source(source_id, stamp))
        return tuple(entries.retaggings(was, self.library.source_by_id[source_id], ("id",))) if was else None

    def _asked(self, question: Callable[[Memory], Item | None]) -> Item | None:
        try:
            return question(self._memory) if self._memory else None
        except CommandError as error:
            self.reason = _told(error)
            return None

    @cached_property
    def _memory(self) -> Memory | None:
        from pitchkit.history import earlier, git

        try:
            opened = git.open_library(self._workspace)
            memory = earlier.Memory(opened, opened.resolve("HEAD"))
        except CommandError as error:
            self.reason = _told(error)
            return None
        if opened.is_shallow:
            self.reason = _("this copy has only the last commits")
        return memory


def _told(error: CommandError) -> str:
    line = terminal.describe(error.diagnostics[0]).partition("\n")[0]
    return line.partition(": ")[2].rpartition(" [")[0]
