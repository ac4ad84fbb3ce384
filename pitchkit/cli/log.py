"""`pitchkit log`: who changed an entry, when and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show who changed an entry, when and why: the commits that changed it, and not merely its file.")


def run(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=_("The id of the entry, also of one that is no longer there."), autocompletion=completing.entries
        ),
    ],
    format_: options.LinesOrJson = "text",
    library: options.Library = None,
) -> None:
    """Show the history of an entry."""
    from pitchkit import project, terminal
    from pitchkit.cli import log_report
    from pitchkit.diagnostics import CommandError, Diagnostic
    from pitchkit.history import following

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("text", "json"), found)
    if found:
        raise CommandError(found)
    followed = following.follow(project.find(Path.cwd(), library), entry)
    lines = log_report.lines(followed.steps, followed.now)
    if wanted == "json":
        terminal.data(log_report.as_data(lines))
    else:
        log_report.show(lines)
    if followed.is_shallow:
        terminal.say(_("This copy has only the last commits; get the rest with: git fetch --unshallow"))
