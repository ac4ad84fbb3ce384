"""Cells of an Excel file, filled: their format, the validation, merged cells and every other sheet stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lxml import etree

from pitchkit.offers.filling.archive import add_text, as_bytes, name_near, replaced
from pitchkit.offers.filling.places import Fill, Filled, Refusal
from pitchkit.offers.reading.addresses import column_letters, column_number, sheet_place
from pitchkit.offers.reading.office import Element, OfficeFile

MOST_CHARACTERS: Final = 32_767
"""What a cell of Excel can hold."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    root: Element
    rows: Element


def fill_workbook(data: bytes, fills: Iterable[Fill]) -> Filled:
    """Return a copy of an Excel file with these cells filled.

    Raises:
        Unreadable: this is not an Excel file that can be read.
    """
    office = OfficeFile(data)
    book = office.related("", "officeDocument")
    sheets = _sheets(office, book)
    opened: dict[str, _Sheet] = {}
    done: list[Fill] = []
    refused: list[Refusal] = []
    for fill in fills:
        place = sheet_place(fill.at)
        part = sheets.get(place[0]) if place else None
        sheet = _open(office, part, opened) if part else None
        if place is None or sheet is None:
            refused.append(Refusal(fill, "fill-no-place"))
            continue
        refusal = _fill_cell(sheet.rows, place[1], place[2], fill)
        if refusal:
            refused.append(refusal)
        else:
            done.append(fill)
    touched = {part: as_bytes(sheet.root) for part, sheet in opened.items()}
    if done:
        touched[book] = _recalculating(office, book)
    return Filled(replaced(data, touched) if done else data, tuple(done), tuple(refused))


def _sheets(office: OfficeFile, book: str) -> dict[str, str]:
    """Return the part of every sheet by its name."""
    root = office.parse(book)
    if root is None:
        return {}
    targets = {one.id: one.target for one in office.relations(book)}
    found: dict[str, str] = {}
    for sheet in root.iter("{*}sheet"):
        relation = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        if str(relation) in targets:
            found[sheet.get("name", "")] = targets[str(relation)]
    return found


def _open(office: OfficeFile, part: str, opened: dict[str, _Sheet]) -> _Sheet | None:
    if part not in opened:
        root = office.parse(part)
        rows = None if root is None else root.find("{*}sheetData")
        if root is None or rows is None:
            return None
        opened[part] = _Sheet(root, rows)
    return opened[part]


def _fill_cell(rows: Element, column: int, number: int, fill: Fill) -> Refusal | None:
    row = _child(rows, "row", number, lambda one: int(one.get("r", "0")))
    cell = _child(row, "c", column, _column_of)
    if cell.find("{*}f") is not None:
        return Refusal(fill, "fill-formula")
    if _has_words(cell):
        return Refusal(fill, "fill-not-empty")
    if isinstance(fill.value, str) and len(fill.value) > MOST_CHARACTERS:
        return Refusal(fill, "fill-too-long", (("most", str(MOST_CHARACTERS)),))
    row.set("r", str(number))
    cell.set("r", f"{column_letters(column)}{number}")
    _put(cell, fill.value)
    return None


def _child(parent: Element, name: str, number: int, number_of: Callable[[Element], int]) -> Element:
    """Return the row or cell with a number; a new one goes where it belongs."""
    children = list(parent.iterchildren(f"{{*}}{name}"))
    for child in children:
        at = number_of(child)
        if at == number:
            return child
        if at > number:
            new = _new(parent, name)
            child.addprevious(new)
            return new
    new = _new(parent, name)
    if children:
        children[-1].addnext(new)
    else:
        parent.insert(0, new)
    return new


def _new(parent: Element, name: str) -> Element:
    return etree.Element(name_near(parent, name))


def _column_of(cell: Element) -> int:
    letters = "".join(sign for sign in cell.get("r", "") if sign.isalpha())
    return column_number(letters) if letters else 0


def _has_words(cell: Element) -> bool:
    return any((text or "").strip() for text in _texts(cell))


def _texts(cell: Element) -> Iterator[str | None]:
    yield from (value.text for value in cell.iterchildren("{*}v"))
    yield from (text.text for text in cell.iter("{*}t"))


def _put(cell: Element, value: str | Decimal) -> None:
    for child in list(cell):
        cell.remove(child)
    if isinstance(value, Decimal):
        if "t" in cell.attrib:
            del cell.attrib["t"]
        number = etree.SubElement(cell, name_near(cell, "v"))
        number.text = f"{value:f}"
        return
    cell.set("t", "inlineStr")
    add_text(etree.SubElement(cell, name_near(cell, "is")), value)


def _recalculating(office: OfficeFile, book: str) -> bytes:
    """Return the workbook part that has every formula counted again when the file is opened."""
    root = office.parse(book)
    if root is None:
        return office.read(book)
    setting = root.find("{*}calcPr")
    if setting is None:
        setting = _new(root, "calcPr")
        after = next((one for one in root if etree.QName(one).localname in _AFTER_CALCULATION), None)
        if after is None:
            root.append(setting)
        else:
            after.addprevious(setting)
    setting.set("fullCalcOnLoad", "1")
    return as_bytes(root)


_AFTER_CALCULATION: Final = (
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
)
"""What the schema puts after calcPr in a workbook (ECMA-376-1, 18.2.27), in its order."""
