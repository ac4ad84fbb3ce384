"""How a text speaks to its reader: with *je* or with *u*. What somebody else says, between quotation marks, does not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pitchkit.plain_language.prose import without_quotes

Form = Literal["u", "je"]

_JE: Final = r"je|jij|jou|jouw|jullie|jezelf|jijzelf"
_U: Final = r"u|uw|uzelf"
_ADDRESS: Final = re.compile(rf"(?<![\w.@/-])(?:(?P<je>{_JE})|(?P<u>{_U}))(?![\w@/-])(?!\.\w)", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?:\b[A-Z]\.\s?)+")


@dataclass(frozen=True, slots=True)
class Address:
    """A word that speaks to the reader, its form, and at which character it stands."""

    word: str
    form: Form
    start: int


def addresses(text: str) -> Iterator[Address]:
    """Yield the words of a text that speak to the reader."""
    plain = _INITIALS.sub(lambda match: " " * len(match[0]), without_quotes(text))
    for match in _ADDRESS.finditer(plain):
        yield Address(match[0], "je" if match["je"] else "u", match.start())
