"""Edits change what they name in a file that somebody wrote, and leave the rest as it was to the byte."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.yamlsource import Data, Step
from pitchkit.yamlwriting import Append, CannotEditError, Commented, Edit, Put, Value, edit
from tests.handwriting import KEYS, SCALARS, handwritten

PROSE = "Een zin.\nNog een.\n"


def put(*steps: Step, value: Value) -> Put:
    return Put(steps, value)


@pytest.mark.parametrize(
    ("before", "steps", "value", "after"),
    [
        pytest.param("a:  1  # c\nb: 2", ("a",), "x", "a:  x  # c\nb: 2", id="a word, before a comment"),
        pytest.param("a: 1", ("a",), "no", 'a: "no"', id="a word at the end of a file without a line end"),
        pytest.param("a: 'x\n\n  y' # c\n", ("a",), "z", "a: z # c\n", id="a text in quotes over lines"),
        pytest.param("a: x\n  y\nb: 1\n", ("a",), "z", "a: z\nb: 1\n", id="a bare text over lines"),
        pytest.param("a: # c\n  'x' # d\n", ("a",), "z", "a: z # c # d\n", id="a value below its key"),
        pytest.param("a: # c\n  x # d\n", ("a",), PROSE, "a: | # c\n  Een zin.\n  Nog een.\n", id="a text for a value below"),
        pytest.param(
            "a: |+  # c\n  x\n\nb: 1\n",
            ("a",),
            PROSE,
            "a: |  # c\n  Een zin.\n  Nog een.\nb: 1\n",
            id="a block that keeps its lines",
        ),
        pytest.param("a: |-\n  x\n\n# d\nb: 1\n", ("a",), "w", "a: w\n\n# d\nb: 1\n", id="a block for a word"),
        pytest.param("a: >2-\n    x\n  y\n# d\n", ("a",), "w", "a: w\n# d\n", id="a folded block"),
        pytest.param("a: |\nb: 1\n", ("a",), PROSE, "a: |\n  Een zin.\n  Nog een.\nb: 1\n", id="an empty block"),
        pytest.param("a: 1  # c\nb: 2\n", ("a",), PROSE, "a: |  # c\n  Een zin.\n  Nog een.\nb: 2\n", id="a word for a block"),
        pytest.param(
            "a:  # c\n  # d\n  b: 1 # e\n  # f\n\n# g\nh: 1\n", ("a",), "x", "a: x  # c\n\n# g\nh: 1\n", id="keys for a word"
        ),
        pytest.param("a:\n- 1\n# c\n- 2\n# d\nb: 1\n", ("a",), ["x"], "a: [x]\n# d\nb: 1\n", id="a list below its key's column"),
        pytest.param("a: {b: 1,\n  c: 2} # c\n", ("a",), [], "a: [] # c\n", id="braces over lines"),
        pytest.param(
            "a: {b: x, c: [d, e]} # c\n", ("a", "c", 0), "f, g", 'a: {b: x, c: ["f, g", e]} # c\n', id="inside brackets"
        ),
        pytest.param("a: {b: , c}\n", ("a", "b"), "x", "a: {b: x , c}\n", id="an empty value in braces"),
        pytest.param("a: {b: , c}\n", ("a", "c"), "x", "a: {b: , c: x}\n", id="a key without a colon in braces"),
        pytest.param("a: {b: 1}\n", ("a", "b"), {"c": PROSE}, 'a: {b: {c: "Een zin.\\nNog een.\\n"}}\n', id="a text in braces"),
        pytest.param("a:   # c\nb: 1\n", ("a",), "x", "a: x   # c\nb: 1\n", id="an empty value"),
        pytest.param("a: ~  # c\nb: 1\n", ("a",), "x", "a: x  # c\nb: 1\n", id="a value that says it is empty"),
        pytest.param("a: ~\nb: 1\n", ("a", "c"), "x", "a:\n  c: x\nb: 1\n", id="a key where it says there is nothing"),
        pytest.param("a:\n-  1 # c\n-\n", ("a", 1), "x", "a:\n-  1 # c\n- x\n", id="an empty item"),
        pytest.param(
            "- 1 # c\n- 2\n", (0,), {"a": PROSE}, "- # c\n  a: |\n    Een zin.\n    Nog een.\n- 2\n", id="an item with lines"
        ),
        pytest.param(
            "- a: 1 # c\n  b: 2 # d\n  # e\n# f\n- 2\n",
            (0,),
            {"a": PROSE},
            "- a: |\n    Een zin.\n    Nog een.\n# f\n- 2\n",
            id="an item of keys for another",
        ),
        pytest.param(
            "-   1\n-   b: 2\n",
            (0,),
            {"a": PROSE, "b": "3"},
            "- a: |\n    Een zin.\n    Nog een.\n  b: 3\n-   b: 2\n",
            id="an item far from its dash",
        ),
        pytest.param("- - 1\n  - 2\n- 3\n", (0, 1), "x", "- - 1\n  - x\n- 3\n", id="a list in a list"),
        pytest.param("- a: 1 # c\n", (0,), "x", "- x # c\n", id="an item with one key, before a comment"),
        pytest.param('\'a b\': 1\n"c\\"": 2\n', ('c"',), "x", '\'a b\': 1\n"c\\"": x\n', id="a key in quotes"),
        pytest.param(
            "a: 1 # \u2028b: '\x85 x'\nc: 2 # é\u2029",
            ("c",),
            "x",
            "a: 1 # \u2028b: '\x85 x'\nc: x # é\u2029",
            id="odd line ends",
        ),
        pytest.param("a:\t1\t# c\t\n", ("a",), "x", "a:\tx\t# c\t\n", id="tabs"),
        pytest.param("a:\r  b: 1\rc: 2\r", ("a", "b"), "x", "a:\r  b: x\rc: 2\r", id="old line ends"),
    ],
)
def test_a_value_takes_the_place_of_another(before: str, steps: tuple[Step, ...], value: Value, after: str) -> None:
    assert edit(before, [Put(steps, value)]) == after


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param("", ("k",), "k: x\n", id="an empty file"),
        pytest.param("---\n...\n# c", ("k",), "---\nk: x\n...\n# c", id="marks and nothing between them"),
        pytest.param("# c", ("k",), "# c\n\nk: x\n", id="comments only"),
        pytest.param("--- # c\na: 1\n...\n", ("k",), "--- # c\na: 1\nk: x\n...\n", id="between the marks"),
        pytest.param("a: 1\n\n# slot\n", ("k",), "a: 1\n\n# slot\n\nk: x\n", id="a comment at the end of the file"),
        pytest.param(
            "a:\n  b: 1\n  # bij b\n# bij c\nc: 1\n", ("a", "k"), "a:\n  b: 1\n  # bij b\n  k: x\n# bij c\nc: 1\n", id="comments"
        ),
        pytest.param(
            "a:\n  b: |+\n    y\n\nc: 1\n",
            ("a", "k"),
            "a:\n  b: |+\n    y\n\n  k: x\nc: 1\n",
            id="below a text that keeps its lines",
        ),
        pytest.param(
            "a:\n  b: |\n    y\n\nc: 1\n", ("a", "k"), "a:\n  b: |\n    y\n  k: x\n\nc: 1\n", id="below a text that does not"
        ),
        pytest.param("a: |\n  y", ("k",), "a: |-\n  y\nk: x\n", id="below a text whose last line has no end"),
        pytest.param("a: >2+\n    y", ("k",), "a: >2-\n    y\nk: x\n", id="below a folded text whose last line has no end"),
        pytest.param("- a: 1\n  b:\n  - 1\n- 2\n", (0, "k"), "- a: 1\n  b:\n  - 1\n  k: x\n- 2\n", id="in an item"),
        pytest.param("a:\n  - {b: 1} # c\n", ("a", 0, "k"), "a:\n  - {b: 1, k: x} # c\n", id="in an item in braces"),
        pytest.param("a: {b: 1 # c,\n  }\n", ("a", "k"), "a: {b: 1, k: x # c,\n  }\n", id="in braces with a comment"),
        pytest.param(
            "a: {b: 1 # c\n  , # d\n  }\n", ("a", "k"), "a: {b: 1 # c\n  , k: x # d\n  }\n", id="in braces with a last comma"
        ),
        pytest.param("a: # \u2028  b: 1\u2029c: 2", ("a", "k"), "a: # \u2028  b: 1\n  k: x\u2029c: 2", id="odd line ends"),
        pytest.param("a: |+\n  y\n", ("k", "m"), "a: |+\n  y\nk: {m: x}\n", id="below a text that would keep an empty line"),
        pytest.param("a: 1\n", ("k", "m"), "a: 1\n\nk: {m: x}\n", id="keys in it"),
        pytest.param("---\n", ("k", "m"), "---\nk: {m: x}\n", id="a mark and nothing else"),
        pytest.param("a: {'b':}\n", ("a", "k"), "a: {'b':, k: x}\n", id="in braces right behind a colon"),
        pytest.param("a: {b: }\n", ("a", "k"), "a: {b: , k: x}\n", id="in braces behind an empty value"),
        pytest.param(
            "a:\n  # nog niets\nb: 1\n", ("a", "m", "k"), "a:\n  m: {k: x}\n  # nog niets\nb: 1\n", id="parents as well"
        ),
        pytest.param("a:\r\n  b: 1\r\nc: 2", ("a", "k"), "a:\r\n  b: 1\r\n  k: x\r\nc: 2", id="line ends of Windows"),
        pytest.param("\ufeffa: 1\n", ("k",), "\ufeffa: 1\nk: x\n", id="a mark at the start"),
    ],
)
def test_a_missing_key_is_made_at_the_end_of_its_mapping(before: str, steps: tuple[Step, ...], after: str) -> None:
    assert edit(before, [Put(steps, "x")]) == after


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [
        pytest.param(
            "a:\n  - 1 # c\n  # d\n\n  # e\nb: 1\n", ("a",), "a:\n  - 1 # c\n  # d\n  - x\n  - w\n\n  # e\nb: 1\n", id="lines"
        ),
        pytest.param(
            "a:\n- 1\n# bij b\nb: 1\n", ("a",), "a:\n- 1\n- x\n- w\n# bij b\nb: 1\n", id="lines in the column of the key"
        ),
        pytest.param("- 1\n# c\n...\n", (), "- 1\n# c\n- x\n- w\n...\n", id="a file that is a list"),
        pytest.param("# c\n", (), "# c\n\n- x\n- w\n", id="a file that is nothing yet"),
        pytest.param("- - 1\n-\n", (0,), "- - 1\n  - x\n  - w\n-\n", id="a list in a list"),
        pytest.param("a: [1, ] # c\n", ("a",), "a: [1, x, w ] # c\n", id="brackets"),
        pytest.param("a: [] # c\n", ("a",), "a: [x, w] # c\n", id="empty brackets"),
        pytest.param("a: {b: []}\n", ("a", "b"), "a: {b: [x, w]}\n", id="empty brackets in braces"),
        pytest.param("a: # c\nb: 1\n", ("a",), "a: [x, w] # c\nb: 1\n", id="an empty value"),
        pytest.param("a:\n  b: 1\n", ("a", "c"), "a:\n  b: 1\n  c: [x, w]\n", id="a missing key"),
    ],
)
def test_items_go_to_the_end_of_a_list(before: str, steps: tuple[Step, ...], after: str) -> None:
    assert edit(before, [Append(steps, ("x", "w"))]) == after


@pytest.mark.parametrize("before", ["a:  # c\n", "a: []  # c\n", "a:  # c\n  - {id: een}\n"])
def test_items_with_texts_get_lines_of_their_own(before: str) -> None:
    start = before if before.endswith("een}\n") else "a:  # c\n"
    assert edit(before, [Append(("a",), ({"id": "x", "text": PROSE},))]) == (
        f"{start}  - id: x\n    text: |\n      Een zin.\n      Nog een.\n"
    )


def test_empty_brackets_give_way_to_lines_with_keys() -> None:
    assert edit("a: []\n", [Append(("a",), ({"id": "x"},))]) == "a:\n  - {id: x}\n"


def test_braces_stay_unless_what_comes_in_needs_lines() -> None:
    assert edit("a: {}\n", [put("a", "b", value={"c": Decimal("1.50")})]) == "a: {b: {c: 1.50}}\n"
    assert edit("a: {}\n", [put("a", "b", value="x" * 200)]) == f"a:\n  b: |-\n    {'x' * 200}\n"
    assert edit("a: {}\n", [put("a", "b", value=Commented("x", "c"))]) == "a:\n  # c\n  b: x\n"


def test_edits_are_made_together_and_at_the_positions_of_before() -> None:
    before = """\
