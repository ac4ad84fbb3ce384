"""Charts in Word: drawn by Word itself, with their numbers in a workbook of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.etree import fromstring

from pitchkit.document import Chart, Document, Figure, ListBlock, Picture
from pitchkit.writers.docx import HouseStyle, is_untouched, write
from pitchkit.writers.docx.workbooks import column_name
from tests.writers import accessibility
from tests.writers.charts import COSTS, EXAMPLES, GROUP, HOURS, LONELY
from tests.writers.houses import GREEN, rezip
from tests.writers.samples import document, p, png
from tests.writers.test_docx_tools import faults
from tests.writers.wordfile import NAMES, Element, WordFile, tag, words

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TYPE = "application/vnd.openxmlformats-officedocument.{}"
Write = Callable[[Document], WordFile]


@pytest.fixture(scope="module")
def word() -> WordFile:
    """A document with a picture and two charts."""
    picture = Picture("a.png", png(20, 20))
    return WordFile(write(document(p("x"), Figure("a.png", "Een plaatje", ()), *EXAMPLES, pictures=(picture,))))


@pytest.fixture(scope="module")
def dutch(dutch_house: HouseStyle) -> WordFile:
    """The same two charts in the house style of a municipality."""
    return WordFile(write(document(p("x"), *EXAMPLES), dutch_house))


def part_of(chart: Chart) -> Element:
    """Return the chart as it lies in a file."""
    return fromstring(WordFile(write(document(chart))).parts["word/charts/chart1.xml"])


def series_of(chart: Chart) -> list[Element]:
    return list(part_of(chart).iter(f"{C}ser"))


def val(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get("val", "")


# --- in the text -------------------------------------------------------------------------------------------------


def test_a_chart_stands_in_line_with_its_text_and_its_caption(word: WordFile) -> None:
    drawings = list(word.body.iter(tag("wp:docPr")))
    assert [found.get("descr") for found in drawings] == ["Een plaatje", COSTS.alt, HOURS.alt]
    assert [found.get("name") for found in drawings[1:]] == [COSTS.name, HOURS.name]
    assert [words(found) for found in word.paragraphs("caption")] == ["Kosten per deelnemer, groep en individueel"]
    with_caption = [found.find("w:pPr/w:keepNext", NAMES) is not None for found in word.paragraphs("Figure")]
    assert with_caption == [False, True, False]


def test_every_drawing_has_a_number_of_its_own(word: WordFile) -> None:
    assert [found.get("id") for found in word.body.iter(tag("wp:docPr"))] == ["1", "2", "3"]


def test_everybody_can_use_it(word: WordFile) -> None:
    assert accessibility.findings(word) == []


def size(word: WordFile) -> tuple[float, float]:
    extent = next(word.body.iter(tag("wp:extent")))
    return int(extent.get("cx", "")) / 360000, int(extent.get("cy", "")) / 360000


def test_it_is_as_large_as_a_reader_needs_and_no_wider_than_the_text(written: Write, dutch: WordFile) -> None:
    assert size(written(document(COSTS))) == (15.5, 7.5)
    assert size(dutch)[0] == pytest.approx(15.4, abs=0.01)
    wide, high = size(written(document(ListBlock(ordered=False, items=((p("x"), COSTS),)))))
    assert wide == pytest.approx((9070 - 340) * 635 / 360000, abs=0.01)
    assert wide / high == pytest.approx(15.5 / 7.5, abs=0.01)


# --- in the file -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("house", ["word", "dutch"])
def test_its_parts_are_known_and_lead_to_each_other(house: str, request: pytest.FixtureRequest) -> None:
    word: WordFile = request.getfixturevalue(house)
    types = {found.get("PartName"): found.get("ContentType") for found in word.root("[Content_Types].xml")}
    for number in (1, 2):
        assert types[f"/word/charts/chart{number}.xml"] == TYPE.format("drawingml.chart+xml")
        assert types[f"/word/embeddings/chart{number}.xlsx"] == TYPE.format("spreadsheetml.sheet")
        assert word.relations(f"word/charts/chart{number}.xml") == {"rId1": f"../embeddings/chart{number}.xlsx"}
        assert f"charts/chart{number}.xml" in word.relations("word/document.xml").values()
    assert not [name for name in types if name and name.endswith(".rels")]


def test_what_the_house_has_already_keeps_its_name(dutch_house: HouseStyle) -> None:
    frame = replace(dutch_house.frame, parts={**dutch_house.frame.parts, "word/charts/chart1.xml": b"<x/>"})
    names = WordFile(write(document(COSTS), replace(dutch_house, frame=frame))).parts
    assert names["word/charts/chart1.xml"] == b"<x/>"
    assert {"word/charts/chart2.xml", "word/embeddings/chart2.xlsx"} <= set(names)


@pytest.mark.parametrize("house", ["word", "dutch"])
def test_the_open_xml_sdk_finds_nothing(house: str, validator: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    assert faults(validator, request.getfixturevalue(house).data, tmp_path) == []


def test_the_open_xml_sdk_looks_into_charts(validator: str, tmp_path: Path, word: WordFile) -> None:
    wrong = rezip(word.data, {}, lambda _, content: content.replace(b'<c:grouping val="standard"/>', b'<c:grouping val="x"/>'))
    assert faults(validator, wrong, tmp_path) != []


def test_the_hash_covers_charts(word: WordFile) -> None:
    assert is_untouched(word.data)
    assert not is_untouched(rezip(word.data, {}, lambda _, content: content.replace(b"<c:v>855</c:v>", b"<c:v>755</c:v>")))


def test_another_process_gives_the_same_bytes_and_needs_no_lxml() -> None:
    program = (
        "import sys, hashlib; from tests.writers import samples, charts; from pitchkit.writers.docx import write;"
        " print(hashlib.sha256(write(samples.document(*charts.EXAMPLES))).hexdigest(),"
        " sorted({'lxml', 'docx', 'matplotlib'} & set(sys.modules)))"
    )

    def run(**changes: str) -> str:
        environment = {**os.environ, **changes, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True).stdout

    here = run(TZ="Asia/Tokyo", PYTHONHASHSEED="5")
    assert here == run(TZ="UTC", PYTHONHASHSEED="1")
    assert here.endswith(" []\n")


# --- the numbers -------------------------------------------------------------------------------------------------


def rows(word: WordFile, number: int) -> list[list[str]]:
    """Return the cells of a chart's workbook, row by row."""
    with zipfile.ZipFile(io.BytesIO(word.parts[f"word/embeddings/chart{number}.xlsx"])) as archive:
        sheet = fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return [["".join(map(str, cell.itertext())) for cell in row] for row in sheet.iter(f"{S}row")]


