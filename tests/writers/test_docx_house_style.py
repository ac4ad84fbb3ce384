"""An organisation's own Word file: what is kept of it, what is added, and what is refused."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as PythonDocx
from docx.shared import Pt, RGBColor

from pitchkit.diagnostics import ContentError
from pitchkit.document import Box, Checklist, Document, Heading, ListBlock, Note, NoteMark, Table
from pitchkit.writers.docx import HouseStyle, is_untouched, read_house_style, write
from pitchkit.writers.docx.housestyle.colours import contrast
from tests.writers import accessibility, houses, samples
from tests.writers.houses import rezip
from tests.writers.samples import document, p, t
from tests.writers.wordfile import NAMES, WordFile, tag, val, words


def in_house(path: Path, given: Document) -> WordFile:
    return WordFile(write(given, read_house_style(path)))


def refused(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(ContentError) as caught:
        read_house_style(path, "huis.docx")
    return [(str(found.location), found.code, dict(found.values).get("reason", "")) for found in caught.value.diagnostics]


def change_nothing(_: PythonDocx) -> None:
    """Leave the file that python-docx begins with as it is."""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A Word file with all of Word's own styles, and nothing at the edges of its pages."""
    return houses.own_styles(tmp_path / "huis.docx", change_nothing)


def part_of(path: Path, name: str) -> bytes:
    return WordFile(path.read_bytes()).parts[name]


# --- styles ------------------------------------------------------------------------------------------------------


def test_styles_are_found_by_name_whatever_their_id(dutch_pitch: WordFile) -> None:
    heading = dutch_pitch.paragraph("Wat de gemeente")
    assert val(heading.find("w:pPr/w:pStyle", NAMES)) == "Kop1"
    assert val(dutch_pitch.paragraphs("Title")[0].find("w:pPr/w:pStyle", NAMES)) == "Titel"


def test_a_missing_style_is_named_with_what_is_used_instead(dutch_house: HouseStyle) -> None:
    assert dutch_house.missing == (
        ("heading 4", "heading 3"),
        ("List Bullet", "Normal"),
        ("List Bullet 2", "Normal"),
        ("List Bullet 3", "Normal"),
        ("List Number", "Normal"),
        ("List Number 2", "Normal"),
        ("List Number 3", "Normal"),
        ("Quote", "Normal"),
        ("footnote text", "Normal"),
        ("footnote reference", "Default Paragraph Font"),
        ("Hyperlink", "Default Paragraph Font"),
    )


def test_the_house_styles_themselves_stay_as_they_are(dutch_pitch: WordFile) -> None:
    heading = dutch_pitch.style("heading 1")
    assert val(heading.find("w:rPr/w:rFonts", NAMES), "w:ascii") == "Verdana"
    assert val(heading.find("w:rPr/w:color", NAMES)) == houses.GREEN


def test_our_own_styles_take_the_colour_of_the_house(dutch_pitch: WordFile) -> None:
    border = dutch_pitch.style("Box Text").find("w:pPr/w:pBdr/w:left", NAMES)
    assert val(border, "w:color") == houses.GREEN
    assert b"154273" not in dutch_pitch.parts["word/styles.xml"]
    assert b"154273" not in dutch_pitch.parts["word/numbering.xml"]


def test_a_colour_that_cannot_be_read_on_white_is_not_taken(tmp_path: Path) -> None:
    def pale(house: PythonDocx) -> None:
        house.styles["Heading 1"].font.color.rgb = RGBColor(0xFF, 0xC0, 0x00)

    word = in_house(houses.own_styles(tmp_path / "bleek.docx", pale), document(Box(t("Kort"), (p("x"),))))
    colour = val(word.style("Box Text").find("w:pPr/w:pBdr/w:left", NAMES), "w:color")
    assert contrast(colour, "FFFFFF") >= 4.5


