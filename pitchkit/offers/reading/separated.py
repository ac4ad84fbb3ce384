"""Reads a file with separated values (.csv): comma, semicolon or tab, in the encodings that Excel writes."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from pitchkit.offers.reading.addresses import column_letters
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Unreadable
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.typed_numbers import is_number_only, tidy_number

_DELIMITERS: Final = (";", "\t", ",", "|")
_NAME: Final = 60  # characters; a name of a column is no longer
_LONGEST_CELL: Final = 10_000_000
TABLE: Final = "tabel 1"


def read_separated(data: bytes, notes: Notes, *, tabs: bool = False) -> tuple[Line, ...]:
    """Return a line for every row that is not empty; raise Unreadable when the file is not a list of values."""
    text = decode(data, notes)
    stated = re.match(r"sep=(.)\r?\n", text)
    delimiter = stated[1] if stated else "\t" if tabs else _find_delimiter(text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = [[_tidy(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise Unreadable("paper-damaged") from error
    start = 1 if stated else 0
    filled = [(number, row) for number, row in enumerate(rows, start=1) if number > start and any(row)]
    width = Counter(len(row) for _, row in filled).most_common(1)[0][0] if filled else 0
    for number, row in filled:
        if len(row) > width or (len(row) < width and len(row) > 1):
            notes.add("paper-uneven-rows", f"rij {number}")
    return tuple(
        _line(number, row, is_header=position == 0 and _is_header(row, filled)) for position, (number, row) in enumerate(filled)
    )


def decode(data: bytes, notes: Notes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 where it says so or fits, else as Windows writes it, which is noted."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.add("paper-encoding", "Windows-1252")
        return data.decode("cp1252", errors="replace")


def _find_delimiter(text: str) -> str:
    """Return the sign that cuts the first rows into the same number of cells, more than one."""
    best, most = ";", (0.0, 0)
    sample = text[:40_000]
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if any(row)][:50]
        except csv.Error:
            continue
        if not widths:
            continue
        width, count = Counter(widths).most_common(1)[0]
        if width > 1 and (count / len(widths), width) > most:
            best, most = delimiter, (count / len(widths), width)
    return best


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _is_header(row: Sequence[str], filled: Sequence[tuple[int, Sequence[str]]]) -> bool:
    names = [cell for cell in row if cell]
    return (
        len(filled) > 1
        and len(names) > 1
        and len(names) >= len(row) - 1
        and len(set(names)) == len(names)
        and all(len(name) <= _NAME and not re.fullmatch(r"[\d.,%€ -]+", name) for name in names)
    )


def _line(number: int, row: Sequence[str], *, is_header: bool) -> Line:
    cells = tuple(Cell(text, f"kolom {column_letters(column)}", f"{number}:{column}") for column, text in enumerate(row, start=1))
    filled = [cell.text for cell in cells if cell.text]
    in_front = tidy_number(filled.pop(0)) if not is_header and is_number_only(filled[0]) else ""
    return Line("row", " | ".join(filled), f"rij {number}", str(number), in_front, 0, cells, TABLE, is_header)
