"""What a column of a table holds, told by its name."""

from __future__ import annotations

import re
from typing import Literal, get_args

from pitchkit.offers.reading.signals.amounts import squeezed

Role = Literal[
    "number", "text", "group", "type", "weight", "points", "limit", "answer", "proof", "lot", "date", "price", "quantity", "unit",
    "note", "was", "becomes", "about",
]  # fmt: skip
ROLES: tuple[Role, ...] = get_args(Role)

_NAMES: tuple[tuple[Role, str], ...] = (
    ("was", r"^(?:was|oud|oude tekst|huidige tekst|stond)\b|oorspronkelijk"),
    ("becomes", r"^(?:wordt|nieuw|nieuwe tekst)\b|gewijzigde tekst|wijziging$|moet zijn"),
    ("limit", (r"limiet|\bmax\w*\.?\s.*(?:a4|pagina|woord|teken|omvang|lengte|blz)|^(?:maximale )?omvang|"
        r"aantal (?:a4|pagina|woord|teken|blz)|(?:a4|pagina'?s|woorden) \(?max")),
    ("answer", (r"antwoord|reactie|\buw (?:toelichting|invulling|opmerking|tekst|aanbod|score)|in te vullen|"
        r"invul|voldo(?:et|aan)|akkoord|ja\s*/\s*nee|\bj\s*/\s*n\b|conform|(?:toelichting|opmerking\w*|"
        "beantwoording|verwijzing) (?:van |door )?(?:de )?(?:inschrijver|aanbieder|aanvrager)|"
        "^(?:inschrijver|aanbieder)$|vindplaats")),
    ("points", r"punten|\bpnt\b|\bscore\b"),
    ("weight", r"weging|gewicht|weegt|^%$|\(%\)|percentage|aandeel|procent"),
    ("type", (r"^type|^soort|\beis\s*(?:/|of)\s*wens|\be\s*/\s*w\b|knock|^k\.?o\.?$|minimumeis\s*\?|^status$|"
        "^categorie (?:eis|vraag)")),
    ("number", ("^(?:nr|nummer|#|id|no|volgnr|volgnummer|code|ref|referentie|§|par|paragraaf|hoofdstuk|artikel|"
        r"item)\.?$|^(?:eis|vraag|wens|criterium)\s?-?(?:nr|nummer|id|code|no)\b\.?|^(?:nr|nummer)\.?\s")),
    ("lot", r"perceel|deelopdracht"),
    ("quantity", r"aantal|hoeveelheid|volume|frequentie"),
    ("unit", r"^(?:prijs)?eenheid|^per$"),
    ("price", r"prij[sz]|tarief|bedrag|kosten|€|\beuro\b"),
    ("date", r"datum|wanneer|tijdstip|deadline|uiterlijk|termijn|data\b|^dag$"),
    ("proof", r"bewijs|^bijlage|bewijsmiddel|document"),
    ("about", r"^(?:betreft|document\s*/|vindplaats|verwijzing|onderwerp\s*/|paragraaf\s*/|bron|pagina)"),
    ("group", r"criteri(?:um|a)|^(?:sub)?sectie|^hoofdstuk|^thema|^onderwerp|^categorie|^onderdeel|^rubriek|^aspect|^kwaliteits"),
    ("text", (r"vraag|vragen|\beis(?:en)?\b|omschrijving|beschrijving|\bwens(?:en)?\b|specificatie|tekst|inhoud|"
        r"gevraagd|activiteit|fase|\bstap\b|product|dienst|gebeurtenis|mijlpaal|actie|kostensoort|post|"
        r"wat\b")),
    ("note", r"toelichting|opmerking|uitleg"),
)  # fmt: skip
LONGEST_NAME = 90


def role_of(name: str) -> Role | None:
    """Return what a column with this name holds, or None."""
    line = squeezed(name).lower().strip(" .:*")
    if not line or len(line) > LONGEST_NAME:
        return None
    return next((role for role, words in _NAMES if re.search(words, line)), None)
