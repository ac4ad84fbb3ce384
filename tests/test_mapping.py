"""The argument map: which entry answers which objection, and rests on which source."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit.library import Library
from pitchkit.mapping import drafting, lettering, mermaid, picture
from pitchkit.mapping.drafting import Map, Wanted, Words
from pitchkit.model import Source
from tests.conftest import Run
from tests.factories import library_of, make_entry, make_library

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words("Kaart", "Waar het op rust.", ("Bezwaar", "Antwoord", "Bron"), "geen antwoord", "geen bron", "rust op")
EVIDENCE = [{"source": "werkboek", "place": "1"}]


def make(*, title: str = "Is dat niet duur?") -> Library:
    library = library_of(
        make_entry("duur", kind="objection", title=title, answers=["goedkoper", "tijd"], audiences=["gemeente", "collegas"]),
        make_entry("eng", kind="objection", answers=["tijd"], themes=["netwerk"], audiences=["collegas"]),
        make_entry("goedkoper", themes=["kosten"], certainty="mogelijk", evidence=EVIDENCE, audiences=["gemeente"]),
        make_entry("tijd", themes=["leren"], evidence=EVIDENCE, published="studie"),
        make_entry("los", themes=["leren", "netwerk"]),
        make_entry("nergens", kind="tip"),
    )
    study = Source(id="studie", title="Studie", author="O", year="2021", type="research", short="O")
    return replace(library, sources=(*library.sources, study))


def draft(**wanted: object) -> Map:
    return drafting.draft(make(), Wanted(**wanted))  # type: ignore[arg-type]


def shape(drawn: Map) -> list[tuple[str, list[str], list[str]]]:
    return [(one.head.id, [node.id for node in one.answers], [node.id for node in one.sources]) for one in drawn.groups]


# --- what is on it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [("duur", ["goedkoper", "tijd"], ["werkboek", "studie"]), ("eng", ["tijd"], ["werkboek", "studie"])]),
        ({"objections": ("eng",)}, [("eng", ["tijd"], ["werkboek", "studie"])]),
        ({"themes": ("kosten",)}, [("duur", ["goedkoper", "tijd"], ["werkboek", "studie"])]),
        ({"themes": ("netwerk",)}, [("eng", ["tijd"], ["werkboek", "studie"])]),
        (
            {"audience": "collegas"},
            [("duur", ["tijd"], ["werkboek", "studie"]), ("eng", ["tijd"], ["werkboek", "studie"])],
        ),
        ({"audience": "clienten"}, []),
        (
            {"everything": True, "objections": ("eng",)},
            [
                ("eng", ["tijd"], ["werkboek", "studie"]),
                ("kosten", ["goedkoper"], ["werkboek"]),
                ("leren", ["los"], []),
                ("", ["nergens"], []),
            ],
        ),
    ],
    ids=["all", "one objection", "the theme of an answer", "the theme of an objection", "a reader", "nobody", "everything"],
)
def test_a_map_has_objections_with_their_answers_and_sources(
    wanted: dict[str, object], expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert shape(draft(**wanted)) == expected


def test_a_theme_with_many_entries_comes_in_parts_that_can_be_overseen() -> None:
    library = library_of(*(make_entry(f"e{number:02}", themes=["leren"]) for number in range(17)))
    groups = drafting.draft(library, Wanted(everything=True)).groups
    assert [(one.head.title, one.head.note, len(one.answers)) for one in groups] == [
        ("Leren", "1/3", 8),
        ("Leren", "2/3", 8),
        ("Leren", "3/3", 1),
    ]


def test_a_map_says_how_much_is_not_on_it() -> None:
    assert (draft().objections_left_out, draft().entries_left_out) == (0, 2)
    some = draft(objections=("eng",))
    assert (some.objections_left_out, some.entries_left_out) == (1, 3)
    assert draft(everything=True).entries_left_out == 0


def test_a_box_has_the_words_for_the_reader_and_says_how_certain_it_is() -> None:
    entry = make_entry("x", kind="objection", answers=["y"], audiences=["gemeente"], versions={"gemeente": {"title": "Voor u"}})
    library = library_of(entry, make_entry("y", certainty="mogelijk"))
    (group,) = drafting.draft(library, Wanted(audience="gemeente")).groups
    assert (group.head.title, group.answers[0].note) == ("Voor u", "y (mogelijk)")


# --- Mermaid -----------------------------------------------------------------------------------------------------


def test_a_map_as_mermaid_can_be_read() -> None:
    assert mermaid.write(draft(objections=("duur",)), WORDS) == (
        """\