def test_the_workbook_holds_the_same_numbers(word: WordFile) -> None:
    assert rows(word, 1) == [
        ["Deelnemers", "Groep", "Individuele hulp", "Norm"],
        ["4", "1206", "1158", "900"],
        ["5", "996.40", "1158"],
        ["6", "855", "1158", "900"],
        ["7", "755", "1158", "900"],
        ["8", "680", "1158", "900"],
    ]
    assert rows(word, 2)[1:] == [["Laag", "-12"], ["Verwacht", "64.5"], ["Hoog", "1260"]]


def test_the_workbook_is_valid_too(validator: str, tmp_path: Path, word: WordFile) -> None:
    path = tmp_path / "chart.xlsx"
    path.write_bytes(word.parts["word/embeddings/chart1.xlsx"])
    assert '"ok": true' in subprocess.run([validator, str(path)], capture_output=True, text=True, check=False).stdout


def test_the_chart_points_at_its_cells(word: WordFile) -> None:
    chart = fromstring(word.parts["word/charts/chart1.xml"])
    assert [found.text for found in chart.iter(f"{C}f")][:6] == [
        "Blad1!$B$1",
        "Blad1!$A$2:$A$6",
        "Blad1!$B$2:$B$6",
        "Blad1!$C$1",
        "Blad1!$A$2:$A$6",
        "Blad1!$C$2:$C$6",
    ]


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_columns_are_called_as_in_excel(number: int, name: str) -> None:
    assert column_name(number) == name


def test_a_value_that_is_not_there_leaves_a_gap() -> None:
    norm = series_of(COSTS)[2]
    assert [point.get("idx") for point in norm.findall(f"{C}val//{C}pt")] == ["0", "2", "3", "4"]
    assert val(norm, f"{C}val//{C}ptCount") == "5"
    assert val(part_of(COSTS), f".//{C}dispBlanksAs") == "gap"


def test_numbers_are_written_without_powers_of_ten() -> None:
    large = replace(LONELY.series[0], values=(GROUP[0].scaleb(9).normalize(), *GROUP[1:]))
    assert "1206000000000" in [found.text for found in part_of(replace(LONELY, series=(large,))).iter(f"{C}v")]


# --- the looks ---------------------------------------------------------------------------------------------------


