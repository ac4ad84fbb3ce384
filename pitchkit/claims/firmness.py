"""How firm the words of a text are: what it calls proven, what it promises, and what it says of everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pitchkit.claims.stems import holds
from pitchkit.plain_language.prose import read_aloud, without_quotes
from pitchkit.plain_language.sentences import sentences

Strength = Literal["guarantee", "proof", "comparison", "effect", "absolute"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that claim something, as they stand, and at which character of the text they begin."""

    words: str
    start: int
    strength: Strength


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


GUARANTEES: Final = _any(
    r"gegarandeerde?",
    r"garan(?:deert|deren|tie)",
    r"zonder (?:enige )?twijfel",
    r"onomstotelijk",
    r"honderd procent (?:zeker|effectief|succes)",
    r"100\s?% (?:zeker|effectief|succes)",
)
"""What no research can carry."""

PROOF: Final = _any(
    r"bewezen",
    r"bewijst",
    r"bewijzen dat",
    r"(?:het|ons|duidelijk|wetenschappelijk|hard|voldoende) bewijs",
    r"aantoonbaa?re?",
    r"aangetoond",
    r"toont aan dat",
    r"wetenschappelijk (?:onderbouwde?|vastgesteld)",
    r"evidence[- ]based",
    r"uit onderzoek (?:is gebleken|blijkt)",
    r"onderzoek (?:laat zien|wijst uit|toont)",
)
"""What only research can carry."""

_BETTER: Final = (
    r"(?:veel |een stuk |aanzienlijk |duidelijk )?"
    r"(?:goedkoper|voordeliger|effectiever|duurzamer|doelmatiger|efficiënter|sneller klaar)"
)
COMPARISONS: Final = _any(
    rf"(?:is|zijn|blijft|blijven|wordt|worden|werkt|werken) (?:[\w-]+ ){{0,5}}?{_BETTER}",
    rf"{_BETTER} (?:is|zijn|werkt|werken)",
    r"kost(?:en)? (?:[\w-]+ ){0,3}?minder",
    r"bespaart",
    r"bespaarde",
    r"besparen",
    r"scheelt (?:[\w-]+ ){0,3}?(?:geld|kosten|euro|uren)",
    r"werkt (?:[\w-]+ ){0,2}?beter dan",
    r"(?:is|zijn) effectief",
)
"""That one thing is better or cheaper than another."""

EFFECTS: Final = _any(
    r"leid(?:t|de|den) (?:er )?(?:toe|tot)",
    r"leiden (?:er )?(?:toe|tot)",
    r"zorg(?:t|en|de|den) (?:er ?)?voor(?= minder| meer| een betere?| betere?| dat)",
    r"zorg(?:t|en|de|den) ervoor dat",
    r"voorkom(?:t|en)(?=\s+(?!bij\b|in\b|onder\b)\w)",
    r"voorkwam(?:en)?",
    r"vermindert",
    r"verminder(?:en|de|den)",
    r"verlaagt",
    r"verlaagde",
    r"versterkt",
    r"vergroot",
    r"verbetert",
    r"doorbreekt",
    r"geneest",
    r"verhelpt",
    r"neemt (?:[\w-]+ ){1,4}?(?:weg|af)",
    r"lost (?:[\w-]+ ){1,4}?op",
    r"maakt (?:mensen|deelnemers|cliënten|inwoners|iemand|hen|je) (?:[\w-]+ ){0,2}?"
    r"(?:sterker|weerbaarder|zelfstandiger|gelukkiger|gezonder)",
    r"doen (?:[\w-]+ ){0,2}?een kleiner beroep op",
    r"hebben (?:[\w-]+ ){0,2}?minder (?:zorg|hulp) nodig",
)
"""That something comes of it."""

ABSOLUTES: Final = _any(
    r"altijd",
    r"in alle gevallen",
    r"per definitie",
    r"zonder uitzondering",
    r"iedereen",
    r"(?:alle|elke|iedere) (?:deelnemers?|mens(?:en)?|cliënt(?:en)?|inwoners?|groep(?:en)?)",
    r"nooit meer",
    r"niemand",
    r"geen enkele (?:deelnemer|cliënt|inwoner)",
    r"100\s?%",
    r"honderd procent",
)
"""That it goes for everybody, every time."""

