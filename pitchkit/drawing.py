"""A chart as an SVG picture, looking as it does in Word. The only door to matplotlib, opened when one is drawn.

The same chart gives the same bytes: no date, no random ids, no settings or letters of the user's own.
"""

from __future__ import annotations

import html
import io
import logging
import re
import textwrap
import warnings
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from pitchkit import charting, remembering
from pitchkit.charting import Look, Scale
from pitchkit.document import Chart, Series
from pitchkit.outline import plain_text
from pitchkit.typography import Formats

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_CM_PER_INCH: Final = 2.54
_LEFT, _RIGHT, _TOP, _BOTTOM = 2.0, 0.3, 0.6, 1.4  # centimetres round the plot
_LEGEND: Final = 0.75
_LINE_OF_LETTERS: Final = 0.4
_ROOM_FOR_NAMES: Final = 80  # letters under the plot, all categories together
_BARS: Final = 0.62  # of the room for a category
_MEASURED: Final = "'DejaVu Sans'"  # wide letters that matplotlib brings along: what they leave room for, others fit in
_SHOWN: Final = "Calibri, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans'"
_DASHES: Final[dict[str, str | tuple[float, tuple[float, ...]]]] = {
    "solid": "-",
    "dash": (0, (3.0, 1.6)),
    "dot": (0, (0.1, 1.8)),
}
_SETTINGS: Final[dict[Any, object]] = {
    "svg.hashsalt": "pitchkit",
    "svg.fonttype": "none",
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": charting.LETTERS,
    "text.parse_math": False,
    "text.color": f"#{charting.INK}",
    "axes.labelcolor": f"#{charting.INK}",
    "xtick.labelcolor": f"#{charting.INK}",
    "ytick.labelcolor": f"#{charting.INK}",
    "lines.dash_capstyle": "round",
}


def draw(chart: Chart) -> bytes:
    """Return the chart as an SVG with words that stay words, and its `alt` for who cannot see it.

    One that was drawn before is not drawn again: to load matplotlib takes longer than to make a whole document.
    """
    key = f"{remembering.program()} {remembering.installed('matplotlib')} {chart!r}"
    known = remembering.recall_bytes("charts", key)
    if known is not None:
        return known
    drawn = _draw(chart)
    remembering.keep_bytes("charts", key, drawn)
    return drawn


