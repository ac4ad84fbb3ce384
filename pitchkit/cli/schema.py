"""`pitchkit schema`: what an editor needs to know to help who writes YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Write JSON Schemas, by which an editor explains fields, offers choices and marks mistakes.")


def run(
    form: Annotated[
        str | None,
        typer.Argument(metavar=_("KIND"), help=_("entry, library, profile, offer, or a vocabulary such as themes; else all.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=_("FOLDER"), help=_("Where to write, instead of .schemas/ in your library.")),
    ] = None,
    library: options.Library = None,
) -> None:
    """Write schemas with the words of the library."""
    from pitchkit import authoring, project, terminal

    workspace = project.find(Path.cwd(), library)
    if form and not output:
        terminal.result(authoring.schema(workspace, form).removesuffix("\n"))
        return
    for path in authoring.write_schemas(workspace, output, form):
        terminal.result(workspace.show(path))
