"""What somebody probably meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

_ALIKE, _NEARLY_THE_SAME = 0.6, 0.75
_FEW = 4
"""So many letters may differ where two words are only alike: long words can share an ending and mean something else."""


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that a word probably meant: what looks like it, else the only one of which it is a part; or nothing."""
    every = sorted(choices)
    close = [one for one in difflib.get_close_matches(word, every, n=1, cutoff=_ALIKE) if _is_slip(word, one)]
    partly = [one for one in every if word.lower() in one.split("-")]
    return close[0] if close else partly[0] if len(partly) == 1 else ""


def _is_slip(word: str, choice: str) -> bool:
    alike = difflib.SequenceMatcher(None, choice, word).ratio()
    return alike >= _NEARLY_THE_SAME or round((1 - alike) * (len(word) + len(choice))) <= _FEW


def suggest_named(word: str, names: Mapping[str, Iterable[str]]) -> str:
    """Return the only choice that bears a word among its names, else what `suggest` says; `names` are those of each choice."""
    wanted = as_id(word)
    bearing = [one for one, said in sorted(names.items()) if wanted and wanted in map(as_id, said)]
    return bearing[0] if len(bearing) == 1 else suggest(word, names)


def as_id(words: str) -> str:
    """Return words as an id: small letters without accents, digits and hyphens; empty where none are left."""
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
