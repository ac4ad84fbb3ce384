"""Finds the row of column names in a block of rows: it need not be the first one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pitchkit.offers.reading.sheets.workbook import Sheet, Shown

_WORDS: Final = re.compile(
    r"\b(?:nr|no|nummer|volgnummer|id|code|eis|eisen|wens|wensen|vraag|vragen|vraagnr|omschrijving|beschrijving|onderwerp|categorie|"
    r"thema|criterium|gunningscriterium|weging|gewicht|punten|score|maximaal|type|soort|knock-?out|ko|prioriteit|antwoord|toelichting|"
    r"opmerking|opmerkingen|voldoet|voldaan|reactie|inschrijver|paragraaf|pagina|document|bijlage|referentie|verwijzing|bron|datum|"
    r"actie|bewijs|bewijsmiddel|bewijsstuk|eenheid|aantal|tarief|prijs|kosten|uren|perceel|rol|story|functionaliteit|planning|"
    r"deadline|status|omvang|vragensteller|naam)\b",
    re.IGNORECASE,
)
_SHORT: Final = 70  # characters
_ENOUGH: Final = 3
_SURE: Final = 4


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of column names of a block; `is_sure` says that the file or the look of the row leaves little doubt."""

    rows: tuple[int, ...]
    is_sure: bool


def find_header(sheet: Sheet, rows: Sequence[int], own: Mapping[int, Sequence[Shown]]) -> Header | None:
    """Return the header of a block of rows, None where it seems to have none; `own` are the filled cells of each row."""
    best, most = 0, 0
    for position, row in enumerate(rows[:20]):
        following = [own[below] for below in rows[position + 1 : position + 4]]
        score = _score(sheet, row, own[row], following)
        if score > most:
            best, most = row, score
    if most < _ENOUGH:
        return None
    above = [row for row in rows if row == best - 1 and _stands_out(own[row]) and len(own[row]) > 1]
    return Header((*above, best), most >= _SURE)


def _score(sheet: Sheet, row: int, cells: Sequence[Shown], following: Sequence[Sequence[Shown]]) -> int:
    if len(cells) < 2 and row not in sheet.header_rows:  # noqa: PLR2004 - one name is no row of names
        return 0
    score = 6 if row in sheet.header_rows else 0
    score += 2 if row == sheet.frozen_row else 0
    texts = [cell.text for cell in cells]
    if sum(len(text) > 2 * _SHORT for text in texts) > len(texts) // 3:
        return score
    words = sum(bool(_WORDS.search(text)) for text in texts)
    if not following and words < _ENOUGH:
        return score
    if _stands_out(cells) and not any(_stands_out(below) for below in following):
        score += 2
    figures = sum(bool(re.fullmatch(r"[\d.,%€ -]+", text)) for text in texts)
    score += min(2, words) - 2 * min(1, figures)
    return score + 1 if not figures and len(set(texts)) == len(texts) and all(len(text) <= _SHORT for text in texts) else score


def _stands_out(cells: Sequence[Shown]) -> bool:
    return bool(cells) and (all(cell.style.is_bold for cell in cells) or all(cell.style.is_filled for cell in cells))
