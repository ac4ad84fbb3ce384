"""What stands between quotation marks: somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_QUOTES: Final = re.compile(r"“([^”]+)”|„([^”“]+)[”“]|«([^»]+)»|\"([^\"\n]+)\"|(?<!\w)‘(?!s\b|t\b|n\b)([^‘\n]+?)’(?!\w)")


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words without the marks, and at which character of the text they begin."""

    words: str
    start: int


def quotes(text: str) -> Iterator[Quote]:
    """Yield the quotes in a text, in order."""
    for match in _QUOTES.finditer(text):
        number = match.lastindex or 0
        yield Quote(match[number], match.start(number))
