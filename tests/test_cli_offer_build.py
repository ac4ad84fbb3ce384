"""`pitchkit offer build`: where the documents go, and what a bid manager is told beside them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import make_workspace
from tests.offering.offers import HEAD, PROFILE, TWO_CRITERIA

LIBRARY = "Library: arguments, 1 entry\n"
NEXT = "Next: pitchkit offer check wijk\n"
BUILD = ("offer", "build", "wijk", "--date", "2026-11-22")
READY = TWO_CRITERIA.replace("Wij bellen.", "Wij bellen binnen 3 dagen., status: klaar").replace(
    "Wij meten.", "Wij meten 4 keer per jaar., status: klaar"
)


def put(folder: Path, offer: str = TWO_CRITERIA) -> Path:
    """Write a workspace with one offer."""
    return make_workspace(folder, profile=PROFILE, **{"offers/wijk.yaml": HEAD + offer})


def test_an_offer_makes_its_answers_and_its_matrix_in_word(run: Run, tmp_path: Path) -> None:
    put(tmp_path)
    result = run(*BUILD)

    assert result.stdout == "output/wijk-offerte.docx\noutput/wijk-nalevingsmatrix.docx\n"
    assert result.stderr == LIBRARY + NEXT
    assert zipfile.ZipFile(tmp_path / "output/wijk-offerte.docx").testzip() is None


def test_the_terminal_tells_what_is_open_left_out_and_used(run: Run, tmp_path: Path) -> None:
    offer = "form: {limit: {pages: 5}}\naudience: clienten\n" + TWO_CRITERIA.replace(
        "promise: Wij bellen.", "answer: Voor {{ contact.name }}., entries: [{entry: samen-leren}]"
    ).replace("promise: Wij meten.", "status: open").replace(
        "title: Sturing,", "title: Sturing, limit: {words: 6, characters: 900},"
    )
    put(tmp_path, offer.replace("answer: Voor {{ contact.name }}.", "answer: 'Voor {{ contact.name }}.'"))
    result = run(*BUILD, "-f", "md")

    assert (
        result.stderr
        == LIBRARY
        + (
            "Still open; fill these in in offers/wijk.yaml:\n"
            "  criteria.K2.questions.K2.1.promise: offer.criteria.2.questions.1.promise (line 7)\n"
            "Still open; fill these in in pitchkit.yaml:\n"
            "  contact.name: contact.name\n"
            "Chosen for an answer, and yet left out:\n"
            "  samen-leren: out: only for gemeente, collegas\n"
            "Words and pages of the limits:\n"
            "all\tabout 0.3 pages\t5 pages\t\n"
            "K2\t10 words, 84 characters\t6 words, 900 characters\ttoo long\n"
        )
        + NEXT
    )


@pytest.mark.parametrize(
    ("args", "paths"),
    [
        pytest.param(("--criterion", "K2"), ["output/wijk-offerte-k2.docx"], id="one criterion"),
        pytest.param(("--criterion", "K2", "-o", "k2.md"), ["k2.md"], id="one file"),
        pytest.param(("-o", "map", "-f", "md"), ["map/wijk-offerte.md", "map/wijk-nalevingsmatrix.md"], id="a folder"),
    ],
)
def test_the_documents_go_where_they_are_asked(run: Run, tmp_path: Path, args: tuple[str, ...], paths: list[str]) -> None:
    put(tmp_path)
    assert run(*BUILD, *args).stdout.splitlines() == paths
    assert all((tmp_path / path).is_file() for path in paths)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(
            ("--criterion", "K22", "--criterion", "K1"),
            "--criterion: the quality part has no criterion “K22”: K1, K2 [offer-criterion-unknown]\n  Did you mean “K2”?\n",
            id="an unknown criterion",
        ),
        pytest.param(
            ("-f", "odt"), "--format: there is no format “odt” [format-unknown]\n  Choose one of: docx, md, pdf.\n", id="a format"
        ),
        pytest.param(
            ("-o", "offerte.docx"),
            "--output: 2 documents do not fit in one file [output-one-file]\n  Name a folder with --output.\n",
            id="one file for two documents",
        ),
    ],
)
def test_a_wrong_command_line_is_refused_before_anything_is_written(
    run: Run, tmp_path: Path, args: tuple[str, ...], told: str
) -> None:
    put(tmp_path)
    assert run(*BUILD, *args, expect=2).stderr.removeprefix(LIBRARY) == told
    assert not (tmp_path / "output").exists()


def test_an_offer_that_is_not_there_is_named_with_those_that_are(run: Run, tmp_path: Path) -> None:
    put(tmp_path)
    told = run("offer", "build", "wijkk", expect=2).stderr
    assert told.startswith("NAME: there is no offer “wijkk”; there are: wijk [offer-unknown]\n  Did you mean “wijk”?")


def test_an_edited_answer_is_left_alone(run: Run, tmp_path: Path) -> None:
    put(tmp_path)
    run(*BUILD, "-f", "md")
    (tmp_path / "output/wijk-offerte.md").write_text("Van mij.", encoding="utf-8")
    again = run(*BUILD, "-f", "md")

    assert again.stdout.splitlines()[0] == "output/wijk-offerte-2.md"
    assert "output/wijk-offerte.md was edited since it was built and has been left alone" in again.stderr
    run(*BUILD, "-f", "md", "--force")
    assert (tmp_path / "output/wijk-offerte.md").read_text("utf-8").startswith("# Groepen in de wijk")


def test_a_final_offer_passes_its_gates_and_has_nothing_open(run: Run, tmp_path: Path) -> None:
    put(tmp_path, READY)
    assert run(*BUILD, "--final").stdout == "output/wijk-offerte.docx\noutput/wijk-nalevingsmatrix.docx\n"


def test_a_final_offer_asks_for_reviews_of_its_entries(run: Run, tmp_path: Path) -> None:
    used = READY.replace("promise: Wij bellen", "entries: [{entry: samen-leren}], promise: Wij bellen")
    put(tmp_path, "audience: gemeente\n" + used)
    told = "arguments: 1 of the 1 entries in these documents are not reviewed as they stand: samen-leren [final-unreviewed]\n"
    assert told not in run(*BUILD).stderr
    assert told in run(*BUILD, "--final").stderr

    settings = tmp_path / "arguments/library.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "review: {required: yes}\n", encoding="utf-8")
    refused = run(*BUILD, "--final", "--output", "elders", expect=1)

    assert (refused.stdout, told in refused.stderr, (tmp_path / "elders").exists()) == ("", True, False)
    run("review", "samen-leren", "--stamp", "--by", "Marieke", "--date", "2026-11-22")
    assert "final-unreviewed" not in run(*BUILD, "--final", "--output", "elders").stderr


def test_a_final_offer_with_a_gate_closed_and_a_field_open_is_not_written(run: Run, tmp_path: Path) -> None:
    put(
        tmp_path,
        READY.replace("status: klaar}]", "status: klaar, results: [{what: starters, figure: '40', date: mei}]}]", 1)
        + "unread: [{text: Zie ook bijlage 7.}]\n",
    )
    result = run(*BUILD, "--final", expect=1)

    assert "“criteria.K1.questions.K1.1.results.1.instrument”" in result.stderr
    assert "[offer-field-open]" in result.stderr
    assert "[unread-line]" in result.stderr
    assert not (tmp_path / "output").exists()


def test_a_document_of_an_offer_is_not_made_by_build(run: Run, tmp_path: Path) -> None:
    put(tmp_path)
    told = run("build", "-a", "gemeente", "-d", "offerte", expect=2).stderr
    assert told.removeprefix(LIBRARY) == (
        "--document: “offerte” is made from an offer file [document-of-offer]\n"
        "  Use pitchkit offer build, with the name of the offer.\n"
    )
    assert "offerte" not in run("build", "--all", "-f", "md").stdout


def test_a_pdf_without_libreoffice_is_refused_in_words(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path)
    monkeypatch.setenv("PITCHKIT_SOFFICE", str(tmp_path / "weg"))
    assert "[layout-program-missing]" in run(*BUILD, "-f", "pdf", expect=2).stderr
    assert not (tmp_path / "output").exists()


def test_page_numbers_that_cannot_be_had_are_told_and_the_documents_are_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, TWO_CRITERIA.replace("Wij bellen.", "woord " * 1600))
    monkeypatch.setenv("PITCHKIT_SOFFICE", str(tmp_path / "weg"))
    result = run(*BUILD, "--paginate")

    assert "[layout-program-missing]" in result.stderr
    assert result.stdout.splitlines()[0] == "output/wijk-offerte.docx"


def test_the_same_offer_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    put(tmp_path)
    run(*BUILD)
    first = [path.read_bytes() for path in sorted((tmp_path / "output").iterdir())]
    run(*BUILD, "-o", "nog-eens")

    assert [path.read_bytes() for path in sorted((tmp_path / "nog-eens").iterdir())] == first
