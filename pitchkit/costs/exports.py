"""The outcomes for other programs: JSON with every derivation, and CSV with a row for each line. Amounts are text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

from pitchkit.costs.break_even import BreakEven
from pitchkit.costs.derivation import Given, Line, plain
from pitchkit.costs.labels import figure_label, line_key, word_of
from pitchkit.costs.outcomes import Outcomes
from pitchkit.costs.ranges import Cell, ScenarioOutcome
from pitchkit.costs.sections import given_figures, sections

Words = Mapping[str, str]

COLUMNS = ("key", "label", "amount", "unit", "formula", "years", "sources")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def to_json(outcomes: Outcomes, words: Words) -> bytes:
    """Return all outcomes as JSON."""
    plan, waiting = outcomes.comparison.plan, outcomes.waiting_list
    data = {
        "group": plan.group_id,
        "relation": plan.relation,
        "hours_not_bought": plan.hours_not_bought,
        "may_argue": outcomes.may_argue,
        "reasons": list(outcomes.reasons),
        "inputs": [_figure(one, words) for one in given_figures(outcomes)],
        "hour": _line(outcomes.comparison.hour, words),
        "fixed": _line(outcomes.comparison.fixed, words),
        "variable": _line(outcomes.comparison.variable, words),
        "individual_starter": _line(outcomes.comparison.individual, words),
        "individual_completer": _line(outcomes.comparison.individual_completer, words),
        "group_starter": _line(outcomes.per_starter, words),
        "group_completer": _line(outcomes.per_completer, words),
        "break_even_completer": _break_even(outcomes.break_even_completer, words),
        "break_even_starter": _break_even(outcomes.break_even_starter, words),
        "hours_group": _line(outcomes.hours.group, words),
        "hours_individual": _line(outcomes.hours.individual, words),
        "hours_freed": _line(outcomes.hours.freed, words),
        "saving": _line(outcomes.saving, words) if outcomes.saving else None,
        "waiting_list": _line(waiting.extra, words) if waiting else None,
        "sensitivity": [_cell(cell, words) for row in outcomes.sensitivity.rows for cell in row],
        "scenarios": [_scenario(one, words) for one in outcomes.scenarios],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def to_csv(outcomes: Outcomes, words: Words) -> bytes:
    """Return the lines at the planned size as CSV, with the years and sources that each rests on."""
    stream = io.StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    for section in sections(outcomes):
        table.writerows(_row(line, words) for line in section.lines)
        if section.heading == "break_even":
            missing = (one for one in (outcomes.break_even_completer, outcomes.break_even_starter) if one.line is None)
            table.writerows(
                (key, _cell_text(word_of(words, key)), "", "people", "", "", "")
                for key in (f"break_even.{one.per}" for one in missing)
            )
    return stream.getvalue().encode()


def _row(line: Line, words: Words) -> tuple[str, ...]:
    figures = line.inputs()
    years = "; ".join(str(year) for year in sorted({one.year for one in figures if one.year}))
    sources = "; ".join(dict.fromkeys(one.source for one in figures if one.source))
    label = _cell_text(word_of(words, line_key(line)))
    return line.key, label, plain(line.result), line.unit, line.formula_text(), years, _cell_text(sources)


def _cell_text(text: str) -> str:
    # A spreadsheet takes a text that begins so for a formula, and runs it.
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _figure(figure: Given, words: Words) -> dict[str, object]:
    return {
        "key": figure.key,
        "label": figure_label(figure.key, words),
        "value": plain(figure.value),
        "unit": figure.unit,
        "year": figure.year,
        "source": figure.source,
    }


def _line(line: Line, words: Words) -> dict[str, object]:
    """Return one line with every step that leads to it."""
    return {**_step(line, words), "derivation": [_step(one, words) for one in line.derivation()]}


def _step(line: Line, words: Words) -> dict[str, object]:
    return {
        "key": line.key,
        "label": word_of(words, line_key(line)),
        "amount": plain(line.result),
        "unit": line.unit,
        "formula": line.formula_text(),
        "rounding": line.rounding,
        "inputs": [one.key for one in line.given],
    }


def _break_even(found: BreakEven, words: Words) -> dict[str, object]:
    steps = [_step(one, words) for one in found.derivation()]
    return {"participants": found.participants, "largest": found.largest, "fits": found.is_within_group, "derivation": steps}


def _cell(cell: Cell, words: Words) -> dict[str, object]:
    return {
        "participants": cell.participants,
        "completion": plain(cell.completion),
        "group_completer": _step(cell.per_completer, words),
        "is_dearer": cell.is_dearer,
    }


def _scenario(one: ScenarioOutcome, words: Words) -> dict[str, object]:
    return {
        "name": one.scenario.name,
        "participants": _figure(one.scenario.participants, words),
        "completion": _figure(one.scenario.completion, words),
        "derived": list(one.scenario.derived),
        "group_starter": _line(one.per_starter, words),
        "group_completer": _line(one.per_completer, words),
        "hours_freed": _line(one.hours.freed, words),
        "is_dearer": one.is_dearer,
    }
