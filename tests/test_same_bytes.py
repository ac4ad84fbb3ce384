"""The same order gives the same bytes: in any time zone, locale and hash seed, from any cache."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pitchkit.project import shipped

EXAMPLE = shipped("arguments").parent / "examples" / "voorbeeldstad"
BUILD = ["build", "--all", "--date", "2026-11-22", "--format", "md", "--format", "docx", "--output"]


def built(folder: Path, *args: str, **environment: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "TZ", "PITCHKIT_LANG")}
    result = subprocess.run(
        [sys.executable, "-m", "pitchkit", *BUILD, str(folder), *args],
        cwd=EXAMPLE,
        env=clean | {"PYTHONPATH": str(shipped("arguments").parent)} | environment,
        capture_output=True,
        check=True,
    )
    assert len(result.stdout.splitlines()) == len(list(folder.iterdir()))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The hash of every document of the example, as a Dutch user builds it."""
    place = tmp_path_factory.mktemp("thuis")
    return built(place, TZ="Europe/Amsterdam", LANG="nl_NL.UTF-8", PYTHONHASHSEED="1", PITCHKIT_CACHE="")


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LANG": "C", "PYTHONHASHSEED": "2", "PITCHKIT_CACHE": ""},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "PYTHONUTF8": "0"},
    ],
    ids=["far east, no language, no cache", "far west, Turkish, from a cache"],
)
def test_every_document_has_the_same_bytes_elsewhere(
    at_home: dict[str, str], tmp_path: Path, environment: dict[str, str]
) -> None:
    place = {} if "PITCHKIT_CACHE" in environment else {"PITCHKIT_CACHE": str(tmp_path / "cache")}
    for name in ("een", "twee")[: 1 + bool(place)]:
        (tmp_path / name).mkdir()
        assert built(tmp_path / name, **environment, **place) == at_home


def test_every_document_is_there_in_both_formats(at_home: dict[str, str]) -> None:
    assert len(at_home) > 40
    assert {name.rpartition(".")[0] for name in at_home if name.endswith(".md")} == {
        name.rpartition(".")[0] for name in at_home if name.endswith(".docx")
    }


def test_runs_at_once_into_one_folder_leave_the_same_whole_documents(at_home: dict[str, str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pitchkit", "build", "--all", "--date", "2026-11-22", "--format", "md", "--output", "samen"]
    command += ["--profile", str(EXAMPLE / "pitchkit.yaml")]
    environment = os.environ | {"PYTHONPATH": str(shipped("arguments").parent)}
    runs = [subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (tmp_path / "samen").iterdir()}
    assert found == {name: digest for name, digest in at_home.items() if name.endswith((".md", ".svg"))}
