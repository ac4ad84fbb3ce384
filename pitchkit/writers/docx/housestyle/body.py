"""The body of an organisation's file: what stays of it, and the page that it sets up."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.writers.docx.frame import Page, base_part
from pitchkit.writers.docx.housestyle.package import Package
from pitchkit.writers.docx.housestyle.wordxml import Element, find, hole, new, number, parse, put, tag, text, value

_MARKER: Final = re.compile(r"\{\{\s*(?:inhoud|document)\s*\}\}")
_REFERENCES: Final = (tag("w:headerReference"), tag("w:footerReference"))
_SHOWN: Final = tuple(tag(name) for name in ("w:drawing", "w:pict", "w:object", "w:fldSimple", "w:instrText"))


@dataclass(frozen=True, slots=True)
class Body:
    """What is left of the main part: its root, with a hole in it, and the section in which that hole lies."""

    root: Element
    section: Element
    has_furniture: bool


def settle_body(package: Package, root: Element) -> Body:
    """Keep what stands round the marker, or nothing but the page; make holes for the document."""
    body = find(root, "w:body")
    if body is None:
        body = new("w:body")
        root.append(body)
    last = _last_section(body)
    markers = _markers(body)
    for other in markers[1:]:
        _remove(other)
    if not markers:
        _inherit(last, list(body.iter(tag("w:sectPr"))))
        for child in list(body):
            body.remove(child)
        body.append(hole("body"))
        body.append(last)
        section = last
    else:
        section = section_after(markers[0], body, last)
        _put_instead(markers[0], hole("body"))
    furnished = _has_furniture(package, root)
    if not furnished:
        _make_room(section)
    return Body(root, section, furnished)


def _markers(body: Element) -> list[Element]:
    """Return the paragraphs whose whole text is the marker, in the text itself or in a control round it."""
    places = {tag("w:body"), tag("w:sdtContent")}
    return [
        paragraph
        for paragraph in body.iter(tag("w:p"))
        if _MARKER.fullmatch(text(paragraph).strip()) and (above := paragraph.getparent()) is not None and above.tag in places
    ]


def _remove(element: Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _put_instead(element: Element, other: Element) -> None:
    above = element.getparent()
    if above is not None:
        above.replace(element, other)


# --- sections ----------------------------------------------------------------------------------------------------


def _last_section(body: Element) -> Element:
    """Return the section at the end of the body; ours where the file has none."""
    found = body.findall(tag("w:sectPr"))
    if found:
        return found[-1]
    base = parse(base_part("word/document.xml"), "word/document.xml")
    ours = copy.deepcopy(next(base.iter(tag("w:sectPr"))))
    for child in [child for child in ours if not isinstance(child.tag, str)]:
        ours.remove(child)
    body.append(ours)
    return ours


def section_after(marker: Element, body: Element, last: Element) -> Element:
    """Return the section that the marker stands in: Word writes it at the end of its section."""
    passed = False
    for element in body.iter():
        passed = passed or element is marker
        if passed and element.tag == tag("w:sectPr"):
            return element
    return last


def _inherit(last: Element, sections: list[Element]) -> None:
    """Give the last section the headers and footers that it took over from sections that go."""
    effective: dict[tuple[str, str], Element] = {}
    for section in sections:
        for reference in _references(section):
            effective[str(reference.tag), value(reference, "w:type")] = reference
    own = {(str(reference.tag), value(reference, "w:type")) for reference in _references(last)}
    for key in sorted(set(effective) - own, reverse=True):
        last.insert(0, copy.deepcopy(effective[key]))


def _references(section: Element) -> list[Element]:
    return [child for child in section if child.tag in _REFERENCES]


def page_of(section: Element) -> Page:
    """Return the room for text on a page of this section, in twips; that of one column where it has more."""
    size, margin = find(section, "w:pgSz"), find(section, "w:pgMar")
    across = number(value(size, "w:w"), 11906) - sum(number(value(margin, f"w:{edge}")) for edge in ("left", "right", "gutter"))
    down = number(value(size, "w:h"), 16838) - sum(abs(number(value(margin, f"w:{edge}"))) for edge in ("top", "bottom"))
    columns = find(section, "w:cols")
    count = max(1, number(value(columns, "w:num"), 1))
    space = number(value(columns, "w:space"), 720)
    return Page(width=max(2000, (across - (count - 1) * space) // count), height=max(2000, down))


# --- header, footer, page number ---------------------------------------------------------------------------------


def _has_furniture(package: Package, root: Element) -> bool:
    """Tell whether a header or footer shows something, or the text itself shows a page number."""
    if any(re.search(r"\bPAGE\b", instruction.text or "") for instruction in root.iter(tag("w:instrText"))):
        return True
    return any(_shows_something(story) for story in edge_stories(package, root))


def edge_stories(package: Package, root: Element) -> Iterator[Element]:
    """Return the headers and footers that the sections refer to."""
    wanted = {value(reference, "r:id") for section in root.iter(tag("w:sectPr")) for reference in _references(section)}
    for relation in package.relations(package.main):
        name = package.target(package.main, relation)
        if relation.id in wanted and name in package.parts:
            yield parse(package.parts[name], name)


def _shows_something(story: Element) -> bool:
    return bool(text(story).strip()) or any(next(story.iter(name), None) is not None for name in _SHOWN)


def _make_room(section: Element) -> None:
    """Take away headers and footers that show nothing, and make a hole for ours."""
    for reference in _references(section):
        section.remove(reference)
    section.insert(0, hole("furniture"))
    put(section, new("w:titlePg"))
