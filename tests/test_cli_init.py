"""`pitchkit init`: a folder that is sound from the start, in which an editor, git and CI do their part."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pitchkit import schemas
from tests import guides
from tests.conftest import Run
from tests.factories import write_files
from tests.repositories import commit, git, needs_git
from tests.test_schemas import Core

WRITTEN = """\
mijn/pitchkit.yaml
mijn/arguments/library.yaml
mijn/arguments/entries/eigen.yaml
mijn/.vscode/settings.json
mijn/.vscode/extensions.json
mijn/.pre-commit-config.yaml
mijn/.github/workflows/pitchkit.yml
mijn/.gitignore
mijn/.gitattributes
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

    shown = run("show", "wachtlijst-korter").stdout
    assert "Onze eigen tekst" in shown
    assert re.search(r"\nin the place of \S+argumenten-organisatie\.yaml:\d+:3\n", shown)
    assert "mogelijk-goedkoper" not in run("list").stdout
    assert "“mogelijk-goedkoper” is switched off in library.yaml" in run("show", "mogelijk-goedkoper", expect=2).stderr
    assert "in the place of" not in run("show", "extra-subsidie-mogelijk").stdout


def test_an_entry_of_ones_own_that_is_switched_off_is_told(run: Run, folder: Path) -> None:
    write_files(folder, {"arguments/entries/eigen.yaml": OWN})
    write_files(folder, {"arguments/library.yaml": "extends: pitchkit\nwithout: [wachtlijst-korter, mogelijk-goedkopr]\n"})

    told = run("check", expect=1).stderr

    assert "arguments/library.yaml:2:11: “wachtlijst-korter” is an entry of your own, at" in told
    assert "Did you mean “mogelijk-goedkoper”?" in told


def test_the_example_in_the_first_file_holds_once_its_signs_are_taken_away(run: Run, folder: Path) -> None:
    path = folder / "arguments/entries/eigen.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("# - id:")
    path.write_text(text[:start] + re.sub(r"^# ", "", text[start:], flags=re.MULTILINE), encoding="utf-8")

    assert "Nothing wrong:" in run("check").stderr
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


def test_what_other_commands_make_names_its_schema_as_well(run: Run, folder: Path) -> None:
    run("offer", "new", "wijk", "--kind", "grant")
    run("review", "wachtlijst-korter", "--stamp", "--by", "Fictief")

    for name in ("offers/wijk.yaml", "arguments/reviews.yaml"):
        text = (folder / name).read_text(encoding="utf-8")
        schema = (folder / name).parent / text.splitlines()[0].removeprefix(schemas.MARK)
        plain = yaml.load(text, Core)  # noqa: S506 - a safe loader by descent
        assert plain
        assert jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).is_valid(plain), name


def test_no_line_for_editors_leads_to_a_schema_that_is_not_there(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"pitchkit.yaml": ""})

    run("offer", "new", "wijk", "--kind", "grant")

    assert schemas.MARK not in (tmp_path / "offers/wijk.yaml").read_text(encoding="utf-8")


def test_the_editor_is_told_of_every_schema_and_of_no_other(folder: Path) -> None:
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))

    assert sorted(settings["yaml.schemas"]) == sorted(f"arguments/.schemas/{form}.json" for form in schemas.FORMS)
    assert all((folder / name).is_file() for name in settings["yaml.schemas"])
    assert json.loads((folder / ".vscode/extensions.json").read_text())["recommendations"] == ["redhat.vscode-yaml"]


def test_the_hook_runs_at_every_commit_also_one_that_only_takes_something_away(run: Run, folder: Path) -> None:
    (hook,) = load(folder / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    (published,) = load(guides.ROOT / ".pre-commit-hooks.yaml")

    for one in (hook, published):
        assert (one["id"], one["entry"]) == ("pitchkit-check", "pitchkit check")
        assert one["always_run"] is True
        assert one["pass_filenames"] is False
    program, *words = shlex.split(hook["entry"])
    assert program == "pitchkit"
    run(*words)
    write_files(folder, {"arguments/entries/eigen.yaml": OWN.replace("gemeente", "gemeenten")})
    run(*words, expect=1)


@pytest.mark.skipif(shutil.which("bash") is None, reason="GitHub runs its steps in bash")
@pytest.mark.parametrize(("where", "expect"), [("", 1), ("./pitchkit-1-py3-none-any.whl", 0)])
def test_ci_says_where_to_fill_in_what_it_cannot_know(folder: Path, where: str, expect: int) -> None:
    workflow = load(folder / ".github/workflows/pitchkit.yml")
    (step,) = [one["run"] for one in workflow["jobs"]["nakijken"]["steps"] if "pip install" in one.get("run", "")]
    assert workflow["jobs"]["nakijken"]["env"]["PITCHKIT"] == ""

    script = f'python() {{ echo "python $*"; }}\n{step}'
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        env={"PITCHKIT": where, "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == expect
    told = "::error file=.github/workflows/pitchkit.yml::Vul achter PITCHKIT in" if expect else f"pip install --quiet {where}"
    assert told in done.stdout


def test_who_begins_inside_a_repository_hears_where_git_looks(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    told = run("init", "mijn").stderr

    assert "mijn lies inside the git repository" in told
    assert "inside the git repository" not in run("init").stderr


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


@needs_git
def test_two_who_each_add_an_entry_get_no_conflict_in_what_pitchkit_makes_itself(run: Run, folder: Path) -> None:
    def add(name: str) -> None:
        words = ("--title", f"{name} is goed", "--text", "Dat helpt.", "--audience", "collegas", "--theme", "gesprek", "--yes")
        assert run("new", "tip", name, *words, "--file", f"arguments/entries/{name}.yaml").exit_code == 0
        commit(folder, name)

    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "Begin")
    git(folder, "checkout", "--quiet", "-b", "noor")
    add("tip-aaa")
    git(folder, "checkout", "--quiet", "main")
    add("tip-aab")

    git(folder, "merge", "--quiet", "-m", "Samen", "noor")

    assert git(folder, "status", "--porcelain") == ""
    assert "tip-aaa" in (folder / "arguments/.schemas/entry.json").read_text(encoding="utf-8")
    assert run("schema").exit_code == 0
    for path in (folder / "arguments/.schemas").glob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
