"""One group beside individual help with every figure at hand: what the costs say, or else the group in the profile. Frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pitchkit.costs.derivation import Given, Unit, given
from pitchkit.costs.inputs import Costs, GroupFigures, Relation, ScenarioName
from pitchkit.profile import Group

PlanField = Literal["sessions", "hours", "facilitators", "participants.min", "participants.planned", "participants.max"]
Derived = Literal["participants", "completion"]

PLAN_FIELDS: dict[PlanField, Unit] = {
    "sessions": "sessions",
    "hours": "hours",
    "facilitators": "facilitators",
    "participants.min": "people",
    "participants.planned": "people",
    "participants.max": "people",
}
"""What comes from the group in the profile unless the costs say otherwise, with its unit; hours are hours per session."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A number of participants (people) and a completion (share); `derived` names what follows from the plan."""

    name: ScenarioName
    participants: Given
    completion: Given
    derived: tuple[Derived, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a comparison needs beside the cost of an hour.

    Hours per session: `hours`; per group: `preparation`, `coordination`; per participant: `intake`, `evaluation`; per client:
    `individual_hours`; per year: `hours_per_year`. Euro per group: `room_and_material`. Shares: `completion`,
    `individual_completion`. People: `facilitators`, `smallest`, `planned`, `largest`.
    """

    group_id: str
    sessions: Given
    hours: Given
    facilitators: Given
    smallest: Given
    planned: Given
    largest: Given
    preparation: Given
    coordination: Given
    intake: Given
    evaluation: Given
    room_and_material: Given
    completion: Given
    individual_hours: Given
    individual_completion: Given
    relation: Relation
    hours_not_bought: bool
    hours_per_year: Given | None
    scenarios: tuple[Scenario, ...]


def plan(costs: Costs, group: Group) -> Plan:
    """Return the plan for a group.

    Raises:
        ValueError: naming a field that neither the costs nor the group fill in; `checks` reports that at its place.
    """
    figures = costs.group
    smallest, planned, largest = (
        _planned(figures, group, name) for name in ("participants.min", "participants.planned", "participants.max")
    )
    completion = given(figures.completion, "costs.group.completion", "share")
    per_year = costs.hours_per_year
    return Plan(
        group.id,
        _planned(figures, group, "sessions"),
        _planned(figures, group, "hours"),
        _planned(figures, group, "facilitators"),
        smallest,
        planned,
        largest,
        given(figures.preparation, "costs.group.preparation", "hours"),
        given(figures.coordination, "costs.group.coordination", "hours"),
        given(figures.intake, "costs.group.intake", "hours"),
        given(figures.evaluation, "costs.group.evaluation", "hours"),
        given(figures.room_and_material, "costs.group.room_and_material", "euro"),
        completion,
        given(costs.individual.hours, "costs.individual.hours", "hours"),
        given(costs.individual.completion, "costs.individual.completion", "share"),
        costs.relation,
        costs.hours_not_bought,
        given(per_year, "costs.hours_per_year", "hours") if per_year else None,
        tuple(_scenarios(costs, (smallest, planned, largest), completion)),
    )


def figure_of(figures: GroupFigures, group: Group, name: PlanField) -> tuple[Decimal | None, bool]:
    """Return a number of the plan, None where nobody says it, and whether the costs say it rather than the group."""
    for source, is_own in ((figures, True), (group, False)):
        value: object = source
        for step in name.split("."):
            value = getattr(value, step)
        if isinstance(value, int | Decimal):
            return Decimal(value), is_own
    return None, False


def _planned(figures: GroupFigures, group: Group, name: PlanField) -> Given:
    value, is_own = figure_of(figures, group, name)
    if value is None:
        raise ValueError(name)
    root = "costs.group" if is_own else f"groups.{group.id}"
    return Given(f"{root}.{name}", value, PLAN_FIELDS[name])


def _scenarios(costs: Costs, size: tuple[Given, Given, Given], completion: Given) -> Iterator[Scenario]:
    names: tuple[ScenarioName, ...] = ("low", "expected", "high")
    for name, usual in zip(names, size, strict=True):
        own = getattr(costs.scenarios, name)
        derived: tuple[Derived, ...] = ()
        participants, share = usual, completion
        if own.participants is None:
            derived += ("participants",)
        else:
            participants = Given(f"costs.scenarios.{name}.participants", Decimal(own.participants), "people")
        if own.completion is None:
            derived += ("completion",)
        else:
            share = given(own.completion, f"costs.scenarios.{name}.completion", "share")
        yield Scenario(name, participants, share, derived)
