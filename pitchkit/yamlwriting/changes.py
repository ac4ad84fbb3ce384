"""What edits together ask of each place in a file, and what the file says after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pitchkit.yamlsource import Data, Step
from pitchkit.yamlwriting.values import Append, CannotEditError, Commented, Edit, Put, Value, data_of


@dataclass(frozen=True, slots=True)
class Change:
    """What has to become of one value: another value, or more items at its end and changes below it."""

    value: Value | None
    items: tuple[Value, ...] | None
    below: Mapping[Step, Change]


def change_of(edits: Sequence[Edit], depth: int = 0) -> Change:
    """Return edits as the one change that they are; raises CannotEditError where they are at odds with each other."""
    here = [one for one in edits if len(one.steps) == depth]
    puts = [one.value for one in here if isinstance(one, Put)]
    appends = [one for one in here if isinstance(one, Append)]
    deeper: dict[Step, list[Edit]] = {}
    for one in edits:
        if len(one.steps) > depth:
            deeper.setdefault(one.steps[depth], []).append(one)
    if len(puts) > 1 or (puts and (appends or deeper)):
        raise CannotEditError
    items = tuple(item for one in appends for item in one.values) if appends else None
    below = {step: change_of(ones, depth + 1) for step, ones in deeper.items()}
    return Change(puts[0] if puts else None, items, below)


def without_what_is_there(data: Data, edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that make a difference: a value that stands there already is not written again."""
    return [
        one
        for one in edits
        if not isinstance(one, Put) or isinstance(one.value, Commented) or _found(data, one.steps) != data_of(one.value)
    ]


def outcome(data: Data, change: Change) -> Data:
    """Return data after a change; raises CannotEditError where the data has no such place."""
    if change.value is not None:
        return data_of(change.value)
    if isinstance(data, list) or (data is None and change.items is not None):
        return _longer(data or [], change)
    if not (data is None or isinstance(data, dict)) or change.items is not None:
        raise CannotEditError
    changed = dict(data or {})
    for step, below in change.below.items():
        if not isinstance(step, str):
            raise CannotEditError
        changed[step] = outcome(changed.get(step), below)
    return changed


def made(change: Change) -> Value:
    """Return what a change makes where there was nothing."""
    if change.value is not None:
        return change.value
    if change.items is not None:
        return change.items
    return {str(step): made(below) for step, below in change.below.items()}


def _longer(data: Sequence[Data], change: Change) -> Data:
    if not all(isinstance(step, int) and 0 <= step < len(data) for step in change.below):
        raise CannotEditError
    there = [outcome(item, change.below[number]) if number in change.below else item for number, item in enumerate(data)]
    return there + [data_of(item) for item in change.items or ()]


def _found(data: Data, steps: tuple[Step, ...]) -> Data:
    for step in steps:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data
