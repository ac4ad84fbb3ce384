"""An entry as a Markdown page: a short header, the title as its heading, the text below it. Read as if it stood in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Diagnostic, Location, place, problem
from pitchkit.signs import CONFLICT, forbidden_signs
from pitchkit.suggesting import as_id
from pitchkit.yamlsource import Data, Step, YamlFile

ENDING = ".md"
_SHORT = ("kort", "korte tekst")
"""The headings of the short text."""

_FENCE = "---"
_LIKE_FENCE = re.compile(r"^(?:-{2,}|-*[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*)\s*$")
"""What a program makes of three dashes that likes them long, and what has too few or too many."""
_FIELD = re.compile(r"^[a-z_]+:(?:\s|$)")
_NOT_PAGES = ("leesmij.md", "readme.md")
_HEADING = re.compile(r"^(#{1,3})\s+(.*?)\s*#*\s*$")
_READER = re.compile(r"^voor\s+(?:de\s+)?(.+)$", re.IGNORECASE)
_CODE = re.compile(r"^ {0,3}(```|~~~)")

Steps = tuple[Step, ...]


@dataclass(frozen=True)
class _Piece:
    """A text of the page and where it begins: line and column from 1."""

    value: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class EntryPage(YamlFile):
    """A Markdown page as a list of one entry; `head` is its header, `pieces` are its texts by the keys that lead to them."""

    head: YamlFile
    pieces: dict[Steps, _Piece]

    def locate(self, steps: Steps) -> Location:
        """Return the place of a value, in the header or below it."""
        rest = steps[1:]
        while rest:
            inside = [piece for key, piece in self.pieces.items() if key[: len(rest)] == rest]
            if inside:
                return self._place(inside[0])
            if self.head.says(rest):
                return self.head.locate(rest)
            rest = rest[:-1]
        return Location(self.path, 1, 1)

    def locate_key(self, steps: Steps) -> Location:
        """Return the place of a key of the header, or of the text that the keys lead to."""
        rest = steps[1:]
        return self.head.locate_key(rest) if rest and self.head.says(rest) else self.locate(steps)

    def lines_of(self, steps: Steps) -> tuple[int, int]:
        """Return the first line of the page or of a text in it, and the first line after it."""
        piece = self.pieces.get(steps[1:])
        if piece is not None:
            return piece.line, piece.line + piece.value.count("\n") + 1
        return (1, len(self.text.split("\n")) + 1) if len(steps) < 2 else self.head.lines_of(steps[1:])  # noqa: PLR2004 - the entry itself

    def line_of_text(self, steps: Steps, line: int) -> Location:
        """Return the place of line `line` (from 0) within a text."""
        piece = self.pieces.get(steps[1:])
        return Location(self.path, piece.line + line, 1) if piece and line else self.locate(steps)

    def locate_in_text(self, steps: Steps, at: int) -> Location:
        """Return the place of a character (from 0) of a text."""
        piece = self.pieces.get(steps[1:])
        if piece is None:
            return self.head.locate_in_text(steps[1:], at) if self.head.says(steps[1:]) else self.locate(steps)
        before = piece.value[:at]
        lines = before.count("\n")
        column = at - before.rfind("\n") if lines else piece.column + at
        return Location(self.path, piece.line + lines, column)

    def _place(self, piece: _Piece) -> Location:
        return Location(self.path, piece.line, piece.column)


def is_page(path: Path) -> bool:
    """Return whether a file is an entry in Markdown; what tells about the folder is none."""
    return path.suffix == ENDING and path.name.lower() not in _NOT_PAGES


def read(path: Path, name: str) -> EntryPage:
    """Return a Markdown page as an entry with places; `name` is what problems call it.

    Raises:
        ContentError: with every problem that keeps the page from being an entry.
    """
    return parse(yamlsource.read_text(path, name), name, path.stem)


def parse(text: str, name: str, stem: str) -> EntryPage:
    """Return Markdown text as an entry; `stem` is its id where the header names none. Raises ContentError, as `read` does."""
    if found := forbidden_signs(text, name):
        raise ContentError(found)
    if conflict := CONFLICT.search(text):
        raise ContentError([problem(place(name, text, conflict.start()), "git-conflict")])
    head, first = _header(text, name)
    pieces: dict[Steps, _Piece] = {}
    found = []
    said: dict[str, Data] = dict(head.data) if isinstance(head.data, dict) else {}
    for steps, piece in _pieces(text.split("\n"), first):
        if steps in pieces or (len(steps) == 1 and steps[0] in said):
            found.append(problem(Location(name, piece.line, piece.column), "page-twice", field=steps[-1]))
        elif piece.value:
            pieces[steps] = piece
    found += _lacking(said, pieces, Location(name, first + 1, 1))
    if "id" not in said and as_id(stem) != stem:
        found.append(problem(Location(name, 1, 1), "page-name", name=stem, suggestion=as_id(stem)))
    if found:
        raise ContentError(found)
    return EntryPage(name, [_entry(said, pieces, stem)], text, head, pieces)


def _lacking(said: Mapping[str, Data], pieces: Mapping[Steps, _Piece], below_head: Location) -> Iterator[Diagnostic]:
    """Yield that there is no title or no text, in the words of somebody who writes pages."""
    title = pieces.get(("title",))
    if not title and "title" not in said:
        yield problem(below_head, "page-no-title")
    if ("text",) not in pieces and "text" not in said:
        yield problem(Location(below_head.path, title.line, title.column) if title else below_head, "page-no-text")


def _header(text: str, name: str) -> tuple[YamlFile, int]:
    """Return what stands between the first two lines of dashes, and the number of the line (from 0) after it."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    end = next((number for number, line in enumerate(lines[start + 1 :], start + 1) if _LIKE_FENCE.match(line)), None)
    is_begun = lines[start].rstrip() == _FENCE
    lost_fence = _FIELD.match(lines[start]) and end and not any(line.startswith("#") for line in lines[:end])
    if not (is_begun or lost_fence or _LIKE_FENCE.match(lines[start])):
        return YamlFile(name, None, ""), 0
    if not is_begun:
        raise ContentError([problem(Location(name, start + 1, 1), "page-head-dashes")])
    if end is None:
        raise ContentError([problem(Location(name, start + 1, 1), "page-head-open")])
    if lines[end].rstrip() != _FENCE:
        raise ContentError([problem(Location(name, end + 1, 1), "page-head-dashes")])
    head = yamlsource.parse("\n".join(lines[start + 1 : end]) + "\n", name, start + 2)
    if head.data is not None and not isinstance(head.data, dict):
        raise ContentError([problem(Location(name, start + 2, 1), "page-head-keys")])
    return head, end + 1


