"""`pitchkit cost`: tables, files and questions."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pitchkit.cli.cost_asked import QUESTIONS, SCENARIO_QUESTIONS, questions_of_hour
from pitchkit.costs.labels import TEXTS
from tests.conftest import Run
from tests.costs.figures import data_of
from tests.factories import make_workspace, write_files

GROUPS = """\
# Onze groepen
groups:
  - {id: rouw, name: Rouw, sessions: 6, hours: 2, facilitators: 2, participants: {min: 6, planned: 10, max: 12}}  # fictief
"""
EXAMPLE = Path(__file__).parents[1] / "examples" / "voorbeeldstad" / "pitchkit.yaml"
LIBRARY = "Library: arguments, 1 entry\n"
OTHER = "  - {id: geld, name: Geld}\n"


def profile_of(changes: dict[str, object] | None = None) -> str:
    return f"{GROUPS}costs: {json.dumps(data_of(changes), ensure_ascii=False)}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the figures of the worked example."""
    return make_workspace(tmp_path, profile=profile_of())


def tables(text: str) -> dict[str, list[list[str]]]:
    """Return heading to rows, the head first."""
    parts = [part.split("\n") for part in text.split("\n\n")]
    return {part[0]: [row.split("\t") for row in part[1:]] for part in parts if len(part) > 1}


@pytest.mark.usefixtures("folder")
def test_tables_tell_every_outcome_and_the_last_line_what_it_comes_to(run: Run) -> None:
    result = run("cost")
    found = tables(result.stdout.replace("\u00a0", " "))

    assert found["Cost of an hour"] == [["figure", "result"], ["tariff per hour", "€ 82"]]
    assert ["fixed cost of a group", "€ 4,208"] in found["Fixed and variable cost"]
    assert found["Cost per person"] == [
        ["", "group", "individual help"],
        ["for each person who starts", "€ 543.80", "€ 984"],
        ["for each person who completes it", "€ 679.75", "€ 1,157.65"],
    ]
    assert [row[1] for row in found["Break-even"]] == ["participants", "6", "5"]
    assert found["Hours"][-1] == ["hours freed", "61 hours"]
    assert found["Sensitivity"][0] == ["participants", "50%", "60%", "70%", "80%", "90%", "100%"]
    assert found["Sensitivity"][10][4] == "€ 679.75"
    assert [row[0] for row in found["Scenarios"][1:]] == ["low", "expected", "high"]
    assert "Waiting list" not in found
    assert result.stdout.splitlines()[-2].startswith("The group is not dearer: €")
    assert result.stdout.splitlines()[-1] == "Documents may use the cost argument."
    assert "saving" not in result.stdout


def test_a_saving_is_named_only_where_hours_are_not_bought(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"hours_not_bought": "yes", "hours_per_year": "600"})})
    found = tables(run("cost").stdout.replace("\u00a0", " "))

    assert found["Hours"][-1] == ["saving: hours that are really not bought", "€ 4,402"]
    assert found["Waiting list"][-1] == ["difference in people per year with the same hours", "50 people"]


def test_a_dearer_group_is_said_plainly_with_why_the_argument_is_left_out(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"individual.hours": "1", "relation": "on_top"})})
    lines = run("cost").stdout.splitlines()

    assert "break-even for each person who completes it\tdoes not exist" in lines
    assert lines[-4].startswith("The group is dearer: €")
    assert lines[-3:] == [
        "Documents leave the cost argument out:",
        "  the group costs more than individual help for each person who completes it",
        "  the group comes on top of individual help and does not replace it",
    ]


def test_hours_that_a_group_takes_on_top_are_called_so(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"individual.hours": "4", "hours_per_year": "600"})})
    found = tables(run("cost").stdout)

    assert found["Hours"][-1] == ["hours freed: none, the group takes more hours", "−19 hours"]
    assert [row[-1] for row in found["Scenarios"]] == [
        "hours freed",
        "none; 29 hours more",
        "none; 19 hours more",
        "none; 14 hours more",
    ]
    assert found["Waiting list"][-1] == ["difference in people per year with the same hours", "−50 people"]


def test_one_of_something_is_not_called_many(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"individual.hours": "6", "hours_per_year": "60"})})
    found = tables(run("cost").stdout)
    assert found["Hours"][-1] == ["hours freed", "1 hour"]
    assert ["groups per year with the same hours", "1 group"] in found["Waiting list"]


@pytest.mark.usefixtures("in_dutch")
def test_one_hour_is_one_hour_in_dutch_too(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"individual.hours": "6"})})
    assert "vrijgemaakte uren\t1 uur\n" in run("cost").stdout


