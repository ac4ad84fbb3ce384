"""Offers: building."""

from __future__ import annotations

from pitchkit.language import mark as _
from pitchkit.messages.hints import SUGGEST

TEXTS: dict[str, tuple[str, str]] = {
    "document-of-offer": (
        _("“{word}” is made from an offer file"),
        _("Use pitchkit offer build, with the name of the offer."),
    ),
    "offer-criterion-unknown": (_("the quality part has no criterion “{word}”: {choices}"), SUGGEST),
    "offer-without-questions": (
        _("this offer has no criteria and no requirements yet"),
        _("Read the papers of the buyer with pitchkit offer new, or write them under criteria and requirements."),
    ),
    "offer-without-template": (
        _("there is no template for “{document}” that is for “{audience}”"),
        _("Choose another audience, or add a template with this kind of offer under offers."),
    ),
    "offer-file-name-place": (
        _("a file name cannot have {{{word}}} in it"),
        _("Between braces it takes: {choices}."),
    ),
    "offer-field-open": (_("“{key}” ({label}) is still open"), _("Fill it in, or build without --final.")),
    "offer-style-anonymous": (
        _("this offer is anonymous: {names} went without your house style"),
        _("Check your own texts and pictures for names as well."),
    ),
    "offer-without-consent": (
        _("nobody agreed to see “{entry}” in this document ({detail})"),
        _("Take it out here, or ask for consent and write it down in the entry."),
    ),
    "offer-file-name-twice": (
        _("two files of this offer would be called “{name}”"),
        _("Put {{criterion}} in the name, so that each file has its own."),
    ),
}
