"""Tables in a Word file: marked, whole, and as wide as their words ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pitchkit.document import Document, EntryMark, Heading, Table
from pitchkit.writers.docx.widths import Column, column_widths, text_width
from tests.writers.samples import document, p, t
from tests.writers.wordfile import NAMES, WordFile, tag, val, words

Write = Callable[[Document], WordFile]

COSTS = Table(
    t("Wat het kost"),
    (t("Post"), t("Bedrag")),
    ((t("Huur"), t("€\u00a0640,00")), (t("Koffie"), ())),
    ("left", "right"),
)


def only_table(word: WordFile) -> list[list[str]]:
    table = next(word.body.iter(tag("w:tbl")))
    return [[words(cell) for cell in row.iter(tag("w:tc"))] for row in table.iter(tag("w:tr"))]


def test_the_header_row_is_marked_and_comes_back_on_every_page(written: Write) -> None:
    first, *others = written(document(COSTS)).body.iter(tag("w:tr"))
    assert first.find("w:trPr/w:tblHeader", NAMES) is not None
    assert all(row.find("w:trPr/w:tblHeader", NAMES) is None for row in others)


def test_a_row_is_not_divided_over_two_pages(written: Write) -> None:
    assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in written(document(COSTS)).body.iter(tag("w:tr")))


def test_an_empty_cell_gets_a_dash(written: Write) -> None:
    assert only_table(written(document(COSTS))) == [["Post", "Bedrag"], ["Huur", "€\u00a0640,00"], ["Koffie", "–"]]


def test_the_title_stands_above_and_in_the_properties(written: Write) -> None:
    word = written(document(COSTS))
    caption = word.paragraphs("caption")[0]
    assert words(caption) == "Wat het kost"
    assert caption.find("w:pPr/w:keepNext", NAMES) is not None
    table = next(word.body.iter(tag("w:tbl")))
    assert val(table.find("w:tblPr/w:tblCaption", NAMES)) == "Wat het kost"
    assert val(table.find("w:tblPr/w:tblDescription", NAMES)) == "Post, Bedrag"


def test_figures_and_their_header_stand_to_the_right(written: Write) -> None:
    word = written(document(COSTS))
    styles = [[word.style_of(cell) for cell in row.iter(tag("w:p"))] for row in word.body.iter(tag("w:tr"))]
    assert styles == [["Table Header", "Table Header"], ["Table Text", "Table Number"], ["Table Text", "Table Number"]]
    header = list(next(word.body.iter(tag("w:tr"))).iter(tag("w:p")))[1]
    assert val(header.find("w:pPr/w:jc", NAMES)) == "right"


def test_a_small_table_stays_on_one_page_and_a_long_one_does_not(written: Write) -> None:
    long = Table((), COSTS.header, COSTS.rows * 10, COSTS.align)

    def kept(table: Table) -> list[bool]:
        rows = written(document(table)).body.iter(tag("w:tr"))
        return [row.find(".//w:keepNext", NAMES) is not None for row in rows]

    assert kept(COSTS) == [True, True, False]
    assert kept(long) == [True] + [False] * 20


def test_there_is_room_below_a_table_also_before_text(written: Write) -> None:
    word = written(document(COSTS, p("Daarna."), COSTS, Heading(1, t("Kop"))))
    assert val(word.paragraph("Daarna").find("w:pPr/w:spacing", NAMES), "w:before") == "200"
    assert word.paragraph("Kop").find("w:pPr/w:spacing", NAMES) is None


def test_two_tables_do_not_grow_together(written: Write) -> None:
    untitled = Table((), COSTS.header, COSTS.rows, COSTS.align)
    tables = list(written(document(untitled, untitled)).body.iter(tag("w:tbl")))
    assert tables[0].getnext() is not tables[1]


def test_an_entry_ends_in_the_cell_where_it_begins(written: Write) -> None:
    cell = (EntryMark("a", "start"), *t("Huur"))
    word = written(document(Table((), (t("Post"),), ((cell,), (t("Koffie", EntryMark("a", "end")),)), ("left",))))
    marks = list(word.body.iter(tag("w:bookmarkStart"), tag("w:bookmarkEnd")))
    assert len(marks) == 2
    assert marks[0].getparent() is marks[1].getparent()


def test_an_entry_that_began_above_a_table_ends_below_it(written: Write) -> None:
    table = Table((), (t("Post"),), ((t("Koffie", EntryMark("a", "end")),),), ("left",))
    word = written(document(p(EntryMark("a", "start"), "Boven."), table, p("Onder.")))
    mark = next(word.body.iter(tag("w:bookmarkEnd")))
    assert mark.getprevious().tag == tag("w:tbl")  # type: ignore[union-attr]


# --- widths ------------------------------------------------------------------------------------------------------

TOTAL = 9070  # twips


def column(*cells: str, figures: bool = False, head: str = "Kop") -> Column:
    return Column(head, cells, figures)


@pytest.mark.parametrize(
    "columns",
    [
        (column("a"),),
        (column("", ""), column("")),
        (column("Een lange tekst " * 20), column("€\u00a01.284.500,00", figures=True), column("kort")),
        tuple(column("verantwoordingsdocumenten") for _ in range(12)),
    ],
    ids=["one", "empty", "mixed", "too many"],
)
def test_columns_together_are_exactly_as_wide_as_the_text(columns: tuple[Column, ...]) -> None:
    assert sum(column_widths(columns, TOTAL, 1.0)) == TOTAL


def test_a_figure_is_not_broken_by_a_long_neighbour() -> None:
    amount = "€\u00a01.284.500,00"
    _, width = column_widths((column("Een lange tekst " * 30), column(amount, figures=True)), TOTAL, 1.0)
    assert width >= text_width(amount, 1.0) + 180


def test_a_figure_with_a_space_in_it_stays_on_one_line() -> None:
    amount = "€ 1 284 500,00"
    _, width = column_widths((column("Een lange tekst " * 30), column(amount, figures=True)), TOTAL, 1.0)
    assert width >= text_width(amount, 1.0) + 180


def test_a_column_of_dates_is_not_broken() -> None:
    date = "14 januari 2027"
    _, _, width = column_widths((*[column("Een lange tekst " * 30)] * 2, column("2 februari 2027", date)), TOTAL, 1.0)
    assert width >= text_width(date, 1.0) + 180


def test_short_columns_do_not_push_out_a_text() -> None:
    names = [column("Sanne de Vries")] * 5
    *_, width = column_widths((*names, column("Een lange tekst " * 30)), TOTAL, 1.0)
    assert width > TOTAL / 6


def test_a_long_word_is_not_broken() -> None:
    word = "schuldhulpverleningstrajecten"
    width, _ = column_widths((column(word), column("Een lange tekst " * 30)), TOTAL, 1.0)
    assert width >= text_width(word, 1.0) + 180


def test_more_words_get_more_room_but_not_all() -> None:
    short, long = column_widths((column("Twee of drie woorden hier"), column("Een lange tekst " * 40)), TOTAL, 1.0)
    assert TOTAL / 8 < short < long


def test_what_is_left_over_goes_to_words_and_not_to_figures() -> None:
    text, figures = column_widths((column("Huur"), column("12", figures=True)), TOTAL, 1.0)
    assert text > 6 * figures


def test_wider_letters_ask_for_wider_columns() -> None:
    columns = (column("schuldhulp"), column("Een lange tekst " * 30))
    assert column_widths(columns, TOTAL, 1.3)[0] > column_widths(columns, TOTAL, 1.0)[0]
