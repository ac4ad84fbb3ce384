"""Looking around in a library: what fits, and one entry whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import browsing, messages, project
from pitchkit.browsing import Asked, data, opening, surroundings
from pitchkit.library import Library
from pitchkit.model import KINDS
from tests.factories import TODAY, library_of, load_library, make_entry, make_library, make_workspace, refusal

KINDS_TOLD = f"--kind: there is no kind “tips”: {', '.join(sorted(KINDS))} [kind-unknown]\n  Did you mean “tip”?\n"
LIBRARY = library_of(
    make_entry("a", kind="tip", audiences=["gemeente"], themes=["kosten"], weight=10, positions=["contract"], policy=["wmo"]),
    make_entry("b", kind="argument", audiences=["collegas", "clienten"], evidence=[{"source": "werkboek", "place": "blz. 3"}]),
    make_entry("c", kind="argument", weight=90),
    make_entry("d", kind="tip", audiences=["gemeente"], weight=80, certainty="mogelijk", published="werkboek"),
)


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ["c", "b", "d", "a"]),
        ({"audiences": ("gemeente",)}, ["c", "d", "a"]),
        ({"audiences": ("Collegas",)}, ["c", "b"]),
        ({"audiences": ("clienten",)}, ["b"]),
        ({"audiences": ("clienten", "gemeente")}, ["c", "b", "d", "a"]),
        ({"kinds": ("tip",)}, ["d", "a"]),
        ({"kinds": ("tip", "argument")}, ["c", "b", "d", "a"]),
        ({"themes": ("kosten",)}, ["a"]),
        ({"sources": ("werkboek",)}, ["b", "d"]),
        ({"positions": ("contract",)}, ["a"]),
        ({"policies": ("wmo",)}, ["a"]),
        ({"certainties": ("mogelijk",)}, ["d"]),
        ({"kinds": ("tip",), "themes": ("kosten",), "audiences": ("gemeente",)}, ["a"]),
        ({"kinds": ("step",)}, []),
    ],
    ids=lambda value: " ".join(f"{name} {','.join(words)}" for name, words in value.items()) if isinstance(value, dict) else "",
)
def test_what_fits_comes_by_kind_weight_and_id(asked: dict[str, tuple[str, ...]], ids: list[str]) -> None:
    assert [entry.id for entry in browsing.find(LIBRARY, Asked(**asked))] == ids


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            Asked(audiences=("clients",)),
            "--audience: there is no audience “clients” [audience-unknown]\n  Did you mean “clienten”?\n",
        ),
        (Asked(kinds=("tips",)), KINDS_TOLD),
        (Asked(themes=("kostn",)), "--theme: there is no theme “kostn” [theme-unknown]\n  Did you mean “kosten”?\n"),
        (
            Asked(audiences=("xyz",), themes=("xyz",)),
            (
                "--audience: there is no audience “xyz” [audience-unknown]\n  Choose one of: gemeente, collegas, clienten.\n"
                "--theme: there is no theme “xyz” [theme-unknown]\n  Choose one of: kosten, leren, netwerk.\n"
            ),
        ),
        (Asked(sources=("boek",)), "--source: there is no source “boek” [source-unknown]\n  Did you mean “werkboek”?\n"),
        (
            Asked(positions=("project",)),
            (
                "--position: there is no funding position “project” [position-unknown]"
                "\n  Choose one of: aanbesteding, contract, overeenkomst, vermarkten.\n"
            ),
        ),
        (
            Asked(certainties=("zeker",)),
            (
                "--certainty: an entry cannot be “zeker” certain [certainty-unknown]\n"
                "  Choose one of: aannemelijk, mogelijk, onderbouwd.\n"
            ),
        ),
        (
            Asked(themes=("kostn",), policies=("wmoo",)),
            (
                "--policy: there is no policy frame “wmoo” [policy-unknown]\n  Did you mean “wmo”?\n"
                "--theme: there is no theme “kostn” [theme-unknown]\n  Did you mean “kosten”?\n"
            ),
        ),
    ],
    ids=["a reader", "a kind", "a theme", "like nothing there is", "a source", "a position", "a certainty", "two at once"],
)
def test_words_that_are_not_known_are_refused(asked: Asked, told: str) -> None:
    assert refusal(lambda: browsing.find(LIBRARY, asked)) == told


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
        "keywords: geld, uren",
        "answered by: goedkoper (Goedkoper)",
        "source: none",
    ]


def test_for_one_reader_only_the_words_for_that_reader_are_told(library: Library) -> None:
    told = list(browsing.describe(library, "duur", "colleagues"))
    assert [line for line in told if line.startswith("[")] == ["[collegas] Kost dat geen uren?"]


def test_an_answer_says_what_it_answers_and_where_it_comes_from(library: Library) -> None:
    told = list(browsing.describe(library, "goedkoper", None))
    assert told[-6:] == [
        "certainty: mogelijk",
        "weight: 50",
        "waits for: costs.comparison",
        "answers: duur (Is dat niet duur?)",
        "source: werkboek, blz. 3",
        "  A. Auteur, Werkboek, 2020.",
    ]


def test_an_entry_that_is_not_there_is_refused_with_what_was_meant(library: Library) -> None:
    assert refusal(lambda: list(browsing.describe(library, "goedkooper", None))) == (
        "show: there is no entry “goedkooper” [entry-not-there]\n  Did you mean “goedkoper”?\n"
    )


def test_a_reader_who_never_gets_an_entry_is_told_so(library: Library) -> None:
    told = list(browsing.describe(library, "duur", "clienten"))
    assert told[3] == "This entry is not for “clienten”: no document for this reader has it."


def around(folder: Path, entry_id: str) -> tuple[Library, surroundings.Surroundings]:
    workspace = project.find(folder)
    library = load_library(workspace.library)
    return library, surroundings.look_around(workspace, library, library.entry_by_id[entry_id], TODAY)


def test_the_documents_that_can_take_an_entry_are_told_with_their_readers(tmp_path: Path) -> None:
    library, found = around(make_workspace(tmp_path), "samen-leren")
    told = list(browsing.describe(library, "samen-leren", None, found))
    assert told[-1].startswith("can stand in: ")
    assert "pitch (gemeente, collegas)" in told[-1]
    assert "clienten" not in told[-1]


REVIEWS = """\
- {entry: samen-leren, stamp: 1-000000000000, by: Anna, date: 2026-01-05}
"""


def test_where_reviews_are_kept_the_review_of_an_entry_is_told(tmp_path: Path) -> None:
    make_workspace(tmp_path, **{"arguments/reviews.yaml": REVIEWS})
    library, found = around(tmp_path, "samen-leren")
    assert list(browsing.describe(library, "samen-leren", None, found))[-1] == (
        "review: changed since Anna reviewed it on 2026-01-05"
    )
    review = data.whole_data(library, library.entry_by_id["samen-leren"], "", found)["review"]
    assert (review["state"], review["by"]) == ("changed", "Anna")


def test_an_entry_as_data_has_its_sources_in_full_and_the_words_for_a_reader(tmp_path: Path) -> None:
    library, found = around(make_workspace(tmp_path), "samen-leren")
    whole = data.whole_data(library, library.entry_by_id["samen-leren"], "gemeente", found)
    assert whole["sources"][0]["title"] == "Werkboek"
    assert whole["sources"][0]["place"] == "blz. 3"
    assert whole["wording"]["title"] == "Mensen leren van elkaar"
    assert whole["path"] == "arguments/entries/alles.yaml"
    assert whole["review"] is None
    assert {"document": "pitch", "audience": "gemeente"} in whole["documents"]


RICH = """\
- id: verhaal
  kind: experience
  title: Een verhaal
  text: Een fictief verhaal.
  published: werkboek
  fictitious: true
  consent: {purposes: [pitch, flyer], channels: [print, mail], until: 2027-01-01, withdrawn: true}
  recognition: {name: Cursus, level: Goed Onderbouwd, url: "https://voorbeeld.nl/x", date: 2020-01-01, until: 2027-02-01}
  silence: [{code: word-rare, reason: het heet zo}]
