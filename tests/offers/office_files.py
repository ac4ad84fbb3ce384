"""Word files made of bare XML, so that a test says exactly what Word would have written."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from pitchkit.offers.reading.opening import read_paper
from pitchkit.offers.reading.papers import Line, Paper

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard">
  <w:name w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="HuisKop"><w:name w:val="Huisstijl hoofdstuk"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kader"><w:name w:val="Kader"/><w:basedOn w:val="Kop2"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Raster"><w:name w:val="Raster"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""


def run(text: str, look: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", style: str = "", *, look: str = "", about: str = "", inside: str = "") -> str:
    """Return a paragraph: plain text, or what is inside it."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{about}</w:pPr>{run(text, look) if text else ''}{inside}</w:p>"


def counted(text: str, number: int, level: int = 0, **more: str) -> str:
    """Return a paragraph that Word counts."""
    about = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, about=about, **more)


def cell(content: str, about: str = "") -> str:
    """Return a cell; text is put into a paragraph."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def row(*cells: str, about: str = "") -> str:
    """Return a row of cells or texts."""
    return f"<w:tr><w:trPr>{about}</w:trPr>{''.join(one if one.startswith('<w:') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, about: str = "") -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr>{about}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def control(content: str, about: str = "") -> str:
    """Return a content control."""
    return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def numbering(*levels: tuple[str, str], more: str = "") -> str:
    """Return a list with these levels (how it counts, how it writes) as list 1; `more` are further lists."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>{first}{more}'


def write_word(path: Path, body: str, *, styles: str = STYLES, lists: str = "", footnotes: str = "") -> Path:
    """Write a Word file."""
    kinds = {"styles": styles, "numbering": lists, "footnotes": footnotes}
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(kinds) if kinds[kind]
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
        archive.writestr(
            "_rels/.rels", _relations(f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>')
        )
        archive.writestr("word/_rels/document.xml.rels", _relations(relations))
        archive.writestr("word/document.xml", f"<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")
        for kind, content in kinds.items():
            if content:
                archive.writestr(f"word/{kind}.xml", f"<w:{kind} {_SPACES}>{content}</w:{kind}>")
    return path


def rewrite(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Change the parts of an Office file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, change(name, content))
    return path


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def read(path: Path) -> Paper:
    """Return a file as pitchkit reads it."""
    return read_paper(path, path.name)


def read_body(folder: Path, body: str, *, lists: str = "", footnotes: str = "") -> tuple[Line, ...]:
    """Return the lines of a Word file with this body."""
    return read(write_word(folder / "paper.docx", body, lists=lists, footnotes=footnotes)).lines


def codes(paper: Paper) -> list[str]:
    """Return what is said of the paper as a whole."""
    return [note.code for note in paper.notes]