def test_each_kind_is_what_word_calls_it() -> None:
    assert part_of(COSTS).find(f".//{C}lineChart") is not None
    bars = part_of(HOURS).find(f".//{C}barChart")
    assert bars is not None
    assert (val(bars, f"{C}barDir"), val(bars, f"{C}grouping")) == ("col", "clustered")


def test_the_lines_differ_without_colour() -> None:
    looks = [(val(one, f"{C}spPr//{A}prstDash"), val(one, f"{C}marker/{C}symbol")) for one in series_of(COSTS)]
    assert looks == [("solid", "circle"), ("sysDash", "none"), ("sysDot", "none")]


def test_a_marked_point_is_larger_and_alone_has_a_label() -> None:
    own, other, _ = series_of(COSTS)
    assert (val(own, f"{C}dPt/{C}idx"), val(own, f"{C}dLbls/{C}dLbl/{C}idx")) == ("2", "2")
    assert int(val(own, f"{C}dPt/{C}marker/{C}size")) > int(val(own, f"{C}marker/{C}size"))
    assert (val(own, f"{C}dLbls/{C}dLbl/{C}showVal"), val(own, f"{C}dLbls/{C}showVal")) == ("1", "0")
    assert other.find(f"{C}dLbls") is None


def test_a_marked_bar_is_darker_than_the_others_and_all_have_labels() -> None:
    (bars,) = series_of(HOURS)
    assert val(bars, f"{C}dPt/{C}idx") == "1"
    assert val(bars, f"{C}dPt/{C}spPr/{A}solidFill/{A}srgbClr") == "154273"
    assert val(bars, f"{C}spPr/{A}solidFill/{A}srgbClr") == "96AAC0"
    assert val(bars, f"{C}dLbls/{C}showVal") == "1"
    (plain,) = series_of(replace(HOURS, series=(replace(HOURS.series[0], mark=None),)))
    assert val(plain, f"{C}spPr/{A}solidFill/{A}srgbClr") == "154273"
    assert plain.find(f"{C}dPt") is None


def test_one_series_needs_no_legend() -> None:
    assert val(part_of(COSTS), f".//{C}legend/{C}legendPos") == "b"
    assert part_of(LONELY).find(f".//{C}legend") is None


def test_the_axes_say_what_they_count_in_dutch() -> None:
    chart = part_of(COSTS)
    assert [found.text for found in chart.iter(f"{A}t")] == ["Deelnemers", "Kosten per deelnemer (€)"]
    axis = chart.find(f".//{C}valAx")
    assert axis is not None
    formats = {found.get("formatCode") for found in chart.iter(f"{C}numFmt")} | {"General"}
    assert formats == {"General", '[$-413]#,##0;"−"#,##0'}
    assert (val(axis, f"{C}scaling/{C}min"), val(axis, f"{C}scaling/{C}max"), val(axis, f"{C}majorUnit")) == ("0", "1400", "200")


def test_an_axis_without_words_has_no_empty_title() -> None:
    assert len(list(part_of(replace(COSTS, x_title="", y_title="", unit="hours")).iter(f"{C}title"))) == 0


def test_letters_are_no_smaller_than_nine_points() -> None:
    sizes = [int(found.get("sz", "")) for chart in EXAMPLES for found in part_of(chart).iter() if "sz" in found.attrib]
    assert len(sizes) > 10
    assert min(sizes) == 900


def test_a_house_style_gives_its_colour_and_its_letter(dutch: WordFile) -> None:
    chart = fromstring(dutch.parts["word/charts/chart1.xml"])
    assert val(next(chart.iter(f"{C}ser")), f"{C}spPr//{A}srgbClr") == GREEN
    assert {found.get("typeface") for found in chart.iter(f"{A}latin")} == {"Verdana"}
    assert b"154273" not in dutch.parts["word/charts/chart2.xml"]


def test_the_language_of_the_document_is_that_of_the_chart(written: Write) -> None:
    word = written(replace(document(COSTS), language="fy-NL"))
    assert val(fromstring(word.parts["word/charts/chart1.xml"]), f"{C}lang") == "fy-NL"


def test_any_words_survive(written: Write) -> None:
    hard = "<b> & \"c\" 'd' ]]> 😀"
    series = (replace(COSTS.series[0], name=hard), *COSTS.series[1:])
    word = written(document(replace(COSTS, name=hard, alt=hard, x_title=hard, series=series, categories=(hard, *"5678"))))
    chart = fromstring(word.parts["word/charts/chart1.xml"])
    assert [found.text for found in chart.iter(f"{C}v")].count(hard) == 4
    assert next(word.body.iter(tag("wp:docPr"))).get("descr") == hard
    assert rows(word, 1)[0][:2] == [hard, hard]
