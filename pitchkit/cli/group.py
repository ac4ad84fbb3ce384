"""The one place where problems and mistakes become messages and exit codes, seen by the program and by the test runner alike."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from pitchkit import terminal
from pitchkit.cli.typed import read_plainly
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.language import _, mark
from pitchkit.suggesting import suggest

FILES_WRONG, COMMAND_WRONG, BUG, INTERRUPTED = 1, 2, 3, 130

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

COMPLETE = "_PITCHKIT_COMPLETE"
"""Where a shell says that it only wants to know what could follow."""

UsageError: type[Exception] = typer.BadParameter.__base__  # type: ignore[assignment]
"""What typer raises for a command line it cannot read; typer names only its heirs."""

OF_TYPER = (
    mark("Commands"),
    mark("required"),
    mark("default: {default}"),
    mark("(dynamic)"),
    mark("env var: {var}"),
    mark("Aborted!"),
    mark("Missing command."),
    mark("No such command {name!r}."),
)
"""Words that typer takes from the catalogue by itself, named here so that they are translated."""


class _Translated:
    """The words of a help page that typer does not take from a catalogue."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]
        except UsageError as error:
            error.ctx = error.ctx or ctx  # type: ignore[attr-defined]
            raise

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help.")
            read_plainly(option)
        return option


class PitchkitCommand(_Translated, TyperCommand):
    """One command."""

    allow_extra_args = True  # a word too many is told about here, in the user's language

    def __init__(self, *args: Any, **extra: Any) -> None:
        super().__init__(*args, **extra)
        for param in self.params:
            read_plainly(param)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words after the command; raises CommandError for words that no argument takes."""
        rest: list[str] = super().parse_args(ctx, args)
        # While the tab key is pressed every word is one too many: the line is not whole yet.
        if rest and not ctx.resilient_parsing:
            raise CommandError([problem(Location(ctx.command_path), "words-unexpected", words=" ".join(rest))])
        return rest

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """List arguments and options; typer would put the English name of its type behind an argument."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        param: Any
        for param in self.get_params(ctx):
            name, text = param.get_help_record(ctx) or ("", "")
            rows[param.param_type_name].append((name.removesuffix(f" {param.display_type(ctx)}"), text))
        for title, some in ((_("Arguments"), rows["argument"]), (_("Options"), rows["option"])):
            if some:
                with formatter.section(title):
                    formatter.write_dl(some)


class PitchkitGroup(_Translated, TyperGroup):
    """All commands, and what happens when one of them fails."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names; raises CommandError with the name that was meant."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            raise CommandError(
                [problem(Location(ctx.command_path), "command-unknown", word=args[0], suggestion=suggest(args[0], names))]
            )
        return super().resolve_command(ctx, args)

    def _main_shell_completion(self, *args: Any, **extra: Any) -> None:
        if COMPLETE in os.environ:
            from typer.completion import get_completion_inspect_parameters

            get_completion_inspect_parameters()  # typer knows how shells speak only after this
        super()._main_shell_completion(*args, **extra)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> Any:
        """Run the command line and leave the process with one of five exit codes."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name or "pitchkit", *rest, **extra)
            if code == INTERRUPTED:  # typer makes an exit code of it without a word
                raise KeyboardInterrupt  # noqa: TRY301 - the one place that says so is below
            sys.stdout.flush()
        except (BrokenPipeError, SystemExit) as error:
            # Who reads what is printed may stop reading, as `head` does; typer ends the process with 1 for that.
            if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
                raise
            terminal.fall_silent()
            code = 0
        except (KeyboardInterrupt, typer.Abort):
            terminal.say(_("Stopped; nothing was written."))
            code = INTERRUPTED
        except ContentError as error:
            terminal.show_problems(error.diagnostics)
            code = FILES_WRONG
        except CommandError as error:
            terminal.show_problems(error.diagnostics)
            code = COMMAND_WRONG
        except UsageError as error:
            _show_usage_problem(error)
            code = COMMAND_WRONG
        except Exception as error:  # noqa: BLE001 - a bug: the user hears that it is ours, and gets what we need to find it
            code = _show_failure(error)
        sys.exit(code if isinstance(code, int) else 0)


def _show_usage_problem(error: Any) -> None:
    if type(error).__name__ == "NoArgsIsHelpError":
        terminal.say(error.format_message())
    else:
        terminal.show_problems([_usage_problem(error)])


def _usage_problem(error: Any) -> Diagnostic:
    where = Location(error.ctx.command_path if error.ctx else "pitchkit")
    options = {word: param for param in error.ctx.command.get_params(error.ctx) for word in param.opts} if error.ctx else {}
    match type(error).__name__:
        case "NoSuchOption":
            return problem(where, "option-unknown", word=error.option_name, suggestion=suggest(error.option_name, options))
        case "MissingParameter":
            return problem(where, "option-missing", word=(error.param.metavar or error.param.opts[0]) if error.param else "")
        case "BadOptionUsage" if error.option_name in options:
            code = "option-takes-no-value" if options[error.option_name].is_flag else "option-without-value"
            return problem(where, code, word=error.option_name, value=options[error.option_name].metavar or "")
        case "BadParameter" if error.param is not None and error.param.min is not None:
            return problem(where, "option-number", word=error.param.opts[0], limit=error.param.min)
        case _:
            return problem(where, "usage", detail=error.format_message())


def _show_failure(error: Exception) -> int:
    """Tell what made a command fail in a way that it does not know of, and return the exit code: a bug, or its surroundings."""
    if not _is_somewhere():
        terminal.show_problems([problem(Location("pitchkit"), "folder-gone")])
        return COMMAND_WRONG
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        terminal.fall_silent()
        terminal.show_problems([problem(Location("pitchkit"), "no-room", reason=error.strerror)])
        return FILES_WRONG
    _show_bug()
    return BUG


def _is_somewhere() -> bool:
    """Return whether the current folder still exists; another program can delete it at any time."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _show_bug() -> None:
    import traceback

    terminal.say(traceback.format_exc())
    terminal.say(_("This is a fault in pitchkit, not in your files. Please pass on the lines above. Nothing was written."))
