"""Reading our own guides: the blocks between fences, the links, and the commands in them run as a reader would run them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """Return what stands between the fences of one language, in order."""
    return [text for found, text in _FENCE.findall(read(name)) if found == language]


def lines(name: str, language: str) -> list[str]:
    """Return the lines of those blocks."""
    return [line for block in blocks(name, language) for line in block.splitlines() if line.strip()]


def broken_links(name: str) -> list[str]:
    """Return the links within the project that lead nowhere."""
    folder = (ROOT / name).parent
    return [
        link
        for link in _LINK.findall(_FENCE.sub("", read(name)))
        if not re.match(r"[a-z]+:", link) and not (folder / link.partition("#")[0]).exists()
    ]


def copy_project(target: Path) -> Path:
    """Copy what a reader works with: library, templates and examples."""
    for name in ("arguments", "templates", "examples"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("output"))
    return target


def pitchkit(arguments: Iterable[str], folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder, in a language."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PITCHKIT_LANG": language}
    return subprocess.run(
        [sys.executable, "-m", "pitchkit", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class Reader:
    """Somebody who types the lines of a guide, one after the other."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self.typed: list[str] = []

    def type(self, line: str) -> str:
        """Run one line, expecting success, and return what it said."""
        program, *rest = shlex.split(line)
        if program == "cd":
            self.folder = (self.folder / rest[0]).resolve()
            assert self.folder.is_dir(), f"{line}: there is no such folder"
            return ""
        assert program == "pitchkit", f"{line}: a guide names pitchkit and cd, and nothing else that no test knows"
        done = pitchkit(rest, self.folder, self.language)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        self.typed.append(line)
        return done.stdout + done.stderr
