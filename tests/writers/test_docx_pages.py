"""Pages as a buyer wants them: paper, margins, letter, size and spacing hold everywhere, also in a house style."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from pitchkit.document import Document, Heading, PageSetup, Table
from pitchkit.writers.docx import HouseStyle, read_house_style, write
from pitchkit.writers.docx.letters import letters_in
from tests.writers import accessibility, houses, samples
from tests.writers.charts import COSTS
from tests.writers.samples import document, p, t
from tests.writers.test_docx_tools import faults
from tests.writers.wordfile import NAMES, Element, WordFile, tag, val, words

BUYER = PageSetup(margins=Decimal(20), font="Arial", size=Decimal(11), smallest=Decimal(10), line_spacing=Decimal("1.15"))
EVERYTHING = replace(samples.PITCH, blocks=(*samples.PITCH.blocks, COSTS))
COLUMNS = (
    "Id",
    "Bron",
    "Eis of vraag",
    "Soort",
    "Knock-out",
    "Weging",
    "Limiet",
    "Antwoord",
    "Waar",
    "Bewijs",
    "Wie",
    "Stand",
    "Nota",
)


def on(page: PageSetup, given: Document = EVERYTHING, house: HouseStyle | None = None) -> WordFile:
    return WordFile(write(replace(given, page=page), house))


def section(word: WordFile) -> Element:
    return next(word.body.iter(tag("w:sectPr")))


def edges(word: WordFile) -> dict[str, str]:
    margins = section(word).find("w:pgMar", NAMES)
    return {name: val(margins, f"w:{name}") for name in ("top", "right", "bottom", "left", "header", "footer")}


def matrix() -> Document:
    asked = "De opdrachtnemer beschikt over een kwaliteitsmanagementsysteem dat past."
    answered = (
        "11 van 40",
        "2 A4",
        "deels",
        "H2. Toeleiding en samenwerking",
        "ISO 9001-certificaat",
        "J. de Groot (fictief)",
        "concept",
        "vraag gesteld in de nota van inlichtingen",
    )
    row = ("K1.2", "Leidraad par. 4.10, p. 20", asked, "criterium", "ja", *answered)
    rows = tuple(tuple(t(cell) if cell else () for cell in row) for _ in range(30))
    table = Table((), tuple(t(name) for name in COLUMNS), rows, tuple("left" for _ in COLUMNS))
    return replace(document(table), page=PageSetup(orientation="landscape", margins=Decimal(15), size=Decimal("9.5")))


@pytest.mark.parametrize(
    ("page", "size"),
    [
        (PageSetup(), ("11906", "16838", "")),
        (PageSetup(orientation="landscape"), ("16838", "11906", "landscape")),
        (PageSetup(paper="A3"), ("16838", "23811", "")),
        (PageSetup(orientation="landscape", paper="A3"), ("23811", "16838", "landscape")),
    ],
    ids=["A4", "A4 lying down", "A3", "A3 lying down"],
)
def test_the_paper_is_the_one_that_is_asked_for(page: PageSetup, size: tuple[str, str, str]) -> None:
    found = section(on(page)).find("w:pgSz", NAMES)
    assert (val(found, "w:w"), val(found, "w:h"), val(found, "w:orient")) == size


def test_margins_hold_at_every_edge_and_the_head_stays_within_them() -> None:
    assert edges(on(PageSetup(margins=Decimal(20)))) == {
        "top": "1134", "right": "1134", "bottom": "1134", "left": "1134", "header": "567", "footer": "510"
    }  # fmt: skip
    assert edges(on(PageSetup())) == {
        "top": "1304", "right": "1418", "bottom": "1134", "left": "1418", "header": "600", "footer": "510"
    }  # fmt: skip


@pytest.mark.parametrize("margin", ["12.7", "25"])
def test_tables_pictures_and_heads_are_as_wide_as_the_text(margin: str) -> None:
    word = on(PageSetup(margins=Decimal(margin), orientation="landscape"))
    width = 16838 - 2 * int(edges(word)["left"])
    widths = {
        sum(int(val(one, "w:w")) for one in table.iterfind("w:tblGrid/w:gridCol", NAMES))
        for table in word.body.iter(tag("w:tbl"))
    }
    assert widths == {width}
    heads = [word.root(name) for name in word.names if "header" in name and name.endswith(".xml")]
    stops = {val(stop, "w:pos") for head in heads for stop in head.iter(tag("w:tab")) if val(stop) == "right"}
    assert stops == {str(width)}


@pytest.mark.parametrize("in_house", [False, True], ids=["own look", "house style"])
def test_there_is_one_letter_and_none_too_small(in_house: bool, dutch_house: HouseStyle) -> None:  # noqa: FBT001
    found = letters_in(on(BUYER, house=dutch_house if in_house else None).data)
    assert {one.face.font for one in found if one.words != "\u2610"} == {"Arial"}
    assert min(one.face.size for one in found) >= 10
    assert {one.where for one in found} >= {"text", "heading", "table", "list sign", "note", "footer", "chart"}


def test_running_text_has_the_size_and_the_rest_keeps_its_proportion() -> None:
    word = on(PageSetup(size=Decimal(12)))
    assert {one.face.size for one in letters_in(word.data) if one.words.startswith("Wij vragen")} == {Decimal(12)}
    sizes = {name: val(word.style(name).find("w:rPr/w:sz", NAMES)) for name in ("Title", "heading 1", "Table Text")}
    assert sizes == {"Title": "50", "heading 1": "34", "Table Text": "22"}


def test_a_small_size_for_a_wide_table_never_goes_below_eight_points() -> None:
    assert min(one.face.size for one in letters_in(on(PageSetup(size=Decimal(6))).data)) == 8


@pytest.mark.parametrize(("asked", "text", "table"), [("1", "240", "245"), ("1.15", "276", "276"), ("1.5", "360", "360")])
def test_line_spacing_is_that_of_running_text_and_the_least_elsewhere(asked: str, text: str, table: str) -> None:
    word = on(PageSetup(line_spacing=Decimal(asked)))
    default = word.root("word/styles.xml").find("w:docDefaults/w:pPrDefault/w:pPr/w:spacing", NAMES)
    assert val(default, "w:line") == text
    assert val(word.style("Table Text").find("w:pPr/w:spacing", NAMES), "w:line") == table


def test_what_a_house_says_exactly_gives_way_to_the_spacing_that_is_asked(tmp_path: Path) -> None:
    def tighten(house: docx.document.Document) -> None:
        house.styles["Normal"].paragraph_format.line_spacing = Pt(10)

    house = read_house_style(houses.own_styles(tmp_path / "huis.docx", tighten))
    spacing = on(BUYER, house=house).style("Normal").find("w:pPr/w:spacing", NAMES)
    assert (val(spacing, "w:line"), val(spacing, "w:lineRule")) == ("276", "auto")


def test_words_that_a_house_keeps_in_its_file_obey_too(tmp_path: Path) -> None:
    path = houses.with_marker(tmp_path / "brief.docx")
    house = docx.Document(str(path))
    run = house.paragraphs[0].runs[0]
    run.font.size, run.font.name = Pt(7), "Comic Sans MS"
    house.save(str(path))
    kept = on(BUYER, house=read_house_style(path)).paragraph("Aan: het college")
    assert val(kept.find("w:r/w:rPr/w:sz", NAMES)) == "20"
    assert val(kept.find("w:r/w:rPr/w:rFonts", NAMES), "w:ascii") == "Arial"


def test_a_house_on_other_paper_lies_as_the_buyer_wants(tmp_path: Path) -> None:
    house = read_house_style(houses.letter_landscape(tmp_path / "brief.docx"))
    assert val(section(on(BUYER, house=house)).find("w:pgSz", NAMES), "w:w") == "11906"


def test_a_matrix_of_thirteen_columns_repeats_its_head_and_breaks_no_word(written: Callable[[Document], WordFile]) -> None:
    word = written(matrix())
    table = next(word.body.iter(tag("w:tbl")))
    grid = table.iterfind("w:tblGrid/w:gridCol", NAMES)
    widths = {words(cell): int(val(next(grid), "w:w")) for cell in table.iterfind("w:tr[1]/w:tc", NAMES)}
    assert table.find("w:tr[1]/w:trPr/w:tblHeader", NAMES) is not None
    assert max(widths, key=widths.__getitem__) == "Eis of vraag"
    assert min(widths.values()) > 400
    assert widths["Weging"] > 850  # "11 van 40" on one line


def test_without_rules_nothing_changes() -> None:
    assert write(EVERYTHING) == write(replace(EVERYTHING, page=None, contents=None))


def test_the_same_rules_give_the_same_bytes() -> None:
    assert on(BUYER).data == on(BUYER).data


@pytest.mark.parametrize("in_house", [False, True], ids=["own look", "house style"])
def test_the_open_xml_sdk_finds_nothing(in_house: bool, validator: str, dutch_house: HouseStyle, tmp_path: Path) -> None:  # noqa: FBT001
    house = dutch_house if in_house else None
    assert faults(validator, on(BUYER, house=house).data, tmp_path) == []
    assert faults(validator, write(matrix(), house), tmp_path) == []


def test_a_reader_with_a_screen_reader_meets_no_barrier() -> None:
    assert accessibility.findings(on(BUYER)) == []
    assert (
        accessibility.findings(on(PageSetup(), replace(matrix(), blocks=(Heading(1, t("Eisen")), p("x"), *matrix().blocks))))
        == []
    )
