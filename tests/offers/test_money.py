"""Money in offers adds up: to the cent, from the cost model or from own amounts, and says when nobody gave an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pitchkit.offers.grants import Grant
from pitchkit.offers.money import budget, cost_of_group, price_sheet, tier_of
from pitchkit.offers.pricing import Price
from pitchkit.profile import Profile

FIGURE = {"year": 2026, "source": "fictief"}
_THREE_TIMES: list[dict[str, object]] = [{"quantity": "0.333", "amount": "10.01"}] * 3


def group(group_id: str = "rouw", **other: object) -> dict[str, object]:
    usual = {"sessions": 6, "hours": "2", "facilitators": 2, "participants": {"min": 6, "planned": 10, "max": 12}}
    return {"id": group_id, "name": group_id} | usual | other


def profile(figures_of_group: dict[str, object] | None = None, **other: object) -> Profile:
    figures = {"preparation": "12", "coordination": "8", "intake": "1", "evaluation": "0.5", "room_and_material": "600"}
    costs = {
        "hour": {"tariff": {"value": "82", **FIGURE}},
        "group": {"id": "rouw"}
        | {name: {"value": value, **FIGURE} for name, value in (figures | {"completion": "0.8"}).items()}
        | (figures_of_group or {}),
        "individual": {"hours": {"value": "12", **FIGURE}, "completion": {"value": "0.85", **FIGURE}},
        "relation": "replaces",
    }
    return Profile.model_validate({"groups": [group(), group("geld", sessions=12)], "costs": costs} | other)


def a_price(*lines: dict[str, object], **other: object) -> Price:
    named = [{"id": f"regel-{number}", "what": "groep", "unit": "groep"} | line for number, line in enumerate(lines, 1)]
    return Price.model_validate({"lines": named} | other)


def a_grant(costs: str, *cover: str) -> Grant:
    items = [{"id": f"dekking-{number}", "what": "bijdrage", "amount": amount} for number, amount in enumerate(cover, 1)]
    return Grant.model_validate({"budget": [{"id": "post", "what": "zaal", "amount": costs}], "cover": items})


def test_a_group_costs_its_fixed_part_and_what_each_participant_adds() -> None:
    line = cost_of_group("rouw", profile())
    assert line is not None
    assert line.result == Decimal(4208) + 10 * Decimal(123)  # the worked example


def test_another_group_counts_its_own_sessions() -> None:
    line = cost_of_group("geld", profile())
    assert line is not None
    assert line.result == Decimal(5438) + 6 * 2 * 2 * Decimal(82)


def test_figures_that_replace_those_of_one_group_leave_another_alone() -> None:
    own = profile({"sessions": 1})
    one, other = cost_of_group("rouw", own), cost_of_group("geld", own)
    assert one is not None
    assert other is not None
    assert one.result < other.result == Decimal(7406)


@pytest.mark.parametrize(
    "lacking",
    [
        profile(costs=None),
        profile(costs="omit"),
        profile(groups=[group(), group("geld", sessions=None)]),
        profile(groups=[group()]),
    ],
    ids=["no costs", "costs left out", "no sessions", "no such group"],
)
def test_a_group_without_its_figures_has_no_price(lacking: Profile) -> None:
    assert cost_of_group("geld", lacking) is None


def test_lines_round_to_cents_before_they_are_added() -> None:
    sheet = price_sheet(a_price(*_THREE_TIMES), profile())
    assert [line.total for line in sheet.lines] == [Decimal("3.33")] * 3
    assert sheet.total == Decimal("9.99")


def test_a_line_by_group_shows_how_the_cost_model_came_to_it() -> None:
    (line,) = price_sheet(a_price({"quantity": "4", "group": "rouw"}), profile()).lines
    assert (line.each, line.total) == (Decimal(5438), Decimal(21752))
    assert line.derived is not None
    assert {one.source for one in line.derived.inputs() if one.year} == {"fictief"}


def test_an_amount_of_ones_own_goes_before_the_cost_model() -> None:
    (line,) = price_sheet(a_price({"quantity": "4", "group": "rouw", "amount": "5000"}), profile()).lines
    assert (line.each, line.derived) == (Decimal(5000), None)


def test_a_price_with_an_open_line_has_no_total() -> None:
    sheet = price_sheet(a_price({"quantity": "1", "amount": "10"}, {"quantity": "1"}), profile())
    assert sheet.total is None
    assert not sheet.is_above_ceiling


@pytest.mark.parametrize(("ceiling", "is_above"), [("99.99", True), ("100", False)])
def test_a_price_may_equal_the_ceiling_and_not_pass_it(ceiling: str, *, is_above: bool) -> None:
    assert price_sheet(a_price({"quantity": "1", "amount": "100"}, ceiling=ceiling), profile()).is_above_ceiling is is_above


@pytest.mark.parametrize(
    ("cover", "is_covered"), [(("60.00", "40.00"), True), (("60.00", "39.99"), False), (("60.00", "40.01"), False), ((), False)]
)
def test_costs_are_covered_to_the_cent(cover: tuple[str, ...], *, is_covered: bool) -> None:
    assert budget(a_grant("100.00", *cover), profile()).is_covered is is_covered


def test_costs_that_nobody_knows_are_not_covered() -> None:
    open_item = Grant.model_validate({"budget": [{"id": "post", "what": "zaal"}]})
    assert not budget(open_item, profile()).is_covered


def test_the_request_is_the_part_of_the_cover_that_is_applied_for() -> None:
    cover = [{"id": "a", "what": "subsidie", "amount": "70", "requested": "yes"}, {"id": "b", "what": "eigen", "amount": "30"}]
    found = budget(Grant.model_validate({"cover": cover}), profile())
    assert (found.requested, found.cover) == (Decimal(70), Decimal(100))


@pytest.mark.parametrize(("amount", "asks"), [("0", "niets"), ("4999.99", "niets"), ("5000", "een verslag"), ("50000", None)])
def test_a_tier_holds_from_its_lowest_amount_up_to_the_next(amount: str, asks: str | None) -> None:
    municipality = {
        "accountability": [{"below": "5000", "asks": "niets"}, {"from_amount": "5000", "below": "50000", "asks": "een verslag"}]
    }
    tier = tier_of(Decimal(amount), profile(municipality=municipality).municipality.accountability)
    assert (tier.asks if tier else None) == asks
