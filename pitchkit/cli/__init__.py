"""The command line: parse, call, show. Each command is a thin wall before the pipeline, imported when it runs."""

from __future__ import annotations

import typer

from pitchkit import __version__
from pitchkit.cli import offer
from pitchkit.cli.commands import CommandGroup
from pitchkit.language import _


class _Pitchkit(CommandGroup):
    """All commands."""

    room = "pitchkit.cli"
    modules = (
        "build",
        "cost",
        "list_",
        "show",
        "check",
        "explain",
        "init",
        "review",
        "diff",
        "log",
        "schema",
        "new",
        "search",
        "coverage",
        "map_",
        "watch",
        "completion",
    )


app = typer.Typer(
    cls=_Pitchkit,
    help=_("Builds funding pitches for groupwork: one library of arguments, a document made for each reader."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pitchkit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help=_("Show the version.")),
) -> None:
    pass


app.add_typer(offer.app(), name="offer")
