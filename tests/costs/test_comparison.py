"""A group beside individual help: what was computed by hand comes out, and what holds for any figures holds."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

import pitchkit.costs
from pitchkit import yamlsource
from pitchkit.costs.break_even import Per, break_even
from pitchkit.costs.comparison import Comparison, compare
from pitchkit.costs.derivation import KEYS, Given, Line
from pitchkit.costs.hours import hours_freed, waiting_list
from pitchkit.costs.inputs import Costs
from pitchkit.costs.outcomes import Outcomes, outcomes
from pitchkit.costs.ranges import ScenarioOutcome, sensitivity
from pitchkit.profile import Group
from tests.costs.figures import (
    ANY_COSTS,
    ANY_GROUP,
    COMPLETIONS,
    ELEMENTS,
    SOURCE,
    YEAR,
    costs_of,
    group_of,
)

CASES: Any = yamlsource.read(Path(__file__).with_name("cases.yaml"), "cases.yaml").data
ANY_COMPARISON = st.builds(compare, ANY_COSTS, ANY_GROUP)


def said(found: object) -> str:
    """Return an outcome as the table of cases writes it."""
    if isinstance(found, Line):
        return f"{found.result if found.unit.startswith('euro') else found.result.normalize():f}"
    if isinstance(found, bool):
        return "yes" if found else "no"
    if isinstance(found, tuple):
        return " ".join(str(one) for one in found)
    return "none" if found is None else str(found)


def outcome(made: Outcomes, name: str) -> object:
    word, *numbers = name.split("@")
    comparison, planned = made.comparison, int(made.comparison.plan.planned.value)
    people = int(numbers[0]) if numbers else planned
    if word == "cell":
        cell = next(one for one in made.sensitivity.rows[people - 1] if one.completion == Decimal(numbers[1]))
        return (f"{cell.per_completer.result:f}", *(["dearer"] if cell.is_dearer else []))
    if word.startswith(("low_", "expected_", "high_")):
        return scenario_outcome(made, *word.split("_"))
    hours = hours_freed(comparison, people)
    waiting = made.waiting_list
    answers: dict[str, Callable[[], object]] = {
        "hour": lambda: comparison.hour,
        "fixed": lambda: comparison.fixed,
        "variable": lambda: comparison.variable,
        "individual": lambda: comparison.individual,
        "individual_completer": lambda: comparison.individual_completer,
        "total": lambda: comparison.total(people),
        "starter": lambda: comparison.per_starter(people) if numbers else made.per_starter,
        "completer": lambda: made.per_completer,
        "break_even_starter": lambda: made.break_even_starter.participants,
        "break_even_completer": lambda: made.break_even_completer.participants,
        "within": lambda: made.break_even_completer.is_within_group,
        "hours_group": lambda: hours.group,
        "hours_individual": lambda: hours.individual,
        "freed": lambda: made.hours.freed,
        "saving": lambda: made.saving,
        "reasons": lambda: made.reasons,
        "clients_alone": lambda: waiting and waiting.individual,
        "groups": lambda: waiting and waiting.groups,
        "clients_in_groups": lambda: waiting and waiting.group,
        "extra_clients": lambda: waiting and waiting.extra,
        "columns": lambda: made.sensitivity.completions,
        "rows": lambda: len(made.sensitivity.rows),
    }
    return answers[word]()


def scenario_outcome(made: Outcomes, name: str, word: str) -> object:
    found: ScenarioOutcome = next(one for one in made.scenarios if one.scenario.name == name)
    return {
        "starter": found.per_starter,
        "completer": found.per_completer,
        "freed": found.hours.freed,
        "dearer": found.is_dearer,
        "derived": found.scenario.derived,
    }[word]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_what_was_computed_by_hand_comes_out(case: dict[str, Any]) -> None:
    made = outcomes(costs_of(case.get("costs")), group_of(case.get("group")))
    expected = case["expect"]
    assert expected
    assert {name: said(outcome(made, name)) for name in expected} == expected


def test_there_are_at_least_twenty_cases_each_with_a_name_of_its_own() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 20


# --- laws --------------------------------------------------------------------------------------------------------


def is_dearer(made: Comparison, people: int, per: Per) -> bool:
    """Return whether one group of so many people is dearer, in fractions and from the definition."""
    each = Fraction(made.fixed.result) / people + Fraction(made.variable.result)
    alone = Fraction(made.individual.result)
    if per == "completer":
        each /= Fraction(made.plan.completion.value)
        alone /= Fraction(made.plan.individual_completion.value)
    return each > alone


@given(ANY_COMPARISON, st.sampled_from(["starter", "completer"]))
def test_break_even_is_where_the_lines_cross(made: Comparison, per: Per) -> None:
    found = break_even(made, per)
    if found.participants is None:
        assert not found.is_within_group
        assert all(is_dearer(made, people, per) for people in (1, 12, 10_000, 10**12))
    else:
        assert found.participants >= 1
        assert found.participants == 1 or is_dearer(made, found.participants - 1, per)
        assert not is_dearer(made, found.participants, per)
        assert found.is_within_group == (found.participants <= made.plan.largest.value)


@given(ANY_COMPARISON)
def test_what_is_dearer_is_dearer_up_to_the_break_even_and_no_further(made: Comparison) -> None:
    completer = break_even(made, "completer").participants
    for people in range(1, int(made.plan.largest.value) + 1):
        assert made.is_dearer_per_completer(people) == (completer is None or people < completer)


@given(ANY_COMPARISON)
def test_within_one_group_more_participants_never_cost_more_per_head(made: Comparison) -> None:
    sizes = range(1, int(made.plan.largest.value) + 1)
    for few, more in pairwise(sizes):
        assert made.per_starter(more).result <= made.per_starter(few).result
        assert made.per_completer(more).result <= made.per_completer(few).result


@given(ANY_COMPARISON)
def test_a_second_group_costs_its_fixed_part_again(made: Comparison) -> None:
    largest = int(made.plan.largest.value)
    assert made.total(largest, 2).result - made.total(largest, 1).result == made.fixed.result
    assert made.total(largest + 1).result - made.total(largest).result == made.fixed.result + made.variable.result
    assert (made.groups_for(1), made.groups_for(largest), made.groups_for(largest + 1), made.groups_for(2 * largest)) == (
        1,
        1,
        2,
        2,
    )


@given(ANY_COMPARISON, st.integers(1, 60))
def test_a_completer_never_costs_less_than_a_starter(made: Comparison, people: int) -> None:
    assert made.per_completer(people).result >= made.per_starter(people).result
    assert made.individual_completer.result >= made.individual.result


@given(ANY_COMPARISON, COMPLETIONS, st.integers(1, 30))
def test_another_completion_takes_the_place_of_the_planned_one(made: Comparison, share: Decimal, people: int) -> None:
    other = Given("test", share, "share")
    assert made.per_completer(people, other).formula[-2] == share
    if share < made.plan.completion.value and made.is_dearer_per_completer(people):
        assert made.is_dearer_per_completer(people, other)


@given(ANY_COMPARISON)
def test_totals_add_the_rounded_lines(made: Comparison) -> None:
    for line in (made.fixed, made.variable):
        assert line.result == sum(part.result for part in line.uses)
        assert all(part.result == part.result.quantize(Decimal("0.01")) for part in line.uses)
    assert len(made.fixed.uses) == 4
    assert len(made.variable.uses) == 2


@given(ANY_COMPARISON, st.integers(1, 60))
def test_only_a_group_that_replaces_individual_help_frees_hours(made: Comparison, people: int) -> None:
    found = hours_freed(made, people)
    if made.plan.relation == "replaces":
        assert found.freed.result == found.individual.result - found.group.result
        assert found.freed.key == "hours.freed"
    else:
        assert found.freed.result == 0
        assert found.freed.key == f"hours.freed.{made.plan.relation}"
        assert not found.are_freed


@given(ANY_COMPARISON)
def test_the_waiting_list_counts_whole_groups_and_clients_that_fit_in_the_year(made: Comparison) -> None:
    found, year = waiting_list(made), made.plan.hours_per_year
    assert found
    assert year
    each = made.plan.individual_hours.value
    assert found.individual.result * each <= year.value < (found.individual.result + 1) * each
    assert found.groups.result * found.per_group.result <= year.value < (found.groups.result + 1) * found.per_group.result
    own = hours_freed(made, int(made.plan.planned.value))
    takes_over = made.plan.relation == "replaces"
    assert found.per_group.result == own.group.result + (0 if takes_over else own.individual.result)


def test_without_hours_per_year_nothing_is_said_about_a_waiting_list() -> None:
    assert waiting_list(compare(costs_of(), group_of())) is None


@given(ANY_COSTS, ANY_GROUP)
def test_a_saving_needs_hours_that_are_freed_and_not_bought(costs: Costs, group: Group) -> None:
    made = outcomes(costs, group)
    if made.saving:
        assert costs.hours_not_bought
        assert made.hours.freed.result > 0
        people = int(made.comparison.plan.planned.value)
        assert made.saving.result == people * made.comparison.individual.result - made.comparison.total(people).result > 0
    if made.may_argue:
        assert made.hours.are_freed
        assert made.per_completer.result <= made.comparison.individual_completer.result


def test_the_table_shows_every_size_and_the_planned_completion_once() -> None:
    made = compare(costs_of({"group.completion": "0.75"}), group_of())
    assert sensitivity(made, (Decimal("0.5"),)).completions == (Decimal("0.5"), Decimal("0.75"))
    table = sensitivity(made, (Decimal("0.5"), Decimal("0.750"), Decimal(1)))
    assert table.completions == (Decimal("0.5"), Decimal("0.75"), Decimal(1))
    assert [row[0].participants for row in table.rows] == list(range(1, 13))
    assert table.rows[9][1].per_completer.result == Decimal("725.07")  # 5438 / 7.5 = 725.067


@pytest.mark.parametrize("people", [0, -1])
def test_a_group_of_nobody_has_no_cost(people: int) -> None:
    made = compare(costs_of(), group_of())
    for ask in (made.total, made.per_starter, made.per_completer):
        with pytest.raises(ValueError, match=str(people)):
            ask(people)


@pytest.mark.parametrize("change", [{"sessions": None}, {"participants": {"min": "4", "planned": "5"}}], ids=["sessions", "max"])
def test_a_plan_that_is_not_complete_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^(sessions|participants.max)$"):
        compare(costs_of(), group_of(change))


# --- derivations -------------------------------------------------------------------------------------------------


def everything_in(value: object, seen: dict[int, object] | None = None) -> Iterator[object]:
    """Yield a value and all that it holds; what is there more than once as the same object comes once."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return
    seen[id(value)] = value
    yield value
    below: tuple[object, ...] = ()
    if isinstance(value, tuple | list):
        below = tuple(value)
    elif dataclasses.is_dataclass(value):
        below = tuple(getattr(value, field.name) for field in dataclasses.fields(value))
    elif isinstance(value, BaseModel):
        below = tuple(getattr(value, name) for name in type(value).model_fields)
    for one in below:
        yield from everything_in(one, seen)


