"""Reads a Word file back, for the tests: its parts, its paragraphs, and an outline that people can read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
Element = etree._Element  # noqa: SLF001 - lxml has no public name for it


def tag(name: str) -> str:
    """Return w:p as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def val(element: Element | None, attribute: str = "w:val") -> str:
    """Return an attribute, empty when it or the element is not there."""
    return "" if element is None else element.get(tag(attribute), "")


def words(element: Element) -> str:
    """Return what a reader reads: words, tabs and line breaks; no field codes, no note numbers, but the lines of contents."""
    shown, depth, hidden = [], 0, False
    for found in element.iter(tag("w:t"), tag("w:tab"), tag("w:br"), tag("w:fldChar"), tag("w:instrText")):
        if found.tag == tag("w:fldChar"):
            depth += {"begin": 1, "end": -1}.get(val(found, "w:fldCharType"), 0)
            hidden = depth > 0
        elif found.tag == tag("w:instrText") and (found.text or "").strip().startswith("TOC"):
            depth, hidden = 0, False
        elif found.tag == tag("w:t") and not hidden:
            shown.append(found.text or "")
        elif found.tag == tag("w:br"):
            shown.append("\n")
        elif found.tag == tag("w:tab") and not val(found, "w:pos"):
            shown.append("\t")
    return "".join(shown)


@dataclass
class WordFile:
    """A Word file in pieces."""

    data: bytes
    parts: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self._roots: dict[str, Element] = {}

    def root(self, name: str) -> Element:
        """Return the root of a part."""
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.parts[name])
        return self._roots[name]

    @cached_property
    def body(self) -> Element:
        """The body of the document."""
        found = self.root("word/document.xml").find("w:body", NAMES)
        assert found is not None
        return found

    @cached_property
    def styles(self) -> dict[str, str]:
        """Style id -> style name."""
        found = self.root("word/styles.xml").findall("w:style", NAMES)
        return {val(style, "w:styleId"): val(style.find("w:name", NAMES)) for style in found}

    def style(self, name: str) -> Element:
        """Return the style with this name."""
        found = self.root("word/styles.xml").findall("w:style", NAMES)
        return next(style for style in found if val(style.find("w:name", NAMES)).lower() == name.lower())

    def paragraphs(self, style: str = "") -> list[Element]:
        """Return the paragraphs of the body, or those in this style."""
        return [found for found in self.body.iter(tag("w:p")) if not style or self.style_of(found) == style]

    def style_of(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style."""
        return (
            self.styles[val(paragraph.find("w:pPr/w:pStyle", NAMES))]
            if paragraph.find("w:pPr/w:pStyle", NAMES) is not None
            else "Normal"
        )

    def paragraph(self, start: str) -> Element:
        """Return the paragraph that begins with these words."""
        return next(found for found in self.paragraphs() if words(found).startswith(start))

    def relations(self, part: str) -> dict[str, str]:
        """Return relation id -> target."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        return {found.get("Id", ""): found.get("Target", "") for found in self.root(rels)} if rels in self.parts else {}

    def story(self, kind: str) -> list[str]:
        """Return the words of every header or footer that is there."""
        return [words(self.root(name)) for name in sorted(self.parts) if re.search(rf"/{kind}\d*\.xml$", name)]

    def number_of(self, paragraph: Element) -> tuple[str, str]:
        """Return list number and level of a paragraph, from itself or from its style; empty when it is in no list."""
        places = [paragraph]
        style: Element | None = self.style(self.style_of(paragraph))
        while style is not None:
            places.append(style)
            base = val(style.find("w:basedOn", NAMES))
            style = self.style(self.styles[base]) if base else None
        for place in places:
            number = place.find("w:pPr/w:numPr/w:numId", NAMES)
            if number is not None:
                return val(number), val(place.find("w:pPr/w:numPr/w:ilvl", NAMES)) or "0"
        return "", ""

    # --- outline -------------------------------------------------------------------------------------------------

    def outline(self) -> str:
        """Return the document as text: a line for every paragraph, cell and note, with what matters about it."""
        lines = [*self._block_lines(self.body), ""]
        notes = self.root("word/footnotes.xml").findall("w:footnote", NAMES)
        lines += [f"note {val(note, 'w:id')}: {marked(note)}" for note in notes if not val(note, "w:type")]
        for kind in ("header", "footer"):
            lines += [f"{kind}: {marked(self.root(name))}" for name in sorted(self.parts) if re.search(rf"/{kind}\d\.xml$", name)]
        return "\n".join(lines) + "\n"

    def _block_lines(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == tag("w:p"):
                yield self._paragraph_line(child)
            elif child.tag == tag("w:tbl"):
                yield from self._table_lines(child)
            elif child.tag == tag("w:bookmarkEnd"):
                yield "}"

    def _paragraph_line(self, paragraph: Element) -> str:
        number, level = self.number_of(paragraph)
        place = f" list {number}.{level}" if number not in {"", "0"} else ""
        keep = " +" if paragraph.find("w:pPr/w:keepNext", NAMES) is not None else ""
        return f"{self.style_of(paragraph)}{place}{keep}: {marked(paragraph)}"

    def _table_lines(self, table: Element) -> Iterator[str]:
        widths = " ".join(val(column, "w:w") for column in table.iterfind("w:tblGrid/w:gridCol", NAMES))
        title = val(table.find("w:tblPr/w:tblCaption", NAMES))
        yield f"table [{widths}] {title}".rstrip()
        for row in table.iterfind("w:tr", NAMES):
            head = "=" if row.find("w:trPr/w:tblHeader", NAMES) is not None else "|"
            yield f"  {head} " + " | ".join(marked(cell) for cell in row.iterfind("w:tc", NAMES))


def marked(element: Element) -> str:
    """Return the words with marks: **bold**, _italic_, <link>, [[open field]], ^note, {entry and }."""
    shown = []
    for found in element.iter(tag("w:r"), tag("w:bookmarkStart"), tag("w:bookmarkEnd")):
        name = val(found, "w:name")
        if found.tag == tag("w:bookmarkStart") and not name.startswith("_"):
            shown.append(f"{{{name} ")
        elif found.tag == tag("w:bookmarkEnd") and not _is_hidden(found):
            shown.append("}")
        elif found.tag == tag("w:r"):
            shown.append(_run(found))
    return "".join(shown)


def _is_hidden(end: Element) -> bool:
    starts = end.getroottree().getroot().iter(tag("w:bookmarkStart"))
    return any(val(start, "w:id") == val(end, "w:id") and val(start, "w:name").startswith("_") for start in starts)


def _run(run: Element) -> str:
    reference, code = run.find("w:footnoteReference", NAMES), run.find("w:instrText", NAMES)
    if reference is not None:
        return f"^{val(reference, 'w:id')}"
    if code is not None:
        return f"<{(code.text or '').strip()}>"
    picture = run.find(".//wp:docPr", NAMES)
    if picture is not None:
        return f"(picture: {picture.get('descr')})"
    text = "".join({tag("w:br"): " / ", tag("w:tab"): " -> "}.get(str(child.tag), child.text or "") for child in run)
    for name, before, after in (("w:b", "**", "**"), ("w:i", "_", "_"), ("w:highlight", "[", "]")):
        if run.find(f"w:rPr/{name}", NAMES) is not None and text:
            text = f"{before}{text}{after}"
    is_link = val(run.find("w:rPr/w:rStyle", NAMES)) == "Hyperlink"
    return f"<{text}>" if is_link else text
