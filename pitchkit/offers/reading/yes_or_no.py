"""A column in which one says yes or no: told by its name, by what it lets one choose, or by the words that wait in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pitchkit.offers.reading.papers import Cell
from pitchkit.offers.reading.signals.amounts import squeezed

_CHOICE = re.compile(r"\b(?:ja|yes)\s*/\s*(?:nee|no)\b|\bj\s*/\s*n\b", re.IGNORECASE)
_NAME = re.compile(r"^(?:u )?(?:voldo(?:et|aan|en)|akkoord|accoord|conform\w*|gaat u akkoord)\b", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"toelicht|licht\b|motiv|onderbouw|reactie|opmerking|\bhoe\b|wijze|waaruit|beschrij|antwoord|invul|tekst|bewijs|vindplaats",
    re.IGNORECASE,
)
_ASKS_WORDS = re.compile(r"toelicht|licht\b|motiv|onderbouw|opmerking|\bhoe\b|wijze|waaruit|beschrij", re.IGNORECASE)
_YES = re.compile(r"(?:ja?|yes|voldoet(?! niet)|voldaan|akkoord|accoord|conform|☐\s*ja)\b", re.IGNORECASE)
_NO = re.compile(r"(?:n(?:ee)?|no|niet|geen|voldoet niet)\b", re.IGNORECASE)
_WAITING = re.compile(r"(?:☐\s*)?(?:ja\s*[/☐]\s*(?:☐\s*)?nee|j\s*/\s*n)", re.IGNORECASE)


def is_yes_or_no(name: str, cells: Sequence[Cell]) -> bool:
    """Return whether a column with this name and these cells asks for yes or no rather than for words."""
    if any(cell.choices for cell in cells):
        return any(_chooses(cell.choices) for cell in cells if cell.choices)
    if any(_WAITING.fullmatch(squeezed(cell.text)) for cell in cells):
        return True
    line = squeezed(name).strip(" .:*")
    if _CHOICE.search(line):
        return not _ASKS_WORDS.search(line)
    return bool(_NAME.match(line)) and not _IN_WORDS.search(line)


def _chooses(choices: Sequence[str]) -> bool:
    return any(_YES.match(one) for one in choices) and any(_NO.match(one) for one in choices)
