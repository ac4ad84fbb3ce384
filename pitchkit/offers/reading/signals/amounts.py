"""Numbers as buyers write them: in figures, with Dutch separators, or in words."""

from __future__ import annotations

import re
from decimal import Decimal

_WORDS = {
    "een halve": "0.5",
    "een half": "0.5",
    "half": "0.5",
    "halve": "0.5",
    "een": "1",
    "één": "1",
    "eén": "1",
    "anderhalve": "1.5",
    "anderhalf": "1.5",
    "twee": "2",
    "drie": "3",
    "vier": "4",
    "vijf": "5",
    "zes": "6",
    "zeven": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
    "elf": "11",
    "twaalf": "12",
    "dertien": "13",
    "veertien": "14",
    "vijftien": "15",
    "twintig": "20",
    "vijfentwintig": "25",
    "dertig": "30",
    "veertig": "40",
    "vijftig": "50",
    "zestig": "60",
    "negentig": "90",
    "honderd": "100",
    "tweehonderd": "200",
    "tweehonderdvijftig": "250",
    "driehonderd": "300",
    "vierhonderd": "400",
    "vijfhonderd": "500",
    "zeshonderd": "600",
    "zevenhonderdvijftig": "750",
    "achthonderd": "800",
    "duizend": "1000",
    "vijftienhonderd": "1500",
    "tweeduizend": "2000",
}
_FIGURES = r"\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
NUMBER = rf"(?:{_FIGURES}|(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![a-zë])|½|1½)"
"""A pattern, without a group, for a number in figures or in words; for use without regard to case."""


def number_of(text: str) -> Decimal | None:
    """Return the number that a text is, or None: `1.500` is fifteen hundred and `1,5` one and a half."""
    words = re.sub(r"\s+", " ", text.strip().lower())
    if words in ("½", "1½"):
        return Decimal("0.5") if words == "½" else Decimal("1.5")
    if words in _WORDS:
        return Decimal(_WORDS[words])
    if not re.fullmatch(_FIGURES, words):
        return None
    if re.fullmatch(r"\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?", words):
        words = re.sub(r"[. \u00a0]", "", words)
    return Decimal(words.replace(",", "."))


def plain(number: Decimal) -> str:
    """Return a number as a file has it: without an exponent or needless zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def squeezed(text: str) -> str:
    """Return a text on one line, with single spaces and straight apostrophes."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u2019", "'").replace("\u2018", "'")).strip()
