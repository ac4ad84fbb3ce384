"""A model becomes a JSON Schema, in the draft that YAML language servers know best."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pitchkit.model import Audience, Entry, Frozen, JargonWord, PolicyFrame, Review, Source, Theme, WordGroup
from pitchkit.offers.model import Offer
from pitchkit.profile import Profile
from pitchkit.schemas import descriptions, scalars
from pitchkit.schemas.choices import Words
from pitchkit.schemas.scalars import Schema
from pitchkit.settings import Settings

FORMS: dict[str, type[Frozen]] = {
    "entry": Entry,
    "library": Settings,
    "profile": Profile,
    "offer": Offer,
    "audiences": Audience,
    "themes": Theme,
    "policies": PolicyFrame,
    "sources": Source,
    "thesaurus": WordGroup,
    "jargon": JargonWord,
    "reviews": Review,
}
"""What there is a schema for; behind the offer come the vocabularies of a library, and its reviews."""

_LISTS = ("entry", "audiences", "themes", "policies", "sources", "thesaurus", "jargon", "reviews")
"""Files that are a list."""

_FULL_LIMITS: dict[str, Schema] = {
    "Share.value": {"exclusiveMaximum": 1},
    "Overhead.value": {"maximum": 2},
    "Completion.value": {"maximum": 1},
}
"""Limits that the models keep by a function, which no schema shows."""


def make(form: str, choices: Mapping[str, Words]) -> Schema:
    """Return the schema for a kind of file; raises KeyError for one that there is none for."""
    model = FORMS[form]
    raw = model.model_json_schema()
    names = {one.__name__: one for one in models_below(model)}
    definitions = {name: inner for name, inner in raw.pop("$defs", {}).items() if name in names} | {model.__name__: raw}
    maker = _Maker(choices)
    reference: Schema = {"$ref": f"#/definitions/{model.__name__}"}
    top: Schema = {"type": ["array", "null"], "items": reference} if form in _LISTS else {"anyOf": [reference, scalars.NULL]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"pitchkit: {form}",
        **(reference if form == "offer" else top),
        "definitions": {name: maker.model(names[name], definitions[name]) for name in sorted(definitions)},
    }


def as_json(schema: Schema) -> str:
    """Return a schema as the text of a file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def models_below(model: type[Frozen]) -> Iterator[type[Frozen]]:
    """Yield a model and every model in its fields, each once."""
    seen: dict[str, type[Frozen]] = {}
    waiting = [model]
    while waiting:
        one = waiting.pop(0)
        if one.__name__ in seen:
            continue
        seen[one.__name__] = one
        yield one
        for field in one.model_fields.values():
            inputs = [getattr(part, "json_schema_input_type", None) for part in field.metadata]
            waiting += [found for part in (field.annotation, *inputs) for found in _models_in(part)]


def _models_in(annotation: object) -> Iterator[type[Frozen]]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


class _Maker:
    """Makes schemas of models for one library."""

    def __init__(self, choices: Mapping[str, Words]) -> None:
        self.choices = choices
        self.told = descriptions.read()

    def model(self, model: type[Frozen], raw: Schema) -> Schema:
        properties = {name: self._field(model, name, field) for name, field in raw["properties"].items()}
        made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return made | ({"required": raw["required"]} if raw.get("required") else {})

    def _field(self, model: type[Frozen], name: str, raw: Schema) -> Schema:
        keys = descriptions.keys_of(model, name)
        key = keys[0]
        typed = _typed(raw) | _FULL_LIMITS.get(key, {})
        if key in self.choices:
            typed = _with_words(typed, self.choices[key])
        elif key in self.told.choices:
            typed = _with_words(typed, Words(tuple(self.told.choices[key].items())))
        told = next((self.told.fields[one] for one in keys if one in self.told.fields), None)
        made: Schema = ({"description": told} if told else {}) | typed
        example = next((self.told.examples[one] for one in keys if one in self.told.examples), None)
        if example is not None and _is_plain(typed):
            made["examples"] = [_example(example, typed)]
        return made | _default(raw)


