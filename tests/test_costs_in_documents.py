"""What the cost model does to documents: its place in a pitch, its own document, its charts, and the arguments it bears out."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from pitchkit import outline, pipeline, project
from pitchkit.composition import Composition
from pitchkit.diagnostics import ContentError
from pitchkit.document import Chart
from tests.factories import make_request

EXAMPLE = Path(__file__).parents[1] / "examples" / "voorbeeldstad" / "pitchkit.yaml"
COST_ARGUMENT = "meer-mensen-zelfde-uren"


def made(folder: Path, *changes: tuple[str, str], audience: str = "gemeente", document: str = "pitch") -> Composition:
    """Return a document of the example after some changes to its profile, each of which changes something."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    (folder / "pitchkit.yaml").write_text(text, encoding="utf-8")
    kit = pipeline.open_kit(project.find(folder))
    return pipeline.compose(kit, make_request(audience=audience, documents=(document,)))[0]


def said(composition: Composition) -> str:
    return "\n".join(outline.block_texts(composition.document.blocks))


def charts(composition: Composition) -> dict[str, Chart]:
    return {block.name: block for block in composition.document.blocks if isinstance(block, Chart)}


def reason(composition: Composition, entry: str = COST_ARGUMENT) -> tuple[str, str]:
    decision = next(one for one in composition.selection.decisions if one.entry.id == entry)
    return decision.reason, decision.detail


DEARER = ("hours: {value: 12, year: 2026", "hours: {value: 4, year: 2026")


def test_figures_that_bear_it_out_let_the_cost_argument_in(tmp_path: Path) -> None:
    pitch = made(tmp_path)
    assert reason(pitch) == ("chosen", "kosten")
    assert "Vanaf 6 deelnemers kost de groep per persoon die het afmaakt niet meer dan individuele hulp." in said(pitch)
    assert "34 vrijgemaakte uren" in said(pitch)


def test_a_dearer_group_is_called_dearer_and_the_cost_argument_stays_out(tmp_path: Path) -> None:
    pitch = made(tmp_path, DEARER)
    assert reason(pitch) == ("costs", "dearer, no-hours-freed")
    assert "Bij deze cijfers is de groep duurder dan individuele hulp." in said(pitch)
    assert "Om niet duurder te zijn, heeft de groep 26 deelnemers nodig. Er is plaats voor 10." in said(pitch)


def test_a_group_that_is_dearer_as_planned_says_from_how_many_it_is_not(tmp_path: Path) -> None:
    words = said(made(tmp_path, ("hours: {value: 12, year: 2026", "hours: {value: 8.5, year: 2026")))
    assert "Bij deze cijfers is de groep duurder dan individuele hulp." in words
    assert "Vanaf 9 deelnemers kost de groep per persoon die het afmaakt niet meer dan individuele hulp." in words


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        pytest.param("precedes", "De groep gaat aan individuele hulp vooraf en vervangt die niet.", id="before individual help"),
        pytest.param("on_top", "De groep komt boven op individuele hulp en vervangt die niet.", id="on top of individual help"),
    ],
)
def test_a_group_that_replaces_nothing_frees_no_hours(tmp_path: Path, relation: str, sentence: str) -> None:
    pitch = made(tmp_path, ("relation: replaces", f"relation: {relation}"))
    assert reason(pitch) == ("costs", relation)
    assert f"{sentence} De kosten van de groep komen erbij, en er komen geen uren vrij." in said(pitch)
    assert "vrijgemaakte uren." not in said(pitch)
    document = made(tmp_path, ("relation: replaces", f"relation: {relation}"), document="kostenvergelijking")
    assert "dus dat bedrag komt bij de kosten daarvan" in said(document)
    assert "vrijgemaakte-uren" not in charts(document)
    assert "Vrijgemaakte uren" not in said(document)


def test_a_saving_is_named_only_where_the_hours_are_really_not_bought(tmp_path: Path) -> None:
    assert "esparing" not in said(made(tmp_path, document="kostenvergelijking"))
    bought_less = made(tmp_path, ("hours_not_bought: no", "hours_not_bought: yes"), document="kostenvergelijking")
    assert "De besparing is €\u00a02.188." in said(bought_less)


