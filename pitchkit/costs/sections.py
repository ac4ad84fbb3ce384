"""Every line of the outcomes in the order in which one would explain them, each once, under a heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from pitchkit.costs.derivation import Given, Line
from pitchkit.costs.outcomes import Outcomes

Heading = Literal["hour", "group", "individual", "person", "break_even", "hours", "saving", "waiting_list"]

HEADINGS: tuple[Heading, ...] = get_args(Heading)


@dataclass(frozen=True, slots=True)
class Section:
    """The lines that come first under one heading."""

    heading: Heading
    lines: tuple[Line, ...]


def sections(outcomes: Outcomes) -> tuple[Section, ...]:
    """Return the lines of all outcomes at the planned size; each stands after those that it uses."""
    seen: set[Line] = set()
    made = []
    for heading, ends in _ends(outcomes):
        lines = tuple(dict.fromkeys(line for end in ends for line in end.derivation() if line not in seen))
        seen.update(lines)
        if lines:
            made.append(Section(heading, lines))
    return tuple(made)


def given_figures(outcomes: Outcomes) -> tuple[Given, ...]:
    """Return every figure that the profile gives, each once: the hour, the plan, and what the scenarios have of their own."""
    plan = outcomes.comparison.plan
    figures: tuple[Given, ...] = (
        *outcomes.comparison.hour.inputs(),
        *(plan.sessions, plan.hours, plan.facilitators, plan.smallest, plan.planned, plan.largest),
        *(plan.preparation, plan.coordination, plan.intake, plan.evaluation, plan.room_and_material, plan.completion),
        *(plan.individual_hours, plan.individual_completion),
        *((plan.hours_per_year,) if plan.hours_per_year else ()),
        *(figure for one in plan.scenarios for figure in (one.participants, one.completion)),
    )
    return tuple({figure.key: figure for figure in figures}.values())


def _ends(outcomes: Outcomes) -> Iterator[tuple[Heading, tuple[Line, ...]]]:
    comparison, waiting = outcomes.comparison, outcomes.waiting_list
    yield "hour", (comparison.hour,)
    yield "group", (comparison.fixed, comparison.variable)
    yield "individual", (comparison.individual, comparison.individual_completer)
    yield "person", (outcomes.per_starter, outcomes.per_completer)
    yield "break_even", tuple(one.line or one.room for one in (outcomes.break_even_completer, outcomes.break_even_starter))
    yield "hours", (outcomes.hours.group, outcomes.hours.individual, outcomes.hours.freed)
    yield "saving", (outcomes.saving,) if outcomes.saving else ()
    yield "waiting_list", (waiting.extra,) if waiting else ()
