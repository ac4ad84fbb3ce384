"""What a template sees of the cost model: amounts and hours as a document prints them, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pitchkit.cost_charts import sizes_of
from pitchkit.costs.break_even import BreakEven
from pitchkit.costs.derivation import Given, Line, Unit
from pitchkit.costs.hours import hours_freed
from pitchkit.costs.labels import input_key, word_of
from pitchkit.costs.outcomes import Outcomes
from pitchkit.costs.ranges import Cell, ScenarioOutcome
from pitchkit.profile import Group
from pitchkit.templating.values import Record
from pitchkit.typography import Formats


@dataclass(frozen=True, slots=True)
class Printed:
    """How a document writes amounts, hours and shares, and what it calls them."""

    formats: Formats
    words: Mapping[str, str]

    def word(self, key: str) -> str:
        """Return what the library calls a figure or a line."""
        return word_of(self.words, key)

    def whole(self, line: Line) -> str:
        """Return an amount in whole euro, for running text; the derivation keeps its cents."""
        return self.formats.euro(line.result.quantize(Decimal(1), ROUND_HALF_UP))

    def exact(self, amount: Decimal, unit: Unit) -> str:
        """Return a figure with its unit, to the cent."""
        if unit in ("euro", "euro-per-hour"):
            return self.formats.euro(amount)
        if unit == "share":
            return f"{self.formats.number(amount * 100)}%"
        return f"{self.formats.number(amount)}\u00a0{self.word(f'unit.{unit}')}"

    def number(self, amount: Decimal) -> str:
        """Return a bare number."""
        return self.formats.number(amount)


def cost_record(outcomes: Outcomes, group: Group, printed: Printed) -> Record:
    """Return the outcomes as a template sees them; amounts in whole euro, derivation and tables to the cent."""
    comparison = outcomes.comparison
    plan = comparison.plan
    hours = outcomes.hours
    return Record(
        {
            "group": group.name,
            "participants": printed.number(plan.planned.value),
            "completion": printed.exact(plan.completion.value, "share"),
            "individual_completion": printed.exact(plan.individual_completion.value, "share"),
            "hour": printed.exact(comparison.hour.result, "euro"),
            "fixed": printed.whole(comparison.fixed),
            "variable": printed.whole(comparison.variable),
            "per_starter": printed.whole(outcomes.per_starter),
            "per_completer": printed.whole(outcomes.per_completer),
            "individual": printed.whole(comparison.individual),
            "individual_completer": printed.whole(comparison.individual_completer),
            "break_even": _people(outcomes.break_even_completer),
            "break_even_starter": _people(outcomes.break_even_starter),
            "break_even_fits": outcomes.break_even_completer.is_within_group,
            "largest": str(outcomes.break_even_completer.largest),
            "group_hours": printed.number(hours.group.result),
            "individual_hours": printed.number(hours.individual.result),
            "freed": printed.number(hours.freed.result) if hours.are_freed else "",
            "relation": plan.relation,
            "reasons": outcomes.reasons,
            "is_dearer": "dearer" in outcomes.reasons,
            "may_argue": outcomes.may_argue,
            "saving": printed.whole(outcomes.saving) if outcomes.saving else "",
            "waiting": _waiting(outcomes, printed),
            "first": _at(outcomes, sizes_of(comparison)[0], printed),
            "last": _at(outcomes, sizes_of(comparison)[-1], printed),
            "completions": tuple(printed.exact(share, "share") for share in outcomes.sensitivity.completions),
            "sensitivity": tuple(_row(row, printed) for row in outcomes.sensitivity.rows),
            "scenarios": tuple(_scenario(one, printed) for one in outcomes.scenarios),
            "figures": tuple(_figure(one, printed) for one in _givens(_lines(outcomes))),
            "lines": tuple(_line(line, printed) for line in _lines(outcomes)),
        }
    )


def _at(outcomes: Outcomes, size: int, printed: Printed) -> Record:
    freed = hours_freed(outcomes.comparison, size).freed
    amount = printed.whole(outcomes.comparison.per_completer(size))
    return Record({"participants": str(size), "per_completer": amount, "freed": printed.number(freed.result)})


def _people(even: BreakEven) -> str:
    return "" if even.participants is None else str(even.participants)


def _waiting(outcomes: Outcomes, printed: Printed) -> Record | str:
    waiting = outcomes.waiting_list
    if waiting is None:
        return ""
    figures = {"individual": waiting.individual, "group": waiting.group, "groups": waiting.groups, "extra": waiting.extra}
    return Record({name: printed.number(line.result) for name, line in figures.items()})


def _row(cells: tuple[Cell, ...], printed: Printed) -> Record:
    amounts = tuple(printed.whole(cell.per_completer) + (" *" if cell.is_dearer else "") for cell in cells)
    return Record({"participants": str(cells[0].participants), "amounts": amounts})


def _scenario(one: ScenarioOutcome, printed: Printed) -> Record:
    return Record(
        {
            "name": printed.word(f"scenario.{one.scenario.name}"),
            "participants": printed.number(one.scenario.participants.value),
            "completion": printed.exact(one.scenario.completion.value, "share"),
            "per_starter": printed.whole(one.per_starter),
            "per_completer": printed.whole(one.per_completer),
            "freed": printed.number(one.hours.freed.result),
            "is_dearer": one.is_dearer,
            "derived": bool(one.scenario.derived),
        }
    )


def _lines(outcomes: Outcomes) -> tuple[Line, ...]:
    comparison = outcomes.comparison
    ends: list[Line] = [outcomes.per_starter, outcomes.per_completer, comparison.individual_completer]
    derived = [line for end in ends for line in end.derivation()]
    for even in (outcomes.break_even_starter, outcomes.break_even_completer):
        derived += even.derivation()
    for line in (outcomes.hours.freed, outcomes.saving, outcomes.waiting_list.extra if outcomes.waiting_list else None):
        derived += line.derivation() if line else ()
    return tuple({line.key: line for line in derived}.values())


def _givens(lines: Iterable[Line]) -> tuple[Given, ...]:
    return tuple({one.key: one for line in lines for one in line.given}.values())


def _figure(one: Given, printed: Printed) -> Record:
    return Record(
        {
            "label": printed.word(input_key(one)),
            "value": printed.exact(one.value, one.unit),
            "year": str(one.year) if one.year else "",
            "source": one.source or "",
        }
    )


def _line(line: Line, printed: Printed) -> Record:
    return Record(
        {
            "label": printed.word(line.key),
            "formula": line.formula_text(printed.number),
            "result": printed.exact(line.result, line.unit),
        }
    )
