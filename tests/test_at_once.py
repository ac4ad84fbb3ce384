"""Two runs at once in one library: each waits for the other, and what either wrote is there afterwards."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pitchkit import output
from tests.conftest import Run
from tests.factories import ENTRIES, make_library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be locked on Windows")

TIP = ("tip", "vraag-door", "--title", "Vraag door", "--text", "Vraag wat iemand bedoelt.", "--audience", "collegas")


def test_changes_of_one_file_at_once_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "regels.txt"
    path.write_bytes(b"")

    def add(number: int) -> None:
        with output.one_at_a_time(tmp_path):
            before = path.read_bytes()
            time.sleep(0.005)
            output.write_over(path, before + b"%d\n" % number, str)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(8)))
    assert sorted(path.read_text().split()) == [str(number) for number in range(8)]


def test_a_folder_that_is_not_there_or_not_to_be_seen_keeps_nobody_waiting(tmp_path: Path) -> None:
    with output.one_at_a_time(tmp_path / "weg"):
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [("new", *TIP), ("review", "--stamp", "--by", "Marieke Jansen", "samen-leren"), ("check", "--fix")],
    ids=lambda words: str(words[0]),
)
def test_nobody_else_changes_the_library_while_a_command_writes_in_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    import fcntl

    library = make_library(tmp_path, entries=ENTRIES.replace("Mensen leren", "Mensen  leren"))
    written: list[bool] = []

    def watched(write: Callable[..., object]) -> Callable[..., object]:
        def write_watched(*given: object, **named: object) -> object:
            handle = os.open(library, os.O_RDONLY)
            try:
                with pytest.raises(BlockingIOError):
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            finally:
                os.close(handle)
            written.append(True)
            return write(*given, **named)

        return write_watched

    monkeypatch.setattr(output, "write", watched(output.write))
    run(*words)
    assert written == [True]
