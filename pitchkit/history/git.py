"""git, found and run: it reads, and changes nothing. No hook, filter or pager of a repository is started, and no network used."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.project import Workspace

MOST_SECONDS: Final = 60.0
_QUIET: Final = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file at a revision: its path from the top of the repository, and the name of its contents."""

    path: str
    blob: str


@dataclass(frozen=True)
class Repository:
    """The repository that a folder lies in; `inside` is the way from its top to that folder, with a slash behind it."""

    folder: Path
    top: Path
    inside: str
    is_shallow: bool

    def resolve(self, revision: str) -> str:
        """Return the full name of the commit that a revision means, in git's words or as a day.

        A day, such as 2026-10-01, means the library as it was when that day began.

        Raises:
            CommandError: there is no such commit here.
        """
        head = self._commit("HEAD")
        if head is None:
            raise CommandError([problem(Location(self.top.name), "git-no-commits")])
        found = self._commit(revision)
        code = "revision-unknown-shallow" if self.is_shallow else "revision-unknown"
        if found is None and _is_day(revision):
            found = self.run("rev-list", "-1", f"--before={revision}T00:00:00", head, "--").decode().strip() or None
            code = "revision-before-history"
        if found is None:
            raise CommandError([problem(Location(revision or "REV"), code, revision=revision)])
        return found

    def meeting(self, one: str, other: str) -> str:
        """Return the full name of the last commit that two revisions share; raises CommandError where they share none."""
        try:
            return self._say("merge-base", self.resolve(one), self.resolve(other)).decode().split()[0]
        except (GitRefusal, IndexError):
            raise CommandError([problem(Location(f"{one}...{other}"), "revisions-apart", one=one, other=other)]) from None

    def _commit(self, revision: str) -> str | None:
        try:
            return self._say("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
        except GitRefusal:
            return None

    def files(self, commit: str, folder: str) -> tuple[TreeFile, ...]:
        """Return the files below a folder (from the top, with a slash behind it) at a commit; links are not files."""
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", commit, *(["--", folder] if folder else []))
        found = []
        for line in listed.decode("utf-8", "surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            if about.startswith("100"):
                found.append(TreeFile(path, about.split()[2]))
        return tuple(found)

    def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Return the contents that some names stand for; raises CommandError where this copy does not have them all."""
        asked = list(dict.fromkeys(blobs))
        if not asked:
            return {}
        said = self.run("cat-file", "--batch", given="\n".join(asked).encode() + b"\n")
        found = dict(_batched(said))
        if len(found) < len(asked):
            raise CommandError([problem(Location(self.top.name), "git-incomplete")])
        return found

    def run(self, *words: str, given: bytes = b"") -> bytes:
        """Return what git says to some words; raises CommandError when it refuses or takes too long."""
        try:
            return self._say(*words, given=given)
        except GitRefusal as refusal:
            if re.search(r"lazy fetch|promisor", refusal.reason):
                raise CommandError([problem(Location(self.top.name), "git-incomplete")]) from None
            reason = refusal.reason.splitlines()[0] if refusal.reason else words[0]
            raise CommandError([problem(Location("git"), "git-refused", reason=reason)]) from None

    def _say(self, *words: str, given: bytes = b"") -> bytes:
        return _run(self._program, self.top, words, given)

    @cached_property
    def _program(self) -> str:
        return find_git()


class GitRefusal(Exception):  # noqa: N818 - what git does
    """git would not do what was asked; `reason` is what it said."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def find_git() -> str:
    """Return git's program; raises CommandError where there is none."""
    found = shutil.which("git")
    if found is None:
        raise CommandError([problem(Location("git"), "git-missing")])
    return found


def open_repository(folder: Path, shown: str) -> Repository:
    """Return the repository that a folder lies in.

    Raises:
        CommandError: git is not installed, the folder lies in no repository, or in one that git will not open.
    """
    program = find_git()
    words = ("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-toplevel", "--show-prefix")
    try:
        said = _run(program, folder, words, b"").decode("utf-8", "surrogateescape")
    except GitRefusal as refusal:
        code = "git-not-trusted" if "safe.directory" in refusal.reason else "git-no-repository"
        raise CommandError([problem(Location(shown), code, folder=shown)]) from None
    is_inside, is_shallow, top, inside, *_rest = [*said.split("\n"), "", "", "", ""]
    if is_inside != "true":
        raise CommandError([problem(Location(shown), "git-no-repository", folder=shown)])
    return Repository(folder, Path(top), inside, is_shallow == "true")


def open_library(workspace: Workspace) -> Repository:
    """Return the repository that a library is kept in; raises CommandError as `open_repository` does."""
    shown = workspace.show(workspace.library)
    if workspace.is_installed_library:
        raise CommandError([problem(Location(shown), "git-library-installed")])
    return open_repository(workspace.library, shown)


def user_name(folder: Path) -> str:
    """Return the name that git signs commits with, or an empty text where git is missing or does not know one."""
    program = shutil.which("git")
    if program is None:
        return ""
    try:
        return " ".join(_run(program, folder, ("config", "user.name"), b"").decode("utf-8", "replace").split())
    except (GitRefusal, CommandError, OSError):
        return ""


def _run(program: str, folder: Path, words: Iterable[str], given: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - git itself, with words of ours; what a user typed stands behind --end-of-options
            [program, *_QUIET, *words],
            cwd=folder,
            env=_environment(os.environ),
            input=given,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CommandError([problem(Location("git"), "git-slow", seconds=f"{MOST_SECONDS:.0f}")]) from None
    if done.returncode:
        raise GitRefusal(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _environment(values: Mapping[str, str]) -> dict[str, str]:
    # A hook of git runs us with its own idea of which repository this is; the folder says it better.
    own = {name: value for name, value in values.items() if not name.startswith("GIT_") or name == "GIT_CEILING_DIRECTORIES"}
    kept = {name: value for name, value in values.items() if name.startswith("GIT_CONFIG")}
    return own | kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}


def _batched(said: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        name, kind, *size = said[at:end].decode().split()
        at = end + 1
        if kind != "missing" and size:
            yield name, said[at : at + int(size[0])]
            at += int(size[0]) + 1


def _is_day(revision: str) -> bool:
    try:
        return date.fromisoformat(revision).isoformat() == revision
    except ValueError:
        return False
