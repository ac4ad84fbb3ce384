"""The command line: parse, call, show. Each command is a thin wall before the pipeline, imported when it runs."""

from __future__ import annotations

import typer

from pitchkit import __version__
from pitchkit.cli.group import PitchkitCommand, PitchkitGroup
from pitchkit.language import _

app = typer.Typer(
    cls=PitchkitGroup,
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


def _add_commands() -> None:
    from pitchkit.cli import (
        build,
        check,
        completion,
        cost,
        coverage,
        diff,
        explain,
        init,
        list_,
        log,
        map_,
        new,
        offer,
        review,
        schema,
        search,
        show,
        watch,
    )

    modules = {"build": build, "cost": cost, "list": list_, "show": show, "check": check, "explain": explain, "init": init}
    modules |= {
        "review": review,
        "diff": diff,
        "log": log,
        "schema": schema,
        "new": new,
        "search": search,
        "coverage": coverage,
        "map": map_,
        "watch": watch,
        "completion": completion,
    }
    for name, module in modules.items():
        text = module.HELP()
        app.command(name, cls=PitchkitCommand, help=text, short_help=text, options_metavar=_("[OPTIONS]"))(module.run)
    app.add_typer(offer.app(), name="offer")


_add_commands()
