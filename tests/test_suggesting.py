"""What somebody probably meant."""

from __future__ import annotations

import pytest

from pitchkit.suggesting import as_id, suggest

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
