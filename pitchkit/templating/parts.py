"""Which other templates a template includes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from jinja2.meta import find_referenced_templates

from pitchkit.templating.reading import placing

ANY_PART: Final = ""
"""Stands for a part that is named by a value: it could be any."""


@lru_cache(maxsize=256)
def included(text: str, shown: str) -> tuple[str, ...]:
    """Return the names of the parts that a template's text includes; raises ContentError for one that cannot be read."""
    return tuple(sorted({part or ANY_PART for part in find_referenced_templates(placing.read_file(text, shown))}))
