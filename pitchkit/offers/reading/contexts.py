"""Where a line or a table stands: in which paper, part and lot, and what goes on around it."""

from __future__ import annotations

from dataclasses import dataclass

from pitchkit.offers.places import Found
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.criteria import OpenCriterion
from pitchkit.offers.reading.headings import Section
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.signals.amounts import squeezed


@dataclass(frozen=True, slots=True)
class Context:
    """The paper, the part and the lot; the line that announced this one, the columns the user names, and the open criterion."""

    document: str
    section: Section
    lot: str = ""
    lead: str = ""
    asked: tuple[Asked, ...] = ()
    criterion: OpenCriterion | None = None

    def found(self, line: Line, at: str = "") -> Found:
        """Return the place of a line, or of what stands at an address in it."""
        return Found(document=self.document, place=line.place or "?", at=at or line.at or None)

    def cell(self, line: Line, cell: Cell) -> Found:
        """Return the place of a cell in a row."""
        return Found(document=self.document, place=f"{line.place}, {cell.place}", at=cell.at)


def texts_of(line: Line) -> list[str]:
    """Return the texts in a row, one of each cell."""
    return list({cell.at: squeezed(cell.text) for cell in line.cells if cell.text.strip()}.values())
