"""`pitchkit offer ...`: tenders, quotations and grant applications. The commands below it are loaded when one is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.main import get_command_from_info
from typer.models import CommandInfo

from pitchkit.cli.group import PitchkitCommand, PitchkitGroup
from pitchkit.language import _

COMMANDS = {
    "new": "new",
    "update": "update",
    "match": "match",
    "fit": "fit",
    "build": "build",
    "check": "check",
    "score": "score",
    "fill": "fill",
}
"""Name to module, in the order of the work."""


class OfferGroup(PitchkitGroup):
    """The commands about offers."""

    def __init__(self, **extra: Any) -> None:
        super().__init__(**extra)
        self._is_loaded = False

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of the work."""
        self._load()
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return one command, or None."""
        self._load()
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names; raises CommandError with the name that was meant."""
        self._load()
        return super().resolve_command(ctx, args)

    def _load(self) -> None:
        if self._is_loaded:
            return
        self._is_loaded = True
        for name, module in COMMANDS.items():
            loaded = import_module(f"pitchkit.cli.offer.{module}")
            text = loaded.HELP()
            info = CommandInfo(
                name, cls=PitchkitCommand, callback=loaded.run, help=text, short_help=text, options_metavar=_("[OPTIONS]")
            )
            self.commands[name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)


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
