"""A whole new file, written as a person would, or a value on one line."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from pitchkit.yamlwriting.blocks import Style, comment_lines, flow, key_lines
from pitchkit.yamlwriting.editing import says
from pitchkit.yamlwriting.values import CannotEditError, Value, data_of


def dump(value: Mapping[str, Value], comment: str = "") -> str:
    """Return keys with their values as the text of a file, below a comment on the whole of it.

    Short keys and lists stand on one line, a text of several lines as a block; an empty line sets what takes more than
    one line apart. `Commented` puts a comment above its key or item.

    Raises:
        CannotEditError: a text holds a sign that no file can hold, or the values are nested too deep to be read back.
    """
    entries = [key_lines({key: inner}, Style()) for key, inner in value.items()] or [["{}"]]
    lines = [*comment_lines(comment), ""] if comment else []
    lines += entries[0]
    for above, entry in pairwise(entries):
        lines += ["", *entry] if len(above) > 1 or len(entry) > 1 else entry
    text = "".join(f"{line}\n" for line in lines)
    if not says(text, data_of(value)):
        raise CannotEditError
    return text


def on_one_line(value: Value) -> str:
    """Return a value on one line, such as an item of a list.

    Raises:
        CannotEditError: it holds a comment or a sign that no file can hold, or is nested too deep to be read back.
    """
    line = flow(value)
    if not says(line, data_of(value)):
        raise CannotEditError
    return line
