"""What a scalar may look like in YAML. The editor sees numbers and dates where pitchkit reads text: both have to be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

# What a `not` leaves is allowed without being offered: nobody is helped by `null`, or by `true` for a text.
_TEXT: Schema = {"not": {"type": ["array", "object", "null"]}}

DAY: Schema = {
    "type": ["string", "integer"],
    "pattern": r"^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])|\d{8}|\d{4}-?W\d{2}(-?[1-7])?)$",
    "patternErrorMessage": "Schrijf een datum als jaar-maand-dag: 2027-01-15.",
}
YES_NO: Schema = {
    "anyOf": [
        {"enum": ["yes", "no"], "errorMessage": "Schrijf yes of no."},
        {"not": {"type": ["string", "array", "object", "null"]}, "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": "^([Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[YyNnTtFf]|[Tt]rue|[Ff]alse|[01])$"},
    ],
}
NULL: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}

_MESSAGES = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Gebruik kleine letters, cijfers en streepjes: meer-mensen-zelfde-uren.",
    r"^https?://\S+$": "Begin met https://.",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "Schrijf het als naam@organisatie.nl.",
}
_FEW = 30
"""As many choices as a message can name."""

_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def typed(schema: Schema) -> Schema:
    """Return a schema for a scalar as YAML writes it."""
    kind = schema.get("type")
    if kind == "boolean":
        return dict(YES_NO)
    if kind in ("integer", "number"):
        return number(schema, is_whole=kind == "integer")
    return text(schema)


def text(schema: Schema) -> Schema:
    """Return a schema for a text: anything that stands on one line, and with a pattern only what fits it."""
    if schema.get("format") == "date":
        return dict(DAY)
    if "enum" in schema or "const" in schema:
        words = schema.get("enum") or [schema["const"]]
        return {"enum": words, "errorMessage": refusal(words)}
    pattern = schema.get("pattern")
    if pattern is None:
        return {**_TEXT, **({"minLength": schema["minLength"]} if "minLength" in schema else {})}
    made: Schema = {"type": ["string", "number"], "pattern": pattern}
    return made | ({"patternErrorMessage": _MESSAGES[pattern]} if pattern in _MESSAGES else {})


def number(schema: Schema, *, is_whole: bool) -> Schema:
    """Return a schema for a number, which may stand between quotes."""
    limits = {name: schema[name] for name in _LIMITS if name in schema}
    pattern = r"^[+-]?\d[\d_]*(\.0+)?$" if is_whole else r"^[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)([eE][+-]?\d+)?$"
    told = "Schrijf alleen cijfers." if is_whole else "Schrijf cijfers, met een punt voor de decimalen: 82.50."
    return {"type": ["integer" if is_whole else "number", "string"], "pattern": pattern, "patternErrorMessage": told, **limits}


def refusal(words: Sequence[str]) -> str:
    """Return what an editor tells about a word that is none of these."""
    if len(words) <= _FEW:
        return f"Kies uit: {', '.join(words)}."
    some = ", ".join(words[:3])
    return f"Dit staat niet in de bibliotheek. Kies uit {len(words)}, zoals {some}: de editor toont ze met Ctrl+spatie."
