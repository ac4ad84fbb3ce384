"""A buyer's PDF becomes lines: joined, ordered and marked where that is a guess."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pitchkit.offers.reading.papers import Line, Paper
from pitchkit.offers.reading.printed.joining import join_lines
from tests.offers.office_files import codes, read

LONG = "De opdrachtnemer zorgt dat inwoners binnen vijf werkdagen terecht kunnen en dat zij weten bij wie. "


class Sheet(FPDF):
    """A4 in points, written at the places that a test gives."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(auto=False)
        self.set_margin(0)

    def write_at(self, x: float, y: float, text: str, size: float = 10, style: str = "") -> float:
        """Put a line of text on the page, and return where the next one would stand."""
        self.set_font("helvetica", style, size)
        self.text(x, y, text)
        return y + 13

    def write_lines(self, x: float, y: float, texts: Sequence[str], style: str = "") -> float:
        """Put lines below each other, and return where the next one would stand."""
        for text in texts:
            y = self.write_at(x, y, text, style=style)
        return y

    def draw_table(self, y: float, rows: Sequence[Sequence[str]]) -> float:
        """Draw a table and return its lower edge; a cell that is "<" belongs to the one before it, "^" to the one above."""
        widths = (50, 300, 100)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                if text in {"<", "^"}:
                    continue
                span = 1 + next((count for count, other in enumerate(row[column + 1 :]) if other != "<"), len(row) - column - 1)
                below = 1 + next(
                    (count for count, other in enumerate(rows[at + 1 :]) if other[column] != "^"), len(rows) - at - 1
                )
                left = 60 + sum(widths[:column])
                self.rect(left, y + 20 * at, sum(widths[column : column + span]), 20 * below)
                self.write_at(left + 4, y + 20 * at + 14, text, style="" if at else "B")
        return y + 20 * len(rows)


def save(folder: Path, *pages: Callable[[Sheet], object], name: str = "paper.pdf") -> Path:
    """Write a PDF, page by page."""
    sheet = Sheet()
    for page in pages:
        sheet.add_page()
        page(sheet)
    path = folder / name
    path.write_bytes(bytes(sheet.output()))
    return path


def paper(folder: Path, *pages: Callable[[Sheet], object]) -> Paper:
    return read(save(folder, *pages))


def lines_of(folder: Path, *pages: Callable[[Sheet], object]) -> tuple[Line, ...]:
    return paper(folder, *pages).lines


# --- paragraphs --------------------------------------------------------------------------------------------------


