"""A first glance at a text: whether it can hold what a pattern looks for at all."""

from __future__ import annotations

from collections.abc import Iterable


def holds(text: str, stems: Iterable[str]) -> bool:
    """Return whether a text holds one of some stems, written in small letters; far quicker than the patterns that need them."""
    small = text.lower()
    return any(stem in small for stem in stems)
