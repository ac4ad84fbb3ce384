"""The outcomes as a workbook with live formulas, for who checks figures in a spreadsheet. The only door to xlsxwriter."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from pitchkit.costs.book import About, Book, letter
from pitchkit.costs.derivation import Line
from pitchkit.costs.formulas import break_even_formula, dearer_formula, formula, in_words
from pitchkit.costs.labels import figure_label
from pitchkit.costs.outcomes import Outcomes
from pitchkit.costs.ranges import ScenarioOutcome
from pitchkit.costs.sections import given_figures, sections
from pitchkit.writers.docx.package import PROPERTY, is_untouched, seal, zip_parts

__all__ = ["About", "is_untouched", "write"]

_LABEL, _FORMULA = 60, 80
"""Widths of columns, in signs."""
_TOTALS = ("hour", "fixed", "variable", "hours.freed", "break_even.completer", "saving", "waiting_list.extra")


def write(outcomes: Outcomes, words: Mapping[str, str], about: About) -> bytes:
    """Return the workbook: figures to change, the calculation that follows them, and two tables of what else may come.

    Every formula carries its value. The same outcomes, words and date give the same bytes.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as file:
        made = datetime.datetime.combine(about.date, datetime.time())
        file.set_properties({"title": about.group, "author": about.organisation, "created": made})
        file.set_custom_property(PROPERTY, "0" * 64)
        book = Book(file, words, about)
        _write_inputs(book, outcomes)
        _write_calculation(book, outcomes)
        _write_sensitivity(book, outcomes)
        _write_scenarios(book, outcomes)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zip_parts(seal(parts, "docProps/custom.xml"))


def _write_inputs(book: Book, outcomes: Outcomes) -> None:
    names = ("figure", "value", "unit", "year", "source", "key")
    sheet = book.sheet("inputs", (_LABEL, 14, 16, 8, _LABEL, 40), [book.word(f"column.{name}") for name in names])
    figures = given_figures(outcomes)
    for row, figure in enumerate(figures, 1):
        sheet.write_string(row, 0, figure_label(figure.key, book.words), book.look("text"))
        sheet.write_number(row, 1, figure.value, book.look("input", figure.unit))
        sheet.write_string(row, 2, book.word(f"unit.{figure.unit}"), book.look("unit"))
        if figure.year:
            sheet.write_number(row, 3, figure.year, book.look("plain"))
        sheet.write_string(row, 4, figure.source or book.word("word.from_profile"), book.look("source"))
        sheet.write_string(row, 5, figure.key, book.look("plain"))
        book.fit(sheet, row, (figure_label(figure.key, book.words), _LABEL), (figure.source or "", _LABEL))
        book.figures[figure.key] = book.place("inputs", row, 1)
    plan = outcomes.comparison.plan
    book.figures |= {"planned": book.figures[plan.planned.key], "largest": book.figures[plan.largest.key]}
    facts = {"relation": f"relation.{plan.relation}", "hours_not_bought": f"word.{'yes' if plan.hours_not_bought else 'no'}"}
    for row, (name, value) in enumerate(facts.items(), len(figures) + 1):
        sheet.write_string(row, 0, book.word(f"input.{name}"), book.look("text"))
        sheet.write_string(row, 1, book.word(value), book.look("plain"))
        sheet.write_string(row, 5, f"costs.{name}", book.look("plain"))


def _write_calculation(book: Book, outcomes: Outcomes) -> None:
    names = ("figure", "result", "unit", "formula", "rounding")
    sheet = book.sheet("calculation", (_LABEL, 16, 16, _FORMULA, 30), [book.word(f"column.{name}") for name in names])
    row = 1
    for section in sections(outcomes):
        sheet.write_string(row, 0, book.word(f"heading.{section.heading}"), book.look("title"))
        row += 1
        for line in section.lines:
            _write_line(book, sheet, row, line, outcomes)
            row += 1
        if section.heading == "break_even":
            row = _write_no_break_even(book, sheet, row, outcomes)
    plan = outcomes.comparison.plan
    places = (book.figures[one.key] for one in (plan.planned, plan.completion, plan.individual_completion))
    _write_dearer(book, sheet, (row, 1), dearer_formula(book.cells(), *places), is_dearer="dearer" in outcomes.reasons)
    sheet.write_string(row, 0, book.word("word.dearer"), book.look("text"))


def _write_line(book: Book, sheet: Any, row: int, line: Line, outcomes: Outcomes) -> None:  # noqa: ANN401 - as above
    look = "total" if line.key in _TOTALS else "plain"
    if line.key in ("break_even.starter", "break_even.completer"):
        text = _break_even(book, line.key, outcomes)
    else:
        text = formula(line, book.cells())
    sheet.write_string(row, 0, _name(book, line), book.look("total" if look == "total" else "text"))
    sheet.write_formula(row, 1, f"={text}", book.look(look, line.unit), line.result)
    sheet.write_string(row, 2, book.word(f"unit.{line.unit}"), book.look("unit"))
    words = in_words(line, book.words)
    sheet.write_string(row, 3, words, book.look("text"))
    book.fit(sheet, row, (_name(book, line), _LABEL), (words, _FORMULA))
    sheet.write_string(row, 4, book.word(f"rounding.{line.rounding}"), book.look("plain"))
    book.lines[line.key] = book.place("calculation", row, 1)


