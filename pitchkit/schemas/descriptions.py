"""What an editor tells about a field, in Dutch: data in `nl.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pitchkit import yamlsource
from pitchkit.model import Frozen

NAME = "nl.yaml"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told about fields, by Model.field."""

    fields: dict[str, str]
    choices: dict[str, dict[str, str]]
    examples: dict[str, Any]


@cache
def read() -> Told:
    """Return what the data says."""
    data: Any = yamlsource.read(Path(__file__).parent / NAME, NAME).data
    return Told(data["fields"], data["choices"], data["examples"])


def keys_of(model: type[Frozen], name: str) -> tuple[str, ...]:
    """Return the keys under which a field may be told, from the nearest on: its model, those it comes from, any model."""
    bases = [one for one in model.__mro__ if issubclass(one, Frozen) and one is not Frozen and name in one.model_fields]
    return (*(f"{one.__name__}.{name}" for one in bases), f"any.{name}")
