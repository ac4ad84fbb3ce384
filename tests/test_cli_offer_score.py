"""`pitchkit offer score` shows points before and after, and what there is to gain."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run
from tests.factories import make_workspace, write_files

OFFER = """\
kind: tender
title: Groepswerk
grades: [{label: goed, share: "0.8"}, {label: voldoende, share: "0.6"}]
criteria:
  - id: K1
    title: Aanpak
    weight: 60
    questions:
      - {id: K1.1, text: Hoe bereikt u inwoners?, score: {before: voldoende, after: goed}}
      - {id: K1.2, text: En wie nog meer?}
"""


def test_a_table_shows_points_before_and_after(run: Run, tmp_path: Path) -> None:
    write_files(make_workspace(tmp_path), {"offers/wijk.yaml": OFFER})
    result = run("offer", "score", "wijk")
    assert result.stdout.splitlines()[1:] == [
        "K1.1\tHoe bereikt u inwoners?\t30\tvoldoende\t18\tgoed\t24\t6",
        "K1.2\tEn wie nog meer?\t30\t–\t–\t–\t–\t30",
        "together\t\t60\t\t18\t\t24\t",
    ]
    assert "Without a grade: K1.2." in result.stderr
    assert "Most points to gain: K1.2, 30." in result.stderr


def test_a_program_gets_the_same_numbers(run: Run, tmp_path: Path) -> None:
    write_files(make_workspace(tmp_path), {"offers/wijk.yaml": OFFER})
    data = json.loads(run("offer", "score", "wijk", "--format", "json").stdout)
    assert (data["most"], data["before"], data["after"]) == (60, 18, 24)
    assert data["questions"][1]["after"] is None


def test_a_wrong_grade_is_told_at_its_line(run: Run, tmp_path: Path) -> None:
    write_files(make_workspace(tmp_path), {"offers/wijk.yaml": OFFER.replace("after: goed", "after: top")})
    assert "offers/wijk.yaml:9:85: “top” is not a grade of this buyer" in run("offer", "score", "wijk", expect=1).stderr


def test_an_offer_that_is_not_there_is_a_wrong_command(run: Run, tmp_path: Path) -> None:
    write_files(make_workspace(tmp_path), {"offers/wijk.yaml": OFFER})
    assert "Did you mean “wijk”?" in run("offer", "score", "wjk", expect=2).stderr
