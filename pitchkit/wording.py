"""Dutch words in an offer that weaken it or promise too much, and the amounts in a text. Pure patterns, with what they are about.

Every pattern is written for one sentence at a time; `Hit` gives the words as they stand in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_NUMBER_WORDS = (
    "één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|vijftien|twintig|dertig|veertig|vijftig|zestig|honderd|duizend"
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TIMES = "dag|week|maand|kwartaal|halfjaar|jaar|bijeenkomst|deelnemer|groep"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


RESERVATIONS = _any(
    r"(?:onder|met) (?:het )?voorbehoud(?: van| dat)?",
    r"behoudens",
    r"op voorwaarde dat",
    r"onder de voorwaarde dat",
    r"tenzij anders (?:overeengekomen|bepaald|afgesproken)",
    r"wij (?:gaan|zijn) er ?(?:bij [\w ]+ )?van ?uit(?:gegaan)? dat",
    r"wij gaan uit van de (?:aanname|veronderstelling)",
    r"er ?van uitgaande dat",
    r"onze aanname(?:s)? (?:is|zijn)",
    r"aannemende dat",
    r"wij behouden ons het recht voor",
    r"wij kunnen niet aansprakelijk (?:zijn|worden gesteld)",
    r"hieraan kunnen geen rechten worden ontleend",
    r"in afwijking van (?:de|het|uw) (?:eis|leidraad|bestek|overeenkomst|programma)",
    r"nader overeen te komen",
    r"prijswijzigingen voorbehouden",
)
"""What makes an offer conditional: reservations, limits to one's own liability, assumptions of one's own."""

CONDITIONS = _any("mits", "indien", "voor zover", "afhankelijk van", "zolang", "tenzij")
"""What makes a promise depend on something."""

VAGUE = _any(
    r"zo (?:snel|spoedig|goed|veel|vroeg) mogelijk",
    r"waar (?:mogelijk|nodig)",
    r"indien (?:mogelijk|nodig)",
    r"zo nodig",
    r"in (?:principe|beginsel)",
    r"flexibe(?:l|le|ler)",
    r"streven(?: wij)? (?:er ?)?naar",
    r"streeft(?: er)? naar",
    r"(?:wij )?proberen (?:wij )?",
    r"trachten",
    r"te zijner tijd",
    r"t\.z\.t\.",
    r"op termijn",
    r"regelmatig",
    r"geregeld",
    r"voldoende",
    r"adequa(?:at|te)",
    r"optima(?:al|le)",
    r"korte lijnen",
    r"maatwerk",
    r"ontzorgen",
    r"tijdig",
    r"naar behoefte",
    r"enkele",
    r"diverse",
    r"een aantal",
)
"""Words in a promise that nobody can hold one to."""

ABSOLUTES = _any("altijd", "nooit")
"""Words in an offer that a buyer can hold one to, every day of the contract."""

_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+|\b[\w-]+\.(?:nl|org|eu)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OFTEN = rf"(?:elke|iedere|elk|ieder|per) (?:{_TIMES})|dagelijks|wekelijks|maandelijks|jaarlijks"
_FIGURE = re.compile(rf"\d|(?<!\w)(?:{_NUMBER_WORDS}|{_MONTHS}|{_OFTEN})(?!\w)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?:(?:€|EUR|euro)\s*(?P<after>\d[\d.\s]*(?:,\d{1,2}|,-)?)|(?P<before>\d[\d.]*(?:,\d{1,2})?)\s*(?:euro|EUR|€))(?!\w)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?P<rate>\d[\d.]*(?:,\d{1,2})?)\s+(?:per|voor een|voor elk) (?:uur|deelnemer|groep|bijeenkomst|traject|cliënt)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found, as they stand, and at which character of the text they begin."""

    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in a text, in euro, as it stands and as a number."""

    words: str
    start: int
    value: Decimal


def find(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    """Yield what a pattern finds in a text, in order."""
    return (Hit(" ".join(match[0].split()), match.start()) for match in pattern.finditer(text))


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts in euro in a text: with the sign or the word, in Dutch notation."""
    for match in _AMOUNT.finditer(text):
        value = _number(match["after"] or match["before"])
        if value is not None:
            yield Amount(match[0].strip(), match.start(), value)


def rates(text: str) -> Iterator[Amount]:
    """Yield numbers that are said to be per hour, participant or group: a tariff may stand without a sign."""
    for match in _RATE.finditer(text):
        value = _number(match["rate"])
        if value is not None:
            yield Amount(match[0], match.start("rate"), value)


def has_figure(text: str) -> bool:
    """Return whether a text names a number, a date or how often."""
    return bool(_FIGURE.search(text))


def has_address_and_date(text: str) -> bool:
    """Return whether a text names an address on the web and a year."""
    return bool(_ADDRESS.search(text) and _YEAR.search(text))


def _number(words: str) -> Decimal | None:
    plain = re.sub(r"\s", "", words).removesuffix(",-").rstrip(".")
    whole, _comma, part = plain.partition(",")
    if "." in whole and not re.fullmatch(r"\d{1,3}(\.\d{3})+", whole) and not part:
        digits = whole  # an English point before the decimals
    else:
        digits = f"{whole.replace('.', '')}.{part or '0'}"
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None
