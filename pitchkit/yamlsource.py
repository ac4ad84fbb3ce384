"""A YAML file as plain data, with the place of every value.

A scalar is text, whatever it looks like: `no`, `12:30` and `1.10` stay what was typed. The type of the field that takes
it decides whether it is a number, a date or a yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from pitchkit import remembering
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.signs import forbidden_signs

if TYPE_CHECKING:
    from pitchkit.yamlnodes import Node

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
Step = str | int


@dataclass(frozen=True)
class YamlFile:
    """What a file says (`data`, None for an empty file) and where it says it."""

    path: str
    data: Data
    text: str
    marks: Sequence[int] | None = field(default=None, compare=False, repr=False, kw_only=True)
    """Line and column (from 0) of every key and value in order; found in the text when they are not given."""

    @cached_property
    def _marks(self) -> Sequence[int]:
        if self.marks is not None:
            return self.marks
        from pitchkit import yamlreading

        read = yamlreading.read(self.text)
        return read.marks if read else ()

    @cached_property
    def _items(self) -> tuple[int, ...]:
        """How many keys and values stand before each item, where the whole file is a list: it may be a long one."""
        sizes = (_size(item) for item in self.data) if isinstance(self.data, list) else ()
        return tuple(accumulate(sizes, initial=1))

    @cached_property
    def _node(self) -> Node | None:
        # Letters and ends are asked for when something is wrong, which is rare: most files are never composed.
        from pitchkit import yamlnodes

        return yamlnodes.compose(self.text)

    def says(self, steps: tuple[Step, ...]) -> bool:
        """Return whether these keys and positions lead to something."""
        data = self.data
        for step in steps:
            if isinstance(data, dict) and step in data:
                data = data[str(step)]
            elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
                data = data[step]
            else:
                return False
        return True

    def locate(self, steps: tuple[Step, ...]) -> Location:
        """Return the place of the value that these keys and positions lead to, or of the last step that exists."""
        return self._location(self._number(steps))

    def locate_key(self, steps: tuple[Step, ...]) -> Location:
        """Return the place of the key itself that these steps lead to."""
        number = self._number(steps)
        is_key = isinstance(steps[-1], str) and self.says(steps)
        return self._location(number - 1 if is_key else number)

    def _number(self, steps: tuple[Step, ...]) -> int:
        """Return how many keys and values stand before the one that these steps lead to, as far as they lead anywhere."""
        number, data = 0, self.data
        for depth, step in enumerate(steps):
            if isinstance(data, dict) and step in data:
                before = takewhile(lambda key: key != step, data)  # noqa: B023 - used at once
                number += 2 + sum(1 + _size(data[key]) for key in before)
                data = data[str(step)]
            elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
                number += 1 + sum(map(_size, data[:step])) if depth else self._items[step]
                data = data[step]
            else:
                break
        return number

    def _location(self, number: int) -> Location:
        if 2 * number >= len(self._marks):
            return Location(self.path)
        return Location(self.path, self._marks[2 * number] + 1, self._marks[2 * number + 1] + 1)

    def lines_of(self, steps: tuple[Step, ...]) -> tuple[int, int]:
        """Return the first line of the value that these steps lead to, and the first line after it."""
        from pitchkit import yamlnodes

        node = self._node
        for step in steps:
            node = yamlnodes.child(node, step)
        return yamlnodes.lines(node)

    def line_of_text(self, steps: tuple[Step, ...], line: int) -> Location:
        """Return the place of line `line` (from 0) within a text value; exact for block texts, else its first line."""
        start = self.locate(steps)
        lines = self.text.splitlines()
        if (
            start.line
            and start.line <= len(lines)
            and re.search(r"[|>][-+0-9]*\s*(#.*)?$", lines[start.line - 1][start.column - 1 :])
        ):
            number = start.line + 1 + line
            indent = len(lines[number - 1]) - len(lines[number - 1].lstrip()) if number <= len(lines) else 0
            return Location(self.path, number, indent + 1)
        return start

    def locate_in_text(self, steps: tuple[Step, ...], at: int) -> Location:
        """Return the place of a character (from 0) of a text value without the space around it, however it is written."""
        from pitchkit import yamlletters, yamlnodes

        node = self._node
        for step in steps:
            node = yamlnodes.child(node, step)
        letters = yamlletters.letters(self.text, node)
        if letters is None or node is None:
            return self.locate(steps)
        value = "".join(letter.sign for letter in letters)
        index = at + len(value) - len(value.lstrip())
        start = letters[index].start if index < len(letters) else self.text.rfind("\n")
        # Counted from where the text begins: in a long file with many findings the lines before it are many.
        line = node.start_mark.line + self.text.count("\n", node.start_mark.index, start) + 1
        return Location(self.path, line, start - self.text.rfind("\n", 0, start))


def _size(data: Data) -> int:
    """Return how many keys and values there are in data, itself included."""
    if isinstance(data, dict):
        return 1 + len(data) + sum(map(_size, data.values()))
    return 1 + sum(map(_size, data)) if isinstance(data, list) else 1


def texts(data: Data) -> Iterator[str]:
    """Yield every text in what a file says, keys left out, in order."""
    if isinstance(data, str):
        yield data
    inner: Iterable[Data] = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for one in inner:
        yield from texts(one)


def read_text(path: Path, name: str) -> str:
    """Return a text file's contents.

    Raises:
        ContentError: the file is not there, may not be read, or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ContentError([problem(Location(name), "file-missing")]) from None
    except IsADirectoryError:
        raise ContentError([problem(Location(name), "file-is-folder")]) from None
    except PermissionError:
        raise ContentError([problem(Location(name), "file-no-rights")]) from None
    except OSError as error:
        raise ContentError([problem(Location(name), "file-unreadable", reason=error.strerror or str(error))]) from None
    return decode(raw, name)


def read_clean_text(path: Path, name: str) -> str:
    """Return a text file's contents, in which everything can be seen; raises ContentError."""
    text = read_text(path, name)
    if found := forbidden_signs(text, name):
        raise ContentError(found)
    return text


def decode(raw: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, without a byte order mark and with line feeds only."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()  # without the mark
        place = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise ContentError([problem(place, "file-encoding")]) from None
    if "\0" in text:  # UTF-16 without a mark, as old editors save it, is valid UTF-8 with a null in every other place
        raise ContentError([problem(Location(name, 1, 1), "file-encoding")])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(path: Path, name: str) -> YamlFile:
    """Return a YAML file as data with places; `name` is what problems call it."""
    return parse(read_text(path, name), name)


def parse(text: str, name: str, first_line: int = 1) -> YamlFile:
    """Return YAML text as data with places.

    Raises:
        ContentError: with every problem that keeps the text from being data.
    """
    lead = "\n" * (first_line - 1)
    text = lead + text
    found = forbidden_signs(text, name)
    if found:
        raise ContentError(found)
    known = remembering.recall(text)
    if isinstance(known, dict | list):
        return YamlFile(name, known, text)
    from pitchkit import yamlreading

    read = yamlreading.read(text)
    if read is None:
        from pitchkit import yamlnodes

        return YamlFile(name, yamlnodes.build(text, name), text)
    remembering.keep(text, read.data)
    return YamlFile(name, read.data, text, marks=read.marks)
