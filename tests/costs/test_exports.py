"""The outcomes for other programs: nothing is lost, nothing is rounded again, and no text runs as a formula."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings

from pitchkit.costs.exports import COLUMNS, to_csv, to_json
from pitchkit.costs.inputs import Costs
from pitchkit.costs.outcomes import outcomes
from pitchkit.costs.sections import sections
from pitchkit.profile import Group
from tests.costs.figures import ANY_COSTS, ANY_GROUP, costs_of, data_of, group_of

WORDS = {"hour.tariff": "tarief", "fixed": "=vast", "hours.freed.extra": "extra"}


def json_of(changes: dict[str, object] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(outcomes(costs_of(changes), group_of()), WORDS))
    return found


def rows_of(changes: dict[str, object] | None = None) -> list[dict[str, str]]:
    data = to_csv(outcomes(costs_of(changes), group_of()), WORDS).decode()
    return list(csv.DictReader(io.StringIO(data)))


def test_json_says_every_outcome_with_its_steps() -> None:
    found = json_of({"hours_not_bought": "yes", "hours_per_year": "600"})

    assert found["group_completer"]["amount"] == "679.75"
    assert found["break_even_completer"]["participants"] == 6
    assert found["hours_freed"]["amount"] == "61.0"
    assert found["saving"]["amount"] == "4402.00"
    assert found["waiting_list"]["amount"] == "50"
    assert found["fixed"]["derivation"][0]["key"] == "hour.tariff"
    assert found["inputs"][0] == {
        "key": "costs.hour.tariff",
        "label": "input.hour.tariff",
        "value": "82.00",
        "unit": "euro-per-hour",
        "year": 2026,
        "source": "eigen administratie (fictief)",
    }
    assert (len(found["sensitivity"]), len(found["scenarios"])) == (12 * 6, 3)


def test_json_says_what_is_not_there_and_why_the_argument_is_left_out() -> None:
    found = json_of({"individual.hours": "1"})

    assert (found["saving"], found["waiting_list"], found["break_even_completer"]["participants"]) == (None, None, None)
    assert (found["may_argue"], found["reasons"]) == (False, ["dearer", "no-hours-freed"])
    assert (found["hours_freed"]["label"], found["hours_freed"]["amount"]) == ("extra", "-49.0")


def test_csv_has_a_row_for_each_line_with_the_years_and_sources_it_rests_on() -> None:
    rows = rows_of()

    assert tuple(rows[0]) == COLUMNS
    assert rows[0] == {
        "key": "hour.tariff",
        "label": "tarief",
        "amount": "82.00",
        "unit": "euro-per-hour",
        "formula": "82.00",
        "years": "2026",
        "sources": "eigen administratie (fictief)",
    }
    assert [row["amount"] for row in rows if row["key"] == "break_even.completer"] == ["6"]


def test_csv_has_an_empty_amount_where_there_is_no_break_even() -> None:
    assert [
        row["amount"]
        for row in rows_of({"individual.hours": "1"})
        if row["key"].startswith("break_even.") and "room" not in row["key"]
    ] == ["", ""]


def test_no_text_in_a_csv_file_runs_as_a_formula() -> None:
    data = data_of()
    data["hour"]["tariff"]["source"] = "=1+1"
    rows = list(csv.DictReader(io.StringIO(to_csv(outcomes(Costs.model_validate(data), group_of()), WORDS).decode())))

    assert rows[0]["sources"] == "'=1+1"
    assert next(row["label"] for row in rows if row["key"] == "fixed") == "'=vast"


@settings(max_examples=40, deadline=None)
@given(ANY_COSTS, ANY_GROUP)
def test_every_line_comes_out_as_exactly_as_it_went_in(costs: Costs, group: Group) -> None:
    found = outcomes(costs, group)
    rows = {row["key"]: row for row in csv.DictReader(io.StringIO(to_csv(found, {}).decode()))}
    lines = [line for section in sections(found) for line in section.lines]

    assert len({line.key for line in lines}) == len(lines)
    assert {line.key: line.result for line in lines} == {line.key: Decimal(rows[line.key]["amount"]) for line in lines}
    assert json.loads(to_json(found, {}))["hour"]["amount"] == str(found.comparison.hour.result)
