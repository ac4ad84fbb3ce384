"""What the buyer lets one choose in a cell: the lists of its data validation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.sheets.names import Area, children, read_area
from pitchkit.offers.reading.sheets.workbook import Sheet, Workbook

_EXTENDED: Final = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
_FORMULA: Final = "{http://schemas.microsoft.com/office/excel/2006/main}"
_MOST: Final = 60  # choices; a longer list is a list of municipalities rather than of answers


class Choices:
    """The lists of one sheet; they are looked up by cell."""

    def __init__(self, workbook: Workbook, sheet: Sheet) -> None:
        self._lists = [
            (areas, choices)
            for areas, formula in _validations(workbook.package.parse(sheet.part))
            if (choices := _resolve(formula, workbook, sheet))
        ]

    def at(self, row: int, column: int) -> tuple[str, ...]:
        """Return the answers to choose from in a cell, none when it is free."""
        return next((choices for areas, choices in self._lists if any(area.has(column, row) for area in areas)), ())


def _validations(root: Element | None) -> Iterator[tuple[list[Area], str]]:
    """Yield cells and the formula of their list, in the old form and in the one that newer versions of Excel write."""
    for one in children(root, "dataValidations/dataValidation"):
        if one.get("type") == "list":
            formula = next(children(one, "formula1"), None)
            yield _areas(one.get("sqref", "")), (formula.text or "") if formula is not None else ""
    for one in () if root is None else root.iter(f"{_EXTENDED}dataValidation"):
        if one.get("type") == "list":
            yield (
                _areas(one.findtext(f"{_FORMULA}sqref", "")),
                one.findtext(f"{_EXTENDED}formula1/{_FORMULA}f", ""),
            )


def _areas(references: str) -> list[Area]:
    return [area for reference in references.split() if (area := read_area(reference))]


def _resolve(formula: str, workbook: Workbook, sheet: Sheet) -> tuple[str, ...]:
    """Return the choices that a formula stands for: written out, in an area of cells, or under a name."""
    formula = formula.strip().removeprefix("=")
    if formula.startswith('"'):
        return tuple(part.strip() for part in formula.strip('"').replace('""', '"').split(",") if part.strip())
    formula = workbook.names.get(formula, formula).removeprefix("=")
    name, _, reference = formula.rpartition("!")
    source = workbook.find(re.sub(r"^'|'$", "", name).replace("''", "'")) if name else sheet
    area = read_area(reference)
    if source is None or area is None:
        return ()
    found = [shown.text for (row, column), shown in sorted(source.cells.items()) if shown.text and area.has(column, row)]
    return tuple(found) if len(found) <= _MOST else ()
