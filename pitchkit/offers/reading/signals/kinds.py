"""What kind of demand a text makes, and of whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pitchkit.offers.model import RequirementType
from pitchkit.offers.reading.signals.amounts import squeezed

_MUST = (
    r"dient|dienen|moet|moeten|verplicht\w*|vereist\w*|noodzakelijk|is gehouden|zijn gehouden|behoort te|"
    "behoren te|mag niet|mogen niet|mag geen|mogen geen|"
    "mag alleen|mag uitsluitend|is niet toegestaan|zijn niet toegestaan|uitsluitend|ten minste|tenminste|"
    "minimaal|draagt zorg|zorgt (?:er)?voor|garandeert|stelt zeker|waarborgt|"
    r"voldoet aan|beschikt over|verklaart|gaat akkoord|stemt in|conformeert|zal\b|is verantwoordelijk"
)
_STRONG = re.compile(
    r"\b(?:dient|dienen|moet|moeten|verplicht(?:e|en|ing)?|vereist(?:e|en)?|is gehouden|zijn gehouden|"
    "behoort te|behoren te|mag niet|mogen niet|mag geen|mogen geen|mag alleen|mag uitsluitend|"
    r"(?:is|zijn) niet toegestaan|verzocht|op straffe van)\b",
    re.IGNORECASE,
)
_ANY_DEMAND = re.compile(rf"\b(?:{_MUST})\b", re.IGNORECASE)
_WISH = re.compile(
    (
        r"\b(?:bij voorkeur|wenst\b|(?:is|als)(?: een)? wens\b|wenselijk|gewenst|zou(?:den)? (?:graag|mogen)|"
        r"strekt tot aanbeveling|pluspunt|pré|pre\b(?!-)|bonuspunten|idealiter|heeft de voorkeur|zo mogelijk)"
    ),
    re.IGNORECASE,
)
_KNOCK_OUT = re.compile(
    (
        r"knock-?\s?out|\bK\.?\s?O\.?\b|op straffe van (?:uitsluiting|ongeldigheid|terzijde)|minimumeis|"
        "ter(?:zijde) (?:ge)?legd|leidt tot uitsluiting|ongeldig(?:e)? (?:inschrijving|verklaard)"
    ),
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"\b(?:voeg(?:t|en)?\b.{0,80}\b(?:toe|bij)\b|toe te voegen|bij te voegen|bijgevoegd|overleg(?:t|gen)\b|"
    r"over te leggen|te overleggen|dient\b.{0,60}\bte worden (?:ingediend|bijgevoegd|overgelegd)|"
    r"meezenden|mee te sturen|meegestuurd|meesturen|aan te leveren|bewijsstuk\w*|bewijsmiddel\w*|"
    r"ondertekende?\b.{0,40}\b(?:UEA|verklaring|eigen verklaring|uniform europees)|"
    r"levert\b.{0,80}\baan\b|afschrift van|kopie van|uittreksel)",
    re.IGNORECASE,
)
_BIDDER_FIRST = re.compile(r"^(?:de\s+|een\s+)?(?:inschrijver|opdrachtnemer|aanbieder|aanvrager)\b", re.IGNORECASE)
_CONSEQUENCE = re.compile(r"(?:het )?niet (?:\w+ )?voldoen|(?:indien|als|wanneer)\b.{0,60}\bniet\b.{0,40}\bvolda", re.IGNORECASE)
_ABLE = re.compile(
    r"\b(?:referentie\w*|certifica\w+|keurmerk\w*|bekwaamheid|kerncompetentie\w*|ervaring|omzet|verzeker\w+|handelsregister|"
    r"beschikt over|gekwalificeerd\w*)\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"uitgesloten|uitsluit|failliet|faillissement|veroordeeld|veroordeling|belasting|premies|misdrijf", re.IGNORECASE
)
_READS = re.compile(
    r"^(?:in (?:dit|deze|het volgende) (?:document|leidraad|hoofdstuk|paragraaf|deel|stuk|bijlage)|hieronder|hierna)\b.{0,12}"
    r"\b(?:leest|vindt|staat|staan|beschrijft|beschrijven|wordt|worden|geven|geeft)\b",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"(?:voeg|overleg|stuur|lever)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"^(?:de\s+|een\s+|elke\s+)?(?:opdrachtgever|gemeenten?|aanbestedende diensten?|beoordelingscommissie|"
    "beoordelaars|beoordelingsteam|college|commissie|wij|raad|rijk|inwoners?|cliënten|deelnemers|burgers|"
    "kinderen|"
    r"jongeren|ouders|mensen|vragen|vragenstellers?)\b",
    re.IGNORECASE,
)
_BIDDER = re.compile(
    r"\b(?:inschrijv(?:er|ers|ing|ingen)|opdrachtnemers?|aanbieders?|gegadigden?|ondernemers?|ondernemingen|"
    r"combinant\w*|aanvrag(?:er|ers)|subsidieaanvraag|aanvraag|offertes?|offrant|leverancier|contractant|"
    "uitvoerder|"
    r"u\b|uw\b|professionals?|begeleiders?|medewerkers?|personeel|beroepskracht\w*|groepswerkers?|antwoorden|"
    r"documenten|bijlagen|bestanden|plan\b|plannen|prijzen|tarieven|het aanbod|de dienstverlening|groepen|"
    r"de groep|trainer\w*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Demand:
    """What kind of demand a text makes; `knock_out` where it says so itself, `is_sure` where the words leave no doubt."""

    type: RequirementType
    knock_out: bool | None = None
    is_sure: bool = True


def demand_of(text: str) -> Demand | None:
    """Return the demand that a sentence makes of who offers, or None: a duty of the buyer's own is no demand."""
    line = squeezed(text)
    knock_out = True if _KNOCK_OUT.search(line) else None
    if _READS.match(line):
        return None
    if _OTHERS.match(line) and not re.search(
        r"\bvan (?:de )?(?:inschrijver|opdrachtnemer|aanbieder)|verwacht\b", line, re.IGNORECASE
    ):
        return None
    is_strong = bool(_STRONG.search(line))
    if _WISH.search(line) and not re.search(r"\bmoet(?:en)?\b|\bdien(?:t|en)\b", line, re.IGNORECASE):
        return Demand("wens", knock_out, is_sure=bool(_BIDDER.search(line)))
    is_ours = bool(_BIDDER.search(line))
    if _PROOF.search(line) and (is_ours or is_strong or _IMPERATIVE.match(line)):
        return Demand("bewijsstuk", knock_out)
    is_told = bool(_BIDDER_FIRST.match(line)) and bool(_ANY_DEMAND.search(line))
    if _CONSEQUENCE.match(line) or not (is_strong or (knock_out and is_ours) or is_told):
        return None  # what happens then, after what was demanded before; or no demand at all
    return Demand("eis", knock_out, is_sure=is_ours or is_told)


