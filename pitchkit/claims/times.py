"""Whether a text that speaks of a policy of the past says that it is past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_PAST: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|\b(?:destijds|toen|toenmalige?|voormalige?|vroegere?|vroeger|indertijd|oude(?:re)?|inmiddels|niet meer|ooit)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of a policy frame in a text, and at which character it begins."""

    words: str
    start: int


def is_told_as_past(text: str) -> bool:
    """Return whether a text gives a year, or says in words that it speaks of earlier days."""
    return bool(_PAST.search(text))


def mentions(text: str, names: Iterable[str]) -> Iterator[Mention]:
    """Yield where a text calls something by one of its names, in any case of letters."""
    small = text.lower()
    for name in (one for one in names if one.lower() in small):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Mention(match[0], match.start())
