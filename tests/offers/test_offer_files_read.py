"""An offer file is found by its name, and whatever is wrong in it is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import terminal
from pitchkit.diagnostics import CommandError, ContentError
from pitchkit.library import Library
from pitchkit.offers.loading import LoadedOffer, folder_of, load
from pitchkit.profile import Group, Profile
from tests.factories import library_of, make_entry

OFFER = """\
kind: tender
title: Groepswerk in de wijk
criteria:
  - id: K1
    title: Toeleiding
    weight: 40
    questions:
      - id: K1.1
        text: Hoe bereikt u inwoners?
        limit: {words: 500}
"""
PROFILE = Profile(groups=(Group(id="rouw", name="Rouw"),))


@pytest.fixture
def library() -> Library:
    return library_of(make_entry("samen-leren"))


def load_text(folder: Path, library: Library, text: str, profile: Profile = PROFILE) -> LoadedOffer:
    (folder / "offers").mkdir(exist_ok=True)
    (folder / "offers" / "wijk.yaml").write_text(text, encoding="utf-8")
    return load("wijk", folder, "offers/wijk.yaml", library, profile)


def problems_of(folder: Path, library: Library, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_text(folder, library, text)
    return [terminal.describe(found) for found in caught.value.diagnostics]


def test_an_offer_is_found_by_its_name_from_a_folder_below(tmp_path: Path, library: Library) -> None:
    load_text(tmp_path, library, OFFER)
    below = tmp_path / "brieven" / "2027"
    below.mkdir(parents=True)
    assert folder_of(below) == tmp_path / "offers"
    loaded = load("wijk", below, "offers/wijk.yaml", library, PROFILE)
    assert (loaded.name, loaded.offer.title) == ("wijk", "Groepswerk in de wijk")


def test_a_question_is_known_by_its_place(tmp_path: Path, library: Library) -> None:
    loaded = load_text(tmp_path, library, OFFER)
    ((_, question),) = loaded.offer.questions()
    steps = loaded.steps_to(question)
    assert steps == ("criteria", 0, "questions", 0)
    assert str(loaded.locate(*steps)) == "offers/wijk.yaml:8:9"


def test_a_name_that_is_not_there_names_the_one_that_was_meant(tmp_path: Path, library: Library) -> None:
    load_text(tmp_path, library, OFFER)
    with pytest.raises(CommandError) as caught:
        load("wijkk", tmp_path, "offers/wijkk.yaml", library, PROFILE)
    assert terminal.describe(caught.value.diagnostics[0]) == (
        "NAME: there is no offer “wijkk”; there are: wijk [offer-unknown]\n  Did you mean “wijk”?"
    )


def test_an_empty_offer_file_says_how_to_make_one(tmp_path: Path, library: Library) -> None:
    assert problems_of(tmp_path, library, "# niets\n") == [
        "offers/wijk.yaml: this offer file is empty [offer-empty]\n  Make one with pitchkit offer new."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            OFFER.replace("kind: tender", "kind: aanbesteding"),
            "offers/wijk.yaml:1:7: “aanbesteding” is not one of the choices for “kind”: tender, quotation, grant [field-choice]",
        ),
        (
            OFFER.replace("weight: 40", "weight: 140"),
            "offers/wijk.yaml:6:13: “criteria.weight” is 140, and may not be above 100 [field-too-large]",
        ),
        (
            OFFER.replace("words: 500", "woorden: 500"),
            "offers/wijk.yaml:10:17: there is no field “criteria.questions.limit.woorden” here [field-unknown]",
        ),
        (
            OFFER + "        entries: [{entry: samen-lere}]\n",
            "offers/wijk.yaml:11:27: there is no entry “samen-lere” [entry-unknown]\n  Did you mean “samen-leren”?",
        ),
        (OFFER + "        proofs: [vog]\n", "offers/wijk.yaml:11:18: there is no proof “vog” in this offer [proof-unknown]"),
        (
            OFFER + "        themes: [netwrk]\n",
            "offers/wijk.yaml:11:18: there is no theme “netwrk” [theme-unknown]\n  Did you mean “netwerk”?",
        ),
        (OFFER + "audience: burgemeester\n", "offers/wijk.yaml:11:11: there is no audience “burgemeester” [audience-unknown]"),
        (
            OFFER + "      - {id: K1.1, text: Hoe nog meer?}\n",
            "offers/wijk.yaml:11:14: the id “K1.1” is already used at offers/wijk.yaml:8:13 [offer-id-duplicate]",
        ),
        (
            OFFER + "price:\n  lines: [{id: a, what: groep, quantity: 2, unit: groep, group: rou}]\n",
            "offers/wijk.yaml:12:65: the profile has no group “rou”: rouw [group-unknown]\n  Did you mean “rouw”?",
        ),
    ],
    ids=["kind", "weight", "field", "entry", "proof", "theme", "reader", "id twice", "group"],
)
def test_a_mistake_is_told_at_its_line(tmp_path: Path, library: Library, text: str, said: str) -> None:
    (found,) = problems_of(tmp_path, library, text)
    assert found.startswith(said)
