"""A review holds for what was read: what matters breaks it, what does not matter leaves it standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit import project
from pitchkit.diagnostics import ContentError
from pitchkit.library import Library
from pitchkit.model import Entry, Review, Source
from pitchkit.reviewing import needed, reading, stamping, standing, writing
from pitchkit.settings import ReviewRules, Settings
from tests.factories import ENTRIES, LIBRARY, TODAY, library_of, load_library, make_entry, make_library, told, write_files

BASE: dict[str, Any] = {
    "text": "Mensen leren van elkaar,\nwant zij kennen elkaars vragen.",
    "short": "Mensen leren van elkaar.",
    "audiences": ["gemeente", "collegas"],
    "versions": {"gemeente": {"text": "Inwoners leren van elkaar."}},
    "certainty": "aannemelijk",
    "evidence": [{"source": "werkboek", "place": "blz. 3"}, {"source": "studie", "place": "blz. 9"}],
    "policy": ["wmo", "wns"],
}
STAMP = stamping.stamp_entry(make_entry(**BASE))


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "Mensen leren van elkaar, want zij kennen elkaars vragen.\n"},
        {"text": "Mensen leren van\r\nelkaar, want zij kennen elkaars\r\nvragen."},
        {"audiences": ["collegas", "gemeente"]},
        {"evidence": list(reversed(BASE["evidence"]))},
        {"weight": 90},
        {"themes": ["kosten"]},
        {"keywords": ["caseload"]},
        {"silence": [{"code": "x", "reason": "y"}]},
    ],
    ids=["lines broken otherwise", "line ends of Windows", "readers", "sources", "weight", "themes", "keywords", "a silence"],
)
def test_what_does_not_matter_keeps_the_stamp(fields: dict[str, Any]) -> None:
    assert stamping.stamp_entry(make_entry(**(BASE | fields))) == STAMP


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "factor"},
        {"title": "Iets anders"},
        {"text": "Iets anders."},
        {"short": "Iets anders."},
        {"short": None},
        {"versions": {"gemeente": {"text": "Iets anders."}}},
        {"versions": {"gemeente": {"short": "Inwoners leren van elkaar."}}},
        {"audiences": ["gemeente"]},
        {"certainty": "mogelijk"},
        {"evidence": [{"source": "werkboek", "place": "blz. 4"}]},
        {"recognition": {"name": "NJi", "level": "Goed Onderbouwd", "url": "https://x.nl", "date": "2026-01-01"}},
        {"requires": ["costs.comparison"]},
        {"positions": ["contract"]},
        {"answers": ["iets"]},
        {"policy": ["wmo"]},
        {"valid_until": "2027-01-01"},
        {"published": "werkboek"},
        {"consent": {"purposes": ["pitch"]}},
        {"consent": {"purposes": ["pitch"], "withdrawn": True}},
    ],
    ids=" ".join,
)
def test_what_matters_breaks_the_stamp(fields: dict[str, Any]) -> None:
    assert stamping.stamp_entry(make_entry(**(BASE | fields))) != STAMP


def test_the_form_of_stamps_that_people_have_never_changes() -> None:
    assert STAMP == "1-429c7ef4f659"
    assert stamping.stamp_source(library_of().sources[0]) == "1-b5dceedd1941"


def test_every_field_of_an_entry_is_either_stamped_or_left_out_on_purpose() -> None:
    left_out = {"id", "weight", "themes", "keywords", "silence"}
    stamped = set(stamping._entry_1(make_entry())) - {"texts"} | {"title", "text", "short", "versions"}  # noqa: SLF001 - the form itself
    assert stamped | left_out == set(Entry.model_fields)


@pytest.mark.parametrize(
    ("field", "is_broken"),
    [("title", True), ("author", True), ("year", True), ("limit", True), ("url", True), ("short", False), ("note", False)],
)
def test_a_source_is_who_said_what_and_when(field: str, *, is_broken: bool) -> None:
    source = library_of().sources[0]
    other = source.model_copy(update={field: "https://iets.nl/anders"})
    assert (stamping.stamp_source(source) != stamping.stamp_source(other)) is is_broken


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(["\n", "\r\n", "  \n", "\n  "]))
def test_another_way_to_break_lines_keeps_any_text(text: str, ending: str) -> None:
    words = [word for word in text.split() if word.isalpha()] or ["x"]
    one, other = make_entry(text=" ".join(words)), make_entry(text=ending.join(words))
    assert stamping.stamp_entry(one) == stamping.stamp_entry(other)


# --- how entries stand -------------------------------------------------------------------------------------------

ANSWER = make_entry("antwoord", evidence=[{"source": "werkboek", "place": "blz. 3"}])
OBJECTION = make_entry("bezwaar", kind="objection", answers=["antwoord"])


def review_of(library: Library, entry_id: str, **fields: object) -> Review:
    entry = library.entry_by_id[entry_id]
    below = standing.stamps_below(library, entry)
    values = {"stamp": stamping.stamp_entry(entry), "by": "Marieke", "date": date(2026, 3, 31)}
    values |= {"sources": below["source"], "entries": below["entry"]}
    return Review.model_validate({"entry": entry_id, **(values | fields)})


def state_of(library: Library, *reviews: Review, entry_id: str = "antwoord", today: date = TODAY) -> standing.Standing:
    by_id = {review.entry: [one for one in reviews if one.entry == review.entry] for review in reviews}
    return next(one for one in standing.standings(library, by_id, today) if one.entry.id == entry_id)


LIBRARY_NOW = library_of(ANSWER, OBJECTION)
REVIEWS = tuple(review_of(LIBRARY_NOW, one) for one in ("antwoord", "bezwaar"))


def test_an_entry_without_a_review_is_unreviewed() -> None:
    assert state_of(LIBRARY_NOW).state == "unreviewed"


def test_an_entry_as_it_was_read_is_reviewed() -> None:
    assert state_of(LIBRARY_NOW, *REVIEWS).state == "reviewed"


def test_an_edit_takes_the_review_away_and_undoing_it_brings_it_back() -> None:
    edited = library_of(ANSWER.model_copy(update={"title": "Anders"}), OBJECTION)
    assert state_of(edited, *REVIEWS).state == "changed"
    assert state_of(LIBRARY_NOW, *REVIEWS).state == "reviewed"


def test_a_source_that_changed_makes_what_rests_on_it_suspect() -> None:
    sources = tuple(one.model_copy(update={"year": "2031"}) for one in LIBRARY_NOW.sources)
    later = replace(LIBRARY_NOW, sources=sources)
    found = state_of(later, *REVIEWS)
    assert (found.state, found.causes) == ("suspect", (standing.Cause("source", "werkboek"),))
    assert state_of(later, *REVIEWS, entry_id="bezwaar").state == "reviewed"


def test_an_objection_that_changed_makes_its_answer_suspect_and_the_other_way_round() -> None:
    later = library_of(ANSWER, OBJECTION.model_copy(update={"text": "Anders."}))
    assert state_of(later, *REVIEWS).causes == (standing.Cause("entry", "bezwaar"),)
    later = library_of(ANSWER.model_copy(update={"text": "Anders."}), OBJECTION)
    assert state_of(later, *REVIEWS, entry_id="bezwaar").causes == (standing.Cause("entry", "antwoord"),)


@pytest.mark.parametrize(
    ("term", "until", "today", "state"),
    [
        (None, None, date(2099, 1, 1), "reviewed"),
        (6, None, date(2026, 9, 29), "reviewed"),
        (6, None, date(2026, 9, 30), "expired"),
        (6, date(2030, 1, 1), date(2029, 1, 1), "reviewed"),
        (None, date(2026, 4, 1), date(2026, 4, 1), "reviewed"),
        (None, date(2026, 4, 1), date(2026, 4, 2), "expired"),
    ],
    ids=["no term", "within the library's", "past the library's", "its own before the library's", "the last day", "a day later"],
)
def test_a_review_holds_for_its_term(term: int | None, until: date | None, today: date, state: str) -> None:
    rules = ReviewRules(term=term) if term else None
    library = library_of(ANSWER, OBJECTION, settings=Settings(review=rules))
    assert state_of(library, review_of(library, "antwoord", until=until), today=today).state == state


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, then: date) -> None:
    assert standing.months_later(day, months) == then


def test_of_two_reviews_the_one_of_the_text_as_it_is_counts() -> None:
    old = review_of(LIBRARY_NOW, "antwoord", stamp="1-000000000000", date=date(2026, 8, 1), by="Een ander")
    found = state_of(LIBRARY_NOW, old, *REVIEWS)
    assert (found.state, found.review.by if found.review else "") == ("reviewed", "Marieke")


def test_of_two_reviews_of_one_text_the_one_that_still_holds_counts() -> None:
    later = library_of(ANSWER, OBJECTION.model_copy(update={"text": "Anders."}))
    right = review_of(later, "antwoord", by="Jan")
    for both in ((REVIEWS[0], right), (right, REVIEWS[0])):
        found = state_of(later, *both)
        assert (found.state, found.review.by if found.review else "") == ("reviewed", "Jan")


# --- the file ----------------------------------------------------------------------------------------------------


def review(entry_id: str, by: str = "Marieke", **fields: object) -> Review:
    return Review.model_validate({"entry": entry_id, "stamp": "1-0123456789ab", "by": by, "date": "2026-11-22", **fields})


B = "- {entry: b, stamp: 1-0123456789ab, by: Marieke, date: 2026-11-22}\n"
SPREAD = "- entry: b\n  stamp: 1-000000000000\n  by: Jan\n  date: 2026-01-01\n"


def test_a_new_file_says_what_it_is() -> None:
    assert writing.write("", [review("b")], "reviews.yaml") == f"{writing.HEAD}\n{B}"


def test_what_a_review_rests_on_stands_with_it() -> None:
    written = writing.write("", [review("b", until="2027-01-01", sources={"werkboek": "1-000000000000"})], "reviews.yaml")
    assert written.endswith(", until: 2027-01-01, sources: {werkboek: 1-000000000000}}\n")


A, C, D, E = (B.replace("entry: b", f"entry: {one}") for one in "acde")
OTHERS = "# van ons\n- {entry: a, stamp: 1-0123456789ab, by: Jan, date: 2026-01-01}  # eerst\n\n# hier\n- entry: c\n  by: 'Jan'\n"


@pytest.mark.parametrize(
    ("before", "ids", "after"),
    [
        pytest.param(OTHERS, ["b"], OTHERS.replace("# hier", f"{B}\n# hier"), id="between two others"),
        pytest.param(OTHERS, ["d"], OTHERS + "\n" + B.replace("entry: b", "entry: d"), id="after the last"),
        pytest.param(B, ["a"], B.replace("entry: b", "entry: a") + "\n" + B, id="before the first"),
        pytest.param(f"# x\n{B}# y\n", ["b"], f"# x\n{B}# y\n", id="in place of its like"),
        pytest.param(f"{SPREAD}\n{A}", ["b"], f"{B}\n{A}", id="in place of one on lines of its own"),
        pytest.param(f"{SPREAD}\n{A}\n{SPREAD}{C}", ["b"], f"{B}\n{A}\n{C}", id="in place of both that a merge left"),
        pytest.param(f"{A}\n{C}", ["e", "b", "d"], f"{A}\n{B}\n{C}\n{D}\n{E}", id="several at once"),
        pytest.param(
            B.replace("\n", "\r\n"), ["a"], (B.replace("entry: b", "entry: a") + "\n" + B).replace("\n", "\r\n"), id="CRLF"
        ),
        pytest.param(B.rstrip("\n"), ["c"], B + "\n" + B.replace("entry: b", "entry: c"), id="a file without a line end"),
        pytest.param("# leeg\n", ["b"], f"# leeg\n\n{B}", id="a file with nothing but a comment"),
        pytest.param(f"  {A}", ["b"], f"  {A}\n  {B}", id="set in"),
    ],
)
def test_a_review_goes_where_it_belongs_and_the_rest_stays_as_it_was(before: str, ids: list[str], after: str) -> None:
    assert writing.write(before, [review(one) for one in ids], "reviews.yaml") == after


def test_a_file_that_cannot_take_it_is_left_alone() -> None:
    with pytest.raises(ContentError) as refused:
        writing.write("[{entry: a, by: x}, {entry: c, by: y}]\n", [review("b")], "reviews.yaml")
    assert told(refused.value.diagnostics) == (
        "reviews.yaml: the review of “b” cannot be written into this file as it is [review-not-written]\n"
        "  Give every review lines of its own, beginning with “- entry:”.\n"
    )


@settings(deadline=None)  # each example writes and reads a file's worth of YAML several times
@given(st.lists(st.sampled_from("abcdefgh"), max_size=8), st.text(alphabet="abc '\"#:é-", min_size=1).filter(str.strip))
def test_whatever_is_stamped_is_read_back(ids: list[str], by: str) -> None:
    from pitchkit import yamlsource

    text = ""
    for one in ids:
        text = writing.write(text, [review(one, by.strip())], "reviews.yaml")
    data = yamlsource.parse(text, "reviews.yaml").data
    found = [Review.model_validate(item) for item in data] if isinstance(data, list) else []
    assert found == [review(one, by.strip()) for one in sorted(set(ids))]


# --- a library with reviews --------------------------------------------------------------------------------------


def library_with(folder: Path, reviews: str, settings: str = "") -> tuple[project.Workspace, Library]:
    make_library(folder, {"reviews.yaml": reviews, "library.yaml": LIBRARY + settings})
    return project.find(folder), load_library(folder / "arguments")


GOOD = f"- {{entry: samen-leren, stamp: {stamping.stamp_entry(make_entry())}, by: Marieke, date: 2026-01-01}}\n"


@pytest.mark.parametrize(
    ("reviews", "message"),
    [
        (
            "- {entry: samen-leren, stamp: abc, by: Marieke, date: 2026-01-01}\n",
            """\
