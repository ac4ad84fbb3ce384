"""The SVG of a chart: the same bytes everywhere, words that stay words, and a text for who cannot see it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from pitchkit.document import Chart, Series, Text
from pitchkit.drawing import draw
from pitchkit.outline import plain_text
from tests.writers.charts import COSTS, EXAMPLES, HOURS, LONELY

SVG = "{http://www.w3.org/2000/svg}"
PROGRAM = (
    "import sys, hashlib; from tests.writers.charts import EXAMPLES; from pitchkit.drawing import draw;"
    " print(*(hashlib.sha256(draw(chart)).hexdigest() for chart in EXAMPLES))"
)


def root(chart: Chart) -> etree._Element:  # lxml has no public name for it
    return etree.fromstring(draw(chart))


def texts(chart: Chart) -> list[str]:
    """Return the words in the picture."""
    return ["".join(map(str, found.itertext())).strip() for found in root(chart).iter(f"{SVG}text")]


def text_named(chart: Chart, words: str) -> etree._Element:
    return next(found for found in root(chart).iter(f"{SVG}text") if "".join(map(str, found.itertext())).strip() == words)


@pytest.mark.parametrize("chart", EXAMPLES, ids=lambda chart: chart.kind)
def test_it_says_what_it_shows(chart: Chart) -> None:
    found = root(chart)
    assert [child.tag for child in list(found)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert (found[0].text, found[1].text) == (plain_text(chart.caption) or chart.name, chart.alt)
    assert found.get("role") == "img"


def test_it_is_as_large_as_in_word() -> None:
    found = root(COSTS)
    sides = [float(found.get(side, "").removesuffix("pt")) / 72 * 2.54 for side in ("width", "height")]
    assert [round(side, 2) for side in sides] == [15.5, 7.5]


def test_words_stay_words() -> None:
    found = texts(COSTS)
    assert {"Deelnemers", "Kosten per deelnemer (€)", "Groep", "Individuele hulp", "Norm", *COSTS.categories} <= set(found)


def test_letters_are_no_smaller_than_nine_points() -> None:
    sizes = [str(found.get("style")) for found in root(COSTS).iter(f"{SVG}text")]
    assert len(sizes) > 10
    assert {size.partition("px")[0].split()[-1] for size in sizes} == {"9", "10"}


def test_the_letters_are_those_of_the_word_chart() -> None:
    found = list(root(COSTS).iter(f"{SVG}text"))
    assert all("Calibri, " in str(text.get("style")) for text in found)


def test_numbers_are_dutch() -> None:
    assert {"0", "200", "1.000", "1.400"} <= set(texts(COSTS))
    assert {"−12", "1.260"} <= set(texts(HOURS))


def test_a_marked_point_is_larger_and_has_a_label_of_its_own() -> None:
    assert "855" in texts(COSTS)
    assert "700" in str(text_named(COSTS, "855").get("style"))
    plain = replace(COSTS, series=tuple(replace(one, mark=None) for one in COSTS.series))
    assert "855" not in texts(plain)
    assert len(draw(COSTS)) > len(draw(plain))


def test_a_marked_bar_is_darker_than_the_others() -> None:
    assert draw(HOURS).count(b"fill: #154273") == 1
    assert draw(replace(HOURS, series=(replace(HOURS.series[0], mark=None),))).count(b"fill: #154273") == 3
    assert "700" in str(text_named(HOURS, "65").get("style"))
    assert "700" not in str(text_named(HOURS, "1.260").get("style"))


def test_a_gap_stays_open() -> None:
    def lines(values: tuple[Decimal | None, ...]) -> int:
        chart = replace(COSTS, series=(replace(LONELY.series[0], mark=None), Series("Norm", values, None)))
        paths = (found.get("d", "") for found in root(chart).iter(f"{SVG}path") if "#6b7580" in found.get("style", ""))
        return next(path for path in paths).count("M")

    whole = tuple(map(Decimal, (9, 9, 9, 9, 9)))
    assert (lines(whole), lines((*whole[:2], None, *whole[3:]))) == (1, 2)


def test_the_lines_differ_without_colour() -> None:
    data = draw(COSTS).decode()
    assert data.count("stroke-dasharray") >= 4  # two lines, and the same two in the legend
    assert len({part.partition(";")[0] for part in data.split("stroke-dasharray: ")[1:]}) == 2


def test_one_series_needs_no_legend() -> None:
    assert "legend_1" in draw(COSTS).decode()
    assert "legend_1" not in draw(LONELY).decode()
    assert "Groep" not in texts(LONELY)


@pytest.mark.parametrize("words", ["$5$ en $6$", '<b> & "c" ]]>', "x_{1}^2 \\alpha", "één 😀", "a--><!-- b"])
def test_any_words_survive(words: str) -> None:
    series = (replace(COSTS.series[0], name=words), *COSTS.series[1:])
    chart = replace(COSTS, caption=(Text(words),), alt=words, x_title=words, series=series)
    found = root(chart)
    assert (found[0].text, found[1].text) == (words, words)
    assert texts(chart).count(words) == 2


def test_a_long_category_is_folded() -> None:
    found = texts(replace(HOURS, categories=("Laag", "Verwacht, met de cijfers van dit jaar", "Hoog")))
    assert not [text for text in found if len(text) > 30]


def test_a_chart_without_values_can_be_drawn() -> None:
    assert texts(replace(COSTS, categories=(), series=(Series("Groep", (), 0),)))


# --- the same everywhere -----------------------------------------------------------------------------------------


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert draw(COSTS) == draw(COSTS)
    assert b"<dc:date>" not in draw(COSTS)


def test_another_process_at_another_place_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("font.size: 20\naxes.labelsize: 20\nsvg.fonttype: path\n", encoding="utf-8")

    def run(folder: Path, **changes: str) -> str:
        environment = {**os.environ, **changes, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
        return subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, cwd=folder, capture_output=True, text=True, check=True
        ).stdout

    here = run(Path.cwd(), TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C")
    assert len(here.split()) == 2
    assert run(tmp_path, TZ="Asia/Tokyo", PYTHONHASHSEED="5", LC_ALL="nl_NL.UTF-8") == here
