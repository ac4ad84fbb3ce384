"""The README does what it says: its commands run, its folders are there, its links lead somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests import guides
from tests.conftest import Run

SET_UP = "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/pitchkit build --audience gemeente"
TESTS = ".venv/bin/pip install --quiet '.[test]' && .venv/bin/python -m pytest"
ACTIVATE = ". .venv/bin/activate"


def test_the_first_two_blocks_are_the_set_up_and_the_tests_each_on_one_line() -> None:
    first, second, *_ = guides.blocks("README.md", "sh")

    assert (first, second) == (f"{SET_UP}\n", f"{TESTS}\n")


def test_the_windows_lines_are_the_set_up_in_the_words_of_windows() -> None:
    windows = SET_UP.replace("python3", "py").replace(".venv/bin/", ".venv\\Scripts\\")

    assert guides.lines("README.md", "powershell") == windows.split(" && ")


def test_every_other_command_runs_in_the_order_of_the_readme(tmp_path: Path) -> None:
    root = guides.copy_project(tmp_path)
    reader = guides.Reader(root, "en")
    (template,) = guides.blocks("README.md", "jinja")
    for line in guides.lines("README.md", "sh"):
        if line in (SET_UP, TESTS, ACTIVATE):
            continue
        if "--style huisstijl.docx" in line:
            shutil.copy(reader.folder / "output/pitch-gemeente.docx", reader.folder / "huisstijl.docx")
        if "--document memo" in line:
            memo = reader.folder / "templates/memo/gemeente.md.j2"
            memo.parent.mkdir(parents=True)
            memo.write_text(template, encoding="utf-8")
        reader.type(line)

    assert len(reader.typed) > 12
    assert (root / "examples/voorbeeldstad/output/flyer-clienten-grip-op-geld.docx").is_file()
    assert (root / "mijn-voorstel/output/pitch-gemeente.docx").is_file()
    assert (root / "mijn-voorstel/output/memo-gemeente.docx").is_file()


def test_show_tells_on_its_second_line_where_an_entry_stands(tmp_path: Path) -> None:
    said = guides.Reader(guides.copy_project(tmp_path), "en").type("pitchkit show wachtlijst-korter")

    assert said.splitlines()[1].startswith("arguments/entries/")


def test_every_file_and_folder_of_the_layout_is_there() -> None:
    (layout,) = guides.blocks("README.md", "text")
    named = [line.split()[0] for line in layout.splitlines()]

    assert len(named) > 10
    assert [
        name for name in named if not (guides.ROOT / name).exists() or (guides.ROOT / name).is_dir() != name.endswith("/")
    ] == []


def test_every_link_leads_somewhere_and_the_picture_is_light() -> None:
    assert guides.broken_links("README.md") == []
    assert guides.broken_links("CONTRIBUTING.md") == []
    assert 10_000 < (guides.ROOT / "docs/beeld/pitch-gemeente.png").stat().st_size < 300_000


def test_every_reader_and_document_that_the_readme_names_is_there() -> None:
    text = guides.read("README.md")
    readers = ["gemeente", "manager", "collegas", "netwerkpartners", "clienten"]
    documents = sorted(path.name for path in (guides.ROOT / "templates").iterdir() if not path.name.startswith("_"))

    assert len(documents) > 5
    assert [word for word in [*readers, *documents] if f"`{word}`" not in text] == []


def test_the_plan_of_the_house_names_every_module_and_no_other() -> None:
    _, _, table = guides.read("CONTRIBUTING.md").partition("| Module |")
    cells = [line.split("|")[1] for line in table.partition("\n\n")[0].splitlines()[2:]]
    named = [name for cell in cells for name in re.findall(r"`([\w/]+)`", cell)]

    house = [*(guides.ROOT / "pitchkit").glob("*.py"), *(one.parent for one in (guides.ROOT / "pitchkit").glob("*/__init__.py"))]
    there = {one.stem for one in house if not one.stem.startswith("__")} | {"locales", "starter"}

    assert len(named) > 20
    assert sorted(name.rstrip("/") for name in named) == sorted(there)


def test_every_command_has_its_place_in_a_guide_that_the_readme_names(run: Run) -> None:
    _, _, table = guides.read("README.md").partition("| What you want |")
    table = table.partition("\n\n")[0]
    commands = re.findall(r"^  (\w+)", run("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    named = {name: (guides.ROOT / "docs" / name).read_text(encoding="utf-8") for name in re.findall(r"docs/([\w-]+\.md)", table)}

    assert len(commands) > 15
    assert [name for name in commands if f"`{name}`" not in table] == []
    assert [name for name in commands if not any(f"pitchkit {name}" in text for text in named.values())] == []
    assert sorted(named) == sorted(path.name for path in (guides.ROOT / "docs").glob("*.md"))


def test_every_link_to_a_heading_finds_that_heading() -> None:
    for name in ("README.md", *(f"docs/{path.name}" for path in (guides.ROOT / "docs").glob("*.md"))):
        for file, heading in re.findall(r"\]\(([\w/.-]*)#([\w-]+)\)", guides.read(name)):
            path = (guides.ROOT / name).parent / file if file else guides.ROOT / name
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = [re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings]
            assert heading in anchors, f"{name}: {file}#{heading}"
