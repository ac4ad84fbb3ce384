"""New keys go into a file that somebody wrote, and nothing else in it changes."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.yamlwriting import CannotAddError, New, add, as_lines

FIGURE: dict[str, New] = {"value": "82.00", "year": "2026", "source": "eigen, #1: x"}
NEW: dict[str, New] = {"costs": {"relation": "replaces", "hour": {"tariff": FIGURE}}}
LINES = """\
costs:
  relation: replaces
  hour:
    tariff: {value: 82.00, year: 2026, source: "eigen, #1: x"}
"""
BELOW = LINES.partition("\n")[2]
IN_BRACES = 'relation: replaces, hour: {tariff: {value: 82.00, year: 2026, source: "eigen, #1: x"}}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", LINES, id="an empty file"),
        pytest.param("# nog leeg\n", f"# nog leeg\n\n{LINES}", id="comments only"),
        pytest.param("a: 1", f"a: 1\n\n{LINES}", id="no line end at the end"),
        pytest.param("a: 1\n...\n", f"a: 1\n\n{LINES}...\n", id="a mark at the end"),
        pytest.param("a: 1  # een\n\n# slot\n", f"a: 1  # een\n\n# slot\n\n{LINES}", id="comments at the end"),
        pytest.param("a: |+\n  x\n\n", f"a: |+\n  x\n\n{LINES}", id="a text that keeps its empty lines"),
        pytest.param("costs:\n", LINES, id="an empty key"),
        pytest.param("costs:   # straks\nb: 1\n", f"costs:   # straks\n{BELOW}b: 1\n", id="an empty key with a comment"),
        pytest.param(
            "costs:\n  group:\n    id: x  # de groep\n    # meer\n  # slot\n\n# volgende\nb: 1\n",
            f"costs:\n  group:\n    id: x  # de groep\n    # meer\n  # slot\n{BELOW}\n# volgende\nb: 1\n",
            id="a block with comments",
        ),
        pytest.param(
            "costs:\n  note: |\n    tekst\n    # geen commentaar\n\n# b\nb: 1\n",
            f"costs:\n  note: |\n    tekst\n    # geen commentaar\n{BELOW}\n# b\nb: 1\n",
            id="a block that ends in a text",
        ),
        pytest.param(
            "costs:\n  list:\n  - een\n  - twee  # 2\nb: 1\n",
            f"costs:\n  list:\n  - een\n  - twee  # 2\n{BELOW}b: 1\n",
            id="a block that ends in a list",
        ),
        pytest.param("costs: {id: x} # c\nb: 1", f"costs: {{id: x, {IN_BRACES}}} # c\nb: 1", id="braces"),
        pytest.param("costs: {}\n", f"costs: {{{IN_BRACES}}}\n", id="empty braces"),
        pytest.param("costs: {\n  id: x,\n}\n", f"costs: {{\n  id: x, {IN_BRACES}\n}}\n", id="braces over lines"),
        pytest.param("{a: 1}", f"{{a: 1, costs: {{{IN_BRACES}}}}}", id="a file in braces"),
        pytest.param(
            "costs:\n    hour:\n        risk: {value: 0.02}",
            'costs:\n    hour:\n        risk: {value: 0.02}\n        tariff: {value: 82.00, year: 2026, source: "eigen, #1: x"}\n'
            "    relation: replaces\n",
            id="keys at two depths, four spaces",
        ),
    ],
)
def test_only_lines_are_added(before: str, after: str) -> None:
    assert add(before, NEW) == after


def test_a_value_goes_behind_an_empty_key_and_before_its_comment() -> None:
    assert (
        add("costs:\n  relation:  # welke?\n", {"costs": {"relation": "replaces"}}) == "costs:\n  relation: replaces  # welke?\n"
    )


def test_line_ends_and_the_mark_of_a_windows_file_stay() -> None:
    before = "\ufeff# één\r\na: 1\r\n"
    assert add(before, NEW) == before + "\r\n" + LINES.replace("\n", "\r\n")


@pytest.mark.parametrize("before", ["costs: omit\n", "costs: [1]\n", "- een\n", "costs:\n  relation: on_top\n"])
def test_what_is_there_is_never_written_over(before: str) -> None:
    with pytest.raises(CannotAddError):
        add(before, NEW)


def test_what_is_no_yaml_is_told() -> None:
    with pytest.raises(ContentError):
        add("a: [1\n", NEW)


def test_texts_that_could_be_something_else_stand_in_quotes_and_yes_and_no_do_not() -> None:
    lines = as_lines(
        {"a": "no", "b": "3 jan: #1", "c": "12.50", "d": "- x", "e": "jaarplan (2026), blz. 3", "f": True, "g": {"h": "a, b"}}
    )
    assert lines == [
        'a: "no"',
        'b: "3 jan: #1"',
        "c: 12.50",
        'd: "- x"',
        "e: jaarplan (2026), blz. 3",
        "f: yes",
        'g: {h: "a, b"}',
    ]


def test_what_has_a_year_and_a_source_stands_on_one_line_however_long_that_is() -> None:
    source = "jaarverslag " * 12 + "2026"
    lines = as_lines({"a": {"value": "1", "source": source}, "b": source})
    assert lines == [f"a: {{value: 1, source: {source}}}", f"b: {source}"]
    assert add("", {"a": {"value": "1", "source": source}}) == f"{lines[0]}\n"


def test_keys_without_anything_in_them_are_made_where_they_are_missing() -> None:
    assert add("a: 1\n", {"b": {}}) == "a: 1\n\nb: {}\n"
    assert add("b: {c: 1}\n", {"b": {}}) == "b: {c: 1}\n"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), include_characters="\n\t")).filter(str.strip)
KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
TREES = st.recursive(TEXTS, lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=3), max_leaves=8)


@given(
    st.dictionaries(KEYS, TREES, min_size=1, max_size=3),
    st.sampled_from(["", "# c\n", "Aa: 1 # c\n\n# slot", "Aa:\n  - x\n#d\n"]),
)
def test_any_text_comes_back_as_it_went_in_and_every_line_that_was_there_is_there(new: dict[str, New], before: str) -> None:
    after = add(before, new)
    data = yamlnodes.build(after, "")

    assert isinstance(data, dict)
    assert {key: value for key, value in data.items() if key != "Aa"} == new
    gone = [line for line in difflib.ndiff(before.split("\n"), after.split("\n")) if line.startswith("- ")]
    assert gone == []
