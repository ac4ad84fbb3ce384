"""Words that claim: what calls something proven, better or cheaper, what says that it works, and what takes that back."""

from __future__ import annotations

import re
from typing import Final


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


GUARANTEES: Final = _any(
    r"gegarandeerde?",
    r"garan(?:deert|deren|tie)",
    r"zonder (?:enige )?twijfel",
    r"onomstotelijk",
    r"succes (?:is )?verzekerd",
    r"honderd procent (?:zeker|effectief|succes)",
    r"100\s?% (?:zeker|effectief|succes)",
)
"""What no research can carry."""

PROOF: Final = _any(
    r"(?<!diensten )(?<!dienst )bewezen(?! elkaar\b| hem\b| haar\b| hun\b| ons\b| diensten?\b)",
    r"bewijst",
    r"bewijzen dat",
    r"(?:het|ons|duidelijk|wetenschappelijk|hard|voldoende) bewijs",
    r"aantoonbaa?re?",
    r"aangetoond",
    r"toont aan dat",
    r"wetenschappelijk (?:onderbouwde?|(?:(?:is|zijn|werd) )?vastgesteld)",
    r"sta(?:at|an) vast dat",
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
    r"lever(?:t|en|de|den) (?:[\w-]+ ){0,4}?besparing(?:en)?",
    r"(?:is|zijn|ligt|liggen) (?:[\w-]+ ){0,2}?(?:lager|hoger) dan",
    r"(?:is|zijn) effectief",
)
"""That one thing is better or cheaper than another."""

_TROUBLE: Final = (
    r"(?:eenzaamheid|isolement|schulden|klachten|stress|uitval|verzuim|zorggebruik|zorgvraag|zorgkosten|hulpvraag|wachtlijst)"
)
EFFECTS: Final = _any(
    r"leid(?:t|en|de|den) (?:er |zo \w+ mogelijk )?(?:toe|tot)",
    r"draag(?:t|en) (?:[\w-]+ ){0,2}?bij (?:aan|tot)(?! (?:het|een|elk|ieder) (?:gesprek|avond|bijeenkomst|maaltijd))",
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
    r"neemt (?:[\w-]+ ){1,6}?(?:weg|af)",
    r"druk(?:t|ken) (?:de |het )?[\w-]*(?:kosten|zorggebruik)",
    r"stij?g(?:t|en) (?:het |de |hun )?(?:zelf\w+|welzijn|gezondheid|veerkracht|weerbaarheid)",
    r"verkort(?:en|te|ten)?",
    r"verklein(?:t|en|de|den)",
    r"wacht(?:lijst|tijd)(?:en)? (?:wordt|worden) (?:[\w-]+ ){0,3}?korter",
    rf"verdwij(?:nt|nen) (?:de |het |hun )?{_TROUBLE}",
    rf"{_TROUBLE} verdwij(?:nt|nen)",
    rf"daa?l(?:t|en) (?:de |het |hun )?{_TROUBLE}",
    rf"{_TROUBLE} daa?l(?:t|en)",
    r"haa?l(?:t|en) (?:mensen|deelnemers|cliënten|inwoners|iemand) "
    r"uit (?:de |het |hun )?(?:bijstand|schulden|isolement|eenzaamheid|zorg)",
    r"wor(?:dt|den) (?:[\w-]+ ){0,4}?"
    r"(?:zelfstandiger|weerbaarder|gezonder|zelfredzamer|gelukkiger|minder (?:eenzaam|afhankelijk|somber))",
    r"lost (?:[\w-]+ ){1,4}?op",
    r"maakt (?:mensen|deelnemers|cliënten|inwoners|iemand|hen|je) (?:[\w-]+ ){0,2}?"
    r"(?:sterker|weerbaarder|zelfstandiger|gelukkiger|gezonder)",
    r"doen (?:[\w-]+ ){0,2}?een kleiner beroep op",
    r"(?:heeft|hebben) (?:[\w-]+ ){0,2}?minder (?:zorg|hulp) nodig",
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
    r"(?:va(?:lt|llen)|mislukt|mislukken|faalt|falen) nooit",
    r"niemand",
    r"geen enkele (?:deelnemer|cliënt|inwoner)",
    r"100\s?%",
    r"honderd procent",
)
"""That it goes for everybody, every time."""

OUTCOMES: Final = _any(
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
    r"sla(?:at|an) (?:[\w-]+ ){0,3}?aan",
    r"terug",
    r"eenzaam",
    r"beter",
    r"sterker",
    r"sneller",
    r"goedkoper",
    r"effectie(?:f|ve|ver)",
)
HEDGES: Final = _any(
    r"kan",
    r"kunnen",
    r"kun",
    r"kon(?:den)?",
    r"zou(?:den)?",
    r"(?<!zo snel )(?<!zo veel )(?<!zoveel )(?<!zo goed )(?<!zo vroeg )(?<!zo kort )(?<!zo lang )mogelijk",
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
    r"wil(?:len|den?)?",
    r"(?:het|ons|een) doel",
    r"de bedoeling",
    r"bedoeld",
    r"prob(?:eert|eren)",
    r"beogen",
    r"beoogt",
    r"gericht op",
    r"als (?:dat|het) (?:lukt|kan|werkt)",
)
"""What leaves room for another outcome, or says whose words these are."""

STEMS: Final = tuple(
    """
    garan twijfel onomsto honderd 100 bewez bewij aantoon aangetoond toont wetenschap evidence onderzoek goedko voordel effectie
    duurzam doelmat effici sneller minder bespa scheelt beter leid zorg voorkom voorkwam vermin verla versterk vergroot verbeter
    doorbreek genees verhelp neemt lost maakt kleiner altijd gevallen definitie uitzondering iedereen alle elke iedere nooit
    niemand enkele vast drukt drukken stijg lager hoger verzekerd draag lever
    verkort verklein wachtlijst wachttijd verdwij daal dale haalt halen wordt worden hebben heeft mislukt faalt falen
    """.split()  # noqa: SIM905 - words are easier to read and to add without quotes
)
DENIALS: Final = _any(
    "niet",
    "niets",
    "geen",
    "nooit",
    "nog nooit",
    "zonder",
    "evenmin",
    "nergens",
    "niemand",
    "weinig",
    "nauwelijks",
    "moet(?:en)? nog",
    "ontbreekt",
    "ontbreken",
)
SUPPOSED: Final = re.compile(r"^(?:als|wie|wanneer|of|stel|hoe|wat|voordat)\b", re.IGNORECASE)
ASKED: Final = _any(
    r"(?:vraagt?|vragen|vroeg(?:en)?|weet|weten|wist(?:en)?|onderzoekt?|onderzoeken|bekijkt?|bekijken|bespreekt?|bespreken"
    r"|na|uit|reken(?:t|en)?|twijfel(?:t|en)?|open)(?: je| u| we| wij| zij| zich| samen| dan| eerst| niet| nog)*,? of"
)
"""What makes the rest of a sentence a question, though it does not end as one."""
WORKER: Final = re.compile(r"\b(?:begeleid(?:er|ster)s?|groepswerkers?|trainers?|coach(?:es)?|vrijwilligers?) $", re.IGNORECASE)
"""Who does something by hand: “de begeleider vergroot de letters” promises nothing."""
