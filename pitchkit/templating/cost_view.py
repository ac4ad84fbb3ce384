"""What a template sees of the cost model: amounts and hours as a document prints them, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pitchkit.cost_charts import sizes_of
from pitchkit.costs.break_even import BreakEven
from pitchkit.costs.derivation import Given, Line, Unit
from pitchkit.costs.hours import HoursFreed, hours_freed
from pitchkit.costs.labels import figure_label, line_key, word_of
from pitchkit.costs.outcomes import Outcomes
from pitchkit.costs.ranges import Cell, ScenarioOutcome
from pitchkit.costs.sections import given_figures, sections
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
        counted = self.words.get(f"count.{unit}.{'one' if abs(amount) == 1 else 'many'}") or self.word(f"unit.{unit}")
        return f"{self.formats.number(amount)}\u00a0{counted}"

    def number(self, amount: Decimal) -> str:
        """Return a bare number."""
        return self.formats.number(amount)


def cost_record(outcomes: Outcomes, group: Group, printed: Printed) -> Record:
    """Return the outcomes as a template sees them; amounts in whole euro, derivation and tables to the cent."""
    comparison = outcomes.comparison
    plan = comparison.plan
    hours = outcomes.hours
    sizes = tuple(_at(outcomes, size, printed) for size in sizes_of(comparison))
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
            **_freed(hours, printed),
            "relation": plan.relation,
            "reasons": outcomes.reasons,
            "is_dearer": "dearer" in outcomes.reasons,
            "may_argue": outcomes.may_argue,
            "saving": printed.whole(outcomes.saving) if outcomes.saving else "",
            "waiting": _waiting(outcomes, printed),
            "first": sizes[0],
            "last": sizes[-1],
            "sizes": sizes,
            "key_sizes": tuple(_at(outcomes, size, printed) for size in _key_sizes(outcomes)),
            "completions": tuple(printed.exact(share, "share") for share in outcomes.sensitivity.completions),
            "sensitivity": tuple(_row(row, printed) for row in outcomes.sensitivity.rows),
            "scenarios": tuple(_scenario(one, printed) for one in outcomes.scenarios),
            "figures": tuple(_figure(one, printed) for one in given_figures(outcomes)),
            "sources": _sources(outcomes),
            "lines": tuple(_line(line, printed) for section in sections(outcomes) for line in section.lines),
        }
    )


def _at(outcomes: Outcomes, size: int, printed: Printed) -> Record:
    comparison, hours = outcomes.comparison, hours_freed(outcomes.comparison, size)
    return Record(
        {
            "participants": str(size),
            "per_completer": printed.whole(comparison.per_completer(size)),
            "group_hours": printed.number(hours.group.result),
            "individual_hours": printed.number(hours.individual.result),
            **_freed(hours, printed),
        }
    )


def _freed(hours: HoursFreed, printed: Printed) -> dict[str, object]:
    """Return the hours that a group frees, or those that it takes on top; empty where there are none."""
    amount = hours.freed.result
    freed, extra = (printed.number(abs(amount)) if is_so else "" for is_so in (amount > 0, amount < 0))
    return {"freed": freed, "extra_hours": extra}


def _key_sizes(outcomes: Outcomes) -> tuple[int, ...]:
    """Return the numbers of participants that tell a chart in a few rows: the bounds, what is planned, and the break-even."""
    plan, even = outcomes.comparison.plan, outcomes.break_even_completer
    sizes = {int(size.value) for size in (plan.smallest, plan.planned, plan.largest)}
    if even.participants is not None and even.is_within_group:
        sizes.add(even.participants)
    return tuple(sorted(sizes))


def _people(even: BreakEven) -> str:
    return "" if even.participants is None else str(even.participants)


def _waiting(outcomes: Outcomes, printed: Printed) -> Record | str:
    waiting = outcomes.waiting_list
    if waiting is None:
        return ""
    figures = {"individual": waiting.individual, "group": waiting.group, "groups": waiting.groups}
    more = waiting.extra.result
    extra, fewer = (printed.number(abs(more)) if is_so else "" for is_so in (more > 0, more < 0))
    return Record({**{name: printed.number(line.result) for name, line in figures.items()}, "extra": extra, "fewer": fewer})


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
            **_freed(one.hours, printed),
            "is_dearer": one.is_dearer,
            "derived": bool(one.scenario.derived),
        }
    )


def _sources(outcomes: Outcomes) -> tuple[str, ...]:
    """Return every source that the figures have, each once, with its years."""
    years: dict[str, set[int]] = {}
    for one in given_figures(outcomes):
        if one.source and one.year:
            years.setdefault(one.source, set()).add(one.year)
    return tuple(f"{source}, {', '.join(str(year) for year in sorted(found))}" for source, found in years.items())


def _figure(one: Given, printed: Printed) -> Record:
    return Record(
        {
            "label": figure_label(one.key, printed.words),
            "value": printed.exact(one.value, one.unit),
            "year": str(one.year) if one.year else "",
            "source": one.source or "",
        }
    )


def _line(line: Line, printed: Printed) -> Record:
    return Record(
        {
            "label": printed.word(line_key(line)),
            "formula": line.formula_text(printed.formats.as_given),
            "result": printed.exact(line.result, line.unit),
        }
    )
