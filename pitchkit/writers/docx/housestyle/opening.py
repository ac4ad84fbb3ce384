"""Opens an organisation's Word file: its parts, once it is certain that it is a Word file without macros or a password."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final, NoReturn

from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.writers.docx.housestyle.package import Package
from pitchkit.writers.docx.housestyle.wordxml import BrokenXML

MOST_BYTES: Final = 200_000_000  # unpacked; a house style with pictures is a few million
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .doc, or a new one behind a password
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def open_package(path: Path) -> Package:
    """Return the file as a Word document; raise ContentError for what cannot serve as a house style."""
    parts = _unpack(path)
    if "_rels/.rels" not in parts or "[Content_Types].xml" not in parts:
        refuse(path, "style-not-word")
    try:
        package = Package(parts)
        _settle_main(package, path)
    except BrokenXML as broken:
        refuse(path, "style-unreadable", part=broken.part)
    return package


def refuse(path: Path, code: str, **values: str) -> NoReturn:
    """Raise what is wrong with the file."""
    raise ContentError([problem(Location(str(path)), code, **values)])


def _unpack(path: Path) -> dict[str, bytes]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        refuse(path, "style-not-found")
    except OSError:
        refuse(path, "style-unreadable", part="")
    if data.startswith(_OLE):
        refuse(path, "style-protected" if _PASSWORD in data else "style-not-word")
    if not data.startswith(b"PK"):
        refuse(path, "style-not-word")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_parts(archive, path)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        refuse(path, "style-unreadable", part="")


def _read_parts(archive: zipfile.ZipFile, path: Path) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        refuse(path, "style-protected")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        refuse(path, "style-unreadable", part="")
    safe = (entry for entry in entries if ".." not in entry.filename.split("/") and not entry.filename.startswith("/"))
    return {entry.filename: archive.read(entry) for entry in safe}


def _settle_main(package: Package, path: Path) -> None:
    """Find the main part and make it a document, if it was a template."""
    kinds = {relation.kind_in_full: relation for relation in package.relations("")}
    if _STRICT in kinds:
        refuse(path, "style-strict")
    if _OFFICE not in kinds or (main := package.target("", kinds[_OFFICE])) not in package.parts:
        refuse(path, "style-not-word")
    content_type = package.content_type(main)
    if "macroEnabled" in content_type or any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        refuse(path, "style-macros")
    if content_type not in {_DOCUMENT, _TEMPLATE}:
        refuse(path, "style-not-word")
    package.main = main
    package.set_content_type(main, _DOCUMENT)