def test_our_letters_go_with_the_size_of_the_house_but_stay_readable(dutch_pitch: WordFile) -> None:
    sizes = {int(val(size)) for name in ("Table Text", "footnote text") for size in dutch_pitch.style(name).iter(tag("w:sz"))}
    assert sizes == {16}  # half points: 9.5 and 9 pt beside 10.5 pt become 8 beside 9, and no smaller


def test_a_missing_heading_looks_like_the_one_above_it(dutch_pitch: WordFile) -> None:
    style = dutch_pitch.style("heading 4")
    assert dutch_pitch.styles[val(style.find("w:basedOn", NAMES))] == "heading 3"
    assert val(style.find("w:pPr/w:outlineLvl", NAMES)) == "3"


def test_paragraphs_are_set_apart_where_the_house_forgets_to(tmp_path: Path) -> None:
    def tight(house: PythonDocx) -> None:
        house.styles["Normal"].paragraph_format.space_after = Pt(0)
        house.styles["Body Text"].paragraph_format.space_after = Pt(0)

    word = in_house(houses.own_styles(tmp_path / "krap.docx", tight), document(p("Lopende tekst."), p("Meer.")))
    style = word.style(word.style_of(word.paragraph("Lopende")))
    assert int(val(style.find("w:pPr/w:spacing", NAMES), "w:after")) > 60


def test_the_house_may_bring_a_box_of_its_own(tmp_path: Path) -> None:
    def boxed(house: PythonDocx) -> None:
        house.styles.add_style("Box Text", 1).font.name = "Georgia"

    word = in_house(houses.own_styles(tmp_path / "vak.docx", boxed), document(Box((), (p("Kort."),))))
    assert val(word.style("Box Text").find("w:rPr/w:rFonts", NAMES), "w:ascii") == "Georgia"


# --- lists, notes, tables ----------------------------------------------------------------------------------------

LISTS = document(
    ListBlock(True, ((p("een"),), (p("twee"),))),
    p("Tussen."),
    ListBlock(True, ((p("drie"), ListBlock(True, ((p("vier"),),))),)),
    ListBlock(False, ((p("punt"),),)),
    Checklist(((p("vakje"),),)),
    Table((), (t("Kop"),), ((t("cel", NoteMark("a")),),), ("left",)),
    notes=(Note("a", t("Bron.")),),
)


def test_a_house_without_lists_and_notes_gets_ours(dutch_house: HouseStyle) -> None:
    word = WordFile(write(LISTS, dutch_house))
    first, again, second = (word.number_of(word.paragraph(text))[0] for text in ("een", "twee", "drie"))
    assert first == again != second
    assert words(word.root("word/footnotes.xml")).strip() == "Bron."
    assert list(accessibility.everything_referred_to_is_there(word)) == []


def test_a_house_with_lists_keeps_its_bullets_and_counts_from_one(plain: Path) -> None:
    word = in_house(plain, LISTS)
    assert word.paragraph("punt").find("w:pPr/w:numPr", NAMES) is None
    numbering = word.root("word/numbering.xml")
    of_style = val(word.style("List Number").find("w:pPr/w:numPr/w:numId", NAMES))
    abstract = {val(num, "w:numId"): val(num.find("w:abstractNumId", NAMES)) for num in numbering.findall("w:num", NAMES)}
    first, second = (word.number_of(word.paragraph(text))[0] for text in ("een", "drie"))
    assert len({of_style, first, second}) == 3
    assert abstract[first] == abstract[second] == abstract[of_style]


def test_a_list_style_that_does_not_count_is_left_alone(tmp_path: Path) -> None:
    def uncounted(house: PythonDocx) -> None:
        look = house.styles["List Bullet"].element.pPr
        look.remove(look.numPr)

    word = in_house(houses.own_styles(tmp_path / "ongeteld.docx", uncounted), LISTS)
    assert word.paragraph("punt").find("w:pPr/w:numPr", NAMES) is not None
    tied = [val(found) for found in word.root("word/numbering.xml").iter(tag("w:pStyle"))]
    assert tied.count("ListBullet") == 1  # by the house itself


