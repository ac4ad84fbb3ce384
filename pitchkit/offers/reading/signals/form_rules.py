"""Rules of form: letter, margins, spacing, anonymity, prices apart, files, and what counts towards a limit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pitchkit.offers.reading.signals.amounts import NUMBER, number_of, squeezed

_FONTS = (
    "Arial Narrow", "Arial", "Verdana", "Calibri", "Times New Roman", "Tahoma", "Trebuchet MS", "Trebuchet", "Century Gothic",
    "Georgia", "Cambria", "Helvetica", "Segoe UI", "Open Sans", "Lucida Sans", "Garamond", "Aptos", "Corbel",
    "RijksoverheidSansText", "Franklin Gothic", "Roboto", "Lato",
)  # fmt: skip
_NAMED_FONT = re.compile(
    r"(?:lettertype|font)\s*(?:is|:|van)?\s*[\"'“‘]?(?P<font>[A-Z][\w]+(?:\s+[A-Z][\w]+){0,2})", re.MULTILINE
)
_SIZE = (
    re.compile(
        (
            "(?:letter|teken|font|corps|punt)-?(?:type|grootte|"
            rf"size)?[^.;]{{0,60}}?(?P<n>{NUMBER})\s*-?\s*(?:punts?|points?|pt|pnt|pts)\b"
        ),
        re.IGNORECASE,
    ),
    re.compile(
        (
            "(?:lettergrootte|puntgrootte|puntsgrootte|fontgrootte|tekengrootte|corps|lettercorps|"
            r"korps)\s*(?:\([^)]*\)\s*)?(?:is|van|:)?\s*(?:minimaal|ten minste|minstens|tenminste|"
            rf"niet kleiner dan|min\.)?\s*(?:van\s+)?(?P<n>{NUMBER})"
        ),
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<n>{NUMBER})\s*-?\s*(?:punts|points)\b", re.IGNORECASE),
)
_SPACING = re.compile(
    (
        r"(?P<single>enkele regelafstand)|regelafstand\s*(?:\([^)]*\))?\s*(?:is|van|:)?\s*(?:minimaal|ten minste|"
        rf"minstens|tenminste|niet kleiner dan|min\.)?\s*(?:van\s+)?(?P<n>{NUMBER}|enkele?|normaal|single)"
    ),
    re.IGNORECASE,
)
_MARGIN = re.compile(
    "(?:kant|zij|blad|boven|onder|pagina)?(?:marge|kantlijn)(?:s|"
    rf"en)?\b[^.;\d]{{0,70}}?(?P<n>{NUMBER})\s*(?P<unit>cm|mm|centimeter|millimeter)|"
    rf"(?P<n2>{NUMBER})\s*(?P<unit2>cm|mm|centimeter|millimeter)\s*(?:brede\s+)?(?:kantlijn|marge)",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(
    (
        r"(?:ge)?anonimise?er(?:d|en|t)?\b|\banonie?m(?:e)?\b|niet (?:te )?herleidbaar|niet te herleiden|(?:geen|"
        r"zonder) (?:bedrijfs|organisatie|handels)?(?:naam|namen|logo)\w*\b[^.]{0,60}(?:vermeld|genoemd|opgenomen|"
        "gebruik|zichtbaar|logo)"
    ),
    re.IGNORECASE,
)
_NOT_ANONYMOUS = re.compile(
    (
        "(?:hoeft|hoeven) niet|(?:niet|geen) anoniem|nota van inlichtingen|vragen (?:worden|en antwoorden)|"
        "anonieme (?:vragen|werkwijze|hulp)|vragensteller"
    ),
    re.IGNORECASE,
)
_PRICES_APART = re.compile(
    (
        r"geen\s+(?:enkele\s+)?(?:prijs|prijzen|prijsinformatie|tarieven|bedragen|financiële gegevens|kosten)\b|"
        r"(?:prijs|prijzen|prijsblad|prijsopgave|prijzenblad|inschrijfbiljet|tarieven)\b[^.]{0,60}\b(?:aparte?|"
        r"separate?|afzonderlijke?|los(?:se)? van)\b|zonder (?:prijs|prijzen|vermelding van (?:prijs|prijzen|"
        "tarieven))"
    ),
    re.IGNORECASE,
)
_PER_FILE = re.compile(
    r"(?:(?:per|elk|ieder|voor elk|voor ieder)\s+(?:sub-?)?(?:gunnings|kwaliteits)?(?:criterium|vraag|"
    r"onderdeel|wens|plan)\b[^.]{0,80}\b(?:apart|afzonderlijk|separaat|een|één|1|eigen)\s*(?:los\s+)?(?:pdf|"
    "bestand|document|file)|"
    r"(?:apart|afzonderlijk|separaat|eigen|één|een|1)e?\s+(?:los\s+)?(?:pdf|word)?-?\s?(?:bestand|document|"
    r"file|pdf)\w*\b[^.]{0,40}\b(?:per|voor elk|voor ieder)\s+(?:sub-?)?(?:gunnings|kwaliteits)?-?(?:criterium|"
    "vraag|onderdeel|wens))",
    re.IGNORECASE,
)
_NO_LINKS = re.compile(
    (
        r"(?:geen|niet|zonder|verbod\w*)\b[^.]{0,50}\b(?:hyperlinks?|links?\b|weblinks?|url'?s?|"
        "verwijzingen naar (?:websites?|internet|externe)|(?:web)?linken)|(?:hyperlinks?|links|"
        r"verwijzingen naar (?:websites?|internet))\b[^.]{0,60}\b(?:niet|genegeerd|buiten beschouwing|verboden)"
    ),
    re.IGNORECASE,
)
_LANDSCAPE = re.compile(r"\b(?:liggend|landscape)\b(?![^.]{0,30}(?:niet|geen))", re.IGNORECASE)
_FILE_NAME = re.compile(
    (
        "(?:bestandsnaam|naamgeving|naam van het bestand|noem het bestand|te benoemen als|opslaan als|"
        r"onder de naam)\b[^\"'“‘„]{0,60}[\"'“‘„](?P<name>[^\"'”’]{3,100})[\"'”’]"
    ),
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    (
        r"(?:exclusief|excl\.?|niet meegerekend|niet inbegrepen|met uitzondering van|uitgezonderd|behoudens|"
        r"niet meegeteld|buiten beschouwing)\s*(?:zijn\s+|worden\s+|een\s+|de\s+|het\s+|"
        r":\s*)*(?P<what>[^.;()]{3,140})"
    ),
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    (
        r"(?P<what>[^.;()]{3,140}?)\s+(?:tellen|telt|worden|wordt)\s+(?:hierbij\s+|hierin\s+|"
        r"daarbij\s+)?niet\s+(?:mee(?:geteld|gerekend)?|tot\b)"
    ),
    re.IGNORECASE,
)
_ALSO = re.compile(
    (
        r"(?:inclusief|incl\.?|met inbegrip van|inbegrepen|daaronder begrepen)\s*(?:zijn\s+|een\s+|de\s+|het\s+|"
        r"eventuele\s+|:\s*)*(?P<what>[^.;()]{3,140})"
    ),
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?P<what>[^.;()]{3,140}?)\s+(?:tellen|telt)\s+(?:hierbij\s+|ook\s+|wel\s+)*mee\b", re.IGNORECASE)
_BUT_NOT = re.compile(
    r"\btel(?:t|len) mee(?: [^.;,]{0,50})?[;,]?\s*(?:maar\s+|en\s+)?(?P<what>[^.;(),]{3,60}?)\s+niet\b", re.IGNORECASE
)
_THINGS: dict[str, str] = {
    "cover": r"voorblad|omslag|titelpagina|titelblad|kaft|voorkant|schutblad",
    "contents": r"inhoudsopgave|index\b",
    "annexes": r"bijlage|cv's|referenties",
    "tables": r"tabel|afbeelding|figu(?:ur|ren)|schema|grafiek|illustratie|planning",
    "captions": r"bijschrift|onderschrift",
    "notes": r"voetno(?:ot|ten)|eindno(?:ot|ten)|bronvermelding",
    "headings": r"\bkop(?:pen|jes|tekst)?\b|titels?\b|tussenkop",
}
_LARGEST_SIZE = 36


_SAYS: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("prices_apart", _PRICES_APART, True),
    ("file_per_criterion", _PER_FILE, True),
    ("hyperlinks", _NO_LINKS, False),
)


def find_form(text: str) -> dict[str, Any]:
    """Return the fields of `Form` that a text sets, those of `Counts` below `counts`; empty for a text without rules of form."""
    line = squeezed(text)
    found = _letters(line)
    if (margin := _margin(line)) is not None:
        found["margins"] = margin
    if _ANONYMOUS.search(line) and not _NOT_ANONYMOUS.search(line):
        found["anonymous"] = True
    found |= {name: value for name, pattern, value in _SAYS if pattern.search(line)}
    if _LANDSCAPE.search(line) and not re.search(r"staand|portrait", line, re.IGNORECASE):
        found["orientation"] = "landscape"
    if name := _FILE_NAME.search(line):
        found["file_name"] = name["name"].strip()
    if counts := find_counts(line):
        found["counts"] = counts
    return found


def _letters(line: str) -> dict[str, Any]:
    """Return what a line says of the letter and the space between lines."""
    found: dict[str, Any] = {}
    about_letter = bool(re.search(r"letter|font|corps|punts|tekengrootte", line, re.IGNORECASE))
    if fonts := _fonts(line, is_about_letter=about_letter):
        found["fonts"] = fonts
    if (size := _size(line, is_about_letter=about_letter or bool(fonts))) is not None:
        found["size"] = size
    spacing = _SPACING.search(line)
    number = (number_of(spacing["n"] or "") or Decimal(1)) if spacing else None
    if number is not None and 1 <= number <= 3:  # noqa: PLR2004 - the model's
        found["line_spacing"] = number
    return found


_COUNTING = ((_ALSO, True), (_COUNTED, True), (_EXCEPT, False), (_NOT_COUNTED, False), (_BUT_NOT, False))


def find_counts(text: str) -> dict[str, bool]:
    """Return what a text says that does (True) or does not (False) count towards a limit."""
    line = squeezed(text)
    found: dict[str, bool] = {}
    for pattern, counts in _COUNTING:
        for match in pattern.finditer(line):
            what = re.split(r"\b(?:exclusief|excl\.|inclusief|incl\.|met uitzondering van)", match["what"], flags=re.IGNORECASE)[
                0
            ]
            if re.search(r"\b(?:btw|omzetbelasting|spaties|reiskosten)\b", what, re.IGNORECASE):
                continue
            found |= {key: counts for key, words in _THINGS.items() if re.search(words, what, re.IGNORECASE)}
    return found


def _fonts(line: str, *, is_about_letter: bool) -> tuple[str, ...]:
    known = [(match.start(), font) for font in _FONTS if (match := re.search(rf"\b{font}\b", line, re.IGNORECASE))]
    names = [font for _at, font in sorted(known)]
    names = [font for font in names if not any(font != other and font in other for other in names)]
    if names and (is_about_letter or re.search(r"\d", line)):
        return tuple(names)
    named = _NAMED_FONT.search(line)
    return (named["font"],) if named and not names and re.search(r"[Ll]ettertype|[Ff]ont", line) else ()


def _size(line: str, *, is_about_letter: bool) -> Decimal | None:
    if not is_about_letter:
        return None
    sizes = [number for pattern in _SIZE for match in pattern.finditer(line) if (number := number_of(match["n"]))]
    if not sizes:
        after = re.search(
            (
                rf"(?:{'|'.join(_FONTS)})[\s,(]*(?:corps|lettergrootte|grootte|minimaal|min\.|"
                r"punt)?\s*(?P<n>\d{1,2}(?:,5)?)\b(?!\s*(?:A4|pag))"
            ),
            line,
            re.IGNORECASE,
        )
        sizes = [number for match in (after,) if match and (number := number_of(match["n"]))]
    sizes = [size for size in sizes if 4 <= size <= _LARGEST_SIZE]  # noqa: PLR2004 - a smaller letter is a mistake of reading
    return sizes[0] if sizes else None


def _margin(line: str) -> Decimal | None:
    match = _MARGIN.search(line)
    if match is None:
        return None
    number = number_of(match["n"] or match["n2"])
    unit = (match["unit"] or match["unit2"]).lower()
    if number is None:
        return None
    millimetres = number * 10 if unit.startswith("c") else number
    return millimetres if millimetres <= 100 else None  # noqa: PLR2004 - the model's
