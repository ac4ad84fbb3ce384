"""A workbook in the making: its words, its looks, and the cell in which each figure and each line stands."""

from __future__ import annotations

import datetime
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pitchkit.costs.formulas import Cells
from pitchkit.costs.labels import word_of

_A4 = 9
_LINE = 15
"""Points for one line of text."""
_NUMBERS = {
    "euro": '"€" #,##0.00;"€" "−"#,##0.00',
    "euro-per-hour": '"€" #,##0.00',
    "hours": '#,##0.00;"−"#,##0.00',
    "share": "0.0%",
    "people": '#,##0;"−"#,##0',
    "facilitators": "#,##0",
    "groups": "#,##0",
    "sessions": "#,##0",
}
_LOOKS: dict[str, dict[str, object]] = {
    "plain": {},
    "text": {"text_wrap": True},
    "source": {"align": "left", "indent": 1, "text_wrap": True},
    "unit": {"align": "left", "indent": 1},
    "head": {"bold": True, "bottom": 1, "text_wrap": True},
    "title": {"bold": True, "font_size": 12},
    "input": {"bg_color": "#FFF2CC", "border": 1, "border_color": "#BFBFBF"},
    "total": {"bold": True, "top": 1, "text_wrap": True},
}
_NAMES = {"inputs": 1, "calculation": 2, "sensitivity": 3, "scenarios": 4}
Unit = Literal["euro", "euro-per-hour", "hours", "share", "people", "facilitators", "groups", "sessions", ""]


@dataclass(frozen=True, slots=True)
class About:
    """What the workbook is about: the group by its name, who made it, and the date on it."""

    group: str
    organisation: str
    date: datetime.date


@dataclass(slots=True)
class Book:
    """A workbook in the making, and where figures and lines have got their cell."""

    file: Any
    words: Mapping[str, str]
    about: About
    looks: dict[tuple[str, str], Any] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)

    def word(self, key: str) -> str:
        """Return the library's word for a key."""
        return word_of(self.words, key)

    def look(self, name: str, unit: Unit = "") -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """Return how a cell looks, with the number format of its unit."""
        if (name, unit) not in self.looks:
            number = {"num_format": _NUMBERS[unit]} if unit else {}
            self.looks[name, unit] = self.file.add_format({"valign": "top", **_LOOKS[name], **number})
        return self.looks[name, unit]

    def sheet(self, name: str, widths: Sequence[int], head: Sequence[str], row: int = 0) -> Any:  # noqa: ANN401 - as above
        """Add a sheet with its header row, which stays in view and comes back on every page."""
        made = self.file.add_worksheet(self.name(name))
        made.set_landscape()
        made.set_paper(_A4)
        made.fit_to_pages(1, 0)
        made.freeze_panes(row + 1, 1)
        made.repeat_rows(row)
        title = f"{self.about.group}, {self.about.date.isoformat()}".replace("&", "&&")
        made.set_header(f"&L{title}&R&A")
        made.set_footer("&R&P / &N")
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        for column, text in enumerate(head):
            made.write_string(row, column, text, self.look("head"))
        return made

    def fit(self, sheet: Any, row: int, *texts: tuple[str, int]) -> None:  # noqa: ANN401 - as above
        """Make a row as high as its longest text needs, each with the width of its column in signs."""
        lines = max(-(-len(text) // width) for text, width in texts)
        sheet.set_row(row, _LINE * lines)

    def name(self, name: str) -> str:
        """Return the name of a sheet, without the signs that none may have."""
        return re.sub(r"[\[\]:*?/\\]", " ", self.word(f"heading.{name}"))[:31].strip(" '") or f"{_NAMES[name]}"

    def place(self, name: str, row: int, column: int) -> str:
        """Return a cell as a formula on any sheet names it."""
        sheet = self.name(name)
        if not re.fullmatch("[A-Za-z]{4,}", sheet):  # a shorter name might be that of a column
            sheet = "'{}'".format(sheet.replace("'", "''"))
        return f"{sheet}!${letter(column)}${row + 1}"

    def cells(self, people: str | None = None, **more: Mapping[str, str]) -> Cells:
        """Return where everything stands, for one number of participants: the planned one unless its cell is given."""
        figures = self.figures | dict(more.get("figures", {}))
        own = people or self.figures["planned"]
        groups = f"ROUNDUP({own}/{self.figures['largest']},0)"
        return Cells(figures, dict(more.get("lines", self.lines)), {"participants": own, "groups": groups})


def letter(column: int) -> str:
    """Return the letter of a column, the first being 0."""
    return string.ascii_uppercase[column]
