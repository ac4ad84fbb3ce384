"""Tables with lines round their cells, as pdfplumber finds them: what a merged cell covers gets its words too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pitchkit.offers.reading.printed.joining import join_lines
from pitchkit.offers.reading.printed.pieces import PageTable, TableCell, TextLine, Word, make_lines

Box = tuple[float, float, float, float]
_NEAR: Final = 2.5  # points; edges of cells are seldom exactly above each other


def make_table(found: Any, words: Sequence[Word], page: int) -> tuple[PageTable, list[Box]] | None:  # noqa: ANN401 - pdfplumber has no types
    """Return a table and the boxes whose words it took; None for a frame round a text, and for a drawing."""
    boxes: list[Box] = sorted({(float(a), float(b), float(c), float(d)) for a, b, c, d in found.cells if c - a > 3 and d - b > 3})  # noqa: PLR2004 - points
    lefts, tops = _edges([box[0] for box in boxes]), _edges([box[1] for box in boxes])
    if len(lefts) < 2 or not tops:  # noqa: PLR2004 - one column is a frame
        return None
    said = {box: _words_in(box, words) for box in boxes}
    if sum(bool(inside) for inside in said.values()) < 2:  # noqa: PLR2004 - with words in one cell it says nothing as a table
        return None
    rows = tuple(_row(index, tops, lefts, boxes, said, page) for index in range(len(tops)))
    rows = tuple(row for row in rows if row)
    if len(rows) > 2 and 2 * sum(len({cell.origin for cell in row}) == 1 for row in rows) > len(rows):  # noqa: PLR2004 - rows
        return None  # shades behind the lines of a text
    bottom = max(box[3] for box in boxes)
    return PageTable(page, tops[0], bottom, tuple(lefts), rows), boxes


def _edges(places: Sequence[float]) -> list[float]:
    """Return the places without those that are nearly the same as the one before."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _words_in(box: Box, words: Sequence[Word]) -> list[Word]:
    return [
        word
        for word in words
        if box[0] - 1 <= (word.x0 + word.x1) / 2 <= box[2] + 1 and box[1] - 1 <= (word.top + word.bottom) / 2 <= box[3] + 1
    ]


def _row(  # noqa: PLR0913, PLR0917 - a table is all of these
    index: int, tops: Sequence[float], lefts: Sequence[float], boxes: Sequence[Box], said: dict[Box, list[Word]], page: int
) -> tuple[TableCell, ...]:
    cells: list[TableCell] = []
    for column, left in enumerate(lefts):
        y, x = tops[index] + _NEAR + 0.5, left + _NEAR + 0.5
        box = next((box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
        if box is None:
            continue
        origin = (_nearest(tops, box[1]), _nearest(lefts, box[0]))
        lines = make_lines(said[box], page)
        text = _cell_text(lines, box)
        cells.append(
            TableCell(text, column, origin != (index, column), origin, bool(lines) and all(line.is_bold for line in lines))
        )
    return tuple(cells)


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _cell_text(lines: Sequence[TextLine], box: Box) -> str:
    """Return the lines of a cell as text; a line that stopped well before the edge was stopped on purpose."""
    text, before = "", None
    for line in lines:
        if before is None:
            text = line.text
        elif before.x1 + line.words[0].x1 - line.words[0].x0 + line.size < box[2] - 4 and not line.text[:1].islower():
            text += "\n" + line.text
        else:
            text = join_lines(text, line.text).text
        before = line
    return text
