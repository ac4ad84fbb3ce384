"""`pitchkit init`: a folder that is sound from the start, in which an editor, git and CI do their part."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pitchkit import schemas
from tests import guides
from tests.conftest import Run
from tests.factories import write_files

WRITTEN = """\
mijn/pitchkit.yaml
mijn/arguments/library.yaml
mijn/arguments/entries/eigen.yaml
mijn/.vscode/settings.json
mijn/.vscode/extensions.json
mijn/.pre-commit-config.yaml
mijn/.github/workflows/pitchkit.yml
mijn/.gitignore
mijn/LEESMIJ.md
mijn/arguments/.schemas
"""
OWN = """\
- id: wachtlijst-korter
  kind: tip
  title: Onze eigen tekst
  text: Die komt ervoor in de plaats.
  audiences: [gemeente]
"""


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("init", "mijn").stdout == WRITTEN
    monkeypatch.chdir(tmp_path / "mijn")
    return tmp_path / "mijn"


def load(path: Path) -> Any:  # noqa: ANN401 - whatever the file says
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_new_folder_is_sound_and_builds(run: Run, folder: Path) -> None:
    assert "Nothing wrong:" in run("check").stderr
    assert run("build", "--audience", "gemeente", "--format", "md").stdout == "output/pitch-gemeente.md\n"
    assert (folder / "output/pitch-gemeente.md").is_file()


def test_an_entry_of_ones_own_takes_the_place_of_a_shipped_one_and_another_is_switched_off(run: Run, folder: Path) -> None:
    write_files(folder, {"arguments/entries/eigen.yaml": OWN})
    settings = folder / "arguments/library.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("without: []", "without: [mogelijk-goedkoper]"))

    assert "Onze eigen tekst" in run("show", "wachtlijst-korter").stdout
    assert "mogelijk-goedkoper" not in run("list").stdout


def test_the_example_in_the_first_file_holds_once_its_signs_are_taken_away(run: Run, folder: Path) -> None:
    path = folder / "arguments/entries/eigen.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("# - id:")
    path.write_text(text[:start] + re.sub(r"^# ", "", text[start:], flags=re.MULTILINE), encoding="utf-8")

    assert "Nothing wrong: 341 entries" in run("check").stderr or "Nothing wrong:" in run("check").stderr
    assert "wijkgroep" in run("show", "buren-leren-elkaar-kennen").stdout


def test_what_is_there_stays_and_is_told(run: Run, folder: Path) -> None:
    (folder / "pitchkit.yaml").write_text("organisation: {name: Van mij}\n", encoding="utf-8")
    (folder / "LEESMIJ.md").unlink()

    again = run("init")

    assert again.stdout == "LEESMIJ.md\n"
    assert "pitchkit.yaml was there already and has been left alone.\n" in again.stderr
    assert (folder / "pitchkit.yaml").read_text(encoding="utf-8") == "organisation: {name: Van mij}\n"


def test_a_library_that_is_there_gets_no_entries_of_ours(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"arguments/library.yaml": "extends: pitchkit\n", "arguments/entries/a.yaml": OWN})

    done = run("init")

    assert "arguments was there already" in done.stderr
    assert sorted(path.name for path in (tmp_path / "arguments/entries").iterdir()) == ["a.yaml"]
    assert (tmp_path / "arguments/.schemas/entry.json").is_file()


@pytest.mark.parametrize("name", ["pitchkit.yaml", "arguments/library.yaml", "arguments/entries/eigen.yaml"])
def test_every_new_file_names_a_schema_that_is_there_and_takes_it(folder: Path, name: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    first = text.splitlines()[0]
    schema = (folder / name).parent / first.removeprefix(schemas.MARK)

    assert first.startswith(schemas.MARK)
    jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(yaml.safe_load(text))


def test_the_editor_is_told_of_every_schema_and_of_no_other(folder: Path) -> None:
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert sorted(settings["yaml.schemas"]) == sorted(f"arguments/.schemas/{form}.json" for form in schemas.FORMS)
    assert all((folder / name).is_file() for name in settings["yaml.schemas"])
    assert json.loads((folder / ".vscode/extensions.json").read_text())["recommendations"] == ["redhat.vscode-yaml"]


def test_the_hook_runs_when_a_file_of_ours_changes_and_not_else(run: Run, folder: Path) -> None:
    (hook,) = load(folder / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    (published,) = load(guides.ROOT / ".pre-commit-hooks.yaml")

    assert hook["id"] == published["id"] == "pitchkit-check"
    assert hook["entry"] == published["entry"]
    for name in ("arguments/entries/eigen.yaml", "pitchkit.yaml", "templates/memo/any.md.j2", "offers/een.yaml"):
        assert re.search(hook["files"], name)
        assert re.search(published["files"], name)
    assert not re.search(hook["files"], "LEESMIJ.md")
    program, *words = shlex.split(hook["entry"])
    assert program == "pitchkit"
    run(*words)
    write_files(folder, {"arguments/entries/eigen.yaml": OWN.replace("gemeente", "gemeenten")})
    run(*words, expect=1)


def test_what_ci_runs_runs_here(run: Run, folder: Path) -> None:
    steps = load(folder / ".github/workflows/pitchkit.yml")["jobs"]["nakijken"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("pitchkit ")]

    assert len(commands) == 2
    for command in commands:
        run(*shlex.split(command)[1:])
    assert (folder / "output/pitch-gemeente.docx").is_file()


def test_the_documents_are_not_for_git(folder: Path) -> None:
    assert "output/" in (folder / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_commands_in_the_readme_of_the_folder_run(run: Run, folder: Path) -> None:
    text = (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    commands = text.partition("```sh\n")[2].partition("```")[0].splitlines()

    assert len(commands) == 5
    for command in commands:
        run(*shlex.split(command)[1:])


def test_a_file_where_the_folder_should_be_is_told(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"mijn": "x"})

    assert "cannot be written" in run("init", "mijn", expect=1).stderr
