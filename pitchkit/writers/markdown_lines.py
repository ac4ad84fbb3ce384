"""One line of the tree as Markdown that reads well as it stands: only what would be taken for markup is escaped.

A line break is a backslash at the end of the line. An open field is its label in brackets, and reads back as text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from typing import assert_never

from pitchkit.document import Emphasis, EntryMark, Inline, Inlines, LineBreak, Link, NoteMark, OpenField, Strong, Text
from pitchkit.normal_form import normal, trimmed
from pitchkit.outline import TO_FILL_IN, open_field_text

_MARKUP = r"""
      [\\`*~]                                           # always
    | _(?![^\W_]) | (?<![^\W_])_                        # not in the middle of a word
    | <(?=[A-Za-z/!?])                                  # a tag or an address
    | &(?=\#[0-9xX] | [A-Za-z][A-Za-z0-9]*;)            # a named or numbered character
    | \{(?=[?+-])                                       # the reader's own marks
    | !(?=\[) | \[(?=\^) | (?<=\])\(                    # pictures, notes, links
    """
_IN_TEXT = re.compile(_MARKUP, re.VERBOSE)
_IN_LINK = re.compile(rf"[\[\]] | {_MARKUP}", re.VERBOSE)
_LINE_START = re.compile(r"[-+](?=\s|$)|-{2,}\s*$|\#{1,6}(?=\s|$)|>|:{3}|\[[ xX]\](?=\s|$)")
_NUMBER_AT_START = re.compile(r"\d{1,9}(?=[.)](\s|$))")
_UNDERLINE = re.compile(r"=+\s*$|[-:|\s]+$")  # under another line: a heading or a table
_PLAIN_ADDRESS = re.compile(r"[^\s<>()\\\x00-\x20\x7f]+")


class _Kind(Enum):
    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    RAW = auto()


@dataclass(slots=True)
class _Piece:
    kind: _Kind
    text: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What the writer puts in the place of marks: the number of each note by its label, and words for an open field."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    to_fill_in: str = TO_FILL_IN


def write_lines(inlines: Inlines, terms: Terms) -> list[str]:
    """Return the lines of a paragraph, safe at the start of a line."""
    lines = _write(inlines, terms).split("\n")
    lines = [_guarded(line, is_first=number == 0) for number, line in enumerate(lines)]
    if any(line.startswith("[") for line in lines):
        lines = [line.replace("]:", "]\\:") for line in lines]  # not the definition of a link or a note
    return lines if lines != [""] else []


def write_single_line(inlines: Inlines, terms: Terms) -> str:
    """Return a heading or a cell, which has one line: a line break becomes a space."""
    return _write(tuple(_without_breaks(inlines)), terms)


def write_picture(path: str, alt: str) -> str:
    """Return an image."""
    return f"![{_escaped(alt, in_link=True)}]({_address(path)})"


def _write(inlines: Inlines, terms: Terms) -> str:
    pieces: list[_Piece] = []
    _collect(trimmed(normal(_visible(inlines))), terms, pieces, in_link=False)
    _choose_delimiters(pieces)
    for place, piece in enumerate(pieces):
        if piece.kind is _Kind.OPEN:
            _fit(pieces, place, inner=place + 1, outer=place - 1)
        elif piece.kind is _Kind.CLOSE:
            _fit(pieces, place, inner=place - 1, outer=place + 1)
    _part_brackets(pieces)
    return "".join(piece.text for piece in pieces)


def _visible(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link):
            yield replace(inline, content=tuple(_visible(inline.content)))
        elif not isinstance(inline, EntryMark):
            yield inline


def _without_breaks(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link):
            yield replace(inline, content=tuple(_without_breaks(inline.content)))
        else:
            yield Text(" ") if isinstance(inline, LineBreak) else inline


# --- pieces ------------------------------------------------------------------------------------------------------


def _collect(inlines: Inlines, terms: Terms, pieces: list[_Piece], *, in_link: bool) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                pieces.append(_Piece(_Kind.TEXT, _escaped(text, in_link=in_link)))
            case Strong(content):
                pieces.append(_Piece(_Kind.OPEN, "**"))
                _collect(content, terms, pieces, in_link=in_link)
                pieces.append(_Piece(_Kind.CLOSE, "**"))
            case Emphasis(content):
                pieces.append(_Piece(_Kind.OPEN, "*"))
                _collect(content, terms, pieces, in_link=in_link)
                pieces.append(_Piece(_Kind.CLOSE, "*"))
            case Link(url, content):
                pieces.append(_Piece(_Kind.RAW, "["))
                _collect(content, terms, pieces, in_link=True)
                pieces.append(_Piece(_Kind.RAW, f"]({_address(url)})"))
            case OpenField(_, label):
                pieces.append(_Piece(_Kind.RAW, _escaped(open_field_text(label, terms.to_fill_in), in_link=False)))
            case NoteMark(label):
                pieces.append(_Piece(_Kind.RAW, f"[^{terms.numbers[label]}]"))
            case LineBreak():
                pieces.append(_Piece(_Kind.RAW, "\\\n"))
            case EntryMark():
                pass
            case _:
                assert_never(inline)


def _escaped(text: str, *, in_link: bool) -> str:
    return (_IN_LINK if in_link else _IN_TEXT).sub(r"\\\g<0>", text)


def _address(url: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(url):
        return url.replace("&", "\\&") if re.search(r"&[#\w]+;", url) else url
    return "<" + re.sub(r"[<>\\&]", r"\\\g<0>", url) + ">"


# --- emphasis: what stands on both sides of a delimiter decides whether it is one --------------------------------


def _choose_delimiters(pieces: list[_Piece]) -> None:
    """Give emphasis that touches other markup a delimiter of its own."""
    opened: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.kind is _Kind.OPEN:
            opened.append(place)
        elif piece.kind is _Kind.CLOSE and (start := opened.pop()) >= 0 and piece.text == "*":
            around = {near for end in (start, place) for near in (end - 1, end + 1) if 0 <= near < len(pieces)}
            if any(pieces[near].kind in {_Kind.OPEN, _Kind.CLOSE} for near in around):
                pieces[start].text = piece.text = "_"


def _fit(pieces: list[_Piece], place: int, inner: int, outer: int) -> None:
    """Write a character next to a delimiter as a number where the delimiter would otherwise be taken for text."""
    inner_side, outer_side = (0, -1) if inner > place else (-1, 0)
    inside = pieces[inner]
    if inside.kind is _Kind.TEXT and inside.text[inner_side].isspace():
        _number(inside, inner_side)
    is_letter = unicodedata.category(inside.text[inner_side])[0] in "LN"
    if (is_letter and pieces[place].text != "_") or not 0 <= outer < len(pieces):
        return
    outside = pieces[outer]
    char = outside.text[outer_side]
    if outside.kind is _Kind.TEXT and not char.isspace() and not (char.isascii() and char.isprintable() and not char.isalnum()):
        _number(outside, outer_side)


def _number(piece: _Piece, side: int) -> None:
    """Write the character on one side as its number; an underscore next to it is then no longer in the middle of a word."""
    text = piece.text
    numbered = f"&#{ord(text[side])};"
    if side == 0:
        piece.text = numbered + ("\\" if text[1:].startswith("_") else "") + text[1:]
    else:
        rest = text[:-1]
        piece.text = (rest[:-1] + "\\_" if re.search(r"(?<!\\)_$", rest) else rest) + numbered


def _part_brackets(pieces: list[_Piece]) -> None:
    """Keep text from making a link or a picture of the brackets next to it."""
    for before, after in pairwise(pieces):
        if before.text.endswith("]") and after.kind is _Kind.TEXT and after.text.startswith("("):
            after.text = "\\" + after.text
        if before.kind is _Kind.TEXT and before.text.endswith("!") and after.text.startswith("["):
            before.text = before.text[:-1] + "\\!"


# --- the start of a line -----------------------------------------------------------------------------------------


def _guarded(line: str, *, is_first: bool) -> str:
    if number := _NUMBER_AT_START.match(line):
        return f"{number[0]}\\{line[number.end() :]}"
    if _LINE_START.match(line) or (not is_first and _UNDERLINE.match(line)):
        return "\\" + line
    return line
