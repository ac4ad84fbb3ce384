"""The use cases: what a request means, every document it asks for, and a final build that waits for what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pitchkit.project import shipped
from tests.factories import HEAD, compose, lines_of, make_workspace, refusal, write_files

GROUPS = "groups: [{id: rouw, name: Rouw}, {id: geld, name: Geld}]\n"
OF_OFFERS = sorted({path.parent.name for path in shipped("templates").glob("*/*.j2") if "\noffers: [" in path.read_text("utf-8")})
DOCUMENTS = sorted({path.parent.name for path in shipped("templates").glob("[!._]*/*.j2")} - {*OF_OFFERS})
FLYER = "---\ntitle: Flyer\naudiences: [clienten]\ngroups: one\n---\n{{ group.name }}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with a pitch for two readers, a flyer for clients and two groups."""
    body = "{% for group in groups %}\n- {{ group.name }}\n{% endfor %}\n\n{{ position }}\n"
    make_workspace(tmp_path, template=HEAD + body, profile=GROUPS)
    return write_files(tmp_path, {"templates/flyer/clienten.md.j2": FLYER})


@pytest.mark.parametrize("name", ["gemeente", "municipality", "Gemeente"])
def test_a_reader_is_understood_by_every_name(folder: Path, name: str) -> None:
    assert [one.order.audience.id for one in compose(folder, audience=name)] == ["gemeente"]


def test_a_request_for_a_reader_alone_is_for_a_pitch(folder: Path) -> None:
    assert [one.order.document for one in compose(folder)] == ["pitch"]


def test_a_document_that_is_asked_for_twice_is_made_once(folder: Path) -> None:
    assert len(compose(folder, documents=("pitch", "pitch"))) == 1


def test_a_flyer_is_made_for_every_group_that_is_named(folder: Path) -> None:
    found = compose(folder, audience="clients", documents=("flyer",), groups=("geld", "rouw", "geld"))
    assert [one.order.group and one.order.group.id for one in found] == ["geld", "rouw"]


def test_a_document_about_all_groups_shows_only_those_that_are_named(folder: Path) -> None:
    assert lines_of(compose(folder, groups=("geld",))[0])[:1] == ["Geld"]


