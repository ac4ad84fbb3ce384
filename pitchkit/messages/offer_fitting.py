"""Offers: the choice within the limits, and the own assessment."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "fit-no-room": (
        _("the choice does not fit into this file"),
        _("Write the entries of each question one below the other, or put them in yourself."),
    ),
    "fit-nothing": (_("there is nothing to choose: no entry matches any question"), _("Look at pitchkit offer match.")),
    "grade-unknown": (_("“{word}” is not a grade of this buyer: {choices}"), SUGGEST),
    "grade-refuses": (
        _("with “{grade}” for {question} the buyer sets the whole offer aside"),
        _("Make this answer better before anything else."),
    ),
}
