"""What is found in a paper: its lines in order, its tables and sheets each as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pitchkit.offers.reading.columns import Asked, layout_of, role_of
from pitchkit.offers.reading.findings import Finding
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.walking import IN_TEXT, Walk


def recognise(paper: Paper, document: str, asked: Sequence[Asked] = ()) -> tuple[Finding, ...]:
    """Return what is found in a paper, in its order; `document` is the id by which its places are told."""
    walk = Walk(document, asked)
    found: list[Finding] = []
    for table, group in groupby(paper.lines, key=_table_of):
        lines = list(group)
        if table and not IN_TEXT.match(table):  # a sheet begins anew
            found += walk.close()
            walk.parts.clear()
        for part in _split_at_headers(lines) if table else (lines,):
            found += walk.table(part) if table and _is_list(part, asked) else walk.lines(part)
    return (*found, *walk.close())


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
