"""The little workbook behind a chart, so that a reader can change its numbers in Word."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pitchkit.document import Chart
from pitchkit.writers.docx.package import zip_parts
from pitchkit.writers.docx.xml import HEAD, PACKAGE, R, element, escape

SHEET: Final = "Blad1"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"
_LETTERS: Final = 26
_BOOK, _SHEET_PART = "xl/workbook.xml", "xl/worksheets/sheet1.xml"


def make_workbook(chart: Chart) -> bytes:
    """Return a workbook with the categories in the first column and each series in the next; a gap is an empty cell."""
    head = (chart.x_title, *(series.name for series in chart.series))
    columns = zip(chart.categories, *(series.values for series in chart.series), strict=True)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relation("officeDocument", _BOOK),
        _BOOK: _workbook(),
        "xl/_rels/workbook.xml.rels": _relation("worksheet", _SHEET_PART.removeprefix("xl/")),
        _SHEET_PART: _sheet([head, *columns]),
    }
    return zip_parts({name: (HEAD + content).encode() for name, content in parts.items()})


def column_name(number: int) -> str:
    """Return the letters of a column: A for 1, Z for 26, AA for 27."""
    more, last = divmod(number - 1, _LETTERS)
    return (column_name(more) if more else "") + chr(ord("A") + last)


def number_text(value: Decimal) -> str:
    """Return a number as a file has it: a point before the decimals, no thousands, no powers of ten."""
    return f"{value:f}"


def _content_types() -> str:
    endings = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    parts = ((_BOOK, "sheet.main"), (_SHEET_PART, "worksheet"))
    return element(
        "Types",
        {"xmlns": f"{PACKAGE}/content-types"},
        *(element("Default", {"Extension": ending, "ContentType": kind}) for ending, kind in endings),
        *(element("Override", {"PartName": f"/{part}", "ContentType": _TYPE.format(kind)}) for part, kind in parts),
    )


def _relation(kind: str, target: str) -> str:
    attributes = {"Id": "rId1", "Type": f"{R}/{kind}", "Target": target}
    return element("Relationships", {"xmlns": f"{PACKAGE}/relationships"}, element("Relationship", attributes))


def _workbook() -> str:
    sheet = element("sheet", {"name": SHEET, "sheetId": 1, "r:id": "rId1"})
    return element("workbook", {"xmlns": _MAIN, "xmlns:r": R}, element("sheets", None, sheet))


def _sheet(rows: list[tuple[str | Decimal | None, ...]]) -> str:
    width = element("cols", None, element("col", {"min": 1, "max": len(rows[0]), "width": 24, "customWidth": 1}))
    written = (
        element("row", {"r": number}, *(_cell(f"{column_name(place)}{number}", value) for place, value in enumerate(row, 1)))
        for number, row in enumerate(rows, 1)
    )
    return element("worksheet", {"xmlns": _MAIN}, width, element("sheetData", None, *written))


def _cell(place: str, value: str | Decimal | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return element("c", {"r": place}, element("v", None, number_text(value)))
    words = f'<t xml:space="preserve">{escape(value)}</t>'
    return element("c", {"r": place, "t": "inlineStr"}, element("is", None, words))
