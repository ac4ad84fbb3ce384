"""The body of a Word file: what the tree says is there, in the way Word understands it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pitchkit.document import (
    Box,
    Checklist,
    Document,
    EntryMark,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListBlock,
    Note,
    NoteMark,
    OpenField,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Text,
)
from pitchkit.writers.docx import write
from tests.writers.samples import document, p, png, t
from tests.writers.wordfile import NAMES, WordFile, tag, val, words

Write = Callable[[Document], WordFile]


def numbers(word: WordFile, style: str) -> list[str]:
    return [word.number_of(paragraph)[0] for paragraph in word.paragraphs(style)]


# --- title and headings ------------------------------------------------------------------------------------------


def test_the_title_block_is_a_title_and_a_subtitle(written: Write) -> None:
    word = written(document(p("Begin.")))
    assert [word.style_of(paragraph) for paragraph in word.paragraphs()] == ["Title", "Subtitle", "Normal"]


def test_without_a_subtitle_there_is_no_empty_line(written: Write) -> None:
    word = written(replace(document(p("Begin.")), subtitle=""))
    assert [words(paragraph) for paragraph in word.paragraphs()] == ["Groepswerk in Voorbeeldstad", "Begin."]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_has_its_level_and_stays_with_what_follows(written: Write, level: int) -> None:
    word = written(document(Heading(level, t("Kop")), p("Tekst.")))
    heading = word.paragraph("Kop")
    assert word.style_of(heading) == f"heading {level}"
    assert heading.find("w:pPr/w:keepNext", NAMES) is not None


def test_a_paragraph_that_announces_something_stays_with_it(written: Write) -> None:
    word = written(document(p("Wij vragen", Strong(t(" dit: "))), p("Dit niet.")))
    kept = [paragraph.find("w:pPr/w:keepNext", NAMES) is not None for paragraph in word.paragraphs("Normal")]
    assert kept == [True, False]


# --- inside a line -----------------------------------------------------------------------------------------------


def test_spaces_are_kept_also_the_non_breaking_ones(written: Write) -> None:
    word = written(document(p("voor ", Strong(t("€\u00a012,50")), " per  uur ")))
    assert words(word.paragraph("voor")) == "voor €\u00a012,50 per  uur "
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert {text.get(space) for text in word.paragraph("voor").iter(tag("w:t"))} == {"preserve"}


def test_a_line_break_is_no_new_paragraph(written: Write) -> None:
    word = written(document(p("Straat 1", LineBreak(), "Utrecht")))
    assert words(word.paragraph("Straat")) == "Straat 1\nUtrecht"


def test_an_open_field_is_plain_text_with_a_highlight(written: Write) -> None:
    word = written(document(p("Bel ", OpenField("organisation.phone", "telefoon"), ".")))
    run = word.paragraph("Bel").findall("w:r", NAMES)[1]
    assert (words(run), val(run.find("w:rPr/w:highlight", NAMES))) == ("[telefoon: nog invullen]", "yellow")


@pytest.mark.parametrize("url", ["https://bpsw.nl/a?b=1&c=2", "mailto:sanne@samen.nl", "tel:+31301234567"])
def test_a_link_leads_to_its_address(written: Write, url: str) -> None:
    word = written(document(p(Link(url, t("meer over groepswerk")))))
    link = next(word.body.iter(tag("w:hyperlink")))
    assert word.relations("word/document.xml")[val(link, "r:id")] == url


def test_two_links_to_one_address_share_a_relation(written: Write) -> None:
    link = Link("https://bpsw.nl", t("de bron"))
    word = written(document(p(link), p(link)))
    assert list(word.relations("word/document.xml").values()).count("https://bpsw.nl") == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "../ander.docx", "https://a b", ""])
def test_an_address_that_is_no_link_leaves_its_words(written: Write, url: str) -> None:
    word = written(document(p("Zie ", Link(url, t("dit")), ".")))
    assert words(word.paragraph("Zie")) == "Zie dit."
    assert next(word.body.iter(tag("w:hyperlink")), None) is None


def test_a_control_character_is_refused_and_the_text_is_named() -> None:
    with pytest.raises(ValueError, match=r"U\+0007.*Utrecht"):
        write(document(p("Utrecht\x07")))


# --- lists -------------------------------------------------------------------------------------------------------


def ordered(*items: Paragraph) -> ListBlock:
    return ListBlock(True, tuple((item,) for item in items))


def test_every_numbered_list_counts_from_one(written: Write) -> None:
    word = written(document(ordered(p("a"), p("b")), p("Tussen."), ordered(p("c"))))
    first, same, second = numbers(word, "List Number")
    assert first == same != second
    for number in (first, second):
        start = f"w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='0']/w:startOverride"
        assert val(word.root("word/numbering.xml").find(start, NAMES)) == "1"


def test_a_numbered_list_within_a_list_starts_again_for_every_item(written: Write) -> None:
    inner = ordered(p("binnen"))
    word = written(document(ListBlock(True, ((p("een"), inner), (p("twee"), inner)))))
    first, second = numbers(word, "List Number 2")
    assert first != second
    assert val(word.root("word/numbering.xml").find(f"w:num[@w:numId='{second}']/w:lvlOverride", NAMES), "w:ilvl") == "1"


def test_bullets_come_from_the_style_alone(written: Write) -> None:
    word = written(document(ListBlock(False, ((p("een"),),))))
    assert word.paragraph("een").find("w:pPr/w:numPr", NAMES) is None
    assert word.number_of(word.paragraph("een")) == ("1", "0")


def test_a_list_deeper_than_three_levels_stays_at_the_third(written: Write) -> None:
    block = ListBlock(False, ((p("vier"),),))
    for name in ("drie", "twee", "een"):
        block = ListBlock(False, ((p(name), block),))
    word = written(document(block))
    assert [word.style_of(word.paragraph(name)) for name in ("een", "twee", "drie", "vier")] == [
        "List Bullet",
        "List Bullet 2",
        "List Bullet 3",
        "List Bullet 3",
    ]


def test_a_second_paragraph_in_an_item_stands_below_the_words_of_the_first(written: Write) -> None:
    word = written(document(ListBlock(True, ((p("een"), p("vervolg")),))))
    first, second = word.paragraph("een"), word.paragraph("vervolg")
    assert val(second.find("w:pPr/w:ind", NAMES), "w:left") == val(first.find("w:pPr/w:ind", NAMES), "w:left")
    assert word.number_of(second) == ("", "")


def test_no_item_stands_alone_at_the_foot_or_the_head_of_a_page(written: Write) -> None:
    word = written(document(ListBlock(False, tuple((p(name),) for name in "abcde")), ListBlock(False, ((p("alleen"),),))))
    kept = [item.find("w:pPr/w:keepNext", NAMES) is not None for item in word.paragraphs("List Bullet")]
    assert kept == [True, False, False, True, False, False]


def test_a_checklist_is_a_list_with_open_boxes(written: Write) -> None:
    word = written(document(Checklist(((p("bellen"),),))))
    number, level = word.number_of(word.paragraph("bellen"))
    numbering = word.root("word/numbering.xml")
    abstract = val(numbering.find(f"w:num[@w:numId='{number}']/w:abstractNumId", NAMES))
    shown = numbering.find(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']", NAMES)
    assert shown is not None
    assert val(shown.find("w:lvlText", NAMES)) == "\u2610"
    assert val(shown.find("w:rPr/w:rFonts", NAMES), "w:ascii") == "Segoe UI Symbol"


# --- set apart ---------------------------------------------------------------------------------------------------


def test_a_box_is_paragraphs_in_one_frame_its_lists_too(written: Write) -> None:
    word = written(document(Box(t("Kort"), (p("Tekst."), ListBlock(False, ((p("punt"),),)))), p("Daarna.")))
    assert [word.style_of(word.paragraph(start)) for start in ("Kort", "Tekst", "punt", "Daarna")] == [
        "Box Title",
        "Box Text",
        "Box Text",
        "Normal",
    ]
    point, text = word.paragraph("punt"), word.style("Box Text")
    indent = point.find("w:pPr/w:ind", NAMES)
    frame_left = int(val(text.find("w:pPr/w:ind", NAMES), "w:left"))
    assert int(val(indent, "w:left")) - int(val(indent, "w:hanging")) == frame_left
    assert next(word.body.iter(tag("w:tbl")), None) is None


def test_a_box_stays_on_one_page_and_lets_go_of_what_follows(written: Write) -> None:
    word = written(document(Box(t("Kort"), (p("een"), p("twee"))), p("Daarna.")))
    kept = [word.paragraph(start).find("w:pPr/w:keepNext", NAMES) is not None for start in ("Kort", "een", "twee")]
    assert kept == [True, True, False]


def test_a_quote_has_the_quote_style_in_all_its_paragraphs(written: Write) -> None:
    word = written(document(Quote((p("Wat iemand zei."), p("Wie het zei")))))
    assert len(word.paragraphs("Quote")) == 2


# --- notes -------------------------------------------------------------------------------------------------------

SOURCES = (Note("a", t("Bron A, ", Link("https://a.nl", t("de tekst")))), Note("b", t("Bron B")))


def test_a_note_stands_at_the_foot_with_its_own_link(written: Write) -> None:
    word = written(document(p("Feit.", NoteMark("a")), notes=SOURCES))
    note = word.root("word/footnotes.xml").find("w:footnote[@w:id='1']", NAMES)
    assert note is not None
    assert words(note).strip() == "Bron A, de tekst"
    link = next(note.iter(tag("w:hyperlink")))
    assert word.relations("word/footnotes.xml")[val(link, "r:id")] == "https://a.nl"


def test_notes_are_numbered_by_first_use(written: Write) -> None:
    word = written(document(p("x", NoteMark("b")), p("y", NoteMark("a")), notes=SOURCES))
    notes = [words(note).strip() for note in word.root("word/footnotes.xml").findall("w:footnote", NAMES)[2:]]
    assert notes == ["Bron B", "Bron A, de tekst"]


def test_a_second_mark_refers_to_the_first(written: Write) -> None:
    word = written(document(p("x", NoteMark("a")), p("y", NoteMark("a")), notes=SOURCES))
    second = word.paragraph("y")
    code = next(second.iter(tag("w:instrText"))).text or ""
    bookmark = next(mark for mark in word.body.iter(tag("w:bookmarkStart")) if val(mark, "w:name") == code.split()[1])
    assert code.split()[0] == "NOTEREF"
    assert bookmark.getnext().find("w:footnoteReference", NAMES) is not None  # type: ignore[union-attr]
    assert len(list(word.body.iter(tag("w:footnoteReference")))) == 1


def test_a_note_may_point_to_another_note_in_words(written: Write) -> None:
    notes = (Note("a", t("Bron A.")), Note("b", t("Ook in A", NoteMark("c"))), Note("c", t("Bron C.")))
    word = written(document(p("x", NoteMark("b")), notes=notes))
    assert words(word.root("word/footnotes.xml")).strip() == "Ook in A (zie noot 3)"


def test_a_mark_without_a_note_is_refused(written: Write) -> None:
    with pytest.raises(ValueError, match="'weg'"):
        written(document(p("x", NoteMark("weg"))))


# --- entries -----------------------------------------------------------------------------------------------------


def names(word: WordFile) -> list[str]:
    return [val(mark, "w:name") for mark in word.body.iter(tag("w:bookmarkStart"))]


def start(entry: str) -> EntryMark:
    return EntryMark(entry, "start")


def end(entry: str) -> EntryMark:
    return EntryMark(entry, "end")


def test_an_entry_is_found_again_by_its_id_over_several_paragraphs(written: Write) -> None:
    word = written(document(p(start("meer-mensen"), "Eerste."), p("Tweede.", end("meer-mensen"))))
    assert names(word) == ["entry_meer_mensen"]
    inside = [mark.getparent() for mark in word.body.iter(tag("w:bookmarkStart"), tag("w:bookmarkEnd"))]
    assert inside == [word.paragraph("Eerste"), word.paragraph("Tweede")]


def test_an_entry_that_is_there_twice_gets_two_names(written: Write) -> None:
    word = written(document(p(start("a"), "x", end("a")), p(start("a"), "y", end("a"))))
    assert names(word) == ["entry_a", "entry_a_2"]


def test_long_ids_stay_within_forty_letters_and_apart(written: Write) -> None:
    one, other = "een-heel-lange-naam-voor-een-argument-over-kosten", "een-heel-lange-naam-voor-een-argument-over-tijd"
    word = written(document(p(start(one), "x", end(one)), p(start(other), "y", end(other))))
    assert names(word) == ["entry_een_heel_lange_naam_voor_een_argum", "entry_een_heel_lange_naam_voor_een_arg_2"]
    assert max(map(len, names(word))) == 40


def test_an_entry_that_never_ends_ends_with_the_document(written: Write) -> None:
    word = written(document(p(start("a"), "x")))
    assert word.body[-2].tag == tag("w:bookmarkEnd")


def test_an_end_without_a_beginning_says_nothing(written: Write) -> None:
    word = written(document(p("x", end("a"))))
    assert next(word.body.iter(tag("w:bookmarkEnd")), None) is None


# --- pictures ----------------------------------------------------------------------------------------------------


def shown(word: WordFile) -> tuple[int, int]:
    extent = next(word.body.iter(tag("wp:extent")))
    return int(extent.get("cx", "")), int(extent.get("cy", ""))


def figure(width: int, height: int, dots_per_metre: int = 3780) -> Document:
    picture = Picture("grafiek.png", png(width, height, dots_per_metre))
    return document(Figure("grafiek.png", "Een grafiek", t("Wachttijd")), pictures=(picture,))


def test_a_picture_has_its_text_and_its_caption(written: Write) -> None:
    word = written(figure(96, 48))
    assert next(word.body.iter(tag("wp:docPr"))).get("descr") == "Een grafiek"
    assert words(word.paragraphs("caption")[0]) == "Wachttijd"
    assert word.paragraphs("Figure")[0].find("w:pPr/w:keepNext", NAMES) is not None


def test_a_small_picture_keeps_its_natural_size(written: Write) -> None:
    width, height = shown(written(figure(96, 48)))
    assert (round(width / 914400, 2), round(height / 914400, 2)) == (1.0, 0.5)  # inch


def test_a_picture_that_says_how_fine_it_is_is_believed(written: Write) -> None:
    width, _ = shown(written(figure(96, 48, dots_per_metre=7559)))
    assert round(width / 914400, 2) == 0.5  # inch


def test_a_large_picture_is_as_wide_as_the_text(written: Write) -> None:
    width, height = shown(written(figure(1800, 400)))
    assert width == 9070 * 635
    assert height == pytest.approx(width * 400 / 1800, rel=0.001)


def test_the_same_picture_is_stored_once(written: Write) -> None:
    picture = Picture("a.png", png(20, 20))
    word = written(document(Figure("a.png", "Een", ()), Figure("a.png", "Twee", ()), pictures=(picture,)))
    assert [name for name in word.names if "media" in name] == ["word/media/figure1.png"]
    assert [drawing.get("id") for drawing in word.body.iter(tag("wp:docPr"))] == ["1", "2"]


def test_a_picture_that_is_not_brought_along_is_refused(written: Write) -> None:
    with pytest.raises(ValueError, match=r"'weg\.png'"):
        written(document(Figure("weg.png", "Weg", ())))


def test_a_jpeg_says_how_large_it_is(written: Write) -> None:
    app = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x60\x00\x60\x00\x00"
    frame = b"\xff\xc0\x00\x11\x08\x00\x30\x00\x60\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    picture = Picture("foto.jpg", b"\xff\xd8" + app + frame + b"\xff\xda\x00\x02\xff\xd9")
    word = written(document(Figure("foto.jpg", "Een foto", ()), pictures=(picture,)))
    assert shown(word) == (914400, 457200)
    assert b'ContentType="image/jpeg"' in word.parts["[Content_Types].xml"]


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xd9"])
def test_what_is_no_picture_is_refused_by_name(written: Write, data: bytes) -> None:
    with pytest.raises(ValueError, match=r"'kapot\.png'"):
        written(document(Figure("kapot.png", "x", ()), pictures=(Picture("kapot.png", data),)))


def test_a_heading_says_words_with_marks_in_them(written: Write) -> None:
    word = written(document(Heading(1, (Text("Kosten "), Strong((Text("& "),)), Text("<baten>")))))
    assert words(word.paragraph("Kosten")) == "Kosten & <baten>"
