"""PNG and JPEG pictures: whether they are whole, and how large they are. Only their bytes are looked at."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

ENDINGS: Final = (".png", ".jpg", ".jpeg")
MOST_PIXELS: Final = 100_000_000
"""A picture unpacks into so many points, whatever its file weighs; Word needs four bytes for each."""

EMU_PER_INCH: Final = 914400
_DPI: Final = 96.0  # for a picture that does not say
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_MARK: Final = 0xFF  # begins every segment of a JPEG
_JFIF: Final = 0xE0
_EXIF: Final = 0xE1
_SCAN: Final = 0xDA
_END: Final = b"\xff\xd9"
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the SOF markers
_SHOWN: Final = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended and progressive: what Word and browsers show
_ORIENTATION: Final = 0x112

Fault = Literal["picture-broken", "picture-format", "picture-pixels", "picture-turned"]
Extension = Literal["png", "jpeg"]


class PictureError(ValueError):
    """Bytes that cannot be shown as a picture; `fault` is the code of the reason."""

    def __init__(self, name: str, fault: Fault) -> None:
        super().__init__(f"the picture {name!r} cannot be shown: {fault}")
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's natural width and height in EMU, and its format."""

    width: int
    height: int
    extension: Extension

    @property
    def content_type(self) -> str:
        """The media type."""
        return f"image/{self.extension}"


def extension_of(data: bytes) -> Extension | None:
    """Return the format that bytes begin as, None for another one than PNG or JPEG."""
    if data.startswith(_PNG):
        return "png"
    return "jpeg" if data.startswith(_JPEG) else None


def measure(data: bytes, name: str) -> Size:
    """Return the size of a whole picture.

    Raises:
        PictureError: it is no PNG or JPEG, not whole, too many points, or a photograph that lies on its side.
    """
    kind = extension_of(data)
    if kind is None and data:
        raise PictureError(name, "picture-format")
    try:
        return _png_size(data, name) if kind == "png" else _jpeg_size(data, name)
    except (struct.error, IndexError) as error:
        raise PictureError(name, "picture-broken") from error


# --- PNG ---------------------------------------------------------------------------------------------------------


def _png_size(data: bytes, name: str) -> Size:
    across = down = _DPI
    width = height = 0
    kinds: list[bytes] = []
    for kind, content in _png_chunks(data):
        if kind == b"IHDR":
            width, height = struct.unpack(">II", content[:8])
        if kind == b"pHYs":
            per_metre_across, per_metre_down, unit = struct.unpack(">IIB", content[:9])
            if unit == 1 and per_metre_across and per_metre_down:
                across, down = per_metre_across * 0.0254, per_metre_down * 0.0254
        kinds.append(kind)
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise IndexError
    return _size(name, (width, height), (across, down), "png")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks up to the last one; raises IndexError where the bytes of one are not what they were."""
    place = len(_PNG)
    kind = b""
    while kind != b"IEND" and place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        (sum_,) = struct.unpack_from(">I", data, place + 8 + length)
        if zlib.crc32(kind + content) != sum_:
            raise IndexError
        yield kind, content
        place += 12 + length


# --- JPEG --------------------------------------------------------------------------------------------------------


def _jpeg_size(data: bytes, name: str) -> Size:
    across = down = _DPI
    points = (0, 0)
    for marker, content, end in _jpeg_segments(data):
        if marker == _JFIF and content.startswith(b"JFIF\0"):
            unit, wide, high = struct.unpack(">BHH", content[7:12])
            factor = {1: 1.0, 2: 2.54}.get(unit)
            if factor and wide and high:
                across, down = wide * factor, high * factor
        if marker == _EXIF and _is_turned(content):
            raise PictureError(name, "picture-turned")
        if marker in _FRAMES:
            if marker not in _SHOWN:
                raise PictureError(name, "picture-format")
            height, width = struct.unpack(">HH", content[1:5])
            points = (width, height)
        if marker == _SCAN and data.rfind(_END) >= end:
            return _size(name, points, (across, down), "jpeg")
    raise IndexError


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield the marker, the content and the end of each segment, up to where the picture itself begins."""
    place = len(_JPEG)
    marker = 0
    while marker != _SCAN and place + 4 <= len(data):
        if data[place] != _MARK:
            return
        marker = data[place + 1]
        if marker == _MARK:  # a fill byte
            place += 1
            continue
        (length,) = struct.unpack_from(">H", data, place + 2)
        yield marker, data[place + 4 : place + 2 + length], place + 2 + length
        place += 2 + length


def _is_turned(content: bytes) -> bool:
    """Return whether a camera notes that its picture has to be turned: browsers do that, Word does not."""
    if not content.startswith(b"Exif\0\0"):
        return False
    exif = content[6:]
    order = ">" if exif.startswith(b"MM") else "<"
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        fields = [struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * number) for number in range(count)]
    except struct.error:
        return False  # notes that cannot be read turn nothing
    return any(tag == _ORIENTATION and value > 1 for tag, _kind, _count, value in fields)


def _size(name: str, points: tuple[int, int], density: tuple[float, float], extension: Extension) -> Size:
    width, height = points
    if not width or not height:
        raise IndexError
    if width * height > MOST_PIXELS:
        raise PictureError(name, "picture-pixels")
    across, down = density
    return Size(round(width / across * EMU_PER_INCH), round(height / down * EMU_PER_INCH), extension)
