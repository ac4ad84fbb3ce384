"""Cost figures that cannot be: each is told at its own field, and what spans fields at the field to mend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from pitchkit import yamlsource
from pitchkit.costs.checks import Finding, has_errors, problems
from pitchkit.costs.inputs import Costs, CostsOrOmit
from pitchkit.costs.outcomes import outcomes
from pitchkit.model import Frozen
from pitchkit.profile import Group
from pitchkit.validation import validate
from tests.costs.figures import ANY_COSTS, ANY_GROUP, ELEMENTS, costs_of, data_of, group_of


class Profile(Frozen):
    costs: CostsOrOmit = None


def refusals(data: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        Profile.model_validate({"costs": data})
    return [f"{'.'.join(str(step) for step in one['loc'])}: {one['type']}" for one in caught.value.errors()]


def test_the_worked_example_is_read() -> None:
    costs = costs_of()
    assert costs.relation == "replaces"
    assert not costs.hours_not_bought
    assert costs.hours_per_year is None
    assert problems(costs, (group_of(),)) == ()


@pytest.mark.parametrize("said", [None, "omit"])
def test_costs_may_be_left_out(said: str | None) -> None:
    assert Profile.model_validate({"costs": said}).costs == said


@pytest.mark.parametrize(("typed", "is_not_bought"), [("yes", True), ("no", False)])
def test_whether_hours_are_not_bought_is_a_yes_or_a_no(typed: str, *, is_not_bought: bool) -> None:
    assert costs_of({"hours_not_bought": typed}).hours_not_bought is is_not_bought


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("hour.tariff", "0", "greater_than_equal"),
        ("hour.tariff", "-82", "greater_than_equal"),
        ("hour.tariff", "1000.01", "less_than_equal"),
        ("hour.tariff", "82,00", "decimal_parsing"),
        ("hour.tariff", "NaN", "finite_number"),
        ("hour.tariff", "Infinity", "finite_number"),
        ("hour.professional", "0", "greater_than_equal"),
        ("hour.professional", "1001", "less_than_equal"),
        ("hour.overhead", "2.01", "share_range"),
        ("hour.overhead", "30", "share_range"),
        ("hour.overhead", "-0.1", "greater_than_equal"),
        ("hour.non_productive", "1", "share_range"),
        ("hour.non_productive", "35", "share_range"),
        ("hour.non_productive", "-0.01", "greater_than_equal"),
        ("hour.indexation", "4", "share_range"),
        ("hour.risk", "2", "share_range"),
        ("hour.travel_and_training", "-1", "greater_than_equal"),
        ("hour.municipal_obligations", "1001", "less_than_equal"),
        ("group.preparation", "-1", "greater_than_equal"),
        ("group.coordination", "1001", "less_than_equal"),
        ("group.intake", "-0.5", "greater_than_equal"),
        ("group.evaluation", "veel", "decimal_parsing"),
        ("group.room_and_material", "100000.01", "less_than_equal"),
        ("group.completion", "0", "greater_than"),
        ("group.completion", "-0.1", "greater_than"),
        ("group.completion", "1.01", "share_range"),
        ("group.completion", "80", "share_range"),
        ("individual.hours", "0", "greater_than_equal"),
        ("individual.hours", "1001", "less_than_equal"),
        ("individual.completion", "85", "share_range"),
        ("hours_per_year", "0", "greater_than_equal"),
        ("scenarios.low.completion", "0", "greater_than"),
    ],
)
def test_a_figure_out_of_range_is_refused_at_its_value(path: str, value: str, kind: str) -> None:
    assert refusals(data_of({path: value})) == [f"costs.{path}.value: {kind}"]


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("group.sessions", "0", "greater_than_equal"),
        ("group.sessions", "201", "less_than_equal"),
        ("group.sessions", "2.5", "int_parsing"),
        ("group.hours", "0.2", "greater_than_equal"),
        ("group.hours", "24.5", "less_than_equal"),
        ("group.facilitators", "21", "less_than_equal"),
        ("group.participants.min", "0", "greater_than_equal"),
        ("group.participants.max", "101", "less_than_equal"),
        ("scenarios.high.participants", "0", "greater_than_equal"),
        ("scenarios.high.participants", "101", "less_than_equal"),
        ("group.id", "Rouw groep", "string_pattern_mismatch"),
        ("relation", "instead", "literal_error"),
        ("hours_not_bought", "misschien", "bool_parsing"),
    ],
)
def test_a_number_or_a_choice_out_of_range_is_refused_at_its_field(path: str, value: str, kind: str) -> None:
    assert refusals(data_of({path: value})) == [f"costs.{path}: {kind}"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("hour.tariff", "1"),
        ("hour.tariff", "1000"),
        ("hour.overhead", "2"),
        ("hour.non_productive", "0.99"),
        ("hour.non_productive", "0"),
        ("group.completion", "1"),
        ("group.completion", "0.01"),
        ("group.participants.max", "100"),
        ("group.sessions", "200"),
        ("group.room_and_material", "0"),
    ],
)
def test_what_lies_on_the_edge_is_taken(path: str, value: str) -> None:
    assert costs_of({path: value})


@pytest.mark.parametrize(
    "path",
    [
        "relation",
        "group.id",
        "group.preparation",
        "group.coordination",
        "group.intake",
        "group.evaluation",
        "group.room_and_material",
        "group.completion",
        "individual.hours",
        "individual.completion",
    ],
)
def test_a_field_that_is_missing_is_named(path: str) -> None:
    assert refusals(data_of({path: None})) == [f"costs.{path}: missing"]


@pytest.mark.parametrize("part", ["value", "year", "source"])
def test_a_figure_without_its_year_or_source_is_refused(part: str) -> None:
    data = data_of()
    del data["hour"]["tariff"][part]
    assert refusals(data) == [f"costs.hour.tariff.{part}: missing"]


def test_a_text_that_is_not_omit_is_not_one_of_the_choices() -> None:
    assert refusals("weglaten") == ["costs: literal_error"]
    assert refusals(["omit"]) == ["costs: model_type"]
    assert refusals({}) == [f"costs.{name}: missing" for name in ("hour", "group", "individual", "relation")]


def test_a_mistake_in_a_file_is_told_at_its_line(tmp_path: Path) -> None:
    lines = ["costs:", "  hour:", "    tariff: {value: 0, year: 2026, source: a}", "  relatie: replaces", "  relation: instead"]
    path = tmp_path / "pitchkit.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    file = yamlsource.read(path, "pitchkit.yaml")
    _, found = validate(file, file.data, Profile)
    assert [
        (str(one.location), one.code, dict(one.values).get("field")) for one in sorted(found, key=lambda one: one.sort_key)
    ] == [
        ("pitchkit.yaml:2:3", "field-missing", "costs.group"),
        ("pitchkit.yaml:2:3", "field-missing", "costs.individual"),
        ("pitchkit.yaml:3:21", "field-too-small", "costs.hour.tariff.value"),
        ("pitchkit.yaml:4:3", "field-unknown", "costs.relatie"),
        ("pitchkit.yaml:5:13", "field-choice", "costs.relation"),
    ]
    assert dict(next(one for one in found if one.code == "field-unknown").values)["suggestion"] == "relation"
    choices = dict(next(one for one in found if one.code == "field-choice").values)["choices"]
    assert choices == "replaces, precedes, on_top"


# --- what spans fields -------------------------------------------------------------------------------------------


def told(costs: Costs, *groups: Group) -> list[str]:
    """Return findings as `place: code (values)`, a warning with its name before the code."""
    return [said(one) for one in problems(costs, groups)]


def said(found: Finding) -> str:
    place = ".".join(str(step) for step in found.steps)
    values = ", ".join(f"{name} {value}" for name, value in found.values)
    severity = "" if found.severity == "error" else f"{found.severity} "
    return f"{place}: {severity}{found.code}" + (f" ({values})" if values else "")


FALLING = "cost-scenario-order"
ABSURD = {**ELEMENTS, "hour.professional": "900", "hour.non_productive": "0.5"}


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        pytest.param({**ELEMENTS, "hour.tariff": "82"}, ["costs.hour.tariff: cost-hour-twice"], id="a tariff and the elements"),
        pytest.param(
            {"hour.tariff": "82", "hour.overhead": "0.3"}, ["costs.hour.tariff: cost-hour-twice"], id="a tariff and an element"
        ),
        pytest.param(
            {"hour.tariff": "82", "hour.risk": "0.02"}, ["costs.hour.tariff: cost-hour-twice"], id="a tariff and a risk margin"
        ),
        pytest.param({"hour.tariff": None}, ["costs.hour: cost-hour-missing"], id="neither"),
        pytest.param({"hour.risk": "0.02"}, ["costs.hour: cost-hour-missing"], id="a risk margin over nothing"),
        pytest.param(
            {**ELEMENTS, "hour.overhead": None, "hour.indexation": None},
            [
                "costs.hour.overhead: field-missing (field costs.hour.overhead)",
                "costs.hour.indexation: field-missing (field costs.hour.indexation)",
            ],
            id="some of the elements",
        ),
        # 900 / 0.5 x 1.25 = 2250, + 3.50 = 2253.50, x 1.04
        pytest.param(
            ABSURD, ["costs.hour: cost-hour-too-high (amount 2343.64, limit 1000)"], id="elements that add up to too much"
        ),
        pytest.param(
            {"group.id": "rouwen"},
            ["costs.group.id: group-unknown (word rouwen, choices rouw, suggestion rouw)"],
            id="a group that the profile does not have",
        ),
        pytest.param(
            {"group.participants": {"max": "9"}},
            ["costs.group.participants: group-size (id rouw)"],
            id="a largest size below the planned one of the group",
        ),
        pytest.param(
            {"group.participants": {"max": "13"}},
            ["costs.group.participants.max: warning cost-group-large (id rouw, value 13, limit 12, source cebud-groepswerking)"],
            id="more than twelve, by the costs",
        ),
        pytest.param(
            {"relation": "precedes", "hours_not_bought": "yes"},
            ["costs.hours_not_bought: warning cost-saving-without-replacing (relation precedes)"],
            id="hours not bought that are not freed",
        ),
        pytest.param({"relation": "replaces", "hours_not_bought": "yes"}, [], id="hours not bought that are freed"),
        pytest.param(
            {"scenarios.high.participants": "13"},
            ["costs.scenarios.high.participants: cost-scenario-too-large (value 13, limit 12, id rouw)"],
            id="a scenario past the largest size",
        ),
        pytest.param(
            {"scenarios.low.participants": "11"},
            [f"costs.scenarios.low.participants: {FALLING} (field participants, name low, value 11, other expected, higher 10)"],
            id="a low scenario with more people than the expected one",
        ),
        pytest.param(
            {"scenarios.high.completion": "0.7"},
            [f"costs.scenarios.high.completion: {FALLING} (field completion, name expected, value 0.80, other high, higher 0.7)"],
            id="a high scenario in which fewer complete",
        ),
    ],
)
def test_figures_that_do_not_fit_together_are_told(costs: dict[str, object], expected: list[str]) -> None:
    assert told(costs_of(costs), group_of()) == expected


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param(
            {"sessions": None}, ["groups.1.sessions: cost-group-figure-missing (id rouw, field sessions)"], id="no sessions"
        ),
        pytest.param({"hours": None}, ["groups.1.hours: cost-group-figure-missing (id rouw, field hours)"], id="no hours"),
        pytest.param(
            {"participants": {"planned": "8"}},
            [
                "groups.1.participants.min: cost-group-figure-missing (id rouw, field participants.min)",
                "groups.1.participants.max: cost-group-figure-missing (id rouw, field participants.max)",
            ],
            id="only the planned size",
        ),
        pytest.param(
            {"sessions": "201"},
            ["groups.1.sessions: field-too-large (field groups.sessions, value 201, limit 200)"],
            id="too many sessions",
        ),
        pytest.param(
            {"facilitators": "21"},
            ["groups.1.facilitators: field-too-large (field groups.facilitators, value 21, limit 20)"],
            id="too many facilitators",
        ),
        pytest.param(
            {"hours": "0.1"},
            ["groups.1.hours: field-too-small (field groups.hours, value 0.1, limit 0.25)"],
            id="too short a session",
        ),
        pytest.param(
            {"participants": {"min": "6", "planned": "10", "max": "101"}},
            ["groups.1.participants.max: field-too-large (field groups.participants.max, value 101, limit 100)"],
            id="too many people",
        ),
        pytest.param(
            {"participants": {"min": "6", "planned": "13", "max": "14"}},
            ["groups.1.participants.max: warning cost-group-large (id rouw, value 14, limit 12, source cebud-groepswerking)"],
            id="more than twelve",
        ),
        pytest.param({"participants": {"min": "12", "planned": "12", "max": "12"}}, [], id="exactly twelve"),
        pytest.param({"participants": {"min": "9", "planned": "8", "max": "7"}}, [], id="sizes that the profile itself refuses"),
    ],
)
def test_a_group_in_the_profile_that_cannot_be_computed_is_told_there(group: dict[str, object], expected: list[str]) -> None:
    assert told(costs_of(), group_of({"id": "ander"}), group_of(group)) == expected


def test_costs_may_fill_in_what_the_group_leaves_out() -> None:
    size = {"min": "4", "planned": "5", "max": "6"}
    filled = {"group.sessions": "4", "group.hours": "2", "group.facilitators": "1", "group.participants": size}
    assert told(costs_of(filled), Group(id="rouw", name="Rouw")) == []


def test_without_groups_there_is_nothing_to_compute() -> None:
    assert told(costs_of()) == ["costs.group.id: cost-group-none (word rouw)"]


def test_a_warning_does_not_stop_the_comparison() -> None:
    large = group_of({"participants": {"min": "6", "planned": "13", "max": "14"}})
    assert not has_errors(problems(costs_of(), (large,)))
    assert has_errors(problems(costs_of({"hour.tariff": None}), (large,)))


@given(ANY_COSTS, ANY_GROUP)
@settings(deadline=None)
def test_what_has_no_errors_can_be_computed(costs: Costs, group: Group) -> None:
    found: Any = problems(costs, (group,))
    if not has_errors(found):
        assert outcomes(costs, group).per_starter.result > 0
