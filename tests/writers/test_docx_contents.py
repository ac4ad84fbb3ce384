"""A table of contents in Word: full when the file opens, without a question, and every line leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pitchkit.document import Box, Contents, Document, Heading, ListBlock, NoteMark
from pitchkit.writers.docx import HouseStyle, read_house_style, write
from tests.writers import accessibility, houses, samples
from tests.writers.samples import document, p, t
from tests.writers.test_docx_tools import faults
from tests.writers.wordfile import NAMES, Element, WordFile, tag, val

BLOCKS = (
    Heading(1, t("Wat wij vragen")),
    p("Drie groepen."),
    Heading(2, t("Groep & co <1>")),
    Box(t("Kader"), (Heading(2, t("In een kader")), p("x"))),
    ListBlock(ordered=False, items=((p("Punt"), Heading(1, t("In een lijst"))),)),
    Heading(3, t("Te diep")),
    Heading(1, t(" ")),
)
LISTED = ["Wat wij vragen", "Groep & co <1>", "In een kader", "In een lijst"]
Written = Callable[[Document], WordFile]


def with_contents(*pages: int, depth: int = 2, title: str = "Inhoud") -> Document:
    return replace(document(*BLOCKS), contents=Contents(title, depth, pages))  # type: ignore[arg-type]  # 1 or 2


def contents_of(word: WordFile) -> Element:
    found = word.body.find("w:sdt/w:sdtContent", NAMES)
    assert found is not None
    return found


def entries(word: WordFile) -> list[tuple[str, str, str]]:
    """Return of every line its style, its words and the bookmark that it leads to."""
    shown = []
    for paragraph in contents_of(word).findall("w:p", NAMES):
        link = paragraph.find("w:hyperlink", NAMES)
        text = " ".join(found.text or "" for found in paragraph.iter(tag("w:t")))
        shown.append((word.style_of(paragraph), text, val(link, "w:anchor")))
    return shown


def instructions(word: WordFile) -> list[str]:
    return [(found.text or "").strip() for found in contents_of(word).iter(tag("w:instrText"))]


def test_the_contents_are_the_headings_that_are_not_too_deep_wherever_they_stand(written: Written) -> None:
    shown = entries(written(with_contents()))
    assert [words for _, words, _ in shown] == ["Inhoud", *LISTED]
    assert [style for style, _, _ in shown] == ["TOC Heading", "toc 1", "toc 2", "toc 2", "toc 1"]
    assert [words for _, words, _ in entries(written(with_contents(depth=1)))] == ["Inhoud", "Wat wij vragen", "In een lijst"]


def test_every_line_leads_to_a_bookmark_round_its_heading(written: Written) -> None:
    word = written(with_contents())
    inside = {}
    for start in word.body.iter(tag("w:bookmarkStart")):
        paragraph = start.getparent()
        assert paragraph is not None
        inside[val(start, "w:name")] = "".join(found.text or "" for found in paragraph.iter(tag("w:t")))
    assert [inside[name] for _, _, name in entries(word)[1:]] == LISTED
    assert [found for rule in (accessibility.bookmarks_and_fields_are_whole,) for found in rule(word)] == []


def test_word_has_nothing_to_ask_and_agrees_that_there_are_no_page_numbers(written: Written) -> None:
    word = written(with_contents())
    assert instructions(word) == ['TOC \\o "1-2" \\h \\z \\n']
    assert b"w:dirty" not in word.parts["word/document.xml"]
    assert b"updateFields" not in word.parts["word/settings.xml"]
    assert contents_of(word).find(".//w:tab", NAMES) is None


def test_known_pages_stand_at_the_right_edge_of_the_text_behind_dots(written: Written) -> None:
    word = written(with_contents(1, 2, 2, 14))
    assert [words for _, words, _ in entries(word)[1:]] == [
        f"{one} {page}" for one, page in zip(LISTED, (1, 2, 2, 14), strict=True)
    ]
    assert instructions(word)[0] == 'TOC \\o "1-2" \\h \\z'
    assert [one.split()[0] for one in instructions(word)[1:]] == ["PAGEREF"] * 4
    stops = {
        (val(stop), val(stop, "w:leader"), val(stop, "w:pos")) for stop in contents_of(word).iterfind(".//w:tabs/w:tab", NAMES)
    }
    assert stops == {("right", "dot", "9070")}


def test_pages_that_do_not_go_with_the_headings_are_refused() -> None:
    with pytest.raises(ValueError, match="4 headings, but the pages of 1"):
        write(with_contents(1))


@pytest.mark.parametrize("blocks", [(), (p("Geen kop"),), (Heading(3, t("Te diep")),)], ids=["empty", "no heading", "too deep"])
def test_without_headings_there_are_no_contents(blocks: tuple[object, ...], written: Written) -> None:
    word = written(replace(document(*blocks), contents=Contents("Inhoud")))
    assert word.body.find("w:sdt", NAMES) is None


def test_contents_without_a_title_have_no_empty_line(written: Written) -> None:
    assert entries(written(with_contents(title="")))[0][1] == LISTED[0]


def test_a_note_at_a_heading_stays_out_of_the_contents(written: Written) -> None:
    one = replace(samples.PITCH, blocks=(Heading(1, t("Kop", NoteMark("bpsw"))),), contents=Contents("Inhoud"))
    assert entries(written(one))[1][1] == "Kop"


def test_a_document_without_contents_has_no_styles_for_them(written: Written) -> None:
    assert not [name for name in written(document(*BLOCKS)).styles.values() if name.lower().startswith("toc")]


def test_a_house_gets_the_lines_of_its_contents_in_its_own_look(dutch_house: HouseStyle) -> None:
    word = WordFile(write(with_contents(1, 2, 3, 4), dutch_house))
    assert [style for style, _, _ in entries(word)][:2] == ["TOC Heading", "toc 1"]
    assert val(word.style("toc 1").find("w:basedOn", NAMES)) == "Standaard"
    assert val(word.style("TOC Heading").find("w:basedOn", NAMES)) == "Kop1"
    assert val(word.style("TOC Heading").find("w:pPr/w:outlineLvl", NAMES)) == "9"


def test_a_house_with_lines_of_its_own_keeps_them(tmp_path: Path) -> None:
    def add(house: object) -> None:
        style = house.styles.add_style("toc 1", 1)  # type: ignore[attr-defined]
        style.element.set(tag("w:styleId"), "Inhopg1")

    house = read_house_style(houses.own_styles(tmp_path / "huis.docx", add))
    word = WordFile(write(with_contents(), house))
    line = contents_of(word).findall("w:p/w:pPr/w:pStyle", NAMES)[1]
    assert val(line) == "Inhopg1"


@pytest.mark.parametrize("pages", [(), (1, 2, 2, 14)], ids=["without pages", "with pages"])
def test_the_open_xml_sdk_finds_nothing(pages: tuple[int, ...], validator: str, dutch_house: HouseStyle, tmp_path: Path) -> None:
    given = with_contents(*pages)
    assert faults(validator, write(given), tmp_path) == []
    assert faults(validator, write(given, dutch_house), tmp_path) == []


def test_a_reader_with_a_screen_reader_meets_no_barrier() -> None:
    assert accessibility.findings(WordFile(write(replace(samples.PITCH, contents=Contents("Inhoud"))))) == []
