"""What stands between quotation marks: somebody's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_QUOTES: Final = re.compile(r"“([^”]+)”|„([^”“]+)[”“]|«([^»]+)»|\"([^\"\n]+)\"|(?<!\w)‘(?!s\b|t\b|n\b)([^‘\n]+?)’(?!\w)")


_SPEAKER: Final = (
    r"(?:deelneemster|deelnemers?|cliënte?|cliënten|inwoner|bewoner|mantelzorger|jongere|oudere|moeder|vader|vrouw|man|iemand"
    r"|hij|zij)"
)
_SAYS: Final = r"(?:zegt|zei|zeggen|zeiden|vertelt|vertelde|vertellen|vertelden|schrijft|schreef|verzuchtte|noemt het|noemde het)"
_SAID_BEFORE: Final = re.compile(rf"\b{_SPEAKER}\b(?: [\w-]+){{0,5}}? {_SAYS}(?: [\w-]+){{0,3}}?: ?$", re.IGNORECASE)
_SAID_AFTER: Final = re.compile(
    rf"[,.]? ?(?:aldus|{_SAYS}) (?:(?:een|één|de|deze|die|onze) )?(?:[\w-]+ )?{_SPEAKER}\b", re.IGNORECASE
)
_LONGEST_BEFORE: Final = 120
_FEWEST_WORDS: Final = 3


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


def spoken(text: str) -> Iterator[Quote]:
    """Yield the quotes that a text gives to somebody in a group, not to an office, a paper or whoever reads."""
    for quote in quotes(text):
        before = text[max(0, quote.start - _LONGEST_BEFORE) : quote.start - 1]
        after = text[quote.start + len(quote.words) + 1 :]
        is_sentence = len(quote.words.split()) >= _FEWEST_WORDS
        if is_sentence and (_SAID_BEFORE.search(before) or _SAID_AFTER.match(after)):
            yield quote
