"""`pitchkit search`, `list` and `show` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import make_library, make_workspace, write_files

ENTRIES = """\
- {id: a, kind: tip, title: De wachtlijst korter, text: Dat kan., audiences: [gemeente], themes: [netwerk]}
- {id: b, kind: tip, title: Geduld, text: Een wachtlijst hoort erbij., audiences: [collegas], themes: [kosten]}
"""


def test_what_is_found_comes_in_lines_with_the_words_marked(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    result = run("search", "wachtlijsten")
    assert result.stdout == ("a\ttip\tDe **wachtlijst** korter\ttitle\nb\ttip\tGeduld\ttext: Een **wachtlijst** hoort erbij.\n")
    assert result.stderr == ""


def test_a_search_keeps_to_what_is_asked_for(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert run("search", "wachtlijst", "--audience", "colleagues").stdout.startswith("b\t")
    assert run("search", "wachtlijst", "--theme", "netwerk").stdout.startswith("a\t")
    assert run("search", "wachtlijst", "--source", "werkboek").stdout == ""


def test_a_typing_mistake_and_what_was_left_out_are_told_beside_the_result(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert run("search", "wachtlisjt", "--top", 1).stderr == (
        "“wachtlisjt” is not in the library; this is what was found for “wachtlijst”.\n1 of 2 entries; more with --top.\n"
    )


def test_a_search_without_result_suggests_words(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    result = run("search", "wachtrijst-en-meer", "geduldiger")
    assert "Nothing found for “geduldiger”. Did you mean one of: geduld?" in result.stderr
    assert run("search", "…").stderr == "There is no word here to search for.\n"


def test_a_search_as_data_says_where_everything_was_found(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    found = json.loads(run("search", "wachtlijsten", "--json").stdout)
    assert (found["count"], [one["id"] for one in found["entries"]]) == (2, ["a", "b"])
    assert found["entries"][1]["matches"] == [
        {"field": "text", "audience": None, "found": ["wachtlijst"], "excerpt": "Een **wachtlijst** hoort erbij."}
    ]


def test_an_unknown_reader_is_refused(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    assert run("search", "x", "--audience", "gement", expect=2).stderr == (
        "--audience: there is no audience “gement” [audience-unknown]\n  Did you mean “gemeente”?\n"
    )


def test_a_list_as_data_has_every_field_of_its_entries(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    (entry,) = json.loads(run("list", "--json", "--certainty", "aannemelijk").stdout)
    assert (entry["id"], entry["weight"], entry["line"]) == ("samen-leren", 50, 1)
    assert json.loads(run("list", "--json", "--kind", "tip").stdout) == []


def test_an_entry_as_data_is_one_object(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path)
    entry = json.loads(run("show", "samen-leren", "--json", "-a", "municipality").stdout)
    assert (entry["audience"], entry["sources"][0]["id"]) == ("gemeente", "werkboek")


def test_a_list_of_nothing_says_so(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES)
    result = run("list", "--kind", "step")
    assert (result.stdout, result.stderr) == ("", "Nothing found that fits all you ask for.\n")
    make_library(tmp_path, entries="")
    assert run("list").stderr == "This library has no entries yet.\n"
    assert run("list", "--json").stdout == "[]\n"


def test_one_looks_around_in_a_library_that_somebody_is_still_writing(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries=ENTRIES + "- {id: c, kind: argument, title: Half af, text: T.}\n")
    for command in (("list",), ("search", "half"), ("show", "c"), ("coverage",), ("map",)):
        assert "2 errors in the library: see pitchkit check.\n" in run(*command).stderr
    assert "c\targument\t\tHalf af\n" in run("list").stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("kapot.yaml", "- id: kapot\n\tkind: tip\n"),
        ("kapot.md", "\u2014\nkind: tip\n---\n# Kapot\n\nTekst.\n"),
        ("kapot.yaml", "- {id: kapot, kind: tip, title: Kapot, text: T., themes: [bestaat-niet]}\n"),
        ("kapot.yaml", "<<<<<<< HEAD\n- id: kapot\n=======\n>>>>>>> sam\n"),
    ],
    ids=["a tab", "a page", "a theme that there is not", "a conflict"],
)
def test_a_file_that_a_colleague_broke_keeps_nobody_from_finding_the_others(
    run: Run, tmp_path: Path, name: str, text: str
) -> None:
    asks = "- {id: duur, kind: objection, title: Samen is duur, text: T., audiences: [gemeente], answers: [a, kapot, nergens]}\n"
    make_library(tmp_path, entries=ENTRIES + asks)
    write_files(tmp_path, {f"arguments/entries/{name}": text})
    for command in (("list",), ("search", "samen"), ("show", "duur")):
        result = run(*command)
        assert "duur" in result.stdout
        assert f"What cannot be read is left out here. It is in: arguments/entries/{name}\n" in result.stderr
        assert "see pitchkit check.\n" in result.stderr
    assert "kapot" not in run("list").stdout
    for command in (("coverage",), ("map",)):
        assert f"arguments/entries/{name}:" in run(*command, expect=1).stderr


def test_data_for_a_program_is_the_same_each_time_and_keeps_every_letter(run: Run, tmp_path: Path) -> None:
    make_library(tmp_path, entries="- {id: a, kind: tip, title: Cliënt “é” 😀, text: De cliënt., audiences: [gemeente]}\n")
    for command in (("list",), ("search", "client"), ("show", "a"), ("coverage",)):
        first, again = run(*command, "--json").stdout, run(*command, "--json").stdout
        assert first == again
        assert json.loads(first)
        assert "\x1b" not in first
        assert command == ("coverage",) or "Cliënt “é” 😀" in first
