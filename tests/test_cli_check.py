"""`pitchkit check` as it is typed: what it says to people and to programs, what it mends, and how it ends."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from pitchkit import checking
from tests.conftest import Run
from tests.factories import ENTRIES, LIBRARY, WHAT_IS_USED, make_workspace, needs_rights, write_files

UNTIDY = ENTRIES.replace("title: Mensen leren van elkaar", "title: Mensen leren...  # kort")
TIDY = UNTIDY.replace("leren...", "leren…")
WARNING = (
    "arguments/entries/alles.yaml:3:22: three dots are one sign: leren... should be leren… [typography-ellipsis]\n"
    "  pitchkit check --fix does it for you.\n"
)
WRONG = WHAT_IS_USED | {"pitchkit.yaml": "naam: x\n"}


def counted(line: str) -> str:
    """Return a summary without the numbers of entries and templates."""
    return line.rpartition(": ")[0].partition(": ")[0]


def test_warnings_are_told_and_the_run_ends_well(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    result = run("check")
    assert result.stdout == ""
    assert result.stderr.startswith(WARNING)
    assert counted(result.stderr.removeprefix(WARNING)) == "No errors, 1 warning"


def test_strict_lets_warnings_count(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    assert run("check", "--strict", expect=1).stderr == WARNING


def test_silenced_warnings_are_counted(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY + "  silence: [{code: typography-ellipsis, reason: R}]\n", **WHAT_IS_USED)
    first, second = run("check", "--strict").stderr.splitlines()
    assert first == "1 warning is silenced, with a reason."
    assert counted(second) == "Nothing wrong"


# --- for programs ------------------------------------------------------------------------------------------------


def test_json_says_all_that_the_text_says(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    said = json.loads(run("check", "--format", "json").stdout)
    assert (said["entries"], said["profile"], said["silenced"]) == (1, "pitchkit.yaml", 0)
    assert said["findings"] == [
        {
            "path": "arguments/entries/alles.yaml",
            "line": 3,
            "column": 22,
            "severity": "warning",
            "code": "typography-ellipsis",
            "message": "three dots are one sign: leren... should be leren…",
            "hint": "pitchkit check --fix does it for you.",
        }
    ]


def test_json_of_a_sound_workspace_has_no_findings(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    result = run("check", "--format", "json")
    assert json.loads(result.stdout)["findings"] == []
    assert result.stderr == ""


def test_github_gets_a_line_for_each_finding(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WRONG)
    assert run("check", "--format", "github", expect=1).stdout == (
        "::warning file=arguments/entries/alles.yaml,line=3,col=22,title=typography-ellipsis::three dots are one sign: leren..."
        " should be leren…. pitchkit check --fix does it for you.\n"
        "::error file=pitchkit.yaml,line=1,col=1,title=field-unknown::there is no field “naam” here\n"
    )


def test_no_sign_in_a_finding_ends_what_github_reads(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    write_files(tmp_path, {"arguments/entries/a,b:100%.yaml": '- {id: b, kind: "100%\\n", title: T, text: T}\n'})
    (line,) = run("check", "--format", "github", expect=1).stdout.splitlines()
    assert line.startswith(
        "::error file=arguments/entries/a%2Cb%3A100%25.yaml,line=1,col=17,title=field-choice::“100%25%0A” is not"
    )


def test_sarif_holds_each_finding_and_the_rule_behind_it(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WRONG)
    write_files(tmp_path, {"arguments/entries/b é.yaml": "- [x\n"})
    log: dict[str, Any] = json.loads(run("check", "--format", "sarif", expect=1).stdout)
    assert log["version"] == "2.1.0"
    (run_of_log,) = log["runs"]
    rules = run_of_log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["field-unknown", "typography-ellipsis", "yaml-bracket"]
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "error"]
    places = []
    for result in run_of_log["results"]:
        (place,) = (one["physicalLocation"] for one in result["locations"])
        places.append((result["ruleId"], place["artifactLocation"]["uri"], place["region"]["startLine"]))
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
    assert places == [
        ("typography-ellipsis", "arguments/entries/alles.yaml", 3),
        ("yaml-bracket", "arguments/entries/b%20%C3%A9.yaml", 1),
        ("field-unknown", "pitchkit.yaml", 1),
    ]


def test_code_scanning_gets_a_line_for_what_is_about_a_whole_file(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    log = json.loads(run("check", "--format", "sarif", "--profile", "weg.yaml", expect=1).stdout)
    (result,) = log["runs"][0]["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "weg.yaml"}, "region": {"startLine": 1, "startColumn": 1}}}
    ]


def test_a_finding_is_known_by_the_same_mark_when_lines_are_put_in_above_it(run: Run, tmp_path: Path) -> None:
    def marks(entries: str) -> list[str]:
        make_workspace(tmp_path, entries=entries, **WHAT_IS_USED)
        log = json.loads(run("check", "--format", "sarif").stdout)
        return [one["partialFingerprints"]["pitchkit/v1"] for one in log["runs"][0]["results"]]

    untidy = ENTRIES.replace("elkaars vragen", "elkaars vragen.. a..., b").replace("Mensen leren van elkaar.", "Ja a..., b.")
    before = marks(untidy)
    assert len(before) == len(set(before)) == 2
    assert marks(f"# Een regel erbij.\n\n{untidy}") == before


def test_a_rule_shows_its_example_as_it_is_typed(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES.replace("elkaars", "<b>elkaars</b>"), **WHAT_IS_USED)
    log = json.loads(run("check", "--format", "sarif", expect=1).stdout)
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert "a \\< that should show" in rule["help"]["markdown"]
    assert "```yaml\ntext: Dit is <b>belangrijk</b>.\n```" in rule["help"]["markdown"]


@pytest.mark.parametrize(("form", "said"), [("github", "file=werk/pitchkit.yaml,"), ("sarif", '"uri": "werk/pitchkit.yaml"')])
def test_github_gets_paths_from_the_root_of_the_repository(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, said: str
) -> None:
    make_workspace(tmp_path / "werk", **WRONG)
    monkeypatch.chdir(tmp_path / "werk")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert said in run("check", "--format", form, expect=1).stdout


def test_an_unknown_format_is_told_with_the_choices(run: Run) -> None:
    assert run("check", "--format", "xml", expect=2).stderr == (
        "--format: there is no format “xml” [format-unknown]\n  Choose one of: text, json, sarif, github.\n"
    )


# --- mending -----------------------------------------------------------------------------------------------------


def test_fix_mends_what_it_can_says_so_and_checks_the_rest(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    write_files(tmp_path, {"arguments/library.yaml": f"\ufeff{LIBRARY}"})
    before = (tmp_path / "arguments/library.yaml").read_bytes()
    mended, rest = run("check", "--fix").stderr.splitlines()
    assert mended == "arguments/entries/alles.yaml: mended 1 × typography-ellipsis"
    assert counted(rest) == "Nothing wrong"
    assert (tmp_path / "arguments/entries/alles.yaml").read_text(encoding="utf-8") == TIDY
    assert (tmp_path / "arguments/library.yaml").read_bytes() == before
    assert counted(run("check", "--fix").stderr) == "Nothing wrong"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of files that are no text")
def test_a_file_name_that_is_no_text_reaches_a_program_byte_for_byte(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    Path(os.fsdecode(os.fsencode(tmp_path / "arguments/entries") + b"/\xff.yaml")).write_text("- [", encoding="utf-8")
    found = json.loads(run("check", "--format", "sarif", expect=1).stdout)["runs"][0]["results"]
    uris = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in found}
    assert "arguments/entries/%FF.yaml" in uris


def test_an_interrupted_check_says_that_what_was_mended_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    monkeypatch.setattr(checking, "check", interrupt)
    told = run("check", "--fix", expect=130).stderr.splitlines()
    assert told == [
        "arguments/entries/alles.yaml: mended 1 × typography-ellipsis",
        "Stopped before everything was checked. What was mended stays mended.",
    ]
    assert run("check", "--fix", expect=130).stderr == "Stopped; nothing was written.\n"


def test_fix_leaves_what_it_cannot_read_to_the_check(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    write_files(tmp_path, {"arguments/entries/b.yaml": "- [ ' \n", "arguments/entries/c.yaml": b"\xff\xfe-\x00"})
    run("check", "--fix", expect=1)
    assert (tmp_path / "arguments/entries/b.yaml").read_bytes() == b"- [ ' \n"


@needs_rights
@pytest.mark.parametrize("locked", ["arguments/entries/alles.yaml", "arguments/entries"], ids=["file", "folder"])
def test_fix_changes_nothing_where_something_is_read_only(run: Run, tmp_path: Path, locked: str) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    write_files(tmp_path, {"arguments/audiences.yaml": WHAT_IS_USED["arguments/audiences.yaml"].replace("’", "'")})
    before = (tmp_path / "arguments/audiences.yaml").read_bytes()
    (tmp_path / locked).chmod(0o555)
    told = run("check", "--fix", expect=1).stderr
    (tmp_path / locked).chmod(0o755)
    assert told.startswith("arguments/entries/alles.yaml: you may not change this file, so nothing was mended [fix-no-rights]\n")
    assert (tmp_path / "arguments/audiences.yaml").read_bytes() == before


def test_fix_leaves_a_file_to_whom_it_belonged(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    path = tmp_path / "arguments/entries/alles.yaml"
    path.chmod(0o664)
    run("check", "--fix")
    assert path.stat().st_mode & 0o777 == 0o664


def test_fix_mends_a_page_and_keeps_its_line_ends(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    page = "---\r\nkind: tip\r\naudiences: [gemeente]\r\n---\r\n# Zo%sn dag\r\n\r\nLees https://a.nl/o'k en {{ figures.o }}%s\r\n"
    path = tmp_path / "arguments/entries/dag.md"
    path.write_bytes(b"\xef\xbb\xbf" + (page % ("'", "...")).encode())
    run("check", "--fix")
    assert path.read_bytes() == b"\xef\xbb\xbf" + (page % ("’", "…")).encode()


def test_fix_mends_nothing_outside_the_library(run: Run, tmp_path: Path) -> None:
    make_workspace(tmp_path, **WHAT_IS_USED)
    write_files(tmp_path, {"elders.yaml": "- {id: b, kind: tip, title: En dan..., text: T}\n"})
    (tmp_path / "arguments/entries/link.yaml").symlink_to(tmp_path / "elders.yaml")
    run("check", "--fix", expect=1)
    assert "..." in (tmp_path / "elders.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", [(), ("--library", Path(__file__).parent.parent / "arguments")], ids=["found", "named"])
def test_what_came_with_pitchkit_is_not_mended(run: Run, options: tuple[object, ...]) -> None:
    assert run("check", "--fix", *options, expect=2).stderr == (
        "--fix: this library came with pitchkit, and is not yours to mend [fix-came-along]\n"
        "  Work in a folder with a library of your own, or name one with --library.\n"
    )


# --- speed -------------------------------------------------------------------------------------------------------


def test_what_was_found_is_not_sought_again_until_something_changes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pitchkit.checking import running

    make_workspace(tmp_path, entries=UNTIDY, **WHAT_IS_USED)
    first = run("check").stderr
    with monkeypatch.context() as patched:
        patched.setattr(running, "run", None)
        assert run("check").stderr == first
    write_files(tmp_path, {"arguments/entries/alles.yaml": TIDY})
    assert counted(run("check").stderr) == "Nothing wrong"
    write_files(tmp_path, {"offers/a.yaml": "x: y\n"})
    run("check", expect=1)
