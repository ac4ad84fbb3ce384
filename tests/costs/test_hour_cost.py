"""The cost of an hour: a given tariff, or the six elements of art. 5.4, line by line to the cent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings

from pitchkit.costs.derivation import Line
from pitchkit.costs.hour_cost import hour_cost
from pitchkit.costs.inputs import ELEMENTS, Hour
from tests.costs.figures import ELEMENTS as FIGURES
from tests.costs.figures import HOURS, HOURS_OF_ELEMENTS, SOURCE, YEAR, costs_of

WITHOUT_RISK = [
    "hour.professional: 40.00 = 40.00",
    "hour.non_productive: 40.00 × 0.20 / (1 − 0.20) = 10.00",
    "hour.overhead: 40.00 / (1 − 0.20) × 0.25 = 12.50",
    "hour.travel_and_training: 2.00 = 2.00",
    "hour.municipal_obligations: 1.50 = 1.50",
    "hour.before_indexation: 40.00 + 10.00 + 12.50 + 2.00 + 1.50 = 66.00",
    "hour.indexation: 66.00 × 0.04 = 2.64",
]


def shown(line: Line) -> list[str]:
    return [f"{one.key}: {one.formula_text()} = {one.result}" for one in line.derivation()]


def hour_of(changes: Mapping[str, object]) -> Hour:
    return costs_of(changes).hour


def test_a_given_tariff_is_the_cost_of_an_hour() -> None:
    line = hour_cost(hour_of({"hour.tariff": "82.00"}))
    assert shown(line) == ["hour.tariff: 82.00 = 82.00"]
    assert line.unit == "euro-per-hour"


def test_each_element_of_the_decree_is_a_line_and_the_total_adds_them() -> None:
    assert shown(hour_cost(hour_of(FIGURES))) == [*WITHOUT_RISK, "hour: 66.00 + 2.64 = 68.64"]


def test_a_risk_margin_is_a_line_of_its_own_over_all_elements() -> None:
    # (66.00 + 2.64) x 0.02 = 1.3728
    assert shown(hour_cost(hour_of({**FIGURES, "hour.risk": "0.02"}))) == [
        *WITHOUT_RISK,
        "hour.risk: (66.00 + 2.64) × 0.02 = 1.37",
        "hour: 66.00 + 2.64 + 1.37 = 70.01",
    ]


def test_every_element_keeps_its_place_year_and_source() -> None:
    found = hour_cost(hour_of({**FIGURES, "hour.risk": "0.02"})).inputs()
    assert sorted(one.key for one in found) == sorted(f"costs.hour.{name}" for name in (*ELEMENTS, "risk"))
    assert {(one.year, one.source) for one in found} == {(YEAR, SOURCE)}
    assert {one.unit for one in found if one.value < 1} == {"share"}


@pytest.mark.parametrize("name", ELEMENTS)
def test_an_hour_without_one_of_the_elements_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"^{name}$"):
        hour_cost(hour_of({**FIGURES, f"hour.{name}": None}))


@given(HOURS)
@settings(deadline=None)
def test_totals_add_the_rounded_lines(changes: Mapping[str, object]) -> None:
    for line in hour_cost(hour_of(changes)).derivation():
        assert line.result == line.result.quantize(Decimal("0.01"))
        if line.rounding == "exact":
            assert line.result == sum(part.result for part in line.uses)
            assert line.key in ("hour", "hour.before_indexation")


@given(HOURS_OF_ELEMENTS)
@settings(deadline=None)
def test_the_lines_lie_within_their_rounding_of_the_formula(changes: Mapping[str, Decimal]) -> None:
    value = {name.removeprefix("hour."): Fraction(figure) for name, figure in changes.items()}
    before = value["professional"] / (1 - value["non_productive"]) * (1 + value["overhead"])
    before += value["travel_and_training"] + value["municipal_obligations"]
    indexed, risk = 1 + value["indexation"], 1 + value.get("risk", Fraction(0))
    half_a_cent = Fraction(1, 200)
    # Five lines before indexation, then indexation itself, then the risk margin, each off by half a cent at most.
    most = ((5 * half_a_cent * indexed) + half_a_cent) * risk + half_a_cent
    assert abs(Fraction(hour_cost(hour_of(changes)).result) - before * indexed * risk) <= most
