"""How much may be written: limits in pages of A4, words or signs, and what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pitchkit.offers.reading.signals.amounts import NUMBER, number_of, squeezed
from pitchkit.offers.rules import Limit

Scope = Literal["here", "each-criterion", "each-question", "whole", "elsewhere"]
"""What a limit is for: the text it stands with, each criterion, each question, the whole offer, or else (an annex)."""
Unit = Literal["pages", "words", "characters"]


@dataclass(frozen=True, slots=True)
class LimitFound:
    """A limit, what it is for, the words it was read from, and why it is not sure (empty where it is)."""

    limit: Limit
    scope: Scope
    words: str
    unsure: str = ""


_UNITS = (
    r"(?P<words>woord(?:en)?)"
    r"|(?P<signs>tekens?|karakters?|leestekens|aanslagen)"
    r"|(?P<leaves>vel(?:len)?(?:tjes?)?(?:\s+A4)?)"
    r"|(?P<big>A3(?:['-]?\s?(?:tjes?|s|pagina's|formaat))?)"
    r"|(?P<pages>(?:(?:zijden?|kantjes?|pagina's|pagina|bladzijden?|bladzijdes)\s+(?:van\s+)?)?"
    r"A\s?4(?:['-]?\s?(?:tjes?|s|pagina's|pagina|zijden?|zijdes|kantjes?|bladzijden?|bladzijdes|vellen))?"
    r"|pagina'?s?|pag\b\.?|blz\b\.?|bladzijden?|bladzijdes|kantjes?|zijden|zijdes|p\b\.?)"
)
_SIDES = r"(?:enkelzijdig|dubbelzijdig|eenzijdig|tweezijdig|enkelzijdige|dubbelzijdige)"
_BEFORE_UNIT = rf"(?:\s*\([^)]{{1,15}}\))?[\s-]*(?:{_SIDES}\s+|bedrukte\s+|volle\s+|hele\s+|genummerde\s+|getypte\s+|losse\s+)*"
_QUANTITY = rf"(?P<n>{NUMBER}){_BEFORE_UNIT}(?:{_UNITS})(?![a-z])"
_MOST = (
    r"(?:maximaal|maximum|max\b\.?|maximale|ten hoogste|hoogstens|hooguit|niet meer dan|niet langer (?:zijn )?dan|"
    r"niet groter (?:zijn )?dan|beperkt tot|beperken tot|tot en met|≤|<=|limiet|bovengrens|"
    r"beslaat|beslaan|omvat|omvatten|tot maximaal|tot ten hoogste)"
)
_FILL = (
    r"(?:\s*:)?(?:\s+(?:van|is|bedraagt|tot|in totaal|totaal|aantal|een omvang van|het aantal van|een|"
    r"omvang|circa|lengte|tekst|over|op|uit)){0,3}\s*"
)
_RANGE = rf"(?:{NUMBER}\s*(?:tot(?: en met)?|t/m|à|a|-|–|of)\s*)?"
_LEADING = re.compile(rf"(?<![a-z]){_MOST}{_FILL}{_RANGE}{_QUANTITY}", re.IGNORECASE)
_TRAILING = re.compile(
    (
        rf"(?<![\w.,-]){_RANGE}{_QUANTITY}(?:\s+(?:inclusief|incl\.?|exclusief|"
        r"excl\.?) spaties)?[\s,]*(?:\(?\s*(?:maximaal|maximum|max\b\.?)|(?:niet )?(?:te )?(?:overschrijd|"
        "boven(?:gaan)? )|niet te boven)"
    ),
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"(?<![a-z])(?:in|op|binnen|van|met een omvang van|omvang|lengte|limiet|ruimte)(?:\s*:)?\s+{_RANGE}{_QUANTITY}",
    re.IGNORECASE,
)
_ALONE = re.compile(
    (
        rf"(?:^|\(|:\s*|\bu (?:heeft|krijgt)(?: hiervoor| daarvoor)?\s+|\btot\s+){_RANGE}{_QUANTITY}(?:\s+(?:tekst|"
        r"tot uw beschikking))?(?=\s*(?:\)|$|[.,;]))"
    ),
    re.IGNORECASE,
)
_AMOUNT = re.compile(rf"(?<![\w.,§-])(?<!pagina )(?<!blz\. ){_QUANTITY}", re.IGNORECASE)
_LABELLED = re.compile(
    (
        rf"(?:max\.?|maximum|maximaal|maximale|toegestane?)\s+(?:aantal\s+)?(?:{_UNITS})\s*(?:\([^)]*\)\s*)?(?::|=|"
        rf"is|bedraagt)?\s*(?P<n>{NUMBER})(?![\w%])"
    ),
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"aantal\s+(?:{_UNITS})\s*(?::|=|is|max\.?|maximaal)+\s*(?:max\.?\s*|maximaal\s*)?(?P<n>{NUMBER})(?![\w%])", re.IGNORECASE
)
_NOT_A_LIMIT = re.compile(
    (
        r"(?:minimaal|minimum|min\.|ten minste|tenminste|minstens|ca\.?|circa|ongeveer|±|gemiddeld|zie|vanaf|op|"
        r"onderaan|bovenaan)\s*$"
    ),
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"(?:minimaal|minimum|min\.|ten minste|tenminste|minstens|ca\.?|circa|ongeveer|±|richtlijn|gemiddeld)\s*$", re.IGNORECASE
)
_ANNEX = re.compile(
    r"(?<!in )(?<!uit )"
    r"\b(?:cv|cv's|curriculum|bijlagen?|referentie\w*|verklaring|presentatie|(?:begeleidende|aanbiedings)\w*\s*brief|"
    r"managementsamenvatting|per (?:functionaris|medewerker|referentie|referentieproject)|vragen? per inschrijver)\b",
    re.IGNORECASE,
)
_EACH_CRITERION = re.compile(
    r"\b(?:per|voor elk|voor ieder|elk)\s+(?:(?:sub|kwalitatief |kwaliteits|sub-)?(?:gunnings|"
    "kwaliteits)?criterium|sub-?criterium|subgunningscriterium|"
    r"wens|onderdeel|thema|kwaliteitsonderdeel|plan|uitwerking)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:totale (?:\w+ )?(?:inschrijving|offerte|aanvraag|omvang)|gehele (?:\w+ )?(?:inschrijving|offerte|"
    "aanvraag)|inschrijving als geheel|"
    r"(?:alle|de) (?:antwoorden|criteria|onderdelen|plannen) (?:samen|tezamen|gezamenlijk)|gezamenlijk|tezamen|kwalitatieve deel|"
    r"(?:de|uw) (?:offerte|inschrijving|aanvraag|projectplan|subsidieaanvraag) (?:mag|is|bestaat|omvat|beslaat|telt|heeft))\b",
    re.IGNORECASE,
)


def find_limits(text: str) -> tuple[LimitFound, ...]:
    """Return the limits that a text sets, in its order; the same amount in the same unit counts once."""
    line = squeezed(text)
    found: dict[tuple[str, Decimal], tuple[int, LimitFound]] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (_LEADING, _TRAILING, _LABELLED, _COUNTED, _WITHIN, _ALONE):
        for match in pattern.finditer(line):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            limit = _read(match, line, is_bare=pattern in (_WITHIN, _ALONE))
            if limit is None:
                continue
            taken.append(match.span())
            unit, amount = _unit_of(limit.limit)
            found.setdefault((unit, amount), (match.start(), limit))
    ordered = [one for _start, one in sorted(found.values(), key=lambda pair: pair[0])]
    return (*ordered, *_second_amounts(line, taken, {unit for unit, _amount in found}))


def find_amounts(text: str) -> tuple[Limit, ...]:
    """Return every amount of A4, words or signs in a text, whether it is a maximum or not: for an answer that sets a new one."""
    line = squeezed(text)
    found = []
    for match in _AMOUNT.finditer(line):
        number = number_of(match["n"])
        if (
            number
            and number > 0
            and (
                match["words"] or match["signs"] or re.search(r"A\s?4|kantje|pagina|blz|bladzijde|zijde", match[0], re.IGNORECASE)
            )
        ):
            unit: Unit = "words" if match["words"] else "characters" if match["signs"] else "pages"
            found.append(_limit(unit, number))
    return tuple(found)


def limit_of_cell(text: str, header: str) -> LimitFound | None:
    """Return the limit in a cell of a column for limits; a bare number takes its unit from the header."""
    line = squeezed(text)
    number = number_of(line)
    heading = squeezed(header)
    if number is not None and number > 0:
        unit: Unit = (
            "words"
            if "woord" in heading.lower()
            else "characters"
            if re.search(r"teken|karakter", heading, re.IGNORECASE)
            else "pages"
        )
        is_sure = unit != "pages" or re.search(r"a4|pagina|blz|bladzijde|kantje", heading, re.IGNORECASE)
        return LimitFound(_limit(unit, number), "here", f"{heading}: {line}", "" if is_sure else "unit")
    limits = find_limits(line) or find_limits(f"maximaal {line}")
    return limits[0] if limits else None


def _read(match: re.Match[str], line: str, *, is_bare: bool) -> LimitFound | None:
    number = number_of(match["n"])
    before = line[: match.start()]
    if number is None or number <= 0 or _SOFT.search(before) or (is_bare and _NOT_A_LIMIT.search(before)):
        return None
    if is_bare and not (
        match["words"] or match["signs"] or match["leaves"] or re.search(r"A\s?4|kantje", match[0], re.IGNORECASE)
    ):
        return None  # "op pagina 12" and "van 12 pagina's" tell where or how long something else is
    if re.fullmatch(r"p\.?", (match["pages"] or ""), re.IGNORECASE) and not re.search(r"max|hoogste", match[0], re.IGNORECASE):
        return None
    if match["big"]:
        return LimitFound(Limit(), _scope(line, match), match[0].strip(), "a3")
    unit: Unit = "words" if match["words"] else "characters" if match["signs"] else "pages"
    is_double = bool(re.search(r"dubbelzijdig|tweezijdig", line[match.start() : match.end() + 25], re.IGNORECASE))
    if unit == "pages" and is_double:
        number *= 2
    if unit != "pages" and number != number.to_integral_value():
        return None
    unsure = "double" if unit == "pages" and is_double else "leaves" if match["leaves"] and not _one_side(line) else ""
    return LimitFound(_limit(unit, number), _scope(line, match), match[0].strip(), unsure or ("no-maximum" if is_bare else ""))


def _second_amounts(line: str, taken: list[tuple[int, int]], units: set[str]) -> tuple[LimitFound, ...]:
    """Return the other half of "2 A4 of 1.000 woorden", in another unit than what was found."""
    found = []
    for _start, end in taken:
        match = re.compile(rf"\s*(?:,|/|\(|of|en|dan wel|c\.q\.)\s*(?:maximaal\s+)?{_QUANTITY}", re.IGNORECASE).match(line, end)
        one = _read(match, line, is_bare=False) if match else None
        if one and one.limit and _unit_of(one.limit)[0] not in units:
            found.append(one)
    return tuple(found)


def _one_side(line: str) -> bool:
    return bool(re.search(r"enkelzijdig|eenzijdig", line, re.IGNORECASE))


def _limit(unit: Unit, number: Decimal) -> Limit:
    if unit == "pages":
        return Limit(pages=number)
    return Limit(words=int(number)) if unit == "words" else Limit(characters=int(number))


def _unit_of(limit: Limit) -> tuple[Unit, Decimal]:
    if limit.words:
        return "words", Decimal(limit.words)
    if limit.characters:
        return "characters", Decimal(limit.characters)
    return "pages", limit.pages or Decimal(0)


def _scope(line: str, match: re.Match[str]) -> Scope:
    start = max(line.rfind(". ", 0, match.start()), line.rfind("; ", 0, match.start())) + 1
    stop = re.compile(r"[.;](?:\s|$)").search(line, match.end())
    sentence = line[start : stop.start() if stop else len(line)]
    if _ANNEX.search(_near(line, match)):
        return "elsewhere"
    if re.search(
        r"\bper (?:deel|sub|kwaliteits)?-?(?:vraag|antwoord)\b|\b(?:elk|ieder|elke|iedere) (?:antwoord|vraag|deelvraag)\b",
        sentence,
        re.IGNORECASE,
    ):
        return "each-question"
    if _EACH_CRITERION.search(sentence):
        return "each-criterion"
    return "whole" if _WHOLE.search(sentence) else "here"


def _near(line: str, match: re.Match[str]) -> str:
    start = max(line.rfind(mark, 0, match.start()) for mark in (". ", "; ", ", ", "("))
    after = re.split(r"[.,]", line[match.end() : match.end() + 28], maxsplit=1)[0]
    return f"{line[start + 1 : match.start()]} {after}"
