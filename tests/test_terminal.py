"""What the user sees: a problem on a line of its own with what to do below it; tables for people and for programs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from pitchkit import language, terminal
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem, warning
from pitchkit.messages import TEXTS

AT = Location("a.yaml", 3, 5)


@pytest.mark.parametrize(
    ("diagnostic", "told"),
    [
        pytest.param(
            problem(AT, "theme-unknown", word="netwrek", suggestion="netwerk"),
            "a.yaml:3:5: there is no theme “netwrek” [theme-unknown]\n  Did you mean “netwerk”?",
            id="with a suggestion",
        ),
        pytest.param(
            problem(AT, "theme-unknown", word="x", suggestion="", choices="kosten, netwerk"),
            "a.yaml:3:5: there is no theme “x” [theme-unknown]\n  Choose one of: kosten, netwerk.",
            id="without a suggestion the hint tells what there is",
        ),
        pytest.param(
            problem(AT, "kind-unknown", word="x", suggestion="", choices="step, tip"),
            "a.yaml:3:5: there is no kind “x”: step, tip [kind-unknown]",
            id="what there is is told once",
        ),
        pytest.param(
            problem(AT, "theme-unknown", word="x", suggestion=""),
            "a.yaml:3:5: there is no theme “x” [theme-unknown]",
            id="without a suggestion the hint is left out",
        ),
        pytest.param(
            problem(Location("--date"), "date-wrong", word="{morgen} %s"),
            "--date: “{morgen} %s” is not a date [date-wrong]\n  Write it as year-month-day: 2027-01-15.",
            id="words with signs of a format",
        ),
        pytest.param(
            warning(AT, "file-missing"),
            "a.yaml:3:5: this file is not there [file-missing]\n  Check the name and the folder.",
            id="a warning",
        ),
    ],
)
def test_a_problem_has_its_place_its_code_and_what_to_do(diagnostic: Diagnostic, told: str) -> None:
    assert terminal.describe(diagnostic) == told


def test_problems_go_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.result("output/pitch.docx")
    terminal.show_problems([problem(AT, "file-missing")])
    shown = capsys.readouterr()
    assert shown.out == "output/pitch.docx\n"
    assert shown.err == "a.yaml:3:5: this file is not there [file-missing]\n  Check the name and the folder.\n"


def test_problems_are_told_once_and_from_top_to_bottom() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1), ("a", 2, 1)]
    found = ContentError(problem(Location(*place), "file-missing") for place in places)
    assert [str(one.location) for one in found.diagnostics] == ["a:2:1", "a:2:9", "a:10:1", "b:1:1"]
    assert str(found).startswith("a:2:1: [file-missing]; ")


def words_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


ONLY_IN_HINTS = {
    *("suggestion", "suggestions", "choices", "field", "audience", "key", "value"),
    *("instead", "explanation", "setting", "folder", "suffix", "ending", "example", "begin"),
}
"""What a hint may name that its message does not: what to do instead, where, with what."""


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_every_text_is_one_sentence_with_what_to_do(code: str) -> None:
    message, hint = TEXTS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    assert message
    assert not message.endswith(".")
    assert "\n" not in message + hint
    assert not hint or hint.endswith((".", "?"))
    assert words_in(hint) <= words_in(message) | ONLY_IN_HINTS


def test_a_table_for_a_program_has_tabs(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_table(["naam", "soort"], [("een", "tip"), ("[bold]twee", "stap")])
    assert capsys.readouterr().out == "een\ttip\n[bold]twee\tstap\n"


def test_a_table_may_go_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_table(["naam"], [("een",)], beside=True)
    assert capsys.readouterr() == ("", "een\n")


@pytest.mark.parametrize(
    ("is_terminal", "environment", "coloured"),
    [
        pytest.param(True, {}, True, id="a terminal"),
        pytest.param(False, {}, False, id="a file"),
        pytest.param(True, {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(True, {"NO_COLOR": ""}, True, id="an empty NO_COLOR says nothing"),
        pytest.param(True, {"TERM": "dumb"}, False, id="a terminal without colours"),
        pytest.param(False, {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
        pytest.param(True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
    ],
)
def test_colours_are_for_who_wants_them(
    monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ({"TERM": "xterm"} | environment).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    assert terminal.has_colours() is coloured


@pytest.mark.parametrize("marks", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_a_table_without_colours_has_no_codes_for_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, marks: dict[str, str]
) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in marks.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    terminal.show_table(["naam"], [("een",)])
    assert "\x1b[3" not in capsys.readouterr().out


def counted(things: list[str], *, shown: bool = True) -> list[str]:
    with terminal.progress("Bezig", shown=shown) as count:
        return list(count(things))


@pytest.mark.parametrize("is_terminal", [True, False])
def test_progress_counts_on_a_terminal_and_leaves_no_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)
    assert counted(["a", "b"]) == ["a", "b"]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert ("Bezig" in shown.err) is is_terminal
    assert ("2/2" in shown.err) is is_terminal
    assert not is_terminal or shown.err.endswith("\x1b[1A\x1b[2K")


def test_short_work_and_plain_terminals_see_no_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert counted(["a"], shown=False) == ["a"]
    monkeypatch.setenv("TERM", "dumb")
    assert counted(["a"]) == ["a"]
    assert capsys.readouterr() == ("", "")


def test_who_stops_long_work_keeps_a_clean_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt), terminal.progress("Bezig"):
        raise KeyboardInterrupt
    assert capsys.readouterr().err.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


def test_a_table_for_people_has_lines_and_shows_every_sign(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    terminal.show_table(["naam", "soort"], [("[bold]een", "tip")])
    shown = capsys.readouterr().out
    assert "naam" in shown
    assert "[bold]een" in shown


@pytest.mark.parametrize("command", [("list",), ("list", "--json"), ("explain", "yaml-colon"), ("--help",)])
def test_who_reads_may_stop_reading(tmp_path: Path, command: tuple[str, ...]) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "pitchkit", *command],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert (process.wait(), said) == (0, b"")


ROWS = [("een-hele-lange-id-die-je-overneemt", "tip", "Een zin die langer is dan wat er op zo’n regel past, en dan nog een")]


def shown_in(room: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(room))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    terminal.show_table(["naam", "soort", "titel"], ROWS)
    return [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("room", [20, 40, 60, 80, 120, 200])
def test_a_table_never_cuts_what_one_copies(
    room: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = shown_in(room, capsys, monkeypatch)
    assert any(ROWS[0][0] in line for line in lines)
    assert "…" not in "".join(lines)
    assert all(len(line) <= max(room, len(ROWS[0][0])) for line in lines)


def test_a_table_that_does_not_fit_becomes_lines_below_each_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown_in(50, capsys, monkeypatch) == [
        "een-hele-lange-id-die-je-overneemt",
        "  soort: tip",
        "  titel: Een zin die langer is dan wat er op zo’n",
        "  regel past, en dan nog een",
    ]


def test_a_row_for_a_program_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.show_table(["naam", "titel"], [("een", "Twee\nregels\tmet tab")])
    assert capsys.readouterr().out == "een\tTwee regels met tab\n"


def test_a_line_is_cut_between_words_on_a_terminal_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    line = "  een-id-dat-langer-is-dan-de-regel en nog wat woorden"
    assert terminal.wrap(line) == line
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert terminal.wrap(line).split("\n") == ["  een-id-dat-langer-is-dan-de-regel", "  en nog wat woorden"]
    assert terminal.wrap("") == ""


def test_a_problem_with_an_argument_names_it_as_the_help_does() -> None:
    language.choose({"PITCHKIT_LANG": "nl"})

    assert terminal.describe(problem(Location("KIND"), "kind-unknown", word="x", choices="tip")).startswith("SOORT: ")
    assert terminal.describe(problem(Location("README", 1, 1), "field-empty", field="x")).startswith("README:1:1: ")


def test_an_amount_in_a_message_has_the_decimal_sign_of_its_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    told = problem(Location("offers/wijk.yaml", 6, 10), "budget-not-covered", costs="100.00", cover="99.99", difference="-0.01")
    assert "99.99 euro: a difference of -0.01" in terminal.words(told)[0]
    monkeypatch.setattr("pitchkit.language.current", lambda: "nl")
    assert "99,99 euro: a difference of -0,01" in terminal.words(told)[0]
