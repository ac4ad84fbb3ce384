"""Hours instead of euro: what a group takes, what it frees, and how many clients a year's hours can serve.

"Vrijgemaakte uren" is the word; "besparing" only where the profile says that the hours are really not bought.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.comparison import Comparison
from pitchkit.costs.derivation import Key, Line, Term, sum_of
from pitchkit.costs.inputs import Relation


@dataclass(frozen=True, slots=True)
class HoursFreed:
    """Hours for the same people: of a group, of individual help, and those that the group frees.

    `freed` is negative where the group takes more; it is 0 where the group precedes individual help or comes on top of it, and
    then `relation` says why.
    """

    relation: Relation
    participants: int
    group: Line
    individual: Line
    freed: Line

    @property
    def are_freed(self) -> bool:
        """Whether there are hours that the group really frees."""
        return self.freed.result > 0


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Clients per year (people who start) that the same hours serve: alone, and in whole groups of the planned size.

    `per_group` is the hours that one group takes, with the individual help of its members where it does not replace that.
    """

    individual: Line
    per_group: Line
    groups: Line
    group: Line
    extra: Line


def hours_freed(comparison: Comparison, participants: int) -> HoursFreed:
    """Return the hours of groups and of individual help for so many people, and those that the group frees."""
    group, individual = _group(comparison, participants), _individual(comparison, participants)
    relation, uses = comparison.plan.relation, (individual, group)
    if relation == "replaces":
        formula: tuple[Term, ...] = (individual.result, "−", group.result)
        freed = Line("hours.freed", formula, individual.result - group.result, "hours", "exact", uses=uses)
    else:
        key: Key = "hours.freed.precedes" if relation == "precedes" else "hours.freed.on_top"
        freed = Line(key, (Decimal(0),), Decimal(0), "hours", "exact", uses=uses)
    return HoursFreed(relation, participants, group, individual, freed)


def saving(comparison: Comparison, participants: int) -> Line | None:
    """Return what is saved in euro, for the same people; None unless freed hours are really not bought, and less is paid."""
    made, group = comparison.plan, comparison.total(participants)
    people = Decimal(participants)
    individual = Line(
        "saving.individual",
        (people, "×", comparison.individual.result),
        people * comparison.individual.result,
        "euro",
        "exact",
        uses=(comparison.individual,),
        parts=(("participants", people),),
    )
    amount = individual.result - group.result
    if not (made.hours_not_bought and hours_freed(comparison, participants).are_freed and amount > 0):
        return None
    return Line("saving", (individual.result, "−", group.result), amount, "euro", "exact", uses=(individual, group))


def waiting_list(comparison: Comparison) -> WaitingList | None:
    """Return how many clients per year the same hours serve; None where the profile gives no hours per year.

    What remains of the hours after the last whole client or group is not counted.
    """
    made = comparison.plan
    year, each, planned = made.hours_per_year, made.individual_hours, made.planned
    if year is None:
        return None
    individual = Line(
        "waiting_list.individual", (year.value, "/", each.value), year.value // each.value, "people", "down", (year, each)
    )
    per_group = _per_group(comparison)
    count = year.value // per_group.result
    groups = Line("waiting_list.groups", (year.value, "/", per_group.result), count, "groups", "down", (year,), (per_group,))
    served = count * planned.value
    group = Line("waiting_list.group", (count, "×", planned.value), served, "people", "exact", (planned,), (groups,))
    more = served - individual.result
    extra = Line("waiting_list.extra", (served, "−", individual.result), more, "people", "exact", uses=(group, individual))
    return WaitingList(individual, per_group, groups, group, extra)


def _group(comparison: Comparison, participants: int) -> Line:
    """Return the hours that groups for so many people take."""
    made, people, count = comparison.plan, Decimal(participants), Decimal(comparison.groups_for(participants))
    once = (made.sessions, made.hours, made.facilitators, made.preparation, made.coordination)
    each = (made.intake, made.evaluation)
    sessions, length, facilitators, preparation, coordination = (figure.value for figure in once)
    intake, evaluation = (figure.value for figure in each)
    fixed: tuple[Term, ...] = (sessions, "×", length, "×", facilitators, "+", preparation, "+", coordination)
    if count > 1:
        fixed = (count, "×", "(", *fixed, ")")
    return Line(
        "hours.group",
        (*fixed, "+", people, "×", "(", intake, "+", evaluation, ")"),
        count * (sessions * length * facilitators + preparation + coordination) + people * (intake + evaluation),
        "hours",
        "exact",
        (*once, *each),
        parts=(("participants", people), ("groups", count)),
    )


def _individual(comparison: Comparison, participants: int) -> Line:
    """Return the hours of individual help for so many people."""
    each, people = comparison.plan.individual_hours, Decimal(participants)
    parts = (("participants", people),)
    return Line("hours.individual", (people, "×", each.value), people * each.value, "hours", "exact", (each,), parts=parts)


def _per_group(comparison: Comparison) -> Line:
    """Return the hours of one group of the planned size, and of the individual help that it does not replace."""
    planned = comparison.plan.planned
    people = int(planned.value)
    group, individual = _group(comparison, people), _individual(comparison, people)
    lines = (group,) if comparison.plan.relation == "replaces" else (group, individual)
    formula: tuple[Term, ...] = (group.result,) if len(lines) == 1 else (group.result, "+", individual.result)
    amount = sum_of(line.result for line in lines)
    return Line(
        "waiting_list.per_group", formula, amount, "hours", "exact", (planned,), lines, (("participants", planned.value),)
    )
