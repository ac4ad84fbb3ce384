"""What looks like somebody's name, by its form alone: a hint for who reads it over, no proof either way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from pitchkit.plain_language.common_words import is_common
from pitchkit.plain_language.sentences import sentences
from pitchkit.privacy.found import Found
from pitchkit.privacy.given_names import GIVEN
from pitchkit.privacy.known import ALSO_NAMES, COUNTED, PUBLIC, STREETS

_CAPITAL: Final = r"(?:IJ|[A-ZÀ-ÖØ-Þ])[a-zà-öø-ÿ’']+(?:-[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?"
_BETWEEN: Final = (
    r"(?:van(?: de[rn]?|’t| ’t| het)?|de[rn]?|den|ten|ter|te|el|al|bin|ben|von|op de[rn]?|in ’t|’t"
    r"|Van(?: [Dd]e[rn]?)?|De[rn]?|Ten|Ter)"
)
_TITLE: Final = (
    r"(?:[Dd]hr|[Mm]evr|[Mm]w|[Mm]eneer|[Mm]evrouw|[Mm]ijnheer|[Dd]e heer|[Mm]ej|[Dd]r|[Dd]rs|[Ii]r|[Zz]uster|[Bb]roeder)"
)
_SURNAME: Final = rf"(?:{_BETWEEN} )?{_CAPITAL}"
_CALLED: Final = (
    r"(?:(?:[Zz]ij|[Hh]ij|[Ii]k|[Dd]ie|[Zz]e|deelnemer|man|vrouw|cliënt) heet(?:te)?|genaamd|noem(?:en)? (?:haar|hem)"
    r"|[Mm]ijn naam is|[Ii]k ben)"
)
_KIN: Final = (
    "man|vrouw|partner|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|moeder|vader|oma|opa|tante|oom|nicht|neef|vriend|"
    "vriendin|buurman|buurvrouw|collega|begeleider|begeleidster|ex"
)
_PATTERNS: Final = (
    re.compile(rf"\b{_TITLE}\.? (?:(?:[A-Z]\. ?)+)?{_SURNAME}\b"),
    re.compile(rf"\b{_TITLE}\.? (?:{_BETWEEN} )?[A-Z]\.(?!\w)"),
    re.compile(rf"(?<![\w.])(?:[A-Z]\. ?){{1,4}}{_SURNAME}\b"),
    re.compile(rf"\b(?P<first>{_CAPITAL}) (?:{_BETWEEN} )?[A-Z]\.(?![\w])"),
    re.compile(rf"\b{_CALLED} (?P<name>{_CAPITAL}(?: {_SURNAME})?)"),
    re.compile(rf"\b(?:[Mm]ijn|[Hh]aar|[Zz]ijn|[Hh]un|[Oo]nze|[Dd]e|[Hh]e[tn]) (?:{_KIN}) (?P<name>{_CAPITAL}(?: {_SURNAME})?)"),
    re.compile(rf"\b(?P<name>{_CAPITAL}(?: {_SURNAME})?) ?(?:\(\d{{1,2}}(?: jaar)?\)|, ?\d{{1,2}} jaar\b|\(\d{{1,2}},)"),
)
_FIRST: Final = re.compile(rf"(?<![\w@./-]){_CAPITAL}(?![\w@-]| (?:19|20)\d\d\b)")
_LAST: Final = re.compile(rf"(?: {_BETWEEN}(?= [A-ZÀ-Þ]))?(?: {_CAPITAL})+")
_NOT_SOMEBODY: Final = re.compile(
    r"(?:\b(?:de|het|een|sint|st\.?|santa?|stichting|huize|villa|café|zaal|gebouw|jip en)|’t) $", re.IGNORECASE
)
_DOES: Final = re.compile(
    r" (?:vertel\w*|zegt|zei|kwam|komt|vond|vindt|was|had|heeft|wilde|wil|durfde|durft|deed|doet|woont|woonde|leerde|leert|ging"
    r"|gaat|hielp|helpt|kookte|kookt|lachte|lacht|bracht|belde|belt|vroeg|vraagt|schreef|schrijft|dacht|denkt|zat|zit|stond"
    r"|staat|en ik)\b"
)
_LONGEST_BEFORE: Final = 24
_FIRST_AND_LAST: Final = re.compile(rf"\b(?P<first>{_CAPITAL}) (?:{_BETWEEN} {_CAPITAL}|{_CAPITAL})(?: {_CAPITAL})*\b")
_OPENERS: Final = ("“", "„", "‘", '"', ":")


def names(text: str, known: Collection[str] = (), *, in_pairs: bool = True) -> tuple[Found, ...]:
    """Return what looks like a name in a text, in order; what holds a word that is `known` (in small letters) is left alone.

    `in_pairs` takes two words with capitals in a row for a name, too: right for stories, too eager for texts full of
    organisations and buildings.
    """
    found: dict[int, Found] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            which = "name" if "name" in groups else 0
            if (groups.get("first") or "").lower() not in COUNTED and not _is_known(match[which], known):
                found.setdefault(match.start(which), Found("name", match[which], match.start(which)))
    for one in (*(_pairs(text) if in_pairs else ()), *_given(text)):
        if not _is_known(one.words, known) and not any(_within(one, other) for other in found.values()):
            found[one.start] = one
    whole = (one for one in found.values() if not any(other is not one and _covers(other, one) for other in found.values()))
    return tuple(sorted(whole, key=lambda one: one.start))


def _pairs(text: str) -> Iterator[Found]:
    starts = {sentence.start for sentence in sentences(text)}
    at = 0
    while match := _FIRST_AND_LAST.search(text, at):
        first = match["first"]
        is_first = match.start() in starts or text[: match.start()].rstrip()[-1:] in _OPENERS
        is_house = _NOT_SOMEBODY.search(f"{first} ") and is_common(match[0].rpartition(" ")[2].lower())
        if is_house or (is_first and is_common(first.lower()) and first.lower() not in ALSO_NAMES):
            at = match.start() + len(first)  # the first word of a sentence has a capital anyway
            continue
        yield Found("name", match[0], match.start())
        at = match.end()


def _given(text: str) -> Iterator[Found]:
    """Yield the first names that people often have, with the surname behind them."""
    starts = {sentence.start for sentence in sentences(text)}
    for match in _FIRST.finditer(text):
        first, before = match[0].lower(), text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
        if not (first.partition("-")[0] in GIVEN or first in ALSO_NAMES) or _NOT_SOMEBODY.search(before):
            continue
        is_first = match.start() in starts or before.rstrip()[-1:] in _OPENERS
        word = before.rstrip().rpartition(" ")[2]
        is_last = word[:1].isupper() and match.start() - len(word) - 1 not in starts  # “Wijkhoek Linde” is not somebody
        last = _LAST.match(text, match.end())
        if first in ALSO_NAMES and (is_last or (is_first and not last and not _DOES.match(text, match.end()))):
            continue
        yield Found("name", match[0] + (last[0] if last else ""), match.start())


def _is_known(words: str, known: Collection[str]) -> bool:
    parts = [part.lower() for part in re.findall(r"\w+", words) if part[:1].isupper()]
    is_public = any(part in PUBLIC or part.endswith(STREETS) for part in parts)
    return is_public or (bool(parts) and all(part in known for part in parts))


def _covers(one: Found, other: Found) -> bool:
    return one.start <= other.start and other.start + len(other.words) <= one.start + len(one.words)


def _within(one: Found, other: Found) -> bool:
    return one.start < other.start + len(other.words) and other.start < one.start + len(one.words)
