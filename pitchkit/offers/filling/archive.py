"""An Office file with some parts replaced: every other part keeps its bytes, its order and its date."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from lxml import etree

from pitchkit.offers.reading.office import Element

_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the file with these parts in the place of its own; raises KeyError for a part that it does not have."""
    out = io.BytesIO()
    left = dict(parts)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            name = entry.filename.lstrip("/")
            content = left.pop(name, None)
            after.writestr(entry, before.read(entry) if content is None else content)
    if left:
        raise KeyError(next(iter(left)))
    return out.getvalue()


def as_bytes(root: Element) -> bytes:
    """Return a part as a file holds it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def name_near(element: Element, name: str) -> str:
    """Return the full name of an element of the same vocabulary as another one."""
    return f"{{{etree.QName(element).namespace}}}{name}"


def add_text(parent: Element, words: str) -> None:
    """Add words to an element, with their spaces kept."""
    text = etree.SubElement(parent, name_near(parent, "t"))
    text.text = words
    text.set(_XML_SPACE, "preserve")