_OUTCOMES: Final = _any(
    r"help(?:t|en)",
    r"(?:het|dat|dit|(?<!met een )(?<!met de )groep|groepswerk|aanpak|methode|cursus|training) werkt",
    r"werk(?:t|en)(?= (?:altijd|goed|beter|voor (?:iedereen|alle|elke|iedere)))",
    r"lukt",
    r"leer(?:t|de|den)",
    r"leren",
    r"groei(?:t|en|de|den)",
    r"slaag(?:t|de|den)",
    r"slagen",
    r"herstel(?:t|len|de|den)",
    r"profite(?:ert|ren)",
    r"knap(?:t|pen) (?:[\w-]+ ){0,2}?op",
    r"va(?:lt|llen) (?:[\w-]+ ){0,3}?(?:uit|terug)",
    r"vind(?:t|en) (?:[\w-]+ ){0,3}?(?:werk|steun|baan|vrienden)",
    r"beter",
    r"sterker",
    r"sneller",
    r"goedkoper",
    r"effectie(?:f|ve|ver)",
)
_HEDGES: Final = _any(
    r"kan",
    r"kunnen",
    r"kun",
    r"kon(?:den)?",
    r"zou(?:den)?",
    r"mogelijk",
    r"misschien",
    r"wellicht",
    r"vermoedelijk",
    r"waarschijnlijk",
    r"vaak",
    r"soms",
    r"meestal",
    r"veelal",
    r"doorgaans",
    r"dikwijls",
    r"lijkt",
    r"lijken",
    r"leek",
    r"volgens",
    r"naar verwachting",
    r"verwacht(?:en|ing)?",
    r"hop(?:en|t)",
    r"(?:de )?kans(?:en)?",
    r"beogen",
    r"beoogt",
    r"gericht op",
)
"""What leaves room for another outcome, or says whose words these are."""

_STEMS: Final = tuple(
    """
    garan twijfel onomsto honderd 100 bewez bewij aantoon aangetoond toont wetenschap evidence onderzoek goedko voordel effectie
    duurzam doelmat effici sneller minder bespa scheelt beter leid zorg voorkom voorkwam vermin verla versterk vergroot verbeter
    doorbreek genees verhelp neemt lost maakt kleiner altijd gevallen definitie uitzondering iedereen alle elke iedere nooit
    niemand enkele
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
_DENIALS: Final = _any(
    "niet", "niets", "geen", "nooit", "nog nooit", "zonder", "evenmin", "nergens", "niemand", "weinig", "nauwelijks"
)
_SUPPOSED: Final = re.compile(r"^(?:als|wie|wanneer|of|stel|hoe|wat|voordat)\b", re.IGNORECASE)


def claims(text: str) -> Iterator[Claim]:
    """Yield what a text claims in its own voice, sentence by sentence, without what it doubts, denies, asks or supposes.

    What stands between quotation marks is somebody else's, and a line of a list that is no sentence goes with what leads it in.
    """
    if not holds(text, _STEMS):
        return
    for sentence in sentences(without_quotes(read_aloud(text))):
        words = sentence.words
        if words.endswith("?") or words[:1].islower():
            continue
        yield from (_claim(match, sentence.start, "guarantee") for match in _own(GUARANTEES, words))
        if not _DENIALS.search(words):
            yield from (_claim(match, sentence.start, "proof") for match in _own(PROOF, words))
        yield from _effects(words, sentence.start)
        yield from _absolutes(words, sentence.start)


def _effects(words: str, start: int) -> Iterator[Claim]:
    if _HEDGES.search(words) or _DENIALS.search(words) or _SUPPOSED.match(words):
        return
    found = [(match, "comparison") for match in COMPARISONS.finditer(words)]
    found += [(match, "effect") for match in EFFECTS.finditer(words)]
    yield from (_claim(match, start, strength) for match, strength in found)  # type: ignore[arg-type]


def _absolutes(words: str, start: int) -> Iterator[Claim]:
    match = ABSOLUTES.search(words)
    if match is None or _HEDGES.search(words) or _SUPPOSED.match(words):
        return
    denied = _DENIALS.search(ABSOLUTES.sub(" ", words))
    if not denied and (_OUTCOMES.search(words) or EFFECTS.search(words) or COMPARISONS.search(words)):
        yield _claim(match, start, "absolute")


def _own(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(words) if not _DENIALS.search(words[: match.start()]))


def _claim(match: re.Match[str], start: int, strength: Strength) -> Claim:
    return Claim(match[0].strip(), start + match.start(), strength)
