"""One pass over YAML: the data and the places that nodes have, and nothing of what is wrong or unusual."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitchkit import loading, remembering, yamlnodes, yamlreading, yamlsource
from pitchkit.diagnostics import ContentError, Location
from pitchkit.project import shipped
from pitchkit.yamlsource import Data, Step, YamlFile
from tests.factories import make_library

PIECES = (
    *("a", "b", "a: ", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", " ", "  ", "~", "''", '""', '"x"'),
    *("'y'", '"\\x07"', '"\\u00e9"', "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "! ", "!!str ", "|\n  ", ">-\n  ", "# c\n"),
    *("---\n", "...\n", "%YAML 1.1\n", "\t", "é", "<<: ", "@", "`", "null", "12:30"),
)
"""What files are made of, whole and broken."""


def steps_in(data: Data, above: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    yield above
    for step, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from steps_in(value, (*above, step))


def by_nodes(text: str) -> Data:
    """Return what a text says by the way that looks at every node."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamlnodes, "read", lambda _text: None)
        return yamlnodes.build(text, "f.yaml")


def assert_same_places(file: YamlFile) -> int:
    root = yamlnodes.compose(file.text)
    every = list(steps_in(file.data)) if file.data is not None else []
    for steps in every:
        node, key = root, None
        for step in steps:
            node, key = yamlnodes.child(node, step), yamlnodes.key_node(node, step)
        assert file.locate(steps) == yamlnodes.location(file.path, node)
        if steps:
            assert file.locate_key(steps) == yamlnodes.location(file.path, key or node)
    return len(every)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_what_is_read_at_once_is_what_the_nodes_say_and_the_rest_is_left_to_them(text: str) -> None:
    read = yamlreading.read(text)
    try:
        data = by_nodes(text)
    except ContentError:
        assert read is None
        return
    assert read is not None
    assert read.data == data
    assert_same_places(YamlFile("f.yaml", data, text, marks=read.marks))


def test_every_value_of_the_shipped_library_has_the_place_of_its_node() -> None:
    paths = sorted(shipped("arguments").rglob("*.yaml"))
    counts = [assert_same_places(yamlsource.parse(path.read_text(encoding="utf-8"), path.name)) for path in paths[:6]]
    assert sum(counts) > 1000


@pytest.mark.parametrize("is_known", [False, True])
def test_places_are_the_same_for_data_that_was_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_known: bool
) -> None:
    monkeypatch.setenv("PITCHKIT_CACHE", str(tmp_path))
    text = "- a: [x, {b: c}]\n  d: |\n    e\n- f: 'g'\n"
    if is_known:
        yamlsource.parse(text, "f.yaml")
        monkeypatch.setattr(remembering, "keep", pytest.fail)
    file = yamlsource.parse(text, "f.yaml")
    assert file.locate((0, "a", 1, "b")) == Location("f.yaml", 1, 14)
    assert file.locate_key((0, "a", 1, "b")) == Location("f.yaml", 1, 11)
    assert file.locate((1, "f")) == Location("f.yaml", 4, 6)
    assert file.locate((1, "nowhere", 3)) == Location("f.yaml", 4, 3)
    assert file.locate((7,)) == Location("f.yaml", 1, 1)


def test_a_place_in_an_empty_file_is_the_file() -> None:
    assert yamlsource.parse("# niets\n", "f.yaml").locate(("a",)) == Location("f.yaml")


@pytest.mark.parametrize("levels", [yamlreading.DEEPEST - 1, yamlreading.DEEPEST])
def test_a_file_may_be_as_deep_as_the_nodes_let_it(levels: int) -> None:
    text = "[" * levels + "x" + "]" * levels
    assert (yamlreading.read(text) is not None) == (levels < yamlreading.DEEPEST)


# --- what a large library costs ----------------------------------------------------------------------------------


def large_library(folder: Path, entries: int) -> Path:
    rest = "themes: [netwerk], audiences: [gemeente]"
    made = (f"- {{id: tip-{number}, kind: tip, title: Titel {number}, text: Tekst., {rest}}}\n" for number in range(entries))
    return make_library(folder, {"entries/veel.yaml": "".join(made)})


def calls_of(act: Callable[[], object]) -> int:
    count = 0

    def note(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Callable[[], object]]:
    """Return what makes a library of so many entries, and returns what loads it and places a field of every entry."""
    monkeypatch.setenv("PITCHKIT_CACHE", "")

    def make(entries: int) -> Callable[[], object]:
        folder = large_library(tmp_path / str(entries), entries)

        def act() -> object:
            library = loading.load(folder, shipped("arguments"), str)
            assert len(library.entries) > entries
            return library, [library.places[entry.id].locate("audiences", 0) for entry in library.entries]

        return act

    make(1)()  # builds the models
    return make


def test_the_work_grows_in_step_with_the_entries(load: Callable[[int], Callable[[], object]]) -> None:
    few, more, many = (calls_of(load(entries)) for entries in (100, 200, 400))
    assert many - more == pytest.approx(2 * (more - few), rel=0.02)


def test_the_memory_grows_in_step_with_the_entries(load: Callable[[int], Callable[[], object]]) -> None:
    peaks = []
    for act in (load(300), load(600), load(1200)):
        act()  # what is made only once, such as a compiled pattern, belongs to none of the sizes
        gc.collect()
        tracemalloc.start()
        kept = act()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        del kept
    few, more, many = peaks
    assert many - more == pytest.approx(2 * (more - few), rel=0.25)
