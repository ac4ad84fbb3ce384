"""The buyer's scale of grades: words such as uitstekend and onvoldoende, with the share of the points that each earns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pitchkit.offers.model import Grade
from pitchkit.offers.reading.signals.amounts import NUMBER, number_of, squeezed

_GRADE = re.compile(
    r"^[\"'“]?(?:uitmuntend|uitstekend|excellent|zeer goed|goed|ruim(?:schoots)? voldoende|ruim boven\w*|"
    "voldoende|redelijk|neutraal|matig|onvoldoende|ruim onvoldoende|zeer matig|slecht|zeer slecht|"
    r"geen (?:antwoord|meerwaarde|beantwoording|invulling)|niet beantwoord|beperkt\w*|veel meerwaarde|"
    "toegevoegde waarde|hoog|laag|gemiddeld|zwak|(?:zeer )?(?:grote|veel|goede|beperkte|geringe|enige|"
    r"weinig) (?:meerwaarde|toegevoegde waarde))\b",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    (
        r"uitsluiting|uitgesloten|knock-?\s?out|terzijde|valt af|vallen af|geweigerd|afgewezen|afwijzing|"
        "ongeldig|niet voor gunning|"
        "wordt niet (?:verder )?beoordeeld"
    ),
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"(?P<n>{NUMBER})\s*(?:%|procent)", re.IGNORECASE)
_NUMBER = re.compile(rf"^(?:(?P<n>{NUMBER})\s*(?:punten|punt|pnt|ptn|pt)?\.?)$", re.IGNORECASE)
_NUMBER_FIRST = re.compile(
    rf"(?<![\w,.])(?P<n>{NUMBER}\s*(?:%|punten|punt)?)\s*(?:\(\s*|[=:]\s*)(?P<label>[a-z][^\d(),;=:]{{2,40}}?)\s*(?=[),;.]|$)",
    re.IGNORECASE,
)
_LABEL_FIRST = re.compile(
    rf"(?<!\w)(?P<label>[a-z][a-z ]{{2,40}}?)\s*(?:\(|[=:])\s*(?P<n>{NUMBER}\s*(?:%|punten|punt)?)(?=\s*[),;.]|$)", re.IGNORECASE
)


def names_grade(text: str) -> bool:
    """Return whether a text begins with the word for a grade."""
    return bool(_GRADE.match(squeezed(text))) and len(text) < 400  # noqa: PLR2004 - a grade with its explanation


def find_scale(rows: Sequence[Sequence[str]]) -> tuple[Grade, ...]:
    """Return the grades in the rows of a table, or nothing when it is no scale: fewer than two grades, or none with a share."""
    read = [one for row in rows if (one := _row(row)) is not None]
    if len(read) < 2:  # noqa: PLR2004 - one grade is no scale
        return ()
    shares = _shares([(share, number) for _label, share, number, _refuses in read])
    if shares is None:
        return ()
    grades: dict[str, Grade] = {}
    for (label, _share, _number, refuses), share in zip(read, shares, strict=True):
        grades.setdefault(label.lower(), Grade(label=label, share=share, refuses=refuses))
    return tuple(grades.values())


def scale_in_text(text: str) -> tuple[Grade, ...]:
    """Return the grades in one sentence, "0 (onvoldoende), 5 (matig), 10 (goed)" or "goed (100%), matig (50%)"; else nothing."""
    line = squeezed(text)
    pairs = [(match["n"], match["label"]) for match in _NUMBER_FIRST.finditer(line)]
    pairs = pairs or [(match["n"], match["label"]) for match in _LABEL_FIRST.finditer(line)]
    rows = [(label, number) for number, label in pairs if names_grade(label)]
    return find_scale(rows) if len(rows) > 2 and len(rows) == len(pairs) else ()  # noqa: PLR2004 - two may be an example


def _row(row: Sequence[str]) -> tuple[str, Decimal | None, Decimal | None, bool] | None:
    cells = [squeezed(cell) for cell in row if cell.strip()]
    named = next((cell for cell in cells if names_grade(cell)), None)
    if named is None:
        return None
    label = re.split(r"[:;(=–—]|\s-\s|\.\s|,\s", named)[0].strip(" \"'“”.").split("\n")[0]
    label = label if len(label) <= 40 else (_GRADE.match(label) or [label])[0]  # noqa: PLR2004 - a label, not the explanation
    percent = next((number_of(match["n"]) for cell in cells for match in [_PERCENT.search(cell)] if match), None)
    number = next((number_of(match["n"]) for cell in cells for match in [_NUMBER.match(cell)] if match), None)
    if number is None and percent is None:
        inside = re.search(rf"[(:=–—-]\s*(?P<n>{NUMBER})\s*(?:punten|punt|pnt|ptn|pt)\b", named, re.IGNORECASE)
        number = number_of(inside["n"]) if inside else None
    refuses = any(_REFUSES.search(cell) for cell in cells)
    if percent is None and number is None and not refuses:
        return None
    return label[0].upper() + label[1:], percent, number, refuses


def _shares(read: Sequence[tuple[Decimal | None, Decimal | None]]) -> list[Decimal] | None:
    if sum(percent is not None for percent, _number in read) >= len(read) / 2:
        found = [(percent or Decimal(0)) / 100 for percent, _number in read]
    else:
        most = max((number for _percent, number in read if number is not None), default=Decimal(0))
        if most <= 0:
            return None
        found = [((number or Decimal(0)) / most).quantize(Decimal("0.0001")).normalize() for _percent, number in read]
    return found if all(0 <= share <= 1 for share in found) else None
