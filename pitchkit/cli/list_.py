"""`pitchkit list`: what is in the library, or what of it fits."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("List the entries of the library, or those that fit what you ask for.")


def run(
    audience: options.Audiences = [],
    kind: options.Kinds = [],
    theme: options.Themes = [],
    source: options.Sources = [],
    position: Annotated[
        list[str],
        typer.Option(
            "--position",
            metavar=_("POSITION"),
            help=_("Only entries for this funding position."),
            show_default=False,
            autocompletion=completing.positions,
        ),
    ] = [],
    policy: Annotated[
        list[str],
        typer.Option(
            "--policy",
            metavar="ID",
            help=_("Only entries that serve this policy frame or aim."),
            show_default=False,
            autocompletion=completing.policies,
        ),
    ] = [],
    certainty: Annotated[
        list[str],
        typer.Option(
            "--certainty",
            metavar="mogelijk|aannemelijk|onderbouwd",
            help=_("Only entries that are this certain."),
            show_default=False,
            autocompletion=completing.certainties,
        ),
    ] = [],
    as_json: options.AsJson = False,
    library: options.Library = None,
) -> None:
    """List entries."""
    from pitchkit import browsing, project, terminal
    from pitchkit.browsing import data
    from pitchkit.cli import opening

    workspace = project.find(Path.cwd(), library)
    opened = opening.open_library(workspace)
    asked = (audience, kind, theme, source, position, policy, certainty)
    entries = browsing.find(opened, browsing.Asked(*map(tuple, asked)))
    if as_json:
        terminal.data(data.list_data(opened, entries))
    elif not entries:
        terminal.say(_("Nothing found that fits all you ask for.") if any(asked) else _("This library has no entries yet."))
    elif source:
        rows = [(one.id, one.kind, "; ".join(e.place for e in one.evidence if e.source in source), one.title) for one in entries]
        terminal.show_table([_("entry"), _("kind"), _("place"), _("title")], rows)
    else:
        terminal.show_table(
            [_("entry"), _("kind"), _("readers"), _("title")],
            [(one.id, one.kind, ", ".join(one.audiences), one.title) for one in entries],
        )
