"""Ids: the buyer's own numbers where there are any, else made, and each only once."""

from __future__ import annotations

import re

from pitchkit.offers.model import RequirementType
from pitchkit.offers.reading.signals.naming import slug

PREFIXES: dict[RequirementType, tuple[str, str]] = {
    "eis": ("E", "eis"),
    "wens": ("W", "wens"),
    "uitsluiting": ("U", "uitsluiting"),
    "geschiktheid": ("G", "geschiktheid"),
    "vorm": ("F", "vorm"),
    "bewijsstuk": ("B", "bewijs"),
}
"""Kind of demand to the letter before a bare number, and the word before one that is made."""
_WORDS = {"eis": "E", "wens": "W", "vraag": "V", "deelvraag": "V", "minimumeis": "ME", "geschiktheidseis": "GE"}


class Ids:
    """The ids that are taken, in one offer."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Return the id that is wanted, or the first free one that begins like it."""
        name = wanted or "x"
        count = 1
        while name.lower() in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name.lower())
        return name

    def next_of(self, word: str) -> str:
        """Return the next free id of a row: `eis-1`, `eis-2`."""
        count = 1
        while f"{word}-{count}".lower() in self._taken:
            count += 1
        return self.take(f"{word}-{count}")

    def slug(self, text: str, otherwise: str) -> str:
        """Return a free id made of words, of small letters, digits and dashes only."""
        return self.take(slug(text) or otherwise)


def own_number(number: str, letter: str) -> str:
    """Return the buyer's number as an id: K1 and 4.2.1 as they are, a bare 3 with a letter before it; empty for none."""
    line = re.sub(r"\s+", " ", number).strip(" .:)(")
    named = re.fullmatch(r"(?P<word>[A-Za-z-]+)\s*\.?\s?(?P<rest>[A-Z]{0,3}[-.]?\d+(?:[.-]\d+)*[a-z]?|[A-Z]|[IVX]+)", line)
    if named and len(named["word"].strip("-")) > 2:  # noqa: PLR2004 - a word such as Eis, no code such as GE
        rest = named["rest"]
        return (
            rest if re.match(r"[A-Z]", rest) and re.search(r"\d", rest) else f"{_WORDS.get(named['word'].lower(), letter)}{rest}"
        )
    if re.fullmatch(r"[A-Za-z]{1,5}[-. ]?\d+(?:[.-]\d+)*[a-z]?", line):
        return line.replace(" ", "")
    if re.fullmatch(r"[A-Z]", line) and letter == "K":
        return line
    if re.fullmatch(r"\d+(?:[.-]\d+)+[a-z]?", line):
        return line
    if re.fullmatch(r"\d+[a-z]?", line):
        return f"{letter}{line}"
    return ""


def key_of(number: str) -> str:
    """Return a number without what differs between two ways to write it: "K-01" and "Criterium 1" are both "1"."""
    digits = re.findall(r"\d+", number)
    letters = re.match(r"[A-Za-z]{1,3}(?=[-. ]?\d)", number)
    word = (letters[0].lower() if letters else "") if digits else number.strip(" .:)").lower()
    return word + ".".join(str(int(one)) for one in digits)
