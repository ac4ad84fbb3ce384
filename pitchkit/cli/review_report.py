"""What a review shows: how entries stand, and what changed since somebody looked at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pitchkit import terminal
from pitchkit.cli import change_lines
from pitchkit.cli.review_past import Past
from pitchkit.language import _, mark, plural
from pitchkit.library import Library
from pitchkit.model import Review
from pitchkit.project import Workspace
from pitchkit.reviewing.reading import Book
from pitchkit.reviewing.standing import STATES, Cause, Standing

WORDS = {
    "unreviewed": mark("unreviewed"),
    "changed": mark("changed"),
    "suspect": mark("suspect"),
    "expired": mark("expired"),
    "reviewed": mark("reviewed"),
}
_LINES = {
    "unreviewed": mark("nobody reviewed it yet"),
    "changed": mark("changed since {by} reviewed it on {date}"),
    "suspect": mark("as {by} reviewed it on {date}, but what it rests on changed"),
    "expired": mark("reviewed by {by} on {date}, which held until {until}"),
    "reviewed": mark("reviewed by {by} on {date}"),
}


def show_table(book: Book, every: Sequence[Standing], some: Sequence[Standing]) -> None:
    """Show entries with how they stand on a line each, what asks most first, and count all that are the library's to review."""
    rows = [
        (one.entry.id, _(WORDS[one.state]), one.review.by if one.review else "", _day(one), _why(one))
        for one in sorted(some, key=lambda one: (STATES.index(one.state), one.entry.id))
    ]
    if rows:
        terminal.show_table([_("entry"), _("state"), _("reviewed by"), _("on"), _("why")], rows)
    counted = Counter(one.state for one in every if book.counts(one.entry.id))
    told = [f"{counted[state]} {_(WORDS[state])}" for state in STATES if counted[state]]
    terminal.say(", ".join(told) + "." if told else _("This library has no entries of its own to review."))
    if lent := sum(not book.counts(one.entry.id) for one in every):
        text = plural(
            "{count} entry of the library that this one extends is not counted.",
            "{count} entries of the library that this one extends are not counted.",
            lent,
        )
        terminal.say(text.format(count=lent))


def show_each(workspace: Workspace, library: Library, some: Sequence[Standing]) -> None:
    """Show entries one by one, with what changed since their review."""
    past = Past(workspace, library)
    for number, one in enumerate(some):
        if number:
            terminal.result("")
        _show(past, one)


def as_data(workspace: Workspace, library: Library, some: Sequence[Standing]) -> list[dict[str, Any]]:
    """Return how entries stand as data for a program, with what changed since their review where git knows it."""
    past = Past(workspace, library)
    return [_standing(past, one) for one in some]


def _show(past: Past, one: Standing) -> None:
    entry = one.entry
    terminal.result(f"{entry.id} ({entry.kind}), {past.library.places[entry.id].locate()}")
    until = one.until.isoformat() if one.until else ""
    line = _(_LINES[one.state]).format(by=one.review.by if one.review else "", date=_day(one), until=until)
    if one.state == "reviewed" and until:
        line = _("{line}, until {until}").format(line=line, until=until)
    terminal.result(line)
    if one.review is None:
        _show_whole(past.library, entry.id)
    elif one.state == "changed":
        change = past.entry(entry.id, one.review.stamp)
        if change:
            change_lines.show_change(change)
        else:
            terminal.result(
                "  " + _("What it said then cannot be shown: {reason}. This is what it says now:").format(reason=past.reason)
            )
            _show_whole(past.library, entry.id)
    for cause in one.causes:
        _show_cause(past, one.review, cause)


def _show_cause(past: Past, review: Review | None, cause: Cause) -> None:
    name = _("source {id}") if cause.kind == "source" else _("entry {id}")
    terminal.result(f"  {name.format(id=cause.id)}:")
    stamp = _stamp_of(review, cause)
    if cause.kind == "source":
        tags = past.source(cause.id, stamp)
        if tags:
            change_lines.show_tags(tags, "    ")
            return
    elif change := past.entry(cause.id, stamp):
        change_lines.show_change(change, "    ")
        return
    terminal.result("    " + _("What it said then cannot be shown: {reason}.").format(reason=past.reason))


def _cause_as_data(past: Past, review: Review | None, cause: Cause) -> dict[str, Any] | None:
    stamp = _stamp_of(review, cause)
    if cause.kind == "source":
        tags = past.source(cause.id, stamp)
        return {"retaggings": change_lines.tags_as_data(tags)} if tags else None
    change = past.entry(cause.id, stamp)
    return change_lines.as_data(change) if change else None


def _stamp_of(review: Review | None, cause: Cause) -> str:
    stamps = (review.sources if cause.kind == "source" else review.entries) if review else {}
    return stamps.get(cause.id, "")


def _show_whole(library: Library, entry_id: str) -> None:
    from pitchkit import browsing

    for number, line in enumerate(browsing.describe(library, entry_id, None)):
        if number > 1:  # its id and place have been told
            terminal.result(f"  {line}" if line else "")


def _day(one: Standing) -> str:
    return one.review.date.isoformat() if one.review else ""


def _why(one: Standing) -> str:
    if one.causes:
        return ", ".join(cause.id for cause in one.causes)
    return _("until {date}").format(date=one.until.isoformat()) if one.until and one.state in ("expired", "reviewed") else ""


def _standing(past: Past, one: Standing) -> dict[str, Any]:
    where = past.library.places[one.entry.id].locate()
    change = past.entry(one.entry.id, one.review.stamp) if one.review and one.state == "changed" else None
    return {
        "entry": one.entry.id,
        "kind": one.entry.kind,
        "path": where.path,
        "line": where.line,
        "state": one.state,
        "by": one.review.by if one.review else None,
        "date": _day(one) or None,
        "until": one.until.isoformat() if one.until else None,
        "causes": [
            {"kind": cause.kind, "id": cause.id, "changes": _cause_as_data(past, one.review, cause)} for cause in one.causes
        ],
        "changes": change_lines.as_data(change) if change else None,
    }
