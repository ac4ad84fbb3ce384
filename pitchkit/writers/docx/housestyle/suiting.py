"""A frame made to suit one document: the styles that its contents need, the pages and letters that a buyer asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lxml import etree

from pitchkit.document import Document, PageSetup
from pitchkit.writers.docx.frame import Frame, Page
from pitchkit.writers.docx.housestyle import lettering, rulings
from pitchkit.writers.docx.housestyle.body import page_of, section_after
from pitchkit.writers.docx.housestyle.stylesheet import Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import Element, find, parse, serialise, tag
from pitchkit.writers.docx.widths import relative_width

_WORDED: Final = re.compile(rb"<(?:\w+:)?(?:document|hdr|ftr|footnotes|endnotes|numbering)\b[^>]*wordprocessingml/2006/main")
_CONTENTS_STYLES: Final = Path(__file__).parent.parent / "contents_styles.xml"


def suit(frame: Frame, document: Document) -> Frame:
    """Return the frame with what this document asks of it; what it does not ask for stays as it is."""
    name = frame.roles["styles"]
    styles = Stylesheet(parse(frame.parts[name], name), accent=frame.accent)
    if document.contents is not None:
        styles.add(parse(_CONTENTS_STYLES.read_bytes(), _CONTENTS_STYLES.name))
    suited = frame if document.page is None else _with_pages(frame, styles, document.page)
    parts = {**suited.parts, name: serialise(styles.root)}
    return replace(suited, parts=MappingProxyType(parts), styles=MappingProxyType({**frame.styles, **styles.ids}))


def _with_pages(frame: Frame, styles: Stylesheet, page: PageSetup) -> Frame:
    old_size, body_size = lettering.table_size(styles), rulings.text_size(styles, frame.body_style)
    rulings.rule_styles(styles, frame.body_style, page)
    parts = dict(frame.parts)
    room = frame.page
    for name in _worded_parts(frame):
        root = parse(parts[name], name)
        if name == frame.roles["document"]:
            room = _with_paper(root, page)
        if name == frame.roles["numbering"]:
            rulings.rule_lists(root, page, body_size)
        else:
            rulings.rule_story(root, page)
        parts[name] = serialise(root)
    letters = relative_width(page.font) if page.font else frame.letter_width * lettering.OWN_TABLE / old_size
    return replace(
        frame,
        parts=MappingProxyType(parts),
        page=room,
        letter=page.font or frame.letter,
        letter_width=letters * lettering.table_size(styles) / lettering.OWN_TABLE,
        smallest=float(page.smallest or 0),
    )


def _worded_parts(frame: Frame) -> list[str]:
    """Return the parts that show words: the text, the edges of its pages, the notes, and the signs of lists."""
    return [name for name, content in sorted(frame.parts.items()) if _WORDED.search(content)]


def _with_paper(root: Element, page: PageSetup) -> Page:
    """Set the paper and the margins of every section; return the room for text where the document goes."""
    for section in root.iter(tag("w:sectPr")):
        rulings.rule_section(section, page)
    body = find(root, "w:body")
    place = next(found for found in root.iter(etree.ProcessingInstruction) if found.text == "body")
    last = list(root.iter(tag("w:sectPr")))[-1]
    return page_of(last if body is None else section_after(place, body, last))
