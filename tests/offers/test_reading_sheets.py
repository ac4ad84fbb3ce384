"""A buyer's workbook becomes lines: every sheet, merged cells, numbers as one sees them, the row of names wherever it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from pitchkit.offers.reading.addresses import column_letters, column_number, sheet_address, sheet_place
from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.sheets.names import Area, read_area
from pitchkit.offers.reading.sheets.showing import show_number
from tests.offers.office_files import codes, read, rewrite

ACCOUNTING = '_ "€"\\ * #,##0.00_ ;_ "€"\\ * \\-#,##0.00_ ;_ "€"\\ * "-"??_ ;_ @_ '


def make(folder: Path, fill: Callable[[Workbook, Worksheet], object]) -> Path:
    """Write a workbook with one sheet."""
    path = folder / "vragen.xlsx"
    with Workbook(str(path)) as book:
        fill(book, book.add_worksheet("Vragen"))
    return path


def rows(folder: Path, *written: tuple[object, ...]) -> tuple[Line, ...]:
    """Return the lines of a sheet with these rows; None is an empty cell."""

    def fill(_book: Workbook, sheet: Worksheet) -> None:
        for at, row in enumerate(written):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)

    return read(make(folder, fill)).lines


HEADER = ("Nr", "Eis", "Weging")


# --- numbers and dates -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("0.15", "0%", "15%"),
        ("0.155", "0.0%", "15,5%"),
        ("0.07", "0%", "7%"),
        ("1250", "#,##0.00", "1.250,00"),
        ("1250.5", ACCOUNTING, "€ 1.250,50"),
        ("-3", ACCOUNTING, "€ -3,00"),
        ("0", ACCOUNTING, "€ -"),
        ("1234.5", "[$€-413] #,##0.00", "€ 1.234,50"),
        ("-1234.5", '"€" #,##0.00;[Red]"€" \\-#,##0.00', "€ -1.234,50"),
        ("1500000", "#,##0,", "1.500"),
        ("3.1", "General", "3,1"),
        ("0.30000000000000004", "General", "0,3"),
        ("12345678", "General", "12345678"),
        ("1.1", "0.00", "1,10"),
        ("2.5", "0", "3"),
        ("0.5", "0.##", "0,5"),
        ("0.333333", "# ?/?", "0,333333"),
        ("5", '"K"0', "K5"),
        ("5", "000", "005"),
        ("10", '0" punten"', "10 punten"),
        ("15", 'General\\ "A4"', "15 A4"),
        ("7", "@", "7"),
        ("0", "0;-0;;@", ""),
        ("1", '"Ja";"Nee"', "Ja"),
        ("46000", "dd/mm/yyyy", "09-12-2025"),
        ("46000", "m/d/yy", "09-12-2025"),
        ("46000.5", "dd-mm-yyyy hh:mm", "09-12-2025 12:00"),
        ("46000", "d mmmm yyyy", "9 december 2025"),
        ("46000", "[$-413]d mmmm yyyy;@", "9 december 2025"),
        ("46000", "[$-F800]dddd, mmmm dd, yyyy", "dinsdag 9 december 2025"),
        ("46000", "mmm-yy", "dec 2025"),
        ("46000", "yyyy", "2025"),
        ("0.5", "hh:mm", "12:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "dd-mm-yyyy", "28-02-1900"),
        ("-5", "dd-mm-yyyy", "-5"),
        ("9999999", "dd-mm-yyyy", "9999999"),
        ("abc", "0", "abc"),
        ("NaN", "0", "NaN"),
    ],
)
def test_a_number_is_shown_as_a_dutch_reader_sees_it(raw: str, code: str, shown: str) -> None:
    assert show_number(raw, code) == shown


def test_a_workbook_that_counts_from_1904_has_its_own_days() -> None:
    assert show_number("44538", "dd-mm-yyyy", since_1904=True) == "09-12-2025"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(alphabet='0#?.,%"€ dmyhs-@;[]E\\_*/jaGenrl', max_size=14))
def test_no_number_and_no_format_can_break_the_reading(value: float, code: str) -> None:
    assert isinstance(show_number(repr(value), code), str)


def test_formats_dates_truths_and_texts_come_out_of_a_real_file(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, 0.4, book.add_format({"num_format": "0%"}))
        sheet.write_datetime(0, 1, date(2027, 1, 15), book.add_format({"num_format": "dd-mm-yyyy"}))
        sheet.write(0, 2, True)
        sheet.write_rich_string(0, 3, "maximaal ", book.add_format({"bold": True}), "3 A4")
        sheet.write_string(0, 4, "een\u00a0 regel\r\n\r\ntwee ")
        sheet.write_string(0, 5, "1.10")

    line = read(make(tmp_path, fill)).lines[0]
    assert [cell.text for cell in line.cells] == ["40%", "15-01-2027", "WAAR", "maximaal 3 A4", "een regel\ntwee", "1.10"]


# --- rows --------------------------------------------------------------------------------------------------------


def test_a_row_has_its_place_its_number_and_every_column_in_use(tmp_path: Path) -> None:
    line = rows(tmp_path, HEADER, ("E1", "De opdrachtnemer levert op tijd.", None))[1]
    assert (line.place, line.at, line.table, line.number, line.text) == (
        "blad Vragen, rij 2", "Vragen!2", "Vragen", "E1", "De opdrachtnemer levert op tijd.",
    )  # fmt: skip
    assert [(cell.place, cell.at, cell.text) for cell in line.cells] == [
        ("kolom A", "Vragen!A2", "E1"),
        ("kolom B", "Vragen!B2", "De opdrachtnemer levert op tijd."),
        ("kolom C", "Vragen!C2", ""),
    ]


def test_the_row_of_names_is_found_below_titles_and_empty_rows(tmp_path: Path) -> None:
    lines = rows(
        tmp_path,
        ("Bijlage 2: eisen",),
        ("Vul alle witte vakken in.",),
        (),
        ("Nr", "Omschrijving", "Antwoord"),
        (1, "Levering", None),
    )
    assert [(line.kind, line.is_header) for line in lines] == [
        ("item", False),
        ("paragraph", False),
        ("row", True),
        ("row", False),
    ]


def test_a_second_list_on_the_same_sheet_has_a_header_of_its_own(tmp_path: Path) -> None:
    lines = rows(tmp_path, HEADER, ("1", "Een.", "2"), (), ("Nr", "Wens", "Punten"), ("1", "Twee.", "3"))
    assert [line.at for line in lines if line.is_header] == ["Vragen!1", "Vragen!4"]


def test_a_question_form_without_questions_still_has_its_names(tmp_path: Path) -> None:
    lines = rows(tmp_path, ("Nr", "Verwijzing naar document", "Vraag", "Antwoord"), (1,), (2,))
    assert [line.is_header for line in lines] == [True, False, False]
    assert [line.number for line in lines[1:]] == ["1", "2"]


def test_a_row_of_names_with_nothing_under_it_is_still_one(tmp_path: Path) -> None:
    assert rows(tmp_path, ("Vragen voor de nota",), (), ("Nr", "Vraag", "Antwoord"))[1].is_header


@pytest.mark.parametrize("how", ["filter", "table", "bold", "frozen"])
def test_a_header_that_the_file_marks_is_certain(tmp_path: Path, how: str) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        look = book.add_format({"bold": True}) if how == "bold" else None
        sheet.write_row(2, 1, ["Kolom een", "Soort", "Nummer drie"], look)
        sheet.write_row(3, 1, ["a", "b", "c"])
        if how == "frozen":
            sheet.freeze_panes(3, 0)
        if how == "filter":
            sheet.autofilter(2, 1, 3, 3)
        if how == "table":
            sheet.add_table(2, 1, 3, 3, {"columns": [{"header": name} for name in ("Kolom een", "Soort", "Nummer drie")]})

    header, following = read(make(tmp_path, fill)).lines
    assert (header.is_header, header.unsure, following.is_header) == (True, "", False)


def test_rows_of_figures_have_no_header(tmp_path: Path) -> None:
    assert not any(line.is_header for line in rows(tmp_path, (1, 2, 3), (4, 5, 6)))


def test_a_merged_cell_gives_its_words_to_all_that_it_covers(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["Thema", "Nr", "Vraag"])
        sheet.merge_range(1, 0, 3, 0, "Kwaliteit")
        for at in (1, 2, 3):
            sheet.write_row(at, 1, [f"K{at}", "Beschrijf uw aanpak."])

    lines = read(make(tmp_path, fill)).lines[1:]
    assert [(line.cells[0].text, line.cells[0].at, line.cells[0].is_merged) for line in lines] == [
        ("Kwaliteit", "Vragen!A2", False), ("Kwaliteit", "Vragen!A2", True), ("Kwaliteit", "Vragen!A2", True),
    ]  # fmt: skip
    assert [line.number for line in lines] == ["", "K2", "K3"]


def test_a_title_over_the_columns_is_a_heading(tmp_path: Path) -> None:
    def fill(_book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["1", "De opdrachtnemer levert.", "eis"])
        sheet.merge_range(2, 0, 2, 2, "2.1 Privacy")
        sheet.write_row(3, 0, ["2", "De opdrachtnemer zwijgt.", "eis"])

    heading = read(make(tmp_path, fill)).lines[2]
    assert (heading.kind, heading.number, heading.text, heading.level, heading.at) == (
        "heading",
        "2.1",
        "Privacy",
        2,
        "Vragen!A3",
    )


def test_a_bold_title_within_a_list_is_a_guess(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADER)
        sheet.write(1, 0, "Privacy", book.add_format({"bold": True}))
        sheet.write_row(2, 0, ["2", "De opdrachtnemer zwijgt.", "eis"])

    heading = read(make(tmp_path, fill)).lines[1]
    assert (heading.kind, heading.unsure) == ("heading", "line-heading-guessed")


def test_a_text_alone_in_its_row_is_an_item_or_a_paragraph(tmp_path: Path) -> None:
    lines = rows(tmp_path, ("1. Vul alle vakken in.",), ("Daarna tekent u.",), ("Bedrag", "€ 10"))
    assert [(line.kind, line.number, line.text) for line in lines[:2]] == [
        ("item", "1", "Vul alle vakken in."),
        ("paragraph", "", "Daarna tekent u."),
    ]


# --- what a workbook keeps beside its cells ------------------------------------------------------------------------


def noted(folder: Path, fill: Callable[[Workbook, Worksheet], object]) -> Paper:
    return read(make(folder, fill))


def test_all_sheets_are_read_and_hidden_ones_told(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "Zichtbaar")
        hidden = book.add_worksheet("Lijsten!")
        hidden.write(0, 0, "Verborgen")
        hidden.hide()

    paper = noted(tmp_path, fill)
    assert [(line.table, line.at, line.unsure) for line in paper.lines] == [
        ("Vragen", "Vragen!A1", ""),
        ("Lijsten!", "Lijsten!!A1", "line-hidden"),
    ]
    assert dict(paper.notes[0].values)["first"] == "Lijsten!"


@pytest.mark.parametrize(
    ("fill", "code", "first"),
    [
        (
            lambda _, sheet: (sheet.write(1, 1, "x"), sheet.set_row(1, None, None, {"hidden": True})),
            "paper-hidden-rows",
            "Vragen!2",
        ),
        (
            lambda _, sheet: (sheet.write(1, 1, "x"), sheet.set_column(1, 1, None, None, {"hidden": True})),
            "paper-hidden-rows",
            "Vragen!B",
        ),
        (lambda _, sheet: (sheet.write(1, 1, "x"), sheet.write_comment(1, 1, "let op")), "paper-comments", ""),
        (
            lambda _, sheet: (sheet.write(1, 1, "x"), sheet.write_formula(0, 0, "=B9", None, "#REF!")),
            "paper-formula-errors",
            "Vragen!A1",
        ),
    ],
    ids=["row", "column", "comment", "error"],
)
def test_what_a_reader_may_not_see_is_told(
    tmp_path: Path, fill: Callable[[Workbook, Worksheet], object], code: str, first: str
) -> None:
    paper = noted(tmp_path, fill)
    assert codes(paper) == [code]
    assert dict(paper.notes[0].values) == {"count": "1", "first": first}


def test_a_formula_counts_by_its_result_and_without_one_it_is_told(tmp_path: Path) -> None:
    path = make(
        tmp_path, lambda _, sheet: (sheet.write_formula(0, 0, "=1+1", None, 2), sheet.write_formula(0, 1, "=1+2", None, 3))
    )
    rewrite(path, lambda _, content: content.replace(b"<v>3</v>", b""))
    paper = read(path)
    assert (paper.lines[0].text, codes(paper)) == ("2", ["paper-no-values"])


@pytest.mark.parametrize(
    ("source", "choices"),
    [
        (["Ja", "Nee", "Deels"], ("Ja", "Nee", "Deels")),
        ("=$F$1:$F$2", ("Voldoet", "Voldoet niet")),
        ("='Mijn lijst'!$A$1:$A$2", ("Een", "Twee")),
        ("=Keuze", ("Voldoet", "Voldoet niet")),
        ("=INDIRECT(A1)", ()),
    ],
    ids=["written out", "cells", "another sheet", "a name", "a formula"],
)
def test_the_answers_to_choose_from_are_kept(tmp_path: Path, source: object, choices: tuple[str, ...]) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["1", "Levert u op tijd?", None, None, None, "Voldoet"])
        sheet.write(1, 5, "Voldoet niet")
        book.add_worksheet("Mijn lijst").write_column(0, 0, ["Een", "Twee"])
        book.define_name("Keuze", "=Vragen!$F$1:$F$2")
        sheet.data_validation("C1:C9", {"validate": "list", "source": source})

    assert read(make(tmp_path, fill)).lines[0].cells[2].choices == choices


def test_an_unlocked_empty_cell_of_a_protected_sheet_is_open(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.protect()
        sheet.write_row(0, 0, ["Tarief", None, "per uur"])
        sheet.write_blank(0, 1, None, book.add_format({"locked": False}))

    assert [cell.is_open for cell in read(make(tmp_path, fill)).lines[0].cells] == [False, True, False]


def test_an_unlocked_cell_of_a_sheet_without_protection_says_nothing(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["Tarief", None, "per uur"])
        sheet.write_blank(0, 1, None, book.add_format({"locked": False}))

    assert not any(cell.is_open for cell in read(make(tmp_path, fill)).lines[0].cells)


def test_a_struck_cell_is_kept_and_marked(tmp_path: Path) -> None:
    line = noted(
        tmp_path, lambda book, sheet: sheet.write(0, 0, "Vervallen eis", book.add_format({"font_strikeout": True}))
    ).lines[0]
    assert (line.text, line.unsure) == ("Vervallen eis", "line-struck")


def test_a_text_box_over_the_cells_is_read(tmp_path: Path) -> None:
    paper = noted(
        tmp_path, lambda _, sheet: (sheet.write(0, 0, "x"), sheet.insert_textbox(3, 3, "Vul alleen wit in.\nMeer niet."))
    )
    assert (paper.lines[1].text, paper.lines[1].at) == ("Vul alleen wit in.\nMeer niet.", "Vragen!tekstvak 1")


# --- addresses ---------------------------------------------------------------------------------------------------


@given(st.text(min_size=1), st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_an_address_leads_back_to_its_cell(sheet: str, column: int, row: int) -> None:
    assert sheet_place(sheet_address(sheet, column, row)) == (sheet, column, row)


@given(st.integers(1, 16_384))
def test_letters_and_numbers_of_columns_are_the_same_thing(column: int) -> None:
    assert column_number(column_letters(column)) == column


@pytest.mark.parametrize("at", ["", "C7", "Vragen!", "Vragen!7", "Vragen!tekstvak 1", "body/14"])
def test_what_is_no_address_of_a_cell_has_no_place(at: str) -> None:
    assert sheet_place(at) is None


@pytest.mark.parametrize(
    ("reference", "area"),
    [
        ("B2:C5", Area(2, 2, 3, 5)),
        ("$C$5:$B$2", Area(2, 2, 3, 5)),
        ("B2", Area(2, 2, 2, 2)),
        ("A:B", Area(1, 1, 2, 1_048_576)),
        ("#REF!", None),
        ("", None),
    ],
)
def test_an_area_is_read_in_all_its_forms(reference: str, area: Area | None) -> None:
    assert read_area(reference) == area
