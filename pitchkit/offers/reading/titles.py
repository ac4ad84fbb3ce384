"""What a title says of itself: of one criterion, of all of them, of a requirement; and what it is without its amounts."""

from __future__ import annotations

import re

from pitchkit.offers.reading.headings import Section, section_of
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, naming, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits

DEMAND_HEAD = re.compile(
    (
        "(?:(?:knock-?out-?|minimum|geschiktheids|prestatie|uitvoerings)?-?eis|"
        r"wens)\s+[A-Z]{0,4}[-.]?\d+(?:\.\d+)*[a-z]?\b(?!.*\d\s*(?:%|punten))"
    ),
    re.IGNORECASE,
)
"""A heading that is a requirement's own number: "Eis 3: wachttijd"."""
_TELLS = re.compile(
    r"\b(?:beschrijft u|beschrijf\b|gaat u in|ga(?:at)?\b.{0,50}\bin op|geeft u aan|geef aan|licht u toe|"
    r"beantwoordt u|beantwoord\b|(?:offerte|plan|aanvraag|projectplan|inschrijving)\s+(?:bevat|beschrijft|gaat|"
    "omvat)|"
    r"inschrijver (?:beschrijft|gaat|geeft))\b",
    re.IGNORECASE,
)


def announces(line: Line, section: Section) -> bool:
    """Return whether a line outside any criterion announces what an offer has to tell: "In uw offerte beschrijft u:"."""
    is_place = section in ("", "criteria", "form", "submission", "procedure", "wishes")
    return is_place and asking.is_lead_in(line.text) and bool(_TELLS.search(squeezed(line.text)))


def is_coded_plan(text: str) -> bool:
    """Return whether a heading has a code and asks for a plan: "SG4 Implementatie en planning"."""
    return section_of(text) == "planning" and bool(naming.code_of(squeezed(text))[0])


def tidy_title(text: str) -> str:
    """Return a title without its weight, points and limit at the end: "Plan van aanpak (max. 3 A4, 40%)" is "Plan van aanpak"."""
    line = squeezed(text)
    for match in reversed(list(re.finditer(r"\s*[(\[][^()\[\]]*[)\]]", line))):
        inside = match[0]
        if (
            weights.find_weight(inside, is_title=True)
            or find_limits(inside)
            or re.search(r"\d\s*(?:%|punten|A4|woorden|pagina)", inside)
        ):
            line = line[: match.start()] + line[match.end() :]
    line = re.sub(
        r"\s*(?:[-–—:,|]\s*)?(?:weging|gewicht|max(?:imaal|\.)?)?\s*:?\s*\d{1,3}(?:[.,]\d+)?\s*(?:%|procent|punten|pnt)\s*$",
        "",
        line,
        flags=re.IGNORECASE,
    )
    return line.strip(" :–—-|,;.") or squeezed(text)


def is_about_all(text: str) -> bool:
    """Return whether a heading is about the criteria as a whole, not about one of them."""
    line = squeezed(text).lower().strip(" .:")
    return bool(
        re.fullmatch(
            (
                "(?:(?:sub)?(?:gunnings|kwaliteits|beoordelings|toetsings)?-?criteria|gunning(?:ssystematiek|"
                "smethodiek|scriterium)?|kwaliteit(?:svragen|scriterium)?|(?:open |"
                "inhoudelijke )?vragen(?:lijst)?|(?:de )?beoordeling.*|algemeen|inleiding|achtergrond.*|"
                "aanleiding|context|doel(?:stelling(?:en)?)?|toelichting.*|weging.*|"
                "rekenvoorbeeld.*|(?:bepaling|berekening).*|.*(?:in het algemeen|algemene (?:regels|"
                "uitgangspunten)).*)"
            ),
            line,
        )
    )
