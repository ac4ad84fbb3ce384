"""Heads and feet that come back on every page, page numbers, and the table of contents: left out, and told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.printed.pieces import Page, Piece, TextLine

_MARGIN: Final = 0.13  # of the height, above and below
_OUTER: Final = 3  # pieces from the edge; no head or foot has more lines
_LEAST: Final = 3  # pages
_NUMBER: Final = re.compile(
    r"(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:van|/|of)\s*\d{1,4})?", re.IGNORECASE
)
_RULE: Final = re.compile(r"[-–—=*~ ]{4,}")
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}\s*$|(?:…\s?){2,}\s*\d{1,4}\s*$")


def leave_out_running(pages: Sequence[Page], notes: Notes) -> None:
    """Take the heads and feet out of the pages."""
    counts = Counter(key for page in pages for key in {_key(piece) for piece in _outer(page)})
    least = max(_LEAST, len(pages) // 5)
    for page in pages:
        outer = _outer(page)
        gone = [piece for piece in outer if counts[_key(piece)] >= least or _is_page_number(piece)]
        for piece in gone:
            notes.add("paper-running-heads", piece.text)
        page.pieces = [
            piece for piece in page.pieces if not any(piece is one for one in gone) and not _RULE.fullmatch(piece.text)
        ]


def leave_out_contents(pages: Sequence[Page], notes: Notes) -> None:
    """Take the lines of a table of contents out of the pages: those that lead with dots to a page number, or end with one."""
    last = max((page.number for page in pages), default=0)
    for page in pages:
        leading = [piece for piece in page.pieces if isinstance(piece, TextLine) and _LEADER.search(piece.text)]
        gone = [*leading, *_numbered(page.pieces, last)]
        kept = [piece for piece in page.pieces if not any(piece is one for one in gone)]
        notes.add("paper-contents", count=len(page.pieces) - len(kept))
        page.pieces = kept


def _outer(page: Page) -> list[Piece]:
    above = [piece for piece in page.pieces if piece.bottom < _MARGIN * page.height][:_OUTER]
    below = [piece for piece in page.pieces if piece.top > (1 - _MARGIN) * page.height][-_OUTER:]
    return [*above, *(piece for piece in below if not any(piece is one for one in above))]


def _key(piece: Piece) -> str:
    """Return what a head or foot says, whatever the page number is, with about how high it stands."""
    return f"{round(piece.top / 12)} {re.sub(r'[0-9]+', '#', piece.text.casefold())}"


def _is_page_number(piece: Piece) -> bool:
    return isinstance(piece, TextLine) and bool(_NUMBER.fullmatch(piece.text.strip()))


def _numbered(pieces: Sequence[Piece], last: int) -> Iterator[Piece]:
    """Yield lines in a row, three or more, that end in a page number behind a gap, each no lower than the one before."""
    run: list[TextLine] = []
    for piece in (*pieces, None):
        number = _page_at_end(piece)
        if number and number <= last and (not run or number >= _page_at_end(run[-1])) and isinstance(piece, TextLine):
            run.append(piece)
            continue
        if len(run) >= _LEAST:
            yield from run
        run = []


def _page_at_end(piece: Piece | None) -> int:
    if not isinstance(piece, TextLine):
        return 0
    parts = piece.parts()
    words = parts[-1]
    return int(words[0].text) if len(parts) > 1 and len(words) == 1 and re.fullmatch(r"\d{1,3}", words[0].text) else 0
