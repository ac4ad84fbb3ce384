"""Opens an organisation's Word file: its parts, once it is certain that it is a Word file without macros or a password."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Final, NoReturn

from pitchkit.diagnostics import ContentError, Diagnostic, Location
from pitchkit.writers.docx.housestyle.package import Package
from pitchkit.writers.docx.housestyle.wordxml import BrokenXML

MOST_BYTES: Final = 200_000_000  # unpacked; a house style with pictures is a few million
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .doc, or a new one behind a password
_PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_DOCUMENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def open_package(path: Path, shown: str) -> Package:
    """Return the file as a Word document; raise ContentError for what cannot serve as a house style."""
    parts = _unpack(path, shown)
    if "_rels/.rels" not in parts or "[Content_Types].xml" not in parts:
        refuse(shown, "style-unreadable", reason="not-word")
    try:
        package = Package(parts)
        _settle_main(package, shown)
    except BrokenXML as broken:
        refuse(shown, "style-unreadable", reason="broken", part=broken.part)
    return package


def refuse(shown: str, code: str, **values: str) -> NoReturn:
    """Raise what is wrong with the file."""
    raise ContentError([Diagnostic(Location(shown), code, tuple(values.items()))])


def _unpack(path: Path, shown: str) -> dict[str, bytes]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        refuse(shown, "file-missing")
    except OSError as error:
        refuse(shown, "file-is-folder" if path.is_dir() else "file-unreadable", reason=error.strerror or "")
    if data.startswith(_OLE):
        refuse(shown, "style-unreadable", reason="password" if _PASSWORD in data else "not-word")
    if not data.startswith(b"PK"):
        refuse(shown, "style-unreadable", reason="not-word")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_parts(archive, shown)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        refuse(shown, "style-unreadable", reason="broken")


def _read_parts(archive: zipfile.ZipFile, shown: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if any(entry.flag_bits & 1 for entry in entries):
        refuse(shown, "style-unreadable", reason="password")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        refuse(shown, "style-unreadable", reason="broken")
    return {entry.filename: archive.read(entry) for entry in entries}  # what climbs out with .. is never reached


def _settle_main(package: Package, shown: str) -> None:
    """Find the main part and make it a document, if it was a template."""
    kinds = {relation.kind_in_full: relation for relation in package.relations("")}
    if _STRICT in kinds:
        refuse(shown, "style-unreadable", reason="strict")
    if _OFFICE not in kinds or (main := package.target("", kinds[_OFFICE])) not in package.parts:
        refuse(shown, "style-unreadable", reason="not-word")
    content_type = package.content_type(main)
    if "macroEnabled" in content_type or any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        refuse(shown, "style-macros")
    if content_type not in {_DOCUMENT, _TEMPLATE}:
        refuse(shown, "style-unreadable", reason="not-word")
    package.main = main
    package.set_content_type(main, _DOCUMENT)
