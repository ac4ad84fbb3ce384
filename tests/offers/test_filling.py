"""Filling changes the places that are to be filled and nothing else, and leaves alone what is not empty."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from pitchkit.offers.filling.letter import fill_letter
from pitchkit.offers.filling.places import Fill, Filled
from pitchkit.offers.filling.workbook import MOST_CHARACTERS, fill_workbook
from pitchkit.offers.reading.office import Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def a_fill(at: str, value: str | Decimal = "Ja") -> Fill:
    return Fill(at, "ergens", "E1", value)


def refusals(filled: Filled) -> list[tuple[str, str]]:
    return [(one.fill.at, one.code) for one in filled.refused]


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# --- Excel -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """A buyer's workbook with what such workbooks have: merged cells, validation, colours, a formula, a hidden sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Eisen & wensen"
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "Programma van eisen"
    sheet.append(["Nr", "Eis", "Voldoet", "Toelichting"])
    sheet.append(["E1", "Begeleiders zijn geregistreerd.", None, None])
    sheet.append(["E2", "Er is een klachtenregeling.", None, "al gevuld"])
    sheet["D3"].alignment = Alignment(wrap_text=True)
    sheet["D3"].fill = PatternFill("solid", fgColor="FFF2CC")
    sheet["D3"].font = Font(name="Arial", size=9)
    sheet["B3"].comment = Comment("let op", "inkoop")
    sheet["C10"] = '=COUNTIF(C3:C4,"Ja")'
    validation = DataValidation(type="list", formula1='"Ja,Nee"')
    validation.add("C3:C4")
    sheet.add_data_validation(validation)
    sheet.conditional_formatting.add("C3:C4", CellIsRule(operator="equal", formula=['"Nee"'], font=Font(color="FF0000")))  # type: ignore[no-untyped-call]
    book.create_sheet("Prijs").append(["Groep", None, "=B1*4"])
    book.create_sheet("Verborgen").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells_get_their_words_and_amounts(workbook: bytes) -> None:
    fills = [
        a_fill("Eisen & wensen!C3"),
        a_fill("Eisen & wensen!D3", "Zie K1 <bijlage> & meer.\nEn dit."),
        a_fill("Prijs!B1", Decimal("82.50")),
    ]
    filled = fill_workbook(workbook, fills)
    book = load_workbook(io.BytesIO(filled.data))
    assert [book["Eisen & wensen"][name].value for name in ("C3", "D3")] == ["Ja", "Zie K1 <bijlage> & meer.\nEn dit."]
    assert book["Prijs"]["B1"].value == 82.5
    assert (len(filled.done), filled.refused) == (3, ())


def test_format_validation_merged_cells_and_comments_survive(workbook: bytes) -> None:
    filled = fill_workbook(workbook, [a_fill("Eisen & wensen!D3")])
    before, after = (load_workbook(io.BytesIO(data))["Eisen & wensen"] for data in (workbook, filled.data))
    assert after["D3"].fill.fgColor.rgb == before["D3"].fill.fgColor.rgb == "00FFF2CC"
    assert after["D3"].font.name == "Arial"
    assert str(after.merged_cells.ranges) == str(before.merged_cells.ranges)
    assert [(one.formula1, str(one.sqref)) for one in after.data_validations.dataValidation] == [('"Ja,Nee"', "C3:C4")]
    assert len(after.conditional_formatting) == 1
    assert after["B3"].comment.text == "let op"


def test_every_other_part_keeps_its_bytes(workbook: bytes) -> None:
    before, after = parts(workbook), parts(fill_workbook(workbook, [a_fill("Eisen & wensen!C3")]).data)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


def test_formulas_are_counted_again_when_the_file_is_opened(workbook: bytes) -> None:
    assert b'fullCalcOnLoad="1"' in parts(fill_workbook(workbook, [a_fill("Prijs!B1", Decimal(1))]).data)["xl/workbook.xml"]


@pytest.mark.parametrize("at", ["Eisen & wensen!Z99", "Eisen & wensen!A3000", "Prijs!A2", "Verborgen!B2"])
def test_a_cell_that_the_file_does_not_have_yet_is_made_where_it_belongs(workbook: bytes, at: str) -> None:
    filled = fill_workbook(workbook, [a_fill(at, "hier")])
    sheet, _, cell = at.rpartition("!")
    assert load_workbook(io.BytesIO(filled.data))[sheet][cell].value == "hier"


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ("Eisen & wensen!D4", "fill-not-empty"),
        ("Eisen & wensen!C10", "fill-formula"),
        ("Elders!A1", "fill-no-place"),
        ("Eisen & wensen", "fill-no-place"),
        ("", "fill-no-place"),
    ],
)
def test_what_is_in_the_way_is_left_alone_and_told(workbook: bytes, at: str, code: str) -> None:
    filled = fill_workbook(workbook, [a_fill(at)])
    assert refusals(filled) == [(at, code)]
    assert filled.data == workbook


