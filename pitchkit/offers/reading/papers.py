"""What every file of a buyer becomes before it is understood: lines with the place where they stand. Frozen values.

`place` is for people and in Dutch, because it lands in a Dutch file. `at` is the exact address, the same every time the same
file is read; `pitchkit.offers.reading.addresses` makes it and finds its way back. It means:

- Word: positions, counted from 1 over all child elements, from the body down: "body/14" is the 14th element in the body,
  "body/14/5/3" the 3rd child of the 5th child of that one (a cell of a row of a table). The parts with notes begin with
  "footnotes" and "endnotes". A row has the address of its w:tr, a cell that of its w:tc, every other line that of its w:p.
- Excel: "Vragen!C7" is a cell, "Vragen!7" a row; all before the last "!" is the name of the sheet, as it is, without quotes.
  A text box is "Vragen!tekstvak 1".
- CSV: "7" is the 7th row, "7:3" its 3rd cell; a row may hold several lines of the file.
- Markdown: "12" is a line of the file, "12:3" the 3rd cell in the row of a table on that line.
- PDF: "3:12" is the 12th line on page 3 (headings, rows and items count), "3:12:2" a cell of a row.

A cell that a merged one covers has the address of the merged cell: that is where its words stand and where others may go.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pitchkit.diagnostics import Diagnostic

LineKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: `place` is for people ("kolom C"), `at` is its exact address ("Vragen!C7", "body/14/2/1").

    A merged cell gives its words to every row and column that it covers; `is_merged` says that they stand elsewhere.
    `choices` are the answers that the buyer lets one choose from. `is_open` says that the buyer left a field to fill in here;
    the prompt in it ("klik om tekst in te voeren") is not part of `text`. A line that the buyer broke has a newline in it.
    """

    text: str
    place: str
    at: str
    is_merged: bool = False
    choices: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper: a heading, a paragraph, an item of a list, or a row of a table or sheet.

    `number` is the number in front, typed or counted by Word ("4.2.1", "K1", "Vraag 3", "a"), without the dot or bracket after
    it and not part of `text`. That of a row is its first cell where that holds nothing else. `level` counts headings and lists
    from 1. `table` names the table or sheet a row belongs to; `is_header` marks its row of column names. The `text` of a row
    is that of its own cells, with " | " between them; a row may be empty, the other lines never are.

    `unsure` is the code of a message that says what a person should look at (a heading that is only bold), or is empty.
    `room` is the address of an empty paragraph or field right below, where the buyer seems to leave room for words.
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
    room: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was read: its lines in reading order, and what is to be said about the whole.

    `notes` are warnings, to be shown as they are: what was left out and why (`paper-hidden-text`), what is uncertain.
    """

    path: Path
    sha256: str
    lines: tuple[Line, ...]
    notes: tuple[Diagnostic, ...] = ()