def lines_of(made: Outcomes) -> list[Line]:
    return [one for one in everything_in(made) if isinstance(one, Line)]


def worth(line: Line) -> Fraction:
    """Return what the formula of a line comes to, rounded as the line says, without Decimal."""
    words = line.formula_text(lambda number: f"Fraction('{number:f}')")
    exact = Fraction(eval(words.replace("×", "*").replace("−", "-"), {"Fraction": Fraction}))  # noqa: S307 - our own formula
    if line.rounding == "cents":
        away = 1 if exact >= 0 else -1
        return Fraction(away * int(abs(exact) * 100 + Fraction(1, 2)), 100)
    return {"exact": exact, "up": Fraction(-(-exact // 1)), "down": Fraction(exact // 1)}[line.rounding]


@given(ANY_COSTS, ANY_GROUP)
def test_every_formula_gives_its_result(costs: Costs, group: Group) -> None:
    lines = lines_of(outcomes(costs, group))
    assert len(lines) > 20
    for line in lines:
        assert Fraction(line.result) == worth(line), line


@given(ANY_COSTS, ANY_GROUP)
def test_every_number_in_a_formula_is_given_a_result_a_part_or_a_one(costs: Costs, group: Group) -> None:
    for line in lines_of(outcomes(costs, group)):
        known = {one.value for one in line.given} | {one.result for one in line.uses} | {value for _, value in line.parts}
        if line.key.startswith("hour."):
            known.add(Decimal(1))
        if line.key.startswith("hours.freed."):
            known.add(Decimal(0))
        assert {term for term in line.formula if isinstance(term, Decimal)} <= known, line


def test_a_derivation_names_every_line_once_before_what_uses_it() -> None:
    made = outcomes(costs_of(), group_of())
    lines = made.per_completer.derivation()
    assert [f"{line.key}: {line.formula_text()} = {line.result}" for line in lines] == [
        "hour.tariff: 82.00 = 82.00",
        "fixed.sessions: 6 × 2 × 2 × 82.00 = 1968.00",
        "fixed.preparation: 12 × 82.00 = 984.00",
        "fixed.coordination: 8 × 82.00 = 656.00",
        "fixed.room_and_material: 600 = 600.00",
        "fixed: 1968.00 + 984.00 + 656.00 + 600.00 = 4208.00",
        "variable.intake: 1 × 82.00 = 82.00",
        "variable.evaluation: 0.5 × 82.00 = 41.00",
        "variable: 82.00 + 41.00 = 123.00",
        "group.total: 4208.00 + 10 × 123.00 = 5438.00",
        "group.completer: 5438.00 / (10 × 0.80) = 679.75",
    ]


def test_a_derivation_tells_where_each_figure_was_given() -> None:
    made = outcomes(costs_of({"group.sessions": "6"}), group_of())
    found = {one.key: (one.value, one.unit, one.year, one.source) for one in made.per_completer.inputs()}
    assert found["costs.hour.tariff"] == (Decimal(82), "euro-per-hour", YEAR, SOURCE)
    assert found["costs.group.completion"] == (Decimal("0.80"), "share", YEAR, SOURCE)
    assert found["costs.group.sessions"] == (Decimal(6), "sessions", None, None)
    assert found["groups.rouw.facilitators"] == (Decimal(2), "facilitators", None, None)
    assert list(found) == list(dict.fromkeys(found))
    assert "costs.individual.hours" not in found


def test_a_break_even_can_be_followed_also_where_there_is_none() -> None:
    found = break_even(compare(costs_of(), group_of()), "completer")
    assert found.line
    assert found.line.formula_text() == "4208.00 × 0.85 / (984.00 × 0.80 − 123.00 × 0.85)"
    assert [line.key for line in found.derivation()][-2:] == ["break_even.room.completer", "break_even.completer"]
    nothing = break_even(compare(costs_of({"individual.hours": "1"}), group_of()), "starter")
    assert nothing.line is None
    assert nothing.derivation()[-1].formula_text() == "82.00 − 123.00"


def test_every_key_of_a_line_is_used() -> None:
    seen: set[str] = set()
    changes: tuple[dict[str, object], ...] = (
        {"hours_per_year": "1000", "hours_not_bought": "yes"},
        {**ELEMENTS, "hour.risk": "0.02", "relation": "precedes"},
        {"relation": "on_top"},
    )
    for change in changes:
        made = outcomes(costs_of(change), group_of())
        seen |= {line.key for line in lines_of(made)}
    assert seen == set(KEYS)


# --- Decimal only ------------------------------------------------------------------------------------------------


@given(ANY_COSTS, ANY_GROUP)
def test_no_outcome_holds_a_float(costs: Costs, group: Group) -> None:
    found = list(everything_in(outcomes(costs, group)))
    assert sum(isinstance(one, Decimal) for one in found) > 100
    assert not [one for one in found if isinstance(one, float)]


def test_the_code_names_no_float() -> None:
    files = sorted(Path(pitchkit.costs.__file__).parent.glob("*.py"))
    assert len(files) > 8
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.Name) and node.id in ("float", "round")), f"{file.name}:{node.lineno}"
            assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), f"{file.name}:{node.lineno}"


def test_half_a_cent_goes_up() -> None:
    assert compare(costs_of({"hour.tariff": "1.005"}), group_of()).hour.result == Decimal("1.01")
