"""What counts how much: weights in percent and points; shares of money or of people are no weights."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.offers.reading.signals.amounts import NUMBER, number_of, squeezed

_PERCENT = r"(?:%|procent\b|pct\b\.?)"
_SHARE = rf"(?P<n>{NUMBER})\s*{_PERCENT}"
_WEIGHT_WORD = (
    "(?:wegings?(?:factor|percentage)?|weegt|wegen|gewicht(?:en)?|gewogen|weegfactor|"
    "relatieve waarde|aandeel in de (?:score|beoordeling))"
)
_WEIGHT = (
    re.compile(rf"{_WEIGHT_WORD}\b[^.;%\d]{{0,40}}?{_SHARE}", re.IGNORECASE),
    re.compile(rf"{_SHARE}[^.;%\d]{{0,12}}{_WEIGHT_WORD}\b", re.IGNORECASE),
    re.compile(rf"\btel(?:t|len)\s+(?:mee\s+)?(?:voor|als)?\s*{_SHARE}", re.IGNORECASE),
    re.compile(rf"{_SHARE}\s+mee\b", re.IGNORECASE),
    re.compile(rf"\btelt\b[^.;%\d]{{0,40}}?{_SHARE}", re.IGNORECASE),
    re.compile(
        rf"{_SHARE}\s+(?:van|in)\s+(?:de|het)\s+(?:totale?\s+|eind|maximale\s+)*(?:score|eindscore|beoordeling|eindbeoordeling|"
        r"puntentotaal|totaal aantal punten|punten|weging|gunning)\b",
        re.IGNORECASE,
    ),
)
_BARE_WEIGHT = re.compile(
    (
        r"(?:wegings?factor|wegingspercentage|weging|gewicht)(?:\s+(?:is|van|"
        rf"bedraagt))?\s*[:=]?\s*(?P<n>{NUMBER})(?!\s*(?:%|[\w,.-]*\d|A4|pagina|woord|punt|pnt|x|keer))"
    ),
    re.IGNORECASE,
)
_TITLE_SHARE = re.compile(rf"(?:[(\[–—:,-]\s*(?:max\.?\s*)?|(?<=\s)(?=[^()]*$)){_SHARE}\s*(?:[)\]]|$|[,;])", re.IGNORECASE)
_OF_SOMETHING_ELSE = re.compile(
    r"^\s*(?:\)\s*)?(?:van|over|op|aan)\s+(?:(?:de|het|alle|onze|uw)\s+)?(?:\w+\s+)?(?:opdracht\w*|loonsom\w*|"
    r"omzet\w*|aanneemsom|waarde|inschrijfsom|"
    r"inschrijfprijs|prijs|contractwaarde|deelnemers?|cliënten|inwoners?|medewerkers|uren|kosten|tarie\w+|"
    r"budget\w*|subsidie\w*|trajecten|gevallen|groepen|"
    r"mensen|jaar\w*|bedrag\w*)",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"(?:social return|btw|indexatie|korting|boete|SROI|afdracht|productiviteit|overhead|uitval|opslag)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)

_POINT = r"(?:punten|punt|pnt|pntn|ptn|pt)\b\.?(?!\s+van\s+(?:aandacht|zorg|kritiek))"
_POINTS = re.compile(rf"(?<![\w.,])(?P<n>{NUMBER})\s*{_POINT}", re.IGNORECASE)
_LABELLED_POINTS = re.compile(
    r"(?:(?:max(?:imaa?l|imale|imum|\.)?|te behalen|te verdienen|aantal|totaal)\s+)+(?:te behalen\s+|"
    r"aantal\s+|te verdienen\s+)*(?:punten(?:aantal)?|score)"
    rf"\s*(?:is|bedraagt|van)?\s*[:=]?\s*(?P<n>{NUMBER})(?!\s*%)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"letter|font|corps|tekengrootte|verdana|arial|calibri|regelafstand|punts", re.IGNORECASE)
_FLOOR = re.compile(
    (
        r"(?:minimaal|minimum|ten minste|tenminste|minstens|min\.|minder dan|lager dan|drempel\w*|"
        r"onder de)\s+(?:van\s+|score\s+van\s+)?$"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WeightFound:
    """A weight in percent, points, or both, with why it is not sure (empty where it is)."""

    weight: Decimal | None = None
    points: Decimal | None = None
    unsure: str = ""

    def __bool__(self) -> bool:
        return self.weight is not None or self.points is not None


def find_weight(text: str, *, is_title: bool = False) -> WeightFound:
    """Return what a text says that something counts for; in a title of a criterion a bare percentage is a weight."""
    line = squeezed(text)
    weight = next(
        (share for pattern in _WEIGHT for match in pattern.finditer(line) if (share := _share(match, line)) is not None), None
    )
    unsure = ""
    if weight is None and is_title:
        weight = next((share for match in _TITLE_SHARE.finditer(line) if (share := _share(match, line)) is not None), None)
    if weight is None and (bare := _BARE_WEIGHT.search(line)):
        number = number_of(bare["n"])
        if number is not None and 0 < number <= 100:  # noqa: PLR2004 - a share in percent
            weight, unsure = (number * 100 if number < 1 else number), "no-percent-sign"
    return WeightFound(weight, _points(line), unsure)


def weight_of_cell(text: str) -> Decimal | None:
    """Return the percentage in a cell of a column for weights: `15%`, `15`, or the fraction that a sheet shows as `0,15`."""
    match = re.fullmatch(rf"(?:max\.?\s*)?(?P<n>{NUMBER})\s*(?P<sign>{_PERCENT})?", squeezed(text), re.IGNORECASE)
    number = number_of(match["n"]) if match else None
    if match is None or number is None:
        return None
    if not match["sign"] and 0 < number <= 1 and re.search(r"[.,]", match["n"]):
        number *= 100
    return number if 0 <= number <= 100 else None  # noqa: PLR2004 - a share in percent


def points_of_cell(text: str) -> Decimal | None:
    """Return the points in a cell of a column for points; nothing for a percentage."""
    match = re.fullmatch(
        rf"(?:max(?:imaal)?\.?\s*)?(?P<n>{NUMBER})\s*(?:punten|punt|pnt|ptn|pt)?\.?", squeezed(text), re.IGNORECASE
    )
    return number_of(match["n"]) if match else None


def _share(match: re.Match[str], line: str) -> Decimal | None:
    number = number_of(match["n"])
    after, before = line[match.end("n") :], line[: match.start("n")]
    after = re.sub(rf"^\s*{_PERCENT}", "", after, flags=re.IGNORECASE)
    if number is None or not 0 < number <= 100 or _OF_SOMETHING_ELSE.match(after) or _MONEY_BEFORE.search(before):  # noqa: PLR2004 - percent
        return None
    return number


def _points(line: str) -> Decimal | None:
    for pattern in (_LABELLED_POINTS, _POINTS):
        for match in pattern.finditer(line):
            before, after = line[: match.start()], line[match.end() : match.end() + 20]
            if _LETTERS.search(before[-60:]) or re.match(r"\s*(?:letter|corps|verdana|arial)", after, re.IGNORECASE):
                continue
            if _FLOOR.search(before) or re.search(r"(?:de volgende|onderstaande|deze|genoemde)\s*$", before, re.IGNORECASE):
                continue
            return number_of(match["n"])
    return None
