"""Offers: matching."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "match-question-unknown": (_("this offer has no question “{word}”; it has: {choices}"), SUGGEST),
    "match-nothing-asked": (
        _("this offer asks no questions yet"),
        _("Read the buyer’s papers with pitchkit offer new, or put criteria with questions in the file."),
    ),
    "match-no-room": (
        _("the choice cannot be written here without changing something else"),
        _("Put entries below the question yourself; --dry-run shows which."),
    ),
}
