"""An Office file in pieces: the parts of a .docx or .xlsx, as lxml reads them. Nothing outside the file is looked up."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

MOST_UNPACKED: Final = 400_000_000  # bytes; a long guide with pictures is some tens of millions
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|spreadsheetml|drawingml|officeDocument)/")
_TRANSITIONAL: Final = {
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"spreadsheetml": b"http://schemas.openxmlformats.org/spreadsheetml/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}


class Unreadable(Exception):  # noqa: N818 - named after what the file is
    """The file cannot be read; `reason` is the code of its message."""

    def __init__(self, reason: str, **values: str) -> None:
        self.reason, self.values = reason, values
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another one: `kind` is the last word of its type ("styles", "comments"), `target` a part or address."""

    id: str
    kind: str
    target: str
    is_external: bool


class OfficeFile:
    """The parts of the file, each read when it is asked for. A part is named without its first slash."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
            raise Unreadable("paper-damaged") from error
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("paper-password")
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
            raise Unreadable("paper-too-large", megabytes=str(MOST_UNPACKED // 1_000_000))
        self._names = {entry.filename.lstrip("/").casefold(): entry.filename for entry in entries}
        self.names = tuple(name.lstrip("/") for name in sorted(self._names.values()))

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._names

    def read(self, part: str) -> bytes:
        """Return the bytes of a part, empty when it is not there; raise Unreadable when they are damaged."""
        name = self._names.get(part.casefold())
        if name is None:
            return b""
        try:
            return self._archive.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise Unreadable("paper-damaged") from error

    def parse(self, part: str) -> Element | None:
        """Return the root of a part, None when it is not there; raise Unreadable when it is not XML."""
        content = self.read(part)
        if not content:
            return None
        content = _STRICT.sub(lambda found: _TRANSITIONAL[found[1]], content)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable("paper-damaged") from error

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield what a part is related to; the part "" is the file as a whole."""
        folder, _, name = part.rpartition("/")
        root = self.parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        for element in () if root is None else root.iterchildren("{*}Relationship"):
            is_external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, is_external)

    def related(self, part: str, kind: str) -> str:
        """Return the name of the first part that is related in this way, empty when there is none."""
        return next((one.target for one in self.relations(part) if one.kind == kind and one.target in self), "")
