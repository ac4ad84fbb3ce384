"""How many syllables a Dutch word has, and the one number that is made of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

_NUCLEUS: Final = re.compile(
    r"eau|éé|ée|ëe|ëi|aai|ooi|oei|eeuw|ieuw|eeu|ieu|auw|ouw|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|oi"
    r"|[aeiouyáàâäéèêëíìîïóòôöúùûü]"
)
_LONE_WORDS: Final = {"team": 1, "teams": 1, "mail": 1, "mails": 1, "site": 1, "website": 2, "coach": 1, "online": 2}
"""English words that do not sound as Dutch letters would."""

_WORDS_WEIGH: Final = 0.93
_SYLLABLES_WEIGH: Final = 77
_MOST: Final = 206.835
_LONGEST_SHORTENED: Final = 5


@cache
def count_syllables(word: str) -> int:
    """Return the syllables of a word as it sounds; an abbreviation in capitals is spelled."""
    if word.isupper() and 1 < len(word) <= _LONGEST_SHORTENED:
        return len(word)
    low = word.lower()
    return _LONE_WORDS.get(low) or max(1, len(_NUCLEUS.findall(low)))


def flesch_douma(texts: Collection[str], sentences: int) -> float:
    """Return the reading ease of words in so many sentences: high is easy. Long words of a trade weigh heavily in it."""
    syllables = sum(count_syllables(text) for text in texts)
    return _MOST - _WORDS_WEIGH * len(texts) / sentences - _SYLLABLES_WEIGH * syllables / len(texts)
