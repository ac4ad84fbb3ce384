"""Passives with *worden*: a form of it and a past participle in one clause.

Passives with *zijn* are left alone: what looks like one is too often a state (de groep is bedoeld, gericht, begonnen).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.plain_language.sentences import Sentence, Word, words
from pitchkit.plain_language.syllables import count_syllables

_CLAUSE_END: Final = re.compile(
    r"[,;:()–—]|\b(?:omdat|doordat|zodat|terwijl|hoewel|waardoor|waarbij|waarin|waarmee|waarna|wanneer|zodra|maar|want)\b",
    re.IGNORECASE,
)
_WORDEN: Final = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)

_PARTICLES: Final = (
    "aan|achter|achterna|af|bij|binnen|bijeen|buiten|dicht|door|goed|in|klaar|kwijt|los|mede|mee|na|neer|om|onder|open|op|over"
    "|plaats|rond|samen|stil|tegemoet|tegen|tentoon|terecht|terug|toe|tussen|uiteen|uit|vast|voorop|voort|voor|vrij|waar|weer|weg"
)
_WEAK: Final = re.compile(rf"(?:{_PARTICLES})?ge\w*?(?:[^t]d|(?:[kfspx]|ch|[aeo])t)")
_WITHOUT_GE: Final = re.compile(
    r"(?:(?:aan|in|mede|toe|uit|voor)?(?:be|ver|her)|ont|er|mis|onder|over|door|weer)\w{2,}?(?:[^t]d|(?:[kfspx]|ch|[aeo])t)"
)
_STRONG: Final = re.compile(
    rf"(?:{_PARTICLES})?(?:"
    "gebakken|gebannen|gebeden|gebeten|gebleken|geboden|gebogen|gebonden|geborgen|gebroken|gedaan|gedragen|gedreven|gedrongen"
    "|gedronken|gedwongen|gegeten|gegeven|gegoten|gegrepen|gehangen|geheten|geheven|geholpen|gehouden|gekeken|geklonken|gekozen"
    "|gekregen|geladen|gelaten|gelezen|gelopen|gemeden|gemeten|genezen|genomen|genoten|geroepen|gescheiden|geschonken|geschoten"
    "|geschoven|geschreven|geslagen|gesleten|gesloten|gesneden|gesproken|gestoken|gestolen|getogen|getreden|getroffen|getrokken"
    "|gevangen|gevochten|gevonden|gevouwen|gewassen|gewezen|gewogen|gewonnen|geworpen|geworven|gewreven|gezien|gezogen|gezonden"
    "|gezongen|gezwegen)"
)
_STRONG_WITHOUT_GE: Final = re.compile(
    r"(?:aan)?bevolen|(?:aan|uit|af|in|op|toe)?(?:be|ver)(?:boden|bonden|dreven|drongen|gonnen|graven|grepen|holpen|houden|keken"
    r"|kregen|laten|lezen|lopen|meten|nomen|roepen|schreven|sloten|sneden|sproken|staan|streden|trokken|vochten|vonden|wezen"
    r"|wogen|wonnen|worven|zonnen)|bedorven|beleden|verslagen|verstaan|vergeten|vergeleken|vergeven|vermeden|verstoten|vernomen"
    r"|vertrouwd|toevertrouwd|verdeeld|herschreven|herzien|hernomen|ontboden|ontheven|ontnomen|onttrokken|ontvangen|ontslagen"
    r"|ontworpen|onderbroken|ondernomen|onderschreven|ondervonden|onderworpen|ontgonnen|overgoten|overleden|overschreden|overtroffen"
    r"|overwogen|overwonnen|doorbroken|doorlopen|doorstaan|omgeven|omschreven|voldaan|voorkomen|voorgeschreven|voorzien|weersproken"
)
_NO_PARTICIPLES: Final = frozenset(
    """
    aangezicht afgezant bedrijfsarts beeld beest beleid bereid bekend best bestand beurt bevoegd bewust bezit doorgaand
    eerst erfgoed ernst gebied gebit gebod gebrand gebrek gedicht geduld geest gehecht gelaat geld
    geliefd geluid gemoed genot gerecht gerust geschikt geslacht gesticht gevaarte gevecht gewaad gewapend geweld gewend
    gewest gewicht gezag gezant gezicht gezind gezond goed herfst inbegrepen misdaad omgekeerd onderscheid onderstand
    ontbijt overheid overvloed verband verdriet verkeerd verschillend verstand verwant voorraad voorbeeld wereld
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
_SHORTEST_PRESENT: Final = 3
_ARTICLES: Final = frozenset({"de", "deze", "een", "elke", "ieder", "iedere", "onze"})


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive: the form of *worden* with its participle, and at which character of the text the form stands."""

    words: str
    start: int


def passives(sentence: Sentence) -> Iterator[Passive]:
    """Yield the passives with *worden* in a sentence, at most one for each clause."""
    if not _WORDEN.search(sentence.words):
        return
    start = 0
    for match in (*_CLAUSE_END.finditer(sentence.words), None):
        end = match.start() if match else len(sentence.words)
        if found := _in_clause(sentence.words[start:end], sentence.start + start):
            yield found
        start = match.end() if match else end


def is_participle(word: str) -> bool:
    """Return whether a lowercase word has the form of a past participle that can stand in a passive."""
    if word in _NO_PARTICIPLES:
        return False
    if _STRONG.fullmatch(word) or _STRONG_WITHOUT_GE.fullmatch(word) or _WEAK.fullmatch(word):
        return True
    return bool(_WITHOUT_GE.fullmatch(word)) and not _is_present(word)


def _is_present(word: str) -> bool:
    return word.endswith("end") and not word.endswith(("kend", "iend")) and count_syllables(word) >= _SHORTEST_PRESENT


def _in_clause(clause: str, start: int) -> Passive | None:
    form = _WORDEN.search(clause)
    if form is None:
        return None
    there = words(clause)
    for at, word in enumerate(there):
        if is_participle(word.text.lower()) and not _belongs_to_a_noun(there, at):
            parts = (form[0], word.text) if form.start() < word.start else (word.text, form[0])
            between = clause[min(form.end(), word.end) : max(form.start(), word.start)]
            return Passive((" … " if between.strip() else " ").join(parts), start + form.start())
    return None


def _belongs_to_a_noun(there: tuple[Word, ...], at: int) -> bool:
    """Return whether a participle says something of what comes after it: de gekozen datum."""
    return 0 < at < len(there) - 1 and there[at - 1].text.lower() in _ARTICLES
