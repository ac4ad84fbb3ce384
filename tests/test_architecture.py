"""The house stands: imports go downward, each outside library has one door, and nothing is loaded before it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pitchkit
from tests.factories import make_workspace

HOUSE = Path(pitchkit.__file__).parent
FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "diagnostics",
        "document",
        "language",
        "suggesting",
        "typography",
        "remembering",
        "wording",
        "typesetting",
        "yamlletters",
        "plain_language",
    ),
    (
        "messages",
        "model",
        "claims",
        "privacy",
        "duplicates",
        "charting",
        "normal_form",
        "outline",
        "folders",
        "pictures",
        "output",
        "signs",
    ),
    ("drawing", "costs.inputs", "changes", "settings", "yamlreading", "parties", "project"),
    ("yamlfaults",),
    ("profile", "yamlnodes", "markdown_reader", "writers", "terminal"),
    ("yamlsource", "layout"),
    ("order", "library", "validation", "costs", "yamlwriting", "entrypages"),
    ("losses",),
    ("cost_charts", "profiles", "rules", "mapping", "selection", "offers", "tidying", "reviewing"),
    ("consents", "loading", "templating", "searching", "coverage", "schemas"),
    ("checking", "composition", "history", "authoring"),
    ("pipeline", "pagination", "browsing"),
    ("publishing",),
    ("offering", "watching"),
    ("cli",),
    ("__main__",),
)
"""From the ground up; rooms on one floor do not know each other. What a profile says of costs stands below the profile."""

DOORS: dict[str, tuple[str, ...]] = {
    "yaml": ("yamlnodes.py", "yamlreading.py", "yamlfaults.py"),
    "jinja2": ("templating/rendering.py", "templating/sandbox.py", "templating/parts.py", "templating/reading/"),
    "markupsafe": ("templating/values.py",),
    "docx": (),
    "lxml": ("writers/docx/housestyle/", "offers/reading/office.py", "offers/filling/"),
    "matplotlib": ("drawing.py",),
    "rich": ("terminal.py",),
    "markdown_it": ("markdown_reader/",),
    "mdit_py_plugins": ("markdown_reader/",),
    "babel": ("typography.py",),
    "typer": ("cli/",),
    "xlsxwriter": ("costs/sheet.py",),
    "highspy": ("offers/fitting/solving.py",),
    "click": (),
    "pydantic": (
        "model.py",
        "settings.py",
        "parties.py",
        "profile.py",
        "order.py",
        "validation.py",
        "costs/",
        "templating/values.py",
        "offers/",
    ),
    "pydantic_core": ("model.py", "validation.py", "costs/"),
    "pdfminer": ("layout/pages.py", "offers/reading/printed/"),
    "pdfplumber": ("offers/reading/printed/",),
    "hunspell": ("plain_language/dictionary.py",),
    "subprocess": ("layout/office.py", "history/git.py"),
    "rapidfuzz": ("searching/lookup.py", "duplicates.py"),
    "simplemma": ("offers/matching/words.py",),
}
FORBIDDEN = ("socket", "urllib", "http", "requests", "ssl", "random", "pickle", "ftplib", "webbrowser")


def at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    yield tree
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            yield from at_run_time(node)


def imports_in(path: Path) -> Iterator[str]:
    for node in at_run_time(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


MODULES = {path.relative_to(HOUSE).as_posix(): sorted(set(imports_in(path))) for path in sorted(HOUSE.rglob("*.py"))}


def room_of(path: str) -> str:
    if path.startswith("costs/inputs"):
        return "costs.inputs"
    return path.partition("/")[0].removesuffix(".py")


def test_the_house_is_read() -> None:
    assert len(MODULES) > 50
    assert "pitchkit.diagnostics.Diagnostic" in MODULES["terminal.py"]


def test_every_room_has_its_floor() -> None:
    rooms = {room_of(path) for path in MODULES if path != "__init__.py"}
    assert rooms == {room for floor in FLOORS for room in floor}


@pytest.mark.parametrize("path", MODULES)
def test_imports_go_downward_only(path: str) -> None:
    floor_of = {room: number for number, floor in enumerate(FLOORS) for room in floor}
    own = room_of(path)
    for name in MODULES[path]:
        package, *rest = name.split(".")
        room = room_of("/".join(rest) + ".py")
        if package != "pitchkit" or room in (own, "__version__"):
            continue
        assert floor_of[room] < floor_of[own], name


def test_the_writers_do_not_know_each_other() -> None:
    for path, names in MODULES.items():
        if path.startswith("writers/docx/"):
            assert not [name for name in names if name.startswith("pitchkit.writers.markdown")]
        elif path.startswith("writers/markdown"):
            assert not [name for name in names if name.startswith("pitchkit.writers.docx")]


@pytest.mark.parametrize(("library", "doors"), DOORS.items(), ids=DOORS)
def test_each_outside_library_has_its_doors(library: str, doors: tuple[str, ...]) -> None:
    found = [path for path, names in MODULES.items() if any(name.split(".")[0] == library for name in names)]
    assert [path for path in found if not path.startswith(doors or ("none",))] == []
    assert all(any(path.startswith(door) for path in found) for door in doors)


def test_every_library_that_comes_from_outside_is_on_the_list() -> None:
    outside = {name.split(".")[0] for names in MODULES.values() for name in names} - set(sys.stdlib_module_names) - {"pitchkit"}
    assert outside <= set(DOORS)


@pytest.mark.parametrize("name", FORBIDDEN)
def test_there_is_no_network_and_no_chance(name: str) -> None:
    assert [path for path, names in MODULES.items() if any(one.split(".")[0] == name for one in names)] == []


def test_no_module_grows_past_what_one_can_read() -> None:
    lengths = {path: (HOUSE / path).read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


# --- what is loaded ----------------------------------------------------------------------------------------------

WATCHED = (
    "babel",
    "docx",
    "jinja2",
    "lxml",
    "markdown_it",
    "matplotlib",
    "numpy",
    "pdfminer",
    "pydantic",
    "rich",
    "xlsxwriter",
    "yaml",
)
RUN = """
import sys
sys.argv = ["pitchkit", *sys.argv[1:]]
from pitchkit.__main__ import main
try:
    main()
