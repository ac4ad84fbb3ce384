"""What a heading, or the name of a sheet, says that stands below it."""

from __future__ import annotations

import re
from typing import Literal

from pitchkit.offers.model import RequirementType
from pitchkit.offers.reading.signals.amounts import squeezed

Section = Literal[
    "",
    "planning",
    "lots",
    "form",
    "exclusion",
    "suitability",
    "requirements",
    "wishes",
    "criteria",
    "scoring",
    "price",
    "submission",
    "inquiries",
    "background",
    "procedure",
    "contents",
]
"""What a part of a paper is about; an empty text where its heading does not tell."""

_SECTIONS: tuple[tuple[Section, str], ...] = (
    ("contents", ("^bijlagen(?: bij .*)?$|^(?:inhoud|inhoudsopgave|versiebeheer|colofon|leeswijzer)$|begrippen|"
        "definities|begripsbepaling|afkortingen")),
    ("scoring", ("beoordelings?(?:kader|methodiek|systematiek|wijze|procedure|tabel|schaal|proces|commissie|"
        "team)|wijze van beoordel|beoordeling van|scoretabel|puntentoekenning|waardering|"
        r"^beoordeling\b|berekening van de score|scoremethodiek")),
    ("exclusion", r"uitsluiting|weigering|afwijzingsgrond"),
    ("suitability", ("geschiktheid|selectie-?(?:eis|criteri)|minimumeisen aan (?:de )?(?:inschrijver|onderneming)|"
        "bekwaamheid|kerncompetent|referentie-?(?:eis|opdracht|project)")),
    ("requirements", "knock-?out"),
    ("planning", r"planning|tijdpad|tijdschema|tijdlijn|tijdsplanning|belangrijke data|kerndata|procedureverloop|^wanneer$"),
    ("form", ("vorm(?:vereisten|eisen|voorschriften|geving|-eisen)|eisen aan (?:de )?(?:vorm|inschrijving|"
        "offerte|aanvraag|opmaak|lay-?out|indeling|uitwerking)|voorschriften (?:voor|"
        r"bij) (?:de )?(?:inschrijving|inrichting|indienen)|opmaak|inrichting van de|lay-?out|format\b|"
        "wijze van (?:indien|inschrijv)")),
    ("submission", ("(?:in|aan|bij) te (?:dienen|leveren|voegen)|bij te voegen|benodigde (?:documenten|"
        "bijlagen|stukken)|checklist|vereiste (?:documenten|bijlagen|stukken)|bewijsstukken|"
        "bewijsmiddelen|indieningsvereisten|over te leggen|(?:welke|overzicht) (?:documenten|"
        "bijlagen|stukken)|volledigheid")),
    ("inquiries", ("vragenronde|nota van inlichtingen|inlichtingen|stellen van vragen|vragen stellen|^contact|"
        "klachten|communicatie tijdens")),
    ("price", (r"prij(?:s|zen)\s?-?(?:blad|opgave|stelling|formulier|lijst|bijlage)?\b(?!.*kwaliteit)|tarie(?:f|"
        "ven)|^begroting|inschrijfstaat|kostenopgave|financi(?:eel|ële) (?:deel|aanbieding|voorstel)")),
    ("wishes", r"\bwens(?:en|enlijst)?\b(?!.*\beis)"),
    ("criteria", ("gunnings?(?:criteri|systematiek|methodiek|leidraad|onderdel)|subgunning|kwaliteitscriteri|"
        r"kwaliteitsvragen|open vragen|kwalitatieve|^kwaliteit\b|^gunning\b|(?:sub)?criteri(?:a|um)\b|"
        r"beste prijs-?kwaliteit|bpkv|emvi|vragenlijst|^vragen\b|te beantwoorden|beoordelingscriteri|"
        "plan van aanpak|toetsingscriteri|inhoudelijke vragen|vragen aan (?:de )?(?:inschrijver|"
        "aanvrager)")),
    ("requirements", (r"^voorwaarden$|programma van eisen|\bpve\b|eisenlijst|\beisen\b|minimumeisen|"
        "uitvoeringseisen|randvoorwaarden|kwaliteitseisen|voorwaarden (?:voor|"
        "aan) (?:de )?(?:subsidie|aanvraag|uitvoering)|subsidievoorwaarden|verplichtingen|"
        "knock-?out")),
    ("lots", r"^percelen|perceelindeling|verdeling in percelen|deelopdrachten"),
    ("background", ("inleiding|aanleiding|achtergrond|context|visie|huidige situatie|"
        r"doel(?:stelling)?(?:en)?\b|beleid|opdrachtomschrijving|omschrijving van de opdracht|"
        r"de opdracht\b|doelgroep|ambitie|over de gemeente|toelichting|uitgangspunten|"
        "maatschappelijke effecten|opdrachtgever|aanbestedende dienst|organisatie van|"
        "omvang van de opdracht|scope|voorwoord|algemeen$")),
    ("procedure", ("procedure|aanbestedingsprocedure|contract|overeenkomst|voorbehoud|rechtsbescherming|"
        "varianten|combinatie|onderaanneming|samenwerkingsverband|vertrouwelijk|social return|"
        "juridisch|gunningsbeslissing|opening|sluiting|verificatie|bezwaar|toepasselijk recht|"
        "inkoopvoorwaarden|proces|gestanddoening|tegenstrijdig|klacht|geschil|indienen|inschrijving|"
        "aanbesteding|bijlage")),
)  # fmt: skip
_DEFAULT: dict[Section, RequirementType] = {
    "exclusion": "uitsluiting",
    "suitability": "geschiktheid",
    "requirements": "eis",
    "wishes": "wens",
    "submission": "bewijsstuk",
    "form": "vorm",
}


def section_of(text: str) -> Section:
    """Return what a heading announces, or an empty text."""
    whole = squeezed(text).lower().strip(" .:")
    line = re.sub(r"\s*\([^()]*\)", "", whole).strip(" .:") or whole  # "(max. 2 A4, exclusief planning)" is a rule, no subject
    if re.search(r"prijs\s*[-/–]\s*kwaliteit", line):
        return "criteria"
    return next((section for section, words in _SECTIONS if re.search(words, line)), "")


def default_type(section: Section) -> RequirementType | None:
    """Return the kind of demand that the lines of a section make, or None where each line has to say so itself."""
    return _DEFAULT.get(section)
