"""`pitchkit offer fill` makes copies of the buyer's files with the answers in them, and says what it left alone."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import docx
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from tests.conftest import Run
from tests.factories import make_workspace, write_files
from tests.offering.test_gates import ENTRIES, PROFILE, SOUND


def a_sheet() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Eisen"
    for row in (["Nr", "Eis", "Voldoet", "Toelichting"], ["E1", "Geregistreerd", None, None], ["P1", "Groep", None, None]):
        sheet.append(row)
    choices = DataValidation(type="list", formula1='"Nee,Voldoet"')
    choices.add("C2")
    sheet.add_data_validation(choices)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def a_letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("Hoe bereikt u inwoners?")
    document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workspace(folder: Path, offer: str | None = None) -> Path:
    sheet, letter = a_sheet(), a_letter()
    asked = (
        SOUND.replace(
            "status: voldaan\n    proofs",
            "status: voldaan\n    answer: Alle begeleiders.\n"
            "    answer_at: {document: eisen, place: rij 2, at: Eisen!D2}\n"
            "    met_at: {document: eisen, place: rij 2, at: Eisen!C2}\n    proofs",
        )
        .replace(
            "text: Hoe bereikt u inwoners?",
            "text: Hoe bereikt u inwoners?\n        answer_at: {document: brief, place: alinea 2, at: body/2}",
        )
        .replace("group: rouw}]", "group: rouw, answer_at: {document: eisen, place: rij 3, at: Eisen!C3}}]")
    )
    documents = (
        "documents:\n"
        f"  - {{id: eisen, path: ../stukken/eisen.xlsx, sha256: {hashlib.sha256(sheet).hexdigest()}}}\n"
        "  - {id: brief, path: ../stukken/brief.docx}\n"
    )
    root = make_workspace(folder, entries=ENTRIES, profile=PROFILE)
    files: dict[str, str | bytes] = {
        "offers/wijk.yaml": offer or documents + asked,
        "stukken/eisen.xlsx": sheet,
        "stukken/brief.docx": letter,
    }
    return write_files(root, files)


def test_sheets_and_letters_get_the_answers(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    result = run("offer", "fill", "wijk")
    assert result.stdout.split() == ["output/wijk-eisen-ingevuld.xlsx", "output/wijk-brief-ingevuld.docx"]
    sheet = load_workbook(tmp_path / "output/wijk-eisen-ingevuld.xlsx")["Eisen"]
    assert [sheet[name].value for name in ("C2", "D2", "C3")] == ["Voldoet", "Alle begeleiders.", 5438]
    lines = [one.text for one in docx.Document(str(tmp_path / "output/wijk-brief-ingevuld.docx")).paragraphs]
    assert lines[:3] == [
        "Hoe bereikt u inwoners?",
        "Wij bellen iedere aanmelder binnen 2 werkdagen.",
        "Onze begeleiders kennen de wijk. Zij komen op het spreekuur.",
    ]
    assert "eisen-ingevuld.xlsx: 3 places filled." in result.stderr


def test_the_buyers_own_files_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    before = (tmp_path / "stukken/eisen.xlsx").read_bytes()
    run("offer", "fill", "wijk")
    assert (tmp_path / "stukken/eisen.xlsx").read_bytes() == before


def test_a_second_run_gives_the_same_file_and_an_edited_copy_is_left_alone(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    run("offer", "fill", "wijk")
    assert run("offer", "fill", "wijk").stdout.split()[0] == "output/wijk-eisen-ingevuld.xlsx"
    (tmp_path / "output/wijk-eisen-ingevuld.xlsx").write_bytes(b"met de hand")
    run("offer", "fill", "wijk")
    assert (tmp_path / "output/wijk-eisen-ingevuld.xlsx").read_bytes() == b"met de hand"


def test_a_file_that_is_not_the_one_that_was_read_is_refused(run: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    (root / "stukken/eisen.xlsx").write_bytes(a_letter())
    said = run("offer", "fill", "wijk", expect=1).stderr
    assert said.startswith("offers/wijk.yaml:2:23: ../stukken/eisen.xlsx is not the file that was read")
    assert not (root / "output").exists()


def test_a_file_that_is_gone_is_told_at_its_line(run: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    (root / "stukken/brief.docx").unlink()
    assert (
        "offers/wijk.yaml:3:23: ../stukken/brief.docx is not there [fill-file-missing]"
        in run("offer", "fill", "wijk", expect=1).stderr
    )


def test_what_is_there_already_is_left_alone_and_told(run: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    text = (root / "offers/wijk.yaml").read_text(encoding="utf-8")
    (root / "offers/wijk.yaml").write_text(text.replace("at: Eisen!D2", "at: Eisen!B2"), encoding="utf-8")
    assert "E1: there is something there already (rij 2) [fill-not-empty]" in run("offer", "fill", "wijk").stderr


def test_an_offer_without_places_says_so(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND)
    result = run("offer", "fill", "wijk")
    assert (result.stdout, result.stderr) == ("", "No file of the buyer has room for answers that the offer file knows of.\n")
