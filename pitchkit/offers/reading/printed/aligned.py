"""Tables without lines: rows whose parts begin above each other. What is made of them stays a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pitchkit.offers.reading.printed.joining import join_lines
from pitchkit.offers.reading.printed.pieces import PageTable, Piece, TableCell, TextLine, Word
from pitchkit.offers.reading.typed_numbers import is_number_only

_NEAR: Final = 7.0  # points between the starts of parts that stand in one column
_CLOSE: Final = 0.6  # letter heights between the lines of one cell
_BULLETS: Final = frozenset("•▪-–—o○●■◦➢✓☐☒→*·‣⁃")


def parts_of(line: TextLine) -> list[tuple[Word, ...]]:
    """Return the parts of a line between wide gaps; the number or bullet of an item is no part of its own."""
    parts = line.parts()
    if len(parts) == 2:  # noqa: PLR2004 - a mark and a text
        first = " ".join(word.text for word in parts[0])
        if first in _BULLETS or is_number_only(first):
            return [line.words]
    return parts


def find_aligned(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, lines that stand in columns put together as a table."""
    position = 0
    while position < len(pieces):
        run = _run(pieces, position)
        rows = sum(len(parts_of(line)) > 1 for line in run)
        if rows > 1:
            yield _make(run)
            position += len(run)
        else:
            yield pieces[position]
            position += 1


def _run(pieces: Sequence[Piece], start: int) -> list[TextLine]:
    """Return the lines from here on that stand in the columns of the first one."""
    first = pieces[start]
    if not isinstance(first, TextLine) or len(parts_of(first)) < 2:  # noqa: PLR2004 - columns begin at two
        return []
    columns = [part[0].x0 for part in parts_of(first)]
    run = [first]
    for piece in pieces[start + 1 :]:
        if not isinstance(piece, TextLine) or piece.top - run[-1].bottom > 3 * first.size or abs(piece.size - first.size) > 1:
            break
        starts = [part[0].x0 for part in parts_of(piece)]
        if not all(any(abs(start - column) <= _NEAR for column in columns) for start in starts):
            break
        if len(starts) == 1 and (starts[0] < columns[1] - _NEAR or piece.top - run[-1].bottom > _CLOSE * first.size):
            break
        run.append(piece)
    return run


def _make(run: Sequence[TextLine]) -> PageTable:
    columns = [part[0].x0 for part in parts_of(run[0])]
    rows: list[list[TableCell]] = []
    for line in run:
        parts = {_column(part[0].x0, columns): part for part in parts_of(line)}
        if len(parts) == 1 and 0 not in parts and rows:
            for column, part in parts.items():
                cell = rows[-1][column]
                rows[-1][column] = replace(cell, text=join_lines(cell.text, _said(part)).text.strip())
            continue
        rows.append(
            [
                TableCell(_said(parts.get(column, ())), column, False, (len(rows), column), line.is_bold)
                for column in range(len(columns))
            ]
        )
    return PageTable(run[0].page, run[0].top, run[-1].bottom, tuple(columns), tuple(tuple(row) for row in rows), is_guess=True)


def _column(place: float, columns: Sequence[float]) -> int:
    return min(range(len(columns)), key=lambda column: abs(columns[column] - place))


def _said(part: Sequence[Word]) -> str:
    return " ".join(word.text for word in part)
