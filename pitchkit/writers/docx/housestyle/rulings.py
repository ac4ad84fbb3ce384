"""What a buyer's rules of form do to Word's XML: paper, margins, letter, size and line spacing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Final

from pitchkit.document import PageSetup
from pitchkit.writers.docx.housestyle.stylesheet import SMALLEST, Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import NAMES, Element, find, grown, new, number, put, tag, value

_TWIPS_PER_MM: Final = Decimal(1440) / Decimal("25.4")
_PAPERS: Final = {"A4": (11906, 16838), "A3": (16838, 23811)}  # twips, portrait
_SINGLE: Final = 240  # of w:line
_UNSAID: Final = 20  # half points, where a file says nothing
_FACES: Final = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMES: Final = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
_SIGNS: Final = ("symbol", "wingdings", "webdings", "segoe ui symbol", "marlett")  # their signs are in no other letter


def text_size(styles: Stylesheet, body_style: str) -> int:
    """Return the size of running text in half points."""
    return number(value(styles.effective(body_style, "w:rPr/w:sz")), _UNSAID)


def rule_styles(styles: Stylesheet, body_style: str, page: PageSetup) -> None:
    """Give every style the letter, a size in proportion and the line spacing that are asked for."""
    default = grown(styles.root, "w:docDefaults", "w:rPrDefault", "w:rPr")
    if page.size or page.smallest:
        body = text_size(styles, body_style)
        for name in ("w:sz", "w:szCs"):
            if find(default, name) is None:
                put(default, new(name, val=_UNSAID))
        for size in _sizes(styles.root):
            _resize(size, page, body)
    if page.font:
        grown(default, "w:rFonts")
        _set_font(styles.root, page.font)
    if page.line_spacing:
        grown(styles.root, "w:docDefaults", "w:pPrDefault", "w:pPr", "w:spacing")
        running = [found for place in _body_places(styles, body_style) if (found := find(place, "w:pPr/w:spacing")) is not None]
        _set_line_spacing(styles.root, page.line_spacing, running)


def rule_lists(root: Element, page: PageSetup, body: int) -> None:
    """Do the same for the bullets and numbers of lists; `body` is the size of running text in half points, before."""
    if page.size or page.smallest:
        for size in _sizes(root):
            _resize(size, page, body)
    if page.font:
        _set_font(root, page.font)


def rule_story(root: Element, page: PageSetup) -> None:
    """Do the same for words that a house keeps in its text and at the edges of its pages; their size stays if it may."""
    floor = _half_points(page.smallest or Decimal(0))
    for size in _sizes(root):
        if number(value(size)) < floor:
            size.set(tag("w:val"), str(floor))
    if page.font:
        _set_font(root, page.font)
    if page.line_spacing:
        _set_line_spacing(root, page.line_spacing, [])


def rule_section(section: Element, page: PageSetup) -> None:
    """Set paper, orientation and margins."""
    across, down = _PAPERS[page.paper] if page.orientation == "portrait" else _PAPERS[page.paper][::-1]
    size = new("w:pgSz", w=across, h=down)
    if page.orientation == "landscape":
        size.set(tag("w:orient"), "landscape")
    put(section, size)
    if page.margins is None:
        return
    edge = int((page.margins * _TWIPS_PER_MM).to_integral_value(ROUND_CEILING))
    old = find(section, "w:pgMar")
    outer = {name: min(number(value(old, f"w:{name}"), 708), edge // 2) for name in ("header", "footer")}
    put(section, new("w:pgMar", top=edge, right=edge, bottom=edge, left=edge, **outer, gutter=0))


# --- letters -----------------------------------------------------------------------------------------------------


def _sizes(root: Element) -> Iterator[Element]:
    yield from root.iter(tag("w:sz"), tag("w:szCs"))


def _half_points(points: Decimal) -> int:
    return int((points * 2).to_integral_value(ROUND_CEILING))


def _resize(size: Element, page: PageSetup, body: int) -> None:
    """Set a size in half points: in its old proportion to running text, and no smaller than may be."""
    wished = Decimal(number(value(size), _UNSAID))
    if page.size:
        wished = wished * page.size * 2 / body
    fitted = int(wished.to_integral_value(ROUND_HALF_UP))
    size.set(tag("w:val"), str(max(fitted, SMALLEST, _half_points(page.smallest or Decimal(0)))))


def _set_font(root: Element, font: str) -> None:
    for fonts in root.iter(tag("w:rFonts")):
        if value(fonts, "w:ascii").lower().startswith(_SIGNS):
            continue
        for theme in _THEMES:
            fonts.attrib.pop(tag(theme), "")
        for face in _FACES:
            fonts.set(tag(face), font)


# --- lines -------------------------------------------------------------------------------------------------------


def _body_places(styles: Stylesheet, body_style: str) -> Iterator[Element]:
    """Yield where the spacing of running text can be said: its style, those it is based on, and the document's default."""
    yield from styles.chain(body_style)
    default = find(styles.root, "w:docDefaults/w:pPrDefault")
    if default is not None:
        yield default


def _set_line_spacing(root: Element, wanted: Decimal, running: list[Element]) -> None:
    """Give running text this spacing, and anything that says its own no less."""
    line = int((wanted * _SINGLE).to_integral_value(ROUND_CEILING))
    for properties in root.iter(tag("w:pPr")):
        for spacing in properties.findall("w:spacing", NAMES):
            own = value(spacing, "w:line")
            is_running = any(spacing is one for one in running)
            if not own and not (is_running and spacing is running[-1]):
                continue
            is_multiple = value(spacing, "w:lineRule") in {"", "auto"}
            spacing.set(tag("w:line"), str(line if is_running or not is_multiple else max(line, number(own))))
            spacing.set(tag("w:lineRule"), "auto")
