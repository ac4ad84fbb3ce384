"""Texts as words with their places, and what makes two words the same to somebody who types one of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pitchkit import remembering

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARKUP: Final = re.compile(r"\*+|__|`|\u00ad")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: in small letters, and where it stands."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text on one line, without the marks of Markdown that stand within words."""
    return " ".join(_MARKUP.sub("", unicodedata.normalize("NFC", text)).split())


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text; a hyphen stands between two words."""
    for found in _WORD.finditer(text):
        yield Token(found[0].lower().replace("’", "'"), found.start(), found.end())


def fold(word: str) -> str:
    """Return a word as it is typed in haste: without accents and apostrophes."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter != "'")


def lemmas(words: Iterable[str]) -> Mapping[str, str]:
    """Return the form in a dictionary of every word; what was looked up before for the same words is remembered."""
    every = sorted(set(words))
    known = _recall(every)
    if known is None:
        known = [lemma(word) for word in every]
        remembering.keep_bytes("lemmas", _key(every), json.dumps(known, ensure_ascii=False).encode())
    return dict(zip(every, known, strict=True))


def lemma(word: str) -> str:
    """Return the form of a lowercase word that stands in a dictionary."""
    from pitchkit.offers.matching import words  # opens the dictionary, which takes longest of all

    return words.lemma(word)


def _recall(words: list[str]) -> list[str] | None:
    try:
        data = json.loads(remembering.recall_bytes("lemmas", _key(words)) or b"null")
    except ValueError:
        return None
    is_sound = isinstance(data, list) and len(data) == len(words) and all(isinstance(one, str) for one in data)
    return data if is_sound else None


def _key(words: Iterable[str]) -> str:
    return "\n".join((remembering.program(), remembering.installed("simplemma"), *words))
