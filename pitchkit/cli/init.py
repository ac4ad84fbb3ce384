"""`pitchkit init`: a folder to begin in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Make a folder with a profile to fill in: pitchkit.yaml, which says what each field does.")


def run(
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("The folder to make, or the one to put the profile in."))
    ] = Path(),
) -> None:
    """Write a commented profile."""
    from pitchkit import project, terminal

    terminal.result(project.start(Path.cwd(), folder))
    terminal.say(_("Fill in what you know, save it, and run: pitchkit build --audience gemeente"))
