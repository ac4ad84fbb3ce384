"""How a chart looks in every format: its colours and lines, its axis of values, and which point it names.

Legible in black and white: the series differ in line, marker and lightness, never in colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final, Literal

from pitchkit.document import Chart, Series

WIDTH: Final = 15.5  # centimetres
HEIGHT: Final = 7.5
LETTERS: Final = 9  # points, of every word
MARKED_LETTERS: Final = 10

ACCENT: Final = "154273"  # where no house has a colour of its own
INK: Final = "1F2328"
AXIS: Final = "8C959F"
GRID: Final = "DDE2E7"

LINE: Final = 2.25  # points
MARKER: Final = 6
MARKED: Final = 11

_MOST_STEPS: Final = 7
_MOST_LABELS: Final = 16  # of categories side by side
_MOST_BARS_WITH_LABELS: Final = 12
_HEADROOM: Final = Decimal("0.05")  # above the highest value, for its label
_FOOTROOM: Final = Decimal("0.1")  # below the lowest one, where the names of the categories stand

Dash = Literal["solid", "dash", "dot"]


@dataclass(frozen=True, slots=True)
class Look:
    """How one series looks: its line, or the fill and edge of its bars; an empty colour is the accent."""

    dash: Dash
    has_markers: bool
    line: str
    fill: str

    def coloured(self, accent: str) -> Look:
        """Return the look in the colour of the house."""
        return Look(self.dash, self.has_markers, self.line or accent, self.fill or accent)


_LOOKS: Final = (
    Look("solid", has_markers=True, line="", fill=""),
    Look("dash", has_markers=False, line="6B7580", fill="B4BCC5"),
    Look("dot", has_markers=False, line=INK, fill="FFFFFF"),
)


def look_of(number: int, accent: str = ACCENT) -> Look:
    """Return the look of the series with this number, from 0."""
    return _LOOKS[number % len(_LOOKS)].coloured(accent)


def paler(colour: str) -> str:
    """Return the colour of the bars that stand beside the one that counts."""
    parts = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * 0.45):02X}" for part in parts)


# --- points ------------------------------------------------------------------------------------------------------


def marked_point(series: Series) -> int | None:
    """Return the point to emphasise, if there is one and it has a value."""
    mark = series.mark
    return mark if mark is not None and 0 <= mark < len(series.values) and series.values[mark] is not None else None


def labels_every_bar(chart: Chart) -> bool:
    """Tell whether the bars are so few that each can have its value above it."""
    return chart.kind == "bars" and len(chart.categories) * len(chart.series) <= _MOST_BARS_WITH_LABELS


def label_is_below(chart: Chart, series: Series, point: int) -> bool:
    """Tell whether the label of a point on a line stands below it, because the line above it is nearer."""
    own = series.values[point]
    if chart.kind == "bars" or own is None:
        return False
    others = [one.values[point] for one in chart.series if one is not series]
    above = [other - own for other in others if other is not None and other >= own]
    below = [own - other for other in others if other is not None and other < own]
    return bool(above) and min(above) < min(below, default=own - scale_of(chart).low)


# --- axes --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis of values: where it begins and ends, and the step between its lines."""

    low: Decimal
    high: Decimal
    step: Decimal


def scale_of(chart: Chart) -> Scale:
    """Return an axis in whole, round steps that has zero on it and room for labels beyond the outermost values."""
    values = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = high - low
    high += span * _HEADROOM if high > 0 else 0
    low -= span * _FOOTROOM if low < 0 else 0
    step = _round_step(span / _MOST_STEPS)
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    return Scale(bottom, max(top, bottom + step), step)


def _round_step(least: Decimal) -> Decimal:
    """Return 1, 2 or 5, or such a number with zeros, that is no less."""
    power = Decimal(1)
    while True:
        for digit in (1, 2, 5):
            if digit * power >= least:
                return digit * power
        power *= 10


def value_title(chart: Chart) -> str:
    """Return the words along the axis of values; the euro sign stands here and not at every number."""
    says_so = "€" in chart.y_title or "euro" in chart.y_title.lower()
    return f"{chart.y_title} (€)" if chart.unit == "euro" and not says_so else chart.y_title


def label_step(chart: Chart) -> int:
    """Return how many categories go to one label, so that the labels do not run into each other."""
    return -(-len(chart.categories) // _MOST_LABELS) or 1
