"""A finished Word file gives away nobody: its pages, what is behind them, and what it says of its maker are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import ENTRIES, LIBRARY, SOURCES, make_workspace

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PROFILE = """\
organisation: {name: Stichting Samenloop, website: "https://www.samenloop.example"}
contact: {name: Noor Bakker, phone: 06-12345678, email: noor@samenloop.example}
"""


def words(text: str, tag: str = "t") -> str:
    return f"<w:p><w:r><w:{tag}>{text}</w:{tag}></w:r></w:p>"


def word_file(folder: Path, body: str = "", **parts: str) -> Path:
    """Write a Word file with this in its body and these other parts, named with `__` for a slash, and return its name."""
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
    relation = f'<Relationship Id="r" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    own = {
        "[Content_Types].xml": types,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in {**own, **{name.replace("__", "/"): text for name, text in parts.items()}}.items():
            archive.writestr(name, text)
    (folder / "klaar.docx").write_bytes(data.getvalue())
    return Path("klaar.docx")


def part(content: str, tag: str = "hdr") -> str:
    return f"<w:{tag} {W}>{content}</w:{tag}>"


def links(target: str) -> str:
    relation = f'<Relationship Id="a" Type="{OFFICE}/relationships/link" Target="{target}" TargetMode="External"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>'


CORE = (
    '<c:coreProperties xmlns:c="a" xmlns:dc="b"><dc:creator>%s</dc:creator><dc:description>%s</dc:description></c:coreProperties>'
)
CHANGE = '<w:p><w:del w:id="1" w:author="Bram"><w:r><w:delText>in 1234 AB</w:delText></w:r></w:del></w:p>'
COMMENT = '<w:comment w:id="1" w:author="Anna">' + words("Dit is Fatima Bakali") + "</w:comment>"


DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="d"><wp:docPr id="1" name="Foto" descr="%s"/></wp:inline></w:drawing></w:r></w:p>'
)
BOX = "<w:p><w:r><w:pict><v:textbox xmlns:v='v'><w:txbxContent>%s</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
CUSTOM = '<P xmlns:vt="v"><property name="%s"><vt:lpwstr>%s</vt:lpwstr></property></P>'
PERSON = (
    '<w15:people xmlns:w15="p"><w15:person w15:author="Bram Tester"><w15:presenceInfo w15:userId="S::bram@thuis.example"/>'
    "</w15:person></w15:people>"
)
NUMBER = "06-98765432"
TOLD = "this looks like a telephone number: 06-98765432 [privacy-phone]"


@pytest.mark.parametrize(
    ("body", "parts", "place"),
    [
        (words(NUMBER), {}, "text 1"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>06-98765432</w:t></w:r></w:p>", {}, "text 1"),
        (BOX % words(NUMBER), {}, "text 2"),
        (DRAWING % f"bel {NUMBER}", {}, "text"),
        (f'<w:p><w:hyperlink w:tooltip="{NUMBER}"><w:r><w:t>hier</w:t></w:r></w:hyperlink></w:p>', {}, "text"),
        (f'<w:sdt><w:sdtPr><w:alias w:val="{NUMBER}"/></w:sdtPr></w:sdt>', {}, "text"),
        (f'<w:p><w:moveFrom w:id="1"><w:r><w:t>{NUMBER}</w:t></w:r></w:moveFrom></w:p>', {}, "text 1"),
        (words(f'HYPERLINK "tel:{NUMBER}"', "instrText"), {}, "text 1"),
        ("", {"word__header2.xml": part(words(NUMBER))}, "header 1"),
        ("", {"word__footer3.xml": part(words(NUMBER), "ftr")}, "footer 1"),
        ("", {"word__header_eerste.xml": part(words(NUMBER))}, "header 1"),
        ("", {"word__footnotes.xml": part(words(NUMBER), "footnotes")}, "footnotes 1"),
        ("", {"word__endnotes.xml": part(words(NUMBER), "endnotes")}, "endnotes 1"),
        ("", {"word__comments.xml": part(words(NUMBER), "comments")}, "comments 1"),
        ("", {"word__glossary__document.xml": part(words(NUMBER), "glossaryDocument")}, "embedded 1"),
        ("", {"word__settings.xml": part(f'<w:docVars><w:docVar w:name="x" w:val="{NUMBER}"/></w:docVars>')}, "settings"),
        ("", {"docProps__core.xml": CORE % ("Stichting Samenloop", NUMBER)}, "properties"),
        ("", {"docProps__custom.xml": CUSTOM % ("klant", NUMBER)}, "properties"),
        ("", {"docProps__custom.xml": CUSTOM % (NUMBER, "klant")}, "properties"),
        ("", {"customXml__item1.xml": f"<a>{NUMBER}</a>"}, "embedded"),
        ("", {"word___rels__document.xml.rels": links(f"tel:{NUMBER}")}, "text"),
        ("", {"word___rels__header1.xml.rels": links(f"tel:{NUMBER}"), "word__header1.xml": part("")}, "header"),
    ],
    ids=[
        "text",
        "hidden text",
        "a text box",
        "an alternative text",
        "a tip at a link",
        "the name of a content control",
        "a text that was moved",
        "a field",
        "a header",
        "a footer",
        "a header under another name",
        "footnotes",
        "endnotes",
        "comments",
        "building blocks",
        "a variable",
        "a property",
        "a property of one’s own",
        "the name of a property",
        "data for fields",
        "a link",
        "a link in a header",
    ],
)
def test_no_part_of_a_file_is_passed_by(run: Run, tmp_path: Path, body: str, parts: dict[str, str], place: str) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    result = run("check", "--file", word_file(tmp_path, body, **parts), expect=1)
    assert [line for line in result.stderr.splitlines() if "[privacy-" in line] == [f"klaar.docx, {place}: {TOLD}"]


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_library_that_cannot_be_read_is_told_in_the_form_that_is_asked_for(run: Run, tmp_path: Path, form: str) -> None:
    make_workspace(tmp_path, **{"arguments/themes.yaml": "- [a\n"})
    result = run("check", "--file", word_file(tmp_path), "--format", form, expect=1)
    assert "yaml-bracket" in result.stdout
    assert result.stderr == ""


def test_people_who_worked_on_a_file_are_told(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    result = run("check", "--file", word_file(tmp_path, **{"word__people.xml": PERSON}), expect=1)
    assert [line for line in result.stderr.splitlines() if line.startswith("klaar.docx")] == [
        "klaar.docx, people: the file says in its properties: author: Bram Tester [file-author]",
        "klaar.docx, people: this is an e-mail address: bram@thuis.example [privacy-email]",
    ]


def test_a_name_in_an_alternative_text_and_in_a_property_is_told(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    file = word_file(tmp_path, DRAWING % "Fatima in de kring", **{"docProps__core.xml": CORE % ("", "over Kees")})
    told = [line for line in run("check", "--file", file).stderr.splitlines() if line.startswith("klaar.docx")]
    assert told == [
        "klaar.docx, properties: this looks like somebody’s name: Kees [privacy-name]",
        "klaar.docx, text: this looks like somebody’s name: Fatima [privacy-name]",
    ]


def test_who_is_behind_a_source_and_a_made_up_story_are_no_secret(run: Run, tmp_path: Path) -> None:
    library = LIBRARY.replace("to_fill_in: nog invullen}", "to_fill_in: nog invullen, fictitious: fictief voorbeeld}")
    sources = SOURCES.replace("A. Auteur", "Wim Auteur")
    make_workspace(tmp_path, profile=PROFILE, **{"arguments/sources.yaml": sources, "arguments/library.yaml": library})
    entries = ENTRIES.replace("text: Mensen leren", "text: Hans Denker schreef dat mensen leren")
    (tmp_path / "arguments/entries/alles.yaml").write_text(entries, encoding="utf-8")
    said = (
        words("Zie Wim Auteur, Werkboek.") + words("Hans Denker schreef het.") + words("Samira durft weer. (fictief voorbeeld)")
    )
    assert "privacy-" not in run("check", "--file", word_file(tmp_path, said)).stderr


@pytest.mark.parametrize(
    ("body", "parts", "found"),
    [
        (words("Deelnemer 111222333"), {}, ["klaar.docx, text 1: this is a burgerservicenummer: 111222333 [privacy-bsn]"]),
        (
            words("Zoals mevrouw De Vries zei"),
            {},
            ["klaar.docx, text 1: this looks like somebody’s name: mevrouw De Vries [privacy-name]"],
        ),
        (
            words("06-1234") + "<w:p><w:r><w:t>06-9876</w:t></w:r><w:r><w:t>5432</w:t></w:r></w:p>",
            {},
            ["klaar.docx, text 2: this looks like a telephone number: 06-98765432 [privacy-phone]"],
        ),
        (
            "<w:tbl><w:tr><w:tc>" + words("x") + words("piet@thuis.example") + "</w:tc></w:tr></w:tbl>",
            {},
            ["klaar.docx, text 2: this is an e-mail address: piet@thuis.example [privacy-email]"],
        ),
        (
            CHANGE,
            {},
            [
                "klaar.docx, text: the file still has tracked changes, of: Bram [file-changes]",
                "klaar.docx, text 1: this looks like a postcode: 1234 AB [privacy-postcode]",
            ],
        ),
        (
            "",
            {"word__footer1.xml": part(words("NL91 ABNA 0417 1643 00"), "ftr")},
            ["klaar.docx, footer 1: this is an account number: NL91 ABNA 0417 1643 00 [privacy-iban]"],
        ),
        (
            "",
            {"word__footnotes.xml": part("<w:footnote>" + words("geboren op 3 mei 1972") + "</w:footnote>", "footnotes")},
            ["klaar.docx, footnotes 1: this looks like a date of birth: 3 mei 1972 [privacy-birthdate]"],
        ),
        (
            "",
            {"word__comments.xml": part(COMMENT, "comments")},
            [
                "klaar.docx, comments: the file still has comments, of: Anna [file-comments]",
                "klaar.docx, comments 1: this looks like somebody’s name: Fatima Bakali [privacy-name]",
            ],
        ),
        (
            "",
            {"docProps__core.xml": CORE % ("pdevries", "bel 06-98765432")},
            [
                "klaar.docx, properties: the file says in its properties: creator: pdevries [file-author]",
                "klaar.docx, properties: this looks like a telephone number: 06-98765432 [privacy-phone]",
            ],
        ),
        (
            "",
            {"docProps__app.xml": "<P><Template>C:\\Users\\piet\\brief.dotx</Template><Manager>Piet</Manager></P>"},
            [
                "klaar.docx, properties: the file says in its properties: Manager: Piet [file-author]",
                "klaar.docx, properties: the file carries the name of a folder of yours: C:\\Users\\piet\\brief.dotx [file-path]",
            ],
        ),
        (
            "",
            {"word___rels__document.xml.rels": links("mailto:piet@thuis.example")},
            ["klaar.docx, text: this is an e-mail address: piet@thuis.example [privacy-email]"],
        ),
        (
            "",
            {
                "word__settings.xml": part("", "settings"),
                "word___rels__settings.xml.rels": links("file:///C:/Users/piet/brief.dotx"),
            },
            ["klaar.docx, settings: the file carries the name of a folder of yours: file:/C:/Users/piet/brief.dotx [file-path]"],
        ),
        (
            words("Bel Noor Bakker, 06-12345678 of +31 6 12345678, noor@samenloop.example, namens Stichting Samenloop."),
            {"docProps__core.xml": CORE % ("Stichting Samenloop", "Groepen in de wijk")},
            [],
        ),
        (words("In 2024 deden 1.250 mensen mee, voor € 1.234.567,00."), {}, []),
    ],
    ids=[
        "a number on a page",
        "a name",
        "a number in two runs",
        "a table",
        "a deleted text",
        "a footer",
        "a footnote",
        "a comment",
        "properties",
        "a template and a manager",
        "a link",
        "the place of a template",
        "one's own contact",
        "figures",
    ],
)
def test_what_a_file_gives_away_is_told(run: Run, tmp_path: Path, body: str, parts: dict[str, str], found: list[str]) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    is_error = any("[privacy-" in line and "[privacy-name]" not in line for line in found)
    result = run("check", "--file", word_file(tmp_path, body, **parts), expect=1 if is_error else 0)
    assert [line for line in result.stderr.splitlines() if line.startswith("klaar.docx")] == found
    assert ("No personal data found." in result.stderr) == (not found)


def test_what_pitchkit_builds_gives_away_nobody(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    run("build", "-a", "gemeente", "-o", "pitch.docx")
    assert run("check", "--file", "pitch.docx").stderr == (
        "No personal data found. Who somebody is can show without a name or number: read it yourself, too.\n"
    )


def test_several_files_are_read_and_one_that_is_no_word_file_is_told(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, profile=PROFILE)
    (tmp_path / "brief.docx").write_text("Beste lezer", encoding="utf-8")
    result = run("check", "--file", word_file(tmp_path, words("111222333")), "--file", "brief.docx", expect=1)
    assert result.stderr == (
        "brief.docx: this is not a Word file that can be read [file-not-word]\n"
        "  Name a .docx file. One with a password has to be opened first.\n"
        "klaar.docx, text 1: this is a burgerservicenummer: 111222333 [privacy-bsn]\n"
        "  Take it out: the text does not need it. If it was in git before, its history still has it.\n"
    )


def test_a_file_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    assert run("check", "--file", "nergens.docx", expect=2).stderr == (
        "nergens.docx: this file is not there [file-missing]\n  Check the name and the folder.\n"
    )