@pytest.mark.parametrize("words", [[], ["--format", "json"], ["--format", "xlsx"]], ids=["tables", "data", "a workbook"])
def test_a_group_of_more_than_twelve_is_warned_of_once(run: Run, folder: Path, words: list[str]) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"group.participants": {"max": "13"}})})
    assert run("cost", *words).stderr.count("[cost-group-large]") == 1


def test_a_build_says_in_words_why_the_cost_argument_is_left_out(run: Run, tmp_path: Path) -> None:
    profile = EXAMPLE.read_text(encoding="utf-8").replace("relation: replaces", "relation: precedes")
    write_files(tmp_path, {"pitchkit.yaml": profile})
    reason = "the group comes before individual help and does not replace it"
    told = run("build", "--audience", "gemeente", "--document", "pitch", "--explain").stderr
    assert f"  meer-mensen-zelfde-uren: {reason}\n" in told
    assert f"out: the figures do not bear it out ({reason})" in told


def test_a_break_even_that_no_group_gets_to_says_how_many_there_is_room_for(run: Run, folder: Path) -> None:
    write_files(folder, {"pitchkit.yaml": profile_of({"individual.hours": "5"})})
    assert re.search(r"completes it\t\d+; there is room for 12\n", run("cost").stdout)


@pytest.mark.usefixtures("folder")
def test_explain_shows_every_step_with_year_and_source(run: Run) -> None:
    found = tables(run("cost", "--explain").stdout.replace("\u00a0", " "))

    assert found["Cost of an hour"] == [
        ["figure", "result", "formula", "year", "source"],
        ["tariff per hour", "€ 82", "82", "2026", "eigen administratie (fictief)"],
    ]
    assert ["sessions", "€ 1,968", "6 × 2 × 2 × 82", "", "the profile"] in found["Fixed and variable cost"]


@pytest.fixture
def in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    from pitchkit import language

    monkeypatch.setenv("PITCHKIT_LANG", "nl")
    language.choose()


@pytest.mark.usefixtures("folder", "in_dutch")
def test_the_terminal_speaks_dutch_where_the_system_does(run: Run) -> None:
    assert "vrijgemaakte uren\t61 uur\n" in run("cost").stdout


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        pytest.param(
            GROUPS,
            "pitchkit.yaml:2:1: there are no figures about costs here [cost-nothing]\n"
            "  Run pitchkit cost --ask, or fill in costs in the profile.\n",
            id="none",
        ),
        pytest.param(
            f"{GROUPS}costs: omit\n",
            "pitchkit.yaml:4:8: the profile leaves costs out [cost-omitted]\n"
            "  Take out the line costs: omit if costs may be told after all.\n",
            id="omit",
        ),
    ],
)
def test_without_figures_the_user_hears_what_to_do(run: Run, tmp_path: Path, profile: str, told: str) -> None:
    make_workspace(tmp_path, profile=profile)
    result = run("cost", expect=1)
    assert (result.stdout, result.stderr) == ("", told)


@pytest.mark.parametrize(("words", "names"), [(["xlsx"], ["xlsx"]), (["json", "csv", "json"], ["json", "csv"])])
@pytest.mark.usefixtures("folder")
def test_a_file_goes_to_output(run: Run, words: list[str], names: list[str]) -> None:
    result = run("cost", *(part for word in words for part in ("--format", word)))
    assert (result.stdout, result.stderr) == ("".join(f"output/kostenvergelijking.{name}\n" for name in names), LIBRARY)


def test_the_ending_of_a_place_is_the_format(run: Run, folder: Path) -> None:
    assert run("cost", "--output", "map/k.csv").stdout == "map/k.csv\n"
    assert (folder / "map/k.csv").read_text(encoding="utf-8").startswith("key,label,amount")


@pytest.mark.usefixtures("folder")
def test_one_file_goes_to_standard_output(run: Run) -> None:
    assert json.loads(run("cost", "--format", "json", "--output", "-").stdout)["group"] == "rouw"


def test_what_is_there_already_is_left_alone_unless_forced(run: Run, folder: Path) -> None:
    write_files(folder, {"output/kostenvergelijking.csv": "van mij"})
    told = run("cost", "--format", "csv")
    assert told.stdout == "output/kostenvergelijking-2.csv\n"
    assert "output/kostenvergelijking.csv is there already and has been left alone" in told.stderr
    assert run("cost", "--format", "csv", "--force").stdout == "output/kostenvergelijking.csv\n"


