"""Looking around in a library: what fits, and one entry whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import browsing
from pitchkit.library import Library
from pitchkit.model import KINDS
from tests.factories import library_of, load_library, make_entry, make_library, refusal

KINDS_TOLD = f"--kind: there is no kind “tips”: {', '.join(sorted(KINDS))} [kind-unknown]\n  Did you mean “tip”?\n"
LIBRARY = library_of(
    make_entry("a", kind="tip", audiences=["gemeente"], themes=["kosten"], weight=10),
    make_entry("b", kind="argument", audiences=["collegas", "clienten"], evidence=[{"source": "werkboek", "place": "blz. 3"}]),
    make_entry("c", kind="argument", weight=90),
    make_entry("d", kind="tip", audiences=["gemeente"], weight=80),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["c", "b", "d", "a"]),
        ({"audience": "gemeente"}, ["c", "d", "a"]),
        ({"audience": "Collegas"}, ["c", "b"]),
        ({"audience": "clienten"}, ["b"]),
        ({"kind": "tip"}, ["d", "a"]),
        ({"theme": "kosten"}, ["a"]),
        ({"source": "werkboek"}, ["b"]),
        ({"kind": "tip", "theme": "kosten", "audience": "gemeente"}, ["a"]),
        ({"kind": "step"}, []),
    ],
    ids=["all", "a reader", "a reader in capitals", "who must be named", "a kind", "a theme", "a source", "together", "nothing"],
)
def test_what_fits_comes_by_kind_weight_and_id(asked: dict[str, str], ids: list[str]) -> None:
    every = {"audience": None, "kind": None, "theme": None, "source": None} | asked
    assert [entry.id for entry in browsing.find(LIBRARY, **every)] == ids


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"audience": "clients"},
            "--audience: there is no audience “clients” [audience-unknown]\n  Did you mean “clienten”?\n",
        ),
        (
            {"kind": "tips"},
            KINDS_TOLD,
        ),
        ({"theme": "kostn"}, "--theme: there is no theme “kostn” [theme-unknown]\n  Did you mean “kosten”?\n"),
        ({"source": "boek"}, "--source: there is no source “boek” [source-unknown]\n  Did you mean “werkboek”?\n"),
    ],
)
def test_a_word_that_is_not_known_is_refused(asked: dict[str, str], told: str) -> None:
    every = {"audience": None, "kind": None, "theme": None, "source": None} | asked
    assert refusal(lambda: browsing.find(LIBRARY, **every)) == told


ENTRIES = """\
- id: duur
  kind: objection
  title: Is dat niet duur?
  text: |
    Een groep kost tijd.

    Dat klopt.
  short: Een groep kost tijd.
  audiences: [gemeente, collegas]
  versions: {collegas: {title: Kost dat geen uren?}}
  themes: [kosten]
  answers: [goedkoper]
  keywords: [geld, uren]
- {id: goedkoper, kind: argument, title: Goedkoper, text: T., short: T., certainty: mogelijk, requires: [costs.comparison],
   evidence: [{source: werkboek, place: blz. 3}]}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An objection with a version for colleagues, and its answer."""
    return load_library(make_library(tmp_path, entries=ENTRIES))


def test_an_entry_is_told_whole(library: Library) -> None:
    assert list(browsing.describe(library, "duur", None)) == [
        "duur (objection)",
        "arguments/entries/alles.yaml:1:3",
        "",
        "[default] Is dat niet duur?",
        "  Een groep kost tijd.",
        "",
        "  Dat klopt.",
        "  Short: Een groep kost tijd.",
        "",
        "[collegas] Kost dat geen uren?",
        "  Een groep kost tijd.",
        "",
        "  Dat klopt.",
        "  Short: Een groep kost tijd.",
        "",
        "readers: gemeente, collegas",
        "themes: kosten",
        "weight: 50",
        "answered by: goedkoper",
        "keywords: geld, uren",
    ]


def test_for_one_reader_only_the_words_for_that_reader_are_told(library: Library) -> None:
    told = list(browsing.describe(library, "duur", "colleagues"))
    assert [line for line in told if line.startswith("[")] == ["[collegas] Kost dat geen uren?"]


def test_an_answer_says_what_it_answers_and_where_it_comes_from(library: Library) -> None:
    told = list(browsing.describe(library, "goedkoper", None))
    assert told[-5:] == [
        "certainty: mogelijk",
        "weight: 50",
        "waits for: costs.comparison",
        "answers: duur",
        "source: werkboek, blz. 3",
    ]


def test_an_entry_that_is_not_there_is_refused_with_what_was_meant(library: Library) -> None:
    assert refusal(lambda: list(browsing.describe(library, "goedkooper", None))) == (
        "show: there is no entry “goedkooper” [entry-not-there]\n  Did you mean “goedkoper”?\n"
    )
