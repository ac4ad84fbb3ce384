"""The tab key: each shell gets the readers, themes, documents and ids that are there, and never a message."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import ENTRIES, PROFILE, make_workspace, write_files

ROOT = Path(__file__).parents[1]
MARKDOWN_ENTRY = "---\nid: als-pagina\nkind: tip\n---\n\n# Zo kan het ook\n\nSchrijf het op.\n"


def ask(folder: Path, **asked: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PITCHKIT_LANG": "en"} | asked
    command = [sys.executable, "-m", "pitchkit"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def offered(folder: Path, typed: str) -> list[str]:
    """Return what bash offers behind a line; what is wrong in the files is told nowhere."""
    answer = ask(folder, _PITCHKIT_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(typed.count(" ")))
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout.split()


def make(folder: Path) -> Path:
    groups = "groups: [{id: rouw, name: Verder na verlies}, {id: ruzie, name: Uit elkaar}]\n"
    made = make_workspace(
        folder,
        profile=PROFILE + groups,
        **{
            "templates/perceel/any.md.j2": "---\ntitle: X\naudiences: [gemeente]\noffers: [tender]\n---\n",
            "templates/_delen/slot.md.j2": "Slot.\n",
            "offers/groep-2027.yaml": "kind: tender\n",
        },
    )
    return write_files(made, {"arguments/entries/als-pagina.md": MARKDOWN_ENTRY})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("pitchkit wat", ["watch"], id="command"),
        pytest.param("pitchkit build --audience g", ["gemeente"], id="reader"),
        pytest.param("pitchkit build -a mun", ["municipality"], id="another word for a reader"),
        pytest.param("pitchkit watch -t ", ["kosten", "netwerk"], id="theme"),
        pytest.param("pitchkit build -g ", ["rouw", "ruzie"], id="group"),
        pytest.param("pitchkit build -f ", ["docx", "md"], id="format"),
        pytest.param("pitchkit build --position aan", ["aanbesteding"], id="position"),
        pytest.param("pitchkit list -s w", ["werkboek"], id="source"),
        pytest.param("pitchkit list --policy een", ["eenzaamheid"], id="policy"),
        pytest.param("pitchkit list -k ob", ["objection"], id="kind"),
        pytest.param("pitchkit show s", ["samen-leren"], id="entry"),
        pytest.param("pitchkit map --objection ", [], id="no entry that is no objection"),
        pytest.param("pitchkit map -t k", ["kosten"], id="theme of a map"),
        pytest.param("pitchkit map -f s", ["svg"], id="format of a map"),
        pytest.param("pitchkit coverage --by k", ["kind"], id="way of counting"),
        pytest.param("pitchkit show als", ["als-pagina"], id="entry on a page of its own"),
        pytest.param("pitchkit review sa", ["samen-leren"], id="entry to review"),
        pytest.param("pitchkit offer check g", ["groep-2027"], id="offer"),
        pytest.param("pitchkit explain theme-unk", ["theme-unknown"], id="code"),
        pytest.param("pitchkit completion z", ["zsh"], id="shell"),
        pytest.param("pitchkit check --format s", ["sarif"], id="format of a check"),
        pytest.param("pitchkit diff main --format m", ["md"], id="format of a difference"),
        pytest.param("pitchkit log x --format j", ["json"], id="format of a history"),
        pytest.param("pitchkit offer match x --format ta", ["table"], id="format of a match"),
        pytest.param("pitchkit new tip vraag-door --theme k", ["kosten"], id="theme behind an id"),
        pytest.param("pitchkit new tip vraag-door --file zz", [], id="file behind an id"),
        pytest.param("pitchkit build -a zz", [], id="nothing"),
    ],
)
def test_what_is_there_is_offered(tmp_path: Path, typed: str, words: list[str]) -> None:
    assert offered(make(tmp_path), typed) == words


def test_documents_are_offered_and_parts_and_offers_are_not(tmp_path: Path) -> None:
    found = offered(make(tmp_path), "pitchkit build -d ")

    assert {"pitch", "flyer"} <= set(found)
    assert not {"_delen", "perceel", "offerte"} & set(found)


def test_a_library_that_is_named_goes_before_the_one_that_is_near(tmp_path: Path) -> None:
    make(tmp_path)
    make_workspace(tmp_path / "ander", entries=ENTRIES.replace("samen-leren", "anders-leren"))

    assert offered(tmp_path, "pitchkit show --library ander/arguments ") == ["anders-leren"]


def test_a_library_on_top_of_ours_offers_both_and_not_what_is_off(tmp_path: Path) -> None:
    write_files(
        tmp_path / "arguments",
        {"library.yaml": "extends: pitchkit\nwithout: [tip-kernwaarden-verbinden]\n", "entries/eigen.yaml": ENTRIES},
    )
    found = offered(tmp_path, "pitchkit show ")

    assert "samen-leren" in found
    assert "tip-kennismaking-aanbieden" in found
    assert "tip-kernwaarden-verbinden" not in found


@pytest.mark.parametrize(
    "broken",
    [
        {"arguments/entries/alles.yaml": "- id: [\n"},
        {"arguments/entries/alles.yaml": "los\n"},
        {"arguments/entries/alles.yaml": b"\xff\xfe"},
        {"arguments/audiences.yaml": "- {id: [x]}\n- tekst\n", "arguments/entries/alles.yaml": ""},
        {"arguments/library.yaml": "- niet\n", "arguments/entries/alles.yaml": ""},
    ],
    ids=["half a list", "no list", "no text", "odd readers", "odd settings"],
)
def test_a_broken_library_offers_what_can_be_read_and_says_nothing(tmp_path: Path, broken: dict[str, str | bytes]) -> None:
    write_files(make(tmp_path), broken)

    assert offered(tmp_path, "pitchkit show ") == ["als-pagina"]
    assert offered(tmp_path, "pitchkit build -a zz") == []
    assert offered(tmp_path, "pitchkit build --templates nergens -d ") == []


def test_a_key_in_an_empty_folder_offers_what_is_shipped(tmp_path: Path) -> None:
    assert offered(tmp_path, "pitchkit build -a gem") == ["gemeente"]
    assert offered(tmp_path, "pitchkit build -g ") == []
    assert offered(tmp_path, "pitchkit offer build ") == []


@pytest.mark.parametrize(
    ("shell", "asked", "answer"),
    [
        pytest.param("bash", {"COMP_WORDS": "pitchkit build -g ro", "COMP_CWORD": "3"}, "rouw\n", id="bash"),
        pytest.param(
            "zsh",
            {"_TYPER_COMPLETE_ARGS": "pitchkit build -g ro"},
            """_arguments '*: :(("rouw":"Verder na verlies"))'\n""",
            id="zsh",
        ),
        pytest.param(
            "fish",
            {"_TYPER_COMPLETE_ARGS": "pitchkit build -g ro", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "rouw\tVerder na verlies\n",
            id="fish",
        ),
        pytest.param(
            "powershell",
            {"_TYPER_COMPLETE_ARGS": "pitchkit build -g ro", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "ro"},
            "rouw:::Verder na verlies\n",
            id="powershell",
        ),
    ],
)
def test_every_shell_is_answered_in_its_own_way(tmp_path: Path, shell: str, asked: dict[str, str], answer: str) -> None:
    assert ask(make(tmp_path), _PITCHKIT_COMPLETE=f"complete_{shell}", **asked).stdout == answer


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_lines_for_a_shell_go_to_standard_output_and_where_they_belong_beside_it(run: Run, shell: str) -> None:
    made = run("completion", shell)

    assert f"complete_{shell}" in made.stdout
    assert "pitchkit" in made.stdout
    assert f"pitchkit completion {shell} >" in made.stderr


def test_another_shell_is_refused(run: Run) -> None:
    assert run("completion", "csh", expect=2).stderr == (
        "completion: there is nothing here for a shell called “csh” [shell-unknown]\n"
        "  Choose one of: bash, zsh, fish, powershell.\n"
    )


def test_a_shell_never_gets_letters_that_mean_something_to_it(tmp_path: Path) -> None:
    odd = """\
