"""What somebody probably meant."""

from __future__ import annotations

import pytest

from pitchkit.suggesting import as_id, suggest, suggest_named

SOURCES = ("bpsw-op-de-kaart", "divosa-inburgering", "divosa-werkwijzer", "wmo-2015")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("bpsw-op-kaart", "bpsw-op-de-kaart"),
        ("bpsw", "bpsw-op-de-kaart"),
        ("BPSW", "bpsw-op-de-kaart"),
        ("divosa", ""),
        ("op", "bpsw-op-de-kaart"),
        ("zzz", ""),
        ("", ""),
    ],
    ids=["a slip", "a part", "a part in capitals", "a part of two", "a small part of one", "nothing like it", "no word"],
)
def test_a_word_is_taken_for_what_looks_like_it_or_for_the_only_one_it_is_a_part_of(word: str, meant: str) -> None:
    assert suggest(word, SOURCES) == meant


def test_long_words_that_share_an_ending_are_not_taken_for_each_other() -> None:
    assert suggest("eenzaamheid", ["duurzaamheid"]) == ""
    assert suggest("duurzaamhied", ["duurzaamheid"]) == "duurzaamheid"
    assert suggest("boek", ["werkboek"]) == "werkboek"


@pytest.mark.parametrize(
    ("word", "meant"),
    [("eenzaamheid", "herkenning"), ("Sociale steun", "netwerk"), ("schaamte", ""), ("netwrek", "netwerk"), ("", "")],
    ids=["a word of one", "in other letters", "a word of two", "a slip", "no word"],
)
def test_a_choice_is_known_by_its_other_names_before_its_letters(word: str, meant: str) -> None:
    names = {
        "duurzaamheid": ("Blijvend resultaat",),
        "herkenning": ("Herkenning", "eenzaamheid", "schaamte"),
        "drempels": ("schaamte",),
        "netwerk": ("sociale steun",),
    }
    assert suggest_named(word, names) == meant


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Rust in huis", "rust-in-huis"),
        ("“gemeente”", "gemeente"),
        ("Zo'n café!", "zon-cafe"),
        ("???", ""),
        ("al-goed", "al-goed"),
    ],
)
def test_words_become_an_id(words: str, made: str) -> None:
    assert as_id(words) == made
