"""A text in which places are counted in signs from its start, cut into lines where YAML ends them; and pieces put into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Splice:
    """Text that takes the place of what stands from `start` to `end`; its line ends are line feeds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Page:
    """A text and its lines."""

    text: str

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        """For every line, where its signs end and where the next one begins."""
        return [match.span() for match in _LINE_END.finditer(self.text)] + [(len(self.text), len(self.text) + 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(start for _, start in self._ends)]

    @property
    def line_break(self) -> str:
        """The sign that ends new lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line_start(self, at: int) -> int:
        """Return where the line begins that holds a place."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def line_end(self, at: int) -> int:
        """Return where the line ends that holds a place, before the sign that ends it."""
        return self._ends[bisect_right(self._starts, at) - 1][0]

    def next_line(self, at: int) -> int | None:
        """Return where the next line begins, or None on the last one."""
        start = self._starts[bisect_right(self._starts, at)]
        return start if start <= len(self.text) else None

    def column(self, at: int) -> int:
        """Return how many signs stand before a place on its line."""
        return at - self.line_start(at)

    def line(self, at: int) -> str:
        """Return the line that holds a place."""
        return self.text[self.line_start(at) : self.line_end(at)]

    def end_with_comments(self, end: int, column: int) -> int:
        """Return where the lines end of a value that ends at `end`, with the comments right below it from a column on."""
        below = self.next_line(end)
        while below is not None and _is_comment(self.line(below), column):
            end, below = below, self.next_line(below)
        return self.line_end(end)

    def end_of_document(self, end: int) -> int:
        """Return where the mark stands that ends a document whose last value ends at `end`, or where the text ends."""
        below = end if self.line_start(end) == end else self.next_line(end)
        while below is not None:
            if re.match(r"\.\.\.(?:\s|$)", self.line(below)):
                return below
            below = self.next_line(below)
        return len(self.text)

    def spliced(self, splices: Iterable[Splice]) -> str:
        """Return the text with the pieces in it, in the order given where they meet."""
        ordered = sorted(splices, key=lambda splice: splice.start)
        written, at = "", 0
        for one in ordered:
            written += self.text[at : one.start] + one.text.replace("\n", self.line_break)
            at = one.end
        written += self.text[at:]
        has_new_end = any(one.end == len(self.text) and "\n" in one.text for one in ordered)
        return written + (self.line_break if has_new_end and not written.endswith("\n") else "")


def _is_comment(line: str, column: int) -> bool:
    text = line.lstrip(" \t")
    return text.startswith("#") and len(line) - len(text) >= column
