"""The part that holds a chart: DrawingML that Word draws and lets the reader edit. Children stand in schema order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pitchkit import charting
from pitchkit.document import Chart, Series
from pitchkit.writers.docx.workbooks import SHEET, column_name, number_text
from pitchkit.writers.docx.xml import HEAD, A, R, element, escape

C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NUMBERS: Final = '[$-413]#,##0;"−"#,##0'  # with the separators of the Netherlands, in any Word
_EMU_PER_POINT: Final = 12700
_DASHES: Final = {"solid": "solid", "dash": "sysDash", "dot": "sysDot"}
_CATEGORIES, _VALUES = 1001, 1002  # the numbers by which the axes know each other
_NOTHING: Final = "<a:noFill/><a:ln><a:noFill/></a:ln>"


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The colour and the letter of a chart, empty for the one of the theme; no letter is smaller than `smallest` points."""

    accent: str
    letter: str
    smallest: float = 0.0


def write_chart_part(chart: Chart, workbook: str, look: ChartLook, language: str) -> str:
    """Return the part; `workbook` is the id of its relation to the numbers."""
    return HEAD + _ChartPart(chart, look, language).write(workbook)


def _set(name: str, value: str | int) -> str:
    return element(f"c:{name}", {"val": value})


def _solid(colour: str) -> str:
    return element("a:solidFill", None, element("a:srgbClr", {"val": colour}))


def _line(colour: str, points: float, dash: str = "solid") -> str:
    return element(
        "a:ln", {"w": round(points * _EMU_PER_POINT), "cap": "rnd"}, _solid(colour), element("a:prstDash", {"val": dash})
    )


