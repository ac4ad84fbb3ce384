"""The offer file itself."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "offer-unknown": (_("there is no offer “{word}”; there are: {choices}"), SUGGEST),
    "offer-empty": (_("this offer file is empty"), _("Make one with pitchkit offer new.")),
    "offer-id-duplicate": (_("the id “{id}” is already used at {other}"), _("Give one of the two another id.")),
    "proof-unknown": (_("there is no proof “{word}” in this offer"), _("Add it under proofs, or take it out here.")),
}
