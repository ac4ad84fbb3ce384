"""Everything that the cost model says has words: in English for the terminal, in Dutch for documents."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from pitchkit import loading
from pitchkit.costs.derivation import KEYS, Given, Rounding, Unit, cents
from pitchkit.costs.formulas import operands
from pitchkit.costs.inputs import Hour, Relation, ScenarioName
from pitchkit.costs.labels import TEXTS, input_key, terminal_words, word_of
from pitchkit.costs.outcomes import Reason, outcomes
from pitchkit.costs.sections import HEADINGS, given_figures, sections
from pitchkit.project import shipped
from tests.costs.figures import ELEMENTS, costs_of, group_of
from tests.factories import load_library, make_library


def dutch() -> dict[str, str]:
    return loading.load(shipped("arguments"), shipped("arguments"), str).settings.cost_words


def test_every_line_unit_reason_and_heading_has_words() -> None:
    wanted = {*KEYS, *(f"heading.{name}" for name in HEADINGS)}
    for prefix, names in (
        ("unit", Unit),
        ("rounding", Rounding),
        ("reason", Reason),
        ("relation", Relation),
        ("scenario", ScenarioName),
    ):
        wanted |= {f"{prefix}.{name}" for name in get_args(names)}

    assert len(wanted) > 60
    assert wanted - set(TEXTS) == set()


def test_every_figure_that_a_profile_may_give_has_words() -> None:
    more = {"hour.risk": "0.02", "hours_per_year": "100", "scenarios.low.participants": None}
    data = costs_of({**ELEMENTS, **{key: value for key, value in more.items() if value}})
    found = {input_key(one) for one in given_figures(outcomes(data, group_of()))}
    found |= {f"input.hour.{name}" for name in Hour.model_fields}

    assert len(found) > 20
    assert found - set(TEXTS) == set()


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("costs.hour.tariff", "input.hour.tariff"),
        ("groups.rouw.participants.min", "input.group.participants.min"),
        ("costs.group.participants.min", "input.group.participants.min"),
        ("costs.scenarios.low.completion", "input.scenario.completion"),
        ("sensitivity.completion", "input.sensitivity.completion"),
    ],
)
def test_a_figure_has_one_word_wherever_it_stands(key: str, wanted: str) -> None:
    found = input_key(Given(key, cents(costs_of().group.intake.value), "euro"))
    assert found == wanted
    assert found in TEXTS


def test_the_library_has_a_dutch_word_for_each_and_no_others() -> None:
    assert {key for key in dutch() if not key.startswith(("chart.", "count."))} == set(
        TEXTS
    )  # the terminal has plurals of its own


def test_saving_is_only_said_of_hours_that_are_not_bought() -> None:
    assert [key for key, text in dutch().items() if "besparing" in text.lower()] == ["saving", "heading.saving"]
    assert [key for key, text in TEXTS.items() if "saving" in text.lower()] == ["saving", "heading.saving"]


def test_a_library_of_ones_own_can_call_something_otherwise(tmp_path: Path) -> None:
    folder = make_library(tmp_path, {"library.yaml": "extends: pitchkit\ncost_words: {hour: uurprijs}\n"})
    words = load_library(folder).settings.cost_words

    assert words["hour"] == "uurprijs"
    assert words["fixed"] == dutch()["fixed"]


def test_what_a_library_has_no_word_for_is_called_by_its_key() -> None:
    assert word_of({}, "hour") == "hour"
    assert terminal_words()["hour"] == "cost of an hour"


def test_every_number_in_a_formula_is_known_for_what_it_is() -> None:
    # All amounts alike, so that none can be told from another by its size.
    alike = dict.fromkeys(("preparation", "coordination", "intake", "evaluation", "room_and_material"), "2")
    figures = {**{f"group.{name}": two for name, two in alike.items()}, "individual.hours": "20", "hours_per_year": "200"}
    found = outcomes(costs_of(figures), group_of({"sessions": "2", "participants": {"min": "2", "planned": "2", "max": "2"}}))
    lines = [line for section in sections(found) for line in section.lines]
    group_hours = next(line for line in lines if line.key == "hours.group")

    names = [getattr(one, "key", getattr(one, "name", one)) for one in operands(group_hours)]
    wanted = "sessions × hours × facilitators + preparation + coordination + participants × ( intake + evaluation )"
    assert [str(name).rpartition(".")[2] for name in names] == wanted.split()
    assert [line.key for line in lines if any(not isinstance(one, str) and one == 2 for one in operands(line))] == []
