"""What stands on a page of a PDF: words, lines of words, and tables, with where they are. Sizes and places are in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

_SAME_LINE: Final = 0.4  # of the height of a letter
_GAP: Final = 2.2  # letter heights between two words; a blank is a quarter of one


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; `top` and `bottom` count from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words beside each other. `right` is where its column ends: what stops well before it was stopped on purpose."""

    page: int
    words: tuple[Word, ...]
    right: float = 0.0

    @property
    def text(self) -> str:
        """The words with a blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Where it begins from above."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Where it ends from above."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size that most of its letters have, to half a point."""
        sizes: dict[float, int] = {}
        for word in self.words:
            size = round(word.size * 2) / 2
            sizes[size] = sizes.get(size, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def is_bold(self) -> bool:
        """Whether all words that have a letter are bold."""
        letters = [word for word in self.words if any(sign.isalnum() for sign in word.text)]
        return bool(letters) and all(word.is_bold for word in letters)

    def parts(self) -> list[tuple[Word, ...]]:
        """Return the words in groups with a wide gap between them."""
        groups: list[list[Word]] = [[self.words[0]]]
        for word in self.words[1:]:
            last = groups[-1][-1]
            if word.x0 - last.x1 > _GAP * max(word.size, last.size):
                groups.append([])
            groups[-1].append(word)
        return [tuple(group) for group in groups]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: the columns it covers are those between `x0` and `x1`."""

    text: str
    column: int
    is_merged: bool
    origin: tuple[int, int]
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page, row by row; `is_guess` says that there are no lines round its cells."""

    page: int
    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    is_guess: bool = False

    @property
    def text(self) -> str:
        """All that it says, to compare it with another one."""
        return " ".join(cell.text for row in self.rows for cell in row if not cell.is_merged)


Piece = TextLine | PageTable


@dataclass(slots=True)
class Page:
    """A page: its pieces in reading order, and what is odd about it."""

    number: int
    height: float
    pieces: list[Piece] = field(default_factory=list)
    is_scanned: bool = False
    is_recognised: bool = False
    is_garbled: bool = False
    has_turned_text: bool = False
    columns: int = 1


def make_lines(words: Iterable[Word], page: int) -> list[TextLine]:
    """Return words as lines, from top to bottom, each from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.x0)):
        for line in reversed(lines[-3:]):
            near = abs(line[0].bottom - word.bottom) <= _SAME_LINE * max(word.size, 4)
            if near or _is_raised(line[0], word) or _is_raised(word, line[-1]):
                line.append(word)
                break
        else:
            lines.append([word])
    made = [TextLine(page, tuple(sorted(line, key=lambda one: one.x0))) for line in lines]
    return sorted(made, key=lambda line: (line.top, line.x0))


def _is_raised(first: Word, word: Word) -> bool:
    """Return whether a small word stands a little above or below the line, as a mark of a footnote does."""
    middle = (word.top + word.bottom) / 2
    return word.size < 0.8 * first.size and first.top <= middle <= first.bottom


def median(numbers: Sequence[float], otherwise: float = 0.0) -> float:
    """Return the middle one."""
    return sorted(numbers)[len(numbers) // 2] if numbers else otherwise


def walk_lines(pieces: Iterable[Piece]) -> Iterator[TextLine]:
    """Yield the pieces that are lines."""
    return (piece for piece in pieces if isinstance(piece, TextLine))
