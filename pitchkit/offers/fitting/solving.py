"""The choice as a linear programme in whole numbers. The only door to HiGHS.

First what somebody fixed stays in; then as many questions as can be get an answer; then the value is as high as can be. Each
step runs on one thread from the same start, so that the same task has the same answer every time.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import highspy

from pitchkit.offers.fitting.task import Fit, Option, Task

STEPS_PER_POINT = 1000
"""Values become whole numbers, so that two choices are equal or differ by at least one."""


@dataclass(frozen=True, slots=True)
class _Solved:
    """The best found for a goal, and what it cannot exceed."""

    values: tuple[bool, ...]
    reached: int
    bound: int

    @property
    def is_proven(self) -> bool:
        return self.bound <= self.reached


def fit(task: Task, seconds: float = 20.0) -> Fit:
    """Return the best choice of options; after so many seconds for a step, the best that was found by then."""
    options = sorted((one for one in task.options if one.value > 0 or one.is_fixed), key=lambda one: one.sort_key)
    if not options:
        return _as_fit(task, options, (), (True, 0))
    programme = _Programme(task, options, seconds)
    fixed = {number: 1 for number, one in enumerate(options) if one.is_fixed}
    answered = {len(options) + number: 1 for number in range(len(task.questions))}
    worth = {number: _whole(one.value) for number, one in enumerate(options)}
    kept, answers, best = (programme.reach(gains) for gains in (fixed, answered, worth))
    is_proven = kept.is_proven and answers.is_proven and best.is_proven
    return _as_fit(task, options, best.values, (is_proven, best.bound))


def _whole(value: Decimal) -> int:
    return int((value * STEPS_PER_POINT).to_integral_value())


class _Programme:
    """One variable for each option, and one for each question that says whether it has an answer."""

    def __init__(self, task: Task, options: list[Option], seconds: float) -> None:
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.5),
        ):
            self._highs.setOptionValue(name, value)
        count = len(options) + len(task.questions)
        self._columns = [self._highs.addBinary() for _ in range(count)]
        self._seconds = seconds
        self._add_rules(task, options)

    def _add_rules(self, task: Task, options: list[Option]) -> None:
        by_entry: dict[str, list[int]] = {}
        by_question: dict[str, list[int]] = {}
        for number, one in enumerate(options):
            by_entry.setdefault(one.entry, []).append(number)
            by_question.setdefault(one.question, []).append(number)
        for numbers in by_entry.values():
            self._at_most(dict.fromkeys(numbers, 1), 1)
        for place, name in enumerate(task.questions):
            if name not in task.answered:
                answered = {len(options) + place: 1} | dict.fromkeys(by_question.get(name, ()), -1)
                self._at_most(answered, 0)
        for room in task.rooms:
            within = set(room.questions)
            words = {number: one.words for number, one in enumerate(options) if one.question in within}
            self._at_most(words, max(room.words, 0))

    def reach(self, gains: Mapping[int, int]) -> _Solved:
        """Return the choice that gains most under all the rules so far; from then on it is a rule to gain no less."""
        for number, column in enumerate(self._columns):
            self._highs.changeColCost(column.index, float(gains.get(number, 0)))
        self._highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + self._seconds)  # its clock runs on
        self._highs.run()
        values = tuple(value > 0.5 for value in self._highs.getSolution().col_value)  # noqa: PLR2004 - nearer to yes than to no
        reached = sum(gain for number, gain in gains.items() if values and values[number])
        is_optimal = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        most = float(sum(gain for gain in gains.values() if gain > 0))
        bound = reached if is_optimal else math.ceil(min(most, self._highs.getInfo().mip_dual_bound))
        self._at_least(gains, reached)
        return _Solved(values, reached, bound)

    def _at_most(self, factors: Mapping[int, int], limit: int) -> None:
        self._row(factors, -highspy.kHighsInf, limit)

    def _at_least(self, factors: Mapping[int, int], limit: int) -> None:
        self._row(factors, limit, highspy.kHighsInf)

    def _row(self, factors: Mapping[int, int], lower: float, upper: float) -> None:
        used = {number: factor for number, factor in factors.items() if factor}
        indices: Any = list(used)
        self._highs.addRow(lower, upper, len(used), indices, [float(factor) for factor in used.values()])


def _as_fit(task: Task, options: list[Option], values: Iterable[bool], proof: tuple[bool, int]) -> Fit:
    chosen = tuple(one for one, is_in in zip(options, values, strict=False) if is_in)
    entries = {one.entry for one in chosen}
    answered = task.answered | {one.question for one in chosen}
    is_proven, bound = proof
    value = sum((one.value for one in chosen), start=Decimal(0))
    return Fit(
        chosen,
        tuple(one for one in options if one.entry not in entries and one.length == "full"),
        value,
        value if is_proven else Decimal(bound) / STEPS_PER_POINT,
        is_proven,
        tuple(name for name in task.questions if name not in answered),
    )