@dataclass(frozen=True, slots=True)
class _ChartPart:
    chart: Chart
    look: ChartLook
    language: str

    def write(self, workbook: str) -> str:
        has_legend = len(self.chart.series) > 1
        legend = element("c:legend", None, _set("legendPos", "b"), _set("overlay", 0), self._words()) if has_legend else ""
        return element(
            "c:chartSpace",
            {"xmlns:c": C, "xmlns:a": A, "xmlns:r": R},
            _set("date1904", 0),
            _set("lang", self.language),
            _set("roundedCorners", 0),
            element(
                "c:chart",
                None,
                _set("autoTitleDeleted", 1),
                element("c:plotArea", None, "<c:layout/>", self._plot(), *self._axes(), element("c:spPr", None, _NOTHING)),
                legend,
                _set("plotVisOnly", 1),
                _set("dispBlanksAs", "gap"),
            ),
            element("c:spPr", None, _NOTHING),
            self._words(),
            element("c:externalData", {"r:id": workbook}, _set("autoUpdate", 0)),
        )

    def _plot(self) -> str:
        axes = _set("axId", _CATEGORIES) + _set("axId", _VALUES)
        series = "".join(self._series(number, one) for number, one in enumerate(self.chart.series))
        if self.chart.kind == "lines":
            return element(
                "c:lineChart", None, _set("grouping", "standard"), _set("varyColors", 0), series, _set("marker", 1), axes
            )
        kind = _set("barDir", "col") + _set("grouping", "clustered") + _set("varyColors", 0)
        return element("c:barChart", None, kind, series, _set("gapWidth", 60), axes)

    # --- words ---------------------------------------------------------------------------------------------------

    def _words(self, *, is_bold: bool = False) -> str:
        size = charting.MARKED_LETTERS if is_bold else charting.LETTERS
        paragraph = element("a:pPr", None, self._letters("a:defRPr", size, is_bold=is_bold))
        end = element("a:endParaRPr", {"lang": self.language})
        return element("c:txPr", None, "<a:bodyPr/><a:lstStyle/>", element("a:p", None, paragraph, end))

    def _letters(self, name: str, size: int, *, is_bold: bool = False) -> str:
        language = {"lang": self.language} if name == "a:rPr" else {}
        face = element("a:latin", {"typeface": self.look.letter}) if self.look.letter else ""
        hundredths = round(max(size, self.look.smallest) * 100)
        return element(name, {**language, "sz": hundredths, "b": int(is_bold)}, _solid(charting.INK), face)

    def _title(self, text: str, *, is_upright: bool = False) -> str:
        if not text:
            return ""
        place = element("a:bodyPr", {"rot": -5400000, "vert": "horz"} if is_upright else {})
        run = element("a:r", None, self._letters("a:rPr", charting.LETTERS), element("a:t", None, escape(text)))
        default = element("a:pPr", None, self._letters("a:defRPr", charting.LETTERS))
        rich = element("c:rich", None, place, "<a:lstStyle/>", element("a:p", None, default, run))
        return element("c:title", None, element("c:tx", None, rich), _set("overlay", 0))

    # --- axes ----------------------------------------------------------------------------------------------------

    def _axes(self) -> tuple[str, str]:
        scale = charting.scale_of(self.chart)
        reach = _set("orientation", "minMax") + _set("max", number_text(scale.high)) + _set("min", number_text(scale.low))
        grid = element("c:majorGridlines", None, element("c:spPr", None, _line(charting.GRID, 0.75)))
        labels = _set("auto", 1) + _set("lblAlgn", "ctr") + _set("lblOffset", 100)
        skip = _set("tickLblSkip", charting.label_step(self.chart))
        categories = element(
            "c:catAx",
            None,
            self._axis(_CATEGORIES, _set("orientation", "minMax"), "b"),
            self._title(self.chart.x_title),
            self._ticks("General", _line(charting.AXIS, 0.75), "low", _VALUES),
            labels + skip + _set("noMultiLvlLbl", 0),
        )
        values = element(
            "c:valAx",
            None,
            self._axis(_VALUES, reach, "l") + grid,
            self._title(charting.value_title(self.chart), is_upright=True),
            self._ticks(NUMBERS, "<a:ln><a:noFill/></a:ln>", "nextTo", _CATEGORIES),
            _set("crossBetween", "between") + _set("majorUnit", number_text(scale.step)),
        )
        return categories, values

    def _axis(self, number: int, scaling: str, side: str) -> str:
        return _set("axId", number) + element("c:scaling", None, scaling) + _set("delete", 0) + _set("axPos", side)

    def _ticks(self, numbers: str, line: str, labels: str, other: int) -> str:
        formats = element("c:numFmt", {"formatCode": numbers, "sourceLinked": 0})
        marks = _set("majorTickMark", "none") + _set("minorTickMark", "none") + _set("tickLblPos", labels)
        crossing = _set("crossAx", other) + _set("crosses", "autoZero")
        return formats + marks + element("c:spPr", None, line) + self._words() + crossing

    # --- series --------------------------------------------------------------------------------------------------

    def _series(self, number: int, series: Series) -> str:
        column = column_name(number + 2)
        last = len(self.chart.categories) + 1
        name = _reference("str", f"${column}$1", [series.name])
        drawn = self._line_series(number, series) if self.chart.kind == "lines" else self._bar_series(number, series)
        values = [None if value is None else number_text(value) for value in series.values]
        return element(
            "c:ser",
            None,
            _set("idx", number) + _set("order", number),
            element("c:tx", None, name),
            drawn,
            element("c:cat", None, _reference("str", f"$A$2:$A${last}", self.chart.categories)),
            element("c:val", None, _reference("num", f"${column}$2:${column}${last}", values)),
            _set("smooth", 0) if self.chart.kind == "lines" else "",
        )

    def _line_series(self, number: int, series: Series) -> str:
        look = charting.look_of(number, self.look.accent)
        line = element("c:spPr", None, _line(look.line, charting.LINE, _DASHES[look.dash]))
        plain = (
            self._marker(look.line, charting.MARKER) if look.has_markers else element("c:marker", None, _set("symbol", "none"))
        )
        mark = charting.marked_point(series)
        if mark is None:
            return line + plain
        larger = self._marker(look.line, charting.MARKED)
        point = element("c:dPt", None, _set("idx", mark), larger, _set("bubble3D", 0), line)
        side = "b" if charting.label_is_below(self.chart, series, mark) else "t"
        label = element("c:dLbl", None, _set("idx", mark), self._label(side, is_bold=True))
        return line + plain + point + element("c:dLbls", None, label, self._label(side, is_shown=False))

    def _marker(self, colour: str, size: int) -> str:
        look = element("c:spPr", None, _solid(colour), _line(colour, 0.75))
        return element("c:marker", None, _set("symbol", "circle"), _set("size", size), look)

    def _bar_series(self, number: int, series: Series) -> str:
        look = charting.look_of(number, self.look.accent)
        edge = _line(look.line, 0.75)
        mark = charting.marked_point(series)
        fill = look.fill if mark is None else charting.paler(look.fill)
        bars = element("c:spPr", None, _solid(fill), edge) + _set("invertIfNegative", 0)
        labels = self._label("outEnd", is_shown=charting.labels_every_bar(self.chart))
        if mark is None:
            return bars + element("c:dLbls", None, labels)
        own = element("c:spPr", None, _solid(look.fill), edge)
        point = element("c:dPt", None, _set("idx", mark), _set("invertIfNegative", 0), _set("bubble3D", 0), own)
        label = element("c:dLbl", None, _set("idx", mark), self._label("outEnd", is_bold=True))
        return bars + point + element("c:dLbls", None, label, labels)

    def _label(self, side: str, *, is_shown: bool = True, is_bold: bool = False) -> str:
        """Return what a label looks like: the value alone."""
        formats = element("c:numFmt", {"formatCode": NUMBERS, "sourceLinked": 0})
        look = element("c:spPr", None, _NOTHING) + self._words(is_bold=is_bold)
        hidden = "".join(_set(f"show{part}", 0) for part in ("CatName", "SerName", "Percent", "BubbleSize"))
        return formats + look + _set("dLblPos", side) + _set("showLegendKey", 0) + _set("showVal", int(is_shown)) + hidden


def _reference(kind: str, cells: str, values: Sequence[str | None]) -> str:
    return element(f"c:{kind}Ref", None, element("c:f", None, f"{SHEET}!{cells}"), _cache(kind, values))


def _cache(kind: str, values: Sequence[str | None]) -> str:
    """Return the values as the chart last saw them; there is no point where there is no value."""
    points = (
        element("c:pt", {"idx": place}, element("c:v", None, escape(value)))
        for place, value in enumerate(values)
        if value is not None
    )
    formats = element("c:formatCode", None, NUMBERS) if kind == "num" else ""
    return element(f"c:{kind}Cache", None, formats, _set("ptCount", len(values)), *points)
