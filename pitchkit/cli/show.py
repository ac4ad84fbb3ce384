"""`pitchkit show`: one entry, whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show one entry: its words for each reader, its sources, the documents that can take it, and the file it stands in.")


def run(
    entry: Annotated[
        str, typer.Argument(metavar="ID", help=_("The id of the entry, as list shows it."), autocompletion=completing.entries)
    ],
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            "-a",
            metavar=_("READER"),
            help=_("Only the words for this reader."),
            autocompletion=completing.audiences,
        ),
    ] = None,
    as_json: options.AsJson = False,
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Show an entry."""
    from pitchkit import browsing, project, terminal
    from pitchkit.browsing import data, describing, surroundings
    from pitchkit.cli import opening

    workspace = project.find(Path.cwd(), library, templates)
    opened = opening.open_library(workspace)
    reader, found = describing.look_up(opened, entry, audience)
    around = surroundings.look_around(workspace, opened, found, options.today())
    if as_json:
        terminal.data(data.whole_data(opened, found, reader.id if reader else "", around))
        return
    for line in browsing.describe(opened, entry, audience, around):
        terminal.result(terminal.wrap(line))
