"""Pages for the limits: as LibreOffice lays them out, or an estimate where it is not installed."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from pitchkit import layout
from pitchkit.document import Document
from pitchkit.writers import Writer


class PageCounter:
    """Counts the pages of documents as a writer of Word files makes them; the same document is laid out once."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._known: dict[bytes, Decimal] = {}

    def __call__(self, document: Document) -> tuple[Decimal, bool]:
        """Return the pages of a document, and whether that is an estimate; raises ContentError."""
        if not layout.is_available():
            return layout.estimate(document), True
        made = self._writer.write(document)
        self._lay_out((made,))
        return self._known[made], False

    def ahead(self, documents: Iterable[Document]) -> None:
        """Lay out documents that will be asked for, all in one go; raises ContentError."""
        if not layout.is_available():
            return
        self._lay_out(self._writer.write(document) for document in documents)

    def _lay_out(self, made: Iterable[bytes]) -> None:
        new = [data for data in dict.fromkeys(made) if data not in self._known]
        if new:
            self._known |= {data: laid.filled for data, laid in zip(new, layout.lay_out_all(new), strict=True)}
