"""Coverage: what a library has for whom, where that is too little, and what grows old."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pitchkit import checking, coverage, project
from pitchkit.cli import coverage_report
from pitchkit.coverage import Count, Coverage
from pitchkit.library import Library
from pitchkit.model import Entry, Review, Source
from pitchkit.reviewing import stamping
from pitchkit.settings import Coverage as Rules
from pitchkit.settings import Floor, Settings
from tests.conftest import Run
from tests.factories import LIBRARY, TODAY, library_of, make_entry, make_workspace, told

ENTRIES = (
    make_entry("a", themes=["kosten"], audiences=["gemeente"], short="Kort."),
    make_entry("b", themes=["kosten", "netwerk"], audiences=["gemeente", "collegas"]),
    make_entry("c", kind="tip", audiences=["collegas"]),
    make_entry("d", kind="tip", themes=["netwerk"]),
)


def counted(*floors: Floor, entries: tuple[Entry, ...] = ENTRIES) -> Coverage:
    library = library_of(*entries, settings=Settings(coverage=Rules(floors=floors)))
    return Coverage(library, library.audiences)


@pytest.mark.parametrize(
    ("audience", "asked", "expected"),
    [
        ("gemeente", {}, Count(3, 1)),
        ("gemeente", {"theme": "kosten"}, Count(2, 1)),
        ("collegas", {"theme": "netwerk"}, Count(2, 0)),
        ("collegas", {"kind": "tip"}, Count(2, 0)),
        ("collegas", {"kind": "tip", "theme": coverage.NO_THEME}, Count(1, 0)),
        ("clienten", {}, Count(0, 0)),
    ],
    ids=["all", "a theme", "an entry for everybody", "a kind", "without a theme", "who must be named"],
)
def test_entries_are_counted_for_who_reads_them(audience: str, asked: dict[str, str], expected: Count) -> None:
    assert counted().count(audience, **asked) == expected


def test_only_combinations_with_an_entry_are_cells() -> None:
    cells = [(one.audience, one.theme, one.kind, one.count.entries) for one in counted().cells()]
    assert cells == [
        ("gemeente", "kosten", "argument", 2),
        ("gemeente", "netwerk", "argument", 1),
        ("gemeente", "netwerk", "tip", 1),
        ("collegas", "kosten", "argument", 1),
        ("collegas", "netwerk", "argument", 1),
        ("collegas", "netwerk", "tip", 1),
        ("collegas", "", "tip", 1),
    ]


def test_a_theme_with_one_entry_or_none_is_thin() -> None:
    thin = list(counted().thin("theme"))
    assert ("collegas", "kosten", 1) in thin
    assert ("gemeente", "leren", 0) in thin
    assert ("gemeente", "kosten", 2) not in thin


@pytest.mark.parametrize(
    ("floor", "found"),
    [
        (Floor(least=3), {"gemeente": 3, "collegas": 3}),
        (Floor(theme="kosten", least=2), {"gemeente": 2, "collegas": 1}),
        (Floor(audience="gemeente", theme="kosten", length="short", least=2), {"gemeente": 1}),
        (Floor(audience="clienten", least=1), {"clienten": 0}),
        (Floor(theme="netwerk", kind="tip", least=1), {"gemeente": 1, "collegas": 1}),
        (Floor(theme="nergens", least=1), {}),
    ],
    ids=["all", "a theme", "a length", "who must be named", "a theme and a kind", "a theme that is not there"],
)
def test_a_floor_holds_for_each_reader_or_for_the_one_it_names(floor: Floor, found: dict[str, int]) -> None:
    demands = list(counted(floor).demands())
    assert {one.audience: one.found for one in demands} == found
    assert [one.is_met for one in demands] == [one.found >= floor.least for one in demands]


def test_an_end_date_is_told_when_it_is_past_or_near() -> None:
    days = {"past": "2026-11-21", "today": "2026-11-22", "near": "2027-02-19", "far": "2027-02-20"}
    library = library_of(*(make_entry(name, valid_until=day) for name, day in days.items()))
    told = [(one.entry.id, one.reason, one.detail) for one in coverage.stale(library, None, TODAY)]
    assert told == [
        ("past", "passed", "2026-11-21"),
        ("today", "passes-soon", "2026-11-22"),
        ("near", "passes-soon", "2027-02-19"),
    ]


def sourced(*years: str) -> Library:
    sources = tuple(
        Source(id=f"bron-{number}", title="T", author="A", year=year, type="practice", short="A")
        for number, year in enumerate(years)
    )
    evidence = [{"source": one.id, "place": "1"} for one in sources]
    return replace(library_of(make_entry("x", evidence=evidence)), sources=sources)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (("2010",), ["2010"]),
        (("2010", "2012"), ["2012"]),
        (("2010", "2020"), []),
        (("2016",), []),
        (("2010", "z.j."), []),
        ((), []),
    ],
    ids=["old", "the newest counts", "one that is new", "ten years", "a year that is not known", "no source"],
)
def test_an_entry_is_old_when_all_its_sources_are(years: tuple[str, ...], expected: list[str]) -> None:
    assert [one.detail for one in coverage.stale(sourced(*years), None, TODAY)] == expected


def test_a_law_is_not_old_because_it_holds_for_long() -> None:
    library = sourced("2010")
    law = library.sources[0].model_copy(update={"type": "law"})
    assert coverage.stale(replace(library, sources=(law,)), None, TODAY) == ()


def test_where_an_entry_was_published_counts_among_its_sources() -> None:
    source = sourced("2010").sources[0]
    library = replace(library_of(make_entry("x", published=source.id)), sources=(source,))
    assert [one.detail for one in coverage.stale(library, None, TODAY)] == ["2010"]


def test_an_entry_that_names_a_theme_twice_counts_once() -> None:
    assert counted(entries=(make_entry("a", themes=["kosten", "kosten"]),)).count("gemeente", theme="kosten") == Count(1, 0)


def test_what_was_not_reviewed_is_told_only_where_reviews_are_kept() -> None:
    entry = make_entry("x")
    library = library_of(entry)
    assert coverage.stale(library, None, TODAY) == ()
    assert [one.reason for one in coverage.stale(library, {}, TODAY)] == ["unreviewed"]
    review = Review(entry="x", stamp=stamping.stamp_entry(entry), by="Anna", date=date(2026, 1, 5), until=date(2026, 2, 1))
    (expired,) = coverage.stale(library, {"x": (review,)}, TODAY)
    assert (expired.reason, expired.detail) == ("expired", "2026-02-01")


# --- the check ---------------------------------------------------------------------------------------------------

FLOORS = """\
coverage:
  floors:
    - {kind: argument, least: 1}
    - {theme: kosten, least: 2}
    - {audience: gemeente, length: short, least: 3}
    - {audience: gement, theme: netwrk, least: 1}
