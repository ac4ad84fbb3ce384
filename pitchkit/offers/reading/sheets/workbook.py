"""A workbook: its sheets, with every cell as one sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pitchkit.offers.reading.addresses import column_number
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import Element, OfficeFile, Unreadable
from pitchkit.offers.reading.sheets.names import MAIN, RELATION, Area, child, children, read_area, text_of
from pitchkit.offers.reading.sheets.showing import show_error, show_number, show_truth
from pitchkit.offers.reading.sheets.styles import PLAIN, CellStyle, WorkbookStyles

_HIDDEN = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as one sees it."""

    text: str
    style: CellStyle = PLAIN
    is_struck: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet: `cells` by (row, column), from 1; what is merged, hidden, protected, and which rows are surely headers."""

    name: str
    part: str
    is_hidden: bool = False
    cells: dict[tuple[int, int], Shown] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[Area] = field(default_factory=list)
    is_protected: bool = False
    header_rows: set[int] = field(default_factory=set)
    frozen_row: int = 0


class Workbook:
    """The sheets of a file, in the order of their tabs."""

    def __init__(self, package: OfficeFile, notes: Notes) -> None:
        self.package = package
        self._notes = notes
        self._main = package.related("", "officeDocument")
        root = package.parse(self._main)
        if root is None:
            raise Unreadable("paper-damaged")
        properties = child(root, "workbookPr")
        self._since_1904 = properties is not None and properties.get("date1904") in _HIDDEN
        self._styles = WorkbookStyles(package.parse(package.related(self._main, "styles")))
        self._strings = [_string(one) for one in children(package.parse(package.related(self._main, "sharedStrings")), "si")]
        self.names = {one.get("name", ""): one.text or "" for one in children(root, "definedNames/definedName")}
        self.sheets = [self._read(one) for one in self._list(root)]

    def find(self, name: str) -> Sheet | None:
        """Return a sheet by its name."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    def _list(self, root: Element) -> list[Sheet]:
        parts = {one.id: one.target for one in self.package.relations(self._main) if one.kind == "worksheet"}
        return [
            Sheet(one.get("name", ""), parts[one.get(RELATION, "")], one.get("state", "visible") != "visible")
            for one in children(root, "sheets/sheet")
            if one.get(RELATION, "") in parts
        ]

    # --- one sheet ------------------------------------------------------------------------------------------------

    def _read(self, sheet: Sheet) -> Sheet:
        root = self.package.parse(sheet.part)
        last_row = 0
        for row in children(root, "sheetData/row"):
            last_row = _int(row.get("r", ""), last_row + 1)
            if row.get("hidden") in _HIDDEN:
                sheet.hidden_rows.add(last_row)
            last_column = 0
            for cell in row.iterchildren(f"{MAIN}c"):
                found = re.match(r"([A-Z]+)", cell.get("r", ""))
                last_column = column_number(found[1]) if found else last_column + 1
                shown = self._shown(cell, f"{sheet.name}!{cell.get('r', '')}")
                if shown.text or shown.style is not PLAIN:
                    sheet.cells[last_row, last_column] = shown
        self._read_layout(sheet, root)
        return sheet

    def _read_layout(self, sheet: Sheet, root: Element | None) -> None:
        areas = (read_area(one.get("ref", "")) for one in children(root, "mergeCells/mergeCell"))
        sheet.merged = [area for area in areas if area]
        sheet.hidden_columns = [
            Area(_int(one.get("min", ""), 0), 1, _int(one.get("max", ""), 0), 1)
            for one in children(root, "cols/col")
            if one.get("hidden") in _HIDDEN
        ]
        sheet.is_protected = (one := child(root, "sheetProtection")) is not None and one.get("sheet", "1") not in {"0", "false"}
        for reference in self._headed(sheet, root):
            if area := read_area(reference):
                sheet.header_rows.add(area.top)
        for pane in children(root, "sheetViews/sheetView/pane"):
            sheet.frozen_row = _int(pane.get("ySplit", ""), 0) if "frozen" in pane.get("state", "") else 0

    def _headed(self, sheet: Sheet, root: Element | None) -> list[str]:
        """Return the areas whose first row is surely one of names: a filter, or a table that has such a row."""
        found = [one.get("ref", "") for one in children(root, "autoFilter")]
        for relation in self.package.relations(sheet.part):
            table = self.package.parse(relation.target) if relation.kind == "table" else None
            if table is not None and table.get("headerRowCount", "1") != "0":
                found.append(table.get("ref", ""))
        return found

    def _shown(self, cell: Element, at: str) -> Shown:
        style = self._styles[cell.get("s", "")] if cell.get("s") else PLAIN
        kind, value = cell.get("t", "n"), child(cell, "v")
        raw = (value.text or "") if value is not None else ""
        if kind == "inlineStr":
            text, is_struck = _string(child(cell, "is"))
            return Shown(_tidy(text), style, is_struck or style.is_struck)
        if not raw:
            if child(cell, "f") is not None and kind != "str":
                self._notes.add("paper-no-values", at)
            return Shown("", style)
        if kind == "s":
            text, is_struck = self._strings[int(raw)] if raw.isdigit() and int(raw) < len(self._strings) else ("", False)
            return Shown(_tidy(text), style, is_struck or style.is_struck)
        if kind == "e":
            self._notes.add("paper-formula-errors", at)
        return Shown(_tidy(self._show(kind, raw, style)), style, style.is_struck)

    def _show(self, kind: str, raw: str, style: CellStyle) -> str:
        match kind:
            case "n":
                return show_number(raw, style.code, since_1904=self._since_1904)
            case "b":
                return show_truth(raw)
            case "e":
                return show_error(raw)
            case "d":
                year, month, day = (*raw[:10].split("-"), "", "")[:3]
                return f"{day}-{month}-{year}"
        return raw


def _string(element: Element | None) -> tuple[str, bool]:
    """Return a text, and whether a part of it is struck through."""
    struck = element is not None and any(one.get("val", "1") not in {"0", "false"} for one in children(element, "r/rPr/strike"))
    return text_of(element), struck


def _tidy(text: str) -> str:
    """Return the text of a cell without odd blanks; the lines that the buyer broke stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\u00ad", "").replace("\t", " ")
    text = "".join(sign for sign in text if sign == "\n" or (sign >= " " and not "\x7f" <= sign <= "\x9f"))
    return "\n".join(line for part in text.split("\n") if (line := re.sub(r" {2,}", " ", part).strip()))


def _int(text: str, otherwise: int) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return otherwise
