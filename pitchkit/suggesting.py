"""What somebody probably meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that a word probably meant: what looks like it, else the only one of which it is a part; or nothing."""
    every = sorted(choices)
    close = difflib.get_close_matches(word, every, n=1, cutoff=0.6)
    partly = [one for one in every if word.lower() in one.split("-")]
    return close[0] if close else partly[0] if len(partly) == 1 else ""


def as_id(words: str) -> str:
    """Return words as an id: small letters without accents, digits and hyphens; empty where none are left."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
