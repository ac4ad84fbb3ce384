"""What is found in a paper: its lines in order, its tables and sheets each as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pitchkit.offers.model import DocumentKind
from pitchkit.offers.reading import cover_cards, lines_of_text
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.column_names import role_of
from pitchkit.offers.reading.columns import layout_of
from pitchkit.offers.reading.contexts import Context, texts_of
from pitchkit.offers.reading.findings import Explained, Finding, FoundForm
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.signals import form_rules
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.walking import IN_TEXT, Walk

_EXPLAINS = re.compile(
    r"(?:toelichting|(?:invul)?instructies?|uitleg|leeswijzer|voorblad|inhoud|colofon|lees ?mij)\b", re.IGNORECASE
)
"""The name of a sheet that says how to fill in the others."""


def recognise(paper: Paper, document: str, asked: Sequence[Asked] = (), kind: DocumentKind = "other") -> tuple[Finding, ...]:
    """Return what is found in a paper, in its order; `document` is the id by which its places are told.

    Of a price sheet the lists are about prices, whatever they are called.
    """
    walk = Walk(document, asked, is_of_prices=kind == "price-sheet")
    found: list[Finding] = []
    before: Sequence[Line] = ()
    for table, group in groupby(paper.lines, key=_table_of):
        lines = list(group)
        if table and not IN_TEXT.match(table):  # a sheet begins anew
            found += walk.close()
            walk.parts.clear()
        if _EXPLAINS.match(table):
            found += _explained(lines, document)
            continue
        for part in _split_at_headers(lines) if table else (lines,):
            whole = (*_header_before(part, before), *part)
            found += walk.table(whole) if table and _is_list(part, asked) else walk.lines(part)
            before = whole if table else ()
    return (*found, *walk.close())


def _explained(lines: Sequence[Line], document: str) -> Iterator[Finding]:
    """Yield what a sheet that tells how to fill in the others says of names, limits and form; the rest explains."""
    context = Context(document, "contents")
    for line in lines:
        found, text = context.found(line), squeezed(line.text)
        told = list(cover_cards.fact(line, found))
        yield from told or lines_of_text.names(replace(line, text=": ".join(texts_of(line)) or text), found, "contents")
        yield from lines_of_text.limits(text, found)
        if fields := form_rules.find_form(text):
            yield FoundForm(fields, found)
        yield Explained(found, "contents")


def _header_before(part: Sequence[Line], before: Sequence[Line]) -> Sequence[Line]:
    """Return the names of the columns of the table just before, where this one goes on with it: at the top of a page, say."""
    if not part or not before:
        return ()
    own, other = len(part[0].cells), len(before[0].cells)
    goes_on = own > 1 and (own == other or (own < other and part[0].unsure in ("line-gaps", "line-continued")))
    if not goes_on or any(line.is_header for line in part) or layout_of(part).columns:
        return ()
    return before[: layout_of(before).head]


def _table_of(line: Line) -> str:
    return line.table if line.kind == "row" or not IN_TEXT.match(line.table or "tabel 0") else ""


def _split_at_headers(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the lists in one sheet or table: each header after other rows begins another."""
    start = 0
    for number, line in enumerate(lines):
        is_later = any(before.kind == "row" and not before.is_header for before in lines[start:number])
        if line.is_header and is_later and len({role_of(cell.text) for cell in line.cells} - {None}) > 1:
            yield lines[start:number]
            start = number
    yield lines[start:]


def _is_list(lines: Sequence[Line], asked: Sequence[Asked]) -> bool:
    """Return whether lines are rows with columns, and not texts that happen to stand in a sheet."""
    return all(line.kind == "row" for line in lines) or bool(layout_of(lines, asked).columns)
