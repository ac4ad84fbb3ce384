"""An entry or source as it was when somebody stamped it: the version in git whose stamp is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pitchkit.history.git import Repository
from pitchkit.history.tracing import ENTRIES, Tracer
from pitchkit.model import Entry, Frozen, Source
from pitchkit.reviewing import stamping

Item = TypeVar("Item", bound=Frozen)


def entry(repository: Repository, entry_id: str, stamp: str) -> Entry | None:
    """Return the entry with this stamp, or None where no commit has it."""
    tracer = Tracer(repository, Entry, entry_id)
    return _find(tracer, f"{repository.inside}{ENTRIES}", stamp, stamping.stamp_entry)


def source(repository: Repository, source_id: str, stamp: str) -> Source | None:
    """Return the source with this stamp, or None where no commit has it."""
    tracer = Tracer(repository, Source, source_id)
    return _find(tracer, f"{repository.inside}sources.yaml", stamp, stamping.stamp_source)


def _find(tracer: Tracer[Item], where: str, stamp: str, made: Callable[[Item, str], str]) -> Item | None:
    form = stamping.form_of(stamp)
    for step in tracer.steps(where, tracer.repository.resolve("HEAD")):
        for version in (step.after, step.before):
            if version is not None and made(version, form) == stamp:
                return version
    return None