- {id: duur, kind: objection, title: Duur?, text: T.}
"""


def test_whatever_an_entry_has_is_told(tmp_path: Path) -> None:
    opened = opening.open_library(project.find(make_workspace(tmp_path, entries=RICH)))
    library = opened.library
    assert opened.errors > 0
    assert list(browsing.describe(library, "verhaal", None))[6:] == [
        "weight: 50",
        "recognition: Cursus, Goed Onderbouwd, 2020-01-01, until 2027-02-01, https://voorbeeld.nl/x",
        "consent: pitch, flyer; print, mail; until 2027-01-01; withdrawn",
        "fictitious: yes",
        "accepted warning: word-rare (het heet zo)",
        "source: werkboek, published",
        "  A. Auteur, Werkboek, 2020.",
    ]
    assert list(browsing.describe(library, "duur", None))[-2:] == ["answered by: nothing yet", "source: none"]


def test_a_library_that_is_to_be_whole_and_leads_nowhere_is_refused_with_all_that_is_wrong(tmp_path: Path) -> None:
    entries = (
        "- {id: duur, kind: objection, title: T, text: T., answers: [nergens]}\n- {id: x, kind: objection, title: T, text: T.}\n"
    )
    workspace = project.find(make_workspace(tmp_path, entries=entries))
    told = refusal(lambda: opening.open_library(workspace, is_whole=True))
    assert "there is no entry “nergens” [entry-unknown]" in told
    assert "[objection-without-answer]" in told


def test_words_that_cannot_be_read_are_refused_by_who_looks_around_too(tmp_path: Path) -> None:
    workspace = project.find(make_workspace(tmp_path, **{"arguments/themes.yaml": "- {id: netwerk, label: Netwerk\n"}))
    assert "themes.yaml:1:3: a bracket is opened here" in refusal(lambda: opening.open_library(workspace))


def test_every_error_that_does_not_keep_one_from_looking_is_an_error_of_an_entry() -> None:
    assert set(messages.library.TEXTS) >= opening.UNFINISHED