def test_a_list_in_a_box_lets_go_of_the_tabs_of_the_house(plain: Path) -> None:
    word = in_house(plain, document(Box((), (ListBlock(False, ((p("punt"),),)),))))
    stop = word.paragraph("punt").find("w:pPr/w:tabs/w:tab", NAMES)
    assert (val(stop), val(stop, "w:pos")) == ("clear", "360")


def test_there_is_room_below_a_list_where_the_house_leaves_none(tmp_path: Path, plain: Path) -> None:
    def tight(house: PythonDocx) -> None:
        house.styles["List Bullet"].paragraph_format.space_after = Pt(0)

    def below(path: Path) -> str:
        return val(in_house(path, LISTS).paragraph("punt").find("w:pPr/w:spacing", NAMES), "w:after")

    assert below(plain) == ""
    assert int(below(houses.own_styles(tmp_path / "krap.docx", tight))) > 60


def test_a_table_stands_under_the_text_also_in_the_way_of_word_2010(plain: Path, dutch_pitch: WordFile) -> None:
    assert b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"' in part_of(
        plain, "word/settings.xml"
    )
    indents = {val(found, "w:w") for found in dutch_pitch.body.iter(tag("w:tblInd"))}
    assert indents == {"90"}  # twips, the room left of the words in a cell


def test_our_header_line_lets_go_of_the_tabs_of_the_house(plain: Path) -> None:
    word = in_house(plain, samples.PITCH)
    header = next(word.root(name) for name in word.names if "header" in name and b"<w:tabs>" in word.parts[name])
    assert [(val(stop), val(stop, "w:pos")) for stop in header.iter(tag("w:tab")) if val(stop)] == [
        ("clear", "4680"),
        ("clear", "9360"),
        ("right", "8640"),
    ]


def test_definitions_of_lists_come_before_the_lists(plain: Path) -> None:
    tags = [str(child.tag).rpartition("}")[2] for child in in_house(plain, LISTS).root("word/numbering.xml")]
    assert tags.index("num") > max(place for place, name in enumerate(tags) if name == "abstractNum")


# --- page, header, footer ----------------------------------------------------------------------------------------


def test_the_page_of_the_house_is_kept(tmp_path: Path) -> None:
    word = in_house(houses.letter_landscape(tmp_path / "liggend.docx"), samples.ONE_PAGER)
    size = word.body.find("w:sectPr/w:pgSz", NAMES)
    assert (val(size, "w:w"), val(size, "w:h"), val(size, "w:orient")) == ("15840", "12240", "landscape")
    assert sum(int(val(column, "w:w")) for column in word.body.iter(tag("w:gridCol"))) == 12240


def test_the_header_and_its_logo_are_kept_and_no_page_number_comes_with_it(dutch_pitch: WordFile) -> None:
    header = next(name for name in dutch_pitch.names if name.startswith("word/header"))
    assert "word/media/image1.png" in dutch_pitch.names
    assert "media/image1.png" in dutch_pitch.relations(header).values()
    assert dutch_pitch.story("footer") == ["Gemeente Voorbeeldstad, postbus 1"]


def test_a_house_with_nothing_at_the_edges_gets_our_header_and_page_number(plain: Path) -> None:
    word = in_house(plain, samples.ONE_PAGER)
    assert word.story("header") == ["Stichting Samen Voorbeeldstad"] * 2
    assert word.body.find("w:sectPr/w:titlePg", NAMES) is not None
    assert all(b" NUMPAGES " in word.parts[name] for name in word.names if name.startswith("word/footer"))


def test_an_empty_header_is_no_header(tmp_path: Path) -> None:
    def empty(house: PythonDocx) -> None:
        house.sections[0].header.is_linked_to_previous = False

    word = in_house(houses.own_styles(tmp_path / "leeg.docx", empty), samples.ONE_PAGER)
    assert word.story("header") == ["Stichting Samen Voorbeeldstad"] * 2


