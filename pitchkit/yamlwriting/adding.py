"""New keys under those that are there already, in a text that somebody wrote: nothing that has a value gets another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pitchkit import yamlnodes
from pitchkit.yamlsource import Data, Step
from pitchkit.yamlwriting.blocks import Style, key_lines
from pitchkit.yamlwriting.editing import edit
from pitchkit.yamlwriting.values import CannotEditError, Put

New: TypeAlias = "Mapping[str, New] | str | bool"
"""What is to be added: keys with texts, with yes or no, or with keys of their own."""

_ONE_LINE = Style(width=100_000)
"""What has a value, a year and a source stands on one line, however long that is."""


class CannotAddError(Exception):
    """The text does not leave room for what is to be added without a change to something else."""


def add(text: str, new: Mapping[str, New]) -> str:
    """Return YAML text with new keys in it, under those that are there already.

    Raises:
        CannotAddError: a key has a value already, or the text is written so that nothing can be put in.
        ContentError: the text is not YAML.
    """
    there = yamlnodes.build(text.removeprefix("\ufeff"), "")
    try:
        return edit(text, list(_puts(there, new, ())), _ONE_LINE)
    except CannotEditError:
        raise CannotAddError from None


def as_lines(new: Mapping[str, New]) -> list[str]:
    """Return keys with their values as lines; what has a value, a year and a source stands on one line."""
    return key_lines(new, _ONE_LINE)


def _puts(there: Data, new: Mapping[str, New], above: tuple[Step, ...]) -> Iterator[Put]:
    for key, value in new.items():
        steps = (*above, key)
        inside = there.get(key) if isinstance(there, dict) else None
        if isinstance(value, Mapping) and (value or isinstance(inside, dict)):
            yield from _puts(inside, value, steps)
        elif inside is not None:
            raise CannotEditError
        else:
            yield Put(steps, value)
