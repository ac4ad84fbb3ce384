"""`pitchkit offer new`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit.offers.reading import updating
from tests.conftest import Run
from tests.factories import needs_rights
from tests.offers import buyers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a buyer's files."""
    buyers.make_guide(tmp_path)
    buyers.make_book(tmp_path)
    return tmp_path


def test_the_file_is_the_result_and_the_counts_are_told_beside_it(run: Run, folder: Path) -> None:
    result = run(
        "offer", "new", "wijk", "--from", "leidraad.docx", "--from", "bijlage-2-eisen-en-vragen.xlsx", "--date", "2026-11-22"
    )

    assert result.stdout == "offers/wijk.yaml\n"
    text = (folder / "offers" / "wijk.yaml").read_text(encoding="utf-8")
    assert len(updating.read_offer(text, "").criteria) == 5
    assert "    read: 2026-11-22\n" in text
    expected = [
        (
            "leidraad.docx, § 2.1 Planning, tabel 1, rij 4: only a week is named; one working day in it was filled in: "
            "Publicatie nota van inlichtingen: 2026-11-30 [doubt-date-week]"
        ),
        (
            "leidraad.docx, § 5 Programma van eisen, alinea 3: not sure that this is demanded of you: "
            "Een groep heeft bij voorkeur niet meer dan 12 deelnemers. [doubt-type-unsure]"
        ),
        "  Open the file and check it by eye.",
        "requirements\t4\t",
        "wishes\t2\t",
        "grounds for exclusion\t2\t",
        "demands of suitability\t1\t",
        "demands of form\t7\t",
        "proofs to hand in\t1\t",
        "award criteria\t5\tweights together 100%, points together 30",
        "questions\t8\t",
        "limits\t5\t",
        "dates\t5\tdeadline 2027-01-15 12:00",
        "grades\t4\t",
        "rules of form\t7\t",
        "places for an answer\t7\t",
        "lines of the price sheet\t2\t",
        "lines that only explain\t26\t",
        "not understood\t1\t",
        "1 line was not understood: it stands under unread in the file, with its place.",
        "Look through the file, and then: pitchkit offer match wijk",
    ]
    assert result.stderr.splitlines()[-len(expected) :] == expected


def test_an_offer_that_is_there_stays_as_it_is(run: Run, folder: Path) -> None:
    run("offer", "new", "wijk")
    before = (folder / "offers" / "wijk.yaml").read_bytes()
    result = run("offer", "new", "wijk", "--from", "leidraad.docx", expect=2)
    assert result.stderr == (
        "NAME: there is an offer “wijk” already; it is not written over [offer-exists]\n"
        "  Read a later file into it with pitchkit offer update, or choose another name.\n"
    )
    assert (folder / "offers" / "wijk.yaml").read_bytes() == before


@pytest.mark.parametrize("kind", ["tender", "quotation", "grant"])
def test_without_a_file_there_is_one_to_fill_in(run: Run, folder: Path, kind: str) -> None:
    result = run("offer", "new", "leeg", "--kind", kind)
    assert result.stdout == "offers/leeg.yaml\n"
    assert f"kind: {kind}\n" in (folder / "offers" / "leeg.yaml").read_text(encoding="utf-8")
    assert result.stderr.startswith("A file to fill in by hand.")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["wijk", "--kind", "tendr"],
            2,
            ("--kind: “tendr” is no kind of offer [offer-kind-unknown]\n  Choose from: tender, quotation, grant.\n"),
        ),
        (
            ["../x"],
            2,
            ("NAME: “../x” cannot be the name of a file [offer-name]\n  Use letters, digits and dashes, such as welzijn-2027.\n"),
        ),
        (
            ["wijk", "--columns", "eis=B"],
            2,
            ("--columns: there is no file whose columns could be named [columns-without-file]\n  Name the file with --from.\n"),
        ),
        (
            ["wijk", "--from", "weg.docx"],
            1,
            "weg.docx: this file is not there [file-missing]\n  Check the name and the folder.\n",
        ),
        (
            ["wijk", "--from", "leidraad.docx", "--columns", "eis"],
            2,
            (
                "--columns: “eis” does not say which column holds what [columns-wrong]\n  Write it as "
                "eis=B or vraag=Omschrijving.\n"
            ),
        ),
    ],
    ids=["kind", "name", "columns without a file", "no such file", "columns"],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    result = run("offer", "new", *arguments, expect=code)
    assert result.stdout == ""
    assert result.stderr == told
    assert not (tmp_path / "offers").exists()


def test_a_sheet_of_which_nothing_is_understood_leads_to_the_columns(run: Run, tmp_path: Path) -> None:
    buyers.make_sheets(
        tmp_path / "kaal.xlsx", {"Blad1": [["A1", "iets", "Hoe doet u dat?", 15], ["A2", "anders", "Wat dan?", 25]]}
    )
    result = run("offer", "new", "kaal", "--from", "kaal.xlsx")
    assert (
        "No requirements or criteria were found. For a sheet, say which column holds what: --columns eis=B,gewicht=D\n"
        in result.stderr
    )
    run("offer", "new", "goed", "--from", "kaal.xlsx", "--columns", "nr=A,vraag=C,punten=D")
    offer = updating.read_offer((tmp_path / "offers" / "goed.yaml").read_text(encoding="utf-8"), "")
    assert [(one.id, str(one.points)) for _criterion, one in offer.questions()] == [("A1", "15"), ("A2", "25")]


@needs_rights
def test_a_folder_without_rights_is_told(run: Run, folder: Path) -> None:
    (folder / "offers").mkdir(mode=0o500)
    result = run("offer", "new", "wijk", expect=1)
    assert "[output-no-rights]" in result.stderr
