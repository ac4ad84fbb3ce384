"""What surrounds a program may fail it: no terminal, no room for its results. It says so, and takes no blame for it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other streams")

ENVIRONMENT = {**os.environ, "LANG": "C", "LC_ALL": "C", "PITCHKIT_CACHE": ""}


def in_shell(words: str, folder: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        ("sh", "-c", f"exec {shlex.quote(sys.executable)} -m pitchkit {words}"),
        cwd=folder,
        env=ENVIRONMENT | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"], ids=["in", "out", "errors", "all"])
def test_a_program_without_one_of_its_streams_does_its_work(tmp_path: Path, closed: str) -> None:
    code, _out, told = in_shell(f"init --bare {closed}", tmp_path)
    assert (code, "Traceback" in told) == (0, False)
    assert (tmp_path / "pitchkit.yaml").is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_results_that_find_no_room_are_told_about_and_are_no_fault_of_ours(tmp_path: Path) -> None:
    code, _out, told = in_shell("list >/dev/full", tmp_path)
    assert told == (
        "pitchkit: there is no room for what should be written: No space left on device [no-room]\n"
        "  Make room on the disk and try again.\n"
    )
    assert code == 1
