"""lxml, as far as a house style needs it: safe parsing, short names, children put in schema order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from pitchkit.writers.docx import xml

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

NAMES: Final = {"w": xml.W, "r": xml.R, "wp": xml.WP, "a": xml.A}
_MANY: Final = 1_000_000  # ids above it are random ones; ours count on below it


class BrokenXML(Exception):  # noqa: N818 - named after what is broken
    """A part of the file is not well-formed, or not what its name says."""

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(part)


def parse(content: bytes, part: str) -> Element:
    """Return the root of a part; nothing outside it is looked up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenXML(part) from error
    if b"<!DOCTYPE" in content:
        raise BrokenXML(part)
    return root


def parse_word(content: bytes, part: str, name: str) -> Element:
    """Return the root of a part that must be this element, the prefixes w and r bound as the writer uses them."""
    root = parse(content, part)
    if root.tag != tag(name):
        raise BrokenXML(part)
    if root.nsmap.get("w") == xml.W and root.nsmap.get("r") == xml.R:
        return root
    names: dict[str, str] = {**root.nsmap, "w": xml.W, "r": xml.R}  # type: ignore[dict-item]  # the stubs forbid a default namespace
    bound = etree.Element(root.tag, {str(key): str(found) for key, found in root.attrib.items()}, nsmap=names)
    bound.extend(list(root))
    return bound


def serialise(root: Element) -> bytes:
    """Return the part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def tag(name: str) -> str:
    """Return a name such as w:p with its namespace written out."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


def new(name: str, **attributes: str | int) -> Element:
    """Return a new element; its attributes are in its own namespace."""
    prefix = name.partition(":")[0]
    made = etree.Element(tag(name), nsmap={"w": xml.W})
    for key, value in attributes.items():
        made.set(tag(f"{prefix}:{key}"), str(value))
    return made


def find(element: Element | None, path: str) -> Element | None:
    """Return the first element on the path, or None."""
    return None if element is None else element.find(path, NAMES)


def value(element: Element | None, attribute: str = "w:val") -> str:
    """Return an attribute, empty when there is no such element or attribute."""
    return "" if element is None else element.get(tag(attribute), "")


def number(text: str, otherwise: int = 0) -> int:
    """Return a whole number, also from 12.0 or 12pt as some programs write; lengths in twips."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?", text.strip())
    if not found:
        return otherwise
    twips = {"mm": 56.6929, "cm": 566.929, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
    return round(float(found[1]) * twips.get(found[2] or "", 1.0))


def put(parent: Element, child: Element) -> Element:
    """Put a child where the schema wants it, in the place of one of the same name; return it."""
    order = xml.ORDER[f"w:{etree.QName(parent).localname}"]
    for old in parent.findall(child.tag):
        parent.remove(old)
    place = order.index(etree.QName(child).localname)
    for position, sibling in enumerate(parent):
        if isinstance(sibling.tag, str) and _rank(order, sibling) > place:
            parent.insert(position, child)
            return child
    parent.append(child)
    return child


def _rank(order: tuple[str, ...], element: Element) -> int:
    name = etree.QName(element)
    return order.index(name.localname) if name.namespace == xml.W and name.localname in order else len(order)


def grown(parent: Element, *path: str) -> Element:
    """Return the element at the end of the path, made where it is not there yet."""
    for name in path:
        below = find(parent, name)
        parent = below if below is not None else put(parent, new(name))
    return parent


def hole(name: str) -> Element:
    """Return a hole for written XML."""
    return etree.ProcessingInstruction("pitchkit", name)


def text(element: Element) -> str:
    """Return the words in an element."""
    return "".join(found.text or "" for found in element.iter(tag("w:t")))


def first_free(numbers: Iterator[int]) -> int:
    """Return a number from which on none is taken."""
    return max((taken for taken in numbers if 0 <= taken < _MANY), default=0) + 1
