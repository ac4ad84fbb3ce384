"""`pitchkit list`: what is in the library, or which words its entries may use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("List the entries of the library, or those that fit what you ask for.")


def run(
    audience: Annotated[
        str | None, typer.Option("--audience", "-a", metavar=_("READER"), help=_("Only entries for this reader."))
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", "-k", metavar=_("KIND"), help=_("Only entries of this kind, such as argument or tip."))
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", "-t", metavar=_("THEME"), help=_("Only entries with this theme."))
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", "-s", metavar="ID", help=_("Only entries from this source, with the places in it."))
    ] = None,
    library: options.Library = None,
) -> None:
    """List entries."""
    from pitchkit import browsing, loading, project, terminal

    workspace = project.find(Path.cwd(), library)
    opened = loading.load(workspace.library, project.shipped("arguments"), workspace.show)
    entries = browsing.find(opened, audience=audience, kind=kind, theme=theme, source=source)
    if source:
        rows = [(one.id, one.kind, "; ".join(e.place for e in one.evidence if e.source == source), one.title) for one in entries]
        terminal.show_table([_("entry"), _("kind"), _("place"), _("title")], rows)
    else:
        terminal.show_table(
            [_("entry"), _("kind"), _("readers"), _("title")],
            [(one.id, one.kind, ", ".join(one.audiences), one.title) for one in entries],
        )
