"""Groups whose commands are loaded when one is asked for: to read the options of all takes longer than to run most of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from typer.main import get_command_from_info
from typer.models import CommandInfo

from pitchkit.cli.group import PitchkitCommand, PitchkitGroup
from pitchkit.language import _


class CommandGroup(PitchkitGroup):
    """A group of commands; those that were added to it in another way come last."""

    room = ""
    """The package that the commands are in."""

    modules: tuple[str, ...] = ()
    """The module of each command, in the order in which they are listed."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands."""
        names = [_name(module) for module in self.modules]
        return [*names, *(name for name in self.commands if name not in names)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return one command, or None."""
        module = next((one for one in self.modules if _name(one) == cmd_name), None)
        if module and cmd_name not in self.commands:
            run = self._module(module)
            text = run.HELP()
            info = CommandInfo(
                cmd_name, cls=PitchkitCommand, callback=run.run, help=text, short_help=text, options_metavar=_("[OPTIONS]")
            )
            self.commands[cmd_name] = get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)
        return super().get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands; their options are not read for it."""
        rows = [(_name(module), self._module(module).HELP()) for module in self.modules]
        rows += [(name, command.help or "") for name, command in self.commands.items() if name not in dict(rows)]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def _module(self, name: str) -> Any:
        return import_module(f"{self.room}.{name}")


def _name(module: str) -> str:
    return module.rstrip("_")
