"""The outcomes of the cost model as tables on the screen, in the language of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, assert_never

from pitchkit import language, terminal
from pitchkit.costs.break_even import BreakEven
from pitchkit.costs.derivation import Line, Unit
from pitchkit.costs.labels import line_key, terminal_words
from pitchkit.costs.outcomes import Outcomes
from pitchkit.costs.ranges import ScenarioOutcome
from pitchkit.costs.sections import sections
from pitchkit.language import _, plural
from pitchkit.typography import Formats

DEARER = "*"
CountedUnit = Literal["hours", "people", "facilitators", "groups", "sessions"]


@dataclass(frozen=True, slots=True)
class _Shown:
    """How figures and their names look on this screen."""

    words: Mapping[str, str]
    formats: Formats

    def figure(self, amount: Decimal, unit: Unit) -> str:
        """Return a figure with its unit."""
        match unit:
            case "euro" | "euro-per-hour":
                return self.formats.euro(amount)
            case "share":
                return f"{self.formats.number(amount * 100)}%"
            case _:
                return _counted(unit, 1 if abs(amount) == 1 else 2).format(count=self.formats.number(amount))

    def line(self, line: Line) -> str:
        return self.figure(line.result, line.unit)

    def row(self, line: Line) -> tuple[str, str]:
        return self.words[line_key(line)], self.line(line)

    def freed(self, line: Line) -> str:
        """Return hours freed, where they stand below a heading that says so."""
        if line.result >= 0:
            return self.line(line)
        return _("none; {hours} more").format(hours=self.figure(-line.result, line.unit))

    def table(self, heading: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Show a table under its heading, with an empty line below it."""
        terminal.result(self.words[heading])
        terminal.show_table(columns, rows, is_headed=True)
        terminal.result("")


def _counted(unit: CountedUnit, number: int) -> str:
    """Return the text for so many of a unit; for all but one, any number will do."""
    match unit:
        case "hours":
            return plural("{count} hour", "{count} hours", number)
        case "people":
            return plural("{count} person", "{count} people", number)
        case "facilitators":
            return plural("{count} facilitator", "{count} facilitators", number)
        case "groups":
            return plural("{count} group", "{count} groups", number)
        case "sessions":
            return plural("{count} session", "{count} sessions", number)
    assert_never(unit)


def show(outcomes: Outcomes, *, explain: bool) -> None:
    """Show every outcome in a table, and below them what they come to; with `explain`, every step as well."""
    shown = _Shown(terminal_words(), Formats(language.current()))
    if explain:
        _explain(shown, outcomes)
    else:
        _amounts(shown, outcomes)
    _beside(shown, outcomes)
    _break_even(shown, outcomes)
    _hours(shown, outcomes)
    _sensitivity(shown, outcomes)
    _scenarios(shown, outcomes)
    _conclude(shown, outcomes)


def _explain(shown: _Shown, outcomes: Outcomes) -> None:
    """Show the derivation line by line, each with the figures that it takes from the profile."""
    words = shown.words
    columns = ("column.figure", "column.result", "column.formula", "column.year", "column.source")
    for section in sections(outcomes):
        rows = [
            (
                *shown.row(line),
                line.formula_text(shown.formats.as_given),
                "; ".join(str(year) for year in sorted({one.year for one in line.given if one.year})),
                "; ".join(dict.fromkeys(one.source or words["word.from_profile"] for one in line.given)),
            )
            for line in section.lines
        ]
        shown.table(f"heading.{section.heading}", [words[column] for column in columns], rows)


def _amounts(shown: _Shown, outcomes: Outcomes) -> None:
    columns = [shown.words["column.figure"], shown.words["column.result"]]
    for section in sections(outcomes):
        if section.heading in ("hour", "group"):
            shown.table(f"heading.{section.heading}", columns, [shown.row(line) for line in section.lines])


