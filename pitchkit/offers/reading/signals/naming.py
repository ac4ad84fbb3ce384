"""Names: the buyer, the reference, lots, how long an offer stands, and the buyer's own codes for what is asked."""

from __future__ import annotations

import re

from pitchkit.offers.reading.signals.amounts import NUMBER, number_of, squeezed

_LABEL = (
    r"(?:\s+(?:opdrachtgever|aanbesteding|aanbestedende dienst|inschrijving|tenderned|negometrix|mercell|"
    "gemeente|procedure|zaak|dossier))?"
)
_REFERENCE = re.compile(
    r"\b(?:(?:ons |uw )?kenmerk|referentie(?:nummer|code)?|zaak-?nummer|zaaknr|dossiernummer|"
    r"aanbestedingsnummer|aanbestedingskenmerk|tenderned-?\s?(?:kenmerk|nummer)|tn-?nummer|besteknummer|"
    "projectnummer|"
    rf"inkoopnummer|corsanummer|offertenummer|aanvraagnummer|publicatienummer){_LABEL}\s*[:=.]?\s+(?:is\s+)?(?P<code>[A-Z]{{0,12}}[\w./-]*\d[\w./-]*(?:\s[A-Z]{{1,4}}\b)?)",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"\b(?P<kind>[Gg]emeente(?:n)?|[Rr]egio|[Pp]rovincie|[Oo]mgevingsdienst|"
    r"[Ss]amenwerkingsverband)\s+(?P<name>['’]?[A-Z][\w'’-]+(?:[ ](?:aan|den|de|het|op|bij|en|van|der|ter|’s|"
    r"'s)[ ](?:den |de |het )?[A-Z][\w'’-]+|[ -][A-Z][\w'’-]+){0,2})"
)
_CLIENT = re.compile(
    (
        r"\b(?:naam\s+)?(?:aanbestedende dienst|opdrachtgever|subsidieverlener|subsidieverstrekker|"
        r"aanbesteder)\s*:\s*(?P<name>[^.;\n]{3,80})"
    ),
    re.IGNORECASE,
)
_LOT = re.compile(r"^(?:perceel|kavel|deelopdracht|lot)\s+(?P<number>\d{1,2}|[A-Z])\b\s*[:.–—-]*\s*(?P<title>.*)$", re.IGNORECASE)
_VALID = re.compile(
    r"(?:gestand|gestanddoening\w*|geldig(?:heidsduur|heidstermijn|heid)?|bindend|"
    rf"onherroepelijk)\b[^.;]{{0,120}}?(?P<n>{NUMBER})\s*(?:\([^)]*\)\s*)?(?:kalender|"
    r"werk)?-?\s?(?P<unit>dagen|maanden|weken)|"
    rf"(?P<n2>{NUMBER})\s*(?:\([^)]*\)\s*)?(?:kalender)?-?\s?(?P<unit2>dagen|maanden|"
    r"weken)\b[^.;]{0,80}(?:gestand|geldig|bindend)",
    re.IGNORECASE,
)
_STANDSTILL = re.compile(
    (
        r"(?:standstill|stand-still|opschortende termijn|opschortingstermijn|alcatel\w*|bezwaartermijn|"
        rf"wachttermijn)\b[^.;]{{0,120}}?(?P<n>{NUMBER})\s*(?:\([^)]*\)\s*)?(?:kalender)?-?\s?dagen"
    ),
    re.IGNORECASE,
)
_CODE = re.compile(r"^(?P<code>(?!A[34]\b)[A-Z]{1,5}[-. ]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?)(?![\w%])\s*[:.)–—-]*\s*")
_CRITERION_WORD = (
    "(?:(?:sub|deel)?-?(?:gunnings|kwaliteits|beoordelings|selectie)?-?criterium|sub-?gunningscriterium|"
    "kwaliteitsvraag|kwaliteitsonderdeel|gunningsonderdeel|"
    r"kwaliteitsaspect|wens|thema|open vraag|hoofdvraag|kwaliteitsthema|kwalitatief criterium)"
)
_CRITERION = re.compile(
    (
        rf"^(?P<word>{_CRITERION_WORD})\s+(?P<code>[A-Z]{{0,3}}\d{{0,2}}(?:\.\d{{1,2}})*[a-z]?|[A-Z]|"
        r"[IVX]{1,4})(?![\w%])\s*[:.)–—-]*\s*"
    ),
    re.IGNORECASE,
)


