"""What a watch tells: for each change a line with the time, then the documents that were written, or what is wrong."""

from __future__ import annotations

import datetime
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pitchkit import terminal
from pitchkit.cli import reporting
from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _, plural
from pitchkit.pipeline import Kit
from pitchkit.profile import Group
from pitchkit.project import Workspace
from pitchkit.watching.rounds import Round

MOST_NAMES = 3
"""So many changed files or fields are named in a line; a git checkout changes more."""


def tell(rounds: Iterable[Round], find: Callable[[], Workspace]) -> None:
    """Tell every round as it comes: all there is to tell at first, and then what became different."""
    told = _Told()
    for number, one in enumerate(rounds):
        workspace = one.kit.workspace if one.kit else find()
        if number:
            terminal.say(_line(one, workspace))
        _show_problems(one, workspace)
        _show_written(one, workspace)
        if one.kit:
            told.tell(one, one.kit)
        if not number:
            terminal.say(_("Watching the library, the templates and the profile. Stop with Ctrl+C."))
        sys.stdout.flush()
        gc.collect()  # a run that goes on for a day does leave rubbish


class _Told:
    """What was told before, so that a round tells only what became different."""

    def __init__(self) -> None:
        self.library: Path | None = None
        self.warnings: tuple[Diagnostic, ...] = ()
        self.open: dict[str, str] | None = None
        self.words: dict[tuple[str, str, Group | None], int] = {}

    def tell(self, one: Round, kit: Kit) -> None:
        """Tell which library it is, what is open, and what else a build tells."""
        if self.library != kit.workspace.library:
            reporting.name_library(kit)
        still_open = {field.key: field.label for each in one.compositions for field in each.open_fields}
        words = {(each.order.document, each.order.audience.id, each.order.group): each.words for each in one.compositions}
        if self.open is None:
            reporting.tell(kit, one.compositions, explain=False)
        else:
            terminal.show_problems(warning for warning in one.warnings if warning not in self.warnings)
            for name, each in zip(words, one.compositions, strict=True):
                if self.words.get(name) != each.words:
                    reporting.tell_length(each)
            _tell_open(self.open, still_open, reporting.profile_name(kit))
        self.library, self.warnings, self.open, self.words = kit.workspace.library, one.warnings, still_open, words


def _tell_open(before: dict[str, str], now: dict[str, str], file: str) -> None:
    if new := [key for key in now if key not in before]:
        terminal.say(_("Now open as well; fill these in in {file}:").format(file=file))
        for key in new:
            terminal.say(f"  {key}: {now[key]}")
    if filled := [key for key in before if key not in now]:
        terminal.say(_("No longer open: {fields}").format(fields=_some(filled)))
        left = plural("{count} field is still open.", "{count} fields are still open.", len(now)).format(count=len(now))
        terminal.say(left if now else _("Nothing is open any more."))


def _some(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def _line(one: Round, workspace: Workspace) -> str:
    # The moment that somebody sees it, on the clock that they see.
    moment = datetime.datetime.now().strftime("%H:%M:%S")  # noqa: DTZ005
    return f"{moment} {_some([workspace.show(path) for path in one.changed])}: {_outcome(one)}"


def _outcome(one: Round) -> str:
    if one.written:
        count = len(one.written)
        return plural("{count} file written.", "{count} files written.", count).format(count=count)
    if one.problems:
        return _("the documents stay as they were, for this is wrong:")
    return _("no document changes.")


def _show_written(one: Round, workspace: Workspace) -> None:
    for written in one.written:
        reporting.show_written(workspace, written, can_force=False)


def _show_problems(one: Round, workspace: Workspace) -> None:
    """Show what is wrong; where a file that was just saved cannot be read, what others miss in it goes without saying."""
    changed = {workspace.show(path) for path in one.changed}
    near = [found for found in one.problems if found.location.path in changed] or one.problems
    terminal.show_problems(near)
    if others := len(one.problems) - len(near):
        told = plural("{count} more problem elsewhere: pitchkit check", "{count} more problems elsewhere: pitchkit check", others)
        terminal.say(told.format(count=others))
