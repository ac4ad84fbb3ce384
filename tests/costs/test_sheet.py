"""The workbook: live formulas with their values, which LibreOffice calculates to the same."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pitchkit import loading, yamlsource
from pitchkit.costs import sheet
from pitchkit.costs.outcomes import Outcomes, outcomes
from pitchkit.project import shipped
from tests.costs import workbooks
from tests.costs.figures import ELEMENTS, costs_of, group_of
from tests.costs.workbooks import Sheet

DAY = datetime.date(2026, 11, 22)
ABOUT = sheet.About("Rouw & verlies", "Samen", DAY)
CASES: list[dict[str, Any]] = yamlsource.read(Path(__file__).parent / "cases.yaml", "cases.yaml").data  # type: ignore[assignment]
CHANGES: dict[str, dict[str, object]] = {
    "all six elements and a risk margin": {**ELEMENTS, "hour.risk": "0.02"},
    "a saving and a waiting list": {"hours_not_bought": "yes", "hours_per_year": "600"},
    "before individual help": {"relation": "precedes", "hours_per_year": "600"},
    "on top of individual help": {"relation": "on_top", "hours_per_year": "600"},
    "no break-even": {"individual.hours": "1"},
    "scenarios of its own": {
        "scenarios": {"low": {"participants": "3", "completion": {"value": "0.6", "year": "2026", "source": "x"}}}
    },
}


def words() -> dict[str, str]:
    return loading.load(shipped("arguments"), shipped("arguments"), str).settings.cost_words


def outcomes_of(changes: Mapping[str, object] | None = None, group: Mapping[str, object] | None = None) -> Outcomes:
    return outcomes(costs_of(changes), group_of(group))


def book_of(changes: Mapping[str, object] | None = None) -> bytes:
    return sheet.write(outcomes_of(changes), words(), ABOUT)


def differences(ours: Mapping[str, Sheet], theirs: Mapping[str, Sheet]) -> list[str]:
    found = []
    for name, cells in ours.items():
        for place, value in cells.items():
            other = theirs[name].get(place)
            is_same = isinstance(other, float) and abs(value - other) < 1e-7 if isinstance(value, float) else value == other
            if not is_same:
                found.append(f"{name}!{place}: {value} {other}")
    return found


def test_it_has_four_sheets_in_dutch() -> None:
    assert list(workbooks.values_in(book_of())) == ["Invoer", "Berekening", "Gevoeligheid", "Scenario’s"]


def test_the_values_kept_with_the_formulas_are_ours() -> None:
    found = outcomes_of()
    values = workbooks.values_in(book_of())
    by_label = {
        values["Berekening"][f"A{row}"]: values["Berekening"].get(f"B{row}")
        for row in range(2, 40)
        if f"A{row}" in values["Berekening"]
    }

    assert by_label[words()["fixed"]] == 4208
    assert by_label[words()["group.completer"]] == 679.75
    assert by_label[words()["break_even.completer"]] == 6
    assert values["Gevoeligheid"]["E12"] == float(found.sensitivity.rows[9][3].per_completer.result) == 679.75
    assert values["Scenario’s"]["C6"] == 679.75


def test_every_input_stands_there_with_its_unit_year_and_source() -> None:
    cells = workbooks.values_in(book_of())["Invoer"]

    assert [cells[f"{column}2"] for column in "ABCDEF"] == [
        "tarief per uur",
        82,
        "euro per uur",
        2026,
        "eigen administratie (fictief)",
        "costs.hour.tariff",
    ]
    assert (cells["E3"], cells["F3"], "D3" in cells) == ("het profiel", "groups.rouw.sessions", False)


def test_every_outcome_is_a_formula() -> None:
    data = book_of(CHANGES["a saving and a waiting list"])
    cells, formulas = workbooks.values_in(data)["Berekening"], workbooks.formulas_in(data, 2)

    results = [place for place in cells if place.startswith("B") and place != "B1"]
    assert len(results) > 25
    assert [place for place in results if place not in formulas] == []
    assert [one for one in formulas.values() if not re.search(r"\$B\$", one)] == []


def test_what_may_be_below_zero_is_called_so_whatever_is_typed_in_and_has_a_minus_sign() -> None:
    few, many = (workbooks.values_in(book_of(changes)) for changes in ({"individual.hours": "4"}, {}))
    for name in ("Berekening", "Scenario’s"):
        labels = [[text for place, text in book[name].items() if place.startswith("A")] for book in (few, many)]
        assert labels[0] == labels[1]
        assert "vrijgemaakte uren (onder nul: extra uren)" in labels[0]
    assert '#,##0.00;"−"#,##0.00' in html.unescape(workbooks.parts_of(book_of())["xl/styles.xml"].decode())


def test_the_header_stays_in_view_and_a_page_is_a_sheet_across() -> None:
    parts = workbooks.parts_of(book_of())
    for number in range(1, 5):
        text = parts[f"xl/worksheets/sheet{number}.xml"].decode()
        assert 'state="frozen"' in text
        assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in text
        assert "Rouw &amp;&amp; verlies, 2026-11-22" in text


def test_the_same_outcomes_give_the_same_bytes_and_it_knows_whether_it_was_edited() -> None:
    data = book_of()

    assert data == book_of()
    assert sheet.is_untouched(data)
    assert not sheet.is_untouched(workbooks.poisoned(data))
    assert b"2026-11-22T00:00:00Z" in workbooks.parts_of(data)["docProps/core.xml"]


def test_a_text_of_the_profile_never_becomes_a_formula() -> None:
    source = {"value": "82", "year": "2026", "source": '=HYPERLINK("http://x")'}
    data = sheet.write(
        outcomes(costs_of().model_copy(update={"hour": type(costs_of().hour).model_validate({"tariff": source})}), group_of()),
        words(),
        ABOUT,
    )

    assert workbooks.formulas_in(data, 1) == {}
    assert workbooks.values_in(data)["Invoer"]["E2"] == '=HYPERLINK("http://x")'


def test_words_that_no_sheet_can_have_as_a_name_do_no_harm() -> None:
    odd = {**words(), "heading.inputs": "In/voer: 'alles'", "heading.calculation": "x" * 40, "word.none": 'er is "geen"'}
    assert list(workbooks.values_in(sheet.write(outcomes_of(CHANGES["no break-even"]), odd, ABOUT)))[:2] == [
        "In voer  'alles",
        "x" * 31,
    ]


def test_libreoffice_calculates_every_cell_to_the_same(soffice: str, tmp_path: Path) -> None:
    books = {name: book_of(changes) for name, changes in CHANGES.items()}
    books |= {case["id"]: sheet.write(outcomes_of(case.get("costs"), case.get("group")), words(), ABOUT) for case in CASES}
    odd = {**words(), "heading.inputs": "In/voer: 'alles'", "word.none": 'er is "geen"'}
    books["odd words"] = sheet.write(outcomes_of(CHANGES["no break-even"]), odd, ABOUT)

    theirs = workbooks.recalculated(soffice, books, tmp_path)

    assert len(theirs) > 20
    assert [found for name, data in books.items() for found in differences(workbooks.values_in(data), theirs[name])] == []


def test_other_figures_typed_in_give_what_the_model_gives(soffice: str, tmp_path: Path) -> None:
    other = {
        "hour.tariff": "91.37",
        "group.preparation": "7.5",
        "group.coordination": "3",
        "group.intake": "2",
        "group.evaluation": "0.75",
        "group.room_and_material": "345.67",
        "group.completion": "0.65",
        "individual.hours": "9.5",
        "individual.completion": "0.9",
        "hours_per_year": "777",
    }
    before = book_of({"hours_per_year": "600", "group.completion": "0.65"})
    after = book_of(other)

    theirs = workbooks.recalculated(soffice, {"typed over": workbooks.with_inputs_of(before, after)}, tmp_path)["typed over"]

    assert workbooks.values_in(before) != workbooks.values_in(after)
    assert differences(workbooks.values_in(after), theirs) == []


def test_more_people_than_fit_in_one_group_get_a_second_one(soffice: str, tmp_path: Path) -> None:
    data, found = book_of(), outcomes_of()
    (label,) = [
        place
        for place, value in workbooks.values_in(data)["Invoer"].items()
        if value == words()["input.group.participants.planned"]
    ]
    (total,) = [place for place, value in workbooks.values_in(data)["Berekening"].items() if value == words()["group.total"]]

    theirs = workbooks.recalculated(soffice, {"twenty": workbooks.typed(data, label.replace("A", "B"), 20)}, tmp_path)["twenty"]

    assert theirs["Berekening"][total.replace("A", "B")] == float(found.comparison.total(20).result) == 2 * 4208 + 20 * 123
