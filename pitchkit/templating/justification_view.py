"""What a template sees of what prices rest on: the cost of an hour by its six elements, what makes up a group, every figure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from pitchkit.costs.derivation import Given, Key, Line, Unit
from pitchkit.costs.inputs import ELEMENTS, Costs
from pitchkit.costs.labels import figure_label
from pitchkit.profile import Profile
from pitchkit.templating.cost_view import Printed
from pitchkit.templating.values import Open, Record

LETTERS: Final = dict(zip(ELEMENTS, "abcdef", strict=True))
"""The elements of art. 5.4 lid 3 Uitvoeringsbesluit Wmo 2015, by their letters."""

_ALIKE: Final[tuple[Key, ...]] = (
    "fixed.preparation",
    "fixed.coordination",
    "fixed.room_and_material",
    "variable.intake",
    "variable.evaluation",
)
_FIXED: Final = _ALIKE[:3]
_PARTS: Final[dict[str, Unit]] = {"participants": "people", "groups": "groups", "completion": "share"}


def justification_record(profile: Profile, hour: Line | None, groups: Mapping[str, Line], printed: Printed) -> Record:
    """Return what prices rest on; `groups` are the costs of one group in euro, by the id of the group, `hour` those of an hour.

    `alike` are the lines that every group has in common: the cost model knows them for one group, named in `figures_of`;
    `borrowed` says that others stand on them too. `included` are the keys of what a group is made of, unless it costs nothing.
    """
    costs = profile.costs if isinstance(profile.costs, Costs) else None
    names = {group.id: group.name for group in profile.groups}
    lines = list(groups.values())
    every = [*(hour.inputs() if hour else ()), *(one for line in lines for one in line.inputs())]
    sourced = {one.key: one for one in every if one.source}
    first = _by_key(lines[0]) if lines else {}
    return Record(
        {
            "hour": _hour(hour, printed) if hour else ("" if profile.costs == "omit" else Open("costs.hour")),
            "alike": tuple(_line(first[key], printed) for key in _ALIKE if key in first),
            "included": tuple(key for key in ("fixed.sessions", *_ALIKE) if key in first and first[key].result),
            "groups": tuple(_group(names[name], line, printed) for name, line in groups.items()),
            "figures": tuple(_figure(one, printed) for one in sourced.values()),
            "figures_of": names.get(costs.group.id, "") if costs else "",
            "borrowed": bool(costs and any(name != costs.group.id for name in groups)),
        }
    )


def amount(value: Decimal, unit: Unit, printed: Printed) -> str:
    """Return a figure with its unit; euro to the cent."""
    return printed.formats.amount(value) if unit in ("euro", "euro-per-hour") else printed.exact(value, unit)


def with_units(line: Line, printed: Printed) -> str:
    """Return the formula of a line with the unit of each figure; empty where it only repeats one figure."""
    if len(line.formula) == 1:
        return ""
    known: list[tuple[Decimal, Unit]] = [(one.value, one.unit) for one in line.given]
    known += [(one.result, one.unit) for one in line.uses]
    known += [(value, _PARTS[name]) for name, value in line.parts if name in _PARTS]
    left = list(known)
    terms = []
    for term in line.formula:
        if isinstance(term, str):
            terms.append(term)
            continue
        found = next((one for one in (*left, *known) if one[0] == term), None)
        if found in left:
            left.remove(found)
        terms.append(amount(term, found[1], printed) if found else printed.number(term))
    return " ".join(terms).replace("( ", "(").replace(" )", ")").replace(" − ", "\u00a0−\u00a0")


def _hour(hour: Line, printed: Printed) -> Record:
    by_key = _by_key(hour)
    figures = {one.key: one for one in hour.inputs()}
    elements = tuple(
        _line(by_key[key], printed, letter=letter, figure=_figure(figures[f"costs.{key}"], printed))
        for name, letter in LETTERS.items()
        for key in (f"hour.{name}",)
        if key in by_key
    )
    risk = by_key.get("hour.risk")
    return Record(
        {
            "result": printed.formats.amount(hour.result),
            "tariff": "" if elements else _figure(hour.inputs()[0], printed),
            "elements": elements,
            "before": printed.formats.amount(by_key["hour.before_indexation"].result) if elements else "",
            "risk": _line(risk, printed, figure=_figure(figures["costs.hour.risk"], printed)) if risk else "",
        }
    )


def _group(name: str, line: Line, printed: Printed) -> Record:
    """Return one group: its sessions, the rest of what is fixed, its participants, and what that comes to."""
    by_key = _by_key(line)
    people = next(value for key, value in line.parts if key == "participants")
    each = by_key["variable"].result
    formats = printed.formats
    return Record(
        {
            "name": name,
            "sessions": with_units(by_key["fixed.sessions"], printed),
            "sessions_total": formats.amount(by_key["fixed.sessions"].result),
            "fixed": formats.amount(sum((by_key[key].result for key in _FIXED), Decimal(0))),
            "people": printed.number(people),
            "variable": formats.amount(each),
            "variable_total": formats.amount(people * each),
            "total": formats.amount(line.result),
        }
    )


def _line(line: Line, printed: Printed, **more: object) -> Record:
    values = {
        "label": _in_a_row(printed.word(line.key)),
        "formula": with_units(line, printed),
        "result": printed.formats.amount(line.result),
    }
    return Record(values | more)


def _figure(one: Given, printed: Printed) -> Record:
    return Record(
        {
            "label": _in_a_row(figure_label(one.key, printed.words)),
            "value": amount(one.value, one.unit, printed),
            "year": str(one.year) if one.year else "",
            "source": one.source or "",
        }
    )


def _in_a_row(words: str) -> str:
    return words[:1].upper() + words[1:]


def _by_key(line: Line) -> dict[str, Line]:
    return {one.key: one for one in line.derivation()}
