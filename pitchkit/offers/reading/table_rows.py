"""One row of a table that asks, with its columns read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.offers.places import Found
from pitchkit.offers.reading.columns import Layout
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.signals import kinds, naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits, limit_of_cell
from pitchkit.offers.reading.signals.weights import find_weight, points_of_cell, weight_of_cell
from pitchkit.offers.reading.typed_numbers import split_number
from pitchkit.offers.rules import Limit

_LONGEST_TITLE = 110


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with its columns read."""

    line: Line
    text: str
    number: str
    group: str
    is_group_shared: bool
    weight: Decimal | None
    points: Decimal | None
    is_weight_shared: bool
    limit: Limit
    found: Found
    group_found: Found
    answer_at: Found | None
    met_at: Found | None
    kind: kinds.Demand | None
    lot: str

    @property
    def room(self) -> Found | None:
        """Where there is room for an answer: in words, or else yes or no."""
        return self.answer_at or self.met_at


def read_row(line: Line, layout: Layout, context: Context) -> Row:
    """Return a row with its columns read; what the columns do not hold is looked for in the text."""
    number, text = _numbered(line, layout)
    cell, group = layout.cell(line, "text"), layout.cell(line, "group")
    weight, points = layout.cell(line, "weight"), layout.cell(line, "points")
    found = context.cell(line, cell) if cell and cell.place not in line.place else context.found(line)
    in_text = find_weight(text)
    own_weight, own_points = weight_of_cell(weight.text) if weight else None, points_of_cell(points.text) if points else None
    return Row(
        line=line,
        text=text,
        number=number,
        group=squeezed(group.text) if group else "",
        is_group_shared=bool(group and group.is_merged),
        weight=own_weight if own_weight is not None else in_text.weight,
        points=own_points if own_points is not None else in_text.points,
        is_weight_shared=bool((weight and weight.is_merged) or (points and points.is_merged)),
        limit=_limit(line, layout, text),
        found=found,
        group_found=context.found(line, group.at) if group and group.text else found,
        answer_at=_free_at(line, [layout.columns.get("answer"), layout.second_answer], layout.met, context),
        met_at=_free_at(line, [layout.met], None, context),
        kind=_kind(line, layout),
        lot=_lot(layout.words(line, "lot")) or context.lot,
    )


def _numbered(line: Line, layout: Layout) -> tuple[str, str]:
    """Return the number of a row, from its column or from in front of its text, and the text without it."""
    cell = layout.cell(line, "text")
    text = "\n".join(filter(None, map(squeezed, cell.text.split("\n")))) if cell else ""
    if "number" in layout.columns:
        return layout.words(line, "number").strip(" .):"), text
    code, rest = naming.code_of(text)
    if not code:
        code, rest = split_number(text, is_title=len(text) < _LONGEST_TITLE)
    if not code and (lone := re.match(r"([A-Z])[.:]? (?=[A-Z][a-z])", text)) and "answer" not in layout.columns:
        code, rest = lone[1], text[lone.end() :]
    return line.number or code, rest or text


def _limit(line: Line, layout: Layout, text: str) -> Limit:
    words = layout.words(line, "limit")
    limit = limit_of_cell(words, layout.names.get("limit", "")) if words else None
    return limit.limit if limit else next((one.limit for one in find_limits(text) if one.scope == "here"), Limit())


def _lot(words: str) -> str:
    lot = naming.find_lot(words)
    number = lot[0] if lot else words if re.fullmatch(r"\d", words) else ""
    return f"perceel-{number.lower()}" if number else ""


def _free_at(line: Line, places: Sequence[int | None], but: int | None, context: Context) -> Found | None:
    """Return the first cell of some columns in which there is room for an answer."""
    cells = [line.cells[at] for at in places if at is not None and at != but and at < len(line.cells)]
    cell = next((cell for cell in cells if _is_free(cell)), None)
    return context.cell(line, cell) if cell else None


def _is_free(cell: Cell) -> bool:
    return (
        not cell.text.strip()
        or cell.is_open
        or bool(cell.choices)
        or bool(
            re.fullmatch(
                r"(?:ja\s*/\s*nee|j\s*/\s*n|☐.*|\[.*\]|\.{3,}|…+|_{3,}|<.*>|kies.*|maak een keuze.*|vul .* in\.?)",
                squeezed(cell.text),
                re.IGNORECASE,
            )
        )
    )


def _kind(line: Line, layout: Layout) -> kinds.Demand | None:
    """Return the kind of demand that a row names; in a column for knock-outs it says only yes or no."""
    word = layout.words(line, "type").lower()
    if re.search(r"knock|k\.?\s?o\b", layout.names.get("type", ""), re.IGNORECASE) and word in (
        "ja",
        "j",
        "x",
        "v",
        "✓",
        "nee",
        "n",
        "-",
    ):
        return kinds.Demand("eis", knock_out=word not in ("nee", "n", "-"))
    return kinds.type_of_cell(word)
