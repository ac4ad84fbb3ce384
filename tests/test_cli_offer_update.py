"""`pitchkit offer update`, as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import make_workspace
from tests.offers import buyers

TABLE = """\
about\twhat\twas\tbecomes\tplace
K1\tlimit\t2 A4\t3 A4\t“Nota van inlichtingen 1”, tabel 1, rij 2
sluitingsdatum-indienen-inschrijvingen\tdate\t2027-01-15 12:00\t2027-01-22 14:00\t“Nota van inlichtingen 1”, tabel 1, rij 3
E3\tmade clear\t\t\t“Nota van inlichtingen 1”, tabel 1, rij 4
E1\ttext\tOpdrachtnemer plant binnen tien werkdagen na aanmelding een kennismaking.\tOpdrachtnemer plant binnen vijftien werkdagen een kennismaking.\t“Nota van inlichtingen 1”, tabel 1, rij 5
K2\tweight\t35%\t30%\t“Nota van inlichtingen 1”, tabel 1, rij 6
E5\tnew\t\tOpdrachtnemer beschikt over een klachtenregeling.\t“Nota van inlichtingen 1”, tabel 1, rij 7
1 answer is tied to nothing in the offer: it stands under unread in the file.
To be looked at again (status: nakijken): K1-a, K1-b, K1-c, E1, K2-a, K2-b
"""  # noqa: E501 - as the terminal shows it


@pytest.fixture
def offer(run: Run, tmp_path: Path) -> Path:
    """An offer read from a buyer's files, and a nota van inlichtingen beside it."""
    make_workspace(tmp_path)
    buyers.make_guide(tmp_path)
    buyers.make_book(tmp_path)
    buyers.make_note(tmp_path)
    run("offer", "new", "wijk", "--from", "leidraad.docx", "--from", "bijlage-2-eisen-en-vragen.xlsx")
    return tmp_path / "offers" / "wijk.yaml"


def test_the_changes_are_shown_and_written(run: Run, offer: Path) -> None:
    result = run("offer", "update", "wijk", "--from", "nota-van-inlichtingen.docx")
    assert result.stdout == "offers/wijk.yaml\n"
    assert TABLE in result.stderr
    assert "the weights do not come to 100%, but to 95% [doubt-weight-total]" in result.stderr
    assert result.stderr.endswith("Then check it: pitchkit offer check wijk\n")
    assert "    limit: {pages: 3}\n" in offer.read_text(encoding="utf-8")


def test_a_dry_run_shows_and_writes_nothing(run: Run, offer: Path) -> None:
    before = offer.read_bytes()
    result = run("offer", "update", "wijk", "--from", "nota-van-inlichtingen.docx", "--dry-run")
    assert result.stdout == ""
    assert TABLE in result.stderr
    assert result.stderr.endswith("Nothing was written (--dry-run).\n")
    assert offer.read_bytes() == before


def test_the_same_file_again_changes_nothing(run: Run, offer: Path) -> None:
    run("offer", "update", "wijk", "--from", "nota-van-inlichtingen.docx")
    before = offer.read_bytes()
    result = run("offer", "update", "wijk", "--from", "nota-van-inlichtingen.docx")
    assert (result.stdout, result.stderr) == ("", "nota-van-inlichtingen.docx was read before; nothing has changed.\n")
    assert offer.read_bytes() == before


@pytest.mark.usefixtures("offer")
@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["wijk"],
            2,
            (
                "--from: no file is named [offer-update-without-file]\n"
                "  Name the later file with --from nota-van-inlichtingen.docx.\n"
            ),
        ),
        (
            ["wijkk", "--from", "nota-van-inlichtingen.docx"],
            2,
            "NAME: there is no offer “wijkk”; there are: wijk [offer-unknown]\n",
        ),
        (["wijk", "--from", "weg.docx"], 1, "weg.docx: "),
    ],
    ids=["no file", "no such offer", "no such file"],
)
def test_what_is_wrong_is_told(run: Run, arguments: list[str], code: int, told: str) -> None:
    result = run("offer", "update", *arguments, expect=code)
    assert result.stdout == ""
    assert result.stderr.startswith(told)


def test_a_paper_that_says_nothing_new_is_told_so(run: Run, offer: Path) -> None:
    buyers.make_word(offer.parents[1] / "brief.docx", "Geachte inschrijver,\nWij wensen u succes.")
    result = run("offer", "update", "wijk", "--from", "brief.docx")
    assert "Nothing in brief.docx changes the offer.\n" in result.stderr
