"""What is wrong with cost figures that no single field can tell: each finding with the keys that lead to it in the profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pitchkit.costs.derivation import plain
from pitchkit.costs.hour_cost import hour_cost
from pitchkit.costs.inputs import (
    ELEMENTS,
    HIGHEST_HOUR_COST,
    LONGEST_SESSION,
    MOST_FACILITATORS,
    MOST_PARTICIPANTS,
    MOST_SESSIONS,
    SHORTEST_SESSION,
    Costs,
    Hour,
)
from pitchkit.costs.plan import PLAN_FIELDS, PlanField, Scenario, figure_of, plan
from pitchkit.diagnostics import Severity
from pitchkit.profile import Group
from pitchkit.suggesting import suggest

Step = str | int

COMFORTABLE_SIZE = 12
"""People; a larger group gets a warning."""
SIZE_SOURCE = "cebud-groepswerking"
"""The source of the library that sets the size at twelve."""

_MOST: dict[PlanField, Decimal] = {
    "sessions": Decimal(MOST_SESSIONS),
    "hours": LONGEST_SESSION,
    "facilitators": Decimal(MOST_FACILITATORS),
    "participants.min": Decimal(MOST_PARTICIPANTS),
    "participants.planned": Decimal(MOST_PARTICIPANTS),
    "participants.max": Decimal(MOST_PARTICIPANTS),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: `steps` are the keys from the top of the profile, `code` and `values` name its text in `messages`."""

    steps: tuple[Step, ...]
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"


def problems(costs: Costs, groups: tuple[Group, ...]) -> tuple[Finding, ...]:
    """Return what keeps these figures from being compared, and warnings; `groups` are those of the profile, in order."""
    found = [*_hour(costs.hour), *_promises(costs)]
    index = next((index for index, group in enumerate(groups) if group.id == costs.group.id), None)
    if index is None:
        return (*found, _unknown_group(costs.group.id, groups))
    in_group = [*_plan_fields(costs, groups[index], index)]
    if not any(one.severity == "error" for one in in_group):
        in_group += _scenarios(costs, groups[index])
    return (*found, *in_group)


def has_errors(findings: tuple[Finding, ...]) -> bool:
    """Return whether there is anything among them that is more than a warning."""
    return any(one.severity == "error" for one in findings)


def _finding(
    steps: tuple[Step, ...], code: str, values: Mapping[str, str] | None = None, severity: Severity = "error"
) -> Finding:
    return Finding(steps, code, tuple((values or {}).items()), severity)


def _hour(hour: Hour) -> Iterator[Finding]:
    missing = [name for name in ELEMENTS if getattr(hour, name) is None]
    if hour.tariff is not None:
        if len(missing) < len(ELEMENTS) or hour.risk is not None:
            yield _finding(("costs", "hour", "tariff"), "cost-hour-twice")
    elif len(missing) == len(ELEMENTS):
        yield _finding(("costs", "hour"), "cost-hour-missing")
    elif missing:
        for name in missing:
            yield _finding(("costs", "hour", name), "field-missing", {"field": f"costs.hour.{name}"})
    elif (amount := hour_cost(hour).result) > HIGHEST_HOUR_COST:
        yield _finding(("costs", "hour"), "cost-hour-too-high", {"amount": plain(amount), "limit": plain(HIGHEST_HOUR_COST)})


def _promises(costs: Costs) -> Iterator[Finding]:
    if costs.hours_not_bought and costs.relation != "replaces":
        yield _finding(("costs", "hours_not_bought"), "cost-saving-without-replacing", {"relation": costs.relation}, "warning")


def _unknown_group(word: str, groups: tuple[Group, ...]) -> Finding:
    steps = ("costs", "group", "id")
    if not groups:
        return _finding(steps, "cost-group-none", {"word": word})
    ids = [group.id for group in groups]
    return _finding(steps, "group-unknown", {"word": word, "choices": ", ".join(ids), "suggestion": suggest(word, ids)})


def _plan_fields(costs: Costs, group: Group, index: int) -> Iterator[Finding]:
    for name in PLAN_FIELDS:
        value, is_own = figure_of(costs.group, group, name)
        root: tuple[Step, ...] = ("costs", "group") if is_own else ("groups", index)
        steps = (*root, *name.split("."))
        field = f"{'costs.group' if is_own else 'groups'}.{name}"
        if value is None:
            yield _finding(steps, "cost-group-figure-missing", {"id": group.id, "field": name})
        elif value > _MOST[name]:
            yield _finding(steps, "field-too-large", {"field": field, "value": plain(value), "limit": plain(_MOST[name])})
        elif name == "hours" and value < SHORTEST_SESSION:
            yield _finding(steps, "field-too-small", {"field": field, "value": plain(value), "limit": plain(SHORTEST_SESSION)})
        elif name == "participants.max" and value > COMFORTABLE_SIZE:
            values = {"id": group.id, "value": plain(value), "limit": str(COMFORTABLE_SIZE), "source": SIZE_SOURCE}
            yield _finding(steps, "cost-group-large", values, "warning")
    yield from _order_of_sizes(costs, group)


def _order_of_sizes(costs: Costs, group: Group) -> Iterator[Finding]:
    names: tuple[PlanField, ...] = ("participants.min", "participants.planned", "participants.max")
    found = [figure_of(costs.group, group, name) for name in names]
    size = [value for value, _ in found if value is not None]
    # Where all of it stands with the group, the profile itself refuses it.
    if size != sorted(size) and any(is_own for _, is_own in found):
        yield _finding(("costs", "group", "participants"), "group-size", {"id": group.id})


def _scenarios(costs: Costs, group: Group) -> Iterator[Finding]:
    made = plan(costs, group)
    if not made.smallest.value <= made.planned.value <= made.largest.value:
        return
    for scenario in made.scenarios:
        if scenario.participants.value > made.largest.value:
            values = {"value": plain(scenario.participants.value), "limit": plain(made.largest.value), "id": group.id}
            yield _finding(("costs", "scenarios", scenario.name, "participants"), "cost-scenario-too-large", values)
    for one, next_one in pairwise(made.scenarios):
        yield from _falling(one, next_one)


def _falling(one: Scenario, next_one: Scenario) -> Iterator[Finding]:
    for field in ("participants", "completion"):
        low, high = getattr(one, field).value, getattr(next_one, field).value
        if low > high:
            at = one.name if field not in one.derived else next_one.name
            values = {"field": field, "name": one.name, "value": plain(low), "other": next_one.name, "higher": plain(high)}
            yield _finding(("costs", "scenarios", at, field), "cost-scenario-order", values)
