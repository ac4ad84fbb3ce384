"""`pitchkit watch` as somebody sees it: a line for each change, the documents, what is wrong, and a clean end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.conftest import Run
from tests.factories import ENTRIES, make_workspace

ENTRY_FILE = "arguments/entries/alles.yaml"
PATIENCE = 20.0
"""Seconds that a test waits on a machine with much else to do; how fast it is stands in the benchmarks."""


class Watcher:
    """A watch that runs in a folder, with what it said so far."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes], out: Path, err: Path) -> None:
        self.folder, self.process, self._out, self._err = folder, process, out, err

    @property
    def out(self) -> str:
        return self._out.read_text(encoding="utf-8")

    @property
    def err(self) -> str:
        return self._err.read_text(encoding="utf-8")

    def hears(self, words: str, *, times: int = 1) -> str:
        """Wait until something is said, so many times, and return all of it."""
        for _ in range(int(PATIENCE / 0.02)):
            if self.err.count(words) >= times:
                return self.err
            assert self.process.poll() is None, self.err
            time.sleep(0.02)
        raise AssertionError(self.err)

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(folder: Path, *args: str) -> Iterator[Watcher]:
    out, err = folder / "out.txt", folder / "err.txt"
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONUTF8": "1", "PITCHKIT_LANG": "en"}
    with out.open("wb") as to_out, err.open("wb") as to_err:
        streams: tuple[IO[bytes], IO[bytes]] = (to_out, to_err)
        process = subprocess.Popen(
            [sys.executable, "-m", "pitchkit", "watch", *args],
            cwd=folder,
            env=environment,
            stdout=streams[0],
            stderr=streams[1],
        )
        try:
            yield Watcher(folder, process, out, err)
        finally:
            process.kill()
            process.wait()


needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to a process there")


@needs_signals
def test_a_day_with_watch(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    entries = tmp_path / ENTRY_FILE
    with watching(tmp_path, "-a", "gemeente", "-f", "md") as watcher:
        watcher.hears("Stop with Ctrl+C.")
        entries.write_text(ENTRIES.replace("elkaars vragen", "elkaars zorgen"), encoding="utf-8")
        watcher.hears("1 file written.")
        entries.write_text(ENTRIES.replace("kind: argument", "kind: argumnet"), encoding="utf-8")
        watcher.hears("[field-choice]")
        aside = entries.with_name(".alles.yaml.nieuw")
        aside.write_text(ENTRIES, encoding="utf-8")
        aside.replace(entries)
        watcher.hears("1 file written.", times=2)
        code = watcher.stop()

    lines = [re.sub(r"^\d\d:\d\d:\d\d ", "", line) for line in watcher.err.splitlines()]
    assert code == 130
    assert lines[0] == "Library: arguments, 1 entry"
    assert lines[1:] == [
        "Watching the library, the templates and the profile. Stop with Ctrl+C.",
        f"{ENTRY_FILE}: 1 file written.",
        f"{ENTRY_FILE}: the documents stay as they were, for this is wrong:",
        next(line for line in lines if "[field-choice]" in line),
        "  Did you mean “argument”?",
        f"{ENTRY_FILE}: 1 file written.",
        "Stopped.",
    ]
    assert watcher.out.split() == ["output/pitch-gemeente.md"] * 3
    assert "elkaars vragen" in (tmp_path / "output/pitch-gemeente.md").read_text(encoding="utf-8")


@needs_signals
def test_a_library_that_is_wrong_at_the_start_is_waited_for(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries="- id: [\n")
    with watching(tmp_path, "-a", "gemeente", "-f", "md") as watcher:
        watcher.hears("Stop with Ctrl+C.")
        (tmp_path / ENTRY_FILE).write_text(ENTRIES, encoding="utf-8")
        said = watcher.hears("Library: arguments, 1 entry")
        assert watcher.stop() == 130

    assert f"{ENTRY_FILE}:" in said.splitlines()[0]
    assert watcher.out.split() == ["output/pitch-gemeente.md"]


@needs_signals
def test_a_round_tells_what_became_open_and_what_no_longer_is(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    profile = tmp_path / "pitchkit.yaml"
    whole = profile.read_text(encoding="utf-8")
    with watching(tmp_path, "-a", "gemeente", "-f", "md", "--max-words", "500") as watcher:
        watcher.hears("Stop with Ctrl+C.")
        profile.write_text("organisation: {}\n", encoding="utf-8")
        watcher.hears("organisation.name: naam organisatie")
        profile.write_text(whole, encoding="utf-8")
        watcher.hears("Nothing is open any more.")
        (tmp_path / "arguments").rename(tmp_path / "weg")
        watcher.hears("(the one that comes with pitchkit)")
        watcher.stop()

    said = watcher.err
    assert "Now open as well; fill these in in pitchkit.yaml:\n  organisation.name: naam organisatie" in said
    assert "No longer open: organisation.name\n" in said
    assert said.count("words, at most 500.") > 1


@needs_signals
def test_an_edited_document_is_left_alone_without_naming_an_option_that_watch_has_not(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    made = tmp_path / "output/pitch-gemeente.md"
    with watching(tmp_path, "-a", "gemeente", "-f", "md") as watcher:
        watcher.hears("Stop with Ctrl+C.")
        made.write_text(made.read_text(encoding="utf-8") + "Van mij.\n", encoding="utf-8")
        (tmp_path / ENTRY_FILE).write_text(ENTRIES.replace("elkaars vragen", "elkaars zorgen"), encoding="utf-8")
        said = watcher.hears("the new one is output/pitch-gemeente-2.md.")
        watcher.stop()

    assert "--force" not in said
    assert made.read_text(encoding="utf-8").endswith("Van mij.\n")


def test_what_is_asked_for_and_not_there_ends_it(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)

    assert run("watch", "-a", "gemeete", expect=2).stderr == (
        "--audience: there is no audience “gemeete” [audience-unknown]\n  Did you mean “gemeente”?\n"
    )
    assert "[date-wrong]" in run("watch", "-a", "gemeente", "--date", "morgen", expect=2).stderr
    assert "[format-unknown]" in run("watch", "-a", "gemeente", "-f", "pdf", expect=2).stderr
    assert "[watch-to-stream]" in run("watch", "-a", "gemeente", "-f", "md", "-o", "-", expect=2).stderr
    assert "[audience-missing]" in run("watch", expect=2).stderr
