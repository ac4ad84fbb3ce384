"""The history of an entry: a line for each commit that changed it, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pitchkit import terminal
from pitchkit.changes import entries
from pitchkit.changes.entries import Change
from pitchkit.cli import change_lines
from pitchkit.history.commits import Commit
from pitchkit.history.tracing import Step
from pitchkit.language import _
from pitchkit.model import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """What happened to an entry in a commit, or since the last one; `change` where it was there before and after."""

    commit: Commit | None
    what: str
    change: Change | None


def lines(steps: Sequence[Step[Entry]], now: Entry | None) -> tuple[Line, ...]:
    """Return a line for each step, after one for what is not committed yet."""
    committed = steps[0].after if steps else None
    found = [_line(step.commit, step.before, step.after, is_readable=step.is_readable) for step in steps]
    if committed != now and not (committed and now and not entries.compare(committed, now)):
        found.insert(0, _line(None, committed, now, is_readable=True))
    return tuple(found)


def _line(commit: Commit | None, before: Entry | None, after: Entry | None, *, is_readable: bool) -> Line:
    if not is_readable:
        return Line(commit, _("changed, in a form that cannot be read now"), None)
    if before is None:
        return Line(commit, _("added"), None)
    if after is None:
        return Line(commit, _("removed"), None)
    change = entries.compare(before, after)
    names = ", ".join(change_lines.name_of(one) for one in change.rewordings)
    told = [
        _("renamed from {id}").format(id=before.id) if change.is_renamed else "",
        _("reworded: {texts}").format(texts=names) if names else "",
        *map(change_lines.tags, change.retaggings),
    ]
    return Line(commit, "; ".join(one for one in told if one), change)


def show(every: Sequence[Line]) -> None:
    """Show when, who, what and why."""
    rows = [
        (
            one.commit.day if one.commit else "",
            one.commit.author if one.commit else "",
            one.what,
            one.commit.subject if one.commit else _("not committed yet"),
        )
        for one in every
    ]
    terminal.show_table([_("date"), _("by"), _("what"), _("why")], rows)


def as_data(every: Sequence[Line]) -> list[dict[str, Any]]:
    """Return the history as data for a program."""
    return [
        {
            "commit": one.commit.id if one.commit else None,
            "date": one.commit.moment if one.commit else None,
            "author": one.commit.author if one.commit else None,
            "message": one.commit.message if one.commit else None,
            "what": one.what,
            "changes": change_lines.as_data(one.change) if one.change else None,
        }
        for one in every
    ]