- {id: raar, kind: tip, title: 'Zo''n "groep" \\" $(id) `id` ; [x] (d) a:b', text: x}
- {id: "r spatie", kind: tip, title: x, text: x}
- {id: "r$(id)", kind: tip, title: x, text: x}
"""
    write_files(make(tmp_path), {"arguments/entries/alles.yaml": odd})

    answer = ask(tmp_path, _PITCHKIT_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="pitchkit show r").stdout

    assert answer == """_arguments '*: :(("raar":"Zo’n groep id id x d a b"))'\n"""


SHELLS = {
    "bash": "source ./lines; COMP_WORDS=(pitchkit build -a g); COMP_CWORD=3; _pitchkit_completion pitchkit; echo ${COMPREPLY[*]}",
    "zsh": "source ./lines; _arguments() { echo $* }; words=(pitchkit build -a g); CURRENT=4; _pitchkit_completion",
    "fish": "source ./lines; complete -C 'pitchkit build -a g'",
}


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.skipif(sys.platform == "win32", reason="these shells are not there")
def test_a_shell_itself_completes_a_line(tmp_path: Path, run: Run, shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    folder = make(tmp_path)
    (folder / "lines").write_text(run("completion", shell).stdout, encoding="utf-8")
    (folder / "pitchkit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pitchkit "$@"\n', encoding="utf-8")
    (folder / "pitchkit").chmod(0o755)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder)}
    plainly = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    done = subprocess.run(
        [shell, *plainly, "-c", SHELLS[shell]], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )

    assert (done.stderr, "gemeente" in done.stdout) == ("", True)