%% pitchkit map
flowchart LR
  subgraph g1[" "]
    direction LR
    g1h["Is dat niet duur?<br/>duur<br/>geen bron"]
    g1a1["Titel van goedkoper<br/>goedkoper #40;mogelijk#41;"]
    g1a2["Titel van tijd<br/>tijd"]
    g1s1["Auteur: Werkboek<br/>werkboek #40;2020#41;"]
    g1s2["O: Studie<br/>studie #40;2021#41;"]
    g1h --> g1a1
    g1h --> g1a2
    g1a1 -.-> g1s1
    g1a2 -.-> g1s1
    g1a2 -.-> g1s2
  end
  classDef head stroke-width:3px
  classDef source stroke-dasharray:4 3
  classDef missing stroke-dasharray:1 4,stroke-width:3px
  class g1h head
  class g1s1,g1s2 source
"""
    )


@pytest.mark.parametrize(
    "title",
    [
        'Zegt "de gemeente" (of wie) dan nee?',
        "a[b]{c}<d>",
        "`x` | y; end",
        "#35; &amp; %% x",
        "click g1h call()",
        "\\n -->",
        "1. Eerst",
        "- # * niets",
        "Met $$formule$$",
        "Een fa:fa-car",
    ],
)
def test_no_title_breaks_the_mermaid_around_it(title: str) -> None:
    text = mermaid.write(drafting.draft(make(title=title), Wanted(objections=("duur",))), WORDS)
    (line,) = (line for line in text.splitlines() if line.strip().startswith("g1h["))
    label = line.strip().removeprefix('g1h["').removesuffix('<br/>duur<br/>geen bron"]')
    assert not set(label) & set('"[]{}<>()|`\\')
    shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)
    assert not re.search(r"\\n|\$\$|:fa-|^\d+\.|^[-+*#>] ", shown), "read as a line end, a formula, an icon or a list"
    assert shown.replace("\u2060", "") == title


def test_a_map_that_programs_refuse_to_draw_is_known_beforehand() -> None:
    many = [make_entry(f"a{number}") for number in range(100)]
    ids = [one.id for one in many]
    objections = [make_entry(f"x{number}", kind="objection", answers=ids) for number in range(5)]
    assert mermaid.is_too_large(drafting.draft(library_of(*objections, *many), Wanted()), "")
    few = drafting.draft(library_of(*objections[1:], *many), Wanted())
    assert not mermaid.is_too_large(few, mermaid.write(few, WORDS))
    assert mermaid.is_too_large(few, "x" * 50_001)


def test_what_has_no_answer_or_no_source_is_marked_in_mermaid() -> None:
    library = library_of(make_entry("x", kind="objection"), make_entry("y", kind="objection", answers=["z"]), make_entry("z"))
    drawn = drafting.draft(library, Wanted())
    assert (drawn.unanswered, drawn.bare) == (("x",), ("x", "y", "z"))
    lines = [line.strip() for line in mermaid.write(drawn, WORDS).splitlines()]
    assert lines[lines.index('g1x["geen antwoord"]') + 1] == "g1h -.- g1x"
    assert 'g2a1["Titel van z<br/>z<br/>geen bron"]' in lines
    assert lines[-1] == "class g1x,g2a1 missing"


# --- the picture -------------------------------------------------------------------------------------------------


def drawn(title: str = "Is dat niet duur?", wanted: Wanted | None = None) -> ET.Element:
    return ET.fromstring(picture.draw(drafting.draft(make(title=title), wanted or Wanted()), WORDS))  # noqa: S314 - our own text


def test_a_picture_tells_what_it_shows_to_who_cannot_see_it() -> None:
    root = drawn()
    assert root.get("role") == "img"
    names = [one.get("id") for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")]
    assert root.get("aria-labelledby") == " ".join(name for name in names if name)
    told = root.findtext(f"{SVG}desc")
    assert told
    assert told.startswith(
        "Waar het op rust. Is dat niet duur?: Titel van goedkoper (rust op: Auteur: Werkboek); Titel van tijd (rust op: "
    )


def test_every_box_stands_within_the_picture_and_on_no_other_box() -> None:
    root = drawn(wanted=Wanted(everything=True))
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    boxes = [tuple(float(one.get(name, 0)) for name in ("x", "y", "width", "height")) for one in root.findall(f"{SVG}rect")][1:]
    assert len(boxes) > 10
    for x, y, wide, high in boxes:
        assert 0 <= x < x + wide <= width
        assert 0 <= y < y + high <= height
    columns = {x for x, *_ in boxes}
    assert len(columns) == 3
    for column in columns:
        spans = sorted((y, y + high) for x, y, _, high in boxes if x == column)
        assert all(first[1] < second[0] for first, second in pairwise(spans))


def test_an_objection_that_nothing_answers_says_so() -> None:
    library = library_of(make_entry("x", kind="objection", evidence=EVIDENCE))
    drawn = picture.draw(drafting.draft(library, Wanted()), WORDS)
    assert ">geen antwoord</text>" in drawn
    assert ">geen bron</text>" not in drawn


def test_an_answer_without_a_source_says_so_and_looks_different() -> None:
    def box(**fields: object) -> str:
        library = library_of(make_entry("x", kind="objection", evidence=EVIDENCE, answers=["y"]), make_entry("y", **fields))
        drawn = picture.draw(drafting.draft(library, Wanted()), WORDS)
        assert (">geen bron</text>" in drawn) is not bool(fields)
        assert ("(geen bron)" in drawn) is not bool(fields)
        return next(line for line in drawn.splitlines() if line.startswith('<rect x="350"')).partition("fill")[2]

    assert box() != box(evidence=EVIDENCE)


def test_a_map_without_anything_is_still_a_picture() -> None:
    assert ET.fromstring(picture.draw(Map((), 0, 0), WORDS)).get("role") == "img"  # noqa: S314 - our own text


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=120).filter(lambda text: text.strip()))
def test_any_title_is_drawn_whole(title: str) -> None:
    words = [one.text or "" for one in drawn(title).findall(f"{SVG}text")]
    printable = "".join(sign for sign in title if sign.isprintable() and not sign.isspace())
    assert printable in "".join(words).replace(" ", "")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.integers(20, 400))
def test_no_line_is_wider_than_its_box_and_no_word_is_lost(text: str, room: int) -> None:
    lines = lettering.lines(text, 13, room)
    assert all(lettering.width(line, 13) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split()).replace(" ", "")


def test_the_columns_of_a_picture_say_what_is_in_them(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert 'font-weight="bold">Objection</text>' in run("map", "--format", "svg").stdout
    assert 'font-weight="bold">Objection or theme</text>' in run("map", "--format", "svg", "--all").stdout


def test_an_objection_that_somebody_is_still_writing_is_on_the_map(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries="- {id: duur, kind: objection, title: Duur?, text: T., audiences: [gemeente]}\n")
    result = run("map")
    assert 'g1x["no answer"]' in result.stdout
    assert result.stderr.startswith("1 error in the library: see pitchkit check.\n")
    assert "Without an answer: duur.\n" in result.stderr


# --- the command -------------------------------------------------------------------------------------------------

ENTRIES = """\
- {id: duur, kind: objection, title: Is dat niet duur?, text: T., audiences: [gemeente], answers: [tip]}
- {id: tip, kind: tip, title: Reken het voor, text: T., audiences: [gemeente], evidence: [{source: werkboek, place: "1"}]}
- {id: los, kind: tip, title: Los, text: T., audiences: [gemeente]}
"""


def test_a_map_goes_where_results_go_and_says_beside_it_what_is_left_out(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    result = run("map")
    assert result.stdout.startswith("%% pitchkit map\nflowchart LR\n")
    assert result.stderr == (
        "Objections: 1, entries: 1, sources: 1.\n"
        "Without a source: duur.\n"
        "Not on it: 0 objections and 1 other entries; see --all, --theme and --objection.\n"
    )
    assert run("map", "--format", "svg", "--all").stderr == (
        "Objections: 1, entries: 2, sources: 1.\nWithout a source: duur, los.\n"
    )


def test_the_name_of_the_file_says_what_is_written(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert run("map", "-o", "kaart/kaart.svg").stdout == "kaart/kaart.svg\n"
    assert (tmp_path / "kaart/kaart.svg").read_text(encoding="utf-8").startswith("<svg ")
    run("map", "-o", "kaart.md")
    text = (tmp_path / "kaart.md").read_text(encoding="utf-8")
    assert text.startswith("```mermaid\n%% pitchkit map\n")
    assert text.endswith("\n```\n")


def test_a_map_is_written_again_over_itself_and_over_nothing_else(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    run("map", "-o", "kaart.svg")
    assert run("map", "-o", "kaart.svg").stdout == "kaart.svg\n"
    (tmp_path / "kaart.svg").write_text("van mij", encoding="utf-8")
    result = run("map", "-o", "kaart.svg")
    assert result.stdout != "kaart.svg\n"
    assert "kaart.svg is not a map of ours, so it was left as it is." in result.stderr
    assert (tmp_path / "kaart.svg").read_text(encoding="utf-8") == "van mij"


def test_what_is_not_there_is_refused_with_what_was_meant(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert run("map", "--objection", "duurr", "--format", "png", expect=2).stderr == (
        "--format: there is no format “png” [format-unknown]\n  Choose one of: mermaid, svg.\n"
        "--objection: there is no objection “duurr” [objection-unknown]\n  Did you mean “duur”?\n"
    )
