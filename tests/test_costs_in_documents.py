"""What the cost model does to documents: its place in a pitch, its own document, its charts, and the arguments it bears out."""

from __future__ import annotations

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
    assert sentence in said(pitch)
    assert "vrijgemaakte uren." not in said(pitch)


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
    assert "De lijnen kruisen elkaar bij 6 deelnemers." in chart.alt


def test_hours_freed_have_a_chart_of_their_own(tmp_path: Path) -> None:
    document = made(tmp_path, audience="manager", document="kostenvergelijking")
    chart = charts(document)["vrijgemaakte-uren"]
    assert (chart.unit, chart.kind) == ("hours", "bars")
    assert chart.series[0].values[chart.categories.index("8")] == 34


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
