"""A finished Word file gives away nobody: its pages, what is behind them, and what it says of its maker are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import make_workspace

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
            {"word___rels__settings.xml.rels": links("file:///C:/Users/piet/brief.dotx")},
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
