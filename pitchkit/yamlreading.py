"""YAML text as plain data with the place of every value, in one pass over what the parser tells.

What is unusual in a text is left to `yamlnodes`, which says what is wrong with it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from pitchkit.signs import forbidden_sign

if TYPE_CHECKING:
    from pitchkit.yamlsource import Data

PARSER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

DEEPEST = 20
"""How many levels a file may have; a profile has five."""

NOTHING = ("", "~")
"""What stands for nothing where there are no quotes around it."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a text says, and where: line and column (from 0) of every key and value, in the order in which they stand."""

    data: Data
    marks: array[int]


class _UnusualError(Exception):
    """There is something in the text that plain data has no place for."""


def read(text: str) -> Read | None:
    """Return what YAML text says, or None where it has mistakes or anything unusual."""
    next_event, marks = PARSER(text).get_event, array("I")
    try:
        next_event()
        if isinstance(next_event(), StreamEndEvent):
            return Read(None, marks)
        data = _data(next_event(), next_event, marks.append, 1)
        next_event()
        return Read(data, marks) if isinstance(next_event(), StreamEndEvent) else None
    except (yaml.YAMLError, _UnusualError):
        return None


def _data(event: Any, next_event: Callable[[], Any], note: Callable[[int], None], depth: int) -> Data:  # noqa: ANN401 - events have no types
    """Return the value that begins with an event, and note the places of what is in it."""
    if event.anchor is not None or event.tag is not None or depth > DEEPEST:
        raise _UnusualError
    mark = event.start_mark
    note(mark.line)
    note(mark.column)
    kind = event.__class__
    if kind is ScalarEvent:
        value: str = event.value
        if event.style == '"' and forbidden_sign(value):
            raise _UnusualError
        return value if event.style or value not in NOTHING else None
    if kind is SequenceStartEvent:
        items: list[Data] = []
        while (event := next_event()).__class__ is not SequenceEndEvent:
            items.append(_data(event, next_event, note, depth + 1))
        return items
    mapping: dict[str, Data] = {}
    while (event := next_event()).__class__ is not MappingEndEvent:
        _data(event, next_event, note, depth + 1)
        if event.__class__ is not ScalarEvent or event.value in mapping:
            raise _UnusualError
        key = event.value
        mapping[key] = _data(next_event(), next_event, note, depth + 1)
    return mapping
