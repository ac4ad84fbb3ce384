"""An entry or source as it was when somebody stamped it: the version in git whose stamp is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from pitchkit.history.git import Repository
from pitchkit.history.tracing import ENTRIES, Tracer
from pitchkit.model import Entry, Frozen, Source
from pitchkit.reviewing import stamping

Item = TypeVar("Item", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a repository knows of earlier texts, up to a commit."""

    repository: Repository
    start: str

    def entry(self, entry_id: str, stamp: str) -> Entry | None:
        """Return the entry with this stamp, or None where no commit has it; raises CommandError where git refuses."""
        tracer = Tracer(self.repository, Entry, entry_id)
        return self._find(tracer, f"{self.repository.inside}{ENTRIES}", stamp, stamping.stamp_entry)

    def source(self, source_id: str, stamp: str) -> Source | None:
        """Return the source with this stamp, or None where no commit has it; raises CommandError where git refuses."""
        tracer = Tracer(self.repository, Source, source_id)
        return self._find(tracer, f"{self.repository.inside}sources.yaml", stamp, stamping.stamp_source)

    def _find(self, tracer: Tracer[Item], where: str, stamp: str, made: Callable[[Item, str], str]) -> Item | None:
        form = stamping.form_of(stamp)
        for step in tracer.steps(where, self.start):
            for version in (step.after, step.before):
                if version is not None and made(version, form) == stamp:
                    return version
        return None
