"""XML as text: elements with escaped content, and properties in the order that the schema asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"

# ISO/IEC 29500-1, transitional: a child in the wrong place makes Word call the file damaged.
ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    parent: tuple(children.split())
    for parent, children in {
        "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
        " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
        " lang eastAsianLayout specVanish oMath",
        "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
        " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
        "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
        " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
        "w:numPr": "ilvl numId",
        "w:styles": "docDefaults latentStyles style",
        "w:docDefaults": "rPrDefault pPrDefault",
        "w:rPrDefault": "rPr",
        "w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
        " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    }.items()
}

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ATTRIBUTE_MARKS: Final = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_LOCAL_NAME: Final = re.compile(r"<\w+:(\w+)")


def escape(text: str) -> str:
    """Return the text as XML content; raise ValueError, naming the text, for a character that XML cannot hold."""
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"character U+{ord(found.group()):04X} cannot stand in XML: {text!r}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(value: str | int) -> str:
    """Return the value as an XML attribute, quotation marks included."""
    text = escape(str(value))
    for mark, entity in _ATTRIBUTE_MARKS.items():
        text = text.replace(mark, entity)
    return f'"{text}"'


def element(name: str, attributes: Mapping[str, str | int] | None = None, *content: str) -> str:
    """Return an element around content that is XML already."""
    written = "".join(f" {key}={quote(value)}" for key, value in (attributes or {}).items())
    inside = "".join(content)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def setting(name: str, value: str | int) -> str:
    """Return the commonest element of WordprocessingML: a name with one `w:val`."""
    return f"<{name} w:val={quote(value)}/>"


def properties(name: str, children: Iterable[str]) -> str:
    """Return the properties element with its children in schema order, or nothing when there are none."""
    order = ORDER[name]
    ordered = sorted((child for child in children if child), key=lambda child: order.index(local_name(child)))
    return f"<{name}>{''.join(ordered)}</{name}>" if ordered else ""


def local_name(xml: str) -> str:
    """Return the name of the first element in the text, without its prefix."""
    found = _LOCAL_NAME.match(xml)
    if not found:
        raise ValueError(f"not an element: {xml[:60]!r}")
    return found.group(1)


def hole(name: str) -> str:
    """Return the place in a part of the frame where written XML goes."""
    return f"<?pitchkit {name}?>"
