"""Papers as the readers make them, by hand: small, and with nothing to read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pitchkit.offers.model import Offer, OfferKind
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.assembling import Understanding
from pitchkit.offers.reading.importing import NamedPaper, name_papers, understand
from pitchkit.offers.reading.papers import Cell, Line, LineKind, Paper
from pitchkit.offers.reading.placing import Places
from pitchkit.offers.reading.typed_numbers import split_number

DAY = date(2026, 11, 22)


def row(*texts: str, table: str = "tabel 1", at: int = 1, is_header: bool = False, merged: Sequence[int] = ()) -> Line:
    """Return a row; `merged` are the columns, from 0, whose words stand in the row above."""
    cells = tuple(
        Cell(text, f"kolom {chr(65 + n)}", f"{table}!{chr(65 + n)}{at - (n in merged)}", n in merged)
        for n, text in enumerate(texts)
    )
    text = " | ".join(cell.text for cell in cells if cell.text and not cell.is_merged)
    return Line("row", text, f"{table}, rij {at}", f"{table}!{at}", cells=cells, table=table, is_header=is_header)


def table(*rows: Sequence[str], name: str = "tabel 1") -> list[Line]:
    """Return the rows of a table, the first of which has the names of the columns."""
    return [row(*texts, table=name, at=number, is_header=number == 1) for number, texts in enumerate(rows, 1)]


def lines(text: str) -> list[Line]:
    """Return lines: `#` before a heading, `-` before an item, a number in front as one types it."""
    found = []
    places = Places()
    for number, raw in enumerate(text.strip("\n").split("\n"), 1):
        words = raw.strip()
        if not words:
            continue
        level = len(words) - len(words.lstrip("#"))
        is_bullet = words.startswith("- ")
        own, rest = split_number(words.lstrip("#- "), is_title=level > 0)
        kind: LineKind = "heading" if level else "item" if is_bullet or own else "paragraph"
        place = places.heading(own, rest) if level else places.paragraph()
        found.append(Line(kind, rest or own, place, f"body/{number}", own if rest else "", level or int(kind == "item")))
    return found


def paper(*parts: Line | Sequence[Line] | str, name: str = "leidraad.docx") -> Paper:
    """Return a paper of lines, tables and texts."""
    found: list[Line] = []
    for part in parts:
        found += lines(part) if isinstance(part, str) else [part] if isinstance(part, Line) else part
    return Paper(Path(name), hashlib.sha256(repr(found).encode()).hexdigest(), tuple(found))


def named(*papers: Paper) -> tuple[NamedPaper, ...]:
    """Return papers as documents of an offer."""
    return name_papers([(one, one.path.name) for one in papers], DAY)


def understood(*papers: Paper, kind: OfferKind = "tender", asked: Sequence[Asked] = ()) -> Understanding:
    """Return what papers are understood as."""
    return understand(kind, "naam", named(*papers), asked)


def offer_of(*parts: Line | Sequence[Line] | str, asked: Sequence[Asked] = ()) -> Offer:
    """Return the offer that one paper makes."""
    return understood(paper(*parts), asked=asked).offer
