"""The pages of a PDF: how many, where each heading stands, and what it fills. The door to pdfminer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from pitchkit.diagnostics import ContentError, Location, problem

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage

_THOUSANDTH: Final = Decimal("0.001")
_HUNDREDTH: Final = Decimal("0.01")
_ON_TOP: Final = Decimal("0.02")  # of the room for text; what begins above it has nothing above it
_WHOLE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the room for text begins and ends on a page, in points from its top and from its bottom."""

    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading as the reader finds it: its level and page, both from 1, and how far down the room for text, from 0 to 1."""

    level: int
    title: str
    page: int
    down: Decimal


@dataclass(frozen=True, slots=True)
class Span:
    """A heading with all that stands under it, up to the next one as high: from its first page to its last.

    `pages` is how many pages that fills, in hundredths, rounded up.
    """

    heading: PlacedHeading
    first: int
    last: int
    pages: Decimal


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: its pages, how far down the last one it goes (from 0 to 1), and its headings in their order."""

    pages: int
    end: Decimal
    headings: tuple[PlacedHeading, ...]

    @property
    def filled(self) -> Decimal:
        """How many pages the document fills, in hundredths, rounded up."""
        return (self.pages - 1 + self.end).quantize(_HUNDREDTH, ROUND_CEILING)

    def spans(self) -> tuple[Span, ...]:
        """Return for every heading what stands under it."""
        return tuple(self._span(place) for place in range(len(self.headings)))

    def _span(self, place: int) -> Span:
        heading = self.headings[place]
        after = next((one for one in self.headings[place + 1 :] if one.level <= heading.level), None)
        end = self.pages + self.end if after is None else after.page + after.down
        filled = max(Decimal(0), end - heading.page - heading.down).quantize(_HUNDREDTH, ROUND_CEILING)
        is_on_top = after is not None and after.page > heading.page and after.down < _ON_TOP
        last = self.pages if after is None else after.page - is_on_top
        return Span(heading, heading.page, last, filled)


def read_layout(pdf: bytes, edges: Edges | None = None) -> Layout:
    """Return the pages and headings of a PDF; without `edges`, text may stand anywhere on a page.

    Raises:
        ContentError: this is no PDF that can be read.
    """
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(pdf)))
        pages = list(PDFPage.create_pages(document))
        reader = _Reader(document, pages, edges or Edges())
        return Layout(len(pages), reader.end(), tuple(reader.headings()))
    except (PSException, ValueError, TypeError, KeyError, IndexError) as error:
        reason = str(error) or type(error).__name__
        raise ContentError([problem(Location("PDF"), "layout-failed", reason=reason)]) from None


class _Reader:
    """Reads one PDF."""

    def __init__(self, document: PDFDocument, pages: list[PDFPage], edges: Edges) -> None:
        self._document = document
        self._pages = pages
        self._edges = edges
        self._numbers = {page.pageid: number for number, page in enumerate(pages, 1)}

    def headings(self) -> Iterator[PlacedHeading]:
        """Yield the headings, as the bookmarks name them."""
        from pdfminer.pdfdocument import PDFNoOutlines

        try:
            found = list(self._document.get_outlines())
        except PDFNoOutlines:
            return
        for level, title, target, action, _ in found:
            place = self._place(target, action)
            number = self._numbers.get(getattr(place[0], "objid", None)) if place else None
            if number is not None:
                yield PlacedHeading(level, title, number, self._down(number, place))

    def _place(self, target: Any, action: Any) -> list[Any]:  # noqa: ANN401 - a PDF holds anything
        """Return where a bookmark leads: its page and the place on it; empty where it does not say."""
        from pdfminer.pdftypes import resolve1

        found = resolve1(target) or resolve1((resolve1(action) or {}).get("D"))
        if isinstance(found, bytes | str) or hasattr(found, "name"):
            found = resolve1(self._document.get_dest(getattr(found, "name", found)))
        found = found.get("D") if isinstance(found, dict) else found
        return found if isinstance(found, list) else []

    def _down(self, number: int, place: list[Any]) -> Decimal:
        is_placed = len(place) > 3 and isinstance(place[3], int | float)  # noqa: PLR2004 - [page, /XYZ, left, top, zoom]
        top = float(self._pages[number - 1].mediabox[3])
        return self._part(number, float(place[3]) if is_placed else top)

    def _part(self, number: int, height: float) -> Decimal:
        """Return how far down the room for text a height in points stands, from 0 to 1."""
        _, low, _, high = self._pages[number - 1].mediabox
        room = high - low - self._edges.top - self._edges.bottom
        part = Decimal((high - self._edges.top - height) / room) if room > 0 else Decimal(0)
        return min(_WHOLE, max(Decimal(0), part)).quantize(_THOUSANDTH, ROUND_HALF_UP)

    def end(self) -> Decimal:
        """Return how far down the last page its words and pictures go."""
        from pdfminer.converter import PDFPageAggregator
        from pdfminer.layout import LAParams
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

        if not self._pages:
            return Decimal(0)
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=LAParams())
        PDFPageInterpreter(resources, device).process_page(self._pages[-1])
        low = self._pages[-1].mediabox[1] + self._edges.bottom - 1
        bottoms = [item.bbox[1] for item in device.get_result() if item.bbox[1] >= low]
        return self._part(len(self._pages), min(bottoms)) if bottoms else Decimal(0)
