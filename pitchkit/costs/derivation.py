"""Amounts that can show where they come from: given figures, and lines computed from them. Decimal only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, get_args

from pitchkit.costs.inputs import Sourced

Unit = Literal["euro", "euro-per-hour", "hours", "share", "people", "facilitators", "groups", "sessions"]
Rounding = Literal["cents", "exact", "up", "down"]
Term = Decimal | str
Key = Literal[
    "hour.tariff",
    "hour.professional",
    "hour.non_productive",
    "hour.overhead",
    "hour.travel_and_training",
    "hour.municipal_obligations",
    "hour.before_indexation",
    "hour.indexation",
    "hour.risk",
    "hour",
    "fixed.sessions",
    "fixed.preparation",
    "fixed.coordination",
    "fixed.room_and_material",
    "fixed",
    "variable.intake",
    "variable.evaluation",
    "variable",
    "individual.starter",
    "individual.completer",
    "group.total",
    "group.starter",
    "group.completer",
    "break_even.room.starter",
    "break_even.room.completer",
    "break_even.starter",
    "break_even.completer",
    "hours.group",
    "hours.individual",
    "hours.freed",
    "hours.freed.precedes",
    "hours.freed.on_top",
    "saving.individual",
    "saving",
    "waiting_list.individual",
    "waiting_list.per_group",
    "waiting_list.groups",
    "waiting_list.group",
    "waiting_list.extra",
]
"""What a line is about; its words belong to whoever shows it."""

KEYS: tuple[Key, ...] = get_args(Key)


def cents(amount: Decimal) -> Decimal:
    """Return an amount in euro, rounded to cents; half a cent goes up."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    """Return a number in digits, with a point before the decimals."""
    return f"{number:f}"


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as it was given: where in the profile it stands, and its year and source where it has them.

    Without year and source it is part of the plan itself, such as the number of sessions, or an assumed step of a table.
    """

    key: str
    value: Decimal
    unit: Unit
    year: int | None = None
    source: str | None = None


def given(sourced: Sourced, key: str, unit: Unit) -> Given:
    """Return a figure of the profile with the place it stands at."""
    return Given(key, sourced.value, unit, sourced.year, sourced.source)


@dataclass(frozen=True, slots=True)
class Line:
    """One computed figure: `result` follows from the numbers and signs in `formula`, rounded as `rounding` says.

    `rounding` is to cents (half up), exact, or up or down to a whole number. `given` are the figures that stand in the formula,
    `uses` the lines whose results do; `parts` are numbers that its label may name.
    """

    key: Key
    formula: tuple[Term, ...]
    result: Decimal
    unit: Unit
    rounding: Rounding
    given: tuple[Given, ...] = ()
    uses: tuple[Line, ...] = ()
    parts: tuple[tuple[str, Decimal], ...] = ()

    def formula_text(self, number: Callable[[Decimal], str] = plain) -> str:
        """Return the formula with its numbers, each written by `number`."""
        words = " ".join(term if isinstance(term, str) else number(term) for term in self.formula)
        return words.replace("( ", "(").replace(" )", ")")

    def derivation(self) -> tuple[Line, ...]:
        """Return every line that leads to this one, each once and before what uses it, and this one last."""
        return (*dict.fromkeys(below for line in self.uses for below in line.derivation()), self)

    def inputs(self) -> tuple[Given, ...]:
        """Return every given figure that this one rests on, each once, with its year and source."""
        return tuple(dict.fromkeys(one for line in self.derivation() for one in line.given))


def euro(key: Key, formula: tuple[Term, ...], amount: Decimal, *figures: Given, uses: tuple[Line, ...] = ()) -> Line:
    """Return a line in euro, its amount rounded to cents."""
    return Line(key, formula, cents(amount), "euro", "cents", figures, uses)


def total(key: Key, lines: tuple[Line, ...], unit: Unit = "euro") -> Line:
    """Return the line that adds the rounded results of others."""
    amounts = [line.result for line in lines]
    return Line(key, joined(amounts, "+"), sum_of(amounts), unit, "exact", uses=lines)


def sum_of(amounts: Iterable[Decimal]) -> Decimal:
    """Return the sum, which is a Decimal also where there is nothing to add."""
    return sum(amounts, start=Decimal(0))


def joined(numbers: Iterable[Decimal], sign: str) -> tuple[Term, ...]:
    """Return a formula with the same sign between all numbers."""
    terms: list[Term] = []
    for number in numbers:
        terms += [sign, number] if terms else [number]
    return tuple(terms)
