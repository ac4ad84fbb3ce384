"""The command line: each command, the exit codes, and results alone on standard output."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from pathlib import Path

import pytest

from pitchkit import __main__, __version__, checking, language, pipeline, project
from pitchkit.project import shipped
from tests.conftest import Run
from tests.factories import TODAY, WHAT_IS_USED, make_workspace, write_files

EXAMPLE = shipped("arguments").parent / "examples" / "voorbeeldstad"


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"pitchkit {__version__}\n"


@pytest.mark.parametrize("command", [(), ("build",), ("list",), ("show",), ("search",), ("check",), ("init",)], ids=" ".join)
def test_every_command_has_help(run: Run, command: tuple[str, ...]) -> None:
    shown = run(*command, "--help").stdout
    assert shown.startswith(f"Usage: {' '.join(('pitchkit', *command))} [OPTIONS]")
    assert "Show this help." in shown


def test_without_a_command_the_help_is_shown_as_a_mistake(run: Run) -> None:
    result = run(expect=2)
    assert result.stdout == ""
    assert result.stderr.startswith("Usage: pitchkit [OPTIONS] COMMAND")


# --- list and show -----------------------------------------------------------------------------------------------


def test_entries_are_listed_for_a_program_to_read(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    result = run("list")
    assert (result.stdout, result.stderr) == ("samen-leren\targument\tgemeente, collegas\tMensen leren van elkaar\n", "")


def test_entries_of_a_source_are_listed_with_their_places(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    assert run("list", "--source", "werkboek").stdout == "samen-leren\targument\tblz. 3\tMensen leren van elkaar\n"
    assert run("list", "--source", "studie").stdout == ""


def test_an_entry_is_shown_whole(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    assert run("show", "samen-leren", "--audience", "colleagues").stdout == (
        "samen-leren (argument)\narguments/entries/alles.yaml:1:3\n\n"
        "[collegas] Mensen leren van elkaar\n"
        "  Mensen leren van elkaar, want zij kennen elkaars vragen.\n"
        "  Short: Mensen leren van elkaar.\n\n"
        "readers: gemeente, collegas\nthemes: netwerk\ncertainty: aannemelijk\nweight: 50\n"
        "source: werkboek, blz. 3\n  A. Auteur, Werkboek, 2020.\n"
        "can stand in: aankondiging (collegas); naslag (gemeente, collegas); onepager (gemeente, collegas); "
        "pitch (gemeente, collegas)\n"
    )


# --- check and init ----------------------------------------------------------------------------------------------


def test_a_sound_workspace_says_so(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    result = run("check")
    templates = checking.check(project.find(tmp_path), TODAY).templates
    assert result.stdout == ""
    assert result.stderr == f"Nothing wrong: 1 entries, {templates} templates, profile: pitchkit.yaml.\n"


def test_a_wrong_workspace_gets_exit_code_1(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, profile="naam: x\n", **WHAT_IS_USED)
    result = run("check", expect=1)
    assert (result.stdout, result.stderr) == ("", "pitchkit.yaml:1:1: there is no field “naam” here [field-unknown]\n")


def test_a_new_folder_begins_with_a_profile_that_is_sound(run: Run) -> None:
    result = run("init", "--bare", "mijn")
    assert result.stdout == "mijn/pitchkit.yaml\n"
    assert result.stderr == "Fill in what you know in pitchkit.yaml, save it, and run there: pitchkit build --audience gemeente\n"
    assert "profile: mijn/pitchkit.yaml" in run("check", "--profile", "mijn/pitchkit.yaml").stderr


def test_a_profile_that_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"pitchkit.yaml": "van mij"})
    assert run("init", "--bare", expect=2).stderr == (
        "pitchkit.yaml: “pitchkit.yaml” is already there [folder-not-empty]\n"
        "  Choose an empty folder; nothing has been changed.\n"
    )
    assert (tmp_path / "pitchkit.yaml").read_text(encoding="utf-8") == "van mij"


def test_an_interruption_while_the_program_loads_ends_it_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(language, "choose", interrupt)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(atexit, "register", lambda _act: None)
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    monkeypatch.undo()
    assert ended.value.code == 130


# --- exit codes --------------------------------------------------------------------------------------------------


def test_a_fault_of_our_own_says_so_and_gets_exit_code_3(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(pipeline, "compose", fail)
    result = run("build", "--audience", "gemeente", expect=3)
    assert result.stdout == ""
    assert "RuntimeError: kapot\n" in result.stderr
    assert result.stderr.endswith(
        "This is a fault in pitchkit, not in your files. Please pass on the lines above. Nothing was written.\n"
    )
    assert not (tmp_path / "output").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a folder that a program is in")
@pytest.mark.parametrize("words", [("check",), ("list",), ("build", "--audience", "gemeente"), ("init",)], ids=" ".join)
def test_a_folder_that_was_deleted_under_a_command_is_no_fault_of_ours(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "weg").mkdir()
    os.chdir(tmp_path / "weg")
    (tmp_path / "weg").rmdir()
    assert run(*words, expect=2).stderr == (
        "pitchkit: the folder you are in is no longer there [folder-gone]\n  Go to another folder with cd, and try again there.\n"
    )


def test_an_interruption_gets_exit_code_130(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "compose", interrupt)
    result = run("build", "--audience", "gemeente", expect=130)
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == "Stopped; nothing was written."
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(
            ["biuld"],
            "pitchkit: there is no command “biuld” [command-unknown]\n  Did you mean “build”?\n",
            id="an unknown command",
        ),
        pytest.param(
            ["build", "--audiance", "gemeente"],
            "pitchkit build: there is no option --audiance [option-unknown]\n  Did you mean “--audience”?\n",
            id="an unknown option",
        ),
        pytest.param(
            ["list", "--xyz"], "pitchkit list: there is no option --xyz [option-unknown]\n", id="an option like none of them"
        ),
        pytest.param(
            ["show"], "pitchkit show: ID is missing [option-missing]\n  Ask for help with --help.\n", id="an argument too few"
        ),
        pytest.param(
            ["build", "--max-words", "veel"],
            "pitchkit build: --max-words should be a whole number, 1 or more [option-number]\n"
            "  Write digits only, such as 300.\n",
            id="a word for a number",
        ),
        pytest.param(
            ["build", "--max-words", "0"],
            "pitchkit build: --max-words should be a whole number, 1 or more [option-number]\n"
            "  Write digits only, such as 300.\n",
            id="a number that is too small",
        ),
        pytest.param(["show", "x"], "show: there is no entry “x” [entry-not-there]\n", id="an unknown entry"),
    ],
)
def test_a_command_line_that_is_wrong_gets_exit_code_2(run: Run, args: list[str], told: str) -> None:
    result = run(*args, expect=2)
    assert (result.stdout, result.stderr) == ("", told)


@pytest.mark.parametrize("args", [["build", "-a"], ["build", "-a", "gemeente", "over"], ["build", "--final=ja"], ["--onzin"]])
def test_any_other_mistake_on_the_command_line_has_a_place_a_code_and_a_hint(run: Run, args: list[str]) -> None:
    told = run(*args, expect=2).stderr.splitlines()
    assert told[0].startswith("pitchkit")
    assert told[0].endswith("]")
    assert "Error" not in "".join(told)


def test_a_library_that_is_not_there_is_named(run: Run) -> None:
    assert run("list", "--library", "mijn", expect=1).stderr == (
        "mijn: there is no library in this folder [library-missing]\n"
        "  Name a folder with audiences.yaml, themes.yaml and entries/.\n"
    )


@pytest.mark.parametrize("command", [["check"], ["build", "-a", "gemeente"]], ids=" ".join)
def test_templates_that_are_not_there_are_named(run: Run, command: list[str]) -> None:
    assert run(*command, "--templates", "mijn", expect=2).stderr == (
        "mijn: this folder is not there [template-folder-missing]\n  Name a folder with templates.\n"
    )


@pytest.mark.parametrize("command", [["check"], ["build", "-a", "gemeente"]], ids=" ".join)
def test_a_profile_that_is_not_there_is_named(run: Run, command: list[str]) -> None:
    assert run(*command, "--profile", "mijn.yaml", expect=1).stderr == (
        "mijn.yaml: this file is not there [file-missing]\n  Check the name and the folder.\n"
    )
