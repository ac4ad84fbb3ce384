"""How the cells of a workbook look, and how they show a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.sheets.names import child, children, is_on
from pitchkit.offers.reading.sheets.showing import BUILT_IN


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What matters of a style: the format of numbers, whether it stands out, is struck through, or may be filled in."""

    code: str = "General"
    is_bold: bool = False
    is_filled: bool = False
    is_struck: bool = False
    is_unlocked: bool = False
    size: float = 0.0


PLAIN = CellStyle()


class WorkbookStyles:
    """The styles of a workbook, by the number that a cell gives."""

    def __init__(self, root: Element | None) -> None:
        self._root = root

    def __getitem__(self, index: str) -> CellStyle:
        number = int(index) if index.isdigit() else 0
        return self._styles[number] if number < len(self._styles) else PLAIN

    @cached_property
    def _styles(self) -> Sequence[CellStyle]:
        root = self._root
        codes = dict(BUILT_IN) | {_number(one, "numFmtId"): one.get("formatCode", "") for one in children(root, "numFmts/numFmt")}
        fonts = list(children(root, "fonts/font"))
        fills = [_is_coloured(one) for one in children(root, "fills/fill")]
        return [_read(one, codes, fonts, fills) for one in children(root, "cellXfs/xf")]


def _read(xf: Element, codes: Mapping[int, str], fonts: Sequence[Element], fills: Sequence[bool]) -> CellStyle:
    font_id, fill_id = _number(xf, "fontId"), _number(xf, "fillId")
    font = fonts[font_id] if font_id < len(fonts) else None
    protection, size = child(xf, "protection"), child(font, "sz")
    return CellStyle(
        codes.get(_number(xf, "numFmtId"), "General"),
        is_on(child(font, "b")),
        fill_id < len(fills) and fills[fill_id],
        is_on(child(font, "strike")),
        protection is not None and protection.get("locked") in {"0", "false"},
        _float(size.get("val", "") if size is not None else ""),
    )


def _is_coloured(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    if pattern is None:
        return len(fill) > 0
    if pattern.get("patternType", "none") in {"none", "gray125"}:
        return False
    colour = child(pattern, "fgColor")
    return colour is None or (colour.get("rgb", "").upper()[-6:] != "FFFFFF" and not _is_white(colour))


def _is_white(colour: Element) -> bool:
    return colour.get("theme") == "0" and not colour.get("tint")


def _number(element: Element, attribute: str) -> int:
    said = element.get(attribute, "0")
    return int(said) if said.isdigit() else 0


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
