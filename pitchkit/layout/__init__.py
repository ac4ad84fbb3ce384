"""Pages as they really fall: a Word file laid out by LibreOffice, its pages and headings counted; or an estimate of that."""

from __future__ import annotations

from pitchkit.layout.estimating import estimate
from pitchkit.layout.measuring import lay_out, lay_out_all
from pitchkit.layout.office import LayoutUnavailable, is_available, to_pdf
from pitchkit.layout.pages import Layout, PlacedHeading, Span, read_layout
from pitchkit.layout.paginating import paginate

__all__ = [
    "Layout",
    "LayoutUnavailable",
    "PlacedHeading",
    "Span",
    "estimate",
    "is_available",
    "lay_out",
    "lay_out_all",
    "paginate",
    "read_layout",
    "to_pdf",
]
