"""`pitchkit offer check` tells what keeps an offer from being sent, in the file and in the Word files that will be sent."""

from __future__ import annotations

import json
from pathlib import Path

import docx
from docx.shared import Pt

from tests.conftest import Run
from tests.factories import make_workspace, write_files
from tests.offering.test_gates import ENTRIES, PROFILE, SOUND


def workspace(folder: Path, offer: str = SOUND) -> Path:
    root = make_workspace(folder, entries=ENTRIES, profile=PROFILE)
    return write_files(root, {"offers/wijk.yaml": offer, "offers/bewijs.txt": "fictief"})


def test_a_sound_offer_says_that_it_can_be_final(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    result = run("offer", "check", "wijk", "--date", "2026-11-22")
    assert result.stderr == "0 errors, 0 warnings.\nNothing keeps this offer from being built with --final.\n"
    assert result.stdout == ""


def test_errors_end_with_exit_code_1_and_warnings_do_not(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND.replace("status: klaar", "status: concept"))
    assert "0 errors, 1 warning." in run("offer", "check", "wijk", "--date", "2026-11-22").stderr
    workspace(tmp_path, SOUND.replace("words: 60", "words: 6"))
    assert "1 error, 0 warnings." in run("offer", "check", "wijk", "--date", "2026-11-22", expect=1).stderr


def test_the_day_decides_whether_a_deadline_has_gone_by(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    assert "[deadline-gone-by]" in run("offer", "check", "wijk", "--date", "2027-01-16", expect=1).stderr


def test_a_program_gets_places_and_codes(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND.replace("status: klaar", "status: concept"))
    (found,) = json.loads(run("offer", "check", "wijk", "--date", "2026-11-22", "--format", "json").stdout)
    assert (found["path"], found["code"], found["severity"]) == ("offers/wijk.yaml", "answer-unfinished", "warning")
    assert "offers/wijk.yaml" not in found["message"]
    assert found["hint"]


def test_how_many_were_silenced_is_told(run: Run, tmp_path: Path) -> None:
    silence = "status: concept\n        silence: [{code: answer-unfinished, reason: wordt maandag gelezen}]"
    workspace(tmp_path, SOUND.replace("status: klaar", silence))
    assert "0 errors, 0 warnings, 1 silenced." in run("offer", "check", "wijk", "--date", "2026-11-22").stderr


RULES = "prices_apart: yes\n  fonts: [Verdana, Arial]\n  size: 9\n  anonymous: yes"


def test_what_pitchkit_builds_keeps_the_rules_for_letters(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND.replace("prices_apart: yes", RULES))
    run("offer", "check", "wijk", "--date", "2026-11-22")
    run("offer", "build", "wijk", "--date", "2026-11-22")
    run("offer", "check", "wijk", "--date", "2026-11-22", "--file", "output/wijk-offerte.docx")


def test_a_file_that_was_edited_is_held_against_the_rules(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND.replace("prices_apart: yes", RULES))
    edited = docx.Document()
    table = edited.add_table(1, 1)
    letters = (
        table.cell(0, 0).paragraphs[0].add_run("kleine letters van Stichting Samenloop voor € 82 onder voorbehoud van gunning")
    )
    letters.font.size, letters.font.name = Pt(5), "Verdana"
    edited.save(str(tmp_path / "af.docx"))
    said = run("offer", "check", "wijk", "--date", "2026-11-22", "--file", "af.docx", expect=1).stderr
    assert "af.docx: af.docx has letters of 5 points in table (“kleine letters van" in said
    assert "af.docx shows “Stichting Samenloop”, and this offer is anonymous" in said
    assert "[own-price]" in said
    assert "[reservation]" in said


def test_another_font_is_named(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, SOUND.replace("prices_apart: yes", RULES))
    edited = docx.Document()
    edited.add_paragraph().add_run("woorden").font.name = "Comic Sans MS"
    edited.save(str(tmp_path / "af.docx"))
    said = run("offer", "check", "wijk", "--date", "2026-11-22", "--file", "af.docx", expect=1).stderr
    assert "uses the letter Comic Sans MS in text (“woorden”), and the buyer asks for Verdana, Arial" in said


def test_a_file_is_held_against_the_limit_of_its_criterion(run: Run, tmp_path: Path) -> None:
    limited = SOUND.replace("weight: 100", "weight: 100\n    limit: {words: 45}").replace(
        "prices_apart: yes", "file_per_criterion: yes"
    )
    workspace(tmp_path, limited)
    run("offer", "build", "wijk", "--date", "2026-11-22")
    (built,) = (tmp_path / "output").glob("*k1.docx")
    edited = docx.Document(str(built))
    edited.add_paragraph("woord " * 60)
    edited.save(str(built))
    said = run("offer", "check", "wijk", "--date", "2026-11-22", "--file", built.relative_to(tmp_path), expect=1).stderr
    assert "words, and the buyer allows 45 [limit-exceeded]" in said


def test_a_file_that_is_no_word_file_is_refused(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    write_files(tmp_path, {"af.md": "# Tekst\n"})
    assert "[offer-file-not-word]" in run("offer", "check", "wijk", "--date", "2026-11-22", "--file", "af.md", expect=1).stderr
    assert "[file-missing]" in run("offer", "check", "wijk", "--date", "2026-11-22", "--file", "weg.docx", expect=1).stderr