def type_in_section(text: str, default: RequirementType) -> Demand:
    """Return the demand of a line under a heading, or in a table, that says what its lines are."""
    line = squeezed(text)
    knock_out = True if _KNOCK_OUT.search(line) else None
    if default in ("uitsluiting", "geschiktheid", "vorm"):
        return Demand(in_bars(line, default), knock_out)
    if default == "eis" and _WISH.search(line) and not _STRONG.search(line):
        return Demand("wens", knock_out, is_sure=False)
    if default == "wens" and knock_out:
        return Demand("eis", knock_out, is_sure=False)
    if default == "eis" and _PROOF.search(line) and (_STRONG.search(line) or _IMPERATIVE.match(line)):
        return Demand("bewijsstuk", knock_out)
    return Demand(default, knock_out)


def in_bars(text: str, default: RequirementType) -> RequirementType:
    """Return the kind of a line under a heading about exclusion: what one has to be able to is about suitability."""
    is_able = default == "uitsluiting" and bool(_ABLE.search(text)) and not _BARRED.search(text)
    return "geschiktheid" if is_able else default


def type_of_cell(text: str) -> Demand | None:
    """Return the demand that a cell in a column for kinds names: `E`, `Wens`, `knock-out`, `ja`."""
    word = squeezed(text).lower().strip(" .:()")
    if not word:
        return None
    exact: dict[str, Demand] = {
        "e": Demand("eis"),
        "w": Demand("wens"),
        "g": Demand("wens"),
        "ko": Demand("eis", knock_out=True),
        "k.o": Demand("eis", knock_out=True),
        "must": Demand("eis"),
        "m": Demand("eis"),
        "s": Demand("wens", is_sure=False),
        "b": Demand("bewijsstuk", is_sure=False),
    }
    if word in exact:
        return exact[word]
    knock_out = True if _KNOCK_OUT.search(word) else None
    for pattern, kind in _CELLS:
        if re.search(pattern, word):
            return Demand(kind, knock_out)
    return Demand("eis", knock_out=True) if knock_out else None


_CELLS: tuple[tuple[str, RequirementType], ...] = (
    (r"uitsluiting", "uitsluiting"),
    (r"geschiktheid", "geschiktheid"),
    (r"bewijs|bijlage|document", "bewijsstuk"),
    (r"vorm", "vorm"),
    (r"wens|gunning|kwaliteit", "wens"),
    (r"\beis|minimum|programma van eisen", "eis"),
)


def names_proof(text: str) -> bool:
    """Return whether a text asks for a paper to go with the offer."""
    return bool(_PROOF.search(squeezed(text)))


def signals_in(text: str) -> bool:
    """Return whether a text has a word that may make it a demand, whoever it is about."""
    return bool(_STRONG.search(text) or _WISH.search(text) or _KNOCK_OUT.search(text))
