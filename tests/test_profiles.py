"""The profile: what it says stays what was typed, what it names exists, and without a file everything is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import profiles
from pitchkit.profile import Profile
from pitchkit.profiles import NO_PROFILE, LoadedProfile
from tests.factories import load_library, make_library, refusal


def load(folder: Path, text: str | bytes) -> LoadedProfile:
    path = folder / "pitchkit.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    settings = "group_types: {hoofd: kennis, hart: beleving}\n"
    return profiles.load(path, "pitchkit.yaml", load_library(make_library(folder, {"library.yaml": settings})))


def test_without_a_file_everything_is_open(tmp_path: Path) -> None:
    assert profiles.load(None, "", load_library(make_library(tmp_path))) == NO_PROFILE
    assert str(NO_PROFILE.locate("organisation.name")) == "pitchkit.yaml"


@pytest.mark.parametrize("text", ["", "# nog niets\n", "\n\n"], ids=["empty", "a remark", "blank lines"])
def test_an_empty_file_leaves_everything_open(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text).profile == Profile()


@pytest.mark.parametrize("typed", ["no", "12:30", "1.10", "2027-01-15", "010", "<naam> & Zn. *nieuw*", "10%", "a: b"])
def test_a_text_stays_what_was_typed(tmp_path: Path, typed: str) -> None:
    quoted = f"'{typed}'" if ": " in typed else typed
    assert load(tmp_path, f"organisation: {{name: {quoted}}}\n").profile.organisation.name == typed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "municipality:\n  aims:\n    - {text: Minder eenzaam, serves: [eenzaam, kosten, netwrek]}\n",
            "pitchkit.yaml:3:39: “eenzaam” is neither a policy frame nor a theme [serves-unknown]\n"
            "  Did you mean “eenzaamheid”?\n"
            "pitchkit.yaml:3:56: “netwrek” is neither a policy frame nor a theme [serves-unknown]\n  Did you mean “netwerk”?\n",
            id="an aim that serves what is not there",
        ),
        pytest.param(
            "municipality: {policies: [welzijn nieuwe stijl]}\n",
            "pitchkit.yaml:1:27: “welzijn nieuwe stijl” cannot be an id [field-id]\n"
            "  Use small letters, digits and hyphens, and no quotes: welzijn-nieuwe-stijl.\n",
            id="a policy frame by its name",
        ),
        pytest.param(
            "municipality: {policies: [welzijn-nieuw-stijl]}\n",
            "pitchkit.yaml:1:27: there is no policy frame “welzijn-nieuw-stijl” [policy-unknown]\n"
            "  Did you mean “welzijn-nieuwe-stijl”?\n",
            id="an unknown policy frame",
        ),
        pytest.param(
            "requests:\n  gemeent: Betaal ons.\n",
            "pitchkit.yaml:2:3: there is no audience “gemeent” [audience-unknown]\n  Did you mean “gemeente”?\n",
            id="a request to nobody",
        ),
        pytest.param(
            "groups: [{id: rouw, name: A}, {id: rouw, name: B}]\n",
            "pitchkit.yaml:1:36: there are two groups “rouw” [group-duplicate]\n  Give one of them another id.\n",
            id="two groups with one id",
        ),
        pytest.param(
            "groups: [{id: rouw, name: A, type: hard}]\n",
            "pitchkit.yaml:1:36: “hard” is not a type of group: hoofd, hart [group-type-unknown]\n  Did you mean “hart”?\n",
            id="an unknown type of group",
        ),
        pytest.param(
            "groups: [{id: rouw, name: A, participants: {min: 8, planned: 6}}]\n",
            "pitchkit.yaml:1:44: the numbers of participants of “rouw” do not go up [group-size]\n"
            "  Write min, planned and max, from small to large.\n",
            id="more at least than planned",
        ),
        pytest.param(
            "organisation: {name: Samen}\norganisation: {name: Anders}\n",
            "pitchkit.yaml:2:1: the key “organisation” is here twice [yaml-duplicate-key]\n"
            "  Keep one of the two; otherwise one would win silently.\n",
            id="a key that is there twice",
        ),
        pytest.param(
            "organisation: {name: Caf\xe9}\n".encode("latin-1"),
            "pitchkit.yaml:1:25: this file is not in UTF-8 [file-encoding]\n"
            "  Open it in your editor and save it with the encoding UTF-8.\n",
            id="another encoding",
        ),
        pytest.param(
            "organisation: {name: Sa\x07men}\n",
            "pitchkit.yaml:1:24: there is an invisible control character U+0007 here [control-character]\n"
            "  It often comes along when you paste. Delete the word around it and type it again.\n",
            id="a control character",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert refusal(lambda: load(tmp_path, text)) == told


GROUPS = "groups:\n  - {id: geld, name: Geld}\n  - id: rouw\n    name: Rouw\nmunicipality:\n  aims:\n    - text: Een\n"


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("groups.rouw.name", "pitchkit.yaml:4:11"),
        ("groups.rouw.place", "pitchkit.yaml:3:5"),
        ("groups.geen.place", "pitchkit.yaml:2:3"),
        ("municipality.aims.1.serves", "pitchkit.yaml:7:7"),
        ("contact.phone", "pitchkit.yaml:1:1"),
    ],
    ids=["a value", "a field that is not there yet", "a group that is not there", "an aim by its number", "nothing of it"],
)
def test_a_key_leads_to_its_place_or_as_near_as_the_file_goes(tmp_path: Path, key: str, place: str) -> None:
    assert str(load(tmp_path, GROUPS).locate(key)) == place
