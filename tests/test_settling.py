"""What is told of all that is found: severities of the library, silences with a reason, and nothing that came with pitchkit."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import project
from pitchkit.checking import Checked, check
from pitchkit.settings import Checks
from tests.factories import ENTRIES, LIBRARY, TODAY, WHAT_IS_USED, make_workspace, told, write_files

UNTIDY = ENTRIES.replace("title: Mensen leren van elkaar", 'title: Mensen leren "van elkaar"')
FOUND = 'arguments/entries/alles.yaml:3:23: straight or turned quotation mark: "van should be “van [typography-quotes]\n'


def checked(folder: Path, *, entries: str = UNTIDY, settings: str = "", **files: str) -> Checked:
    make_workspace(folder, entries=entries, **WHAT_IS_USED)
    write_files(folder, {"arguments/library.yaml": LIBRARY + settings, **files})
    return check(project.find(folder), TODAY)


def test_a_warning_is_no_error(tmp_path: Path) -> None:
    found = checked(tmp_path)
    assert (found.problems, len(found.warnings), found.silenced) == ((), 2, 0)
    assert told(found.warnings).startswith(FOUND)


def test_a_library_can_make_a_warning_an_error(tmp_path: Path) -> None:
    found = checked(tmp_path, settings="checks: {severity: {typography-quotes: error}}\n")
    assert told(found.problems).startswith(FOUND)
    assert found.warnings == ()


def test_a_library_can_set_a_warning_off(tmp_path: Path) -> None:
    found = checked(tmp_path, settings="checks: {severity: {typography-quotes: off}}\n")
    assert (found.problems, found.warnings, found.silenced) == ((), (), 0)


def test_an_entry_can_silence_its_own_warning(tmp_path: Path) -> None:
    silence = "  silence: [{code: typography-quotes, reason: zo staat het op het bord}]\n"
    found = checked(tmp_path, entries=UNTIDY + silence)
    assert (found.problems, found.warnings, found.silenced) == ((), (), 2)


def test_a_silence_is_about_its_own_entry_only(tmp_path: Path) -> None:
    other = "- {id: b, kind: tip, title: T, text: T, audiences: [gemeente], silence: [{code: typography-quotes, reason: R}]}\n"
    found = checked(tmp_path, entries=UNTIDY + other)
    assert told(found.warnings).endswith(
        "arguments/entries/alles.yaml:10:81: there is nothing here for typography-quotes to silence [check-silence-unused]\n"
        "  Take the line out.\n"
    )
    assert found.silenced == 0


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("typography-quote", "there is no code “typography-quote” [check-code-unknown]\n  Did you mean “typography-quotes”?\n"),
        (
            "theme-unknown",
            (
                "theme-unknown is an error, which cannot be silenced or set off [check-code-fixed]\n"
                "  Take the line out, and mend what it is about.\n"
            ),
        ),
    ],
)
def test_what_cannot_be_silenced_or_set_is_told(tmp_path: Path, code: str, message: str) -> None:
    silenced = checked(tmp_path / "een", entries=ENTRIES + f"  silence: [{{code: {code}, reason: R}}]\n")
    assert told(silenced.problems) == f"arguments/entries/alles.yaml:10:20: {message}"
    set_off = checked(tmp_path / "twee", entries=ENTRIES, settings=f"checks: {{severity: {{{code}: off}}}}\n")
    assert told(set_off.problems) == f"arguments/library.yaml:3:21: {message}"


def test_what_is_an_error_already_may_be_called_one(tmp_path: Path) -> None:
    found = checked(tmp_path, entries=ENTRIES, settings="checks: {severity: {theme-unknown: error}}\n")
    assert "check-code-fixed" not in {one.code for one in found.diagnostics}


def test_a_warning_that_was_made_an_error_may_still_be_silenced_with_a_reason(tmp_path: Path) -> None:
    entry = "- {id: x, kind: tip, title: X, text: Zo'n groep., silence: [{code: typography-quotes, reason: R}]}\n"
    found = checked(tmp_path, entries=entry, settings="checks: {severity: {typography-quotes: error}}\n")
    assert "typography-quotes" not in {one.code for one in found.diagnostics}
    assert found.silenced == 1


def test_a_silence_without_a_reason_is_refused(tmp_path: Path) -> None:
    found = checked(tmp_path, entries=ENTRIES + "  silence: [{code: typography-quotes}]\n")
    assert told(found.problems) == (
        "arguments/entries/alles.yaml:10:13: the field “silence.reason” is missing [field-missing]\n  Add it to this item.\n"
    )


def test_a_severity_that_does_not_exist_is_told_with_the_choices(tmp_path: Path) -> None:
    found = checked(tmp_path, entries=ENTRIES, settings="checks: {severity: {typography-quotes: warn}}\n")
    assert told(found.problems) == (
        "arguments/library.yaml:3:40: “warn” is not one of the choices for “checks.severity.typography-quotes”: error, warning,"
        " off [field-choice]\n  Did you mean “warning”?\n"
    )


def test_thresholds_are_for_readers_that_exist(tmp_path: Path) -> None:
    found = checked(tmp_path, entries=ENTRIES, settings="checks: {language: {gemeenten: {}}}\n")
    assert told(found.problems) == (
        "arguments/library.yaml:3:21: there is no audience “gemeenten” [audience-unknown]\n  Did you mean “gemeente”?\n"
    )


def test_what_a_library_says_about_checks_is_laid_over_what_the_one_below_it_says() -> None:
    base = Checks.model_validate({"severity": {"title-twice": "error", "theme-unused": "off"}, "recognition_years": "3"})
    own = Checks.model_validate({"severity": {"theme-unused": "warning"}, "language": {"clienten": {"words": "12"}}})
    assert own.over(base) == Checks.model_validate(
        {
            "severity": {"title-twice": "error", "theme-unused": "warning"},
            "recognition_years": "3",
            "language": {"clienten": {"words": "12"}},
        }
    )


def test_warnings_about_what_came_with_pitchkit_are_not_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"arguments/library.yaml": "extends: pitchkit\nwithout: [bezwaar-client-wil-niet]\n"})
    found = check(project.find(tmp_path), TODAY)
    assert told(found.diagnostics) == ""
    assert found.entries > 300


# --- outside entries ---------------------------------------------------------------------------------------------

IDLE = "- {id: oud, title: O, author: O, year: '1', type: law, short: O}\n"
SOURCES = WHAT_IS_USED["arguments/sources.yaml"]
PART = "templates/_delen/los.md.j2"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"arguments/sources.yaml": f"{SOURCES}# silence source-unused: komt terug\n{IDLE}"}, id="on the line above"),
        pytest.param(
            {"arguments/sources.yaml": f"{SOURCES}{IDLE[:-1]}  # silence source-unused: komt terug\n"}, id="on its line"
        ),
        pytest.param(
            {
                "arguments/sources.yaml": SOURCES
                + "# silence source-unused: R\n- title: O\n\n  author: O\n  short: O\n  type: law\n"
                '  year: "1"\n  id: oud\n'
            },
            id="further down in the item",
        ),
        pytest.param({PART: "{# silence template-part-unused: voor later #}\nTekst.\n"}, id="in a part of a template"),
        pytest.param({PART: "Een.\n\n{#- silence template-part-unused: voor later -#}\n"}, id="anywhere in a template"),
        pytest.param({"arguments/extra.yaml": "# silence library-file-unread: van een ander\n- a\n"}, id="in a file of its own"),
    ],
)
def test_a_comment_silences_what_is_found_outside_entries(tmp_path: Path, files: dict[str, str]) -> None:
    found = checked(tmp_path, entries=ENTRIES, **files)
    assert (told(found.diagnostics), found.silenced) == ("", 1)


def test_a_comment_is_about_what_stands_below_it_and_nothing_else(tmp_path: Path) -> None:
    other = IDLE.replace("oud", "ouder")
    found = checked(
        tmp_path, entries=ENTRIES, **{"arguments/sources.yaml": f"{SOURCES}# silence source-unused: R\n{IDLE}{other}"}
    )
    assert [(str(one.location), one.code) for one in found.diagnostics] == [("arguments/sources.yaml:4:8", "source-unused")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("# silence theme-unused: R", "there is nothing here for theme-unused to silence [check-silence-unused]"),
        ("# silence source-unsued: R", "there is no code “source-unsued” [check-code-unknown]"),
        ("# silence theme-unknown: R", "theme-unknown is an error, which cannot be silenced or set off [check-code-fixed]"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(tmp_path: Path, comment: str, message: str) -> None:
    found = checked(tmp_path, entries=ENTRIES, **{"arguments/sources.yaml": f"{comment}\n{SOURCES}"})
    assert told(found.diagnostics).splitlines()[0] == f"arguments/sources.yaml:1:11: {message}"


def test_a_comment_without_a_reason_is_refused(tmp_path: Path) -> None:
    found = checked(tmp_path, entries=ENTRIES, **{"arguments/sources.yaml": f"{SOURCES}# silence source-unused\n{IDLE}"})
    assert told(found.problems) == (
        "arguments/sources.yaml:2:11: this silences source-unused without a reason [silence-without-reason]\n"
        "  Write why behind it: # silence source-unused: why it may stand.\n"
    )


def test_nothing_is_called_idle_where_what_it_silences_was_not_sought(tmp_path: Path) -> None:
    profile = "# silence cost-group-large: er is een grote zaal\nnaam: x\n"
    found = checked(tmp_path, entries=ENTRIES, **{"pitchkit.yaml": profile})
    assert [one.code for one in found.diagnostics] == ["field-unknown"]
