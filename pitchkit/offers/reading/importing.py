"""Papers become an offer: each gets a name and a kind, what is in it is found, and all of it put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pitchkit.offers.model import BuyerDocument, DocumentKind, OfferKind
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.assembling import Understanding, assemble
from pitchkit.offers.reading.columns import Layout, layout_of
from pitchkit.offers.reading.findings import Finding
from pitchkit.offers.reading.headings import section_of
from pitchkit.offers.reading.numbering import Ids
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.recognising import recognise
from pitchkit.offers.reading.signals import naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.dates import find_dates
from pitchkit.offers.reading.writing import without_forbidden

_KINDS: tuple[tuple[DocumentKind, str], ...] = (
    (
        "clarification",
        r"nota[\s_-]*van[\s_-]*inlichting|(?<![a-z])nvi(?![a-z])|inlichtingen|rectificatie|antwoorden[\s_-]*op[\s_-]*vragen",
    ),
    ("price-sheet", r"prij[sz]|tarie|begroting|inschrijfstaat"),
    ("form", r"formulier|verklaring|\buea\b|inschrijfbiljet|model[\s_-]"),
    ("questions", r"vragen|eisen|wensen|\bpve\b|criteri|vragenlijst"),
    (
        "guide",
        (
            "leidraad|beschrijvend|offerteaanvraag|offerte-uitvraag|bestek|regeling|uitvraag|aanbesteding|"
            r"uitnodiging|subsidie|nadere[\s_-]*regels"
        ),
    ),
)
_GENERAL = re.compile(
    "^(?:(?:europese |nationale |openbare |niet-?openbare |"
    "meervoudig(?:e)? onderhandse )*(?:aanbesteding(?:sleidraad|sdocument)?|leidraad|beschrijvend document|"
    "offerteaanvraag|bestek|inschrijvingsleidraad|"
    r"(?:offerte-?uitvraag|offerteaanvraag|offerteverzoek|uitnodiging tot (?:het )?(?:indienen|uitbrengen)[^:]*)"
    r"(?:\s*\(?(?:meervoudig|enkelvoudig|onderhands|openbaar)\w*\)?)*|"
    r"programma van eisen|bijlage\b.*|uitvraag|concept|definitief)|versie.*|datum.*|status.*|"
    "inhoud(?:sopgave)?|vertrouwelijk|pagina.*|inleiding|voorwoord|nota van inlichtingen.*|openbaar|"
    "fictief voorbeeld|voorbeeld)$",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(
    (
        "^(?:(?:europese|nationale|openbare|niet-openbare|onderhandse|meervoudig(?:e)?|aanbestedingsleidraad|"
        r"leidraad|beschrijvend document|offerteaanvraag|aanbesteding|inschrijvingsleidraad|SAS)\b\s*)+[:–—-]?\s*"
    ),
    re.IGNORECASE,
)
_COVER_LINES = 12


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper with its id in the offer and how the offer file names its path."""

    paper: Paper
    document: BuyerDocument


def name_papers(papers: Sequence[tuple[Paper, str]], read: date, taken: Sequence[str] = ()) -> tuple[NamedPaper, ...]:
    """Return papers, each with the path as the offer file names it, as documents of an offer; `taken` are ids in use."""
    ids = Ids()
    for one in taken:
        ids.take(one)
    named = []
    for paper, path in papers:
        clean = _without_forbidden(paper)
        document = BuyerDocument(
            id=ids.slug(paper.path.stem, "stuk"), path=path, kind=kind_of(clean), sha256=paper.sha256, read=read
        )
        named.append(NamedPaper(clean, document))
    return tuple(named)


def _without_forbidden(paper: Paper) -> Paper:
    """Return a paper without the signs that no file of ours can hold, and without the lines that were nothing else."""
    lines = []
    for line in paper.lines:
        cells = tuple(replace(cell, text=without_forbidden(cell.text)) for cell in line.cells)
        clean = replace(line, text=without_forbidden(line.text), number=without_forbidden(line.number), cells=cells)
        if clean.text.strip() or clean.kind == "row":
            lines.append(clean)
    return replace(paper, lines=tuple(lines))


def kind_of(paper: Paper) -> DocumentKind:
    """Return what kind of paper this seems to be, by its name and by what stands first in it."""
    name = paper.path.stem.lower()
    named = next((kind for kind, words in _KINDS if re.search(words, name)), None)
    first = " ".join(squeezed(line.text) for line in paper.lines[:6]).lower()[:400]
    if named == "clarification" or re.match(r"(?:\d+e?\s*)?(?:nota van inlichtingen|rectificatie)", first):
        return "clarification"
    if named:
        return named
    if (
        any(layout.columns for layout in _layouts(paper.lines))
        and sum(line.kind == "row" for line in paper.lines) > len(paper.lines) / 2
    ):
        return "questions"
    return next((kind for kind, words in _KINDS if kind != "clarification" and re.search(words, first)), "other")


def _layouts(lines: Sequence[Line]) -> list[Layout]:
    rows = [line for line in lines if line.kind == "row"]
    return [layout_of(rows)] if rows else []


def understand(kind: OfferKind, name: str, papers: Sequence[NamedPaper], asked: Sequence[Asked] = ()) -> Understanding:
    """Return the offer that a buyer's papers ask for; `name` is its title where the papers have none."""
    found: list[Finding] = []
    for one in papers:
        found += recognise(one.paper, one.document.id, asked, one.document.kind)
    title = next((title for one in papers if (title := title_of(one.paper))), "") or name
    return assemble(kind, title, [one.document for one in papers], found)


def title_of(paper: Paper) -> str:
    """Return the title on the cover, without the words that every cover has; empty where there is none."""
    if paper.lines and paper.lines[0].kind == "row":
        return ""
    for line in paper.lines[:_COVER_LINES]:
        text = squeezed(line.text)
        if line.kind == "row" or line.number or line.kind == "item":
            continue
        is_chapter = section_of(text) != "" and len(text.split()) <= 3  # noqa: PLR2004 - "Doel en aanleiding"
        says_more = not (_GENERAL.match(text) or naming.find_reference(text) or find_dates(text) or is_chapter)
        is_only_buyer = naming.find_client(text.title()).lower() == text.lower()
        if says_more and not is_only_buyer and 8 <= len(text) <= 140 and not text.endswith((".", ":", "?", ",")):  # noqa: PLR2004 - a title
            title = _IN_FRONT.sub("", text) or text
            return title[0].upper() + title[1:]
    return ""
