"""Which letters any Word file shows: through styles, themes, tables, lists, notes, charts and text boxes."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt

from pitchkit.writers.docx import write
from pitchkit.writers.docx.letters import Face, letters_in
from tests.writers import houses, samples
from tests.writers.houses import rezip
from tests.writers.wordfile import W, WordFile

WORD = docx.document.Document


def saved(word: WORD) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def faces(data: bytes, words: str) -> set[tuple[str, Decimal, str]]:
    return {(one.face.font, one.face.size, one.where) for one in letters_in(data) if one.words.startswith(words)}


def test_our_own_documents_are_in_one_letter(pitch: WordFile) -> None:
    found = letters_in(pitch.data)
    assert {one.face.font for one in found} == {"Calibri", "Segoe UI Symbol"}
    assert {one.words for one in found if one.face.font != "Calibri"} == {"\u2610"}
    assert {one.where for one in found} == {"text", "heading", "table", "list sign", "note", "header", "footer"}
    assert {one.face.size for one in found if one.where == "note"} == {Decimal(9)}


def test_each_letter_is_told_once_for_a_kind_of_place_with_its_first_words() -> None:
    word = docx.Document()
    for text in ("Eerste regel", "Tweede regel"):
        word.add_paragraph(text)
    found = [one for one in letters_in(saved(word)) if one.where == "text"]
    assert [one.words for one in found] == ["Eerste regel"]


def test_a_style_gives_what_it_is_based_on_and_a_run_goes_before_it() -> None:
    word = docx.Document()
    word.styles["Body Text"].font.size = Pt(13)
    word.styles["Body Text 2"].base_style = word.styles["Body Text"]
    paragraph = word.add_paragraph("Geërfd", style="Body Text 2")
    run = paragraph.add_run("Eigen")
    run.font.size, run.font.name = Pt(7.5), "Georgia"
    word.add_paragraph().add_run("Teken", style="Intense Emphasis").style.font.size = Pt(14)
    data = saved(word)
    assert {size for _, size, _ in faces(data, "Geërfd")} == {Decimal(13)}
    assert faces(data, "Eigen") == {("Georgia", Decimal("7.5"), "text")}
    assert {size for _, size, _ in faces(data, "Teken")} == {Decimal(14)}


def test_a_font_of_the_theme_is_called_by_its_name() -> None:
    word = docx.Document()
    word.add_heading("Kop", 1)
    word.add_paragraph("Tekst")
    data = saved(word)  # python-docx begins with a theme of Calibri and Cambria
    assert faces(data, "Kop") == {("Calibri", Decimal(14), "heading")}
    assert {font for font, _, _ in faces(data, "Tekst")} == {"Cambria"}


def test_words_beyond_ascii_may_have_a_font_of_their_own() -> None:
    word = docx.Document()
    run = word.add_paragraph().add_run("één")
    run.font.name = "Georgia"
    next(run.element.iter(f"{{{W}}}rFonts")).set(f"{{{W}}}hAnsi", "Tahoma")
    assert {font for font, _, _ in faces(saved(word), "één")} == {"Georgia", "Tahoma"}


def test_a_table_style_counts_for_the_words_in_it_and_for_its_first_row() -> None:
    word = docx.Document()
    style = word.styles["Table Grid"]
    style.element.append(parse_xml(f'<w:rPr xmlns:w="{W}"><w:rFonts w:ascii="Tahoma"/></w:rPr>'))
    first = '<w:rPr><w:rFonts w:ascii="Verdana"/></w:rPr>'
    style.element.append(parse_xml(f'<w:tblStylePr xmlns:w="{W}" w:type="firstRow">{first}</w:tblStylePr>'))
    word.styles.element.find(f"{{{W}}}docDefaults").clear()
    table = word.add_table(2, 1, style=style)
    table.cell(0, 0).text, table.cell(1, 0).text = "Boven", "Onder"
    inner = table.cell(1, 0).add_table(1, 1)
    inner.cell(0, 0).text = "Binnen"
    data = saved(word)
    assert {(font, where) for font, _, where in faces(data, "Boven")} == {("Verdana", "table")}
    assert {(font, where) for font, _, where in faces(data, "Onder")} == {("Tahoma", "table")}
    assert {(font, where) for font, _, where in faces(data, "Binnen")} == {("Times New Roman", "table")}


def test_hidden_deleted_and_emptied_words_show_no_letters() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    paragraph.add_run("Verborgen").font.hidden = True
    paragraph.add_run("   ").font.size = Pt(4)
    paragraph._p.append(parse_xml(f'<w:del xmlns:w="{W}" w:id="9"><w:r><w:delText>Weg</w:delText></w:r></w:del>'))  # noqa: SLF001
    assert [one.words for one in letters_in(saved(word)) if one.where == "text"] == []


def test_a_text_box_is_read_once() -> None:
    box = (
        f'<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        '<mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:rPr><w:sz w:val="12"/></w:rPr><w:t>Kader</w:t></w:r></w:p>'
        "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Kader</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    word = docx.Document()
    word.add_paragraph("Tekst")._p.append(parse_xml(box))  # noqa: SLF001 - python-docx knows no text boxes
    found = [one for one in letters_in(saved(word)) if one.where == "text box"]
    assert [(one.words, one.face.size) for one in found] == [("Kader", Decimal(6))]


def test_the_sign_of_a_list_has_letters_of_its_own(pitch: WordFile) -> None:
    own, tiny = b'<w:rPr><w:color w:val="154273"/></w:rPr>', b'<w:rPr><w:sz w:val="10"/></w:rPr>'
    small = rezip(pitch.data, {}, lambda _, content: content.replace(own, tiny))
    assert {one.words for one in letters_in(small) if one.face.size == 5} == {"%1."}


def test_a_chart_says_what_its_axes_titles_and_labels_are() -> None:
    from tests.writers.charts import COSTS

    found = [one for one in letters_in(write(samples.document(COSTS))) if one.where == "chart"]
    assert {one.face for one in found} == {Face("Calibri", Decimal(9)), Face("Calibri", Decimal(10))}


def test_a_house_style_in_dutch_is_read_too(dutch_pitch: WordFile) -> None:
    assert ("Verdana", Decimal(9), "text") in faces(dutch_pitch.data, "Wij vragen")


def test_a_symbol_has_the_font_that_it_names() -> None:
    word = docx.Document()
    word.add_paragraph()._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))  # noqa: SLF001
    assert "Wingdings" in {one.face.font for one in letters_in(saved(word))}


def test_a_file_without_styles_is_in_what_word_takes() -> None:
    def without_styles(name: str, content: bytes) -> bytes:
        return content.replace(b'/styles"', b'/niets"') if name.endswith("document.xml.rels") else content

    word = docx.Document()
    word.add_paragraph("Kaal")
    assert faces(rezip(saved(word), {}, without_styles), "Kaal") == {("Times New Roman", Decimal(10), "text")}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Geen Word", "zip"], ids=["nothing", "half a zip", "text", "another zip"])
def test_what_is_no_word_file_is_refused(data: bytes | str) -> None:
    if isinstance(data, str):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("a.xml", "<a/>")
        data = buffer.getvalue()
    with pytest.raises(ValueError, match="not a Word file"):
        letters_in(data)


@pytest.mark.parametrize("broken", [b"<w:document", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'], ids=["half", "with a DOCTYPE"])
def test_a_broken_part_is_refused_by_name(broken: bytes, pitch: WordFile) -> None:
    with pytest.raises(ValueError, match=r"word/document\.xml"):
        letters_in(rezip(pitch.data, {}, lambda name, content: broken if name == "word/document.xml" else content))


def test_a_file_of_an_organisation_can_be_read(tmp_path: Path) -> None:
    assert letters_in(houses.dutch_template(tmp_path / "huis.dotx").read_bytes())
