"""How charts look in every format: round steps on the axis, labels that do not stand in the way, words and greys."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import charting
from pitchkit.charting import Scale
from pitchkit.document import Chart, Series
from tests.writers.charts import COSTS, HOURS


def line_of(*values: str | None) -> Chart:
    series = Series("Groep", tuple(None if value is None else Decimal(value) for value in values), None)
    return replace(COSTS, categories=tuple(map(str, range(len(values)))), series=(series,))


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [
        pytest.param(("1206", "680"), 0, 1400, 200, id="begins at zero"),
        pytest.param(("-12", "64.5", "1260"), -200, 1400, 200, id="goes below zero where the values do"),
        pytest.param(("-300", "-20"), -350, 0, 50, id="ends at zero"),
        pytest.param(("-19", "55"), -40, 60, 20, id="leaves room for a label between a bar and its name"),
        pytest.param(("0.4",), 0, 1, 1, id="steps are whole numbers"),
        pytest.param(("1000",), 0, 1200, 200, id="leaves room for a label"),
        pytest.param((None,), 0, 1, 1, id="no values"),
        pytest.param((), 0, 1, 1, id="no categories"),
        pytest.param(("0",), 0, 1, 1, id="only zero"),
        pytest.param(("7000000",), 0, 8000000, 1000000, id="large"),
    ],
)
def test_an_axis_has_round_steps(values: tuple[str | None, ...], low: int, high: int, step: int) -> None:
    assert charting.scale_of(line_of(*values)) == Scale(Decimal(low), Decimal(high), Decimal(step))


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), max_size=6))
def test_every_value_lies_on_the_axis_and_zero_is_a_step(values: list[Decimal]) -> None:
    scale = charting.scale_of(line_of(*map(str, values)))
    assert all(scale.low <= value <= scale.high for value in [*values, Decimal(0)])
    assert scale.low % scale.step == scale.high % scale.step == 0
    assert 1 <= (scale.high - scale.low) / scale.step <= 10


@pytest.mark.parametrize(
    ("mark", "values", "expected"),
    [(1, ("1", "2"), 1), (None, ("1",), None), (5, ("1",), None), (-1, ("1",), None), (0, (None,), None)],
    ids=["a point", "none", "beyond the end", "before the start", "a gap"],
)
def test_only_a_point_with_a_value_is_emphasised(mark: int | None, values: tuple[str | None, ...], expected: int | None) -> None:
    series = replace(line_of(*values).series[0], mark=mark)
    assert charting.marked_point(series) == expected


@pytest.mark.parametrize(
    ("others", "is_below"),
    [((), False), (("900",), True), (("1158",), True), (("1158", "820"), False), (("870", "700"), True), ((None,), False)],
    ids=[
        "alone",
        "a line right above",
        "a line far above and none below",
        "a line right below",
        "two lines, the upper nearer",
        "a gap",
    ],
)
def test_a_label_stands_where_no_other_line_is_near(others: tuple[str | None, ...], is_below: bool) -> None:  # noqa: FBT001
    around = tuple(Series("x", (None if other is None else Decimal(other),), None) for other in others)
    own = Series("Groep", (Decimal(855),), 0)
    chart = replace(COSTS, categories=("6",), series=(own, *around))
    assert charting.label_is_below(chart, own, 0) is is_below


def test_a_bar_has_its_label_above_it() -> None:
    high = replace(HOURS.series[0], values=(Decimal(1), Decimal(65), Decimal(1)))
    assert not charting.label_is_below(replace(HOURS, series=(HOURS.series[0], high)), HOURS.series[0], 1)


def test_few_bars_have_a_label_each_and_many_have_not() -> None:
    assert charting.labels_every_bar(HOURS)
    assert not charting.labels_every_bar(replace(HOURS, series=HOURS.series * 5))
    assert not charting.labels_every_bar(COSTS)


def test_the_euro_sign_stands_with_the_words_of_the_axis_once() -> None:
    assert charting.value_title(COSTS) == "Kosten per deelnemer (€)"
    assert charting.value_title(replace(COSTS, y_title="Prijs in €")) == "Prijs in €"
    assert charting.value_title(replace(COSTS, y_title="Euro per persoon")) == "Euro per persoon"
    assert charting.value_title(HOURS) == "Uren per jaar"


@pytest.mark.parametrize(("count", "step"), [(0, 1), (16, 1), (17, 2), (40, 3)])
def test_many_categories_share_a_label(count: int, step: int) -> None:
    assert charting.label_step(line_of(*["1"] * count)) == step


def test_neighbours_differ_in_more_than_colour() -> None:
    looks = [charting.look_of(number, "00693C") for number in range(3)]
    assert (looks[0].line, looks[0].dash, looks[0].has_markers) == ("00693C", "solid", True)
    assert len({(look.dash, look.has_markers) for look in looks}) == 3
    shades = [int(look.fill[2:4], 16) for look in looks]
    assert all(abs(one - other) > 50 for one, other in pairwise(shades))


def test_a_chart_has_a_value_or_a_gap_for_every_category() -> None:
    with pytest.raises(ValueError, match="'Kosten per deelnemer'"):
        replace(COSTS, categories=("4",))
