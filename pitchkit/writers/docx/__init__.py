"""The Word writer: a document tree becomes a .docx, in pitchkit's own look or in an organisation's house style."""

from __future__ import annotations

from pathlib import Path

from pitchkit.document import Document
from pitchkit.writers.docx.assembly import build
from pitchkit.writers.docx.frame import HouseStyle, base_frame
from pitchkit.writers.docx.package import is_untouched

__all__ = ["HouseStyle", "is_untouched", "read_house_style", "write"]


def write(document: Document, house_style: HouseStyle | None = None) -> bytes:
    """Return the document as a Word file; the same document and house style give the same bytes.

    Raise ValueError, naming it, for what no Word file can hold: a control character, a note or a picture that is not there.
    """
    return build(document, house_style.frame if house_style else base_frame())


def read_house_style(path: Path, shown: str = "") -> HouseStyle:
    """Return an organisation's .docx or .dotx as a house style; `shown` is how messages name the file.

    Raise ContentError when it is not there, cannot be read, or brings macros.
    """
    from pitchkit.writers.docx import housestyle  # lxml is needed for this only

    return housestyle.read_house_style(path, shown or str(path))