finally:
    print("loaded:", *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "may_load"),
    [
        (["--help"], ()),
        (["--version"], ()),
        (["build", "--help"], ()),
        (["list"], ("pydantic", "yaml")),
        (["show", "samen-leren"], ("pydantic", "yaml")),
        (["check"], ("babel", "jinja2", "markdown_it", "pydantic", "yaml")),
        (["build", "-a", "gemeente", "-f", "md"], ("babel", "jinja2", "markdown_it", "pydantic", "yaml")),
        (["build", "-a", "gemeente", "-f", "docx"], ("babel", "jinja2", "markdown_it", "pydantic", "yaml")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_is_loaded_before_it_is_needed(tmp_path: Path, command: list[str], may_load: tuple[str, ...]) -> None:
    make_workspace(tmp_path)
    environment = os.environ | {"PITCHKIT_LANG": "nl", "PITCHKIT_CACHE": "", "PYTHONPATH": str(HOUSE.parent)}
    result = subprocess.run(
        [sys.executable, "-c", RUN, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    loaded = result.stderr.partition("loaded: ")[2].split()
    assert "pitchkit" in loaded
    assert [name for name in WATCHED if name in loaded and name not in may_load] == []


def test_the_end_of_a_run_is_not_spent_on_looking_for_rubbish(tmp_path: Path) -> None:
    program = "import atexit, gc, sys\nfrom pitchkit.__main__ import main\nsys.argv = ['pitchkit', '--version']\n"
    program += "atexit.register(lambda: print('kept', gc.get_freeze_count(), file=sys.stderr))\nmain()"
    environment = os.environ | {"PYTHONPATH": str(HOUSE.parent)}
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert int(result.stderr.split("kept ")[1]) > 0
