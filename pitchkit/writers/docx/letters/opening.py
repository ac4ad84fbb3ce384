"""The parts of a Word file that show letters, by way of its relations."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from pitchkit.writers.docx.frame import relations_part
from pitchkit.writers.docx.letters.faces import Styles, Theme, Where, tag, value
from pitchkit.writers.docx.xml import PACKAGE, A

MOST_BYTES: Final = 200_000_000  # unpacked
_STORIES: Final[dict[str, Where]] = {"header": "header", "footer": "footer", "footnotes": "note", "endnotes": "note"}
# ISO 29500 strict has other names for the same things.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", b"http://schemas.openxmlformats.org/drawingml/2006/chart"),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file: its stories with the kind of place they are, its charts and drawings, its styles and lists."""

    stories: tuple[tuple[Where, ET.Element], ...]
    charts: tuple[ET.Element, ...]
    drawings: tuple[ET.Element, ...]
    styles: Styles
    lists: ET.Element | None


def open_word(docx: bytes) -> Opened:
    """Return the parts that show letters; raise ValueError for what is no Word file."""
    parts = _unpack(docx)
    main = next((target for kind, target in _relations(parts, "") if kind == "officeDocument"), "")
    if main not in parts:
        raise ValueError("not a Word file")
    root = _parse(parts, main)
    if root.tag != tag("document"):
        raise ValueError("not a Word document")
    related = list(_relations(parts, main))
    one = {kind: target for kind, target in related if target in parts}
    stories: list[tuple[Where, ET.Element]] = [("text", root)]
    stories += [(_STORIES[kind], _parse(parts, name)) for kind, name in related if kind in _STORIES and name in parts]
    within = [pair for name in [main, *(name for _, name in related)] for pair in _relations(parts, name)]
    return Opened(
        stories=tuple(stories),
        charts=tuple(_parse(parts, name) for kind, name in within if kind == "chart" and name in parts),
        drawings=tuple(_parse(parts, name) for kind, name in within if kind == "diagramDrawing" and name in parts),
        styles=_styles(parts, one.get("styles", ""), one.get("theme", "")),
        lists=_parse(parts, one["numbering"]) if "numbering" in one else None,
    )


def _unpack(docx: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise ValueError("too large to be read")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise ValueError("not a Word file") from error


def _parse(parts: dict[str, bytes], name: str) -> ET.Element:
    content = parts[name]
    for strict, other in _STRICT:
        content = content.replace(strict, other)
    if b"<!DOCTYPE" in content:
        raise ValueError(f"cannot be read: {name}")
    try:
        return ET.fromstring(content)  # noqa: S314 - without a DOCTYPE there is nothing to expand
    except ET.ParseError as error:
        raise ValueError(f"cannot be read: {name}") from error


def _relations(parts: dict[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """Yield the last word of the kind of each relation within the file, and the part that it leads to."""
    name = relations_part(part)
    if name not in parts:
        return
    for relation in _parse(parts, name).iter(f"{{{PACKAGE}/relationships}}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
            yield relation.get("Type", "").rpartition("/")[2], posixpath.normpath(target).lstrip("/")


def _styles(parts: dict[str, bytes], name: str, theme: str) -> Styles:
    fonts = _theme(_parse(parts, theme)) if theme else Theme()
    if not name:
        return Styles(theme=fonts)
    root = _parse(parts, name)
    styles = root.findall(tag("style"))
    return Styles(
        by_id={value(style, "styleId"): style for style in reversed(styles)},
        defaults={value(style, "type"): value(style, "styleId") for style in styles if value(style, "default") in {"1", "true"}},
        base=root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}"),
        theme=fonts,
    )


def _theme(root: ET.Element) -> Theme:
    def face(kind: str) -> str:
        found = root.find(f".//{{{A}}}{kind}Font/{{{A}}}latin")
        return "" if found is None else found.get("typeface", "")

    return Theme(face("major"), face("minor"))