def _default(raw: Schema) -> Schema:
    default: Any = raw.get("default")
    if isinstance(default, bool):
        return {"default": "yes" if default else "no"}
    return {"default": default} if default and isinstance(default, str | int | float) else {}


def _example(example: Any, schema: Schema) -> Any:  # noqa: ANN401 - an example is whatever the field takes
    """Return an example as it stands in YAML: a number without quotes."""
    is_number = any(part.get("type", "")[:1] in (["integer"], ["number"]) for part in schema.get("anyOf", [schema]))
    return json.loads(example) if is_number and isinstance(example, str) else example


def _is_plain(schema: Schema) -> bool:
    """Return whether a field has no words of its own to show: choices, or fields below it."""
    return not any(sign in json.dumps(schema) for sign in ('"enum"', '"$ref"'))


def _typed(raw: Schema) -> Schema:
    if "$ref" in raw:
        return {"$ref": raw["$ref"].replace("#/$defs/", "#/definitions/")}
    if "anyOf" in raw:
        return _typed_union(raw["anyOf"])
    kind = raw.get("type")
    if kind == "array":
        limits = {"minItems": raw["minItems"]} if "minItems" in raw else {}
        return {"type": "array", "items": _typed(raw["items"]), **limits, "errorMessage": "Schrijf een lijst: [een, twee]."}
    return _typed_mapping(raw) if kind == "object" else scalars.typed(raw)


def _typed_union(parts: list[Schema]) -> Schema:
    kinds = [part.get("type") for part in parts]
    if "number" in kinds:  # a decimal is a number, or a text with digits
        parts = [part for part in parts if part.get("type") != "string"]
    made = [dict(scalars.NULL) if part.get("type") == "null" else _typed(part) for part in parts]
    return made[0] if len(made) == 1 else {"anyOf": made}


def _typed_mapping(raw: Schema) -> Schema:
    if patterns := raw.get("patternProperties"):
        kept = {pattern: _typed(inner) for pattern, inner in patterns.items()}
        return {"type": "object", "patternProperties": kept, "additionalProperties": False}
    inner = _typed(raw["additionalProperties"])
    names: list[str] = raw.get("propertyNames", {}).get("enum", [])
    if not names:
        return {"type": "object", "additionalProperties": inner}
    return {"type": "object", "properties": dict.fromkeys(names, inner), "additionalProperties": False}


def _with_words(schema: Schema, words: Words) -> Schema:
    if schema.get("type") == "array":
        return schema | {"items": _with_words(schema["items"], words)}
    if schema.get("type") == "object":
        patterns: Schema = schema.get("patternProperties", {}) if words.is_open else {}
        inner = next(iter(patterns.values()), schema["additionalProperties"])
        properties = {word: inner | ({"description": told} if told else {}) for word, told in words.told}
        others = {"patternProperties": patterns} if patterns else {}
        is_open = words.is_open and not patterns
        return {"type": "object", "properties": properties, **others, "additionalProperties": inner if is_open else False}
    if "anyOf" in schema and not words.is_open:
        return {"anyOf": [*_choices(words), *(part for part in schema["anyOf"] if part == scalars.NULL)]}
    if words.is_open:
        others = schema.get("anyOf", [schema])
        told = {"errorMessage": others[0]["patternErrorMessage"]} if "patternErrorMessage" in others[0] else {}
        return {"anyOf": [*(choice | told for choice in _choices(words)), *others]}
    return next(iter(_choices(words)), schema)  # no words are known where the library cannot be read


def _choices(words: Words) -> list[Schema]:
    if not words.told:
        return []
    ids = [word for word, _ in words.told]
    digits = [int(word) for word in ids if word.isdecimal()]  # an editor reads such an id as a number
    told = [told for _, told in words.told]
    found: Schema = {"enum": [*ids, *digits], "errorMessage": scalars.refusal(ids)}
    return [found | ({"enumDescriptions": [*told, *([""] * len(digits))]} if any(told) else {})]
