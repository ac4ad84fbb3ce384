"""Pages for the limits: as LibreOffice lays them out, or an estimate where it is not installed."""

from __future__ import annotations

from decimal import Decimal

from pitchkit import layout
from pitchkit.document import Document
from pitchkit.offering.usage import Pages
from pitchkit.writers import Writer


def pages_by(writer: Writer) -> Pages:
    """Return what counts the pages of a document as this writer of Word files makes it; raises ContentError on use.

    The same document is laid out once.
    """
    known: dict[bytes, tuple[Decimal, bool]] = {}

    def count(document: Document) -> tuple[Decimal, bool]:
        if not layout.is_available():
            return layout.estimate(document), True
        made = writer.write(document)
        if made not in known:
            known[made] = (layout.lay_out(made).filled, False)
        return known[made]

    return count
