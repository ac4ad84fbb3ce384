"""What stands in a column of a table: codes, long texts, words of the buyer; and what the column is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals.amounts import squeezed

_CODE = re.compile(r"(?:[A-Z]{1,5}[-. ]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?\.?|[a-zA-Z]\)?|[A-Z]{2,3}")


def holds_codes(body: Sequence[Line], at: int) -> bool:
    """Return whether most cells of a column hold a number or a code and nothing else."""
    texts = [squeezed(line.cells[at].text) for line in body if at < len(line.cells) and line.cells[at].text.strip()]
    return bool(texts) and sum(bool(_CODE.fullmatch(text)) for text in texts) > len(texts) * 0.7


def length(body: Sequence[Line], at: int) -> float:
    """Return how many characters the texts in a column have on average."""
    texts = [line.cells[at].text for line in body if at < len(line.cells) and line.cells[at].text.strip()]
    return sum(map(len, texts)) / len(texts) if texts else 0


def filled(body: Sequence[Line], at: int) -> int:
    """Return in how many rows a column holds words of the buyer; a heading over all columns fills none."""
    rows = [line.cells for line in body if at < len(line.cells)]
    cells = [cells[at] for cells in rows if cells[at].at not in {one.at for one in cells[:at]}]
    return sum(1 for cell in cells if cell.text.strip() and not cell.choices)


def name_of(heads: Sequence[Line], at: int) -> str:
    """Return the name of a column: what stands in its rows of names, each word once."""
    return squeezed(" ".join(dict.fromkeys(line.cells[at].text for line in heads if at < len(line.cells))))
