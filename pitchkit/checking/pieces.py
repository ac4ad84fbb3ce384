"""The pieces of text in a Word file, on its pages and behind them, each with the part where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.offers.reading.office import Element, OfficeFile

_PARTS: Final = (
    (r"word/document\.xml", "text"),
    (r"word/(?:styles\w*|fontTable|numbering|webSettings|theme/.+)\.xml", ""),
    (r"word/(?:glossary|charts|diagrams|activeX)/.+\.xml|customXml/[^/]+\.xml", "embedded"),
    (r"word/([a-z]+)[^/]*\.xml", r"\1"),
    (r"docProps/\w+\.xml", "properties"),
)
_WORDS: Final = ("t", "delText", "instrText", "v")
_TOLD: Final = ("descr", "title", "alt", "tooltip", "userId")
_NAMING: Final = {"alias": "val", "tag": "val", "docVar": "val", "bookmarkStart": "name", "property": "name", "query": "val"}
_INSIDE: Final = re.compile(r"^S::")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a property or what stands beside a picture: where, counted in its part, and its text."""

    where: str
    text: str


def parts(package: OfficeFile) -> Iterator[tuple[str, str, Element]]:
    """Yield the parts that hold texts: the name in the file, what to call it, and its root."""
    for name in package.names:
        told = next((match.expand(part) for pattern, part in _PARTS if (match := re.fullmatch(pattern, name))), "")
        root = package.parse(name) if told else None
        if root is not None:
            yield name, told, root


def paragraphs(root: Element, part: str) -> Iterator[Piece]:
    """Yield the paragraphs of a part, deleted and hidden words included; what has no paragraphs is one piece."""
    found = [one for one in root.iter("{*}p") if isinstance(one.tag, str)]
    for number, paragraph in enumerate(found, 1):
        # A paragraph in a text box stands within another one: its words are told once, where they are.
        inner = {word for box in paragraph.iterdescendants("{*}p") for word in box.iter()}
        worded = paragraph.iter(*(f"{{*}}{name}" for name in _WORDS))
        text = "".join(word.text or "" for word in worded if word not in inner)
        if text.strip():
            yield Piece(f"{part} {number}", text)
    if not found and (text := " ".join("".join(str(text) for text in root.itertext()).split())):
        yield Piece(part, text)


def attributes(root: Element, part: str) -> Iterator[Piece]:
    """Yield what is said beside a text: an alternative text, a tip at a link, the name of a field, a bookmark or a property."""
    for element in root.iter():
        if isinstance(element.tag, str):
            naming = _NAMING.get(element.tag.rpartition("}")[2], "")
            for name, value in element.attrib.items():
                if str(name).rpartition("}")[2] in (*_TOLD, naming) and str(value).strip():
                    yield Piece(part, _INSIDE.sub("", str(value)))
