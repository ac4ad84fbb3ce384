"""The size of a PNG or JPEG picture, read from its first bytes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

EMU_PER_INCH: Final = 914400
_DPI: Final = 96.0  # for a picture that does not say
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MARK: Final = 0xFF  # begins every segment of a JPEG
_JFIF: Final = 0xE0
_JPEG_SIZES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the SOF markers


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's natural width and height in EMU, and its format."""

    width: int
    height: int
    extension: Literal["png", "jpeg"]

    @property
    def content_type(self) -> str:
        """The media type."""
        return f"image/{self.extension}"


def picture_size(data: bytes, name: str) -> Size:
    """Return the size of the picture; raise ValueError, with its name, when it is no PNG or JPEG."""
    try:
        if data.startswith(_PNG):
            return _png_size(data)
        if data.startswith(b"\xff\xd8"):
            return _jpeg_size(data)
    except (struct.error, IndexError, StopIteration) as error:
        raise ValueError(f"the picture {name!r} is cut off") from error
    raise ValueError(f"the picture {name!r} is not a PNG or JPEG")


def _png_size(data: bytes) -> Size:
    width, height = struct.unpack(">II", data[16:24])
    across = down = _DPI
    for kind, content in _png_chunks(data):
        if kind == b"pHYs":
            per_metre_across, per_metre_down, unit = struct.unpack(">IIB", content[:9])
            if unit == 1 and per_metre_across and per_metre_down:
                across, down = per_metre_across * 0.0254, per_metre_down * 0.0254
        if kind == b"IDAT":
            break
    return _size(width, height, across, down, "png")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        yield kind, data[place + 8 : place + 8 + length]
        place += 12 + length


def _jpeg_size(data: bytes) -> Size:
    across = down = _DPI
    for marker, content in _jpeg_segments(data):
        if marker == _JFIF and content.startswith(b"JFIF\0"):
            unit, wide, high = struct.unpack(">BHH", content[7:12])
            factor = {1: 1.0, 2: 2.54}.get(unit)
            if factor and wide and high:
                across, down = wide * factor, high * factor
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[1:5])
            return _size(width, height, across, down, "jpeg")
    raise IndexError


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 2
    while place + 4 <= len(data):
        if data[place] != _MARK:
            return
        marker = data[place + 1]
        if marker == _MARK:  # a fill byte
            place += 1
            continue
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        yield marker, data[place + 4 : place + 2 + length]
        place += 2 + length


def _size(width: int, height: int, across: float, down: float, extension: Literal["png", "jpeg"]) -> Size:
    if not width or not height:
        raise IndexError
    return Size(round(width / across * EMU_PER_INCH), round(height / down * EMU_PER_INCH), extension)
