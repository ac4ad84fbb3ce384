"""Puts the lines of a paragraph together, and the two halves of a word that was broken at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final, NamedTuple

_BROKEN: Final = re.compile(r"([^\W\d_]+)-$")
_BEGIN: Final = re.compile(r"([^\W\d_]+)")
_SHARED: Final = frozenset({"en", "of", "en/of", "tot", "als", "noch"})  # "zorg- en welzijn"


class Joined(NamedTuple):
    """A text, and whether a word in it was put together by guess."""

    text: str
    is_guess: bool = False


def join_lines(first: str, second: str, known: Container[str] = ()) -> Joined:
    """Return two lines as one text; `known` are the words of the paper, in small letters.

    A hyphen at the end goes where the whole word is known or the two halves make one; it stays in "zorg- en welzijn", before a
    capital or figure, and where the word with its hyphen is known.
    """
    if first.endswith("\u00ad"):
        return Joined(first[:-1] + second)
    left, right = _BROKEN.search(first), _BEGIN.match(second)
    if left is None:
        return Joined(f"{first}{'' if first.endswith(('/', '-')) and not first.endswith(' -') else ' '}{second}")
    if right is None or second.split(None, 1)[0].strip(",.;:") in _SHARED:
        return Joined(f"{first} {second}" if right else first + second)
    if not right[1][0].islower():
        return Joined(first + second)
    whole, hyphened = (left[1] + right[1]).casefold(), f"{left[1]}-{right[1]}".casefold()
    if hyphened in known:
        return Joined(first + second)
    return Joined(first[:-1] + second, is_guess=whole not in known)
