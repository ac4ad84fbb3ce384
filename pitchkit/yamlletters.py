"""Where every letter of a text in YAML stands, whichever of the five ways it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pitchkit.yamlnodes import Node

_FOLD = re.compile(r"[ \t]*(?:\r\n|[\r\n])(?:[ \t]*(?:\r\n|[\r\n]))*[ \t]*")
_BREAK = re.compile(r"\r\n|[\r\n]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b"}
_ESCAPES |= {" ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_CONTINUED = re.compile(r"\\[ \t]*(?:\r\n|[\r\n])((?:[ \t]*(?:\r\n|[\r\n]))*)[ \t]*")
_HEADER = re.compile(r"([|>])([-+0-9]*)[^\r\n]*(?:\r\n|[\r\n])")


class Letter(NamedTuple):
    """One letter of a value, and from where to where it is written; an end of line takes the spaces around it along."""

    sign: str
    start: int
    end: int


def letters(text: str, node: Node | None) -> tuple[Letter, ...] | None:
    """Return the letters of the value that a node of a text has, or None where they cannot be told apart."""
    if node is None or not isinstance(node.value, str):
        return None
    start, end, style = node.start_mark.index, node.end_mark.index, getattr(node, "style", None)
    if style in ("|", ">"):
        every = (tuple(_of_block(text, start, end, indent, is_folded=style == ">")) for indent in _indents(text, start, end))
        readings = (one[: len(node.value)] for one in every)  # without the empty lines below it, which its sign does not count
        return next((one for one in readings if _says(one, node.value)), None)
    quote = style or ""
    found = tuple(_of_flow(text, start + len(quote), end - len(quote), quote))
    return found if _says(found, node.value) else None


def _says(letters: Iterable[Letter], value: str) -> bool:
    return "".join(letter.sign for letter in letters) == value


def _of_flow(text: str, start: int, end: int, style: str) -> Iterator[Letter]:
    at = start
    while at < end:
        if fold := _FOLD.match(text, at, end):
            yield from _folded(fold, at)
            at = fold.end()
        elif style == '"' and text[at] == "\\":
            continued = _CONTINUED.match(text, at, end)
            if continued:
                yield from (Letter("\n", at, continued.end()) for _ in _BREAK.findall(continued[1]))
                at = continued.end()
            else:
                escape = _ESCAPE.match(text, at, end)
                code = escape and (escape[1] or escape[2] or escape[3])
                after = escape.end() if escape else at + 1
                yield Letter(chr(int(code, 16)) if code else _ESCAPES.get(text[at + 1], ""), at, after)
                at = after
        else:
            width = 2 if style == "'" and text[at] == "'" else 1
            yield Letter(text[at], at, at + width)
            at += width


def _folded(fold: re.Match[str], at: int) -> Iterator[Letter]:
    breaks = len(_BREAK.findall(fold[0]))
    yield from (Letter(sign, at, fold.end()) for sign in (" " if breaks == 1 else "\n" * (breaks - 1)))


def _indents(text: str, start: int, end: int) -> Iterable[int]:
    """Return how far the lines of a block can be indented: as its first line is, or less where its sign has a number."""
    header = _HEADER.match(text, start)
    lines = _lines(text, header.end(), max(end, header.end())) if header else ()
    first = next((text[first:last] for first, last, _ in lines if text[first:last].strip(" ")), "")
    indent = len(first) - len(first.lstrip(" "))
    return range(indent, -1, -1) if header and header[2].strip("+-") else (indent,)


def _of_block(text: str, start: int, end: int, indent: int, *, is_folded: bool) -> Iterator[Letter]:
    header = _HEADER.match(text, start)
    if header is None:
        return
    lines = list(_lines(text, header.end(), max(end, header.end())))
    if not any(text[first:last].strip(" ") for first, last, _ in lines):
        yield from (Letter("\n", last, after) for _, last, after in lines)
        return
    previous = ""
    for number, (first, last, after) in enumerate(lines):
        begin = min(first + indent, last)
        body = text[begin:last]
        yield from (Letter(sign, begin + index, begin + index + 1) for index, sign in enumerate(body))
        following = next((text[a + indent : b] for a, b, _ in lines[number + 1 :] if text[a:b].strip(" ")), "")
        if is_folded and _joins(body, previous, following):
            next_line = lines[number + 1] if number + 1 < len(lines) else None
            if body and next_line and text[next_line[0] : next_line[1]].strip(" "):
                yield Letter(" ", last, min(next_line[0] + indent, next_line[1]))
            elif not body:
                yield Letter("\n", last, after)
        else:
            yield Letter("\n", last, after)
        previous = body or previous


def _joins(body: str, previous: str, following: str) -> bool:
    """Return whether the end of a line folds: neither side is indented further, and there is another side."""
    side = body or previous
    return bool(side and following) and side[0] not in " \t" and following[0] not in " \t"


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield where each line starts, where its signs end and where the next one starts."""
    at = start
    while at < end:
        found = _BREAK.search(text, at)
        last, after = (found.start(), found.end()) if found else (len(text), len(text))
        yield at, last, after
        at = after
        if not found:
            return
