"""What an offer costs, line by line, from the cost model or from amounts of its own; the budget and what covers it. In euro."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs import checks
from pitchkit.costs.comparison import compare
from pitchkit.costs.derivation import Line, cents, sum_of
from pitchkit.costs.hour_cost import hour_cost
from pitchkit.costs.inputs import Costs, GroupSize
from pitchkit.offers.grants import BudgetItem, CoverItem, Grant
from pitchkit.offers.pricing import Price, PriceLine
from pitchkit.parties import Tier
from pitchkit.profile import Group, Profile


@dataclass(frozen=True, slots=True)
class Priced:
    """One line with its money: `each` in euro for one unit, `total` in euro for the quantity, None where nobody says it.

    `derived` is how the cost model came to `each`; an amount of one's own has none.
    """

    id: str
    what: str
    quantity: Decimal
    unit: str
    each: Decimal | None
    total: Decimal | None
    derived: Line | None
    source: str | None


@dataclass(frozen=True, slots=True)
class PriceSheet:
    """The price: its lines, their total in euro (None while a line has no amount), and the cost of an hour it rests on."""

    lines: tuple[Priced, ...]
    total: Decimal | None
    hour: Line | None
    ceiling: Decimal | None

    @property
    def is_above_ceiling(self) -> bool:
        """Whether it asks more than the buyer pays."""
        return self.total is not None and self.ceiling is not None and self.total > self.ceiling


@dataclass(frozen=True, slots=True)
class Budget:
    """Costs and cover in euro: `costs` is None while an item has no amount; `requested` is the grant that is applied for."""

    items: tuple[Priced, ...]
    costs: Decimal | None
    cover: Decimal
    requested: Decimal

    @property
    def is_covered(self) -> bool:
        """Whether the cover equals the costs to the cent."""
        return self.costs == self.cover


def price_sheet(price: Price, profile: Profile) -> PriceSheet:
    """Return the lines of a price with what each costs."""
    lines = tuple(_priced_line(line, profile) for line in price.lines)
    costs = profile.costs
    hour = hour_cost(costs.hour) if isinstance(costs, Costs) else None
    return PriceSheet(lines, _total(lines), hour, price.ceiling)


def budget(grant: Grant, profile: Profile) -> Budget:
    """Return the budget of a grant application beside what covers it."""
    items = tuple(_budget_item(item, profile) for item in grant.budget)
    return Budget(items, _total(items), _sum(grant.cover), _sum(one for one in grant.cover if one.requested))


def cost_of_group(group_id: str, profile: Profile) -> Line | None:
    """Return what one group of the profile costs in euro at its planned size, None where figures are missing.

    The figures under costs are about one group. For another they stand too, but its sessions, hours, facilitators and
    participants are its own.
    """
    group = next((one for one in profile.groups if one.id == group_id), None)
    if group is None or not isinstance(profile.costs, Costs):
        return None
    costs = _costs_for(group, profile.costs)
    if checks.has_errors(checks.problems(costs, (group,))):
        return None
    comparison = compare(costs, group)
    return comparison.total(int(comparison.plan.planned.value), groups=1)


def tier_of(amount: Decimal, tiers: Iterable[Tier]) -> Tier | None:
    """Return the tier of accountability in which a grant of so many euro falls, None where the profile names none for it."""
    return next((one for one in tiers if one.from_amount <= amount and (one.below is None or amount < one.below)), None)


def _costs_for(group: Group, costs: Costs) -> Costs:
    if group.id == costs.group.id:
        return costs
    own = {"id": group.id, "sessions": None, "hours": None, "facilitators": None, "participants": GroupSize()}
    return costs.model_copy(update={"group": costs.group.model_copy(update=own)})


def _priced_line(line: PriceLine, profile: Profile) -> Priced:
    derived = cost_of_group(line.group, profile) if line.group and line.amount is None else None
    each = line.amount if derived is None else derived.result
    return Priced(line.id, line.what, line.quantity, line.unit, each, _times(line.quantity, each), derived, line.source)


def _budget_item(item: BudgetItem, profile: Profile) -> Priced:
    derived = cost_of_group(item.group, profile) if item.group and item.amount is None else None
    each = item.amount if derived is None else derived.result
    return Priced(item.id, item.what, item.quantity, "", each, _times(item.quantity, each), derived, item.note)


def _times(quantity: Decimal, each: Decimal | None) -> Decimal | None:
    return None if each is None else cents(quantity * each)


def _total(lines: Iterable[Priced]) -> Decimal | None:
    totals = [line.total for line in lines]
    return None if None in totals else sum_of(one for one in totals if one is not None)


def _sum(items: Iterable[CoverItem]) -> Decimal:
    return sum_of(item.amount for item in items)
