"""Every letter of a text in YAML is found where it is written, whichever way it is written in."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import yamlnodes, yamlwriting
from pitchkit.yamlletters import Letter, letters


def letters_of(text: str) -> tuple[Letter, ...] | None:
    return letters(text, yamlnodes.child(yamlnodes.compose(text), "a"))


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        pytest.param("a: zo’n\n", "zo’n", id="bare"),
        pytest.param("a: een\n  twee\n\n  drie\n", "een twee\ndrie", id="bare over lines"),
        pytest.param("a: 'zo''n dag'\n", "zo'n dag", id="in single quotes"),
        pytest.param('a: "een \\"twee\\"\\n\\u00e9\\xe9\\U0001F600"\n', 'een "twee"\né\xe9😀', id="escapes"),
        pytest.param('a: "een\\\n  twee  \n\n  drie"\n', "eentwee\ndrie", id="a line that goes on"),
        pytest.param("a: |\n  een \n\n   twee\nb: x\n", "een \n\n twee\n", id="a block"),
        pytest.param("a: |-\n  een\n\n\nb: x\n", "een", id="a block without its end"),
        pytest.param("a: |+\n  een\n\nb: x\n", "een\n\n", id="a block with the lines below it"),
        pytest.param("a: >\n  een\n  twee\n\n  drie\n    vier\n  vijf\n", "een twee\ndrie\n  vier\nvijf\n", id="a folded block"),
        pytest.param("a: |\r\n  een\r\n  twee\r\nb: x\r\n", "een\ntwee\n", id="line ends of Windows"),
    ],
)
def test_the_letters_of_a_text_are_those_that_it_says(text: str, signs: str) -> None:
    found = letters_of(text)
    assert found is not None
    assert "".join(letter.sign for letter in found) == signs


def test_a_letter_stands_where_it_is_written() -> None:
    text = "a: 'zo''n'\n"
    found = letters_of(text) or ()
    assert [text[letter.start : letter.end] for letter in found] == ["z", "o", "''", "n"]


def test_a_block_that_says_how_far_it_is_indented_can_begin_further_in() -> None:
    text = "a: |2\n    x\n   y\n"
    found = letters_of(text)
    assert found is not None
    assert "".join(letter.sign for letter in found) == "  x\n y\n"
    assert all(text[letter.start] == letter.sign for letter in found)


def test_a_list_has_no_letters() -> None:
    assert letters_of("a: [x]\n") is None


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]) | st.sampled_from(" \n'\"\\-"), min_size=1)
)
def test_any_text_in_double_quotes_has_its_letters(text: str) -> None:
    found = letters_of(f"a: {json.dumps(text, ensure_ascii=False)}\n")
    assert "".join(letter.sign for letter in found or ()) == text


@given(st.lists(st.text("ab c’é-", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=4).map("\n".join))
def test_any_text_that_we_write_has_its_letters_in_order(text: str) -> None:
    written = yamlwriting.dump({"a": text})
    found = letters_of(written) or ()
    assert "".join(letter.sign for letter in found).rstrip("\n") == text
    assert all(one.end <= other.start for one, other in pairwise(found))
