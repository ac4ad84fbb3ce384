"""Everything that a comparison has to say, at the planned size, and whether a document may argue with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pitchkit.costs.break_even import BreakEven, break_even
from pitchkit.costs.comparison import Comparison, compare
from pitchkit.costs.derivation import Line
from pitchkit.costs.hours import HoursFreed, WaitingList, hours_freed, saving, waiting_list
from pitchkit.costs.inputs import Costs
from pitchkit.costs.ranges import ScenarioOutcome, Sensitivity, scenarios, sensitivity
from pitchkit.profile import Group

Reason = Literal["dearer", "precedes", "on_top", "no-hours-freed"]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes at the planned size: amounts in euro, hours in hours, break-even and waiting list in people.

    `reasons` tell why the cost argument is left out: a completer of the group is dearer, the group does not replace individual
    help, or it frees no hours. Without reasons it may be used.
    """

    comparison: Comparison
    per_starter: Line
    per_completer: Line
    break_even_starter: BreakEven
    break_even_completer: BreakEven
    hours: HoursFreed
    saving: Line | None
    waiting_list: WaitingList | None
    sensitivity: Sensitivity
    scenarios: tuple[ScenarioOutcome, ...]
    reasons: tuple[Reason, ...]

    @property
    def may_argue(self) -> bool:
        """Whether a document may use the cost argument."""
        return not self.reasons


def outcomes(costs: Costs, group: Group) -> Outcomes:
    """Return every outcome for a group of the profile; `checks.problems` comes first.

    Raises:
        ValueError: when a figure is missing.
    """
    comparison = compare(costs, group)
    people = int(comparison.plan.planned.value)
    in_hours = hours_freed(comparison, people)
    return Outcomes(
        comparison,
        comparison.per_starter(people),
        comparison.per_completer(people),
        break_even(comparison, "starter"),
        break_even(comparison, "completer"),
        in_hours,
        saving(comparison, people),
        waiting_list(comparison),
        sensitivity(comparison),
        scenarios(comparison),
        _reasons(comparison, in_hours, people),
    )


def _reasons(comparison: Comparison, in_hours: HoursFreed, people: int) -> tuple[Reason, ...]:
    found: list[Reason] = []
    if comparison.is_dearer_per_completer(people):
        found.append("dearer")
    if in_hours.relation != "replaces":
        found.append(in_hours.relation)
    elif not in_hours.are_freed:
        found.append("no-hours-freed")
    return tuple(found)
