"""The order in which one reads a page: from top to bottom, and column by column where there are white strips between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from pitchkit.offers.reading.printed.pieces import PageTable, Piece, TextLine, Word, make_lines

_BIN: Final = 2.0  # points
_NARROWEST: Final = 8.0  # points; a white strip between columns
_CROSSING: Final = 0.1  # of the lines; titles run over the columns
_LINES: Final = 8  # in each column; fewer are no columns
_LETTERS: Final = 20  # on a line of a column; fewer are labels in front of a text
_MARGIN: Final = 0.15  # of the width of the text; no column is narrower


def in_order(words: Sequence[Word], tables: Sequence[PageTable], page: int) -> tuple[list[Piece], int]:
    """Return the lines and tables of a page as one reads them, and the number of columns."""
    gutter = _find_gutter(words)
    lines = make_lines(words, page)
    right = _right_edge(lines)
    if gutter is None:
        pieces: list[Piece] = [replace(line, right=right) for line in lines]
        return sorted([*pieces, *tables], key=lambda piece: piece.top), 1
    found: list[Piece] = []
    columns = 2
    band: list[Word] = []
    everything: list[Piece] = [*lines, *tables]
    for piece in (*sorted(everything, key=lambda piece: piece.top), None):
        if isinstance(piece, TextLine) and not any(word.x0 < gutter < word.x1 for word in piece.words):
            band += piece.words
            continue
        for side in _sides(band, gutter):
            inner, count = in_order(side, (), page)
            found += inner
            columns = max(columns, 1 + count)
        band = []
        if piece is not None:
            found.append(replace(piece, right=right) if isinstance(piece, TextLine) else piece)
    return found, columns


def _sides(words: Sequence[Word], gutter: float) -> Iterator[list[Word]]:
    for is_left in (True, False):
        if side := [word for word in words if (word.x0 < gutter) == is_left]:
            yield side


def _right_edge(lines: Sequence[TextLine]) -> float:
    ends = sorted(line.x1 for line in lines)
    return ends[int(len(ends) * 0.9)] if ends else 0.0


def _find_gutter(words: Sequence[Word]) -> float | None:
    """Return where the widest white strip between two columns of text lies, None where there is none."""
    if len(words) < 4 * _LINES:
        return None
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    covered = [0] * (int((right - left) / _BIN) + 2)
    for word in words:
        for index in range(int((word.x0 - left) / _BIN), int((word.x1 - left) / _BIN) + 1):
            covered[index] += 1
    most = max(1, int(_CROSSING * len({round(word.bottom / 4) for word in words})))
    best: tuple[int, int] | None = None
    start = None
    margin = _MARGIN * (right - left) / _BIN
    for index, count in enumerate((*covered, most + 1)):
        if count <= most and start is None:
            start = index
        elif count > most and start is not None:
            width = index - start
            if (
                margin < (start + index) / 2 < len(covered) - margin
                and width * _BIN >= _NARROWEST
                and (best is None or width > best[0])
            ):
                best = (width, start)
            start = None
    if best is None:
        return None
    gutter = left + (best[1] + best[0] / 2) * _BIN
    return gutter if all(_is_column(side) for side in _both(words, gutter)) else None


def _both(words: Sequence[Word], gutter: float) -> tuple[list[Word], list[Word]]:
    return [word for word in words if word.x1 <= gutter], [word for word in words if word.x0 >= gutter]


def _is_column(words: Sequence[Word]) -> bool:
    lines = make_lines(words, 0)
    return len(lines) >= _LINES and sum(len(line.text) for line in lines) / len(lines) >= _LETTERS