def _beside(shown: _Shown, outcomes: Outcomes) -> None:
    """Show the group beside individual help, for the same people."""
    words, comparison = shown.words, outcomes.comparison
    columns = ["", words["column.group"], words["column.individual"]]
    rows = (
        (_("for each person who starts"), shown.line(outcomes.per_starter), shown.line(comparison.individual)),
        (_("for each person who completes it"), shown.line(outcomes.per_completer), shown.line(comparison.individual_completer)),
    )
    shown.table("heading.person", columns, rows)


def _break_even(shown: _Shown, outcomes: Outcomes) -> None:
    columns = [shown.words["column.figure"], shown.words["column.participants"]]
    found = (outcomes.break_even_completer, outcomes.break_even_starter)
    shown.table("heading.break_even", columns, [(shown.words[f"break_even.{one.per}"], _crossing(shown, one)) for one in found])


def _crossing(shown: _Shown, found: BreakEven) -> str:
    if found.line is None:
        return shown.words["word.none"]
    if not found.is_within_group:
        return _("{number}; there is room for {largest}").format(number=found.participants, largest=found.largest)
    return str(found.participants)


def _hours(shown: _Shown, outcomes: Outcomes) -> None:
    hours, waiting = outcomes.hours, outcomes.waiting_list
    columns = [shown.words["column.figure"], shown.words["column.result"]]
    lines = [hours.group, hours.individual, hours.freed, *([outcomes.saving] if outcomes.saving else [])]
    shown.table("heading.hours", columns, [shown.row(line) for line in lines])
    if waiting:
        lines = [waiting.individual, waiting.groups, waiting.group, waiting.extra]
        shown.table("heading.waiting_list", columns, [shown.row(line) for line in lines])


def _sensitivity(shown: _Shown, outcomes: Outcomes) -> None:
    table = outcomes.sensitivity
    columns = [shown.words["column.participants"], *(shown.figure(share, "share") for share in table.completions)]
    rows = [
        (str(row[0].participants), *(shown.line(cell.per_completer) + (DEARER if cell.is_dearer else "") for cell in row))
        for row in table.rows
    ]
    shown.table("heading.sensitivity", columns, rows)
    if any(cell.is_dearer for row in table.rows for cell in row):
        terminal.result(_("{mark} dearer than individual help for each person who completes it").format(mark=DEARER))
        terminal.result("")


def _scenarios(shown: _Shown, outcomes: Outcomes) -> None:
    words = shown.words
    columns = ["", *(words[name] for name in ("column.participants", "part.completion"))]
    columns += [words[name] for name in ("group.starter", "group.completer", "hours.freed")]
    shown.table("heading.scenarios", columns, [_scenario(shown, one) for one in outcomes.scenarios])


def _scenario(shown: _Shown, one: ScenarioOutcome) -> tuple[str, ...]:
    return (
        shown.words[f"scenario.{one.scenario.name}"],
        str(one.hours.participants),
        shown.figure(one.scenario.completion.value, "share"),
        shown.line(one.per_starter),
        shown.line(one.per_completer) + (DEARER if one.is_dearer else ""),
        shown.freed(one.hours.freed),
    )


def _conclude(shown: _Shown, outcomes: Outcomes) -> None:
    """Say plainly what it comes to, and whether documents may argue with it."""
    amounts = {
        "group": shown.line(outcomes.per_completer),
        "individual": shown.line(outcomes.comparison.individual_completer),
    }
    if "dearer" in outcomes.reasons:
        text = _("The group is dearer: {group} for each person who completes it, beside {individual} with individual help.")
    else:
        text = _("The group is not dearer: {group} for each person who completes it, beside {individual} with individual help.")
    terminal.result(text.format(**amounts))
    if outcomes.may_argue:
        terminal.result(_("Documents may use the cost argument."))
        return
    terminal.result(_("Documents leave the cost argument out:"))
    for reason in outcomes.reasons:
        terminal.result(f"  {shown.words[f'reason.{reason}']}")
