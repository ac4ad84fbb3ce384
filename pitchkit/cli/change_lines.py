"""What changed about an entry or source, as lines: words marked, tags that went and came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pitchkit import terminal
from pitchkit.changes import words
from pitchkit.changes.entries import Change, Retagging, Rewording
from pitchkit.language import _, mark

FIELDS = {"title": mark("title"), "text": mark("text"), "short": mark("short wording")}


def show_change(change: Change, indent: str = "  ") -> None:
    """Show every text that was reworded, with its words marked, and what went from and came to each other field."""
    for rewording in change.rewordings:
        terminal.result(f"{indent}{name_of(rewording)}:")
        show_words(words.in_short(words.pieces(rewording.before, rewording.after)), f"{indent}  ")
    show_tags(change.retaggings, indent)


def show_tags(retaggings: Sequence[Retagging], indent: str = "  ") -> None:
    """Show what went from and came to each field."""
    for one in retaggings:
        terminal.result(f"{indent}{tags(one)}")


def show_words(pieces: Sequence[words.Piece], indent: str) -> None:
    """Show words with what went and what came in colours on a terminal, and between marks elsewhere."""
    if terminal.has_colours():
        terminal.show_marked(words.spaced(pieces), indent)
    else:
        terminal.result(indent + words.plain(pieces).replace("\n", f"\n{indent}"))


def name_of(rewording: Rewording) -> str:
    """Return the name of a text: title, text or short wording, with the reader whose version it is."""
    name = _(FIELDS[rewording.field])
    return f"{name} ({rewording.audience})" if rewording.audience else name


def tags(one: Retagging) -> str:
    """Return what went from a field and what came, on one line."""
    if len(one.removed) == len(one.added) == 1:
        return f"{one.field}: {one.removed[0]} → {one.added[0]}"
    return f"{one.field}: {' '.join([*(f'-{word}' for word in one.removed), *(f'+{word}' for word in one.added)])}"


def as_data(change: Change) -> dict[str, Any]:
    """Return what changed about an entry as data for a program."""
    return {
        "rewordings": [
            {
                "field": one.field,
                "audience": one.audience or None,
                "before": one.before or None,
                "after": one.after or None,
                "words": [{"mark": mark_, "text": text} for mark_, text in words.spaced(words.pieces(one.before, one.after))],
            }
            for one in change.rewordings
        ],
        "retaggings": tags_as_data(change.retaggings),
    }


def tags_as_data(retaggings: Sequence[Retagging]) -> list[dict[str, Any]]:
    """Return what went from and came to each field as data for a program."""
    return [{"field": one.field, "removed": list(one.removed), "added": list(one.added)} for one in retaggings]
