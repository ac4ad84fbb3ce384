"""The buyer's rules of form: how much, what counts, how it has to look."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from pitchkit.model import FilledText, Frozen


class Limit(Frozen):
    """How much an answer may be; what is left out has no limit. Pages are sides of A4."""

    words: int | None = Field(default=None, ge=1)
    pages: Decimal | None = Field(default=None, gt=0)
    characters: int | None = Field(default=None, ge=1)

    def __bool__(self) -> bool:
        return any((self.words, self.pages, self.characters))


class Counts(Frozen):
    """What counts towards a limit. Everything does until the buyer says otherwise: the strictest reading is the safe one."""

    headings: bool = True
    tables: bool = True
    captions: bool = True
    notes: bool = True
    cover: bool = True
    contents: bool = True
    annexes: bool = True


class Form(Frozen):
    """The rules of form. `size` is the smallest letter in points, `margins` the smallest margin in millimetres.

    `file_name` is how the buyer wants a file named, with {reference}, {criterion}, {title} and {organisation} in it. `hide`
    are more words than the profile's names that an anonymous offer may not hold.
    """

    limit: Limit = Limit()
    counts: Counts = Counts()
    fonts: tuple[FilledText, ...] = ()
    size: Decimal | None = Field(default=None, gt=0, le=72)
    line_spacing: Decimal | None = Field(default=None, ge=1, le=3)
    paper: Literal["A4", "A3"] = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    margins: Decimal | None = Field(default=None, ge=0, le=100)
    anonymous: bool = False
    hide: tuple[FilledText, ...] = ()
    prices_apart: bool = True
    hyperlinks: bool = True
    file_per_criterion: bool = False
    file_name: FilledText | None = None
