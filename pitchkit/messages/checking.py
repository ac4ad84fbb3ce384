"""`pitchkit check`: settings, silences, structure beyond links, and typography."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

ERRORS: dict[str, tuple[str, str]] = {
    "check-code-unknown": (_("there is no code “{word}”"), SUGGEST),
    "check-code-fixed": (
        _("{code} is an error, which cannot be silenced or set off"),
        _("Take the line out, and mend what it is about."),
    ),
}
WARNINGS: dict[str, tuple[str, str]] = {
    "check-silence-unused": (_("there is nothing here for {code} to silence"), _("Take the line out.")),
}
TEXTS = ERRORS | WARNINGS
