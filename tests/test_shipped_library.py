"""The library and the templates that come along: sound, whole, and nothing in them reaches a reader it is not for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pitchkit import checking, outline, pipeline, project
from pitchkit.composition import Composition
from pitchkit.costs.inputs import Costs
from pitchkit.library import Library
from pitchkit.model import POSITIONS
from pitchkit.pipeline import Kit
from pitchkit.profile import Profile
from pitchkit.rules import COACHING_KINDS
from pitchkit.templating.finding import declared_pairs
from tests.conftest import Run
from tests.factories import TODAY, make_request, told

EXAMPLE = project.shipped("arguments").parent / "examples" / "voorbeeldstad"
MANAGERS_ONLY = "tip-geen-keuze-overwegen"
PITCHES = ("gemeente", "manager", "collegas", "netwerkpartners", "clienten")


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The shipped library and templates with the profile of the example."""
    return pipeline.open_kit(project.find(EXAMPLE))


@pytest.fixture(scope="module")
def documents(kit: Kit) -> tuple[Composition, ...]:
    """Every document of the example, final."""
    return pipeline.compose(kit, make_request(audience=None, everything=True, final=True))


@pytest.fixture(scope="module")
def library(kit: Kit) -> Library:
    """The shipped library."""
    return kit.library


def said_in(composition: Composition) -> set[str]:
    return {chosen.entry.id for chosen in composition.selection.chosen} | set(outline.entries(composition.document.blocks))


def ids(entries: Iterable[Composition]) -> list[str]:
    return [f"{one.order.document}-{one.order.audience.id}" for one in entries]


def test_library_templates_and_example_are_sound_and_every_entry_can_be_reached() -> None:
    checked = checking.check(project.find(EXAMPLE), TODAY)
    assert told(checked.problems) == ""
    assert checked.entries > 300


def test_without_a_profile_everything_is_sound_as_well(tmp_path: Path) -> None:
    assert told(checking.check(project.find(tmp_path), TODAY).problems) == ""


def test_the_example_is_marked_as_fictitious_and_has_four_different_groups(kit: Kit) -> None:
    profile = kit.profile.profile
    assert profile.fictitious
    assert len({group.id for group in profile.groups}) == len({group.goal for group in profile.groups}) == 4
    assert isinstance(profile.costs, Costs)


def test_the_example_builds_everything_final(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(EXAMPLE)
    result = run("build", "--all", "--final", "--date", "2026-11-22", "--format", "md", "--output", tmp_path)
    assert "Still open" not in result.stderr
    assert len(result.stdout.splitlines()) == len(list(tmp_path.iterdir())) > 20


def test_every_declared_pair_is_built(kit: Kit, documents: tuple[Composition, ...]) -> None:
    pairs = declared_pairs(kit.templates, [audience.id for audience in kit.library.audiences])
    assert set(ids(documents)) == {f"{document}-{audience}" for document, audience in pairs}
    assert {f"pitch-{reader}" for reader in PITCHES} <= set(ids(documents))


def test_no_document_of_the_example_has_an_open_field_or_a_warning(documents: tuple[Composition, ...]) -> None:
    assert {name: one.open_fields for name, one in zip(ids(documents), documents, strict=True) if one.open_fields} == {}
    assert [one.warnings for one in documents if one.warnings] == []


@pytest.mark.parametrize("reader", PITCHES)
def test_every_reader_has_heavy_arguments(library: Library, reader: str) -> None:
    audience = library.audience(reader)
    assert audience
    heavy = [entry for entry in library.entries if entry.kind == "argument" and entry.is_for(audience) and entry.weight >= 80]
    assert len(heavy) >= 3


def test_what_reaches_clients_has_words_of_its_own(library: Library) -> None:
    reached = [entry for entry in library.entries if "clienten" in entry.audiences and entry.kind not in COACHING_KINDS]
    alone = [entry for entry in reached if len(entry.audiences) == 1]
    assert len(reached) > 30
    for entry in reached:
        version = entry.versions.get("clienten")
        assert entry in alone or (version and version.title and version.text), entry.id


@pytest.mark.parametrize("position", [None, *POSITIONS])
def test_what_is_an_option_for_managers_never_reaches_a_client(kit: Kit, position: str | None) -> None:
    assert MANAGERS_ONLY in kit.library.entry_by_id
    request = make_request(audience="clienten", everything=True, position=position)
    documents = pipeline.compose(kit, request)
    assert len(documents) > 5
    for one in documents:
        decision = next(one for one in one.selection.decisions if one.entry.id == MANAGERS_ONLY)
        assert (decision.reason, MANAGERS_ONLY in said_in(one)) == ("audience", False)


def test_what_is_an_option_for_managers_is_for_them_alone(library: Library) -> None:
    assert library.entry_by_id[MANAGERS_ONLY].audiences == ("manager",)


def test_what_coaches_the_groepswerker_stands_in_no_document_for_anyone_but_colleagues(
    documents: tuple[Composition, ...],
) -> None:
    coaching = {
        (name, chosen.entry.id)
        for name, one in zip(ids(documents), documents, strict=True)
        for chosen in one.selection.chosen
        if chosen.entry.kind in ("tip", "step", "prerequisite")
        and one.order.document not in ("voorbereiding", "naslag")
        and one.order.audience.id != "collegas"
    }
    assert coaching == set()


def test_no_policy_of_the_past_is_used_for_a_municipality_that_does_not_name_it(documents: tuple[Composition, ...]) -> None:
    dated = {
        (name, chosen.entry.id)
        for name, one in zip(ids(documents), documents, strict=True)
        for chosen in one.selection.chosen
        if chosen.entry.valid_until and chosen.entry.valid_until < one.order.date
    }
    assert dated == set()


def test_a_municipality_that_names_a_policy_of_the_past_gets_it(library: Library) -> None:
    dated = [entry for entry in library.entries if entry.valid_until]
    frames = {one for entry in dated for one in entry.policy if library.policy_by_id[one].dated}
    assert {"welzijn-nieuwe-stijl", "wmo-2007"} <= frames


def test_without_a_profile_every_document_is_a_draft_with_open_fields(tmp_path: Path) -> None:
    kit = pipeline.open_kit(project.find(tmp_path))
    assert kit.profile.profile == Profile()
    for one in pipeline.compose(kit, make_request(audience=None, everything=True)):
        assert one.open_fields or one.order.document in ("naslag", "voorbereiding"), ids([one])


def test_every_field_that_can_be_open_has_a_name_in_the_library(tmp_path: Path) -> None:
    kit = pipeline.open_kit(project.find(tmp_path))
    drafts = pipeline.compose(kit, make_request(audience=None, everything=True))
    nameless = {field.key for one in drafts for field in one.open_fields if field.label == field.key}
    assert nameless == set()


def test_every_source_and_theme_is_used(library: Library) -> None:
    used = {evidence.source for entry in library.entries for evidence in entry.evidence}
    used |= {entry.published for entry in library.entries if entry.published}
    assert set(library.source_by_id) - used == set()
    assert set(library.theme_by_id) - {theme for entry in library.entries for theme in entry.themes} == set()
