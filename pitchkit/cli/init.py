"""`pitchkit init`: a folder to begin in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _(
        "Make a folder to work in: a profile to fill in, a library of your own on top of the one that comes with pitchkit, "
        "and what an editor, git and CI need."
    )


def run(
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("The folder to make, or the one to work in; what is there stays."))
    ] = Path(),
    bare: Annotated[bool, typer.Option("--bare", help=_("Only the profile, pitchkit.yaml."))] = False,
) -> None:
    """Make a folder to work in."""
    from pitchkit import authoring, project, terminal

    if bare:
        terminal.result(project.start(Path.cwd(), folder))
    else:
        workspace = project.find(Path.cwd())
        begun = authoring.begin(workspace, folder)
        for path in begun.made:
            terminal.result(workspace.show(path))
        for path in begun.left:
            terminal.say(_("{name} was there already and has been left alone.").format(name=workspace.show(path)))
        if begun.repository:
            told = _(
                "{name} lies inside the git repository {top}, and git and GitHub look for .pre-commit-config.yaml and .github "
                "only there. Begin in {top} itself, or in a folder outside it."
            )
            terminal.say(told.format(name=workspace.show(workspace.start / folder), top=begun.repository))
    terminal.say(_("Fill in what you know in pitchkit.yaml, save it, and run there: pitchkit build --audience gemeente"))
