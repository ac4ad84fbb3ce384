"""The file: parts filled in, a hash over them, zipped so that the same document gives the same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

PROPERTY: Final = "pitchkit-hash"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_NO_HASH: Final = "0" * 64
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # Word's set of properties that users make
_FOUND: Final = re.compile(rb'name="pitchkit-hash"><vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>')
_DATE: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold


def hash_property(number: int) -> str:
    """Return the custom property that `seal` fills in; `number` is one that no other property has."""
    return (
        f'<property xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes" fmtid="{_FORMAT}"'
        f' pid="{number}" name="{PROPERTY}"><vt:lpwstr>{_NO_HASH}</vt:lpwstr></property>'
    )


def seal(parts: Mapping[str, bytes], custom: str) -> dict[str, bytes]:
    """Return the parts with their hash in the part of custom properties."""
    digest = _digest(parts)
    return {**parts, custom: parts[custom].replace(_NO_HASH.encode(), digest.encode())}


def is_untouched(data: bytes) -> bool:
    """Tell whether the file carries the hash of what was built, and still is what was built."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return False
    found = [(name, match) for name in parts if name.endswith(".xml") and (match := _FOUND.search(parts[name]))]
    if len(found) != 1 or len(parts) != len(names):
        return False
    name, match = found[0]
    blank = parts[name].replace(match.group(1), _NO_HASH.encode())
    return _digest({**parts, name: blank}) == match.group(1).decode()


def _digest(parts: Mapping[str, bytes]) -> str:
    """Return a hash over the names and contents, whatever their order in the file."""
    whole = hashlib.sha256()
    for name in sorted(parts):
        whole.update(f"{name}\0{len(parts[name])}\0".encode())
        whole.update(parts[name])
    return whole.hexdigest()


def zip_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return the file: the two parts that Word reads first, then the others by name."""
    first = ("[Content_Types].xml", "_rels/.rels")
    names = [*first, *sorted(name for name in parts if name not in first)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name], compresslevel=6)
    return buffer.getvalue()
