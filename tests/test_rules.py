"""What must hold within a library: links that lead somewhere, claims no firmer than their source, what each kind needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pitchkit.rules import LOOKUPS, REQUIREMENTS
from tests.factories import load_library, make_library, refusal, write_files

AT = "arguments/entries/alles.yaml"
ARGUMENT = "kind: argument, title: T, text: T., short: T., certainty: mogelijk"
LOOKUP_CHOICES = ", ".join((*LOOKUPS, "figures.…"))
REQUIREMENT_CHOICES = ", ".join((*REQUIREMENTS, "figures.…", "costs.…"))


def problems_with(folder: Path, *entries: str) -> str:
    library = make_library(folder, entries="".join(f"- {{{entry}}}\n" for entry in entries))
    return refusal(lambda: load_library(library))


def test_the_vocabulary_of_look_ups_and_requirements_holds_what_a_profile_says() -> None:
    assert LOOKUPS[:3] == ("organisation.name", "organisation.description", "organisation.website")
    assert "municipality.aims" not in LOOKUPS
    assert "municipality.aims" in REQUIREMENTS


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        pytest.param(
            f"id: a, {ARGUMENT}, audiences: [gemeente, »gemente]",
            f"{AT}:1:@: there is no audience “gemente” [audience-unknown]\n  Did you mean “gemeente”?\n",
            id="an unknown reader",
        ),
        pytest.param(
            f"id: a, {ARGUMENT}, themes: [»netwrek]",
            f"{AT}:1:@: there is no theme “netwrek” [theme-unknown]\n  Did you mean “netwerk”?\n",
            id="an unknown theme",
        ),
        pytest.param(
            f"id: a, {ARGUMENT}, policy: [»eenzaam]",
            f"{AT}:1:@: there is no policy frame “eenzaam” [policy-unknown]\n  Did you mean “eenzaamheid”?\n",
            id="an unknown policy frame",
        ),
        pytest.param(
            f"id: a, {ARGUMENT}, evidence: [{{source: »werkbook, place: 1}}]",
            f"{AT}:1:@: there is no source “werkbook” [source-unknown]\n  Did you mean “werkboek”?\n",
            id="an unknown source",
        ),
        pytest.param(
            "id: a, kind: experience, title: T, text: T., published: »krant",
            f"{AT}:1:@: there is no source “krant” [source-unknown]\n",
            id="published somewhere unknown",
        ),
        pytest.param(
            "id: a, kind: objection, title: T, text: T., answers: [»nergens]",
            f"{AT}:1:@: there is no entry “nergens” [entry-unknown]\n",
            id="an unknown answer",
        ),
        pytest.param(
            f"id: a, {ARGUMENT}, audiences: [gemeente], versions: {{»collegas: {{title: X}}}}",
            f"{AT}:1:@: there is a version for “collegas”, but the entry is not for that audience [version-unlisted]\n"
            "  Add it to audiences, or take the version out.\n",
            id="a version for a reader it is not for",
        ),
        pytest.param(
            f"id: »a, {ARGUMENT}, audiences: [gemeente, clienten]",
            f"{AT}:1:@: “a” reaches “clienten” without words of its own: title, text [version-incomplete]\n"
            "  Write versions: clienten: with these fields, or “## Voor clienten” on a page, in words for this reader.\n",
            id="clients without words of their own",
        ),
        pytest.param(
            f"id: »a, {ARGUMENT}, audiences: [gemeente, clienten], versions: {{clienten: {{text: X}}}}",
            f"{AT}:1:@: “a” reaches “clienten” without words of its own: title [version-incomplete]\n"
            "  Write versions: clienten: with these fields, or “## Voor clienten” on a page, in words for this reader.\n",
            id="clients with half their words",
        ),
        pytest.param(
            "id: a, kind: factor, title: T, text: T., certainty: »onderbouwd, evidence: [{source: werkboek, place: 1}]",
            f"{AT}:1:@: “a” says “onderbouwd”, but none of its sources is research [certainty-too-firm]\n"
            "  Make it “aannemelijk” or “mogelijk”, or name the research.\n",
            id="firmer than its source",
        ),
        pytest.param(
            "id: a, kind: policy, title: T, text: T., valid_until: »2013-01-01, policy: [eenzaamheid]",
            f"{AT}:1:@: “a” has an end date but no policy frame that has ended [dated-without-policy]\n"
            "  Name the frame in policy, so that it can still be used where it is named.\n",
            id="an end date without a frame that ended",
        ),
        pytest.param(
            "id: »a, kind: argument, title: T, text: T., certainty: mogelijk",
            f"{AT}:1:@: the argument “a” has no short wording [argument-without-short]\n"
            "  Add short, or “## Kort” on a page: one or two sentences that stand alone.\n",
            id="an argument without a short wording",
        ),
        pytest.param(
            'id: a, kind: tip, title: T, text: »"Een.\\n\\nTwee."',
            f"{AT}:1:@: the text of “a” has a list or several paragraphs and no short wording beside it [short-missing]\n"
            "  Add short, or “## Kort” on a page: one or two sentences, for tables and lists.\n",
            id="several paragraphs without a short wording",
        ),
        pytest.param(
            'id: a, kind: tip, title: T, text: T., short: »"- een\\n- twee"',
            f"{AT}:1:@: the short wording of “a” has a list or several paragraphs [short-with-blocks]\n"
            "  Make it one or two sentences.\n",
            id="a list for a short wording",
        ),
        pytest.param(
            "id: »a, kind: argument, title: T, text: T., short: T.",
            f"{AT}:1:@: “a” does not say how certain it is [certainty-missing]\n"
            "  Add certainty: mogelijk, aannemelijk or onderbouwd.\n",
            id="an argument that does not say how certain it is",
        ),
        pytest.param(
            "id: »a, kind: objection, title: T, text: T.",
            f"{AT}:1:@: the objection “a” has no answers [objection-without-answer]\n  Add answers: [id of an argument].\n",
            id="an objection without an answer",
        ),
        pytest.param(
            "id: a, kind: tip, title: T, text: T., »answers: [a]",
            f"{AT}:1:@: “a” has answers but is not an objection [answers-without-objection]\n"
            "  Make its kind objection, or take the answers out.\n",
            id="answers without an objection",
        ),
        pytest.param(
            "id: »a, kind: experience, title: T, text: T.",
            f"{AT}:1:@: the experience “a” has neither consent nor a source that published it [experience-without-consent]\n"
            "  Add consent with its purposes, published with the id of a source, or fictitious: yes for one that is made up.\n",
            id="an experience without consent",
        ),
        pytest.param(
            f"id: a, {ARGUMENT}, requires: [»prijs, »municipality.nmae, figures.x, costs.comparison]",
            f"{AT}:1:@: “prijs” is not something a profile can say [requires-unknown]\n  Use one of: {REQUIREMENT_CHOICES}.\n"
            f"{AT}:1:@: “municipality.nmae” is not something a profile can say [requires-unknown]\n"
            f"  Use one of: {REQUIREMENT_CHOICES}.\n",
            id="waiting for what a profile cannot say",
        ),
        pytest.param(
            "id: a, kind: tip, title: T, text: 'In »{{ gemeente.naam }} en »{{ municipality.aims }}, {{ municipality.name }}.'",
            f"{AT}:1:@: a text cannot look up “gemeente.naam” [lookup-unknown]\n  Use one of: {LOOKUP_CHOICES}.\n"
            f"{AT}:1:@: a text cannot look up “municipality.aims” [lookup-unknown]\n  Use one of: {LOOKUP_CHOICES}.\n",
            id="looking up what is not a plain value",
        ),
        pytest.param(
            "id: a, kind: tip, title: T, text: '»{% if x %}ja{% endif %}'",
            f"{AT}:1:@: a text can only look up a plain value, such as {{{{ municipality.name }}}} [lookup-form]\n"
            "  Put logic in a template.\n",
            id="logic in a text",
        ),
        pytest.param(
            "id: a, kind: tip, title: T, text: '»{{ municipality.name | upper }}'",
            f"{AT}:1:@: a text can only look up a plain value, such as {{{{ municipality.name }}}} [lookup-form]\n"
            "  Put logic in a template.\n",
            id="a filter in a text",
        ),
    ],
)
def test_what_does_not_hold_is_told_at_its_place(tmp_path: Path, entry: str, told: str) -> None:
    # In the table » stands before each place, and @ for its column.
    line = f"- {{{entry}}}"
    for number, place in enumerate(re.finditer("»", line)):
        told = told.replace("@", str(place.start() - number + 1), 1)
    assert problems_with(tmp_path, entry.replace("»", "")) == told


def test_a_version_under_a_wrong_name_is_told_once(tmp_path: Path) -> None:
    entry = f"id: a, {ARGUMENT}, audiences: [gemeente, clienten], versions: {{client: {{title: T, text: T}}}}"
    assert [line.rpartition(" [")[2] for line in problems_with(tmp_path, entry).splitlines()][:1] == ["audience-unknown]"]
    assert "version-incomplete" not in problems_with(tmp_path, entry)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("clients", "Did you mean “clienten”?"), ("bewoners", "Choose one of: gemeente, collegas, clienten.")],
    ids=["another name of a reader", "like nobody there is"],
)
def test_a_version_for_a_reader_who_does_not_exist_says_so(tmp_path: Path, name: str, hint: str) -> None:
    entry = f"id: a, {ARGUMENT}, audiences: [gemeente], versions: {{{name}: {{title: T}}}}"
    column = len("- {" + entry.partition(name)[0]) + 1
    assert problems_with(tmp_path, entry) == f"{AT}:1:{column}: there is no audience “{name}” [audience-unknown]\n  {hint}\n"


def test_a_theme_is_suggested_by_its_other_words(tmp_path: Path) -> None:
    themes = "- {id: duurzaamheid, label: Blijvend}\n- {id: herkenning, label: Herkenning, words: [eenzaamheid]}\n"
    entry = f"- {{id: a, {ARGUMENT}, themes: [eenzaamheid]}}\n"
    folder = make_library(tmp_path, {"themes.yaml": themes}, entries=entry)

    assert refusal(lambda: load_library(folder)).endswith("  Did you mean “herkenning”?\n")


ANSWERS = ("tip-geen-keuze-overwegen", "tip-beeld-van-geldstromen")


def switched_off(folder: Path, *ids: str) -> Path:
    """Return a library on top of the shipped one, with an objection that has two answers of it, and entries switched off."""
    answers = ", ".join(ANSWERS)
    objection = f"- {{id: te-duur-hier, kind: objection, title: T, text: T., answers: [{answers}]}}\n"
    settings = f"extends: pitchkit\nwithout: [{', '.join(ids)}]\n"
    return write_files(folder / "arguments", {"library.yaml": settings, "entries/alles.yaml": objection})


def test_an_objection_whose_answers_are_switched_off_is_told_where_that_is(tmp_path: Path) -> None:
    folder = switched_off(tmp_path, *ANSWERS)

    assert refusal(lambda: load_library(folder)) == (
        f"{AT}:1:59: library.yaml switches off every answer to the objection “te-duur-hier”: {', '.join(ANSWERS)}"
        " [objection-answers-off]\n"
        "  Take one of them out of the list behind without, name another entry in answers,"
        " or switch “te-duur-hier” off as well.\n"
    )


def test_an_objection_that_keeps_an_answer_is_told_nothing(tmp_path: Path) -> None:
    library = load_library(switched_off(tmp_path, ANSWERS[0]))

    assert library.entry_by_id["te-duur-hier"].answers == ANSWERS[1:]


@pytest.mark.parametrize(
    "entry",
    [
        f"id: a, {ARGUMENT}, audiences: [clienten]",
        f"id: a, {ARGUMENT}, audiences: [gemeente, clienten], versions: {{clienten: {{title: X, text: X}}}}",
        "id: a, kind: tip, title: T, text: T., audiences: [gemeente, clienten]",
        "id: a, kind: factor, title: T, text: T., certainty: onderbouwd, evidence: [{source: studie, place: 1}]",
        "id: a, kind: policy, title: T, text: T., valid_until: 2013-01-01, policy: [welzijn-nieuwe-stijl]",
        "id: a, kind: experience, title: T, text: T., published: werkboek",
        "id: a, kind: experience, title: T, text: T., consent: {purposes: [pitch]}",
        "id: a, kind: tip, title: T, text: '{{ municipality.name }}: {{figures.wachtlijst}}.', requires: [municipality.aims]",
    ],
    ids=[
        "for clients alone",
        "clients with words of their own",
        "a tip about clients",
        "research",
        "a frame that ended",
        "published",
        "consent",
        "a plain value",
    ],
)
def test_what_holds_is_let_through(tmp_path: Path, entry: str) -> None:
    assert len(load_library(make_library(tmp_path, entries=f"- {{{entry}}}\n")).entries) == 1


def test_all_that_is_wrong_in_an_entry_is_told_at_once(tmp_path: Path) -> None:
    entry = (
        "id: a, kind: argument, title: T, text: T., audiences: [x], themes: [y], policy: [z], evidence: [{source: w, place: v}]"
    )
    assert problems_with(tmp_path, entry).count(f"{AT}:1:") == 6
