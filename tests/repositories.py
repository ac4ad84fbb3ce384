"""Real repositories in a test's own folder: small, with fixed names and days, and without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.factories import make_workspace

needs_git = pytest.mark.skipif(
    shutil.which("git") is None and not os.environ.get("CI"), reason="git is not installed, which only CI may not get away with"
)
_NOBODY = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def git(folder: Path, *words: str, author: str = "Marieke Jansen", day: str = "2026-11-01") -> str:
    """Run git in a folder as somebody on a day, apart from what the machine's own settings say."""
    moment = f"{day}T12:00:00+0100"
    environment = _NOBODY | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": author,
        "GIT_AUTHOR_EMAIL": "iemand@voorbeeld.nl",
        "GIT_COMMITTER_NAME": author,
        "GIT_COMMITTER_EMAIL": "iemand@voorbeeld.nl",
        "GIT_AUTHOR_DATE": moment,
        "GIT_COMMITTER_DATE": moment,
    }
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, message: str, author: str = "Marieke Jansen", day: str = "2026-11-01") -> str:
    """Commit everything in a folder and return the name of the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message, author=author, day=day)
    return git(folder, "rev-parse", "HEAD")


def make_repository(folder: Path, entries: str, **parts: str) -> Path:
    """Write a workspace with these entries, commit it, and return the folder."""
    make_workspace(folder, entries=entries, **parts)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "config", "user.name", "Marieke Jansen")
    commit(folder, "Begin")
    return folder


def rewrite(folder: Path, before: str, after: str, name: str = "arguments/entries/alles.yaml") -> None:
    """Change a text in a file."""
    path = folder / name
    text = path.read_bytes().decode()
    assert before in text
    path.write_bytes(text.replace(before, after).encode())