name: X   # naam
parts:
- id: een     # eerste
  text: |
    Alinea.

  # over de prijs
  price: {value: 1, year: 2026}  # p
# tweede
- id: twee
  entries:
  # einde
"""
    edits: list[Edit] = [
        Append(("parts",), ({"id": "drie", "open": True},)),
        put("parts", 0, "price", "value", value=Decimal("2.50")),
        put("parts", 0, "price", "source", value="eigen, x"),
        put("parts", 0, "text", value=PROSE),
        put("parts", 0, "until", value=date(2026, 3, 1)),
        Append(("parts", 1, "entries"), ({"id": "a"}, Commented({"id": "b"}, "later"))),
        put("parts", 1, "score", "grade", value=8),
        put("parts", 1, "score", "why", value="goed: #1"),
        put("contact", value={"name": "Iris"}),
    ]
    assert (
        edit(before, edits)
        == """\
name: X   # naam
parts:
- id: een     # eerste
  text: |
    Een zin.
    Nog een.

  # over de prijs
  price: {value: 2.50, year: 2026, source: "eigen, x"}  # p
  until: 2026-03-01
# tweede
- id: twee
  entries:
    - {id: a}
    # later
    - {id: b}
  # einde
  score: {grade: 8, why: "goed: #1"}
- {id: drie, open: yes}

