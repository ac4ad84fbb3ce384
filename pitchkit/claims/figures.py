"""Figures that a text states as facts: shares, sums and large numbers, which need a year and a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.claims.stems import holds
from pitchkit.plain_language.prose import read_aloud

_SMALL: Final = "één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_NUMBER: Final = r"\d[\d.]*(?:,\d+)?"
_OF_TIME: Final = r"(?:tijd|dag|week|maand|avond|ochtend|middag|bijeenkomst|cursus|zaal|ruimte|tafel|kring|weg|bladzijde)\b"
_FIGURES: Final = re.compile(
    rf"""(?<![\w.,/€-])(?:
        {_NUMBER}\s?(?:%|procent\b|promille\b)
      | (?:{_NUMBER}|{_SMALL})\s(?:duizend|miljoen|miljard)\b
      | {_NUMBER}\s(?:euro|EUR)\b
      | (?:\d+|{_SMALL})\s(?:van|op)\s(?:de|elke|iedere)\s(?:\d+|{_SMALL})\b
      | (?:{_NUMBER}|{_SMALL})\s?(?:keer|maal|x)\s(?:zo|minder|meer)\b
      | (?:\d{{1,3}}(?:\.\d{{3}})+|\d{{4,}})\s(?:mensen|inwoners|cliënten|deelnemers|huishoudens|volwassenen|ouderen|gezinnen)\b
      | (?:een\skwart|de\shelft|een\sderde|twee\sderde|driekwart)\svan\s(?:de|het|alle)\s(?!{_OF_TIME})\w+
    )
    | (?:€|\bEUR)\s?\d[\d.]*(?:,\d{{1,2}})?""",
    re.IGNORECASE | re.VERBOSE,
)
_STEMS: Final = (
    "duizend",
    "miljoen",
    "miljard",
    " van de ",
    " van het ",
    " van alle ",
    " van elke ",
    " van iedere ",
    " op de ",
    " op elke ",
    " op iedere ",
    " keer ",
    " maal ",
    " x ",
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands, and at which character of the text it begins."""

    words: str
    start: int


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures that a text states; a value that is looked up brings its own year and source."""
    if not re.search(r"\d", text) and not holds(text, _STEMS):
        return iter(())
    plain = _without_values(text)
    return (Figure(" ".join(match[0].split()), match.start()) for match in _FIGURES.finditer(plain))


def names_year(text: str) -> bool:
    """Return whether a text names a year."""
    return bool(_YEAR.search(text))


def _without_values(text: str) -> str:
    blanked = re.sub(r"\{\{.*?\}\}", lambda match: "_" * len(match[0]), text, flags=re.DOTALL)
    return read_aloud(blanked)
