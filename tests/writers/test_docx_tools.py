"""What others say of the files: Microsoft's own validator, and LibreOffice."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.writers.houses import rezip
from tests.writers.wordfile import WordFile


def faults(validator: str, data: bytes, folder: Path) -> list[str]:
    """Return what the Open XML SDK finds; its program ends well also when it finds something."""
    path = folder / "document.docx"
    path.write_bytes(data)
    done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False, timeout=120)
    judged = json.loads(done.stdout)
    return [] if judged["ok"] else [str(fault) for fault in judged["errors"]]


@pytest.mark.parametrize("name", ["pitch", "one_pager", "dutch_pitch"])
def test_the_open_xml_sdk_finds_nothing(name: str, validator: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    word: WordFile = request.getfixturevalue(name)
    assert faults(validator, word.data, tmp_path) == []


def test_the_open_xml_sdk_finds_a_property_in_the_wrong_place(validator: str, tmp_path: Path, pitch: WordFile) -> None:
    wrong = rezip(
        pitch.data,
        {},
        lambda _, content: content.replace(b"<w:cantSplit/><w:tblHeader/></w:trPr>", b"<w:tblHeader/></w:trPr><w:jc/>"),
    )
    assert wrong != rezip(pitch.data, {})
    assert faults(validator, wrong, tmp_path) != []


def pages(soffice: str, pdftotext: str, data: bytes, folder: Path) -> list[str]:
    """Return the words on each page, as LibreOffice lays them out."""
    path = folder / "document.docx"
    path.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [soffice, "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        capture_output=True,
        check=True,
        timeout=180,
    )
    done = subprocess.run([pdftotext, "-layout", str(path.with_suffix(".pdf")), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def test_the_one_pager_fits_on_one_page(soffice: str, pdftotext: str, one_pager: WordFile, tmp_path: Path) -> None:
    assert len(pages(soffice, pdftotext, one_pager.data, tmp_path)) == 1


def test_a_rendered_pitch_counts_its_pages_and_its_lists(soffice: str, pdftotext: str, pitch: WordFile, tmp_path: Path) -> None:
    shown = pages(soffice, pdftotext, pitch.data, tmp_path)
    assert [f"Pagina {number} van {len(shown)}" in page for number, page in enumerate(shown, 1)] == [True] * len(shown)
    everything = "\n".join(shown)
    assert everything.count("1. ") == 2
    assert everything.count("\u2610") == 3
    assert "Groepswerk op de kaart zetten" in shown[0]


def test_a_house_style_keeps_its_footer_and_gets_no_page_number(
    soffice: str, pdftotext: str, dutch_pitch: WordFile, tmp_path: Path
) -> None:
    shown = pages(soffice, pdftotext, dutch_pitch.data, tmp_path)
    assert all("Gemeente Voorbeeldstad, postbus 1" in page for page in shown)
    assert not any("Pagina" in page for page in shown)
