"""The house style: an organisation's own .docx or .dotx, read into a frame. The only door to lxml in this writer."""

from __future__ import annotations

from pathlib import Path

from pitchkit.writers.docx.frame import HouseStyle
from pitchkit.writers.docx.housestyle.framing import make_frame
from pitchkit.writers.docx.housestyle.opening import open_package, refuse
from pitchkit.writers.docx.housestyle.suiting import suit
from pitchkit.writers.docx.housestyle.wordxml import BrokenXML

__all__ = ["read_house_style", "suit"]


def read_house_style(path: Path, shown: str) -> HouseStyle:
    """Return the Word file as a house style: its styles, page, headers, footers and logo; problems name it as `shown`.

    Its text goes, except what stands round a paragraph that says `{{ inhoud }}` or `{{ document }}`. Raise ContentError for
    a file that cannot be read or used; addresses in it are kept and never followed.
    """
    package = open_package(path, shown)
    try:
        frame, missing = make_frame(package)
    except BrokenXML as broken:
        refuse(shown, "style-unreadable", reason="broken", part=broken.part)
    return HouseStyle(shown, frame, missing)