contact: {name: Iris}
"""
    )


def test_a_text_that_would_take_a_comment_along_stands_in_quotes() -> None:
    before = "a:\n  b: x\n      # diep\nc: 1\n"
    assert edit(before, [put("a", "b", value="x\ny")]) == 'a:\n  b: "x\\ny"\n      # diep\nc: 1\n'


def test_what_is_there_already_is_not_written_again() -> None:
    before = "a: 'yes'  # c\nb: { c: 1.0 }\nd: [ 'x' ]"
    assert edit(before, [put("a", value=True), put("b", value={"c": Decimal("1.0")}), put("d", 0, value="x")]) == before
    assert edit("# c\n", []) == "# c\n"


@pytest.mark.parametrize(
    ("before", "edits"),
    [
        pytest.param("a: 1\n", [put(value={"a": "2"})], id="the whole file"),
        pytest.param("a: 1\n", [put("a", "b", value="2")], id="a key in a word"),
        pytest.param("a: 1\n", [Append(("a",), ("x",))], id="items in a word"),
        pytest.param("a: {}\n", [Append(("a",), ("x",))], id="items in braces"),
        pytest.param("a: {b: 1}\n", [Append(("a",), ())], id="no items in braces"),
        pytest.param("a: []\n", [put("a", "b", value="x")], id="a key in a list"),
        pytest.param("a: [1]\n", [put("a", 1, value="x")], id="past the end of a list"),
        pytest.param("a: [1]\n", [put("a", -1, value="x")], id="before the start of a list"),
        pytest.param("a:\n", [put("a", 0, value="x")], id="a position where there is no list"),
        pytest.param("a:\n", [put("a", 0, "b", value="x"), Append(("a",), ("y",))], id="a position in a list that is made"),
        pytest.param("a: 1\n", [put("a", value="x"), put("a", value="y")], id="two values for one key"),
        pytest.param("a:\n", [put("a", value={}), put("a", "b", value="y")], id="a value and a key in it"),
        pytest.param("a:\n", [put("a", value=[]), Append(("a",), ("y",))], id="a value and an item in it"),
        pytest.param("a: 1\n", [put("a", value="\x07")], id="a sign that no file holds"),
        pytest.param("a: 1\n", [put("\u2028", value="x")], id="a key that no file holds"),
        pytest.param("a: 1\n", [put("a", value=Commented("1", "c"))], id="a comment for what is there"),
        pytest.param("a: {b: 1}\n", [put("a", "c", value=Commented("x", "c"))], id="a comment in braces"),
        pytest.param("a: [b: 1]\n", [put("a", 0, "c", value="x")], id="a pair without braces"),
        pytest.param("~\n", [put("a", value="x")], id="a file that says there is nothing"),
        pytest.param("word\n", [put("a", value="x")], id="a file that is a word"),
    ],
)
def test_what_does_not_fit_is_refused(before: str, edits: list[Edit]) -> None:
    with pytest.raises(CannotEditError):
        edit(before, edits)


@pytest.mark.parametrize("before", ["a: [1\n", "a: 1\na: 2\n", "a: &x 1\nb: *x\n", "a: 1\n---\nb: 2\n"])
def test_what_cannot_be_read_is_told(before: str) -> None:
    with pytest.raises(ContentError):
        edit(before, [put("c", value="x")])


# --- laws --------------------------------------------------------------------------------------------------------

VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)


def data_in(text: str) -> Data:
    return yamlnodes.build(text.removeprefix("\ufeff"), "")


def places(data: Data, above: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Data]]:
    yield above, data
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places(inner, (*above, step))


@st.composite
def edits_of(draw: Callable[..., Any], data: Data) -> list[Edit]:
    """Return up to four edits that can be made together."""
    edits: list[Edit] = []
    for _ in range(draw(st.integers(1, 4))):
        steps, there = draw(st.sampled_from(list(places(data))))
        new = st.builds(Put, st.sampled_from([(*steps, "nieuw"), (*steps, "nog: een")]), VALUES)
        items = st.builds(Append, st.just(steps), st.lists(VALUES, min_size=1, max_size=2).map(tuple))
        other = st.builds(Put, st.just(steps), VALUES)
        ways: list[st.SearchStrategy[Any]] = [new] if there is None or isinstance(there, dict) else []
        ways += [items, other] if steps and (there is None or isinstance(there, list)) else [other] if steps else []
        one: Edit = draw(st.one_of(ways))
        if not any(one.steps[: len(two.steps)] == two.steps[: len(one.steps)] for two in edits):
            edits.append(one)
    return edits


def changed(data: Data, edits: list[Edit]) -> Data:
    """Return data after edits, made one by one."""
    whole: Any = copy.deepcopy(data)
    for one in edits:
        above = whole
        for here in one.steps[:-1]:
            if above[here] is None:
                above[here] = {}
            above = above[here]
        step = one.steps[-1]
        if isinstance(one, Put):
            above[step] = one.value
        else:
            above[step] = [*(above[step] or []), *one.values]
    return whole  # type: ignore[no-any-return]


def lines_of(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def untouched(text: str, edits: list[Edit]) -> list[str]:
    """Return the lines with no part of what an edit replaces, or of the brackets it puts something in."""
    lines = lines_of(text)
    root = yamlnodes.compose("\n".join(lines))
    gone: set[int] = set()
    for one in edits:
        node, start, count = root, 0, 0
        for step in one.steps:
            inner = yamlnodes.child(node, step)
            if inner is None or getattr(node, "flow_style", False):
                break
            start = (yamlnodes.key_node(node, step) or inner).start_mark.line
            column = node.start_mark.column if node else 0
            while isinstance(step, int) and lines[start][column : column + 1] != "-":
                start -= 1
            node, count = inner, count + 1
        is_replaced = isinstance(one, Put) and count == len(one.steps)
        if node is not None and (is_replaced or getattr(node, "flow_style", False) or not node.value):
            gone |= set(range(start, node.end_mark.line + 1))
    return [line for number, line in enumerate(lines) if number not in gone]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_outcome_is_that_of_the_edits_and_every_other_line_survives(data: st.DataObject) -> None:
    before = data.draw(handwritten())
    edits = data.draw(edits_of(data_in(before)))
    after = edit(before, edits)

    assert data_in(after) == changed(data_in(before), edits)
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    if "\r\n" in before:
        assert "\n" not in after.replace("\r\n", "")
    left = iter(lines_of(after))
    assert [line for line in untouched(before, edits) if line not in left] == []
