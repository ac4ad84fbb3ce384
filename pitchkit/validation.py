"""Data to models: every refusal of pydantic becomes a problem at its place in the file, told from its type, never its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from pitchkit.diagnostics import Diagnostic, problem
from pitchkit.suggesting import as_id, suggest
from pitchkit.yamlsource import Step, YamlFile

Model = TypeVar("Model", bound=BaseModel)

_CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "string_type": "field-text",
    "string_too_short": "field-empty",
    "too_short": "field-empty",
    "tuple_type": "field-list",
    "list_type": "field-list",
    "dict_type": "field-mapping",
    "model_type": "field-mapping",
    "model_attributes_type": "field-mapping",
    "literal_error": "field-choice",
    "int_type": "field-whole-number",
    "int_parsing": "field-whole-number",
    "int_from_float": "field-whole-number",
    "decimal_type": "field-number",
    "decimal_parsing": "field-number",
    "finite_number": "field-number",
    "date_type": "field-date",
    "date_parsing": "field-date",
    "date_from_datetime_parsing": "field-date",
    "date_from_datetime_inexact": "field-date",
    "bool_type": "field-yes-no",
    "bool_parsing": "field-yes-no",
    "greater_than": "field-not-above",
    "share_range": "field-share",
    "greater_than_equal": "field-too-small",
    "less_than": "field-too-large",
    "less_than_equal": "field-too-large",
}
_AN_ID = "meer-mensen-zelfde-uren"
_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "field-id",
    r"^https?://\S+$": "field-address",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "field-email",
    r"^[0-9]+-[0-9a-f]{12}$": "field-stamp",
}


def validate(
    file: YamlFile, data: object, model: type[Model], steps: tuple[Step, ...] = ()
) -> tuple[Model | None, list[Diagnostic]]:
    """Return the model made from data that stands at `steps` in a file, or None, with every problem found."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(_problems(file, steps, model, error))


def validate_list(file: YamlFile, data: object, model: type[Model]) -> tuple[tuple[Model | None, ...], list[Diagnostic]]:
    """Return the models made from a list that is the whole file, None for each that is wrong, with every problem found."""
    if data is None:
        return (), []
    if not isinstance(data, list):
        return (), [problem(file.locate(()), "file-not-list")]
    # One call for the whole list costs a third of a call for each item; only a file with a mistake pays twice.
    try:
        return _list_adapter(model).validate_python(data), []
    except ValidationError:
        results = [validate(file, item, model, (index,)) for index, item in enumerate(data)]
    return tuple(value for value, _ in results), [found for _, problems in results for found in problems]


_ADAPTERS: dict[type[BaseModel], TypeAdapter[Any]] = {}


def _list_adapter(model: type[Model]) -> TypeAdapter[tuple[Model, ...]]:
    if model not in _ADAPTERS:
        _ADAPTERS[model] = TypeAdapter(tuple[model, ...])  # type: ignore[valid-type]
    return _ADAPTERS[model]


def _problems(file: YamlFile, steps: tuple[Step, ...], model: type[BaseModel], error: ValidationError) -> Iterator[Diagnostic]:
    details = error.errors(include_url=False)
    meant = {(*detail["loc"][:-1], _meant(model, detail)) for detail in details if _code(detail) == "field-unknown"}
    for detail in details:
        where = _steps(steps, detail["loc"])
        code = _code(detail)
        if code == "field-missing" and detail["loc"] in meant:
            continue  # it is there, under a name with a mistake in it
        locate: Callable[[tuple[Step, ...]], Any] = file.locate_key if code == "field-unknown" else file.locate
        values: dict[str, object] = {"field": _field_name(where) or file.path}
        if code == "field-unknown":
            values["suggestion"] = _meant(model, detail)
        elif code == "field-choice":
            choices = _choices(model, detail["loc"])
            values |= {
                "value": detail["input"],
                "choices": ", ".join(choices),
                "suggestion": suggest(str(detail["input"]), choices),
            }
        elif code in ("field-too-small", "field-too-large", "field-not-above"):
            values |= {"value": detail["input"], "limit": next(iter(detail.get("ctx", {"limit": ""}).values()))}
        elif code != "field-missing":
            values["value"] = "" if detail["input"] is None else str(detail["input"])[:60]
            values |= {"example": as_id(str(detail["input"])[:60]) or _AN_ID} if code == "field-id" else {}
        if detail["input"] is None and code not in ("field-missing", "field-unknown"):
            code, values = "field-empty", {"field": _field_name(where)}
        yield problem(locate(where), code, **values)


def _steps(base: tuple[Step, ...], loc: tuple[Step, ...]) -> tuple[Step, ...]:
    # "[key]" marks a refused mapping key; the key itself stands before it.
    return base + tuple(step for step in loc if step != "[key]")


def _code(detail: ErrorDetails) -> str:
    if detail["type"] == "string_pattern_mismatch":
        return _PATTERNS[detail["ctx"]["pattern"]]
    return _CODES.get(detail["type"], "field-refused")


def _field_name(where: tuple[Step, ...]) -> str:
    names = [step for step in where if isinstance(step, str)]
    return ".".join(names) if names else str(where[-1] + 1 if where and isinstance(where[-1], int) else "")


def _model_at(model: type[BaseModel], loc: tuple[Step, ...]) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            inner = _inner_model(model.model_fields[step].annotation)
            model = inner or model
    return model


def _inner_model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner_model(arg))), None)


def _meant(model: type[BaseModel], detail: ErrorDetails) -> str:
    """Return the field that somebody meant who wrote an unknown one, or an empty text."""
    *loc, name = detail["loc"]
    return suggest(str(name), _model_at(model, tuple(loc)).model_fields)


def _choices(model: type[BaseModel], loc: tuple[Step, ...]) -> list[str]:
    # The last name that is a field's: a name behind it is a key that the user chose.
    for number in range(len(loc) - 1, -1, -1):
        field = _model_at(model, loc[:number]).model_fields.get(str(loc[number]))
        if field:
            return _literals(field.annotation)
    return []


def _literals(annotation: object) -> list[str]:
    if isinstance(annotation, str):
        return [annotation]
    return [choice for arg in get_args(annotation) for choice in _literals(arg)]
