"""The mark in a picture beside a document that tells whether it was edited: a remark of the format, with a hash of the rest."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Final

from pitchkit.pictures import extension_of

_AFTER_HEAD: Final = 33  # of a PNG: the signature, and the first chunk, which is always as long
_WORDS: Final = b"pitchkit\0sha256:"
_LENGTH: Final = len(_WORDS) + 64


def seal(data: bytes) -> bytes:
    """Return a picture with its seal; one that has it already stays as it is."""
    if is_untouched(data):
        return data
    at = _place(data)
    return data[:at] + _remark(data) + data[at:]


def is_untouched(data: bytes) -> bool:
    """Return whether a file is a picture that is still as it was sealed."""
    if extension_of(data) is None:
        return False
    at = _place(data)
    end = at + len(_remark(data))
    without = data[:at] + data[end:]
    return data[at:end] == _remark(without)


def _place(data: bytes) -> int:
    if extension_of(data) == "png":
        return _AFTER_HEAD
    # The part of a JPEG that says what it is stays in front.
    names_itself = data[2:3] == b"\xff" and 0xE0 <= (data[3:4] or b"\0")[0] <= 0xEF  # noqa: PLR2004 - the APP markers
    return 4 + int.from_bytes(data[4:6], "big") if names_itself else 2


def _remark(data: bytes) -> bytes:
    words = _WORDS + hashlib.sha256(data).hexdigest().encode()
    if extension_of(data) == "png":
        return struct.pack(">I", _LENGTH) + b"tEXt" + words + struct.pack(">I", zlib.crc32(b"tEXt" + words))
    return b"\xff\xfe" + struct.pack(">H", _LENGTH + 2) + words
