"""A file is opened by what it is; one that cannot be read says why, and what to do."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from pitchkit import terminal
from pitchkit.diagnostics import ContentError
from pitchkit.messages import TEXTS, offer_reading
from pitchkit.offers.reading.noting import name_pages
from pitchkit.offers.reading.opening import read_paper
from tests.offers.office_files import codes, paragraph, read, rewrite, write_word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path) -> str:
    """Return why a file is not read, as the user sees it."""
    with pytest.raises(ContentError) as caught:
        read(path)
    (diagnostic,) = caught.value.diagnostics
    return terminal.describe(diagnostic)


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def packed(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


def locked_pdf(path: Path) -> Path:
    pdf = FPDF()
    pdf.set_encryption(owner_password="a", user_password="b")  # noqa: S106 - of a file that lives a second
    pdf.add_page()
    return put(path, bytes(pdf.output()))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("leeg.docx", b"", "there is no text in this file [paper-empty]"),
        ("leeg.md", b" \n\n", "there is no text in this file [paper-empty]"),
        (
            "oud.doc",
            OLE + "WordDocument".encode("utf-16-le"),
            "old format of Word or Excel [paper-old-format]\n  Open it and save it as .docx.",
        ),
        (
            "oud.xls",
            OLE + "Workbook".encode("utf-16-le"),
            "old format of Word or Excel [paper-old-format]\n  Open it and save it as .xlsx.",
        ),
        ("oud.docx", OLE + "WordDocument".encode("utf-16-le"), "Open it and save it as .docx."),
        ("web.xls", b"<html><table></table></html>", "Open it and save it as .xlsx."),
        ("mail.msg", OLE, "files of this type are not read: .msg [paper-unknown-type]"),
        ("slot.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "this file is behind a password [paper-password]"),
        ("kapot.docx", b"PK\x03\x04 en dan niets", "[paper-damaged]"),
        ("kapot.pdf", b"%PDF-1.7 en dan niets", "[paper-damaged]"),
        ("tekst.docx", b"gewoon tekst", "[paper-damaged]"),
        ("brief.rtf", b"{\\rtf1 hallo}", "files of this type are not read: .rtf [paper-unknown-type]"),
        ("pagina.txt", b"<html><body>hallo</body></html>", "[paper-unknown-type]"),
        ("foto.md", b"\x89PNG\r\n\x00\x00", "[paper-unknown-type]"),
        ("zonder", b"tekst", "files of this type are not read: ? [paper-unknown-type]"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    assert message in refusal(put(tmp_path / name, content))


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("leidraad.docx", "bijlage.pdf"), "this is a zip file with other files in it [paper-archive]"),
        (("mimetype", "content.xml"), "files of this type are not read: .odt / .ods [paper-unknown-type]"),
        (("[Content_Types].xml",), "[paper-damaged]"),
    ],
    ids=["archive", "open document", "half an office file"],
)
def test_a_package_of_another_kind_says_what_it_is(tmp_path: Path, names: tuple[str, ...], message: str) -> None:
    assert message in refusal(packed(tmp_path / "a.zip", *names))


def test_a_pdf_behind_a_password_says_so(tmp_path: Path) -> None:
    assert "[paper-password]" in refusal(locked_pdf(tmp_path / "a.pdf"))


def test_a_pdf_of_empty_pages_has_no_text(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    assert "[paper-empty]" in refusal(put(tmp_path / "a.pdf", bytes(pdf.output())))


def test_a_pdf_of_pictures_only_says_so(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (60, 80), 200).save(tmp_path / "a.pdf", "PDF")
    assert "this PDF holds only pictures of pages, without text [paper-only-scans]" in refusal(tmp_path / "a.pdf")


def test_a_damaged_part_of_an_office_file_says_so(tmp_path: Path) -> None:
    assert "[paper-damaged]" in refusal(write_word(tmp_path / "a.docx", "<w:p>"))


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    assert "this file is not there [file-missing]" in refusal(tmp_path / "weg.docx")
    assert "this is a folder, not a file [file-is-folder]" in refusal(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_without_rights_says_so(tmp_path: Path) -> None:
    path = put(tmp_path / "a.md", b"Tekst.")
    path.chmod(0)
    assert "[file-no-rights]" in refusal(path)


def test_a_name_that_no_file_can_have_is_no_crash() -> None:
    assert "[file-" in refusal(Path("a\x00b.docx"))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_paper(put(tmp_path / "a.md", b"x" * 2_000_001), "a.md", most_bytes=2_000_000)
    assert caught.value.diagnostics[0].values == (("megabytes", "2"),)


def test_a_package_that_unpacks_to_too_much_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pitchkit.offers.reading.office.MOST_UNPACKED", 1000)
    assert "[paper-too-large]" in refusal(write_word(tmp_path / "a.docx", paragraph("x" * 2000)))


def test_what_a_file_holds_goes_before_its_suffix(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", paragraph("Tekst."))
    found = read((tmp_path / "a.docx").rename(tmp_path / "a.xlsx"))
    assert (found.lines[0].text, codes(found), dict(found.notes[0].values)["first"]) == ("Tekst.", ["paper-suffix"], ".docx")


@pytest.mark.parametrize("name", ["a.DOCX", "a.docm", "a.dotx"])
def test_every_suffix_of_word_is_read_without_a_note(tmp_path: Path, name: str) -> None:
    found = read(write_word(tmp_path / name, paragraph("Tekst.")))
    assert (len(found.lines), found.notes) == (1, ())


def test_a_file_in_the_strict_form_is_read(tmp_path: Path) -> None:
    def strict(_: str, content: bytes) -> bytes:
        for kind in (b"wordprocessingml", b"officeDocument"):
            content = content.replace(
                b"http://schemas.openxmlformats.org/%b/2006/" % kind, b"http://purl.oclc.org/ooxml/%b/" % kind
            )
        return content

    assert read(rewrite(write_word(tmp_path / "a.docx", paragraph("Planning", "Kop1")), strict)).lines[0].kind == "heading"


def test_nothing_outside_the_file_is_looked_up(tmp_path: Path) -> None:
    secret = put(tmp_path / "geheim.txt", b"GEHEIM")
    asked = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document '.encode()

    def ask(_: str, content: bytes) -> bytes:
        return content.replace(b"<w:document ", asked).replace(b"Tekst.", b"Tekst. &amp;x;".replace(b"&amp;", b"&"))

    assert "GEHEIM" not in repr(read(rewrite(write_word(tmp_path / "a.docx", paragraph("Tekst.")), ask)))


def test_a_file_is_known_by_its_hash(tmp_path: Path) -> None:
    path = put(tmp_path / "a.md", b"Tekst.")
    assert read(path).sha256 == hashlib.sha256(b"Tekst.").hexdigest()
    assert read(path) == read(path)


def test_sheets_and_values_with_the_same_content_are_told_apart(tmp_path: Path) -> None:
    with Workbook(str(tmp_path / "a.csv")) as book:
        book.add_worksheet("Blad").write(0, 0, "Tekst")
    assert codes(read(tmp_path / "a.csv")) == ["paper-suffix"]


@given(st.sampled_from([".docx", ".xlsx", ".pdf", ".csv", ".md"]), st.binary(max_size=200))
def test_no_bytes_can_break_the_reading(tmp_path_factory: pytest.TempPathFactory, suffix: str, content: bytes) -> None:
    path = put(tmp_path_factory.mktemp("any") / f"a{suffix}", content)
    try:
        read(path)
    except ContentError:
        return


@pytest.mark.parametrize(("pages", "said"), [((1, 2, 3, 7), "1-3, 7"), ((4,), "4"), ((), ""), ((1, 3), "1, 3")])
def test_pages_are_named_as_one_says_them(pages: tuple[int, ...], said: str) -> None:
    assert name_pages(pages) == said


def test_every_code_about_a_line_has_a_text_without_blanks_to_fill() -> None:
    found = [code for code in offer_reading.TEXTS if code.startswith("line-")]
    assert len(found) > 5
    assert not any("{" in TEXTS[code][0] for code in found)