def _write_no_break_even(book: Book, sheet: Any, row: int, outcomes: Outcomes) -> int:  # noqa: ANN401 - as above
    """Say where there is no break-even; other figures may bring one. Return the next row."""
    for one in (outcomes.break_even_completer, outcomes.break_even_starter):
        if one.line is None:
            key = f"break_even.{one.per}"
            sheet.write_string(row, 0, book.word(key), book.look("text"))
            sheet.write_formula(row, 1, f"={_break_even(book, key, outcomes)}", book.look("plain"), book.word("word.none"))
            row += 1
    return row


def _break_even(book: Book, key: str, outcomes: Outcomes) -> str:
    plan = outcomes.comparison.plan
    shares = (book.figures[plan.completion.key], book.figures[plan.individual_completion.key])
    return break_even_formula(key.removeprefix("break_even."), book.cells(), shares, book.word("word.none").replace('"', '""'))


def _write_dearer(book: Book, sheet: Any, at: tuple[int, int], condition: str, *, is_dearer: bool) -> None:  # noqa: ANN401 - as above
    yes, no = (book.word(f"word.{name}") for name in ("yes", "no"))
    text = '=IF({},"{}","{}")'.format(condition, *(word.replace('"', '""') for word in (yes, no)))
    sheet.write_formula(*at, text, book.look("plain"), yes if is_dearer else no)


def _write_sensitivity(book: Book, outcomes: Outcomes) -> None:
    table, plan = outcomes.sensitivity, outcomes.comparison.plan
    sheet = book.sheet("sensitivity", (16, *(13 for _ in table.completions)), [book.word("column.participants")], 1)
    sheet.write_string(0, 0, book.word("group.completer"), book.look("title"))
    for column, share in enumerate(table.completions, 1):
        if share == plan.completion.value:
            sheet.write_formula(1, column, f"={book.figures[plan.completion.key]}", book.look("head", "share"), share)
        else:
            sheet.write_number(1, column, share, book.look("head", "share"))
    lines = {key: cell for key, cell in book.lines.items() if key not in ("group.total", "group.completer")}
    for row, cells in enumerate(table.rows, 2):
        sheet.write_number(row, 0, cells[0].participants, book.look("plain", "people"))
        for column, cell in enumerate(cells, 1):
            place = f"{letter(column)}$2"
            at = book.cells(f"$A{row + 1}", figures={one.key: place for one in cell.per_completer.given}, lines=lines)
            text, value = f"={formula(cell.per_completer, at)}", cell.per_completer.result
            sheet.write_formula(row, column, text, book.look("plain", "euro"), value)
    _mark_dearer(book, sheet, outcomes, lines)


def _mark_dearer(book: Book, sheet: Any, outcomes: Outcomes, lines: Mapping[str, str]) -> None:  # noqa: ANN401 - as above
    table, plan = outcomes.sensitivity, outcomes.comparison.plan
    total = formula(next(line for line in table.rows[0][0].per_completer.uses), book.cells("$A3", lines=lines))
    at = book.cells("$A3", lines={**lines, "group.total": f"({total})"})
    condition = dearer_formula(at, "$A3", "B$2", book.figures[plan.individual_completion.key])
    look = book.file.add_format({"bold": True, "bg_color": "#D9D9D9"})
    last = len(table.rows) + 1
    sheet.conditional_format(2, 1, last, len(table.completions), {"type": "formula", "criteria": f"={condition}", "format": look})
    sheet.write_string(last + 2, 0, book.word("word.dearer_cells"))


def _write_scenarios(book: Book, outcomes: Outcomes) -> None:
    head = [book.word("column.figure"), *(book.word(f"scenario.{one.scenario.name}") for one in outcomes.scenarios)]
    sheet = book.sheet("scenarios", (_LABEL, 16, 16, 16), head)
    for column, one in enumerate(outcomes.scenarios, 1):
        _write_scenario(book, sheet, column, one, outcomes)


def _write_scenario(book: Book, sheet: Any, column: int, one: ScenarioOutcome, outcomes: Outcomes) -> None:  # noqa: ANN401 - as above
    name, scenario = letter(column), one.scenario
    for row, (key, figure) in enumerate((("participants", scenario.participants), ("completion", scenario.completion)), 1):
        sheet.write_string(row, 0, book.word(f"input.scenario.{key}"), book.look("text"))
        sheet.write_formula(row, column, f"={book.figures[figure.key]}", book.look("plain", figure.unit), figure.value)
    lines = (*one.per_starter.uses, one.per_starter, one.per_completer, one.hours.group, one.hours.individual, one.hours.freed)
    own = {line.key: f"{name}{row + 1}" for row, line in enumerate(lines, 3)}
    at = book.cells(f"{name}2", figures={scenario.completion.key: f"{name}3"}, lines=book.lines | own)
    for row, line in enumerate(lines, 3):
        sheet.write_string(row, 0, _name(book, line), book.look("text"))
        sheet.write_formula(row, column, f"={formula(line, at)}", book.look("plain", line.unit), line.result)
    row = len(lines) + 3
    sheet.write_string(row, 0, book.word("word.dearer"), book.look("text"))
    theirs = book.figures[outcomes.comparison.plan.individual_completion.key]
    condition = dearer_formula(at, f"{name}2", f"{name}3", theirs)
    _write_dearer(book, sheet, (row, column), condition, is_dearer=one.is_dearer)


def _name(book: Book, line: Line) -> str:
    """Return what a line is called, which stays true when other figures bring it below zero."""
    return book.word("hours.freed.signed" if line.key == "hours.freed" else line.key)
