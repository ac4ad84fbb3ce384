"""Rules of form from many places become one: the strictest of each, and what they do not agree on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pitchkit.offers.reading.criteria import join_limits
from pitchkit.offers.reading.findings import Doubt, FoundForm, FoundLimit
from pitchkit.offers.rules import Counts, Form, Limit

_STRICTEST_IS_LARGEST = ("size", "line_spacing", "margins")


def form_of(found: Sequence[FoundForm], limits: Sequence[FoundLimit]) -> tuple[Form, list[Doubt]]:
    """Return the rules of form together, with a doubt where two places set something else."""
    fields: dict[str, Any] = {}
    counts: dict[str, bool] = {}
    doubts: list[Doubt] = []
    for one in found:
        for key, value in one.fields.items():
            if key == "counts":
                doubts += [
                    Doubt("conflict-form", one.found, name) for name in value if counts.get(name, value[name]) != value[name]
                ]
                counts |= {name: says or counts.get(name, False) for name, says in value.items()}
            elif key in fields and fields[key] != value:
                doubts.append(Doubt("conflict-form", one.found, f"{key}: {_shown(fields[key])} / {_shown(value)}"))
                fields[key] = _strictest(key, fields[key], value)
            else:
                fields[key] = value
    limit = Limit()
    for rule in limits:
        if rule.scope == "whole":
            limit, is_conflict = join_limits(limit, rule.limit)
            if is_conflict:
                doubts.append(Doubt("conflict-limit", rule.found))
    return Form(limit=limit, counts=Counts(**counts), **fields), doubts


def _strictest(key: str, there: Any, new: Any) -> Any:  # noqa: ANN401 - as many types as a form has fields
    if key in _STRICTEST_IS_LARGEST:
        return max(there, new)
    if key == "fonts":
        return tuple(font for font in there if font in new) or there
    return there


def _shown(value: Any) -> str:  # noqa: ANN401 - as above
    return ", ".join(value) if isinstance(value, tuple) else str(value)
