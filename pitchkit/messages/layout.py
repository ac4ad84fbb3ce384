"""Laying out pages."""

from __future__ import annotations

from pitchkit.language import mark as _

TEXTS: dict[str, tuple[str, str]] = {
    "layout-unavailable": (
        _("there is no LibreOffice here to lay out the pages with"),
        _("Install LibreOffice, or name its program in {setting}."),
    ),
    "layout-program-missing": (_("“{path}” is not a program"), _("Name LibreOffice’s own program, soffice, with its folder.")),
    "layout-failed": (
        _("LibreOffice could not lay out the pages: {reason}"),
        _("Try again, and open the document in LibreOffice to see what is wrong with it."),
    ),
    "layout-heading-missing": (_("the heading “{title}” is not found on the pages, so the contents have no page numbers"), ""),
    "paginate-nothing": (
        _("none of these documents has a table of contents, so there are no page numbers to find"),
        _("A template asks for one with contents: true in its head."),
    ),
}