def test_a_first_page_with_another_header_keeps_it(tmp_path: Path) -> None:
    word = in_house(houses.first_page_header(tmp_path / "brief.docx"), samples.ONE_PAGER)
    assert sorted(word.story("header")) == ["Briefhoofd", "Vervolgblad"]
    assert word.body.find("w:sectPr/w:titlePg", NAMES) is not None


# --- the text of the house ---------------------------------------------------------------------------------------


def test_the_text_of_the_house_goes(dutch_pitch: WordFile) -> None:
    assert "Voorbeeldkop" not in words(dutch_pitch.body)
    assert words(dutch_pitch.paragraphs()[0]) == samples.PITCH.title


def test_what_stands_round_the_marker_stays(tmp_path: Path) -> None:
    word = in_house(houses.with_marker(tmp_path / "brief.docx"), document(p("Inhoud.")))
    texts = [words(paragraph) for paragraph in word.paragraphs()]
    assert texts[0] == "Aan: het college van burgemeester en wethouders"
    assert texts[-2:] == ["Inhoud.", "Ondertekening namens de instelling"]


def written_in_body(path: Path, body: str) -> Path:
    """Return a house with this XML at the start of its text."""
    houses.own_styles(path, change_nothing)

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"<w:body>", b"<w:body>" + body.encode()) if name == "word/document.xml" else data

    path.write_bytes(rezip(path.read_bytes(), {}, change))
    return path


MARKER = "<w:p><w:r><w:t>{{document}}</w:t></w:r></w:p>"


def test_the_marker_may_stand_in_a_content_control(tmp_path: Path) -> None:
    control = f"<w:sdt><w:sdtContent>{MARKER}</w:sdtContent></w:sdt><w:p><w:r><w:t>Einde</w:t></w:r></w:p>"
    word = in_house(written_in_body(tmp_path / "veld.docx", control), document(p("Inhoud.")))
    assert [words(paragraph) for paragraph in word.paragraphs()][-2:] == ["Inhoud.", "Einde"]


def test_a_second_marker_does_not_show(tmp_path: Path) -> None:
    word = in_house(written_in_body(tmp_path / "twee.docx", MARKER * 2), document(p("Inhoud.")))
    assert "{{" not in words(word.body)
    assert words(word.body).count("Inhoud.") == 1


def test_a_table_is_as_wide_as_the_section_it_stands_in(tmp_path: Path) -> None:
    cover = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="6000" w:h="9000"/></w:sectPr></w:pPr><w:r><w:t>Omslag</w:t></w:r></w:p>'
    word = in_house(written_in_body(tmp_path / "omslag.docx", cover + MARKER), LISTS)
    assert sum(int(val(column, "w:w")) for column in word.body.iter(tag("w:gridCol"))) == 8640
    assert words(word.paragraphs()[0]) == "Omslag"


def test_pictures_of_the_dropped_text_go_with_it(tmp_path: Path) -> None:
    def illustrated(house: PythonDocx) -> None:
        house.add_picture(io.BytesIO(samples.png(30, 30)))

    word = in_house(houses.own_styles(tmp_path / "plaatje.docx", illustrated), document(p("x")))
    assert not [name for name in word.names if "media" in name]
    assert b"image" not in word.parts["word/_rels/document.xml.rels"]


def test_bookmarks_of_the_house_do_not_clash_with_ours(tmp_path: Path) -> None:
    path = houses.with_marker(tmp_path / "brief.docx")
    mark = b'<w:p><w:bookmarkStart w:id="0" w:name="entry_a"/><w:bookmarkEnd w:id="0"/><w:r><w:t>Kenmerk</w:t></w:r></w:p>'
    path.write_bytes(
        rezip(
            path.read_bytes(),
            {},
            lambda name, data: data.replace(b"<w:body>", b"<w:body>" + mark) if "document.xml" in name else data,
        )
    )
    word = in_house(path, document(p(*samples.marked("a", "tekst"))))
    assert list(accessibility.bookmarks_and_fields_are_whole(word)) == []
    assert {val(found, "w:name") for found in word.body.iter(tag("w:bookmarkStart"))} == {"entry_a", "entry_a_2"}


