"""Which other templates a template includes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import jinja2
from jinja2.meta import find_referenced_templates

ANY_PART: Final = ""
"""Stands for a part that is named by a value: it could be any."""

_PARSER: Final = jinja2.Environment()  # noqa: S701 - it reads names, and renders nothing


@lru_cache(maxsize=256)
def included(text: str, name: str, shown: str) -> tuple[str, ...]:
    """Return the names of the parts that a template's text includes.

    Raises:
        jinja2.TemplateSyntaxError: with `shown` as the name of the file.
    """
    return tuple(sorted({part or ANY_PART for part in find_referenced_templates(_PARSER.parse(text, name, shown))}))
