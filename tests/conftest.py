"""What every test stands on: English messages, a cache of its own, and the command line as a function."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

os.environ["PITCHKIT_LANG"] = "en"  # before the commands are read: their help is made then

import pytest
from typer.testing import CliRunner, Result

from pitchkit import language

language.choose()


class Run(Protocol):
    """Runs pitchkit in the test's own folder, with answers typed in, and expects an exit code, 0 unless told otherwise."""

    def __call__(self, *args: object, expect: int = 0, answers: str = "") -> Result: ...


@pytest.fixture(autouse=True, scope="session")
def _without_traces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:  # for what a whole module shares as well, which is made before its first test
        patch.setenv("PITCHKIT_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
        yield


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PITCHKIT_LANG", "en")
    language.choose()
    yield
    language.choose({})


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line; the working folder is `tmp_path` unless the test moves elsewhere."""
    from pitchkit.cli import app

    monkeypatch.chdir(tmp_path)

    def call(*args: object, expect: int = 0, answers: str = "") -> Result:
        result = CliRunner().invoke(app, [str(arg) for arg in args], input=answers, prog_name="pitchkit")
        assert result.exit_code == expect, result.output
        return result

    return call
