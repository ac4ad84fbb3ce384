"""One order becomes one document; a word limit takes out whole entries, and says which."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pitchkit import pipeline, project
from pitchkit.composition import Composition
from pitchkit.diagnostics import CommandError
from pitchkit.pipeline import Kit
from tests.factories import TEMPLATE, compose, lines_of, make_request, make_workspace, refusal

WEIGHTS = {"licht": 10, "midden": 50, "zwaar": 90}
ENTRIES = "".join(
    f"- {{id: {name}, kind: argument, title: {name}, certainty: mogelijk, weight: {weight},\n"
    f"   text: {name} zegt dit in een lange zin van elf hele gewone woorden, short: {name} zegt dit kort.}}\n"
    for name, weight in WEIGHTS.items()
)
LONG, SHORT = 12, 4


def build(folder: Path, limit: int | None) -> Composition:
    return compose(folder, max_words=limit)[0]


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A pitch of three words and three entries, each of twelve words in full and four in short."""
    return make_workspace(tmp_path, entries=ENTRIES)


def test_without_a_limit_everything_is_said_in_full(three: Path) -> None:
    composition = build(three, None)
    assert (composition.words, composition.limit) == (3 + 3 * LONG, None)


@pytest.mark.parametrize(
    ("limit", "words", "left_out"),
    [
        (39, 3 + 3 * LONG, []),
        (38, 3 + 2 * LONG + SHORT, []),
        (30, 3 + LONG + 2 * SHORT, []),
        (15, 3 + 3 * SHORT, []),
        (14, 3 + 2 * SHORT, ["licht"]),
        (10, 3 + SHORT, ["licht", "midden"]),
        (3, 3, ["licht", "midden", "zwaar"]),
    ],
)
def test_a_limit_takes_short_wordings_first_and_then_the_lightest_out(
    three: Path, limit: int, words: int, left_out: list[str]
) -> None:
    composition = build(three, limit)
    assert composition.words == words
    assert [one.entry.id for one in composition.selection.left_out_for_words()] == left_out


def test_words_are_never_cut(three: Path) -> None:
    wordings = {
        f"{name} {rest}"
        for name in WEIGHTS
        for rest in ("zegt dit in een lange zin van elf hele gewone woorden", "zegt dit kort.")
    }
    for limit in range(3, 40):
        assert set(lines_of(build(three, limit))) <= wordings | {"Samen vraagt iets."}


def test_more_room_never_means_fewer_words_and_the_limit_always_holds(three: Path) -> None:
    found = [build(three, limit) for limit in range(3, 41)]
    assert all(one.words <= limit for limit, one in enumerate(found, 3))
    assert [one.words for one in found] == sorted(one.words for one in found)
    ids = [{chosen.entry.id for chosen in one.selection.chosen} for one in found]
    assert all(before <= after for before, after in pairwise(ids))


def test_the_same_order_makes_the_same_choice(three: Path) -> None:
    assert build(three, 20) == build(three, 20)


def test_a_limit_that_the_document_cannot_meet_is_refused(three: Path) -> None:
    assert refusal(lambda: build(three, 2)) == (
        "--max-words: pitch has 3 words and cannot have fewer: 2 is not possible [words-too-many]\n"
        "  Allow more words, or make the texts in the profile shorter.\n"
    )


def test_a_limit_in_a_template_that_cannot_be_met_is_a_warning(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=TEMPLATE.replace("sections:", "max_words: 2\nsections:"))
    (found,) = build(tmp_path, None).warnings
    assert (found.code, found.severity, str(found.location)) == ("words-too-many", "warning", "templates/pitch/any.md.j2")


def test_the_option_goes_before_the_limit_of_the_template(tmp_path: Path) -> None:
    make_workspace(tmp_path, template=TEMPLATE.replace("sections:", "max_words: 2\nsections:"))
    assert build(tmp_path, 100).limit == 100


@pytest.fixture(scope="module")
def shipped_kit() -> Kit:
    """The shipped library with the profile of the example."""
    return pipeline.open_kit(project.find(project.shipped("arguments").parent / "examples" / "voorbeeldstad"))


@pytest.mark.parametrize("document", ["pitch", "onepager"])
def test_the_shipped_documents_keep_to_any_limit_that_is_possible(shipped_kit: Kit, document: str) -> None:
    words, chosen = 0, set[str]()
    for limit in (300, 330, 500, 700, 1000, 1500, 2500):
        request = make_request(documents=(document,), max_words=limit)
        try:
            (composition,) = pipeline.compose(shipped_kit, request)
        except CommandError:
            assert words == 0
            continue
        now = {one.entry.id for one in composition.selection.chosen}
        assert words <= composition.words <= limit
        assert chosen <= now
        words, chosen = composition.words, now
    assert words


def test_a_heading_with_nothing_below_it_disappears(tmp_path: Path) -> None:
    template = TEMPLATE.replace("{% for", "## Punten\n\n{% for") + "\n## Slot\n\nTot ziens.\n"
    make_workspace(tmp_path, entries="", template=template)
    assert lines_of(build(tmp_path, None)) == ["Samen vraagt iets.", "Slot", "Tot ziens."]


def test_a_mistake_in_the_markdown_of_an_entry_is_told_at_the_entry(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES.replace("licht zegt dit in een", "licht <b>zegt</b> dit in een"))
    assert refusal(lambda: build(tmp_path, None)) == (
        "arguments/entries/alles.yaml:2:10: HTML is not used here: </b> [markdown-html]\n"
        "  Write it in Markdown; a < that should show gets a backslash before it.\n"
        "arguments/entries/alles.yaml:2:10: HTML is not used here: <b> [markdown-html]\n"
        "  Write it in Markdown; a < that should show gets a backslash before it.\n"
    )


def test_an_aim_that_says_nothing_gets_suggestions(tmp_path: Path) -> None:
    aims = "municipality: {aims: [{text: Minder eenzame ouderen, serves: [kosten]}, {text: Eenzaamheid en kosten}]}\n"
    make_workspace(tmp_path, profile=aims)
    kit = pipeline.open_kit(project.find(tmp_path))
    profile = kit.profile.profile
    assert kit.composer.aim_suggestions(profile, "municipality.aims.2.serves") == ("eenzaamheid", "kosten")
    assert kit.composer.aim_suggestions(profile, "municipality.name") == ()


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("organisation.name", "naam organisatie"),
        ("groups.rouw.start", "startdatum"),
        ("groups.place", "groepsaanbod place"),
        ("contact.phone", "contact.phone"),
    ],
    ids=["the library's word for it", "the word for it in any group", "the word for what it is part of", "the key itself"],
)
def test_an_open_field_is_called_what_the_library_calls_it(tmp_path: Path, key: str, label: str) -> None:
    kit = pipeline.open_kit(project.find(make_workspace(tmp_path)))
    assert kit.composer.label(key) == label
