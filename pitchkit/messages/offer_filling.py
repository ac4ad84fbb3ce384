"""Offers: answers back into the buyer's own files."""

from __future__ import annotations

from pitchkit.language import mark as _

TEXTS: dict[str, tuple[str, str]] = {
    "fill-kind": (
        _("{path} has room for answers, but only Word and Excel files can be filled"),
        _("Copy the answers into it yourself, or ask the buyer for the Word or Excel file."),
    ),
    "fill-unreadable": (_("{path} cannot be filled: it is damaged or has a password"), _("Ask the buyer for the file again.")),
    "fill-file-missing": (_("{path} is not there"), _("Put the buyer’s file back where the offer file says it is.")),
    "fill-file-changed": (
        _("{path} is not the file that was read: its places may have moved"),
        _("Put the buyer’s own file back, or read the new one with pitchkit offer update."),
    ),
    "fill-no-place": (_("{id}: there is no such place any more ({place})"), _("Fill it in by hand.")),
    "fill-not-empty": (_("{id}: there is something there already ({place})"), _("Look which of the two is right.")),
    "fill-formula": (_("{id}: the buyer has a formula there ({place})"), _("It is counted from other cells; leave it.")),
    "fill-too-long": (
        _("{id}: the answer has more signs than a cell holds, {most} ({place})"),
        _("Shorten it, or refer to an annex."),
    ),
}
