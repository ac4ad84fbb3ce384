"""Library and order to selection: who gets what, in what order, and why; a limit takes the lightest first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit.model import Entry
from pitchkit.selection import Selection, select, shorten, shortening_steps
from tests.factories import library_of, make_entry, make_order, make_section

SECTIONS = {"punten": make_section()}


def selected(*entries: Entry, **order: Any) -> Selection:  # noqa: ANN401 - as many types as an order has fields
    sections = order.pop("sections", SECTIONS)
    library = library_of(*entries)
    return select(library, make_order(library, **order), sections)


def ids(selection: Selection) -> list[str]:
    return [one.entry.id for one in selection.chosen]


def reasons(selection: Selection) -> dict[str, tuple[str, str]]:
    return {one.entry.id: (one.reason, one.detail) for one in selection.decisions}


@pytest.mark.parametrize(
    ("audiences", "reader", "is_in"),
    [
        (["gemeente"], "gemeente", True),
        (["collegas"], "gemeente", False),
        ([], "gemeente", True),
        ([], "clienten", False),
        (["gemeente"], "clienten", False),
        (["clienten"], "clienten", True),
        (["clienten"], "gemeente", False),
    ],
)
def test_an_entry_reaches_whom_it_names_and_clients_only_by_naming_them(
    audiences: list[str], reader: str, *, is_in: bool
) -> None:
    assert bool(ids(selected(make_entry(audiences=audiences), audience=reader))) == is_in


@pytest.mark.parametrize(
    ("positions", "position", "is_in"),
    [([], "contract", True), (["contract"], "contract", True), (["contract"], "vermarkten", False), (["contract"], None, True)],
)
def test_an_entry_for_one_position_waits_for_it(positions: list[str], position: str | None, *, is_in: bool) -> None:
    found = selected(make_entry(positions=positions), position=position)
    assert bool(ids(found)) == is_in
    assert is_in or reasons(found) == {"een": ("position", "contract")}


@pytest.mark.parametrize(
    ("policies", "day", "is_in"),
    [
        ([], date(2012, 12, 31), True),
        ([], date(2013, 1, 1), False),
        (["wns"], date(2026, 1, 1), True),
        (["wmo"], date(2026, 1, 1), False),
    ],
    ids=["before it ended", "after it ended", "still named", "another one named"],
)
def test_dated_policy_is_used_only_where_the_municipality_still_names_it(policies: list[str], day: date, *, is_in: bool) -> None:
    entry = make_entry(policy=["wns", "wmo"], valid_until="2012-12-31")
    found = selected(entry, date=day, profile={"municipality": {"policies": policies}})
    assert bool(ids(found)) == is_in
    assert is_in or reasons(found) == {"een": ("dated", "wns")}


@pytest.mark.parametrize(
    ("consent", "lacks"),
    [
        ({"purposes": ["pitch"]}, ""),
        ({"purposes": ["pitch"], "until": "2026-11-22"}, ""),
        ({"purposes": ["pitch"], "channels": ["mail", "print", "website"]}, ""),
        ({"purposes": ["pitch"], "until": "2026-11-21"}, "until 2026-11-21"),
        ({"purposes": ["pitch"], "withdrawn": "yes"}, "withdrawn"),
        ({"purposes": ["flyer", "onepager"]}, "pitch"),
        ({"purposes": ["pitch"], "channels": ["print", "conversation"]}, "mail"),
    ],
    ids=[
        "given",
        "on its last day",
        "for every channel of the document and one more",
        "expired",
        "withdrawn",
        "for other documents",
        "for one of the two channels",
    ],
)
def test_a_story_is_told_only_with_consent(consent: dict[str, object], lacks: str) -> None:
    found = selected(make_entry(consent=consent), channels=("print", "mail"))
    assert bool(ids(found)) == (not lacks)
    assert not lacks or reasons(found) == {"een": ("consent", lacks)}


@pytest.mark.parametrize(
    ("needed", "profile", "waits_for"),
    [
        (["municipality.name"], {"municipality": {"name": "Voorbeeldstad"}}, ""),
        (["municipality.name"], {}, "municipality.name"),
        (["municipality.aims"], {}, "municipality.aims"),
        (["figures.wachtlijst"], {"figures": {"wachtlijst": {"value": 3, "unit": "u", "year": 2026, "source": "s"}}}, ""),
        (["figures.wachtlijst", "contact.name"], {"contact": {"name": "Noor"}}, "figures.wachtlijst"),
        (["costs.comparison"], {"costs": "omit"}, "costs.comparison"),
        (["costs.comparison", "municipality.name"], {}, "costs.comparison, municipality.name"),
    ],
)
def test_an_entry_waits_for_what_it_requires(needed: list[str], profile: dict[str, object], waits_for: str) -> None:
    found = selected(make_entry(requires=needed), profile=profile)
    assert bool(ids(found)) == (not waits_for)
    assert [one.detail for one in found.waiting()] == ([waits_for] if waits_for else [])


def test_every_entry_of_the_library_has_one_decision_with_its_reason() -> None:
    found = selected(
        make_entry("gekozen", themes=["kosten"]),
        make_entry("tip", kind="tip"),
        make_entry("elders", themes=["leren"]),
        make_entry("vol", themes=["kosten"], weight=1),
        make_entry("voor-anderen", audiences=["collegas"]),
        make_entry("wacht", requires=["contact.name"]),
        sections={"punten": make_section(themes=["kosten"], most=1)},
    )
    assert reasons(found) == {
        "gekozen": ("chosen", "punten"),
        "tip": ("not-asked", "tip"),
        "elders": ("theme", "leren"),
        "vol": ("section-full", "punten"),
        "voor-anderen": ("audience", "collegas"),
        "wacht": ("waits", "contact.name"),
    }


def test_entries_come_by_theme_then_weight_then_id() -> None:
    entries = [
        make_entry("c", themes=["netwerk"], weight=90),
        make_entry("b", themes=["kosten"], weight=50),
        make_entry("a", themes=["kosten"], weight=50),
        make_entry("d", themes=["kosten"], weight=70),
    ]
    assert ids(selected(*entries, sections={"x": make_section(themes=["kosten", "netwerk"])})) == ["d", "a", "b", "c"]


def test_without_themes_weight_comes_first() -> None:
    entries = [make_entry("b"), make_entry("a"), make_entry("z", weight=60)]
    assert ids(selected(*entries)) == ["z", "a", "b"]


def test_an_entry_is_said_once_in_the_first_section_with_room() -> None:
    entries = [make_entry("a", weight=90, themes=["kosten"]), make_entry("b", themes=["kosten"])]
    sections = {"eerst": make_section(themes=["kosten"], most=1), "dan": make_section()}
    found = selected(*entries, sections=sections)
    assert [(one.entry.id, one.section) for one in found.chosen] == [("a", "eerst"), ("b", "dan")]


def test_a_section_takes_so_many_of_each_theme() -> None:
    entries = [make_entry(name, themes=[theme]) for name, theme in (("a", "kosten"), ("b", "kosten"), ("c", "leren"))]
    assert ids(selected(*entries, sections={"x": make_section(most_per_theme=1)})) == ["a", "c"]


def test_a_section_may_ask_only_for_entries_of_a_position() -> None:
    entries = [make_entry("a", positions=["contract"]), make_entry("b")]
    assert ids(selected(*entries, sections={"x": make_section(positions="yes")})) == ["a"]


def test_narrowing_to_a_theme_leaves_out_other_arguments_and_nothing_else() -> None:
    entries = [
        make_entry("past", themes=["kosten", "leren"]),
        make_entry("past-niet", themes=["leren"]),
        make_entry("grens", kind="contraindication", themes=["leren"]),
    ]
    found = selected(*entries, themes=("kosten",), sections={"x": make_section("argument", "contraindication")})
    assert ids(found) == ["grens", "past"]
    assert reasons(found)["past-niet"] == ("theme", "leren")


def test_short_wordings_come_before_leaving_out_and_the_lightest_goes_first() -> None:
    whole = selected(make_entry("a", weight=90, short="A."), make_entry("b", weight=10, short="B."), make_entry("c", weight=50))
    assert shortening_steps(whole) == 5
    steps = [[(one.entry.id, one.length) for one in shorten(whole, step).chosen] for step in range(6)]
    assert steps == [
        [("a", "full"), ("c", "full"), ("b", "full")],
        [("a", "full"), ("c", "full"), ("b", "short")],
        [("a", "short"), ("c", "full"), ("b", "short")],
        [("a", "short"), ("c", "full")],
        [("a", "short")],
        [],
    ]


def test_what_a_section_keeps_stays_whatever_the_limit() -> None:
    whole = selected(make_entry("a", short="A."), sections={"x": make_section(keep="yes")})
    last = shorten(whole, shortening_steps(whole))
    assert [(one.entry.id, one.length) for one in last.chosen] == [("a", "short")]


def test_what_a_limit_leaves_out_is_told() -> None:
    whole = selected(make_entry("a", weight=90), make_entry("b", weight=10))
    assert [one.entry.id for one in shorten(whole, 1).left_out_for_words()] == ["b"]


_ENTRIES = st.lists(
    st.builds(
        make_entry,
        st.sampled_from([f"e{number}" for number in range(12)]),
        weight=st.integers(0, 100),
        themes=st.lists(st.sampled_from(["kosten", "netwerk", "leren"]), unique=True),
        short=st.sampled_from([None, "Kort."]),
        audiences=st.lists(st.sampled_from(["gemeente", "collegas", "clienten"]), unique=True),
    ),
    unique_by=lambda entry: entry.id,
    max_size=12,
)
_SECTION = st.builds(
    make_section,
    themes=st.lists(st.sampled_from(["kosten", "netwerk", "leren"]), unique=True),
    most=st.one_of(st.none(), st.integers(1, 5)),
    most_per_theme=st.one_of(st.none(), st.integers(1, 3)),
    keep=st.booleans(),
)


@given(entries=_ENTRIES, sections=st.dictionaries(st.sampled_from(["x", "y", "z"]), _SECTION), data=st.data())
def test_the_order_of_the_library_changes_nothing_and_no_entry_is_said_twice(
    entries: list[Entry], sections: dict[str, Any], data: st.DataObject
) -> None:
    one = selected(*entries, sections=sections)
    other = selected(*data.draw(st.permutations(entries)), sections=sections)
    assert one == other
    assert len(set(ids(one))) == len(ids(one))
    assert [decision.entry.id for decision in one.decisions] == sorted(entry.id for entry in entries)


@given(entries=_ENTRIES, sections=st.dictionaries(st.sampled_from(["x", "y", "z"]), _SECTION))
def test_every_step_towards_fewer_words_keeps_only_what_the_step_before_kept(
    entries: list[Entry], sections: dict[str, Any]
) -> None:
    whole = selected(*entries, sections=sections)
    for step in range(shortening_steps(whole)):
        before, after = ({one.entry.id: one.length for one in shorten(whole, number).chosen} for number in (step, step + 1))
        assert set(after) <= set(before)
        assert all(length == "short" or before[name] == "full" for name, length in after.items())