# --- the file ----------------------------------------------------------------------------------------------------


def test_a_template_becomes_a_document(dutch_pitch: WordFile) -> None:
    assert b"document.main+xml" in dutch_pitch.parts["[Content_Types].xml"]
    assert b"template.main+xml" not in dutch_pitch.parts["[Content_Types].xml"]


def test_title_and_author_are_those_of_the_document(dutch_pitch: WordFile) -> None:
    core = dutch_pitch.root("docProps/core.xml")
    assert core.findtext("dc:creator", "", NAMES) == samples.PITCH.author
    assert b"python-docx" not in dutch_pitch.parts["docProps/core.xml"]


def test_the_picture_of_the_first_page_goes(plain: Path) -> None:
    assert any("thumbnail" in name for name in WordFile(plain.read_bytes()).names)
    word = in_house(plain, document(p("x")))
    assert not any("thumbnail" in name for name in word.names)
    assert [target for target in word.relations("").values() if "core" in target] == ["docProps/core.xml"]


def test_the_language_of_the_document_goes_before_that_of_the_house(plain: Path) -> None:
    assert b'w:lang w:val="en-US"' in part_of(plain, "word/styles.xml")
    assert list(accessibility.has_a_title_an_author_and_a_language(in_house(plain, samples.ONE_PAGER))) == []


def test_a_file_in_house_style_carries_its_hash_and_is_the_same_every_time(dutch_house: HouseStyle, tmp_path: Path) -> None:
    again = read_house_style(houses.dutch_template(tmp_path / "huisstijl.dotx"))
    assert write(samples.PITCH, dutch_house) == write(samples.PITCH, again)
    assert is_untouched(write(samples.PITCH, dutch_house))


def test_a_document_of_ours_serves_as_a_house_style(tmp_path: Path) -> None:
    path = tmp_path / "eerder.docx"
    path.write_bytes(write(samples.PITCH))
    house = read_house_style(path)
    word = WordFile(write(samples.PITCH, house))
    assert house.missing == ()
    assert accessibility.findings(word) == []
    assert is_untouched(word.data)


def test_a_locked_house_gives_an_open_document(plain: Path) -> None:
    lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    locked = rezip(
        plain.read_bytes(), {}, lambda name, data: data.replace(b"<w:zoom", lock + b"<w:zoom") if "settings.xml" in name else data
    )
    assert lock in WordFile(locked).parts["word/settings.xml"]
    plain.write_bytes(locked)
    assert b"documentProtection" not in in_house(plain, document(p("x"))).parts["word/settings.xml"]


