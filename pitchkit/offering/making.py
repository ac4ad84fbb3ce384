"""Which documents an offer makes, by its kind; what is asked for, and what comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from pitchkit.composition import Composition
from pitchkit.document import Document
from pitchkit.offers import answers
from pitchkit.offers.model import Offer, OfferKind

Purpose = Literal["quality", "annexes", "matrix", "price", "application", "quotation"]

FOR_THE_BUYER: Final[tuple[Purpose, ...]] = ("quality", "annexes", "price", "application", "quotation")
"""What leaves the house; the rest is for ourselves."""

READ_BLIND: Final[tuple[Purpose, ...]] = ("quality", "annexes")
"""What assessors read: in an anonymous offer it may not show whose it is."""


ANSWERING: Final[tuple[Purpose, ...]] = ("quality", "quotation")
"""What holds the answers to the criteria: it can be made of one of them alone."""

LIMITED: Final[tuple[Purpose, ...]] = ("quality", "quotation", "application")
"""What a limit to the whole offer is about."""


@dataclass(frozen=True, slots=True)
class OfferRequest:
    """What the user asks for; `criteria` are ids, none for all of them and the other documents as well."""

    date: date
    criteria: tuple[str, ...] = ()
    final: bool = False


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A finished tree: `name` is its file's name without the ending, `criterion` the id of the one it answers if it is one."""

    name: str
    purpose: Purpose
    criterion: str | None
    composition: Composition

    @property
    def document(self) -> Document:
        """The tree."""
        return self.composition.document


@dataclass(frozen=True, slots=True)
class Making:
    """A document that an offer makes: the folder of its template, also the end of its name, and whether this offer needs it."""

    purpose: Purpose
    document: str
    is_needed: Callable[[Offer], bool]


QUALITY: Final = Making("quality", "offerte", lambda offer: bool(answers.in_quality_part(offer)))
ANNEXES: Final = Making("annexes", "bijlagen", lambda offer: bool(answers.tables_apart(offer)))
PRICE: Final = Making("price", "prijsblad", lambda offer: offer.price is not None)
QUOTATION: Final = Making("quotation", "offerte", lambda _offer: True)
APPLICATION: Final = Making("application", "subsidieaanvraag", lambda _offer: True)
ANSWERS: Final = Making("quality", "beantwoording", lambda offer: bool(answers.in_quality_part(offer)))
MATRIX: Final = Making("matrix", "nalevingsmatrix", lambda offer: bool(offer.requirements or offer.criteria))

MADE: Final[Mapping[OfferKind, tuple[Making, ...]]] = MappingProxyType(
    {
        "tender": (QUALITY, ANNEXES, PRICE, MATRIX),
        "quotation": (QUOTATION, PRICE, MATRIX),
        "grant": (APPLICATION, ANSWERS, PRICE, MATRIX),
    }
)
"""Kind of offer to its documents, those that count first; the matrix comes last, because it tells how long the others are."""
