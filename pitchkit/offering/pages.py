"""The pages of an offer: as the buyer's rules make them, with or without a table of contents, and how many they come to."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal
from typing import Final

from pitchkit import layout, outline
from pitchkit.document import Document, PageSetup
from pitchkit.offering.making import LIMITED, Purpose
from pitchkit.offers.rules import Form

LONG: Final = 1500
LONG_MATRIX: Final = 400
"""From so many words on one looks for the page: three to four sides, of text and of tables."""

MATRIX: Final = PageSetup(orientation="landscape", margins=Decimal(15), size=Decimal("8.5"), smallest=Decimal(8))
"""Eleven columns are read on a desk, not on a wall: a wide page with small letters."""

READABLE: Final = Decimal(9)
"""The smallest running text in points, however small the buyer allows it to be."""


def setup_of(form: Form, purpose: Purpose) -> PageSetup | None:
    """Return how the pages of a document must look; None where nobody asks for anything."""
    if purpose == "matrix":
        return MATRIX
    setup = PageSetup(
        orientation=form.orientation,
        paper=form.paper,
        margins=form.margins,
        font=form.fonts[0] if form.fonts else None,
        size=max(form.size, READABLE) if form.size else None,
        smallest=form.size,
        line_spacing=form.line_spacing,
    )
    return None if setup == PageSetup() else setup


def needs_contents(document: Document, form: Form, purpose: Purpose) -> bool:
    """Return whether a document is long enough for a table of contents, and the table takes nothing from a limit."""
    if purpose in LIMITED and form.limit and form.counts.contents:
        return False
    return outline.count_words(document.blocks) >= (LONG_MATRIX if purpose == "matrix" else LONG)


def estimated(document: Document) -> tuple[Decimal, bool]:
    """Return about how many pages a document fills, in tenths, and that this is an estimate."""
    return layout.estimate(document).quantize(Decimal("0.1"), ROUND_UP), True
