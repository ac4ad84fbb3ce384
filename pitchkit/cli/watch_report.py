"""What a watch tells: for each change a line with the time, then the documents that were written, or what is wrong."""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Callable, Iterable

from pitchkit import terminal
from pitchkit.cli import reporting
from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _, plural
from pitchkit.project import Workspace
from pitchkit.watching.rounds import Round

MOST_NAMES = 3
"""So many changed files are named in a line; a git checkout changes more."""


def tell(rounds: Iterable[Round], find: Callable[[], Workspace]) -> None:
    """Tell every round as it comes."""
    told: tuple[Diagnostic, ...] = ()
    is_open = False
    for number, one in enumerate(rounds):
        workspace = one.kit.workspace if one.kit else find()
        if number:
            terminal.say(_line(one, workspace))
        _show_problems(one, workspace)
        _show_written(one, workspace)
        if one.kit and not is_open:
            reporting.name_library(one.kit)
            reporting.tell(one.kit, one.compositions, explain=False)
            is_open = True
        else:
            terminal.show_problems(warning for warning in one.warnings if warning not in told)
        told = one.warnings
        if not number:
            terminal.say(_("Watching the library, the templates and the profile. Stop with Ctrl-C."))
        sys.stdout.flush()
        gc.collect()  # a run that goes on for a day does leave rubbish


def _line(one: Round, workspace: Workspace) -> str:
    # The moment that somebody sees it, on the clock that they see.
    moment = datetime.datetime.now().strftime("%H:%M:%S")  # noqa: DTZ005
    names = ", ".join(workspace.show(path) for path in one.changed[:MOST_NAMES])
    if more := len(one.changed) - MOST_NAMES if len(one.changed) > MOST_NAMES else 0:
        names = plural("{names} and {count} more file", "{names} and {count} more files", more).format(names=names, count=more)
    return f"{moment} {names}: {_outcome(one)}"


def _outcome(one: Round) -> str:
    if one.written:
        count = len(one.written)
        return plural("{count} file written.", "{count} files written.", count).format(count=count)
    if one.problems:
        return _("the documents stay as they were, for this is wrong:")
    return _("no document changes.")


def _show_written(one: Round, workspace: Workspace) -> None:
    for written in one.written:
        reporting.show_written(workspace, written)


def _show_problems(one: Round, workspace: Workspace) -> None:
    """Show what is wrong; where a file that was just saved cannot be read, what others miss in it goes without saying."""
    changed = {workspace.show(path) for path in one.changed}
    near = [found for found in one.problems if found.location.path in changed] or one.problems
    terminal.show_problems(near)
    if others := len(one.problems) - len(near):
        told = plural("{count} more problem elsewhere: pitchkit check", "{count} more problems elsewhere: pitchkit check", others)
        terminal.say(told.format(count=others))