def _entry(said: dict[str, Data], pieces: dict[Steps, _Piece], stem: str) -> Data:
    entry: dict[str, Data] = {"id": stem, "kind": "argument", **said}
    for steps, piece in pieces.items():
        inside = entry
        for step in steps[:-1]:
            below = inside.setdefault(str(step), {})
            below = dict(below) if isinstance(below, dict) else {}
            inside[str(step)] = below
            inside = below
        inside[str(steps[-1])] = piece.value
    return entry


def _pieces(lines: list[str], first: int) -> Iterator[tuple[Steps, _Piece]]:
    """Yield the title, and the text below each heading that pitchkit knows; other headings belong to the text they stand in."""
    steps: Steps = ("text",)
    start, is_code, has_title = first, False, False
    for number in range(first, len(lines)):
        is_code ^= bool(_CODE.match(lines[number]))
        heading = None if is_code else _HEADING.match(lines[number])
        led = _steps_of(heading, steps, has_title=has_title) if heading else None
        if heading is None or led is None:
            continue
        yield from _text(lines, start, number, steps)
        if led[-1] == "title":
            has_title = True
            yield led, _Piece(heading[2], number + 1, heading.start(2) + 1)
            led = (*led[:-1], "text")
        steps, start = led, number + 1
    yield from _text(lines, start, len(lines), steps)


def _text(lines: list[str], start: int, end: int, steps: Steps) -> Iterator[tuple[Steps, _Piece]]:
    while start < end and not lines[start].strip():
        start += 1
    value = "\n".join(lines[start:end]).rstrip()
    if value:
        column = len(lines[start]) - len(lines[start].lstrip())
        yield steps, _Piece(value.lstrip(" \t"), start + 1, column + 1)


def _steps_of(heading: re.Match[str], steps: Steps, *, has_title: bool) -> Steps | None:
    """Return where the words below a heading go, or None for a heading that is part of a text."""
    level, words = len(heading[1]), heading[2]
    if level == 1:
        return None if has_title else ("title",)
    reader = _READER.match(words)
    if level == 2 and reader:  # noqa: PLR2004 - the level of a heading
        return ("versions", as_id(reader[1]), "text")
    is_version = steps[0] == "versions"
    if level == (3 if is_version else 2) and words.lower() in _SHORT:
        return (*steps[:-1], "short")
    if level == 2 and words.lower() in _SHORT:  # noqa: PLR2004 - the level of a heading
        return ("short",)
    return (*steps[:-1], "title") if is_version and level == 3 and steps[-1] == "text" else None  # noqa: PLR2004 - as above