def test_addresses_outside_the_house_are_kept_as_they_are(plain: Path) -> None:
    address = "https://intranet.example/huisstijl.dotx"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = (
        f'<Relationships xmlns="{package}">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    )
    plain.write_bytes(rezip(plain.read_bytes(), {"word/_rels/settings.xml.rels": rels.encode()}))
    assert in_house(plain, document(p("x"))).relations("word/settings.xml") == {"rId1": address}


# --- refused -----------------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "weg.dotx") == [("huis.docx", "file-missing", "")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not-word"),
        (b"%PDF-1.7", "not-word"),
        (b"PK\x03\x04 kapot", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not-word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=["empty", "pdf", "broken zip", "old .doc", "password"],
)
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "huis.docx"
    path.write_bytes(content)
    assert refused(path) == [("huis.docx", "style-unreadable", reason)]


def respoken(path: Path, old: bytes, new: bytes) -> None:
    before = path.read_bytes()
    after = rezip(before, {}, lambda _, data: data.replace(old, new))
    assert after != rezip(before, {}), "the fault was not made"
    path.write_bytes(after)


@pytest.mark.parametrize(
    "content_type",
    [
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
    ids=[".docm", ".dotm"],
)
def test_macros_are_refused(plain: Path, content_type: bytes) -> None:
    respoken(plain, b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", content_type)
    assert refused(plain) == [("huis.docx", "style-macros", "")]


def test_macros_under_another_name_are_refused(plain: Path) -> None:
    plain.write_bytes(rezip(plain.read_bytes(), {"word/vbaProject.bin": b"x"}))
    assert refused(plain) == [("huis.docx", "style-macros", "")]


def test_a_workbook_is_refused(plain: Path) -> None:
    respoken(plain, b"wordprocessingml.document.main+xml", b"spreadsheetml.sheet.main+xml")
    assert refused(plain) == [("huis.docx", "style-unreadable", "not-word")]


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels"]
)
@pytest.mark.parametrize(
    "content", [b"<kapot", b"<w/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'], ids=["cut off", "other", "entity"]
)
def test_a_broken_part_is_refused(plain: Path, part: str, content: bytes) -> None:
    plain.write_bytes(rezip(plain.read_bytes(), {}, lambda name, data: content if name == part else data))
    assert [code for _, code, _ in refused(plain)] == ["style-unreadable"]


def test_a_part_that_declares_entities_is_refused(plain: Path) -> None:
    respoken(plain, b"<w:document ", b"<!DOCTYPE w:document><w:document ")
    assert refused(plain) == [("huis.docx", "style-unreadable", "broken")]


def test_a_part_that_climbs_out_of_the_file_is_not_taken_along(plain: Path) -> None:
    respoken(plain, b'Target="theme/theme1.xml"', b'Target="../word/../../buiten.xml"')
    plain.write_bytes(rezip(plain.read_bytes(), {"word/../../buiten.xml": b"<x/>", "../buiten.xml": b"<x/>"}))
    assert not any("buiten" in name for name in in_house(plain, document(p("x"))).names)


def test_a_file_that_unpacks_to_far_too_much_is_refused(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pitchkit.writers.docx.housestyle.opening.MOST_BYTES", 1000)
    assert refused(plain) == [("huis.docx", "style-unreadable", "broken")]


Spoil = Callable[[Path], None]


def without_part(name: str) -> Spoil:
    """Return what takes a part out of a file, with the relation to it."""

    def spoil(path: Path) -> None:
        stem = name.rpartition("/")[2].encode()

        def change(part: str, data: bytes) -> bytes | None:
            if part == name:
                return None
            return data.replace(b'Target="' + stem + b'"', b'Target="weg.xml"') if part.endswith("document.xml.rels") else data

        path.write_bytes(rezip(path.read_bytes(), {}, change))

    return spoil


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml"])
def test_a_house_that_lacks_a_part_is_completed(plain: Path, name: str) -> None:
    without_part(name)(plain)
    word = in_house(plain, LISTS)
    assert list(accessibility.everything_referred_to_is_there(word)) == []


def test_a_house_without_a_section_gets_a4(plain: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        start, end = data.find(b"<w:sectPr"), data.find(b"</w:sectPr>")
        return data[:start] + data[end + len(b"</w:sectPr>") :] if name == "word/document.xml" else data

    plain.write_bytes(rezip(plain.read_bytes(), {}, change))
    size = in_house(plain, document(p("x"), Heading(1, t("Kop")))).body.find("w:sectPr/w:pgSz", NAMES)
    assert val(size, "w:w") == "11906"


def test_a_header_that_an_earlier_section_brought_is_kept(tmp_path: Path) -> None:
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "Gemeente"
    house.add_section()
    assert house.sections[1].header.is_linked_to_previous is not False
    path = tmp_path / "secties.docx"
    house.save(str(path))
    word = in_house(path, document(p("x")))
    assert word.story("header") == ["Gemeente"]
    assert word.body.find("w:sectPr/w:headerReference", NAMES) is not None
