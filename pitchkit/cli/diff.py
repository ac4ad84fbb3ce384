"""`pitchkit diff`: what changed in the argument between two moments, not in lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show what changed in the argument since a revision: entries added, removed, reworded and retagged, not lines.")


def run(
    since: Annotated[
        str, typer.Argument(metavar="REV", help=_("A branch, a tag, a commit such as HEAD~3, or a day such as 2026-10-01."))
    ],
    until: Annotated[
        str | None,
        typer.Argument(metavar="[REV]", help=_("The same; the files as they are now unless you name one."), show_default=False),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|md",
            help=_("Lines for people, data for a program, or Markdown."),
            autocompletion=completing.words("text", "json", "md"),
        ),
    ] = "text",
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Compare a library with itself."""
    from pitchkit import project, terminal
    from pitchkit.cli import difference_data, difference_lines
    from pitchkit.diagnostics import CommandError, Diagnostic
    from pitchkit.history import comparing

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("text", "json", "md"), found)
    if found:
        raise CommandError(found)
    compared = comparing.compare(project.find(Path.cwd(), library, templates), since, until)
    difference_lines.warn((compared.before, compared.after))
    if wanted == "json":
        terminal.data(difference_data.as_data(compared))
    elif wanted == "md":
        for line in difference_data.as_markdown(compared):
            terminal.result(line)
    else:
        difference_lines.show(compared)
