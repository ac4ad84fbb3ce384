"""Dutch typography: what people type on a keyboard becomes what belongs in print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ELLIPSIS = re.compile(r"\.\.\.")
_EURO = re.compile(r"€ ?(?=\d)")
_QUOTE = re.compile("[\"']")
_SHORTENED = re.compile(r"(?:[stnkmr]|ns|em)(?![^\W_])(?!')|\d\d(?!\d)", re.IGNORECASE)  # 's avonds, 't, zo gaat 'n dag, '80
_BEFORE_WORDS = "([{<“‘„«–—/-"
_KEPT = "\ufffc"  # stands for a character that was escaped: it counts as a letter, and is left alone


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within one line; `kept` text is looked at but never changed."""

    text: str
    kept: bool = False


def typeset(text: str) -> str:
    """Return a text with Dutch quotation marks, apostrophes, ellipses and amounts; doing it twice changes nothing."""
    return typeset_pieces([Piece(text)])[0]


def typeset_pieces(pieces: Sequence[Piece]) -> list[str]:
    """Return the texts of the pieces of one line, each typeset with an eye to its neighbours."""
    cells = [char for piece in pieces for char in piece.text]
    shown = "".join(_masked(piece) for piece in pieces)
    _set_ellipses(shown, cells)
    _set_amounts(shown, cells)
    _set_quotes(shown, cells)
    texts, start = [], 0
    for piece in pieces:
        end = start + len(piece.text)
        texts.append(piece.text if piece.kept else "".join(cells[start:end]))
        start = end
    return texts


def _masked(piece: Piece) -> str:
    return re.sub(r"[\"'.€]", _KEPT, piece.text) if piece.kept else piece.text


def _set_ellipses(shown: str, cells: list[str]) -> None:
    for found in _ELLIPSIS.finditer(shown):
        cells[found.start() : found.end()] = ["…", "", ""]


def _set_amounts(shown: str, cells: list[str]) -> None:
    for found in _EURO.finditer(shown):
        cells[found.start() : found.end()] = ["€\u00a0", ""][: found.end() - found.start()]


def _set_quotes(shown: str, cells: list[str]) -> None:
    is_open = False
    for found in _QUOTE.finditer(shown):
        place = found.start()
        if found[0] == '"':
            is_open = _opens(shown, cells, place) and not (is_open and shown[place - 1] in "-/")
            cells[place] = "“" if is_open else "”"
        else:
            cells[place] = "’" if _is_apostrophe(shown, place) or not _opens(shown, cells, place) else "‘"


def _opens(shown: str, cells: list[str], place: int) -> bool:
    """Return whether a quotation mark stands before the words it belongs to."""
    if place + 1 == len(shown) or shown[place + 1].isspace():
        return False
    before = cells[place - 1] if place else " "
    return before.isspace() or before in _BEFORE_WORDS


def _is_apostrophe(shown: str, place: int) -> bool:
    follows_a_word = place > 0 and shown[place - 1].isalnum()
    return follows_a_word or _SHORTENED.match(shown, place + 1) is not None
