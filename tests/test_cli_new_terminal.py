"""`pitchkit new` on a real terminal: what is typed can be edited, what is pasted is one answer, and stopping writes nothing."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.factories import make_library

pty = pytest.importorskip("pty", reason="a terminal can be played only on a Unix")

OWN = "arguments/entries/eigen.yaml"
PATIENCE = 20.0
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
LEFT = "\x1b[D"


class Terminal:
    """A person at a terminal, who waits for a question before the answer."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "TERM": "xterm", "PITCHKIT_LANG": "en", "COLUMNS": "200"}
        environment.pop("LC_ALL", None)
        self.process, self.stream = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(sys.executable, [sys.executable, "-m", "pitchkit", "new", "tip"], environment)  # noqa: S606 - no shell
        self.shown = ""

    def answer(self, question: str, keys: str) -> None:
        """Wait until a question stands on the screen, and press keys."""
        end = time.monotonic() + PATIENCE
        while question not in self.shown:
            assert time.monotonic() < end, self.shown
            self._look()
        self.shown = self.shown.rpartition(question)[2]
        time.sleep(0.05)
        os.write(self.stream, keys.encode())

    def leave(self) -> int:
        """Return the exit code, once the program ends."""
        end = time.monotonic() + PATIENCE
        while (found := os.waitpid(self.process, os.WNOHANG))[0] == 0:
            if time.monotonic() > end:
                os.kill(self.process, signal.SIGKILL)
            self._look()
        os.close(self.stream)
        return os.waitstatus_to_exitcode(found[1])

    def _look(self) -> None:
        if select.select([self.stream], [], [], 0.05)[0]:
            try:
                self.shown += os.read(self.stream, 4096).decode(errors="replace")
            except OSError:  # the other side is gone
                return


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_library(tmp_path)
    return tmp_path


@pytest.mark.parametrize("text", [f"{PASTE}Een.\r\r- twee: 2\r- drie #3{PASTED}\n\n", "Een.\n\n- twee: 2\n- drie #3\n\n"])
def test_a_pasted_text_is_one_answer_whatever_empty_lines_it_has(folder: Path, text: str) -> None:
    terminal = Terminal(folder)
    terminal.answer("full stop?", f"Vraag dor{LEFT}o\n")
    terminal.answer("explanation", text)
    terminal.answer("readers?", "colle\t\n")
    terminal.answer("one or two sentences", "Kort.\n")
    terminal.answer("source?", "\n")
    terminal.answer("Its id", "\n")
    terminal.answer("Anything else?", "\n")
    terminal.answer("Write this to", "y\n")

    assert terminal.leave() == 0
    assert (folder / OWN).read_text(encoding="utf-8") == (
        "- id: vraag-door\n  kind: tip\n  title: Vraag door\n  text: |\n    Een.\n\n    - twee: 2\n    - drie #3\n"
        "  short: Kort.\n  audiences: [collegas]\n"
    )


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl+C", "Ctrl+D"])
def test_who_stops_half_way_leaves_nothing_behind(folder: Path, key: str) -> None:
    terminal = Terminal(folder)
    terminal.answer("full stop?", "Vraag door\n")
    terminal.answer("explanation", key)

    assert terminal.leave() == 130
    assert "nothing was written" in terminal.shown
    assert not (folder / OWN).exists()
