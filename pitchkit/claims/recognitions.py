"""Levels of recognition that a text gives to something: Goed Onderbouwd, goede aanwijzingen voor effectiviteit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from pitchkit.claims.stems import holds
from pitchkit.plain_language.prose import read_aloud
from pitchkit.plain_language.sentences import sentences

_SCHEME: Final = r"erken\w*|databank|interventie|niveau|effectladder|Movisie|NJi|Loketgezondleven|Trimbos|RIVM"
_LEVELS: Final = re.compile(
    r"\bGoed (?:Beschreven|Onderbouwd)\b"
    r"|\b(?:[Ee]erste|[Gg]oede|[Ss]terke) aanwijzingen voor (?:de )?effectiviteit"
    r"|\b[Ee]ffectief volgens (?:eerste|goede|sterke) aanwijzingen"
)
_LEVELS_IN_SCHEME: Final = re.compile(
    r"\b(?:als |niveau )?[“‘\"']?(?:goed (?:beschreven|onderbouwd)|(?:eerste|goede|sterke) aanwijzingen)\b", re.IGNORECASE
)
_JUDGED: Final = re.compile(
    r"\b(?:beoordeeld als|(?:oordeel|predicaat|kwalificatie|keurmerk|beoordeling):?) "
    r"[“‘\"']?(?:goed (?:beschreven|onderbouwd)|(?:eerste|goede|sterke) aanwijzingen)\b",
    re.IGNORECASE,
)
_RECOGNISED: Final = re.compile(
    r"\berkende (?:interventie|methode|methodiek|aanpak|training|cursus)\b"
    r"|\b(?:is|zijn|werd|werden) (?:[\w-]+ ){0,4}?erkend\b"
    r"|\b(?:heeft|hebben|kreeg|kregen|krijgt) (?:[\w-]+ ){0,4}?erkenning (?:van|als|in|met|door) (?:de |het |een )?(?:"
    + _SCHEME
    + r")",
    re.IGNORECASE,
)
_STEMS: Final = ("onderbouwd", "beschreven", "aanwijzingen", "erken")
_NOT: Final = re.compile(r"\b(?:niet|geen|zonder|nog niet)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"^https?://[\w.-]+\.[a-z]{2,}(?:[/?#]\S*)?$")


@dataclass(frozen=True, slots=True)
class Level:
    """A level as a text names it, and at which character it begins."""

    words: str
    start: int


def levels(text: str) -> Iterator[Level]:
    """Yield the levels that a text gives; a plan that is well founded in the everyday sense has none."""
    if not holds(text, _STEMS):
        return
    for sentence in sentences(read_aloud(text)):
        words = sentence.words
        if words.endswith("?") or _NOT.search(words):
            continue
        patterns = [_LEVELS, _RECOGNISED, _JUDGED]
        if re.search(rf"\b(?:{_SCHEME})\b", words):
            patterns.append(_LEVELS_IN_SCHEME)
        found = {match.start(): match[0] for pattern in reversed(patterns) for match in pattern.finditer(words)}
        yield from (Level(found[at], sentence.start + at) for at in sorted(found))


def is_address(text: str) -> bool:
    """Return whether a text is the address of a page on the web."""
    return bool(_ADDRESS.match(text.strip()))


def is_old(given: date, today: date, years: int) -> bool:
    """Return whether a recognition was given longer ago than so many years."""
    return (today.year - given.year, (today.month, today.day)) > (years, (given.month, given.day))
