"""One text as it should be typed: quotation marks, apostrophes, ellipses, amounts, dashes and spaces, sign by sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pitchkit.typesetting import Piece, typeset_pieces

_SUSPECT = re.compile(r"[\"'‘\t]|\.\.\.|€ ?\d| - |\S {2}| $| \n", re.MULTILINE)
_KEPT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}"  # looked up in the profile
    r"|`+[^`]*`+|\]\([^)\s]*\)|<[^<>\s]+>|https?://\S+|\\."  # code, addresses, what was escaped
    r"|^\s*[-|: ]*-{3}[-|: ]*$",  # the rule of a table
    re.DOTALL | re.MULTILINE,
)
_DASH = re.compile(r"(?<=[\w.,;:!?)”’\"'%…]) (-) (?=[\w(“‘\"'€])")
_RANGE = re.compile(r"(?<=\d) - (?=\d)")
_SPACES = re.compile(r"(?<=\S)[ \t]*(?: {2}|\t)[ \t]*(?=\S)")
_ITEM = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])(?:\s+|$)|\|.*|#+\s+)?")
_ROW = re.compile(r"^\s*\|.*", re.MULTILINE)
_END = re.compile(r"[ \t]+$", re.MULTILINE)
_HARD_BREAK = re.compile(r" {2,}\n[^\n]*\S")
_COMPOSED = re.compile(r"[^\W_][\u0300-\u036f]+")
_ADDRESS = re.compile(r"https?://\S*$")
_OPENING = ("“", "„")
_WIDEST = 25
_WORD_BEFORE = re.compile(r"\S*\Z")
_WORD_AFTER = re.compile(rf"\S{{0,{_WIDEST}}}")
_TURNED = re.compile(r"(?<!\w)‘(?=[stnkmr](?!\w|’))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextChange:
    """What should stand in a text from `start` to `end`, and the code of the reason."""

    start: int
    end: int
    new: str
    code: str


def text_changes(text: str, *, is_dutch: bool = True) -> tuple[TextChange, ...]:
    """Return what should change in a Markdown text, in its order; nothing in lookups, addresses and code."""
    if not _SUSPECT.search(text):
        return ()
    shown = _shown(text)
    wanted: dict[int, tuple[str, str]] = dict(_typeset(text, shown))
    for alone in tuple(_alone(shown, wanted)):
        del wanted[alone]
    if is_dutch:
        wanted |= {found.start(1): ("–", "typography-dash") for found in _DASH.finditer(shown) if not _is_range(shown, found)}
    wanted |= {found.start(): ("’", "typography-quotes") for found in _TURNED.finditer(shown)}
    for at, sign, code in _spaces(shown):
        wanted.setdefault(at, (sign, code))
    return tuple(_joined(text, wanted))


def lone_marks(text: str) -> tuple[int, ...]:
    """Return where straight quotation marks close what nothing opened: only who wrote the text knows what is quoted."""
    if '"' not in text:
        return ()
    shown = _shown(text)
    return tuple(_alone(shown, dict(_typeset(text, shown))))


def accents(text: str) -> Iterator[TextChange]:
    """Yield the letters whose accent is a sign of its own, but those in addresses."""
    if unicodedata.is_normalized("NFC", text):
        return
    for found in _COMPOSED.finditer(text):
        new = unicodedata.normalize("NFC", found[0])
        if new != found[0] and not _ADDRESS.search(text[text.rfind("\n", 0, found.start()) + 1 : found.start()]):
            yield TextChange(found.start(), found.end(), new, "typography-unicode")


def apply(text: str, changes: tuple[TextChange, ...]) -> str:
    """Return a text after changes that do not overlap."""
    for one in sorted(changes, key=lambda change: -change.start):
        text = text[: one.start] + one.new + text[one.end :]
    return text


def around(text: str, one: TextChange, every: Sequence[TextChange]) -> tuple[str, str]:
    """Return the words that hold a change, as they are and as they will be."""
    before = _WORD_BEFORE.search(text, max(0, one.start - _WIDEST), one.start)
    after = _WORD_AFTER.match(text, one.end)
    start, end = before.start() if before else one.start, after.end() if after else one.end
    within = (other for other in every if start <= other.start and other.end <= end)
    moved = tuple(TextChange(other.start - start, other.end - start, other.new, other.code) for other in within)
    return text[start:end], apply(text[start:end], moved)


def _shown(text: str) -> str:
    """Return a text with a sign that stands for nothing in place of lookups, addresses and code."""
    kept = [False] * len(text)
    for found in _KEPT.finditer(text):
        kept[found.start() : found.end()] = [True] * len(found[0])
    return "".join("\ufffc" if is_kept else sign for sign, is_kept in zip(text, kept, strict=True))


def _alone(shown: str, wanted: Mapping[int, tuple[str, str]]) -> Iterator[int]:
    still_open = 0
    for at, sign in enumerate(shown):
        printed = wanted[at][0] if at in wanted else sign
        if printed in _OPENING:
            still_open += 1
        elif printed == "”" and still_open:
            still_open -= 1
        elif printed == "”" and sign == '"':
            yield at


def _typeset(text: str, shown: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the signs that a document prints otherwise than they are typed, as the reader of Markdown does it."""
    cells = _ROW.sub(lambda row: row[0].replace("|", " "), text)  # what stands behind the side of a cell begins a word
    pieces = [_piece(sign, text[place], cells[place]) for place, sign in enumerate(shown)]
    for place, (piece, new) in enumerate(zip(pieces, typeset_pieces(pieces), strict=True)):
        if not piece.kept and new != piece.text:
            code = "quotes" if piece.text in "\"'" else "ellipsis" if piece.text == "." else "euro"
            yield place, (new, f"typography-{code}")


def _piece(shown: str, sign: str, cell: str) -> Piece:
    if shown != sign:
        return Piece("x", kept=True)
    if cell != sign:
        return Piece(" ", kept=True)
    if sign in "*_~":  # marks of emphasis: what stands behind them begins a word
        return Piece("", kept=True)
    return Piece(" ", kept=True) if sign in "\n\t" else Piece(sign)


def _is_range(shown: str, found: re.Match[str]) -> bool:
    return _RANGE.match(shown, found.start()) is not None


def _spaces(shown: str) -> Iterator[tuple[int, str, str]]:
    """Yield the spaces and tabs that nobody sees, or that somebody sees as a hole."""
    start = 0
    for line in shown.splitlines(keepends=True):
        lead = _ITEM.match(line)
        for found in _SPACES.finditer(line, lead.end() if lead else 0):
            code = "typography-tab" if "\t" in found[0] else "typography-space"
            yield start + found.start(), " ", code
            yield from ((start + at, "", code) for at in range(found.start() + 1, found.end()))
        start += len(line)
    for found in _END.finditer(shown):
        if not _HARD_BREAK.match(shown, found.start()):
            yield from ((at, "", "typography-trailing-space") for at in range(found.start(), found.end()))


def _joined(text: str, wanted: dict[int, tuple[str, str]]) -> Iterator[TextChange]:
    """Yield changes of signs that stand side by side, for one reason, as one."""
    places = sorted(at for at, (new, _) in wanted.items() if new != text[at])
    for _, group in groupby(enumerate(places), key=lambda pair: (pair[1] - pair[0], wanted[pair[1]][1])):
        run = [at for _, at in group]
        yield TextChange(run[0], run[-1] + 1, "".join(wanted[at][0] for at in run), wanted[run[0]][1])