def test_more_than_a_cell_holds_is_told(workbook: bytes) -> None:
    filled = fill_workbook(workbook, [a_fill("Prijs!B1", "x" * (MOST_CHARACTERS + 1))])
    assert refusals(filled) == [("Prijs!B1", "fill-too-long")]


def test_nothing_to_fill_gives_the_file_as_it_is(workbook: bytes) -> None:
    assert fill_workbook(workbook, []).data == workbook


# --- Word --------------------------------------------------------------------------------------------------------

FIELD = (
    f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:alias w:val="Antwoord"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>'
    '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klik om tekst in te voeren</w:t></w:r></w:p></w:sdtContent></w:sdt>'
)
INLINE = (
    f'<w:p xmlns:w="{W}"><w:r><w:t xml:space="preserve">Naam: </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>naam</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)


def a_letter() -> WordDocument:
    """1 a question, 2 an empty paragraph, 3 a table, 4 a field to fill in, 5 a field inside a line."""
    document = docx.Document()
    document.add_paragraph("Hoe bereikt u inwoners?")
    empty = document.add_paragraph("")
    empty.paragraph_format.left_indent = 360000
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Vraag", "Antwoord"
    table.cell(1, 0).text = "Wie begeleidt?"
    for xml in (FIELD, INLINE):
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    return document


@pytest.fixture(scope="module")
def letter() -> bytes:
    out = io.BytesIO()
    a_letter().save(out)
    return out.getvalue()


def reopened(filled: Filled) -> WordDocument:
    return docx.Document(io.BytesIO(filled.data))


def test_an_empty_paragraph_gets_the_answer_line_by_line_in_its_own_form(letter: bytes) -> None:
    document = reopened(fill_letter(letter, [a_fill("body/2", "Wij bellen.\n\nElke week & <altijd>.")]))
    answer = document.paragraphs[1:3]
    assert [one.text for one in answer] == ["Wij bellen.", "Elke week & <altijd>."]
    assert [one.paragraph_format.left_indent for one in answer] == [360045] * 2


def test_an_empty_cell_of_a_table_gets_the_answer(letter: bytes) -> None:
    document = reopened(fill_letter(letter, [a_fill("body/3/4/2", "Twee begeleiders.")]))
    assert document.tables[0].cell(1, 1).text == "Twee begeleiders."


def test_a_field_loses_its_prompt_and_its_grey_letters(letter: bytes) -> None:
    filled = fill_letter(letter, [a_fill("body/4", "Eerste regel.\nTweede regel.")])
    xml = parts(filled.data)["word/document.xml"].decode()
    assert "Klik om tekst" not in xml
    assert "Eerste regel." in xml
    assert xml.count("showingPlcHdr") == 1, "the other field is still open"
    assert "PlaceholderText" not in xml


def test_a_field_inside_a_line_is_filled_in_its_place(letter: bytes) -> None:
    xml = parts(fill_letter(letter, [a_fill("body/5", "Samenloop")]).data)["word/document.xml"].decode()
    assert xml.index("Naam: ") < xml.index("Samenloop")
    assert ">naam<" not in xml


def test_several_places_are_filled_as_they_were_counted_before(letter: bytes) -> None:
    fills = [a_fill("body/2", "een\ntwee\ndrie"), a_fill("body/3/4/2", "cel"), a_fill("body/5", "naam (fictief)")]
    filled = fill_letter(letter, fills)
    assert (len(filled.done), filled.refused) == (3, ())
    assert reopened(filled).tables[0].cell(1, 1).text == "cel"


def test_every_other_part_of_a_letter_keeps_its_bytes(letter: bytes) -> None:
    before, after = parts(letter), parts(fill_letter(letter, [a_fill("body/2")]).data)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


@pytest.mark.parametrize(
    ("at", "code"),
    [("body/1", "fill-not-empty"), ("body/3/4/1", "fill-not-empty"), ("body/99", "fill-no-place"), ("vraag 1", "fill-no-place")],
)
def test_what_is_in_the_way_in_a_letter_is_left_alone_and_told(letter: bytes, at: str, code: str) -> None:
    filled = fill_letter(letter, [a_fill(at)])
    assert refusals(filled) == [(at, code)]
    assert filled.data == letter


def test_filling_twice_leaves_the_first_answer(letter: bytes) -> None:
    once = fill_letter(letter, [a_fill("body/2", "eerst")])
    again = fill_letter(once.data, [a_fill("body/2", "later")])
    assert refusals(again) == [("body/2", "fill-not-empty")]
    assert again.data == once.data


@pytest.mark.parametrize("data", [b"", b"geen zip", b"PK\x03\x04kapot"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        fill_workbook(data, [a_fill("A!A1")])
    with pytest.raises(Unreadable):
        fill_letter(data, [a_fill("body/1")])
