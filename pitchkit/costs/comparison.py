"""A group beside individual help, in euro: what is fixed, what each participant adds, what a starter and a completer cost.

Whether something is dearer is decided on the amounts before they are divided, so that rounding never decides it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.derivation import Given, Key, Line, Term, cents, euro, joined, total
from pitchkit.costs.hour_cost import hour_cost
from pitchkit.costs.inputs import Costs
from pitchkit.costs.plan import Plan, plan
from pitchkit.profile import Group


@dataclass(frozen=True, slots=True)
class Comparison:
    """The amounts that everything else follows from.

    `hour` is in euro per hour; `fixed` in euro per group; `variable` in euro per participant; `individual` in euro per client who
    starts and `individual_completer` in euro per client who completes.
    """

    plan: Plan
    hour: Line
    fixed: Line
    variable: Line
    individual: Line
    individual_completer: Line

    def groups_for(self, participants: int) -> int:
        """Return how many groups so many people take: a new one for every time that the largest size is full."""
        return int(-(-participants // int(self.plan.largest.value)))

    def total(self, participants: int, groups: int | None = None) -> Line:
        """Return what groups cost in euro; each has its fixed part, each participant the variable part."""
        people, count = Decimal(_people(participants)), Decimal(self.groups_for(participants) if groups is None else groups)
        fixed, variable = self.fixed.result, self.variable.result
        times: tuple[Term, ...] = (fixed,) if count == 1 else (count, "×", fixed)
        return Line(
            "group.total",
            (*times, "+", people, "×", variable),
            count * fixed + people * variable,
            "euro",
            "exact",
            uses=(self.fixed, self.variable),
            parts=(("participants", people), ("groups", count)),
        )

    def per_starter(self, participants: int) -> Line:
        """Return what a group costs in euro for each participant who starts."""
        whole, people = self.total(participants), Decimal(participants)
        return Line(
            "group.starter",
            (whole.result, "/", people),
            cents(whole.result / people),
            "euro",
            "cents",
            uses=(whole,),
            parts=(("participants", people),),
        )

    def per_completer(self, participants: int, completion: Given | None = None) -> Line:
        """Return what a group costs in euro for each participant who completes; completion (share) is the plan's unless given."""
        share = completion or self.plan.completion
        whole, people = self.total(participants), Decimal(participants)
        return Line(
            "group.completer",
            (whole.result, "/", "(", people, "×", share.value, ")"),
            cents(whole.result / (people * share.value)),
            "euro",
            "cents",
            (share,),
            (whole,),
            (("participants", people), ("completion", share.value)),
        )

    def is_dearer_per_completer(self, participants: int, completion: Given | None = None) -> bool:
        """Return whether a completer of a group costs more than one of individual help; completion as in `per_completer`."""
        share = (completion or self.plan.completion).value
        in_group = self.total(participants).result * self.plan.individual_completion.value
        return in_group > participants * share * self.individual.result


def compare(costs: Costs, group: Group) -> Comparison:
    """Return the comparison for a group of the profile; `checks.problems` comes first.

    Raises:
        ValueError: when a figure is missing.
    """
    made, hour = plan(costs, group), hour_cost(costs.hour)
    individual = _work("individual.starter", hour, made.individual_hours)
    share = made.individual_completion
    completer = euro(
        "individual.completer",
        (individual.result, "/", share.value),
        individual.result / share.value,
        share,
        uses=(individual,),
    )
    return Comparison(made, hour, _fixed(made, hour), _variable(made, hour), individual, completer)


def _fixed(made: Plan, hour: Line) -> Line:
    """Return what one group costs in euro, however many take part."""
    room = made.room_and_material
    lines = (
        _work("fixed.sessions", hour, made.sessions, made.hours, made.facilitators),
        _work("fixed.preparation", hour, made.preparation),
        _work("fixed.coordination", hour, made.coordination),
        euro("fixed.room_and_material", (room.value,), room.value, room),
    )
    return total("fixed", lines)


def _variable(made: Plan, hour: Line) -> Line:
    """Return what each participant adds, in euro."""
    return total("variable", (_work("variable.intake", hour, made.intake), _work("variable.evaluation", hour, made.evaluation)))


def _work(key: Key, hour: Line, *figures: Given) -> Line:
    """Return hours of work in euro: the product of the figures, times the cost of an hour."""
    numbers = [*(figure.value for figure in figures), hour.result]
    amount = Decimal(1)
    for number in numbers:
        amount *= number
    return euro(key, joined(numbers, "×"), amount, *figures, uses=(hour,))


def _people(participants: int) -> int:
    if participants < 1:
        raise ValueError(participants)
    return participants
