"""How wide the columns of a table are: no word broken, figures on one line, the rest by how much there is to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

PADDING: Final = 200  # twips left and right of the words in a cell, together
LONGEST_FIGURE: Final = 24  # letters; longer is no figure, and may be broken
LONGEST_NAME: Final = 18  # letters; a column of nothing longer, such as dates, stays on one line where that fits
LONGEST_DATE: Final = 10  # letters; what stays on one line in a table of many columns
MOST_FOR_NAMES: Final = 0.85  # of the table; what is left keeps the other columns readable
MOST_FOR_DATES: Final = 0.92
_BREAKS: Final = re.compile(r"[ \t\n/]|(?<=[-\u2010\u2013])")
_EM: Final = 190  # twips of one em in a table of 9.5 pt
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-\u2019\u00a0 ")
_LETTERS: Final = {
    "calibri": 1.0, "carlito": 1.0, "cambria": 1.06, "times new roman": 0.98, "garamond": 0.95, "aptos": 1.07, "arial": 1.1,
    "helvetica": 1.1, "segoe ui": 1.12, "tahoma": 1.12, "open sans": 1.16, "verdana": 1.3, "georgia": 1.1,
}  # fmt: skip
_WIDE: Final = frozenset("mwMW@%\u20ac")


@dataclass(frozen=True, slots=True)
class Column:
    """The words of one column; figures are aligned to the right."""

    head: str
    cells: tuple[str, ...]
    figures: bool


def column_widths(columns: tuple[Column, ...], total: int, letter_width: float) -> tuple[int, ...]:
    """Return the width of each column in twips; together they are exactly `total`."""
    for longest, most in ((LONGEST_NAME, MOST_FOR_NAMES), (LONGEST_DATE, MOST_FOR_DATES), (0, 1.0)):
        least = [_least(column, letter_width, longest) for column in columns]
        if sum(least) <= total * most:
            break
    wished = [max(low, _wished(column, letter_width)) for low, column in zip(least, columns, strict=True)]
    if sum(least) >= total:
        return _exactly(total, [total * low / sum(least) for low in least])
    if sum(wished) <= total:
        return _exactly(total, _spread(total - sum(wished), wished, columns))
    room = total - sum(least)
    wants = [(wish - low) ** 0.75 for wish, low in zip(wished, least, strict=True)]  # a long text does not take it all
    shares = _shares(room, wants, [wish - low for wish, low in zip(wished, least, strict=True)])
    return _exactly(total, [low + share for low, share in zip(least, shares, strict=True)])


def relative_width(font: str) -> float:
    """Return how wide the letters of a font are, Calibri being 1."""
    return _LETTERS.get(font.lower(), 1.15)


def text_width(text: str, letter_width: float) -> int:
    """Return about how wide the words are in a table, in twips."""
    ems = sum(_letter(letter) for letter in text)
    return round(ems * _EM * letter_width)


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.3
    if letter in _WIDE:
        return 0.8
    return 0.62 if letter.isupper() else 0.52


def _least(column: Column, letter_width: float, longest: int) -> int:
    """Return the width that breaks no word, and no figure; no cell either of a column without one of over `longest` letters."""
    words = [word for text in (column.head, *column.cells) for word in _BREAKS.split(text)]
    if column.figures:
        words += [cell for cell in column.cells if len(cell) <= LONGEST_FIGURE]
    elif all(len(cell) <= longest for cell in column.cells):
        words += column.cells
    return max(text_width(word, letter_width * 1.08) for word in words) + PADDING


def _wished(column: Column, letter_width: float) -> int:
    """Return the width that puts every cell on one line."""
    texts = (line for text in (column.head, *column.cells) for line in text.split("\n"))
    return max(text_width(line, letter_width * 1.05) for line in texts) + PADDING


def _spread(left_over: int, widths: list[int], columns: tuple[Column, ...]) -> list[float]:
    """Return the widths with what is left over given to the columns of words, if there are any."""
    takers = [0 if column.figures else width for width, column in zip(widths, columns, strict=True)]
    takers = takers if any(takers) else widths
    return [width + left_over * taker / sum(takers) for width, taker in zip(widths, takers, strict=True)]


def _shares(room: float, wants: list[float], most: list[int]) -> list[float]:
    """Return the room divided by want, nobody getting more than `most`."""
    shares = [0.0] * len(wants)
    open_places = [place for place, want in enumerate(wants) if want > 0]
    while open_places:
        whole = sum(wants[place] for place in open_places)
        full = [place for place in open_places if room * wants[place] / whole >= most[place]]
        if not full:
            for place in open_places:
                shares[place] = room * wants[place] / whole
            break
        for place in full:
            shares[place] = most[place]
        room -= sum(most[place] for place in full)
        open_places = [place for place in open_places if place not in full]
    return shares


def _exactly(total: int, widths: list[float]) -> tuple[int, ...]:
    """Return whole twips that add up to the total; what rounding leaves goes to the widest column."""
    whole = [max(1, int(width)) for width in widths]
    whole[whole.index(max(whole))] += total - sum(whole)
    return tuple(whole)
