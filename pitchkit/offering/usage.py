"""How much of its limits a built offer takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import Protocol, runtime_checkable

from pitchkit import outline
from pitchkit.document import Blocks, Document, Heading
from pitchkit.offering.making import ANSWERING, LIMITED, BuiltDocument
from pitchkit.offers import answers
from pitchkit.offers.answers import PlacedCriterion
from pitchkit.offers.model import Criterion, Offer, Question
from pitchkit.offers.usage import Length, Usage, cover_length, length, part

Pages = Callable[[Document], tuple[Decimal, bool]]
"""Lays a document out: its pages, and whether that is an estimate."""


@runtime_checkable
class LooksAhead(Protocol):
    """What counts pages sooner when it hears beforehand of which documents."""

    def ahead(self, documents: Iterable[Document]) -> None:
        """Prepare for these documents."""


def usages(offer: Offer, built: Iterable[BuiltDocument], pages: Pages | None = None) -> tuple[Usage, ...]:
    """Return the whole, each criterion and each question of the answers, in the buyer's order.

    The whole is left out where only some of the criteria were built. Pages are counted only where there is a limit to them,
    and only with `pages`. A part that shares its file with others is laid out on pages of its own: an answer may begin
    anywhere. In several files together every page that was begun counts.
    """
    limited = [one for one in built if one.purpose in LIMITED]
    if not limited:
        return ()
    if isinstance(pages, LooksAhead):
        asked: list[Document] = []
        _every(_Measure(offer, _collecting(asked)), limited)
        pages.ahead(asked)
    return _every(_Measure(offer, pages), limited)


def _every(measure: _Measure, limited: list[BuiltDocument]) -> tuple[Usage, ...]:
    parts = tuple(usage for one in limited if one.purpose in ANSWERING for usage in measure.parts(one))
    is_part = any(one.purpose == "quotation" and one.criterion for one in limited)
    is_whole = not is_part and {one.criterion.id for one in answers.in_quality_part(measure.offer)} <= {one.id for one in parts}
    return (measure.whole(limited), *parts) if is_whole else parts


def _collecting(documents: list[Document]) -> Pages:
    def collect(document: Document) -> tuple[Decimal, bool]:
        documents.append(document)
        return Decimal(0), True

    return collect


class _Measure:
    def __init__(self, offer: Offer, pages: Pages | None) -> None:
        self._counts = offer.form.counts
        self.offer = offer
        self._pages = pages

    def whole(self, built: list[BuiltDocument]) -> Usage:
        """Return the offer as a whole, which may be in several files."""
        limit = self.offer.form.limit
        long = sum((self._document_length(one.document) for one in built), Length())
        laid_out = self._laid_out([one.document for one in built] if limit.pages else [])
        return Usage(built[0].name, None, None, limit, long.words, long.characters, *laid_out)

    def parts(self, built: BuiltDocument) -> Iterator[Usage]:
        """Yield the criteria and questions of one document."""
        for one in _criteria(self.offer, built):
            blocks = built.document.blocks if built.criterion else part(built.document.blocks, one.key)
            yield self._part(built, blocks, one.criterion, None, with_cover=bool(built.criterion))
            for asked in one.questions:
                yield self._part(built, part(built.document.blocks, asked.key), one.criterion, asked.question)

    def _part(
        self, built: BuiltDocument, blocks: Blocks, criterion: Criterion, question: Question | None, *, with_cover: bool = False
    ) -> Usage:
        document = built.document
        limit = (question or criterion).limit
        long = length(document, blocks, self._counts) + (cover_length(document, self._counts) if with_cover else Length())
        alone = document if with_cover else _on_its_own(document, blocks)
        laid_out = self._laid_out([alone] if limit.pages and blocks else [])
        return Usage(built.name, criterion, question, limit, long.words, long.characters, *laid_out)

    def _document_length(self, document: Document) -> Length:
        long = length(document, document.blocks, self._counts) + cover_length(document, self._counts)
        return long + (_contents_length(document) if self._counts.contents else Length())

    def _laid_out(self, documents: list[Document]) -> tuple[Decimal | None, bool]:
        """Return the pages of some documents together, and whether that is an estimate."""
        if not documents or self._pages is None:
            return None, False
        known = [self._pages(document) for document in documents]
        begun = (pages.to_integral_value(ROUND_CEILING) if len(known) > 1 else pages for pages, _ in known)
        return sum(begun, Decimal(0)), any(guess for _, guess in known)


def _criteria(offer: Offer, built: BuiltDocument) -> Iterator[PlacedCriterion]:
    return (one for one in answers.in_quality_part(offer) if built.criterion in (None, one.criterion.id))


def _on_its_own(document: Document, blocks: Blocks) -> Document:
    # The heading becomes the title, which is a little higher: a part that fits so, fits.
    head, *rest = blocks or (Heading(1, ()),)
    title = outline.plain_text(head.content) if isinstance(head, Heading) else ""
    notes = outline.used_notes(blocks, document.notes)
    return replace(document, title=title, subtitle="", blocks=tuple(rest), notes=notes, contents=None)


def _contents_length(document: Document) -> Length:
    contents = document.contents
    if contents is None:
        return Length()
    lines = [outline.plain_text(one.content) for one in outline.headings(document.blocks) if outline.is_listed(one, contents)]
    words = sum(len(line.split()) + 1 for line in lines) + len(contents.title.split())  # each line ends in its page
    return Length(words, sum(len(line) + 1 for line in lines) + len(contents.title))