"""


def test_a_floor_that_is_not_met_fails_the_check_at_its_place(tmp_path: Path) -> None:
    make_workspace(tmp_path, **{"arguments/library.yaml": LIBRARY + FLOORS})
    assert [
        line for line in told(checking.check(project.find(tmp_path), TODAY).problems).splitlines() if "library.yaml" in line
    ] == [
        "arguments/library.yaml:6:7: “collegas” has 0 of the 2 entries that this library wants (kosten) [coverage-low]",
        "arguments/library.yaml:6:7: “gemeente” has 0 of the 2 entries that this library wants (kosten) [coverage-low]",
        (
            "arguments/library.yaml:7:7: “gemeente” has 1 of the 3 entries with a short wording that this library wants"
            " [coverage-low-short]"
        ),
        "arguments/library.yaml:8:8: there is no audience “gement” [audience-unknown]",
        "arguments/library.yaml:8:26: there is no theme “netwrk” [theme-unknown]",
    ]


# --- the command -------------------------------------------------------------------------------------------------


def test_the_grid_has_a_line_for_each_theme_and_marks_what_is_thin(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    assert run("coverage").stdout == (
        "theme\tgemeente\tcollegas\tclienten\n"
        "kosten\t0 !\t0 !\t0 !\n"
        "netwerk\t1 (1) !\t1 (1) !\t0 !\n"
        "all together\t1 (1) !\t1 (1) !\t0 !\n"
    )
    assert run("coverage", "--by", "kind", "-a", "colleagues").stdout.splitlines()[:2] == ["kind\tcollegas", "argument\t1 (1) !"]


def test_less_than_the_library_wants_gets_exit_code_1(run: Run, tmp_path: Path) -> None:
    floors = "coverage:\n  floors:\n    - {theme: kosten, least: 2}\n"
    make_workspace(tmp_path, **{"arguments/library.yaml": LIBRARY + floors})
    result = run("coverage", "-a", "gemeente", expect=1)
    assert "kosten\t0 ✗\n" in result.stdout
    assert result.stderr.endswith(
        "arguments/library.yaml:5:7: “gemeente” has 0 of the 2 entries that this library wants (kosten) [coverage-low]\n"
        "  Write more of them, or lower the floor.\n"
    )


def test_themes_and_kinds_stand_in_one_grid_for_each_reader(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    result = run("coverage", "--all", "-a", "gemeente")
    assert result.stdout == "gemeente: theme\targument\nkosten\t·\nnetwerk\t1 (1)\n"
    assert result.stderr.startswith("12 (9) is twelve entries, nine of them with a short wording.")


def test_coverage_as_data_has_cells_floors_and_what_is_thin_or_stale(run: Run, tmp_path: Path) -> None:
    floors = "coverage:\n  floors:\n    - {audience: gemeente, kind: argument, least: 1}\n"
    make_workspace(tmp_path, **{"arguments/library.yaml": LIBRARY + floors})
    found = json.loads(run("coverage", "--json", "-a", "gemeente", "--date", "2026-11-22").stdout)
    assert found["date"] == "2026-11-22"
    assert found["cells"] == [{"audience": "gemeente", "theme": "netwerk", "kind": "argument", "entries": 1, "short": 1}]
    assert found["floors"] == [
        {"theme": None, "kind": "argument", "length": None, "least": 1, "audience": "gemeente", "found": 1, "met": True}
    ]
    assert {"by": "theme", "audience": "gemeente", "theme": "kosten", "entries": 0} in found["thin"]
    assert found["stale"] == []


def test_what_asks_for_attention_is_listed_with_why(run: Run, tmp_path: Path) -> None:
    entry = "- {id: oud, kind: tip, title: T, text: T., policy: [welzijn-nieuwe-stijl], valid_until: 2012-12-31}\n"
    make_workspace(tmp_path, entries=entry)
    assert run("coverage").stdout.endswith("oud\tno longer valid\t2012-12-31\n")
    assert "oud" not in run("coverage", "-a", "clienten").stdout
    assert run("coverage", "--date", "2012-12-01").stdout.endswith("oud\tvalid until soon\t2012-12-31\n")


def test_a_grid_by_something_else_is_refused(run: Run) -> None:
    assert run("coverage", "--by", "source", expect=2).stderr == (
        "--by: a grid cannot be made by “source” [grid-unknown]\n  Choose one of: theme, kind.\n"
    )


def test_columns_are_shared_out_evenly_over_the_parts_of_a_grid() -> None:
    assert [len(part) for part in coverage_report._parts([10] * 14, 51)] == [3, 3, 3, 4]  # noqa: SLF001


@pytest.mark.parametrize(
    ("room", "parts"),
    [(None, [[1, 2, 3]]), (42, [[1, 2, 3]]), (40, [[1], [2, 3]]), (20, [[1], [2], [3]]), (5, [[1], [2], [3]])],
    ids=["a program", "just room", "a little too wide", "one at a time", "no room at all"],
)
def test_a_grid_that_is_too_wide_comes_in_parts(room: int | None, parts: list[list[int]]) -> None:
    assert [list(part) for part in coverage_report._parts([11, 10, 10, 10], room)] == parts  # noqa: SLF001
