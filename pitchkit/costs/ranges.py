"""What the outcome depends on: a table over group size and completion, and the range from a low to a high scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.comparison import Comparison
from pitchkit.costs.derivation import Given, Line
from pitchkit.costs.hours import HoursFreed, hours_freed
from pitchkit.costs.plan import Scenario

COMPLETION_STEPS = tuple(Decimal(step) for step in ("0.5", "0.6", "0.7", "0.8", "0.9", "1.0"))
"""Shares that the table shows beside the one that is expected; steps to compare with, not figures."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A group of so many people with one completion (share): euro per completer, and whether individual help is cheaper."""

    participants: int
    completion: Decimal
    per_completer: Line
    is_dearer: bool


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The table: a row of cells for each group size from 1 to the largest, a column for each completion (share), both rising."""

    completions: tuple[Decimal, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ScenarioOutcome:
    """One scenario in euro per starter and per completer, and in hours; `scenario.derived` tells what was not given."""

    scenario: Scenario
    per_starter: Line
    per_completer: Line
    hours: HoursFreed
    is_dearer: bool


def sensitivity(comparison: Comparison, steps: Iterable[Decimal] = COMPLETION_STEPS) -> Sensitivity:
    """Return the table over group size and completion; the completion of the plan is always among the columns."""
    expected = comparison.plan.completion
    shares = tuple(sorted({*steps, expected.value}))
    columns = [expected if share == expected.value else Given("sensitivity.completion", share, "share") for share in shares]
    sizes = range(1, int(comparison.plan.largest.value) + 1)
    return Sensitivity(shares, tuple(tuple(_cell(comparison, size, column) for column in columns) for size in sizes))


def scenarios(comparison: Comparison) -> tuple[ScenarioOutcome, ...]:
    """Return the outcomes of the low, the expected and the high scenario, in that order."""
    return tuple(_outcome(comparison, scenario) for scenario in comparison.plan.scenarios)


def _cell(comparison: Comparison, size: int, completion: Given) -> Cell:
    line = comparison.per_completer(size, completion)
    return Cell(size, completion.value, line, comparison.is_dearer_per_completer(size, completion))


def _outcome(comparison: Comparison, scenario: Scenario) -> ScenarioOutcome:
    people = int(scenario.participants.value)
    return ScenarioOutcome(
        scenario,
        comparison.per_starter(people),
        comparison.per_completer(people, scenario.completion),
        hours_freed(comparison, people),
        comparison.is_dearer_per_completer(people, scenario.completion),
    )
