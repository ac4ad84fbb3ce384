"""A buyer's Word file becomes lines: in reading order, numbered as on the page, with the place of each."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from pitchkit.offers.reading.addresses import word_element
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.word.numbering import write_number
from tests.offers.office_files import (
    cell,
    codes,
    control,
    counted,
    numbering,
    paragraph,
    read,
    read_body,
    row,
    run,
    table,
    write_word,
)

BOLD = "<w:b/>"
LEGAL = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
MARKED = '<w:shd w:val="clear" w:fill="CCCCCC"/>'


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def only_row(lines: tuple[Line, ...]) -> Line:
    return next(line for line in lines if line.kind == "row")


# --- headings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "level"),
    [
        (paragraph("Planning", "Kop1"), 1),
        (paragraph("Planning", "Kop2"), 2),
        (paragraph("Planning", "HuisKop"), 1),
        (paragraph("Planning", about='<w:outlineLvl w:val="2"/>'), 3),
        (paragraph("Planning", "Kop1", about='<w:outlineLvl w:val="9"/>'), 0),
        (paragraph("Planning", "Kader"), 0),
        (paragraph("Planning"), 0),
    ],
    ids=[
        "by name",
        "by outline level",
        "by the style it is based on",
        "by its own level",
        "switched off",
        "switched off by style",
        "plain",
    ],
)
def test_a_heading_is_found_along_its_style(tmp_path: Path, written: str, level: int) -> None:
    line, _ = read_body(tmp_path, written + paragraph("Tekst."))
    assert (line.kind, line.level, line.unsure) == ("heading" if level else "paragraph", level, "")


def test_a_file_without_styles_still_knows_kop1(tmp_path: Path) -> None:
    assert read(write_word(tmp_path / "a.docx", paragraph("Planning", "Kop1"), styles="")).lines[0].level == 1


@pytest.mark.parametrize(
    ("text", "look", "after", "kind"),
    [
        ("4.2 Planning", BOLD, "De data.", "heading"),
        ("Planning", BOLD, "De data.", "heading"),
        ("Planning", '<w:sz w:val="28"/>', "De data.", "heading"),
        ("Dit is belangrijk om te weten.", BOLD, "De data.", "paragraph"),
        ("Hoe bereikt u hen?", BOLD, "De data.", "paragraph"),
        ("Slotwoord", BOLD, "", "paragraph"),
        ("Planning", "", "De data.", "paragraph"),
    ],
    ids=["numbered", "bold", "large", "a sentence", "a question", "nothing under it", "plain"],
)
def test_what_only_looks_like_a_heading_becomes_one_and_says_so(
    tmp_path: Path, text: str, look: str, after: str, kind: str
) -> None:
    lines = read_body(tmp_path, paragraph("Tekst.") + paragraph(text, look=look) + (paragraph(after) if after else ""))
    assert lines[1].kind == kind
    assert lines[1].unsure == ("line-heading-guessed" if kind == "heading" else "")


def test_the_bold_lines_of_a_title_page_are_not_headings(tmp_path: Path) -> None:
    lines = read_body(
        tmp_path, "".join(paragraph(text, look=BOLD) for text in ("Leidraad", "Gemeente", "2027")) + paragraph("Tekst.")
    )
    assert {line.kind for line in lines} == {"paragraph"}


def test_a_guessed_heading_with_one_figure_stands_below_the_last_certain_one(tmp_path: Path) -> None:
    lines = read_body(tmp_path, paragraph("Aanpak", "Kop2") + paragraph("1. Visie", look=BOLD) + paragraph("Tekst."))
    assert [line.level for line in lines[:2]] == [2, 3]


def test_a_style_of_headings_round_an_article_makes_an_item(tmp_path: Path) -> None:
    line = read_body(tmp_path, counted("De opdrachtnemer levert. " * 9, 1, style="Kop2"), lists=numbering(*LEGAL))[0]
    assert (line.kind, line.number) == ("item", "1")


# --- numbers -----------------------------------------------------------------------------------------------------


def test_numbers_that_word_counts_are_those_on_the_page(tmp_path: Path) -> None:
    body = "".join(counted(f"t{at}", 1, level) for at, level in enumerate((0, 1, 1, 2, 2, 0, 1, 2)))
    lines = read_body(tmp_path, body, lists=numbering(*LEGAL))
    assert [line.number for line in lines] == ["1", "1.1", "1.2", "a", "b", "2", "2.1", "a"]
    assert [line.level for line in lines] == [1, 2, 2, 3, 3, 1, 2, 3]


def test_a_list_goes_on_under_another_id_and_begins_again_where_it_says_so(tmp_path: Path) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    more = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    more += f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{override}</w:num>'
    body = "".join(counted("t", one) for one in (1, 1, 2, 3, 3, 1))
    lines = read_body(tmp_path, body, lists=numbering(("decimal", "%1."), more=more))
    assert [line.number for line in lines] == ["1", "2", "3", "1", "2", "3"]


def test_a_level_that_is_never_restarted_counts_on(tmp_path: Path) -> None:
    lists = numbering(("decimal", "%1"), ("decimal", "Vraag %2")).replace(
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Vraag %2"/>',
        '<w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="Vraag %2"/>',
    )
    lines = read_body(tmp_path, "".join(counted("t", 1, level) for level in (0, 1, 1, 0, 1)), lists=lists)
    assert [line.number for line in lines] == ["1", "Vraag 1", "Vraag 2", "2", "Vraag 3"]


def test_a_level_may_begin_again_only_after_the_first_one(tmp_path: Path) -> None:
    lists = numbering(("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "Eis %3")).replace(
        '<w:lvlText w:val="Eis %3"/>', '<w:lvlRestart w:val="1"/><w:lvlText w:val="Eis %3"/>'
    )
    lines = read_body(tmp_path, "".join(counted("t", 1, level) for level in (0, 1, 2, 1, 2, 0, 2)), lists=lists)
    assert [line.number for line in lines if line.level == 3] == ["Eis 1", "Eis 2", "Eis 1"]


def test_a_legal_number_has_no_roman_parts(tmp_path: Path) -> None:
    lists = numbering(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )
    lines = read_body(tmp_path, counted("t", 1) + counted("t", 1, 1), lists=lists)
    assert [line.number for line in lines] == ["I", "1.1"]


def test_a_list_is_found_through_the_style(tmp_path: Path) -> None:
    list_of_style = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="Eis"><w:name w:val="Eis"/>{list_of_style}</w:style>'
    path = write_word(tmp_path / "a.docx", paragraph("De prijs.", "Eis"), styles=styles, lists=numbering(("decimal", "E-%1")))
    assert read(path).lines[0].number == "E-1"


@pytest.mark.parametrize("list_id", [0, 99], ids=["switched off", "not there"])
def test_a_paragraph_without_a_list_has_no_number(tmp_path: Path, list_id: int) -> None:
    assert read_body(tmp_path, counted("Tekst.", list_id), lists=numbering(*LEGAL))[0].kind == "paragraph"


def test_a_bullet_is_an_item_without_a_number(tmp_path: Path) -> None:
    lines = read_body(tmp_path, counted("Eerste", 1) + paragraph("• Tweede"), lists=numbering(("bullet", "\uf0b7")))
    assert [(line.kind, line.number, line.text) for line in lines] == [("item", "", "Eerste"), ("item", "", "Tweede")]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (14, "lowerRoman", "xiv"),
        (1990, "upperRoman", "MCMXC"),
        (4, "decimalZero", "04"),
        (2, "ordinal", "2e"),
        (2, "chicago", "2"),
        (2, "none", ""),
    ],
)
def test_a_count_is_written_in_the_form_of_the_list(count: int, form: str, written: str) -> None:
    assert write_number(count, form) == written


def test_a_typed_number_is_no_part_of_the_text(tmp_path: Path) -> None:
    line = read_body(tmp_path, paragraph("Vraag 3: Beschrijf de aanpak."))[0]
    assert (line.kind, line.number, line.text) == ("item", "Vraag 3", "Beschrijf de aanpak.")


def test_a_number_before_a_tab_is_split_off(tmp_path: Path) -> None:
    line = read_body(tmp_path, paragraph("Inleiding", "Kop1", inside="").replace("Inleiding", "2</w:t><w:tab/><w:t>Inleiding"))[0]
    assert (line.number, line.text) == ("2", "Inleiding")


# --- words -------------------------------------------------------------------------------------------------------


BEGIN, END = ('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>')
DELETED = '<w:del w:id="2"><w:r><w:delText>oud</w:delText></w:r></w:del>'


def field(result: str) -> str:
    marks = (f"<w:r>{BEGIN}</w:r><w:r><w:instrText>REF x</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    return f"{''.join(marks)}{run(result)}<w:r>{END}</w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("een ") + f'<w:ins w:id="1">{run("nieuw ")}</w:ins>' + DELETED, "een nieuw"),
        (f'<w:moveFrom w:id="1">{run("weg")}</w:moveFrom><w:moveTo w:id="2">{run("hier")}</w:moveTo>', "hier"),
        (f"<w:hyperlink>{run('de site')}</w:hyperlink>", "de site"),
        (run("zie ") + field("4.2"), "zie 4.2"),
        (f'<w:fldSimple w:instr="x">{run("3")}</w:fldSimple>' + run(" A4"), "3 A4"),
        (f"<w:r>{BEGIN}<w:t>opdracht</w:t></w:r><w:r>{END}</w:r>" + run("zelf"), "zelf"),
        (f"<w:r>{BEGIN}<w:instrText>DATE</w:instrText>{END}<w:t>op tijd</w:t></w:r>", "op tijd"),
        (control(run("in een vak")), "in een vak"),
        ("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r>", "een\ntwee"),
        ("<w:r><w:t>een</w:t><w:tab/><w:t>twee</w:t></w:r>", "een twee"),
        ("<w:r><w:t>knock</w:t><w:noBreakHyphen/><w:t>out</w:t></w:r>", "knock-out"),
        ("<w:r><w:t>wijk</w:t><w:softHyphen/><w:t>team</w:t></w:r>", "wijkteam"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t> ja</w:t></w:r>', "☐ ja"),
        (run("drie\u00a0 \u2009A4"), "drie A4"),
        (f"<w:smartTag>{run('Gouda')}</w:smartTag>", "Gouda"),
    ],
    ids=["added and deleted", "moved", "link", "field", "simple field", "text in a field",
         "field without result", "control", "broken line", "tab",
         "hyphen", "soft hyphen", "box", "odd blanks", "smart tag"],
)  # fmt: skip
def test_a_paragraph_says_what_the_page_shows(tmp_path: Path, inside: str, text: str) -> None:
    assert texts(read_body(tmp_path, paragraph(inside=inside))) == [text]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f'<w:ins w:id="1">{run("nieuw")}</w:ins>', "paper-tracked-changes"),
        (run("x") + '<w:r><w:commentReference w:id="0"/></w:r>', "paper-comments"),
        (run("x") + run("geheim", "<w:vanish/>"), "paper-hidden-text"),
        (run("x") + run("geheim", '<w:rStyle w:val="Verborgen"/>'), "paper-hidden-text"),
        (run("x") + "<w:r><w:object/></w:r>", "paper-embedded"),
        (
            run("x") + '<w:r><w:drawing><wp:inline><wp:extent cx="5000000" cy="3000000"/></wp:inline></w:drawing></w:r>',
            "paper-pictures",
        ),
    ],
    ids=["changes", "comments", "hidden", "hidden by style", "embedded", "picture"],
)
def test_what_is_not_read_is_told(tmp_path: Path, body: str, code: str) -> None:
    paper = read(write_word(tmp_path / "a.docx", paragraph(inside=body)))
    assert codes(paper) == [code]
    assert "geheim" not in paper.lines[0].text


def test_the_words_in_a_text_box_are_read_once(tmp_path: Path) -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('In het kader')}</w:txbxContent></wps:txbx>"
    drawing = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    drawing += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(read_body(tmp_path, paragraph("Ervoor", inside=drawing) + paragraph("Erna"))) == [
        "Ervoor",
        "In het kader",
        "Erna",
    ]


def test_the_table_of_contents_is_left_out_and_counted(tmp_path: Path) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        control(paragraph("Inleiding 3") + paragraph("Planning 4"), gallery)
        + paragraph("1 Inleiding 3", "Inhopg1")
        + paragraph("Tekst.")
    )
    paper = read(write_word(tmp_path / "a.docx", body))
    assert texts(paper.lines) == ["Tekst."]
    assert dict(paper.notes[0].values)["count"] == "3"


def test_a_footnote_comes_behind_the_text_with_its_number_as_place(tmp_path: Path) -> None:
    note = f'<w:footnote w:type="separator" w:id="0">{paragraph("-")}</w:footnote>'
    note += f'<w:footnote w:id="2">{paragraph("Zie bijlage 3.")}</w:footnote>'
    lines = read_body(tmp_path, paragraph("Tekst.", inside='<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    assert [(line.text, line.place, line.at) for line in lines] == [
        ("Tekst.", "begin, alinea 1", "body/1"),
        ("Zie bijlage 3.", "voetnoot 1", "footnotes/2/1"),
    ]


def test_a_struck_text_is_kept_and_marked(tmp_path: Path) -> None:
    line = read_body(tmp_path, paragraph(inside=run("maximaal 4 A4", "<w:strike/>") + run(" maximaal 5 A4")))[0]
    assert (line.text, line.unsure) == ("maximaal 4 A4 maximaal 5 A4", "line-struck")


# --- tables ------------------------------------------------------------------------------------------------------


def test_a_merged_cell_gives_its_words_to_every_row_and_column_that_it_covers(tmp_path: Path) -> None:
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("Kwaliteit", begin), cell("Titel", '<w:gridSpan w:val="2"/>')),
        row(cell("", on), "K1", "Beschrijf."),
    )
    first, second = read_body(tmp_path, body)
    assert [(one.text, one.place, one.is_merged) for one in first.cells] == [
        ("Kwaliteit", "kolom A", False), ("Titel", "kolom B", False), ("Titel", "kolom C", True),
    ]  # fmt: skip
    assert [(one.text, one.is_merged) for one in second.cells] == [("Kwaliteit", True), ("K1", False), ("Beschrijf.", False)]
    assert second.cells[0].at == first.cells[0].at
    assert (first.text, second.number, second.text) == ("Kwaliteit | Titel", "K1", "Beschrijf.")


def test_what_stands_beside_a_merged_cell_keeps_its_column(tmp_path: Path) -> None:
    first, _ = read_body(tmp_path, table(row(cell("Titel", '<w:gridSpan w:val="2"/>'), "Punten"), row("K1", "Beschrijf.", "10")))
    assert [(one.text, one.place) for one in first.cells] == [("Titel", "kolom A"), ("Titel", "kolom B"), ("Punten", "kolom C")]


@pytest.mark.parametrize(
    ("body", "header", "unsure"),
    [
        (table(row("Nr", "Eis", about="<w:tblHeader/>"), row("1", "De opdrachtnemer levert tijdig.")), True, ""),
        (table(row(cell(paragraph("Nr", look=BOLD)), cell(paragraph("Eis", look=BOLD))), row("1", "Kort")), True, ""),
        (table(row(cell("Nr", MARKED), cell("Eis", MARKED)), row("1", "Kort")), True, ""),
        (table(row("Nr", "Eis"), row("1", "Kort"), about='<w:tblStyle w:val="Raster"/><w:tblLook w:firstRow="1"/>'), True, ""),
        (table(row("Nr", "Eis"), row("1", "De opdrachtnemer levert tijdig.")), True, "line-header-guessed"),
        (table(row(cell(paragraph("Naam:", look=BOLD)), "Jan"), row(cell(paragraph("Plaats:", look=BOLD)), "Gouda")), False, ""),
        (table(row("1", "De eerste."), row("2", "De tweede.")), False, ""),
        (table(row("Nr", "Eis")), False, ""),
    ],
    ids=["marked", "bold", "shaded", "by style", "short names", "labels in front", "a list", "a single row"],
)
def test_the_row_of_column_names_is_found(tmp_path: Path, body: str, header: bool, unsure: str) -> None:  # noqa: FBT001 - an answer
    line = read_body(tmp_path, body)[0]
    assert (line.is_header, line.unsure) == (header, unsure)


def test_a_column_that_counts_itself_gives_the_rows_their_number(tmp_path: Path) -> None:
    body = table(*(row(cell(counted("", 1)), "De opdrachtnemer levert.") for _ in range(2)))
    assert [line.number for line in read_body(tmp_path, body, lists=numbering(("decimal", "E%1.")))] == ["E1", "E2"]


def test_the_paragraphs_and_items_of_a_cell_keep_their_lines(tmp_path: Path) -> None:
    inside = paragraph("Beschrijf:") + counted("het bereik", 1) + counted("de duur", 1)
    body = table(row("K1", cell(inside)))
    assert (
        only_row(read_body(tmp_path, body, lists=numbering(("lowerLetter", "%1)")))).cells[1].text
        == "Beschrijf:\na het bereik\nb de duur"
    )


def test_a_table_in_a_cell_follows_its_row(tmp_path: Path) -> None:
    lines = read_body(tmp_path, table(row("Buiten", cell(table(row("binnen", "in")) + paragraph("tekst")))))
    assert [(line.text, line.table) for line in lines] == [("Buiten | tekst", "tabel 1"), ("binnen | in", "tabel 2")]


def test_a_frame_round_a_text_is_read_as_text(tmp_path: Path) -> None:
    lines = read_body(tmp_path, table(row(cell(paragraph("Let op") + paragraph("Lever tijdig in.")))))
    assert [line.kind for line in lines] == ["paragraph", "paragraph"]


def test_an_empty_cell_to_answer_in_stays_a_row(tmp_path: Path) -> None:
    line = read_body(tmp_path, table(row("")) + paragraph("Einde."))[0]
    assert (line.kind, line.text, line.cells[0].text) == ("row", "", "")


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    lines = read_body(tmp_path, table(row("een", "a"), row("twee", "b", about='<w:del w:id="1"/>')))
    assert texts(lines) == ["een | a"]


@pytest.mark.parametrize(
    "answer",
    [
        cell(control(paragraph("Klik om tekst in te voeren"), "<w:showingPlcHdr/>")),
        cell(paragraph(inside=control(run("Klik hier"), "<w:showingPlcHdr/>"))),
        control(cell("Klik hier"), "<w:showingPlcHdr/>"),
        cell(
            paragraph(
                inside='<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                + run("\u2002\u2002")
                + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        ),
    ],
    ids=["block control", "control in the line", "control round the cell", "old form field"],
)
def test_a_field_to_fill_in_is_open_and_its_prompt_is_no_text(tmp_path: Path, answer: str) -> None:
    last = read_body(tmp_path, table(row("Naam", answer)))[0].cells[1]
    assert (last.text, last.is_open) == ("", True)


def test_the_choices_of_a_list_are_kept(tmp_path: Path) -> None:
    items = "".join(f'<w:listItem w:displayText="{said}" w:value="{said}"/>' for said in ("Ja", "Nee"))
    chosen = control(run("Kies een item"), f"<w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList>")
    assert read_body(tmp_path, table(row("Voldoet u?", cell(paragraph(inside=chosen)))))[0].cells[1].choices == ("Ja", "Nee")


# --- places ------------------------------------------------------------------------------------------------------


def test_every_place_names_the_nearest_heading(tmp_path: Path) -> None:
    body = (
        paragraph("Vooraf.")
        + paragraph("4.2 Planning", "Kop2")
        + paragraph("Een.")
        + paragraph()
        + paragraph("Twee.")
        + table(row("a", "b"))
    )
    lines = read_body(tmp_path, body + paragraph("Bijlagen", "Kop1") + paragraph("Drie."))
    assert [line.place for line in lines] == [
        "begin, alinea 1", "§ 4.2 Planning", "§ 4.2 Planning, alinea 1", "§ 4.2 Planning, alinea 2",
        "§ 4.2 Planning, tabel 1, rij 1", "“Bijlagen”", "“Bijlagen”, alinea 1",
    ]  # fmt: skip


def test_every_address_leads_back_to_its_place(tmp_path: Path) -> None:
    body = (
        paragraph("Een.")
        + "<!-- niets -->"
        + control(paragraph("Twee."))
        + table(row("drie", cell("vier", '<w:gridSpan w:val="2"/>')))
    )
    path = write_word(tmp_path / "a.docx", body)
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))[0]
    found = []
    for at in (at for line in read(path).lines for at in (line.at, *(one.at for one in line.cells))):
        element = word_element(root, at)
        assert element is not None
        found.append((etree.QName(element).localname, "".join(str(text) for text in element.itertext())))
    assert found == [("p", "Een."), ("p", "Twee."), ("tr", "drievier"), ("tc", "drie"), ("tc", "vier")]


@pytest.mark.parametrize("at", ["body/9", "body/0", "body/x", "body/1/1/1/1/1"])
def test_an_address_that_is_not_there_leads_nowhere(at: str) -> None:
    assert word_element(etree.fromstring("<body><p/></body>"), at) is None


def test_a_hundred_pages_take_no_more_than_two_seconds(tmp_path: Path) -> None:
    chapter = paragraph("Hoofdstuk", "Kop1") + "".join(counted(f"Eis {at} " + "tekst " * 30, 1, at % 3) for at in range(12))
    chapter += table(*(row("K1", "tekst " * 20, "") for _ in range(12)))
    path = write_word(tmp_path / "a.docx", chapter * 100, lists=numbering(*LEGAL))
    began = time.perf_counter()
    assert len(read(path).lines) == 2500
    assert time.perf_counter() - began < 2
