"""Searching: a word finds its entries in whatever form it was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit import remembering
from pitchkit.library import Library
from pitchkit.model import Theme, WordGroup
from pitchkit.searching import excerpts, index, ranking, reading
from pitchkit.searching.ranking import Found
from tests.factories import library_of, make_entry

ENTRIES = (
    make_entry("wachtlijst-korter", title="De wachtlijst kan korter worden", text="Dat scheelt tijd.", themes=["wachtlijst"]),
    make_entry("groep-werkt", title="Een groep helpt", text="Wie meedoet, staat er niet alleen voor.", weight=80),
    make_entry("cursus", title="Een cursus naast schuldhulpverlening", text="Mensen leren rekenen met geld."),
    make_entry(
        "met-versie",
        title="Cliënten leren van elkaar",
        text="In de zaal.",
        audiences=["collegas", "clienten"],
        versions={"clienten": {"title": "Je leert van anderen", "text": "In de huiskamer drinken we koffie."}},
    ),
    make_entry("kosten", title="Een groep kost minder", text="Reken het na.", keywords=["betaalbaar"]),
)
THEMES = (Theme(id="wachtlijst", label="Wachtlijst", words=("wachttijd", "doorlooptijd")),)
GROUPS = (WordGroup(id="kosten", asks=("doelmatigheid",), says=("betaalbaar",)),)
LIBRARY = replace(library_of(*ENTRIES), themes=THEMES, thesaurus=GROUPS)


def search(*typed: str, audience: str = "", library: Library = LIBRARY) -> Found:
    return ranking.search(library, library.entries, typed, audience)


def ids(found: Found) -> list[str]:
    return [hit.entry.id for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wachtlijst", ["wachtlijst-korter"]),
        ("WACHTLIJST", ["wachtlijst-korter"]),
        ("groepen", ["groep-werkt", "kosten"]),
        ("geleerd", ["cursus", "met-versie"]),
        ("wachttijden", ["wachtlijst-korter"]),
        ("schuldhulp", ["cursus"]),
        ("clienten", ["met-versie"]),
        ("wachtlisjt", ["wachtlijst-korter"]),
        ("wachtlijt", ["wachtlijst-korter"]),
        ("doelmatigheid", ["kosten"]),
        ("groepskosten", ["groep-werkt", "kosten"]),
        ("huiskamer", ["met-versie"]),
    ],
    ids=[
        "as it stands",
        "in capitals",
        "a plural",
        "a participle",
        "a word of the theme",
        "the first part of a compound",
        "without accents",
        "letters turned round",
        "a letter too few",
        "a word that the thesaurus knows",
        "a compound of two words",
        "a word of a version",
    ],
)
def test_a_word_finds_its_entries(typed: str, expected: list[str]) -> None:
    assert sorted(ids(search(typed))) == sorted(expected)


def test_what_stands_in_a_title_comes_before_what_stands_in_a_text() -> None:
    library = library_of(make_entry("tekst", text="Over schaamte.", weight=100), make_entry("kop", title="Schaamte", weight=1))
    assert ids(search("schaamte", library=library)) == ["kop", "tekst"]


def test_an_entry_with_all_words_comes_before_one_that_has_some_of_them() -> None:
    library = library_of(
        make_entry("titel", title="Zeldzaam"), make_entry("tekst", text="Zeldzaam en gewoon."), make_entry("x", text="Gewoon.")
    )
    assert ids(search("zeldzaam", library=library)) == ["titel", "tekst"]
    assert ids(search("zeldzaam", "gewoon", library=library)) == ["tekst", "titel", "x"]


def test_an_id_finds_its_entry_first() -> None:
    assert ids(search("groep-werkt"))[0] == "groep-werkt"


def test_the_small_words_of_a_question_do_not_count() -> None:
    assert search("wat", "kost", "een", "groep").words == ("kost", "groep")
    assert search("voor").words == ("voor",)


def test_a_word_that_was_misspelt_is_told_with_what_it_was_taken_for() -> None:
    assert search("wachtlisjt").taken_for == {"wachtlisjt": ("wachtlijst",)}


def test_what_a_misspelt_word_was_taken_for_is_written_as_the_library_writes_it() -> None:
    assert search("klienten").taken_for == {"klienten": ("cliënten",)}


def test_a_word_that_is_there_is_never_taken_for_another() -> None:
    library = library_of(make_entry("kost", title="Kost"), make_entry("post", title="Post"))
    assert ids(search("post", library=library)) == ["post"]


def test_a_word_that_finds_nothing_is_told_with_words_that_look_like_it() -> None:
    found = search("wachtrijding")
    assert found.hits == ()
    assert "wachttijd" in found.near["wachtrijding"]
    assert search("qqqqqq").near == {"qqqqqq": ()}


def test_for_a_reader_only_the_words_for_that_reader_are_searched() -> None:
    assert ids(search("zaal", audience="clienten")) == []
    assert ids(search("koffie", audience="clienten")) == ["met-versie"]


def test_nothing_that_is_typed_finds_nothing() -> None:
    assert search("", "…").words == ()
    assert search("", "…").hits == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een groep helpt.", "Een [groep] helpt."),
        (
            "Het begin is lang en daarna staat er dat een groep helpt, en wat er verder nog volgt.",
            "… dat een [groep] helpt, en wat …",
        ),
        ("**Groep** en groepen.", "[Groep] en [groepen]."),
    ],
    ids=["a text that fits", "a text that is longer", "marks of Markdown"],
)
def test_what_was_found_is_marked_with_what_stands_around_it(text: str, expected: str) -> None:
    found = search("groep", library=library_of(make_entry("x", title="Titel", text=text)))
    pieces = excerpts.excerpt(found.hits[0].matches[0], 30)
    assert "".join(f"[{words}]" if is_found else words for words, is_found in pieces) == expected


words = st.text(st.sampled_from("abcdeéëgiklmnoprstuw -'’*\n"), max_size=60)


@settings(max_examples=60, deadline=None)
@given(words, st.lists(words, max_size=3))
def test_any_words_can_be_searched_for_in_any_text(text: str, typed: Iterable[str]) -> None:
    library = library_of(make_entry("x", title="Titel", text=f"T {text}"))
    found = search(*typed, library=library)
    for hit in found.hits:
        for match in hit.matches:
            whole = "".join(piece for piece, _ in excerpts.excerpt(match))
            assert whole == match.field.text
            assert any(is_found for _, is_found in excerpts.excerpt(match, 20))


def test_a_memory_that_is_broken_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for broken in (b"[1]", b"{}", b"nothing", b'["a", "b"]'):
        monkeypatch.setattr(remembering, "recall_bytes", lambda *_args, broken=broken: broken)
        assert reading.lemmas(["groepen"]) == {"groepen": "groep"}


def test_lemmas_are_remembered_for_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path))
    first = reading.lemmas(["groepen", "kosten"])
    monkeypatch.setattr(reading, "lemma", pytest.fail)
    assert reading.lemmas(["kosten", "groepen"]) == first


def test_every_field_that_is_searched_has_a_weight() -> None:
    assert set(ranking._WEIGHTS) == set(index.FIELDS)  # noqa: SLF001


def test_a_compound_is_found_in_a_number_that_no_dictionary_has() -> None:
    library = library_of(
        make_entry("een", text="Het wijkteam helpt."),
        make_entry("twee", text="De wijkteams kiezen."),
        make_entry("verhaal", keywords=["ervaringsverhaal"]),
    )
    assert ids(search("wijkteams", library=library)) == ["een", "twee"]
    assert ids(search("wijkteam", library=library)) == ["een", "twee"]
    assert ids(search("ervaringsverhalen", library=library)) == ["verhaal"]


def test_words_that_stand_together_in_a_title_or_an_id_come_first() -> None:
    library = library_of(
        make_entry("vaak", title="Cliënt en cliënt", text="Cliënt.", keywords=["cliënt"], weight=100),
        make_entry("bezwaar-client-wil-niet", title="Nee", text="Een cliënt."),
    )
    assert ids(search("cliënt wil niet", library=library)) == ["bezwaar-client-wil-niet", "vaak"]
    assert ids(search("cliënt", library=library))[0] == "vaak"


def test_what_has_only_a_word_that_stands_everywhere_is_not_among_what_fits() -> None:
    many = [make_entry(f"e{number}", text="Een groep.") for number in range(30)]
    library = library_of(make_entry("x", title="Geduld in de groep"), *many)
    assert ids(search("geduld", "groep", library=library)) == ["x"]
    assert len(ids(search("groep", library=library))) == 31


def test_of_a_compound_the_part_that_says_most_is_looked_for() -> None:
    many = [make_entry(f"e{number}", text="Een groep.") for number in range(30)]
    library = library_of(make_entry("x", text="In de avond."), *many)
    assert ids(search("avondgroepen", library=library)) == ["x"]


def test_a_compound_that_stands_in_few_places_is_looked_for_by_its_parts_as_well() -> None:
    many = [make_entry(f"e{number}", text="Nog iets.") for number in range(120)]
    library = library_of(make_entry("a", text="De budgetcursus."), make_entry("b", text="Een cursus en een budget."), *many)
    assert ids(search("budgetcursus", library=library)) == ["a", "b"]


def test_a_reader_is_found_by_every_name_that_the_library_gives_it() -> None:
    library = library_of(make_entry("x", text="De gemeente vraagt het."))
    named = tuple(
        one.model_copy(update={"aliases": ("municipality",)} if one.id == "gemeente" else {}) for one in library.audiences
    )
    found = search("municipality", library=replace(library, audiences=named))
    assert (ids(found), dict(found.taken_for)) == (["x"], {})


def test_words_that_a_reader_gets_as_they_stand_are_searched_once() -> None:
    entry = make_entry("x", title="Geduld", audiences=["gemeente"], versions={"gemeente": {"text": "Voor u."}})
    (hit,) = search("geduld", library=library_of(entry)).hits
    assert [(match.field.name, match.field.audience) for match in hit.matches] == [("title", "")]


def test_an_entry_is_found_by_where_it_was_published() -> None:
    assert ids(search("werkboek", library=library_of(make_entry("x", published="werkboek")))) == ["x"]