def test_a_workbook_that_nobody_edited_is_written_over(run: Run, folder: Path) -> None:
    run("cost", "--format", "xlsx", "--date", "2026-11-22")
    before = (folder / "output/kostenvergelijking.xlsx").read_bytes()
    assert run("cost", "--format", "xlsx", "--date", "2026-11-23").stdout == "output/kostenvergelijking.xlsx\n"
    assert (folder / "output/kostenvergelijking.xlsx").read_bytes() != before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--format", "pdf"], "format-unknown"),
        (["--output", "map"], "cost-no-tables-there"),
        (["--format", "csv", "--output", "x.json"], "output-suffix"),
        (["--format", "csv", "--format", "json", "--output", "x.json"], "output-one-file"),
        (["--format", "csv", "--format", "json", "--output", "-"], "output-one-stream"),
        (["--format", "csv", "--date", "morgen"], "date-wrong"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_command_line_that_cannot_be_is_told_and_nothing_is_written(
    run: Run, words: list[str], code: str, folder: Path
) -> None:
    assert f"[{code}]" in run("cost", *words, expect=2).stderr
    assert not (folder / "output").exists()


# --- questions -----------------------------------------------------------------------------------------------------

SOURCE = ["2026", "eigen administratie"]
SAME = ["", ""]
FIGURES = [
    *("12", *SAME),
    *("8", *SAME),
    *("1", *SAME),
    *("0,5", *SAME),
    *("600", *SAME),
    *("0.80", *SAME),
    *("12", *SAME),
    *("0.85", *SAME),
]
WRITTEN = """\

costs:
  hour:
    tariff: {value: 82.00, year: 2026, source: eigen administratie}
  group:
    id: rouw
    preparation: {value: 12, year: 2026, source: eigen administratie}
    coordination: {value: 8, year: 2026, source: eigen administratie}
    intake: {value: 1, year: 2026, source: eigen administratie}
    evaluation: {value: 0.5, year: 2026, source: eigen administratie}
    room_and_material: {value: 600, year: 2026, source: eigen administratie}
    completion: {value: 0.80, year: 2026, source: eigen administratie}
  individual:
    hours: {value: 12, year: 2026, source: eigen administratie}
    completion: {value: 0.85, year: 2026, source: eigen administratie}
  relation: replaces
  hours_not_bought: no
"""


class Answers:
    """Somebody who answers, one line for each question."""

    def __init__(self, folder: Path, profile: str) -> None:
        make_workspace(folder, profile=profile)
        self.file = folder / "pitchkit.yaml"

    def give(self, *lines: str, expect: int = 0) -> str:
        """Answer, and return what was said."""
        from typer.testing import CliRunner

        from pitchkit.cli import app

        result = CliRunner().invoke(app, ["cost", "--ask"], input="".join(f"{line}\n" for line in lines), prog_name="pitchkit")
        assert result.exit_code == expect, result.output
        return result.stdout + result.stderr

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_answers_go_into_the_profile_and_nothing_else_changes(in_folder: Path, run: Run) -> None:
    asked = Answers(in_folder, GROUPS)
    told = asked.give("yes", "82.00", *SOURCE, *FIGURES, "replaces", "no", "", "")

    assert asked.text == GROUPS + WRITTEN
    assert "tariff per hour, in euro per hour, written like 12.50: " in told
    assert "share of starters who complete the group, with 0.35 for 35%: " in told
    assert "€ 679.75" in run("cost").stdout.replace("\u00a0", " ")


def test_when_all_is_there_nothing_is_asked_but_what_may_be_left_out(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS + WRITTEN)
    assert "Nothing is missing" in asked.give("", "")
    assert asked.text == GROUPS + WRITTEN


def test_only_what_is_missing_is_asked_and_put_beside_what_is_there(in_folder: Path) -> None:
    without = WRITTEN.replace("    coordination: {value: 8, year: 2026, source: eigen administratie}\n", "    # straks meer\n")
    asked = Answers(in_folder, GROUPS + without)
    asked.give("8", *SOURCE, "", "")

    line = "    completion: {value: 0.80, year: 2026, source: eigen administratie}\n"
    added = "    coordination: {value: 8, year: 2026, source: eigen administratie}\n"
    assert asked.text == GROUPS + without.replace(line, line + added)


def test_scenarios_are_asked_of_who_has_them_and_must_go_up(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS + WRITTEN)
    told = asked.give("", "yes", "11", "7", "0.9", "0.7", *SOURCE, "13", "9", "12", "")

    assert asked.text == GROUPS + WRITTEN + (
        "  scenarios:\n"
        "    low:\n"
        "      participants: 7\n"
        "      completion: {value: 0.7, year: 2026, source: eigen administratie}\n"
        "    high: {participants: 12}\n"
    )
    assert "number of participants in the scenario (low), in people, written like 6; Enter if there is none:" in told
    assert told.count("[cost-scenario-order]") == 3  # 11 and 0.9 are more than planned, 9 is fewer
    assert told.count("[cost-scenario-too-large]") == 1


@pytest.mark.parametrize("end", ["...\n", "...", "... # tot hier\n", "...\n# nog iets\n"])
def test_the_answers_go_above_a_sign_that_ends_the_profile(in_folder: Path, end: str) -> None:
    asked = Answers(in_folder, GROUPS + end)
    asked.give("yes", "82.00", *SOURCE, *FIGURES, "replaces", "no", "", "")

    assert asked.text == GROUPS + WRITTEN + end


def test_an_hour_can_be_built_up_from_its_elements(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS)
    elements = [*("40", *SOURCE), *("0.25", *SAME), *("0.2", *SAME), *("2", *SAME), *("0.04", *SAME), *("1.5", *SAME), ""]
    asked.give("no", *elements, *FIGURES, "on_top", *("600", *SAME), "no")

    assert "    municipal_obligations: {value: 1.5, year: 2026, source: eigen administratie}\n" in asked.text
    assert "risk" not in asked.text
    assert "hours_not_bought" not in asked.text
    assert asked.text.endswith("  relation: on_top\n  hours_per_year: {value: 600, year: 2026, source: eigen administratie}\n")


def test_an_answer_that_the_profile_refuses_is_told_and_asked_again(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS)
    figures = ["duizend", "-1", *FIGURES[:15], "80", *FIGURES[15:]]
    told = asked.give(
        "misschien",
        "yes",
        "nul",
        "82.00",
        "vorig jaar",
        "26",
        "2026",
        "zelf\x07",
        "eigen administratie",
        *figures,
        "vervangt",
        "replaces",
        "no",
        "",
        "",
    )

    assert asked.text == GROUPS + WRITTEN
    for code in (
        "field-number",
        "field-whole-number",
        "field-too-small",
        "field-share",
        "field-choice",
        "control-character",
    ):
        assert f"[{code}]" in told
    assert "Answer yes or no." in told


def test_of_several_groups_one_is_chosen_and_what_it_lacks_is_asked(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS + OTHER)
    sizes = ["8", "6", "9", "12"]
    told = asked.give("nergens", "geld", "yes", "82.00", *SOURCE, "6", "2", "2", *sizes, *FIGURES, "replaces", "no", "", "")

    assert "    participants: {min: 8, planned: 9, max: 12}\n" in asked.text
    assert "[group-unknown]" in told
    assert "[group-size]" in told


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        ("organisation: {name: Samen}\n", "cost-no-group"),
        (f"{GROUPS}costs: omit\n", "cost-omitted"),
        (f"{GROUPS}costs: {{hour: {{tariff: {{value: 0, year: 2026, source: x}}}}}}\n", "field-too-small"),
        (f"{GROUPS}costs: {{group: {{id: geld}}}}\norganisation: {{naam: x}}\n", "field-unknown"),
        (f"{GROUPS}costs: {{group: {{id: geld}}}}\n", "group-unknown"),
    ],
    ids=["no group", "costs left out", "a wrong figure", "a mistake elsewhere", "another group"],
)
def test_what_is_wrong_already_is_told_before_anything_is_asked(in_folder: Path, profile: str, code: str) -> None:
    asked = Answers(in_folder, profile)
    assert f"[{code}]" in asked.give(expect=1)
    assert asked.text == profile


