"""What looks like somebody's name, by its form alone: a hint for who reads it over, no proof either way."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from pitchkit.plain_language.common_words import is_common
from pitchkit.plain_language.sentences import sentences
from pitchkit.privacy.found import Found
from pitchkit.privacy.known import ALSO_NAMES, COUNTED, PUBLIC

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
    for one in _pairs(text) if in_pairs else ():
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
        if is_first and is_common(first.lower()) and first.lower() not in ALSO_NAMES:
            at = match.start() + len(first)  # the first word of a sentence has a capital anyway
            continue
        yield Found("name", match[0], match.start())
        at = match.end()


def _is_known(words: str, known: Collection[str]) -> bool:
    parts = [part.lower() for part in re.findall(r"\w+", words) if part[:1].isupper()]
    return any(part in PUBLIC or part in known for part in parts)


def _covers(one: Found, other: Found) -> bool:
    return one.start <= other.start and other.start + len(other.words) <= one.start + len(one.words)


def _within(one: Found, other: Found) -> bool:
    return one.start < other.start + len(other.words) and other.start < one.start + len(one.words)
