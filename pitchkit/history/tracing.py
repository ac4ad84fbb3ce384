"""The commits that changed an item, and not merely the file it stands in; it is found by its id, in whichever file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, TypeVar

from pitchkit.changes import entries, libraries
from pitchkit.history import commits, passages
from pitchkit.history.commits import Commit, FileChange
from pitchkit.history.git import Repository
from pitchkit.model import Entry, Frozen

Item = TypeVar("Item", bound=Frozen)

_AT_ONCE = 100
"""How many commits are read at a time: their files stand in memory together."""

ENTRIES = "entries/"
ENDINGS = (".yaml", ".yml", ".md")


@dataclass(frozen=True, slots=True)
class Step(Generic[Item]):
    """An item before and after a commit, each None where there was or is none; `is_readable` where both could be read."""

    commit: Commit
    before: Item | None
    after: Item | None
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class Tracer(Generic[Item]):
    """Follows one item, such as an entry, through the history of a repository."""

    repository: Repository
    model: type[Item]
    id: str

    def steps(self, where: str, start: str) -> Iterator[Step[Item]]:
        """Yield the commits up to `start` that changed the item, the newest first, from before its folder was moved too.

        `where` is the folder or file to look in, from the top of the repository. A commit that only moved the item to another
        file, or broke its lines in another way, is none of these. An entry is followed to the id that it had before.

        Raises:
            CommandError: git cannot give the history.
        """
        every = commits.touching(self.repository, where, start)
        for number in range(0, len(every), _AT_ONCE):
            some = every[number : number + _AT_ONCE]
            blobs = self._contents(change for commit in some for change in commit.files)
            for commit in some:
                step = self._step(commit, commit.files, blobs)
                if step is None:
                    continue
                if step.before is not None or not step.is_readable:
                    yield step
                    continue
                if lost := self._lost_elsewhere(commit, where):
                    yield from self._moved_in(commit, lost)
                    return
                old = self._earlier_id(commit, step.after, blobs)
                if old is not None:
                    yield replace(step, before=old)
                    yield from replace(self, id=getattr(old, "id", "")).steps(where, f"{commit.id}^")
                    return
                yield step

    def _moved_in(self, commit: Commit, lost: FileChange) -> Iterator[Step[Item]]:
        both = (*commit.files, lost)
        step = self._step(commit, both, self._contents(both))
        if step is not None:
            yield step
        head, marked, _rest = lost.path.rpartition(f"/{ENTRIES}")
        yield from self.steps(f"{head}{marked}" if marked else lost.path, f"{commit.id}^")

    def _lost_elsewhere(self, commit: Commit, where: str) -> FileChange | None:
        """Return the file outside a folder that lost the item in the commit that brought it into the folder, or None."""
        whole = commits.one(self.repository, commit.id)
        outside = (
            [one for one in whole.files if not one.path.startswith(where) and _is_read(one) and one.before[0]] if whole else []
        )
        blobs = self._contents(outside)
        return next((one for one in outside if self._before([one], 0, blobs) and not self._after([one], blobs)), None)

    def _earlier_id(self, commit: Commit, new: Item | None, blobs: Mapping[str, bytes]) -> Item | None:
        """Return the entry as it was before a commit that gave it another id, or None."""
        read = [change for change in commit.files if _is_read(change)]
        if not isinstance(new, Entry) or any(len(change.before) > 1 for change in read):  # a merge gives no names
            return None
        before, after = (
            {id_: one for path, name in some if name for id_, one in passages.every(blobs[name], Entry, path).items()}
            for some in ([(one.path, one.before[0]) for one in read], [(one.path, one.after) for one in read])
        )
        lost = {id_: one for id_, one in before.items() if id_ not in after}
        found = next((lost[old] for old, _new in libraries.renamed(lost, {new.id: new})), None)
        return found if isinstance(found, self.model) else None

    def _step(self, commit: Commit, files: Sequence[FileChange], blobs: Mapping[str, bytes]) -> Step[Item] | None:
        read = [change for change in files if _is_read(change)]
        after = self._after(read, blobs)
        parents = max((len(change.before) for change in read), default=0)
        before = [self._before(read, parent, blobs) for parent in range(parents)]
        if not before or after in before:  # a merge that took the item from one of its sides changed nothing
            return None
        old = passages.read(before[0], self.model, self.id) if before[0] else None
        new = passages.read(after, self.model, self.id) if after else None
        is_readable = (old is not None or not before[0]) and (new is not None or not after)
        if is_readable and old is not None and new is not None and _is_same(old, new):
            return None
        return Step(commit, old, new, is_readable)

    def _before(self, files: Sequence[FileChange], parent: int, blobs: Mapping[str, bytes]) -> str:
        return self._text([(one.path, one.before[parent]) for one in files if parent < len(one.before)], blobs)

    def _after(self, files: Sequence[FileChange], blobs: Mapping[str, bytes]) -> str:
        return self._text([(one.path, one.after) for one in files], blobs)

    def _text(self, names: Sequence[tuple[str, str]], blobs: Mapping[str, bytes]) -> str:
        found = (passages.passage(blobs[name], self.id, path) for path, name in names if name)
        return next((text for text in found if text), "")

    def _contents(self, changes: Iterator[FileChange] | Sequence[FileChange]) -> dict[str, bytes]:
        read = [change for change in changes if _is_read(change)]
        return _read(self.repository, tuple(name for change in read for name in (*change.before, change.after) if name))


@lru_cache(maxsize=8)
def _read(repository: Repository, names: tuple[str, ...]) -> dict[str, bytes]:
    return repository.contents(names)


def _is_read(change: FileChange) -> bool:
    return change.path.endswith(ENDINGS)


def _is_same(before: Frozen, after: Frozen) -> bool:
    if isinstance(before, Entry) and isinstance(after, Entry):
        return not entries.compare(before, after)
    return before == after
