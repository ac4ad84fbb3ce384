"""The letters of charts, and of diagrams that Word keeps a drawing of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from pitchkit.writers.docx.letters.faces import Face, Letters, Theme
from pitchkit.writers.docx.xml import A

_C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A: Final = f"{{{A}}}"
_AXES: Final = frozenset(f"{_C}{name}" for name in ("catAx", "valAx", "dateAx", "serAx"))
_LABELS: Final = frozenset({f"{_C}dLbls", f"{_C}dLbl"})
_SHOWN: Final = tuple(f"{_C}show{part}" for part in ("Val", "CatName", "SerName", "Percent", "BubbleSize"))
_OF_CHART: Final = Decimal(10)  # points, where a chart does not say
_OF_DRAWING: Final = Decimal(18)
_TITLE: Final = Decimal("1.2")  # of the letters of its chart


def letters_of_chart(root: Element, theme: Theme) -> Iterator[Letters]:
    """Yield the letters of a chart's title, axes, legend and labels."""
    base = _face(root.find(f"{_C}txPr"), Face(theme.minor, _OF_CHART), theme)
    words = " ".join(found.text or "" for found in root.iter(f"{_A}t"))
    for element in root.iter():
        if element.tag == f"{_C}title":
            yield from _title(element, Face(base.font, base.size * _TITLE), theme)
        elif _shows_words(element):
            yield Letters(_face(element.find(f"{_C}txPr"), base, theme), "chart", words)


def _shows_words(element: Element) -> bool:
    if element.tag in _AXES:
        return not _is_set(element.find(f"{_C}delete"))
    if element.tag in _LABELS:
        return any(_is_set(element.find(name)) for name in _SHOWN)
    return element.tag == f"{_C}legend"


def _is_set(element: Element | None) -> bool:
    return element is not None and element.get("val", "1") not in {"0", "false"}


def _title(title: Element, base: Face, theme: Theme) -> Iterator[Letters]:
    base = _face(title.find(f"{_C}txPr"), base, theme)
    rich = title.find(f"{_C}tx/{_C}rich")
    if rich is None:
        yield Letters(base, "chart", "")
        return
    base = _face(rich, base, theme)
    for run in rich.iter(f"{_A}r"):
        yield Letters(_own(run.find(f"{_A}rPr"), base, theme), "chart", run.findtext(f"{_A}t") or "")


def letters_of_drawing(root: Element, theme: Theme) -> Iterator[Letters]:
    """Yield the letters of a diagram."""
    for run in root.iter(f"{_A}r"):
        words = run.findtext(f"{_A}t") or ""
        if words.strip():
            yield Letters(_own(run.find(f"{_A}rPr"), Face(theme.minor, _OF_DRAWING), theme), "drawing", words)


def _face(properties: Element | None, base: Face, theme: Theme) -> Face:
    """Return what the properties of a text say of all its words."""
    return base if properties is None else _own(next(properties.iter(f"{_A}defRPr"), None), base, theme)


def _own(look: Element | None, base: Face, theme: Theme) -> Face:
    if look is None:
        return base
    size, latin = look.get("sz", ""), look.find(f"{_A}latin")
    font = theme.font(latin.get("typeface", "")) if latin is not None else ""
    return Face(font or base.font, Decimal(size) / 100 if size.isdecimal() else base.size)
