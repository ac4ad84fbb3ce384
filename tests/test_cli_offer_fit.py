"""`pitchkit offer fit` chooses within the limits, shows what it left out, and writes only when told to."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run
from tests.factories import make_workspace, write_files


def entry(name: str, title: str, text: str, short: str) -> str:
    return (
        f"- id: {name}\n  kind: argument\n  title: {title}\n  text: {text}\n  short: {short}\n  audiences: [gemeente]\n"
        "  themes: [netwerk]\n  certainty: aannemelijk\n  evidence: [{source: werkboek, place: blz. 3}]\n"
    )


LONG = "Inwoners op de wachtlijst beginnen eerder in een groep, en dat scheelt hun wachttijd, weken van wachten en zorgen."
ENTRIES = (
    entry("wachtlijst", "Een groep verkort de wachtlijst", LONG, "Een groep verkort de wachtlijst.")
    + entry(
        "vrijwilligers", "Vrijwilligers helpen mee", "Vrijwilligers uit de buurt helpen in de groep.", "Vrijwilligers helpen."
    )
    + entry("ruimte", "De ruimte is toegankelijk", "De ruimte is toegankelijk met een rolstoel.", "De ruimte is toegankelijk.")
)
OFFER = """\
kind: tender
title: Groepswerk
form: {counts: {notes: no}}
criteria:
  - id: K1
    title: Wachtlijst
    weight: 60
    questions:
      # onze belangrijkste vraag
      - id: K1.1
        text: Hoe verkort u de wachtlijst voor inwoners?
        limit: {words: 24}
  - id: K2
    title: Vrijwilligers
    weight: 40
    questions:
      - id: K2.1
        text: Hoe werkt u samen met vrijwilligers uit de buurt?
"""


def workspace(folder: Path, offer: str = OFFER) -> Path:
    return write_files(make_workspace(folder, entries=ENTRIES), {"offers/wijk.yaml": offer})


def chosen(run: Run) -> dict[str, str]:
    data = json.loads(run("offer", "fit", "wijk", "--date", "2026-11-22", "--format", "json").stdout)
    assert data["proven"] is True
    return {one["entry"]: one["length"] for one in data["chosen"]}


def test_a_short_wording_stands_where_the_full_one_does_not_fit(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path)
    assert chosen(run) == {"wachtlijst": "short", "vrijwilligers": "full"}
    workspace(tmp_path, OFFER.replace("words: 24", "words: 60"))
    assert chosen(run) == {"wachtlijst": "full", "vrijwilligers": "full"}


def test_nothing_is_written_unless_asked(run: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    said = run("offer", "fit", "wijk", "--date", "2026-11-22").stderr
    assert "Nothing was written" in said
    assert "No other choice is worth more" in said
    assert (root / "offers/wijk.yaml").read_text(encoding="utf-8") == OFFER


def test_the_choice_is_written_with_its_length_and_comments_stay(run: Run, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    run("offer", "fit", "wijk", "--date", "2026-11-22", "--write")
    text = (root / "offers/wijk.yaml").read_text(encoding="utf-8")
    assert "# onze belangrijkste vraag" in text
    assert "entry: wachtlijst, length: short" in text
    assert "K1.1: " in run("offer", "fit", "wijk", "--date", "2026-11-22").stderr
    run("offer", "fit", "wijk", "--date", "2026-11-22", "--write")
    assert (root / "offers/wijk.yaml").read_text(encoding="utf-8") == text, "the same every time"


def test_an_entry_that_somebody_keeps_stays(run: Run, tmp_path: Path) -> None:
    kept = OFFER.replace(
        "        limit: {words: 24}\n", "        limit: {words: 40}\n        entries: [{entry: ruimte, keep: yes}]\n"
    )
    workspace(tmp_path, kept)
    assert "ruimte" in chosen(run)


def test_a_question_for_which_there_is_no_room_is_named(run: Run, tmp_path: Path) -> None:
    workspace(tmp_path, OFFER.replace("words: 24", "words: 9"))
    said = run("offer", "fit", "wijk", "--date", "2026-11-22").stderr
    assert "Without an answer: K1.1" in said
    assert "Left out: wachtlijst" in said


def test_without_any_match_there_is_nothing_to_choose(run: Run, tmp_path: Path) -> None:
    odd = OFFER.replace("Hoe verkort u de wachtlijst voor inwoners?", "Xqz?").replace(
        "Hoe werkt u samen met vrijwilligers uit de buurt?", "Zqx?"
    )
    workspace(tmp_path, odd.replace("title: Wachtlijst", "title: Xqz").replace("title: Vrijwilligers", "title: Zqx"))
    assert "[fit-nothing]" in run("offer", "fit", "wijk", "--date", "2026-11-22", expect=1).stderr
