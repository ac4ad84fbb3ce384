"""`pitchkit offer ...`: tenders, quotations and grant applications. The commands below it are loaded when one is asked for."""

from __future__ import annotations

import typer

from pitchkit.cli.commands import CommandGroup
from pitchkit.language import _


class OfferGroup(CommandGroup):
    """The commands about offers, in the order of the work."""

    room = "pitchkit.cli.offer"
    modules = ("new", "update", "match", "fit", "build", "check", "score", "fill")


def app() -> typer.Typer:
    """Return the group, still without its commands."""
    return typer.Typer(
        cls=OfferGroup,
        help=_("Offers: read what a buyer asks, answer it, check it and write it down."),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGUMENTS]..."),
    )