def test_costs_that_are_omitted_leave_no_trace_in_a_pitch(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    before, _, _ = text.partition("\ncosts:\n")
    pitch = made(tmp_path, (text, f"{before}\ncosts: omit\n"))
    assert "Kosten naast individuele hulp" not in said(pitch)
    assert charts(pitch) == {}
    assert reason(pitch) == ("waits", "costs.comparison")


def test_the_line_of_the_group_is_marked_where_it_crosses_that_of_individual_help(tmp_path: Path) -> None:
    chart = charts(made(tmp_path))["kosten-per-deelnemer"]
    group, individual = chart.series
    assert group.mark is not None
    assert chart.categories[group.mark] == "6"
    assert group.values[group.mark] <= individual.values[group.mark]  # type: ignore[operator]
    assert group.values[group.mark - 1] > individual.values[group.mark - 1]  # type: ignore[operator]
    assert "Vanaf 6 deelnemers ligt de lijn van de groep niet meer boven die van individuele hulp." in chart.alt


def test_hours_freed_have_a_chart_of_their_own(tmp_path: Path) -> None:
    document = made(tmp_path, audience="manager", document="kostenvergelijking")
    chart = charts(document)["vrijgemaakte-uren"]
    assert (chart.unit, chart.kind) == ("hours", "bars")
    assert chart.series[0].values[chart.categories.index("8")] == 34


def test_hours_that_a_group_takes_on_top_are_called_extra_and_never_written_with_a_hyphen(tmp_path: Path) -> None:
    document = made(tmp_path, DEARER, document="kostenvergelijking")
    chart, words = charts(document)["vrijgemaakte-uren"], said(document)
    assert (chart.y_title, chart.series[0].values[0]) == ("extra uren", Decimal("42.5"))
    assert chart.alt.endswith(
        "Bij 3 deelnemers vraagt de groep 42,5 uren extra. Bij 10 deelnemers vraagt de groep 25 uren extra."
    )
    assert "De groep vraagt 30 uren meer dan individuele hulp. Er komen geen uren vrij." in words
    assert "vrijgemaakte uren: geen, de groep vraagt meer uren" in words
    assert "−30\u00a0uur" in words
    assert "zijn dat er 152: 148 minder." in words
    assert re.search(r"(?<![\w/])-\d", words + chart.alt) is None


def test_hours_that_only_larger_groups_free_are_so_named_along_the_axis(tmp_path: Path) -> None:
    chart = charts(made(tmp_path, document="kostenvergelijking"))["vrijgemaakte-uren"]
    assert chart.y_title == "vrijgemaakte uren (onder nul: extra uren)"
    assert chart.series[0].values[0] == Decimal("-18.5")
    assert (
        chart.alt
        == "Staafgrafiek. Bij 3 deelnemers vraagt de groep 18,5 uren extra. Bij 10 deelnemers maakt de groep 55 uren vrij."
    )


def test_one_of_something_is_not_called_many(tmp_path: Path) -> None:
    one = (
        "{min: 6, planned: 8, max: 10}\n    facilitators: 2\n    start: 2027-03-10",
        "{min: 1, planned: 1, max: 1}\n    facilitators: 1\n    start: 2027-03-10",
    )
    words = said(made(tmp_path, one, ("hours: {value: 12", "hours: {value: 37.5"), document="kostenvergelijking"))
    for sentence in ("met 1 deelnemer.", "Uren voor 1 persoon", "Dat geeft 1 vrijgemaakt uur.", "De groep maakt 1 uur vrij."):
        assert sentence in words
    for value in ("1\u00a0begeleider", "1\u00a0persoon", "1\u00a0uur"):
        assert value in words.splitlines()
    assert re.search(r"(?<![\d.,])1[ \u00a0](uren|mensen|deelnemers|personen|begeleiders|groepen)", words) is None


def test_the_numbers_of_a_chart_stand_in_a_table_beside_it(tmp_path: Path) -> None:
    document = made(tmp_path, document="kostenvergelijking")
    lines = said(document).splitlines()
    assert "Kosten per persoon die het afmaakt, bij 6 deelnemers" in lines
    for name in ("kosten-per-deelnemer", "vrijgemaakte-uren"):
        assert set(charts(document)[name].categories) <= set(lines)
    assert "geen, 18,5 extra" in lines


def test_a_pitch_names_the_sources_of_its_cost_figures_with_their_years(tmp_path: Path) -> None:
    words = said(made(tmp_path))
    assert "De cijfers komen uit: kostprijsberekening Stichting Samenloop (fictief), 2026; " in words
    assert "begroting 2027 (fictief), 2026, 2027; " in words


def test_figures_of_a_scenario_stand_in_the_table_of_figures_with_their_source(tmp_path: Path) -> None:
    own = "hours_per_year:", "scenarios:\n    low: {completion: {value: 0.7, year: 2025, source: pessimist}}\n  hours_per_year:"
    lines = said(made(tmp_path, own, document="kostenvergelijking")).splitlines()
    at = lines.index("deel van de starters dat het afmaakt in het scenario (laag)")
    assert lines[at + 1 : at + 4] == ["70%", "2025", "pessimist"]
    assert lines[lines.index("grootste aantal deelnemers") + 1] == "10\u00a0mensen"


def test_cents_in_a_formula_stay_cents(tmp_path: Path) -> None:
    words = said(made(tmp_path, ("tariff: {value: 82.00", "tariff: {value: 82.50"), document="kostenvergelijking"))
    assert "6 × 2,5 × 2 × 82,50" in words


def test_every_figure_of_the_comparison_has_its_year_and_source(tmp_path: Path) -> None:
    words = said(made(tmp_path, audience="manager", document="kostenvergelijking"))
    for source in ("kostprijsberekening Stichting Samenloop (fictief)", "urenregistratie (fictief)", "begroting 2027 (fictief)"):
        assert source in words
    assert "4.700 × 0,85 / (984 × 0,8 − 123 × 0,85)" in words
    assert "input." not in words


def test_a_chart_that_there_is_not_is_named_and_not_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "pitch"
    folder.mkdir(parents=True)
    (folder / "gemeente.md.j2").write_text(
        "---\ntitle: Proef\naudiences: [gemeente]\n---\n::: figure chart:kosten-per-deelnmer\nalt: niets\n\nNiets.\n:::\n",
        encoding="utf-8",
    )
    with pytest.raises(ContentError) as caught:
        made(tmp_path)
    assert [(one.code, dict(one.values)["suggestion"]) for one in caught.value.diagnostics] == [
        ("chart-unknown", "kosten-per-deelnemer")
    ]