def _draw(chart: Chart) -> bytes:
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where it keeps its letters is no news to the user
    import matplotlib as mpl
    from matplotlib.figure import Figure

    picture = io.StringIO()
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a sign that the measured letters lack is in the letters that are shown
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        figure = Figure(figsize=(charting.WIDTH / _CM_PER_INCH, charting.HEIGHT / _CM_PER_INCH))
        _Plot(chart, charting.scale_of(chart)).draw_on(figure)
        figure.savefig(picture, format="svg", transparent=True, metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    return _told(picture.getvalue(), chart).encode()


def _told(svg: str, chart: Chart) -> str:
    """Return the picture with its title and its text for who cannot see it, in letters that look like those in Word."""
    title = plain_text(chart.caption) or chart.name
    words = f"<title>{html.escape(title, quote=False)}</title>\n <desc>{html.escape(chart.alt, quote=False)}</desc>"
    opening, rest = svg[svg.index("<svg") :].split(">", 1)
    rest = re.sub(rf"(<text style=\"[^\"]*?){_MEASURED}", rf"\1{_SHOWN}", rest)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{opening} role="img">\n {words}{rest}'


def number(value: Decimal) -> str:
    """Return a whole number as the Netherlands writes it."""
    return Formats("nl-NL").number(value.quantize(Decimal(1), ROUND_HALF_UP))


def _heights(series: Series) -> list[float]:
    """Return the values as matplotlib takes them; NaN is a gap."""
    return [float("nan") if value is None else float(value) for value in series.values]


@dataclass(frozen=True, slots=True)
class _Plot:
    chart: Chart
    scale: Scale

    def draw_on(self, figure: Figure) -> None:
        names = self._names()
        has_legend = len(self.chart.series) > 1
        lines = max((name.count("\n") for name in names), default=0)
        below = _BOTTOM + lines * _LINE_OF_LETTERS + (_LEGEND if has_legend else 0)
        wide, high = charting.WIDTH, charting.HEIGHT
        axes = figure.add_axes((_LEFT / wide, below / high, 1 - (_LEFT + _RIGHT) / wide, 1 - (below + _TOP) / high))
        self._draw_axes(axes, names)
        for place, series in enumerate(self.chart.series):
            look = charting.look_of(place)
            if self.chart.kind == "lines":
                self._draw_line(axes, series, look, place)
            else:
                self._draw_bars(axes, series, look, place)
        if has_legend:
            middle = (_LEFT + wide - _RIGHT) / 2 / wide
            figure.legend(
                *axes.get_legend_handles_labels(),
                loc="lower center",
                bbox_to_anchor=(middle, 0),
                ncols=len(self.chart.series),
                frameon=False,
                handlelength=3.2 if self.chart.kind == "lines" else 1.2,
            )

    def _names(self) -> list[str]:
        """Return the names of the categories, in lines that fit under the plot; empty where there is no room for one."""
        step = charting.label_step(self.chart)
        shown = max(1, len(self.chart.categories[::step]))
        width = max(6, _ROOM_FOR_NAMES // shown)
        return [textwrap.fill(name, width) if place % step == 0 else "" for place, name in enumerate(self.chart.categories)]

    def _draw_axes(self, axes: Axes, names: list[str]) -> None:
        low, high, step = self.scale.low, self.scale.high, self.scale.step
        ticks = [low + step * place for place in range(int((high - low) / step) + 1)]
        axes.set_xlim(-0.5, len(names) - 0.5)
        axes.set_ylim(float(low), float(high))
        axes.set_xticks(range(len(names)), names)
        axes.set_yticks([float(tick) for tick in ticks], [number(tick) for tick in ticks])
        axes.tick_params(length=0, pad=5)
        axes.spines[["top", "left", "right", "bottom"]].set_visible(False)
        axes.set_axisbelow(True)
        axes.grid(visible=True, axis="y", color=f"#{charting.GRID}", linewidth=0.75)
        axes.axhline(0, color=f"#{charting.AXIS}", linewidth=0.75, zorder=1.5)
        axes.set_xlabel(self.chart.x_title, labelpad=5)
        axes.set_ylabel(charting.value_title(self.chart), rotation_mode="anchor")
        axes.yaxis.set_label_coords(-1.55 / (charting.WIDTH - _LEFT - _RIGHT), 0.5)

    def _draw_line(self, axes: Axes, series: Series, look: Look, place: int) -> None:
        heights, colour = _heights(series), f"#{look.line}"
        axes.plot(
            range(len(heights)),
            heights,
            color=colour,
            linewidth=charting.LINE,
            linestyle=_DASHES[look.dash],
            marker="o" if look.has_markers else "",
            markersize=charting.MARKER,
            label=series.name,
            zorder=4 - place / 10,
        )
        mark = charting.marked_point(series)
        if mark is not None:
            axes.plot([mark], [heights[mark]], "o", color=colour, markersize=charting.MARKED, zorder=5)
            is_below = charting.label_is_below(self.chart, series, mark)
            self._draw_label(axes, series, mark, mark, is_below=is_below, is_marked=True)

    def _draw_bars(self, axes: Axes, series: Series, look: Look, place: int) -> None:
        width = _BARS / len(self.chart.series)
        shift = (place - (len(self.chart.series) - 1) / 2) * width
        mark = charting.marked_point(series)
        fills = [look.fill if mark in (None, at) else charting.paler(look.fill) for at in range(len(series.values))]
        axes.bar(
            [at + shift for at in range(len(series.values))],
            _heights(series),
            width,
            color=[f"#{fill}" for fill in fills],
            edgecolor=f"#{look.line}",
            linewidth=0.75,
            label=series.name,
            zorder=3,
        )
        for at in range(len(series.values)):
            if at == mark or charting.labels_every_bar(self.chart):
                self._draw_label(axes, series, at, at + shift, is_below=False, is_marked=at == mark)

    def _draw_label(  # noqa: PLR0913 - what there is to say of a label
        self, axes: Axes, series: Series, at: int, across: float, *, is_below: bool, is_marked: bool
    ) -> None:
        """Write the value at the end of a bar or beside a point."""
        value = series.values[at]
        if value is None:
            return
        is_under = is_below or (self.chart.kind == "bars" and value < 0)
        room = charting.MARKED / 2 + 3 if self.chart.kind == "lines" else 3
        axes.annotate(
            number(value),
            (across, float(value)),
            xytext=(0, -room if is_under else room),
            textcoords="offset points",
            ha="center",
            va="top" if is_under else "bottom",
            fontsize=charting.MARKED_LETTERS if is_marked else charting.LETTERS,
            fontweight="bold" if is_marked else "normal",
            zorder=6,
        )