def test_the_only_group_needs_no_naming(tmp_path: Path, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": "groups: [{id: rouw, name: Rouw}]\n"})
    assert lines_of(compose(tmp_path, audience="clienten", documents=("flyer",))[0]) == ["Rouw"]


def test_without_groups_a_flyer_is_open(folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": ""})
    (composition,) = compose(folder, audience="clienten", documents=("flyer",))
    assert [field.key for field in composition.open_fields] == ["groups.name"]


def test_all_makes_every_declared_pair_and_a_flyer_for_every_group(folder: Path) -> None:
    own = ("pitch", "flyer")
    compositions = compose(folder, audience=None, everything=True, documents=own)
    found = [f"{one.order.document}-{one.order.audience.id}" for one in compositions]
    assert found == ["flyer-clienten", "flyer-clienten", "pitch-gemeente", "pitch-collegas", "pitch-clienten"]


def test_all_for_one_reader_makes_what_there_is_for_that_reader(folder: Path) -> None:
    found = compose(folder, everything=True, audience="clients", documents=("flyer",))
    assert [one.order.audience.id for one in found] == ["clienten", "clienten"]


@pytest.mark.parametrize(("position", "shown"), [(None, "[position: nog invullen]"), ("vermarkten", "vermarkten")])
def test_a_position_comes_from_the_request_or_stays_open(folder: Path, position: str | None, shown: str) -> None:
    assert lines_of(compose(folder, position=position)[0])[-1] == shown


def test_the_position_of_the_profile_counts_when_the_request_names_none(folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": "position: contract\n"})
    assert lines_of(compose(folder)[0])[-1] == "contract"
    assert lines_of(compose(folder, position="overeenkomst")[0])[-1] == "overeenkomst"


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        pytest.param(
            {"audience": "gemeentes"},
            "--audience: there is no audience “gemeentes” [audience-unknown]\n  Did you mean “gemeente”?\n",
            id="an unknown reader",
        ),
        pytest.param(
            {"audience": None},
            "--audience: for which reader? [audience-missing]\n"
            "  Add --audience with one of: gemeente, collegas, clienten; or --all.\n",
            id="no reader",
        ),
        pytest.param(
            {"documents": ("flyr",)},
            f"--document: there is no document “flyr”: {', '.join(DOCUMENTS)} [document-unknown]\n  Did you mean “flyer”?\n",
            id="an unknown document",
        ),
        pytest.param(
            {"documents": ("flyer",)},
            "--document: there is no “flyer” for “gemeente” [document-not-for-audience]\n  It is there for: clienten.\n",
            id="a document that is not for this reader",
        ),
        pytest.param(
            {"audience": "clienten", "documents": ("flyer",)},
            "--group: this document is about one group: which one? [group-missing]\n  Choose with --group: rouw, geld.\n",
            id="one group of several",
        ),
        pytest.param(
            {"groups": ("rauw",)},
            "--group: the profile has no group “rauw”: geld, rouw [group-unknown]\n  Did you mean “rouw”?\n",
            id="an unknown group",
        ),
        pytest.param(
            {"themes": ("kostn",)},
            "--theme: there is no theme “kostn” [theme-unknown]\n  Did you mean “kosten”?\n",
            id="an unknown theme",
        ),
        pytest.param(
            {"position": "contrakt"},
            "--position: there is no funding position “contrakt” [position-unknown]\n"
            "  Choose one of: contract, overeenkomst, vermarkten, aanbesteding.\n",
            id="an unknown position",
        ),
        pytest.param(
            {"audience": "x", "themes": ("y",), "groups": ("z",), "position": "w"},
            "--audience: there is no audience “x” [audience-unknown]\n"
            "--group: the profile has no group “z”: geld, rouw [group-unknown]\n"
            "--position: there is no funding position “w” [position-unknown]\n"
            "  Choose one of: contract, overeenkomst, vermarkten, aanbesteding.\n"
            "--theme: there is no theme “y” [theme-unknown]\n  Choose one of: kosten, netwerk.\n",
            id="several at once",
        ),
    ],
)
def test_a_request_for_what_is_not_there_is_refused(folder: Path, request_: dict[str, Any], told: str) -> None:
    assert refusal(lambda: compose(folder, **request_)) == told


NEEDS = "needs: [organisation.name, groups.start, costs.comparison]\n"


def test_a_final_document_waits_for_every_field_it_needs_and_names_them_all(tmp_path: Path) -> None:
    body = (
        "{{ organisation.name }} {{ contact.name }} {{ field('costs.comparison') }}\n"
        "{% for group in groups %}{{ group.start }} {% endfor %}\n"
    )
    make_workspace(tmp_path, template=HEAD.replace("sections:", NEEDS + "sections:") + body, profile=GROUPS)
    fill_in = "  Fill in {}.\n"
    assert refusal(lambda: compose(tmp_path, final=True)) == (
        "pitchkit.yaml:1:1: pitch cannot be final: “costs.comparison” is still open [field-open]\n"
        + fill_in.format("costs.comparison")
        + "pitchkit.yaml:1:1: pitch cannot be final: “naam organisatie” is still open [field-open]\n"
        + fill_in.format("organisation.name")
        + "pitchkit.yaml:1:10: pitch cannot be final: “startdatum” is still open [field-open]\n"
        + fill_in.format("groups.rouw.start")
        + "pitchkit.yaml:1:34: pitch cannot be final: “startdatum” is still open [field-open]\n"
        + fill_in.format("groups.geld.start")
    )


def test_a_field_that_several_documents_wait_for_is_told_once_with_the_documents(tmp_path: Path) -> None:
    template = HEAD.replace("sections:", "needs: [organisation.name]\nsections:") + "{{ organisation.name }}\n"
    make_workspace(tmp_path, profile=GROUPS, **{"templates/brief/any.md.j2": template, "templates/kaart/any.md.j2": template})

    assert refusal(lambda: compose(tmp_path, final=True, everything=True, documents=("brief", "kaart"), audience=None)) == (
        "pitchkit.yaml:1:1: brief, kaart cannot be final: “naam organisatie” is still open [field-open]\n"
        "  Fill in organisation.name.\n"
    )


def test_a_final_document_may_leave_open_what_it_does_not_need(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=HEAD.replace("sections:", NEEDS + "sections:") + "{{ contact.name }}\n", profile="")
    (composition,) = compose(tmp_path, final=True)
    assert [field.key for field in composition.open_fields] == ["contact.name"]


COSTS = "{% if not costs_omitted %}\n## Kosten\n\n{{ field('costs.comparison') }}\n{% endif %}\n\n## Slot\n\nTot ziens.\n"


@pytest.mark.parametrize(
    ("profile", "shown"),
    [("", ["Kosten", "[costs.comparison: nog invullen]", "Slot", "Tot ziens."]), ("costs: omit\n", ["Slot", "Tot ziens."])],
    ids=["not known yet", "omitted"],
)
def test_costs_are_open_until_the_profile_omits_them(tmp_path: Path, profile: str, shown: list[str]) -> None:
    make_workspace(tmp_path, template=HEAD + COSTS, profile=profile)
    assert lines_of(compose(tmp_path)[0]) == shown


def test_problems_in_templates_and_profile_are_told_together(tmp_path: Path) -> None:
    make_workspace(tmp_path, template="geen kop\n", profile="naam: x\n")
    told = refusal(lambda: compose(tmp_path))
    assert told == (
        "pitchkit.yaml:1:1: there is no field “naam” here [field-unknown]\n"
        "templates/pitch/any.md.j2:1:1: this template does not begin with front matter [template-without-head]\n"
        "  Begin with --- and the fields title and audiences, then --- again.\n"
    )


def test_a_library_of_another_field_of_work_needs_no_reader_of_ours(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries="", template=HEAD.replace("gemeente, collegas", "school") + "Hallo\n")
    school = "- {id: school, label: school, reader: leraren, address: u, people: leerlingen, level: B2}\n"
    write_files(tmp_path, {"arguments/audiences.yaml": school})
    assert lines_of(compose(tmp_path, audience="school")[0]) == ["Hallo"]
