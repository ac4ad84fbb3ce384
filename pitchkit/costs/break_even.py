"""From how many participants a group is not dearer than individual help: the smallest whole number at or past the crossing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pitchkit.costs.comparison import Comparison
from pitchkit.costs.derivation import Given, Key, Line, Term, cents

Per = Literal["starter", "completer"]


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The break-even number of participants (people), counted in one group.

    `room` is what one more participant leaves for the fixed cost, in euro; where that is nothing or less, `line` is None and
    there is no break-even. The headline is the one per completer.
    """

    per: Per
    room: Line
    line: Line | None
    largest: int

    @property
    def participants(self) -> int | None:
        """The number of people, None where it does not exist."""
        return None if self.line is None else int(self.line.result)

    @property
    def is_within_group(self) -> bool:
        """Whether a group of at most the largest size gets there."""
        return self.line is not None and self.line.result <= self.largest

    def derivation(self) -> tuple[Line, ...]:
        """Return the lines that lead to it, or to its absence."""
        return self.room.derivation() if self.line is None else self.line.derivation()


def break_even(comparison: Comparison, per: Per) -> BreakEven:
    """Return the break-even per starter or per completer.

    Per starter: fixed / (individual - variable). Per completer both sides are divided by their completion share, and multiplied
    out: fixed x individual share / (individual x group share - variable x individual share).
    """
    made = comparison.plan
    shares = () if per == "starter" else (made.completion, made.individual_completion)
    room = _room(comparison, per, shares)
    largest = int(made.largest.value)
    fixed, variable, individual = (line.result for line in (comparison.fixed, comparison.variable, comparison.individual))
    whole, each = fixed, individual - variable
    formula: tuple[Term, ...] = (fixed, "/", "(", individual, "−", variable, ")")
    if shares:
        ours, theirs = (share.value for share in shares)
        whole, each = fixed * theirs, individual * ours - variable * theirs
        formula = (fixed, "×", theirs, "/", "(", individual, "×", ours, "−", variable, "×", theirs, ")")
    if each <= 0:
        return BreakEven(per, room, None, largest)
    key: Key = "break_even.starter" if per == "starter" else "break_even.completer"
    uses = (comparison.fixed, comparison.variable, comparison.individual, room)
    return BreakEven(per, room, Line(key, formula, _whole_up(whole, each), "people", "up", shares, uses), largest)


def _room(comparison: Comparison, per: Per, shares: tuple[Given, ...]) -> Line:
    """Return what one more participant leaves for the fixed cost of a group, in euro."""
    variable, individual = comparison.variable, comparison.individual
    if per == "starter":
        formula: tuple[Term, ...] = (individual.result, "−", variable.result)
        amount = individual.result - variable.result
    else:
        ours, theirs = (share.value for share in shares)
        formula = (individual.result, "×", ours, "/", theirs, "−", variable.result)
        amount = individual.result * ours / theirs - variable.result
    key: Key = "break_even.room.starter" if per == "starter" else "break_even.room.completer"
    return Line(key, formula, cents(amount), "euro", "cents", shares, (individual, variable))


def _whole_up(amount: Decimal, each: Decimal) -> Decimal:
    # The whole part and what remains are exact, where a quotient might be rounded onto a whole number.
    whole, rest = divmod(amount, each)
    return whole + 1 if rest else whole
