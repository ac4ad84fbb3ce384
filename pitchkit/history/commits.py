"""The commits that touched a folder, the newest first, each with the contents of every file in it before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pitchkit.history.git import Repository

_START = re.compile(r"(?:^|\0)\x01([0-9a-f]{40,64})\0")
_NOTHING = re.compile("0+")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file at a commit: the name of its contents in each parent, and after; an empty name where it was or is not there."""

    path: str
    before: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Commit:
    """Who changed what, when and why; `moment` is as the author's clock had it, `message` may have more lines."""

    id: str
    author: str
    moment: str
    message: str
    files: tuple[FileChange, ...]

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.partition("\n")[0]

    @property
    def day(self) -> str:
        """The day of the commit, as year-month-day."""
        return self.moment[:10]


@lru_cache(maxsize=4)  # who asks about many entries asks this for each of them, and what is committed stays as it is
def touching(repository: Repository, folder: str, start: str) -> tuple[Commit, ...]:
    """Return the commits up to and with `start` that changed a file below a folder, or anywhere for an empty one."""
    said = repository.run(*_LOG, start, "--", *([folder] if folder else []))
    return tuple(_parsed(said.decode("utf-8", "surrogateescape")))


def one(repository: Repository, commit: str) -> Commit | None:
    """Return one commit with every file it changed, or None for one that changed none."""
    said = repository.run(*_LOG, "-1", commit, "--")
    return next(_parsed(said.decode("utf-8", "surrogateescape")), None)


_LOG = (
    "log",
    "--raw",
    "-z",
    "-c",
    "--root",
    "--no-abbrev",
    "--no-renames",
    "--no-color",
    "--encoding=UTF-8",
    "--format=%x01%H%x00%aN%x00%aI%x00%B%x00",
)


def _parsed(said: str) -> Iterator[Commit]:
    _before, *rest = _START.split(said)
    for name, body in zip(rest[::2], rest[1::2], strict=True):
        author, moment, message, files = body.split("\0", 3)
        words = [word.strip("\n") for word in files.split("\0")]
        yield Commit(name, author, moment, message.strip(), tuple(_files([word for word in words if word])))


def _files(words: list[str]) -> Iterator[FileChange]:
    for about, path in zip(words[::2], words[1::2], strict=False):
        parents = len(about) - len(about.lstrip(":"))
        parts = about.lstrip(":").split()
        blobs = ["" if _NOTHING.fullmatch(blob) else blob for blob in parts[parents + 1 : 2 * parents + 2]]
        yield FileChange(path, tuple(blobs[:-1]), blobs[-1])
