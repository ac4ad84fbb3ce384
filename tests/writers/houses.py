"""Organisations' Word files, made here so that the tests know what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.writers.samples import png

GREEN = "00693C"
# Dutch Word writes these ids; the names in the file stay English.
_DUTCH_IDS = {
    "Normal": "Standaard",
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "Heading3": "Kop3",
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "Header": "Koptekst",
    "Footer": "Voettekst",
    "Caption": "Bijschrift",
    "ListParagraph": "Lijstalinea",
    "DefaultParagraphFont": "Standaardalinea-lettertype",
    "TableNormal": "Standaardtabel",
    "NoList": "Geenlijst",
}
_DOCUMENT = b"wordprocessingml.document.main+xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"


def dutch_template(path: Path) -> Path:
    """Write a municipality's .dotx: Dutch ids, Verdana, green, a logo in its header, no lists and no footnotes."""
    house = docx.Document()
    _keep_styles(house, set(_DUTCH_IDS))
    _rename(house, _DUTCH_IDS)
    normal = house.styles["Normal"]
    normal.font.name, normal.font.size = "Verdana", Pt(9)
    normal.element.rPr.rFonts.set(qn("w:cs"), "Verdana")
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title"):
        _colour(house, name, "Verdana", RGBColor.from_string(GREEN))
    _a4(house)
    header = house.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0].add_run().add_picture(io.BytesIO(png(240, 60)), width=Mm(40))
    next(header.part.element.iter(qn("wp:docPr"))).set("descr", "Logo van de gemeente Voorbeeldstad")
    house.sections[0].footer.paragraphs[0].text = "Gemeente Voorbeeldstad, postbus 1"
    for edge, style in ((header, "header"), (house.sections[0].footer, "footer")):
        edge.paragraphs[0].style = house.styles[style]
    house.add_heading("Voorbeeldkop van het sjabloon", 1)
    house.add_paragraph("Deze tekst is een voorbeeld en hoort niet in een document.")
    return save_as_template(house, path)


def with_marker(path: Path) -> Path:
    """Write a .docx with a line before and after the place of the document, and a page number in its footer."""
    house = docx.Document()
    _a4(house)
    house.add_paragraph("Aan: het college van burgemeester en wethouders")
    house.add_paragraph("{{ inhoud }}")
    house.add_paragraph("Ondertekening namens de instelling")
    footer = house.sections[0].footer.paragraphs[0]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    footer.add_run()._r.addnext(field)  # noqa: SLF001 - python-docx has no words for fields
    house.save(str(path))
    return path


def letter_landscape(path: Path) -> Path:
    """Write a .docx on US Letter, lying down, with nothing at the edges of the page."""
    house = docx.Document()
    section = house.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    house.save(str(path))
    return path


def first_page_header(path: Path) -> Path:
    """Write a .docx whose first page has another header than the rest."""
    house = docx.Document()
    section = house.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Briefhoofd"
    section.header.paragraphs[0].text = "Vervolgblad"
    house.save(str(path))
    return path


def own_styles(path: Path, change: Callable[[WordFile], None]) -> Path:
    """Write a .docx after a change to the file that python-docx begins with."""
    house = docx.Document()
    change(house)
    house.save(str(path))
    return path


def save_as_template(house: WordFile, path: Path) -> Path:
    """Write a Word file as a .dotx, which python-docx itself cannot."""
    buffer = io.BytesIO()
    house.save(buffer)
    path.write_bytes(
        rezip(buffer.getvalue(), {}, lambda name, data: data.replace(_DOCUMENT, _TEMPLATE) if name[0] == "[" else data)
    )
    return path


def rezip(
    data: bytes, extra: dict[str, bytes], change: Callable[[str, bytes], bytes | None] = lambda _, content: content
) -> bytes:
    """Return a zip file with its parts changed (None takes one away) and parts added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in extra.items():
            new.writestr(name, content)
    return buffer.getvalue()


def _keep_styles(house: WordFile, kept: set[str]) -> None:
    root = house.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in kept:
            root.remove(style)
    for style in root.findall(qn("w:style")):
        for name in ("w:link", "w:next", "w:basedOn"):
            link = style.find(qn(name))
            if link is not None and link.get(qn("w:val")) not in kept:
                style.remove(link)
    part = house.part
    for relation in [found for found in part.rels.values() if found.reltype.endswith(("/numbering", "/stylesWithEffects"))]:
        part.rels.pop(relation.rId)


def _rename(house: WordFile, ids: dict[str, str]) -> None:
    for style in house.styles.element.findall(qn("w:style")):
        style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
        for name in ("w:link", "w:next", "w:basedOn"):
            link = style.find(qn(name))
            if link is not None:
                link.set(qn("w:val"), ids[link.get(qn("w:val"))])


def _colour(house: WordFile, name: str, font: str, colour: RGBColor) -> None:
    style = house.styles[name]
    assert style.type is WD_STYLE_TYPE.PARAGRAPH
    style.font.name = font
    style.font.color.rgb = colour
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _a4(house: WordFile) -> None:
    section = house.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
