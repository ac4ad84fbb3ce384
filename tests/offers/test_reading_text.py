"""A buyer's CSV or Markdown becomes lines, and numbers that were typed are taken off the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.typed_numbers import depth_of, is_number_only, split_number
from tests.offers.office_files import codes, read


def lines_of(folder: Path, name: str, content: str | bytes) -> tuple[Line, ...]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read(path).lines


# --- separated values --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_sign_between_the_values_is_found(tmp_path: Path, delimiter: str) -> None:
    written = "\r\n".join(delimiter.join(row) for row in (("Nr", "Eis", "Weging"), ("E1", '"Lever, op tijd; altijd"', "10")))
    header, line = lines_of(tmp_path, "eisen.csv", written)
    assert (header.is_header, line.is_header) == (True, False)
    assert [(cell.text, cell.place, cell.at) for cell in line.cells] == [
        ("E1", "kolom A", "2:1"), ("Lever, op tijd; altijd", "kolom B", "2:2"), ("10", "kolom C", "2:3"),
    ]  # fmt: skip
    assert (line.number, line.text, line.place, line.at) == ("E1", "Lever, op tijd; altijd | 10", "rij 2", "2")


def test_a_cell_may_hold_lines_and_empty_rows_count_for_the_place(tmp_path: Path) -> None:
    _, first, second = lines_of(tmp_path, "a.csv", 'Nr;Vraag\n1;"Beschrijf:\n- a\n\n- b"\n;\n2;Leg uit\n')
    assert (first.cells[1].text, first.at, second.at) == ("Beschrijf:\n- a\n- b", "2", "4")


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["paper-encoding"])],
)
def test_every_encoding_that_excel_writes_is_read(tmp_path: Path, encoding: str, noted: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Nr;Cliënt – €\n1;ja\n".encode(encoding))
    paper = read(path)
    assert (paper.lines[0].cells[1].text, codes(paper)) == ("Cliënt – €", noted)
    assert not noted or dict(paper.notes[0].values)["first"] == "Windows-1252"


def test_a_stated_delimiter_is_obeyed(tmp_path: Path) -> None:
    line = lines_of(tmp_path, "a.csv", "sep=#\nNr#a;b;c\n1#d;e;f\n")[1]
    assert (line.at, [cell.text for cell in line.cells]) == ("3", ["1", "d;e;f"])


def test_uneven_rows_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b;c\n1;2;3\n1;2\n1;2;3;4\n")
    paper = read(path)
    assert (len(paper.lines), dict(paper.notes[0].values)) == (4, {"count": "2", "first": "rij 3"})


@given(st.lists(st.lists(st.text(max_size=5), min_size=2, max_size=4), max_size=6))
def test_any_values_can_be_read(rows: list[list[str]]) -> None:
    from pitchkit.offers.reading.noting import Notes
    from pitchkit.offers.reading.separated import read_separated

    read_separated("\n".join(";".join(row) for row in rows).encode("utf-8", "replace"), Notes())


# --- Markdown ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("## 4.2 Planning ##", [("heading", 2, "4.2", "Planning")]),
        ("Planning\n========", [("heading", 1, "", "Planning")]),
        ("Planning\n---", [("heading", 2, "", "Planning")]),
        ("een\ntwee\n\ndrie", [("paragraph", 0, "", "een twee"), ("paragraph", 0, "", "drie")]),
        ("een  \ntwee\\\ndrie", [("paragraph", 0, "", "een\ntwee\ndrie")]),
        ("- een\n  verder\n  - twee\n- drie", [("item", 1, "", "een verder"), ("item", 2, "", "twee"), ("item", 1, "", "drie")]),
        ("1. een\n   a) twee\n2. drie", [("item", 1, "1", "een"), ("item", 2, "a", "twee"), ("item", 1, "2", "drie")]),
        ("- [ ] open\n- [x] klaar", [("item", 1, "", "☐ open"), ("item", 1, "", "☒ klaar")]),
        ("Vraag 3: hoe?", [("item", 1, "Vraag 3", "hoe?")]),
        (
            "**Beschrijf** *hoe* `het` [gaat](http://x.nl)[^1] met wij_zij\\*",
            [("paragraph", 0, "", "Beschrijf hoe het gaat met wij_zij*")],
        ),
        ("> Let op:\n> tijdig", [("paragraph", 0, "", "Let op: tijdig")]),
        ("```\n1 = 1\n```", [("paragraph", 0, "", "1 = 1")]),
        ("a\n\n---\n\nb", [("paragraph", 0, "", "a"), ("paragraph", 0, "", "b")]),
        ("een <!-- niet\ndit --> twee", [("paragraph", 0, "", "een twee")]),
        ("[^1]: Zie bijlage.", [("paragraph", 0, "", "Zie bijlage.")]),
        ("#hashtag", [("paragraph", 0, "", "#hashtag")]),
    ],
)
def test_markdown_is_read_for_what_it_says(tmp_path: Path, written: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert [(line.kind, line.level, line.number, line.text) for line in lines_of(tmp_path, "a.md", written)] == expected


def test_a_table_in_markdown_has_rows_with_places(tmp_path: Path) -> None:
    header, line = lines_of(
        tmp_path, "a.md", "Tekst\n| Nr | Vraag | Punten |\n|---|:-:|--:|\n| K1 | a \\| b<br>c | |\n\n| geen tabel |\n"
    )[1:3]
    assert (header.is_header, line.number, line.at, line.place) == (True, "K1", "4", "begin, tabel 1, rij 2")
    assert [(cell.text, cell.at) for cell in line.cells] == [("K1", "4:1"), ("a | b\nc", "4:2"), ("", "4:3")]


def test_html_is_read_as_text_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("<p>Maximaal 3 A4</p>\n")
    paper = read(path)
    assert (paper.lines[0].text, paper.lines[0].unsure, codes(paper)) == ("Maximaal 3 A4", "line-markup", ["paper-markup"])


def test_a_line_of_markdown_says_its_heading_and_its_line(tmp_path: Path) -> None:
    assert lines_of(tmp_path, "a.md", "# 2 Aanpak\n\nTekst.")[1].place == "§ 2 Aanpak, regel 3"


@given(st.text(alphabet="#*-_|`>[]()<>! \n1.a\\:~+=", max_size=60))
def test_no_markdown_can_break_the_reading(text: str) -> None:
    from pitchkit.offers.reading.marked import read_marked
    from pitchkit.offers.reading.noting import Notes

    for line in read_marked(text.encode(), Notes()):
        assert line.kind == "row" or line.text


# --- typed numbers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("4.2.1 Planning", "4.2.1", "Planning"),
        ("4.2.1. Planning", "4.2.1", "Planning"),
        ("§ 4.2 Planning", "4.2", "Planning"),
        ("1.Inleiding", "1", "Inleiding"),
        ("1)\tInleiding", "1", "Inleiding"),
        ("a) eerste", "a", "eerste"),
        ("(b) tweede", "b", "tweede"),
        ("iv. vierde", "iv", "vierde"),
        ("1a. eerste", "1a", "eerste"),
        ("K1: kwaliteit", "K1", "kwaliteit"),
        ("K1 Kwaliteit", "K1", "Kwaliteit"),
        ("R1 – Risico", "R1", "Risico"),
        ("E-01 De opdrachtnemer", "E-01", "De opdrachtnemer"),
        ("SG1.a Visie", "SG1.a", "Visie"),
        ("Vraag 3. Beschrijf", "Vraag 3", "Beschrijf"),
        ("Wens W12 – x", "Wens W12", "x"),
        ("Subgunningscriterium 2.1: Aanpak", "Subgunningscriterium 2.1", "Aanpak"),
        ("Bijlage A", "Bijlage A", ""),
        ("Perceel 1 – Jeugd", "Perceel 1", "Jeugd"),
        ("2 keer per jaar", "", ""),
        ("3.500 euro per jaar", "", ""),
        ("10.000 inwoners", "", ""),
        ("2.1 miljoen", "", ""),
        ("1 maart 2026", "", ""),
        ("31.12.2026 is de dag", "", ""),
        ("24/7 bereikbaar", "", ""),
        ("A4 formaat", "", ""),
        ("NEN 7510 gecertificeerd", "", ""),
        ("NEN 7510: verplicht", "", ""),
        ("B1 niveau", "", ""),
        ("I. de Vries", "", ""),
        ("U kunt", "", ""),
        ("vraag 12 van het formulier", "", ""),
        ("Artikel 4 van de wet", "", ""),
        ("o.a. dit", "", ""),
        ("3 Planning", "", ""),
    ],
)
def test_a_number_is_told_from_an_amount_a_date_and_a_name(text: str, number: str, rest: str) -> None:
    assert split_number(text) == (number, rest if number else text)


def test_in_a_title_a_bare_figure_is_a_number() -> None:
    assert split_number("3 Planning", is_title=True) == ("3", "Planning")
    assert split_number("3 Maart 2027", is_title=True) == ("", "3 Maart 2027")


@pytest.mark.parametrize(
    ("text", "alone"),
    [("K1", True), ("1.", True), ("4.2.1", True), ("a)", True), ("Vraag 3", True), ("Kwaliteit", False), ("10%", False)],
)
def test_a_first_column_with_numbers_is_known(text: str, alone: bool) -> None:  # noqa: FBT001 - an answer
    assert is_number_only(text) is alone


@pytest.mark.parametrize(("number", "depth"), [("4.2.1", 3), ("K1", 1), ("Bijlage 3", 1), ("Eis 4.1", 2), ("a", 1), ("", 1)])
def test_the_parts_of_a_number_tell_how_deep_it_stands(number: str, depth: int) -> None:
    assert depth_of(number) == depth


@given(st.text(max_size=40))
def test_a_number_and_its_rest_never_invent_a_word(text: str) -> None:
    number, rest = split_number(text)
    assert text.endswith(rest)
    assert number == "" or number.split()[0] in text