def test_without_a_profile_there_is_nothing_to_write_in(run: Run) -> None:
    assert run("cost", "--ask", expect=1).stderr == (
        "pitchkit.yaml: there is no profile to write the answers in [cost-no-profile]\n  Run pitchkit init first.\n"
    )


def test_whoever_stops_halfway_has_changed_nothing(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS)
    assert "Stopped; nothing was written." in asked.give("yes", "82.00", expect=130)
    assert asked.text == GROUPS


def test_answers_that_do_not_go_together_are_shown_and_not_written(in_folder: Path) -> None:
    asked = Answers(in_folder, GROUPS)
    elements = [*("900", *SOURCE), *("2", *SAME), *("0.5", *SAME), *("2", *SAME), *("0.04", *SAME), *("1.5", *SAME), ""]
    told = asked.give("no", *elements, *FIGURES, "on_top", "", "", expect=1)

    assert "    professional: {value: 900, year: 2026, source: eigen administratie}\n" in told
    assert "These are your answers. They have not been written, because:\n" in told
    assert "[cost-hour-too-high]" in told
    assert asked.text == GROUPS


def test_every_question_has_words_and_suggests_no_value() -> None:
    every = (*QUESTIONS, *SCENARIO_QUESTIONS, *questions_of_hour(has_tariff=True), *questions_of_hour(has_tariff=False))
    assert len(every) > 20
    assert [one.word for one in every if one.word not in TEXTS or (one.unit and one.unit not in TEXTS)] == []
    assert questions_of_hour(None) == ()