def test_the_lines_of_a_paragraph_are_joined_and_a_gap_begins_a_new_one(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.write_lines(60, 100, ["De opdrachtnemer zorgt dat inwoners binnen vijf werkdagen terecht", "kunnen."])
        sheet.write_lines(60, y + 14, ["Daarna volgt een gesprek met de inwoner en met wie er bij hoort thuis", "en op school."])

    found = lines_of(tmp_path, page)
    assert [(line.text, line.place, line.at) for line in found] == [
        ("De opdrachtnemer zorgt dat inwoners binnen vijf werkdagen terecht kunnen.", "blz. 1, begin", "1:1"),
        ("Daarna volgt een gesprek met de inwoner en met wie er bij hoort thuis en op school.", "blz. 1, begin", "1:3"),
    ]


def test_items_and_numbers_begin_a_line_of_their_own(tmp_path: Path) -> None:
    reach = ["- het bereik en hoe u mensen vindt die niet uit zichzelf komen, ook", "  als zij de taal niet spreken;"]
    written = ["U beschrijft:", *reach, "- de duur.", "K1. Wat doet u?", "a) eerst", "b) daarna"]
    found = lines_of(tmp_path, lambda sheet: sheet.write_lines(60, 100, written))
    assert [(line.kind, line.number, line.text) for line in found] == [
        ("paragraph", "", "U beschrijft:"),
        ("item", "", "het bereik en hoe u mensen vindt die niet uit zichzelf komen, ook als zij de taal niet spreken;"),
        ("item", "", "de duur."),
        ("item", "K1", "Wat doet u?"),
        ("item", "a", "eerst"),
        ("item", "b", "daarna"),
    ]


def test_a_paragraph_goes_on_over_the_page_and_its_footnote(tmp_path: Path) -> None:
    def first(sheet: Sheet) -> None:
        sheet.write_lines(60, 100, [LONG.strip(), "Wij vragen hoe u dat doet met de mensen en de tijd die u heeft"])
        sheet.write_at(60, 800, "1 Zie bijlage 3.", size=7)

    found = lines_of(tmp_path, first, lambda sheet: sheet.write_lines(60, 100, ["en met de partners in de wijk.", "Einde."]))
    assert [line.text for line in found] == [
        f"{LONG}Wij vragen hoe u dat doet met de mensen en de tijd die u heeft en met de partners in de wijk.",
        "1 Zie bijlage 3.",
        "Einde.",
    ]


@pytest.mark.parametrize(
    ("halves", "known", "joined"),
    [
        (("de samen-", "werking"), (), ("de samenwerking", True)),
        (("de samen-", "werking"), ("samenwerking",), ("de samenwerking", False)),
        (("een wijk-", "team"), ("wijk-team",), ("een wijk-team", False)),
        (("zorg-", "en welzijn"), (), ("zorg- en welzijn", False)),
        (("oud-", "Hollands"), (), ("oud-Hollands", False)),
        (("wijk\u00ad", "team"), (), ("wijkteam", False)),
        (("en/", "of"), (), ("en/of", False)),
        (("een", "twee"), (), ("een twee", False)),
        (("een -", "twee"), (), ("een - twee", False)),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined(
    halves: tuple[str, str], known: tuple[str, ...], joined: tuple[str, bool]
) -> None:
    assert join_lines(*halves, known) == joined


@given(st.text(max_size=12), st.text(max_size=12))
def test_joining_lines_never_loses_a_letter(first: str, second: str) -> None:
    kept = [sign for sign in first + second if sign.isalnum()]
    assert [sign for sign in join_lines(first, second).text if sign.isalnum()] == kept


def test_a_joined_word_is_unsure_where_it_is_a_guess(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.write_lines(60, 100, ["De opdrachtnemer zorgt voor samenhang en voor een goede over-", "dracht aan het wijkteam."])

    line = lines_of(tmp_path, page)[0]
    assert line.text.endswith("voor een goede overdracht aan het wijkteam.")
    assert line.unsure == "line-hyphen"


def test_a_broken_word_that_stands_whole_elsewhere_is_certain(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.write_lines(
            60, 100, ["De opdrachtnemer zorgt voor samenhang en voor een goede over-", "dracht aan het wijkteam."]
        )
        sheet.write_lines(60, y + 20, ["Een overdracht kost tijd."])

    assert lines_of(tmp_path, page)[0].unsure == ""


# --- headings ----------------------------------------------------------------------------------------------------


def test_large_and_numbered_titles_are_headings_with_levels(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.write_at(60, 90, "Aanbesteding groepswerk", size=20)
        sheet.write_at(60, 130, "2.1 Planning", size=13, style="B")
        sheet.write_lines(60, 160, [LONG] * 3)
        sheet.write_at(60, 230, "Zonder nummer", size=13, style="B")
        sheet.write_lines(60, 260, [LONG] * 3)
        sheet.write_at(60, 320, "Alleen vet", style="B")
        sheet.write_lines(60, 340, [LONG] * 3)

    headings = [line for line in lines_of(tmp_path, page) if line.kind == "heading"]
    assert [(line.level, line.number, line.text, line.unsure) for line in headings] == [
        (1, "", "Aanbesteding groepswerk", "line-heading-guessed"),
        (2, "2.1", "Planning", ""),
        (2, "", "Zonder nummer", "line-heading-guessed"),
        (3, "", "Alleen vet", "line-heading-guessed"),
    ]
    assert headings[1].place == "blz. 1, § 2.1 Planning"


def test_a_heading_without_a_number_takes_the_level_of_those_that_look_like_it(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        for at, title in enumerate(("4.2.1 Planning", "Bijeenkomsten")):
            sheet.write_at(60, 130 + 100 * at, title, size=13)
            sheet.write_lines(60, 160 + 100 * at, [LONG] * 3)

    assert [line.level for line in lines_of(tmp_path, page) if line.kind == "heading"] == [3, 3]


def test_a_heading_in_the_outline_of_the_file_is_certain(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.start_section("Procedure", level=0)
        sheet.write_at(60, 60, "Procedure", style="B")
        sheet.start_section("Planning", level=1)
        sheet.write_at(60, 90, "Planning", style="B")
        sheet.write_lines(60, 120, [LONG])

    line = lines_of(tmp_path, page)[1]
    assert (line.kind, line.level, line.unsure) == ("heading", 2, "")


# --- tables ------------------------------------------------------------------------------------------------------


def test_a_table_with_lines_becomes_rows(tmp_path: Path) -> None:
    page = [("Nr", "Vraag", "Punten"), ("K1", "Beschrijf uw aanpak", "40"), ("K2", "Beschrijf uw team", "")]
    header, first, second = lines_of(tmp_path, lambda sheet: [sheet.write_at(60, 60, "Tekst."), sheet.draw_table(100, page)])[1:]
    assert (header.is_header, first.number, first.text, first.table, first.place) == (
        True, "K1", "Beschrijf uw aanpak | 40", "tabel 1", "blz. 1, begin, tabel 1, rij 2",
    )  # fmt: skip
    assert [(cell.place, cell.text, cell.at) for cell in second.cells] == [
        ("kolom A", "K2", "1:4:1"),
        ("kolom B", "Beschrijf uw team", "1:4:2"),
        ("kolom C", "", "1:4:3"),
    ]


def test_a_merged_cell_gives_its_words_in_a_pdf_too(tmp_path: Path) -> None:
    page = [("Thema", "Vraag", "Punten"), ("Een", "Beschrijf", "10"), ("^", "Leg uit", "20"), ("Totaal", "<", "30")]
    found = lines_of(tmp_path, lambda sheet: sheet.draw_table(100, page))
    assert [(cell.text, cell.is_merged) for cell in found[2].cells] == [("Een", True), ("Leg uit", False), ("20", False)]
    assert [(cell.text, cell.is_merged) for cell in found[3].cells] == [("Totaal", False), ("Totaal", True), ("30", False)]


def test_a_table_over_two_pages_is_one_and_its_header_is_read_once(tmp_path: Path) -> None:
    names = ("Nr", "Vraag", "Punten")
    found = lines_of(
        tmp_path,
        lambda sheet: sheet.draw_table(700, [names, ("K1", "Beschrijf uw aanpak", "40")]),
        lambda sheet: (
            sheet.draw_table(100, [names, ("", "en uw team", ""), ("K2", "Leg uit", "9")]),
            sheet.write_at(60, 300, "Einde."),
        ),
    )
    assert [(line.text, line.table, line.unsure) for line in found] == [
        ("Nr | Vraag | Punten", "tabel 1", ""),
        ("Beschrijf uw aanpak en uw team | 40", "tabel 1", "line-continued"),
        ("Leg uit | 9", "tabel 1", ""),
        ("Einde.", "", ""),
    ]


def test_a_row_that_may_go_on_over_a_page_is_left_as_it_is_and_marked(tmp_path: Path) -> None:
    found = lines_of(
        tmp_path,
        lambda sheet: sheet.draw_table(700, [("Nr", "Vraag", "Punten"), ("K1", "Beschrijf uw aanpak", "40")]),
        lambda sheet: (sheet.draw_table(100, [("", "Uw team", ""), ("K2", "Leg uit", "9")]), sheet.write_at(60, 300, "Einde.")),
    )
    assert [(line.text, line.unsure) for line in found[1:3]] == [("Beschrijf uw aanpak | 40", ""), ("Uw team", "line-continued")]


def test_columns_without_lines_are_rows_by_guess(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.write_at(60, 80, "De planning:")
        for at, (what, when) in enumerate(
            (("Publicatie", "2 november 2026"), ("Vragen stellen tot", "20 november 2026"), ("Gunning", "week 6"))
        ):
            sheet.write_at(60, 110 + 16 * at, what)
            sheet.write_at(300, 110 + 16 * at, when)

    found = lines_of(tmp_path, page)[1:]
    assert {(line.kind, line.unsure) for line in found} == {("row", "line-gaps")}
    assert [line.text for line in found] == [
        "Publicatie | 2 november 2026",
        "Vragen stellen tot | 20 november 2026",
        "Gunning | week 6",
    ]


def test_shades_behind_a_text_are_no_table(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.set_fill_color(230, 230, 230)
        for at in range(6):
            sheet.rect(60 + 18 * (at % 2), 100 + 13 * at, 300 - 18 * (at % 2), 13, style="F")
            sheet.write_at(80, 110 + 13 * at, "Dit staat in een grijs vlak en loopt door")

    assert {line.kind for line in lines_of(tmp_path, page)} == {"paragraph"}


# --- pages -------------------------------------------------------------------------------------------------------


def test_heads_feet_and_page_numbers_are_left_out_and_told(tmp_path: Path) -> None:
    def page(number: int) -> Callable[[Sheet], None]:
        def fill(sheet: Sheet) -> None:
            sheet.write_at(60, 40, "Leidraad Voorbeeldstad")
            sheet.write_at(60, 200, f"Tekst van bladzijde {'abcd'[number]}.")
            sheet.write_at(300, 815, f"Pagina {number + 1} van 4")

        return fill

    found = paper(tmp_path, *(page(number) for number in range(4)))
    assert [line.text for line in found.lines] == [f"Tekst van bladzijde {sign}." for sign in "abcd"]
    assert dict(next(note for note in found.notes if note.code == "paper-running-heads").values) == {
        "count": "8",
        "first": "Leidraad Voorbeeldstad",
    }


def test_the_table_of_contents_of_a_pdf_is_left_out(tmp_path: Path) -> None:
    def contents(sheet: Sheet) -> None:
        for at, title in enumerate(("1 Inleiding", "2 Planning")):
            sheet.write_at(60, 200 + 14 * at, f"{title} {'.' * 40} 1")
        for at, title in enumerate(("3 Eisen", "4 Wensen", "5 Prijs")):
            sheet.write_at(60, 300 + 14 * at, title)
            sheet.write_at(500, 300 + 14 * at, "2")

    found = paper(tmp_path, contents, lambda sheet: sheet.write_at(60, 200, "Tekst."))
    assert [line.text for line in found.lines] == ["Tekst."]
    assert "paper-contents" in codes(found)


def test_two_columns_are_read_one_after_the_other_and_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.write_at(60, 80, "Een kop die over de twee kolommen van deze bladzijde heen loopt tot aan de rand", size=11)
        for at in range(12):
            sheet.write_at(60, 120 + 13 * at, f"links {at} staat deze regel in de eerste kolom")
            sheet.write_at(330, 120 + 13 * at, f"rechts {at} staat deze regel in de tweede")

    found = paper(tmp_path, page)
    text = " ".join(line.text for line in found.lines)
    assert text.index("links 11") < text.index("rechts 0")
    assert "paper-columns" in codes(found)


def test_a_watermark_does_not_get_between_the_words(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        with sheet.rotation(45, 300, 400):
            sheet.write_at(100, 400, "CONCEPT", size=110)
        sheet.write_lines(60, 100, [LONG] * 40)

    assert lines_of(tmp_path, page)[0].text == " ".join([LONG.strip()] * 40)


def picture() -> io.BytesIO:
    content = io.BytesIO()
    Image.new("L", (60, 80), 200).save(content, "PNG")
    content.seek(0)
    return content


def test_scanned_pages_are_told_by_number(tmp_path: Path) -> None:
    scan: Callable[[Sheet], object] = lambda sheet: sheet.image(picture(), 0, 0, 595, 842)  # noqa: E731 - as the others
    found = paper(
        tmp_path,
        lambda sheet: sheet.write_at(60, 100, "Tekst."),
        scan,
        scan,
        lambda sheet: sheet.write_at(60, 100, "Meer."),
        scan,
    )
    assert dict(next(note for note in found.notes if note.code == "paper-scanned-pages").values)["first"] == "2-3, 5"


def test_text_that_was_recognised_from_a_scan_is_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.image(picture(), 0, 0, 595, 842)
        sheet.write_lines(60, 100, [LONG] * 5)

    assert "paper-recognised-pages" in codes(paper(tmp_path, page))


def test_text_on_its_side_is_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.write_at(60, 100, "Tekst.")
        with sheet.rotation(90, 300, 400):
            sheet.write_at(300, 400, "Dit staat op zijn kant in de marge")

    found = paper(tmp_path, page)
    assert ([line.text for line in found.lines], "paper-turned-text" in codes(found)) == (["Tekst."], True)


def test_every_pdf_says_that_it_was_read_by_its_look(tmp_path: Path) -> None:
    assert "paper-pdf" in codes(paper(tmp_path, lambda sheet: sheet.write_at(60, 100, "Tekst.")))
