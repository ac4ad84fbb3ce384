"""A Word file laid out: to PDF and back, with the room for text that its pages have."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import Final

from pitchkit.layout.office import to_pdfs
from pitchkit.layout.pages import Edges, Layout, read_layout

_MARGINS: Final = re.compile(rb"<w:pgMar\b[^>]*>")
_TWIPS_PER_POINT: Final = 20


def lay_out(docx: bytes) -> Layout:
    """Return where the pages of a Word file begin and what stands on them.

    Raises:
        LayoutUnavailable: there is no LibreOffice here.
        ContentError: LibreOffice makes no pages of this file.
    """
    return lay_out_all((docx,))[0]


def lay_out_all(files: Sequence[bytes]) -> tuple[Layout, ...]:
    """Return the same for several Word files, laid out in one go; raises as `lay_out`."""
    return tuple(read_layout(pdf, text_edges(docx)) for docx, pdf in zip(files, to_pdfs(files), strict=True))


def text_edges(docx: bytes) -> Edges:
    """Return the margins of the last section of a Word file; none where the file does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            found = _MARGINS.findall(archive.read("word/document.xml"))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return Edges()
    return Edges(_edge(found[-1], b"top"), _edge(found[-1], b"bottom")) if found else Edges()


def _edge(margins: bytes, name: bytes) -> float:
    found = re.search(rb"\bw:" + name + rb'="-?(\d+)"', margins)
    return int(found[1]) / _TWIPS_PER_POINT if found else 0.0
