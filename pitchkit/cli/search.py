"""`pitchkit search`: the entries in which words are found, however they were typed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Search the library: other forms of a word, parts of compounds and typing mistakes are understood.")


def run(
    words: Annotated[list[str], typer.Argument(metavar=_("WORDS..."), help=_("What to look for."), show_default=False)],
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            "-a",
            metavar=_("READER"),
            help=_("Only what this reader gets to read."),
            autocompletion=completing.audiences,
        ),
    ] = None,
    kind: options.Kinds = [],
    theme: options.Themes = [],
    source: options.Sources = [],
    top: Annotated[int, typer.Option("--top", "-n", min=1, metavar=_("NUMBER"), help=_("Show at most so many entries."))] = 15,
    as_json: options.AsJson = False,
    library: options.Library = None,
) -> None:
    """Search the library."""
    from pitchkit import browsing, project
    from pitchkit.browsing import finding
    from pitchkit.cli import opening, search_report
    from pitchkit.searching import ranking

    workspace = project.find(Path.cwd(), library)
    opened = opening.open_library(workspace)
    readers = (audience,) if audience else ()
    asked = finding.understood(opened, browsing.Asked(readers, tuple(kind), tuple(theme), tuple(source)))
    found = ranking.search(opened, browsing.find(opened, asked), words, "".join(asked.audiences))
    if as_json:
        search_report.show_json(opened, found, top)
    else:
        search_report.show(found, top)