arguments/reviews.yaml:1:31: “abc” is not a stamp [field-stamp]
  Do not write one yourself: pitchkit review ID --stamp does.
""",
        ),
        (
            "- {entry: samen-leren, stamp: 9-0123456789ab, by: Marieke, date: 2026-01-01}\n",
            """\
arguments/reviews.yaml:1:31: this stamp is in form 9, which this version of pitchkit does not know [review-form]
  Use the version that your colleagues use, or stamp the entry again.
""",
        ),
        (
            f"# van ons\n<<<<<<< HEAD\n{A}=======\n{B}>>>>>>> tak\n",
            """\
arguments/reviews.yaml:2:1: git could not bring two versions together here, and left both [git-conflict]
  Keep what is right of them, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>. If these are two entries, \
the lines right below belong to both: copy them to the first.
""",
        ),
        ("een: twee\n", None),
    ],
    ids=["no stamp", "a form of the future", "a merge that is not finished", "no list"],
)
def test_reviews_that_cannot_be_read_are_told(reviews: str, message: str | None, tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, reviews)
    with pytest.raises(ContentError) as refused:
        reading.load(workspace, library)
    assert message is None or told(refused.value.diagnostics) == message


def test_a_link_out_of_the_library_is_not_followed(tmp_path: Path) -> None:
    make_library(tmp_path)
    (tmp_path / "elders.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "arguments/reviews.yaml").symlink_to(tmp_path / "elders.yaml")
    workspace, library = project.find(tmp_path), load_library(tmp_path / "arguments")
    with pytest.raises(ContentError) as refused:
        reading.load(workspace, library)
    assert [one.code for one in refused.value.diagnostics] == ["path-outside"]


def test_a_review_of_an_entry_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, GOOD.replace("samen-leren", "weg"))
    book = reading.load(workspace, library)
    assert told(book.warnings) == (
        "arguments/reviews.yaml:1:11: there is a review of “weg”, and no such entry [review-of-nothing]\n"
        "  Take the review out, or give the entry its old id again.\n"
    )
    assert not book.is_used


def test_a_review_of_an_entry_that_got_another_id_says_which(tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, "")
    stamp = stamping.stamp_entry(library.entry_by_id["samen-leren"])
    workspace, library = library_with(tmp_path, f"- {{entry: oude-naam, stamp: {stamp}, by: Marieke, date: 2026-01-01}}\n")
    assert told(reading.load(workspace, library).warnings) == (
        "arguments/reviews.yaml:1:11: there is a review of “oude-naam”, which is called “samen-leren” now [review-of-renamed]\n"
        "  Write the new id in this review, and it holds again.\n"
    )


@pytest.mark.parametrize(("today", "is_told"), [(date(2025, 12, 30), True), (date(2025, 12, 31), False)])
def test_a_review_of_a_day_that_is_still_to_come_is_told(tmp_path: Path, today: date, *, is_told: bool) -> None:
    workspace, library = library_with(tmp_path, "")
    stamp = stamping.stamp_entry(library.entry_by_id["samen-leren"])
    workspace, library = library_with(tmp_path, f"- {{entry: samen-leren, stamp: {stamp}, by: Marieke, date: 2026-01-01}}\n")
    assert told(needed.to_look_at(workspace, library, today)) == is_told * (
        "arguments/entries/alles.yaml:1:7: Marieke reviewed “samen-leren” on 2026-01-01, a day that is still to come "
        "[review-in-future]\n"
        "  Stamp it again, or put the right day in reviews.yaml.\n"
    )


def test_both_reviews_that_a_merge_left_are_read(tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, GOOD + GOOD.replace("Marieke", "Jan"))
    assert [one.by for one in reading.load(workspace, library).reviews["samen-leren"]] == ["Marieke", "Jan"]


def test_a_library_on_top_of_another_answers_for_its_own_entries(tmp_path: Path) -> None:
    entries = ENTRIES.replace("werkboek", "gmw-kenmerken").replace("samen-leren", "eigen")
    write_files(tmp_path / "arguments", {"library.yaml": "extends: pitchkit\n", "entries/eigen.yaml": entries})
    workspace, library = project.find(tmp_path), load_library(tmp_path / "arguments")
    book = reading.load(workspace, library)
    assert book.own == {"eigen"}
    assert not book.counts("niet-de-enige")


# --- what a final document needs ---------------------------------------------------------------------------------


def test_the_entries_that_came_along_with_pitchkit_are_not_asked_for(tmp_path: Path) -> None:
    workspace = project.find(tmp_path)
    library = load_library(workspace.library)
    assert needed.in_final(workspace, library, library.entry_by_id, TODAY) == ()


def test_a_final_document_warns_on_one_line(tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, GOOD)
    assert told(needed.in_final(workspace, library, library.entry_by_id, TODAY)) == (
        "arguments: 1 of the 1 entries in these documents are not reviewed as they stand: samen-leren [final-unreviewed]\n"
        "  See why with pitchkit review. Stamp what is right with pitchkit review ID --stamp.\n"
    )
    assert needed.in_final(workspace, library, (), TODAY) == ()


def test_many_entries_stay_one_line(tmp_path: Path) -> None:
    entries = "".join(f"- {{id: tip-{number:02}, kind: tip, title: T, text: X, themes: [netwerk]}}\n" for number in range(30))
    make_library(tmp_path, {"reviews.yaml": GOOD.replace("samen-leren", "tip-00")}, entries=entries)
    workspace, library = project.find(tmp_path), load_library(tmp_path / "arguments")
    (found,) = needed.in_final(workspace, library, library.entry_by_id, TODAY)
    assert dict(found.values)["ids"].endswith("tip-11, … (+18)")


@pytest.mark.parametrize(
    "settings",
    ["review: {required: yes, term: 12}\n", "checks: {severity: {final-unreviewed: error}}\n"],
    ids=["rule", "severity"],
)
def test_a_library_may_require_reviews(tmp_path: Path, settings: str) -> None:
    workspace, library = library_with(tmp_path, "", settings)
    with pytest.raises(ContentError) as refused:
        needed.in_final(workspace, library, library.entry_by_id, TODAY)
    assert [one.code for one in refused.value.diagnostics] == ["final-unreviewed"]


def test_a_check_tells_what_holds_no_longer_and_not_what_was_never_reviewed(tmp_path: Path) -> None:
    workspace, library = library_with(tmp_path, "")
    assert list(needed.to_look_at(workspace, library, TODAY)) == []
    workspace, library = library_with(tmp_path, GOOD)
    assert told(needed.to_look_at(workspace, library, TODAY)) == (
        "arguments/entries/alles.yaml:1:7: “samen-leren” was changed since Marieke reviewed it on 2026-01-01 [review-changed]\n"
        "  See what to look at with: pitchkit review, and the id behind it.\n"
    )


def test_sources_and_entries_of_one_name_do_not_get_mixed_up() -> None:
    source = Source(id="zelfde", title="T", author="A", year="2020", type="practice", short="A")
    entry = make_entry("zelfde")
    assert stamping.stamp_source(source) != stamping.stamp_entry(entry)
