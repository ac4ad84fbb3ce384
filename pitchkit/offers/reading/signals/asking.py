"""Sentences, questions and lead-ins: what asks for an answer."""

from __future__ import annotations

import re

from pitchkit.offers.reading.signals.amounts import squeezed

_ABBREVIATION = re.compile(
    (
        r"(?:\b(?:art|max|min|nr|bijv|bv|blz|pag|ca|incl|excl|evt|resp|o\.a|d\.w\.z|m\.b\.t|t\.a\.v|i\.v\.m|"
        r"t\.b\.v|enz|c\.q|z\.s\.m|jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|dr|drs|mr|ir|mevr|dhr|p|pt|pnt|"
        r"par|no)|\b[A-Z]|^\d{1,2})\.$"
    ),
    re.IGNORECASE,
)
_VERBS = (
    r"beschrijf|beschrijft u|licht\b.{0,60}\btoe|toelicht|geef\b|geeft u|omschrijf|benoem|noem|"
    r"toon\b.{0,60}\baan|onderbouw|werk\b.{0,80}\buit|schets|leg\b.{0,60}\buit|"
    r"laat\b.{0,30}\bzien|verklaar|motiveer|maak\b.{0,40}\b(?:duidelijk|inzichtelijk|aannemelijk|concreet)|"
    r"stel\b.{0,40}\bop|vertel|formuleer|ga\b.{0,40}\bin op|ga in op|presenteer|"
    r"besteed\b.{0,40}\baandacht|vermeld|specificeer|reflecteer|concretiseer|neem\b.{0,40}\bop"
)
_BEGINS = re.compile(
    rf"^(?:(?:graag|kunt u|wilt u|en|ook|daarnaast|vervolgens|tevens|hierbij|daarbij|vraag|deelvraag)[:,]?\s+)*(?:{_VERBS})",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:en\s+|ook\s+)?(?:hoe|welke?|wat|waarom|waaruit|waarmee|waarin|wanneer|wie|waar|hoeveel|in hoeverre|"
    "op welke (?:wijze|manier|termijn|momenten?)|op wat voor|met welke|met wie|aan welke|voor welke|"
    "binnen welke|"
    r"in welke (?:mate|vorm|situaties?)|tot welke|door welke|via welke)\b(?! (?:meer|minder|beter|\w{3,}er)\b)",
    re.IGNORECASE,
)
_BIDDER = (
    r"(?:de\s+|een\s+|elke\s+|iedere\s+)?(?:inschrijvers?|gegadigden?|aanbieders?|aanvragers?|"
    "ondernemers?|opdrachtnemers?|offrantes?|leveranciers?|subsidieaanvragers?|penvoerder|"
    "zorgaanbieders?|u|uw organisatie)"
)
_BIDDER_TELLS = re.compile(
    rf"^{_BIDDER}\s+(?:(?:dient|moet|wordt (?:gevraagd|verzocht)(?: om)?|wordt geacht)\b.{{0,90}}?\b(?:beschrij\w+|"
    r"toe te lichten|toelichten|aan te geven|aangeven|aan te tonen|in te gaan|uit te werken|inzichtelijk|te onderbouwen|"
    r"op te stellen)|(?:beschrijft|omschrijft|benoemt|schetst|onderbouwt|presenteert|formuleert|motiveert)\b|"
    r"(?:geeft\b.{0,60}\b(?:aan|weer|inzicht)|toont\b.{0,60}\baan|licht\b.{0,60}\btoe|werkt\b.{0,60}\buit|"
    r"gaat\b.{0,40}\bin op|legt\b.{0,60}\buit|laat\b.{0,40}\bzien|maakt\b.{0,40}\b(?:inzichtelijk|duidelijk|"
    r"aannemelijk|concreet))\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    (
        r":\s*$|\b(?:ga(?:at)?\b.{0,60}\bin op|in te gaan op|(?:de volgende|onderstaande) (?:vragen|onderdelen|"
        r"aspecten|punten|elementen|onderwerpen|deelvragen))\W*$"
    ),
    re.IGNORECASE,
)
_ASSESSMENT = re.compile(
    r"\b(?:beoordeeld (?:op|wordt)|beoordelingsaspect\w*|beoordeling(?:scommissie|steam)?\b.{0,60}\b(?:let|"
    "kijkt|beoordeelt|waardeert|betrekt)|(?:hoger|beter|positief) (?:gewaardeerd|beoordeeld|gescoord)|"
    "(?:hogere|meer) (?:score|punten|waardering)|naarmate|de mate waarin|pluspunt|meerwaarde (?:wordt|is)|"
    r"hoe \w+er\b.{0,60}\bhoe (?:hoger|meer|beter)|hoger de (?:score|waardering)|opdrachtgever (?:hecht|"
    "waardeert|let)|de gemeente (?:hecht|waardeert|let)|"
    r"doel(?:stelling)? van (?:dit|deze)|achtergrond)\b",
    re.IGNORECASE,
)


_HEAD_WORDS = 2  # "Hoe verder" is a head
_LABELLED = re.compile(r"^(?:deel|sub|hoofd)?vraag\s*[A-Z]?\d*(?:\.\d+)*[a-z]?\s*[:.–—-]\s*", re.IGNORECASE)


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; an abbreviation or a number with a point does not end one."""
    line = squeezed(text)
    found, start = [], 0
    for match in re.finditer(r"[.!?…]+[)\"'”’]?\s+(?=[\"'(“‘]?[A-ZÀ-Ý0-9])", line):
        if line[match.start()] == "." and _ABBREVIATION.search(line[start : match.start() + 1]):
            continue
        found.append(line[start : match.end()].strip())
        start = match.end()
    return tuple(one for one in (*found, line[start:].strip()) if one)


def is_question(text: str) -> bool:
    """Return whether a sentence asks for an answer in words."""
    line = re.sub(r"\s*\([^()]*\)\s*[.:]?$", "", _LABELLED.sub("", squeezed(text))).strip("\"'“”‘’ ")
    if re.match(r"(?:noem|vermeld|neem|geef|gebruik)\b.{0,30}\bgeen\b", line, re.IGNORECASE):
        return False
    if re.match(r"(?:heeft|hebt) u (?:nog )?(?:een )?(?:vragen|vraag)\b|vragen\?", line, re.IGNORECASE):
        return False
    return bool(
        line.endswith("?")
        or _BEGINS.match(line)
        or _BIDDER_TELLS.match(line)
        or (_OPEN.match(line) and len(line.split()) > _HEAD_WORDS)
    )


def is_lead_in(text: str) -> bool:
    """Return whether a text announces the list below it ("Ga hierbij in ieder geval in op:")."""
    return bool(_LEAD.search(squeezed(text)))


def is_assessment(text: str) -> bool:
    """Return whether a text tells how is judged, not what is asked ("Beoordeeld wordt de mate waarin ...")."""
    return bool(_ASSESSMENT.search(squeezed(text))) and not squeezed(text).endswith("?")


def is_same(first: str, second: str) -> bool:
    """Return whether two texts have the same words, whatever their signs and capitals."""
    return bool(words_of(first)) and words_of(first) == words_of(second)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without signs."""
    return tuple(re.findall(r"[^\W_]+", squeezed(text).lower()))


def likeness(first: str, second: str) -> float:
    """Return how alike two texts are, from 0 to 1: the share of words that they have in common."""
    one, two = set(words_of(first)), set(words_of(second))
    return len(one & two) / len(one | two) if one and two else 0.0
