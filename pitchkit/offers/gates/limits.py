"""The buyer's limits: words, characters and pages as they are in the finished document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pitchkit.diagnostics import Diagnostic, Location, problem, warning
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.usage import Usage


def limits(loaded: LoadedOffer, usages: Iterable[Usage]) -> Iterator[Diagnostic]:
    """Yield every limit that is exceeded, and warn where pages were only estimated."""
    for usage in usages:
        where = _place(loaded, usage)
        for unit in usage.exceeds:
            used, limit = _number(getattr(usage, unit)), _number(getattr(usage.limit, unit))
            code = "limit-estimated" if unit == "pages" and usage.is_estimate else "limit-exceeded"
            yield problem(where, code, part=usage.id or loaded.name, used=used, limit=limit, unit=unit)
        if usage.limit.pages and usage.is_estimate and "pages" not in usage.exceeds:
            yield warning(where, "pages-estimated", part=usage.id or loaded.name, used=_number(usage.pages))


def _place(loaded: LoadedOffer, usage: Usage) -> Location:
    if usage.question:
        steps = loaded.steps_to(usage.question)
    elif usage.criterion:
        steps = ("criteria", loaded.offer.criteria.index(usage.criterion))
    else:
        return loaded.locate("form", "limit")
    return loaded.locate(*steps, "limit" if usage.limit else "id")


def _number(number: Decimal | int | None) -> str:
    return "–" if number is None else f"{Decimal(number).normalize():f}"
