"""What is typed is read as typer reads it, without what typer loads for that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from pitchkit.cli.group import PitchkitCommand

HOUSE = Path(__file__).parent.parent


def told(*words: str, plainly: bool) -> str:
    """Return what a command makes of words, or why it refuses them."""
    app = typer.Typer(add_completion=False)

    @app.command(cls=PitchkitCommand if plainly else None)
    def _run(  # noqa: PLR0913, PLR0917 - one of every sort
        name: str = typer.Argument(""),
        text: str | None = typer.Option(None, "--text"),
        texts: list[str] = typer.Option([], "--texts"),  # noqa: B008
        path: Path | None = typer.Option(None, "--path"),  # noqa: B008
        paths: list[Path] = typer.Option([], "--paths"),  # noqa: B008
        default: Path = typer.Option(Path("output"), "--default"),  # noqa: B008
        number: int = typer.Option(3, "--number", min=1),
        yes: bool = typer.Option(False, "--yes"),  # noqa: FBT001
    ) -> None:
        typer.echo(repr((name, text, texts, path, paths, default, number, yes)))

    result = CliRunner().invoke(app, words)
    return result.stdout or type(result.exception).__name__


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((), id="nothing"),
        pytest.param(("een",), id="a word"),
        pytest.param(("",), id="an empty word"),
        pytest.param(("--text", "é 1", "--texts", "a", "--texts", "b"), id="texts"),
        pytest.param(("--path", "a/b.yaml", "--paths", "c", "--paths", "d", "--default", "e"), id="paths"),
        pytest.param(("--number", "4", "--yes"), id="a number and a yes"),
    ],
)
def test_words_are_read_as_typer_reads_them(words: tuple[str, ...]) -> None:
    assert told(*words, plainly=True) == told(*words, plainly=False)
    assert told(*words, plainly=True).startswith("(")


def test_a_number_that_is_none_is_refused() -> None:
    assert not told("--number", "x", plainly=True).startswith("(")
    assert not told("--number", "0", plainly=True).startswith("(")


def test_a_shell_that_completes_waits_for_no_models(tmp_path: Path) -> None:
    program = "import sys; from pitchkit.cli import app\ntry: app()\nfinally: print('pydantic' in sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "_PITCHKIT_COMPLETE": "complete_bash",
            "COMP_WORDS": "pitchkit show mog",
            "COMP_CWORD": "2",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert "mogelijk-goedkoper" in done.stdout
    assert done.stderr.split()[-1] == "False"
