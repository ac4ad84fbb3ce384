"""The cost of an hour of work, in euro per hour: a given tariff, or built up from the elements of art. 5.4.

Art. 5.4 lid 3 Uitvoeringsbesluit Wmo 2015 names what a fair price rests on: (a) the cost of the professional, (b) reasonable
overhead, (c) non-productive hours, (d) travel and training, (e) indexation, (f) other costs through municipal obligations.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.derivation import Given, Key, Line, Term, cents, given, joined, sum_of, total
from pitchkit.costs.inputs import ELEMENTS, Hour, Sourced

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Elements:
    """The six elements, each with its origin: euro per hour, and shares for overhead, non-productive hours and indexation."""

    professional: Given
    overhead: Given
    non_productive: Given
    travel_and_training: Given
    indexation: Given
    municipal_obligations: Given


def hour_cost(hour: Hour) -> Line:
    """Return the cost of an hour in euro per hour.

    (professional / (1 - non-productive share) x (1 + overhead) + travel and training + municipal obligations) x (1 + indexation),
    then the optional risk margin as a line of its own. Each element rounds to cents; totals add the rounded lines.

    Raises:
        ValueError: when there is neither a tariff nor all six elements; `checks` reports that at its place.
    """
    if hour.tariff is not None:
        tariff = given(hour.tariff, "costs.hour.tariff", "euro-per-hour")
        return _line("hour.tariff", (tariff.value,), tariff.value, tariff)
    before = total("hour.before_indexation", _element_lines(_elements(hour)), "euro-per-hour")
    lines = [before, *_surcharge("hour.indexation", hour.indexation, (before,))]
    lines += _surcharge("hour.risk", hour.risk, tuple(lines))
    return total("hour", tuple(lines), "euro-per-hour")


def _elements(hour: Hour) -> Elements:
    found: dict[str, Given] = {}
    for name in ELEMENTS:
        figure: Sourced | None = getattr(hour, name)
        if figure is None:
            raise ValueError(name)
        is_share = name in ("overhead", "non_productive", "indexation")
        found[name] = given(figure, f"costs.hour.{name}", "share" if is_share else "euro-per-hour")
    return Elements(**found)


def _element_lines(elements: Elements) -> tuple[Line, ...]:
    """Return elements a, c, b, d and f in euro per hour, in the order of the formula, each from the given figures."""
    professional, idle, overhead = elements.professional, elements.non_productive, elements.overhead
    cost, productive = professional.value, _ONE - idle.value
    per_productive_hour: tuple[Term, ...] = (cost, "/", "(", _ONE, "−", idle.value, ")")
    travel, obligations = elements.travel_and_training, elements.municipal_obligations
    return (
        _line("hour.professional", (cost,), cost, professional),
        _line(
            "hour.non_productive",
            (cost, "×", idle.value, *per_productive_hour[1:]),
            cost * idle.value / productive,
            professional,
            idle,
        ),
        _line(
            "hour.overhead",
            (*per_productive_hour, "×", overhead.value),
            cost / productive * overhead.value,
            professional,
            idle,
            overhead,
        ),
        _line("hour.travel_and_training", (travel.value,), travel.value, travel),
        _line("hour.municipal_obligations", (obligations.value,), obligations.value, obligations),
    )


def _surcharge(key: Key, share: Sourced | None, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return a line in euro per hour that is a share of the sum of others; none where there is no share."""
    if share is None:
        return ()
    figure = given(share, f"costs.{key}", "share")
    amounts = [line.result for line in lines]
    whole: tuple[Term, ...] = (*amounts,) if len(amounts) == 1 else ("(", *joined(amounts, "+"), ")")
    return (_line(key, (*whole, "×", figure.value), sum_of(amounts) * figure.value, figure, uses=lines),)


def _line(key: Key, formula: tuple[Term, ...], amount: Decimal, *figures: Given, uses: tuple[Line, ...] = ()) -> Line:
    return Line(key, formula, cents(amount), "euro-per-hour", "cents", figures, uses)
