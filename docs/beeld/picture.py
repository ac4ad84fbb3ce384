"""Make `pitch-gemeente.png`, the picture in the README: the first two pages of the municipal pitch of the example.

    python docs/beeld/picture.py

It needs LibreOffice (`soffice`) and poppler (`pdftoppm`), and pitchkit itself.
"""
# ruff: noqa: INP001, S603

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "voorbeeldstad"
DOTS_PER_INCH = 96
GAP = 14
GREY = b"\xd0\xd0\xd0"
PIXEL = 3
PALETTE = 256


def main() -> None:
    """Build, render and join."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = ["build", "--audience", "gemeente", "--final", "--date", "2026-11-02", "--output", str(folder / "pitch.docx")]
        _run([sys.executable, "-m", "pitchkit", *command], EXAMPLE)
        profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        _run(["soffice", "--headless", "--norestore", profile, "--convert-to", "pdf", "pitch.docx"], folder)
        _run(["pdftoppm", "-r", str(DOTS_PER_INCH), "-f", "1", "-l", "2", "pitch.pdf", "page"], folder)
        pages = [_rows(path.read_bytes()) for path in sorted(folder.glob("page-*.ppm"))]
    (HERE / "pitch-gemeente.png").write_bytes(_png(_side_by_side(pages)))


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _rows(ppm: bytes) -> list[bytes]:
    _, size, _, pixels = ppm.split(b"\n", 3)
    width, height = map(int, size.split())
    return [pixels[row * width * PIXEL : (row + 1) * width * PIXEL] for row in range(height)]


def _side_by_side(pages: list[list[bytes]]) -> list[bytes]:
    edge = GREY * GAP
    rows = [edge + edge.join(parts) + edge for parts in zip(*pages, strict=True)]
    border = [GREY * (len(rows[0]) // PIXEL)] * GAP
    return [*border, *rows, *border]


def _png(rows: list[bytes]) -> bytes:
    colours = Counter(row[at : at + PIXEL] for row in rows for at in range(0, len(row), PIXEL))
    palette = [colour for colour, _ in colours.most_common(PALETTE)]
    index = {colour: number for number, colour in enumerate(palette)}
    for colour in colours:
        index.setdefault(colour, min(range(len(palette)), key=lambda number: _distance(palette[number], colour)))
    body = b"".join(b"\0" + bytes(index[row[at : at + PIXEL]] for at in range(0, len(row), PIXEL)) for row in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]) // PIXEL, len(rows), 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", b"".join(palette)), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main()
