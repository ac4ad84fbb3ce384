"""What somebody probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that a word probably meant: what looks like it, else the only one of which it is a part; or nothing."""
    every = sorted(choices)
    close = difflib.get_close_matches(word, every, n=1, cutoff=0.6)
    partly = [one for one in every if word.lower() in one.split("-")]
    return close[0] if close else partly[0] if len(partly) == 1 else ""