def find_reference(text: str) -> str:
    """Return the buyer's reference, or an empty text."""
    match = _REFERENCE.search(squeezed(text))
    return match["code"].strip(" .") if match else ""


def find_client(text: str) -> str:
    """Return the name of the municipality, or of another buyer behind its label; an empty text where there is none."""
    line = squeezed(text)
    named = _CLIENT.search(line)
    if named and not re.match(r"(?:de|het|een|zie|hierna)\b", named["name"], re.IGNORECASE):
        return re.split(r"\s*\(|, (?:hierna|verder)|\s+\|", named["name"])[0].strip(" ,.")
    match = _MUNICIPALITY.search(line)
    return (
        f"{match['kind'].lower().capitalize() if match.start() == 0 else match['kind']} {match['name']}".strip() if match else ""
    )


def find_lot(text: str) -> tuple[str, str] | None:
    """Return the number and the title of a lot that a line begins with, or None."""
    match = _LOT.match(squeezed(text))
    return (match["number"], match["title"].strip()) if match else None


def find_valid_days(text: str) -> int | None:
    """Return the number of days that an offer has to stand, or None; a month is taken for thirty days."""
    match = _VALID.search(squeezed(text))
    if match is None:
        return None
    number = number_of(match["n"] or match["n2"])
    unit = (match["unit"] or match["unit2"]).lower()
    days = int(number * {"dagen": 1, "weken": 7, "maanden": 30}[unit]) if number else 0
    return days if 1 <= days <= 3650 else None  # noqa: PLR2004 - the model's


def find_standstill(text: str) -> int | None:
    """Return the number of days between the provisional award and the final one, or None."""
    match = _STANDSTILL.search(squeezed(text))
    number = number_of(match["n"]) if match else None
    return int(number) if number else None


def code_of(text: str) -> tuple[str, str]:
    """Return the buyer's code in front of a text ("K1", "E-03") and the rest, or an empty text and the whole."""
    match = _CODE.match(text)
    return (match["code"].replace(" ", ""), text[match.end() :].strip()) if match else ("", text)


def criterion_of(text: str) -> tuple[str, str] | None:
    """Return the number of a criterion that a heading names ("Subgunningscriterium 2: Aanpak") and its title, or None."""
    line = squeezed(text)
    match = _CRITERION.match(line)
    if match and (match["code"] or match["word"]) and re.search(r"\d|^[A-Z]$|^[IVX]+$", match["code"]):
        return match["code"], line[match.end() :].strip() or line
    return None


def slug(text: str, words: int = 5) -> str:
    """Return a text as an id: small letters, digits and dashes, of a few words at most; empty where nothing is left."""
    plain = squeezed(text).lower().translate(str.maketrans("àáâäãèéêëìíîïòóôöõùúûüçñ", "aaaaaeeeeiiiiooooouuuucn"))
    parts = re.findall(r"[a-z0-9]+", plain)
    kept = [one for one in parts if one not in _SMALL] or parts
    return "-".join(kept[:words])[:60].strip("-")


_SMALL = {
    "de",
    "het",
    "een",
    "van",
    "voor",
    "en",
    "of",
    "in",
    "op",
    "te",
    "aan",
    "door",
    "met",
    "bij",
    "tot",
    "om",
    "per",
    "uw",
    "u",
    "deze",
    "dit",
    "als",
    "is",
}
