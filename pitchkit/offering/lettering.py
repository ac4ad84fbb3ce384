"""The buyer's rules on letters, held against finished Word files: fonts and sizes, also in tables, notes and charts."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.offers.model import Offer
from pitchkit.writers.docx.letters import Where, letters_in

_SIGNS: tuple[Where, ...] = ("list sign",)
"""What is drawn rather than read: a bullet or a box to tick has a font of its own in every Word file."""


def letters(offer: Offer, docx: bytes, name: str, where: Location) -> Iterator[Diagnostic]:
    """Yield every letter of a Word file that the rules of form do not allow.

    Raises:
        ValueError: this is no Word file.
    """
    fonts = {font.casefold() for font in offer.form.fonts}
    size = offer.form.size
    if not (fonts or size):
        return
    for found in letters_in(docx):
        words = " ".join(found.words.split())[:40]
        place = f"{found.where} (“{words}”)"
        if size and found.face.size and found.face.size < size:
            yield problem(where, "letter-too-small", document=name, size=_plain(found.face.size), where=place, limit=_plain(size))
        if fonts and found.where not in _SIGNS and found.face.font.casefold() not in fonts:
            listed = ", ".join(offer.form.fonts)
            yield problem(where, "letter-font", document=name, font=found.face.font, where=place, fonts=listed)


def _plain(points: object) -> str:
    return f"{float(str(points)):g}"
