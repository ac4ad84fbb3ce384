"""The files of a built offer: in the house style, except where the buyer may not see whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from pitchkit import layout, output, publishing
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem, warning
from pitchkit.document import Document
from pitchkit.offering.making import READ_BLIND, BuiltDocument
from pitchkit.offers.model import Offer
from pitchkit.pipeline import Kit
from pitchkit.writers import Format, Writer

OfferFormat = Literal["docx", "md", "pdf"]

OFFER_FORMATS: tuple[OfferFormat, ...] = get_args(OfferFormat)


@dataclass(frozen=True, slots=True)
class Delivery:
    """In which formats the files are made, in whose style, where they go, and whether Word files get page numbers."""

    formats: tuple[OfferFormat, ...]
    style: Path | None = None
    target: Path | None = None
    paginate: bool = False


def files(
    kit: Kit, offer: Offer, built: Iterable[BuiltDocument], delivery: Delivery
) -> tuple[list[output.File], tuple[Diagnostic, ...]]:
    """Return the finished files, and warnings about the house style and about page numbers that were not found.

    Raises:
        CommandError: one file is named for several documents, or for a format that its name does not end in; or a PDF is
            asked for and there is no LibreOffice.
        ContentError: the house style cannot be used, or LibreOffice makes no PDF of a document.
    """
    documents = tuple(built)
    formats, target = delivery.formats, delivery.target
    is_file = target is not None and bool(target.suffix) and not target.is_dir()
    if is_file and len(documents) * len(formats) > 1:
        raise CommandError([problem(Location("--output"), "output-one-file", count=len(documents) * len(formats))])
    plain, _ = _writers(kit, formats, None)
    styled, lacks = _writers(kit, formats, delivery.style)
    made: list[output.File] = []
    found = list(lacks)
    hidden = [one for one in documents if delivery.style and offer.form.anonymous and one.purpose in READ_BLIND]
    for one in documents:
        writers = plain if one in hidden else styled
        document = _numbered(one.document, writers, found) if delivery.paginate else one.document
        own = publishing.files_of(kit, [(one.name, document)], writers, target)
        made += [file for file in own if file not in made]  # documents may share a picture
    if hidden:
        found.append(warning(Location("--style"), "offer-style-anonymous", names=", ".join(one.name for one in hidden)))
    return made, tuple(dict.fromkeys(found))


def word_writer(kit: Kit, style: Path | None) -> Writer:
    """Return what makes Word files in the house style; raises ContentError."""
    return publishing.open_writers(kit, ("docx",), style)[0]["docx"]


def _writers(
    kit: Kit, formats: tuple[OfferFormat, ...], style: Path | None
) -> tuple[Mapping[OfferFormat, Writer], tuple[Diagnostic, ...]]:
    own: tuple[Format, ...] = tuple(dict.fromkeys("docx" if one == "pdf" else one for one in formats))
    opened, lacks = publishing.open_writers(kit, own, style)
    return {one: _pdf_writer(opened["docx"]) if one == "pdf" else opened[one] for one in formats}, lacks


def _pdf_writer(word: Writer) -> Writer:
    def write(document: Document) -> bytes:
        return layout.to_pdf(word.write(layout.paginate(document, word.write)))

    return Writer(write, lambda data: data.startswith(b"%PDF"))  # nobody edits a PDF and keeps it here


def _numbered(document: Document, writers: Mapping[OfferFormat, Writer], found: list[Diagnostic]) -> Document:
    if "docx" not in writers:
        return document
    try:
        return layout.paginate(document, writers["docx"].write)
    except (layout.LayoutUnavailable, ContentError) as error:
        found += (replace(one, severity="warning") for one in error.diagnostics)
        return document
