"""What every file of a buyer becomes before it is understood: lines with the place where they stand. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

LineKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: `place` is for people ("kolom C"), `at` is its exact address ("Vragen!C7", "body/14/2/1").

    A merged cell gives its words to every row and column that it covers; `is_merged` says that they stand elsewhere.
    """

    text: str
    place: str
    at: str
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper: a heading, a paragraph, an item of a list, or a row of a table or sheet.

    `number` is the number in front, typed or counted by Word ("4.2.1", "K1"), and not part of `text`. `level` counts headings
    and lists from 1. `table` names the table or sheet a row belongs to; `is_header` marks its row of column names. `unsure`
    says what a person should look at (a PDF without columns, say), or is empty.
    """

    kind: LineKind
    text: str
    place: str
    at: str
    number: str = ""
    level: int = 0
    cells: tuple[Cell, ...] = ()
    table: str = ""
    is_header: bool = False
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was read: its lines in reading order, and what is to be said about the whole (`notes`, as message codes)."""

    path: Path
    sha256: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
