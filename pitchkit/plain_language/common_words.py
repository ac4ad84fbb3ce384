"""Words that are common in Dutch, as a form of a common word or as a compound of common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

WITHOUT_STRESS: Final = str.maketrans("áéíóú", "aeiou")
"""Takes off the accents that only say how firmly a word is spoken: géén, vóór."""

_SHORTEST_PART: Final = 3
_LONGEST_WORD: Final = 60
"""What is longer is no word, and every place where it could be cut would be tried."""
_LINKS: Final = ("", "s", "en", "n", "e")
_ENDINGS: Final = (
    *("", "en", "s", "e", "n", "t", "de", "te", "den", "ten", "er", "ere", "ers", "st", "ste"),
    *("je", "jes", "tje", "tjes", "pje", "pjes", "ing", "ingen", "heid", "heden", "end", "ende", "'s"),
)
_PAST_ENDINGS: Final = ("d", "t", "de", "te", "en", "ene", "")
_FIRST_PARTS: Final = frozenset(
    """
    aan achter af bij binnen boven buiten door her in los mee mis na om on onder op over rond samen tegen terug toe uit
    vast voor weg zelf
    """.split()  # noqa: SIM905 - words are easier to read without quotes
)
_SOFT: Final = {"v": "f", "z": "s"}
_HARD: Final = {"f": "v", "s": "z"}
_SHORT_SOUND: Final = re.compile(r"(.*[^aeiou])([aeou])([^aeiouy])")
_LONG_SOUND: Final = re.compile(r"(.*)(aa|ee|oo|uu)([^aeiou])")


@cache
def common_words() -> frozenset[str]:
    """Return the common word forms of Dutch, in lowercase letters."""
    lines = (Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_common(word: str, known: frozenset[str] = frozenset()) -> bool:
    """Return whether a word is common, known, a form of such a word, or a compound of such words; stress does not count."""
    if len(word) > _LONGEST_WORD:
        return False
    low = word.lower().replace("’", "'")
    return _is_known(low, frozenset()) or (bool(known) and _is_known(low, known))


@cache
def _is_known(low: str, known: frozenset[str]) -> bool:
    if "-" in low:
        return all(len(part) < _SHORTEST_PART or is_common(part, known) for part in low.split("-"))
    plain = low.translate(WITHOUT_STRESS)
    return _is_form(low, known) or _is_compound(low, known) or (plain != low and is_common(plain, known))


def _is_form(word: str, known: frozenset[str]) -> bool:
    common = common_words()
    return any(form in common or form in known for form in _bases(word))


def _is_compound(word: str, known: frozenset[str]) -> bool:
    for cut in range(_SHORTEST_PART - 1, len(word) - _SHORTEST_PART + 1):
        if _is_form(word[cut:], known) and any(_is_first_part(first, known) for first in _without_links(word[:cut])):
            return True
    return False


def _is_first_part(part: str, known: frozenset[str]) -> bool:
    return part in _FIRST_PARTS or (len(part) >= _SHORTEST_PART and _is_form(part, known))


def _without_links(part: str) -> Iterator[str]:
    return (part.removesuffix(link) for link in _LINKS if part.endswith(link))


def _bases(word: str) -> Iterator[str]:
    """Yield a word and what it can be a form of; not every one of these is a word."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_PART:
            yield from _stems(word.removesuffix(ending))
    if word.startswith("ge"):
        for ending in _PAST_ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 2 + _SHORTEST_PART:
                yield from _stems(word[2:].removesuffix(ending))


def _stems(stem: str) -> Iterator[str]:
    """Yield what a stem can be written as: groep, slag and slagen, huiz and huis."""
    yield from (stem, f"{stem}en", f"{stem}e", f"{stem}n")
    last = stem[-1]
    if last == stem[-2]:
        yield stem[:-1]
    if last in _SOFT:
        yield stem[:-1] + _SOFT[last]
    if last in _HARD:
        yield f"{stem[:-1]}{_HARD[last]}en"
    if short := _SHORT_SOUND.fullmatch(stem):
        yield f"{short[1]}{short[2] * 2}{_SOFT.get(short[3], short[3])}"
        yield f"{stem}{short[3]}en"
    if long := _LONG_SOUND.fullmatch(stem):
        yield f"{long[1]}{long[2][0]}{long[3]}en"
        yield f"{long[1]}{long[2][0]}{_HARD.get(long[3], long[3])}en"
