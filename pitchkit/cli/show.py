"""`pitchkit show`: one entry, whole."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show one entry: its words for each reader, its sources, and the file it stands in.")


def run(
    entry: Annotated[str, typer.Argument(metavar="ID", help=_("The id of the entry, as list shows it."))],
    audience: Annotated[
        str | None, typer.Option("--audience", "-a", metavar=_("READER"), help=_("Only the words for this reader."))
    ] = None,
    library: options.Library = None,
) -> None:
    """Show an entry."""
    from pitchkit import browsing, loading, project, terminal

    workspace = project.find(Path.cwd(), library)
    opened = loading.load(workspace.library, project.shipped("arguments"), workspace.show)
    for line in browsing.describe(opened, entry, audience):
        terminal.result(line)
