"""A new file says what it was given, and looks as if a person wrote it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import yamlnodes, yamlreading
from pitchkit.yamlwriting import CannotEditError, Commented, Value, dump

OFFER: dict[str, Value] = {
    "name": "Offerte: Groepen",
    "open": True,
    "deadline": date(2026, 3, 1),
    "tags": ["jeugd", "no"],
    "questions": Commented(
        [
            {
                "id": "v1",
                "text": "Hoe meet u?\n\nWees kort.\n",
                "price": {"value": Decimal("12.50"), "year": 2026},
                "entries": [{"entry": "a", "why": "Past bij de vraag: ja."}, Commented({"entry": "b"}, "nog\nkiezen")],
                "nothing": [],
            },
            Commented(["x", ["y", {}]], "een lijst"),
            {"text": Commented("Eén regel.", "bij de tekst")},
        ],
        "De vragen",
    ),
    "long": "Een lange zin die niet past: " + "woord " * 20 + "en klaar.",
    "amount": {"a, b": Decimal("1E+3")},
    "words": ["kort", "Een zin is geen trefwoord en staat op een regel van zichzelf."],
}
TEXT = f"""\
# Aanbod
#
# Met uitleg

name: "Offerte: Groepen"
open: yes
deadline: 2026-03-01
tags: [jeugd, "no"]

# De vragen
questions:
  - id: v1
    text: |
      Hoe meet u?

      Wees kort.
    price: {{value: 12.50, year: 2026}}
    entries:
      - {{entry: a, why: "Past bij de vraag: ja."}}
      # nog
      # kiezen
      - {{entry: b}}
    nothing: []
  # een lijst
  - - x
    - - "y"
      - {{}}
  -
    # bij de tekst
    text: Eén regel.

long: |-
  Een lange zin die niet past: {"woord " * 20}en klaar.

amount: {{"a, b": 1000}}

words:
  - kort
  - Een zin is geen trefwoord en staat op een regel van zichzelf.
"""


def test_a_file_looks_as_a_person_writes_it() -> None:
    assert dump(OFFER, "Aanbod\n\nMet uitleg") == TEXT


def test_a_file_without_keys_says_so() -> None:
    assert dump({}) == "{}\n"


@pytest.mark.parametrize("width", [99, 100, 101])
def test_keys_stand_on_one_line_if_that_is_no_wider_than_110(width: int) -> None:
    text = "x" * (width - len("{b: }"))
    assert dump({"sleutels": {"b": text}}) == (f"sleutels: {{b: {text}}}\n" if width <= 100 else f"sleutels:\n  b: {text}\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("a\nb", "|-\n  a\n  b", id="lines"),
        pytest.param("# a\n\n- b: c\n", "|\n  # a\n\n  - b: c", id="lines that look like something else"),
        pytest.param(" a\nb", '" a\\nb"', id="a space at the start"),
        pytest.param("a \nb", '"a \\nb"', id="a space at the end of a line"),
        pytest.param("a\tb\nc\t", '"a\\tb\\nc\\t"', id="a tab at the end"),
        pytest.param("a\nb\n\n", '"a\\nb\\n\\n"', id="an empty line at the end"),
        pytest.param("\n", '"\\n"', id="a line end alone"),
        pytest.param("a\r\nb", '"a\\r\\nb"', id="a line end of Windows"),
        pytest.param("2026-03-01", "2026-03-01", id="a date"),
        pytest.param("-1", '"-1"', id="a minus"),
        pytest.param("", '""', id="nothing"),
        pytest.param("~", '"~"', id="what says nothing"),
    ],
)
def test_a_text_is_bare_in_quotes_or_a_block(text: str, written: str) -> None:
    assert dump({"a": text}) == f"a: {written}\n"
    assert yamlnodes.build(dump({"a": text}), "") == {"a": text}


@pytest.mark.parametrize("value", ["\x07", "\u2028", "\ud800", {"\x85": "x"}, ["\ufffe"]])
def test_a_sign_that_no_file_holds_is_refused(value: Value) -> None:
    with pytest.raises(CannotEditError):
        dump({"a": value})


def test_what_is_nested_too_deep_to_be_read_is_refused() -> None:
    value: Value = "x"
    for _ in range(yamlreading.DEEPEST):
        value = {"a": value}
    with pytest.raises(CannotEditError):
        dump({"a": value})


def test_a_comment_never_becomes_data() -> None:
    text = dump({"a": Commented("x", "b: 1\u2028c: 2\r\nd: 3\x85e: 4")}, "f: 5\ng: 6")
    assert yamlnodes.build(text, "") == {"a": "x"}


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), include_characters="\n\t\r")) | st.sampled_from(
    ["x\n y", "#", "- a", "a: b\nc", "x" * 150]
)
TREES: st.SearchStrategy[Any] = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXTS, inner, max_size=3)
        | st.builds(Commented, inner, st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\r")))
    ),
    max_leaves=10,
)


def bare(value: Any) -> Any:  # noqa: ANN401 - any tree
    if isinstance(value, Commented):
        return bare(value.value)
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items()}
    return [bare(inner) for inner in value] if isinstance(value, list) else value


@given(st.dictionaries(TEXTS, TREES, max_size=4))
def test_what_is_written_is_what_is_read(value: dict[str, Value]) -> None:
    assert yamlnodes.build(dump(value), "") == bare(value)
