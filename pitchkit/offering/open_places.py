"""What an offer still leaves open: each field with the key and the line that fill it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pitchkit.diagnostics import Location
from pitchkit.offering.making import FOR_THE_BUYER, BuiltDocument
from pitchkit.offers.loading import LoadedOffer
from pitchkit.yamlsource import Step

_ROOT = "offer."


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """An open field: its key by the buyer's own ids, its label, and its line; `where` is None for a field of the profile."""

    key: str
    label: str
    where: Location | None


def open_places(loaded: LoadedOffer, built: Iterable[BuiltDocument]) -> tuple[OpenPlace, ...]:
    """Return the open fields of what goes to the buyer, each once, in the order of the documents."""
    fields = {field.key: field.label for one in built if one.purpose in FOR_THE_BUYER for field in one.composition.open_fields}
    return tuple(_place(loaded, key, label) for key, label in fields.items())


def _place(loaded: LoadedOffer, key: str, label: str) -> OpenPlace:
    if not key.startswith(_ROOT):
        return OpenPlace(key, label, None)
    names: list[str] = []
    steps: list[Step] = []
    value: object = loaded.offer
    for name in key.removeprefix(_ROOT).split("."):
        if isinstance(value, tuple) and name.isdigit():
            value = value[int(name) - 1]
            names.append(getattr(value, "id", name))
            steps.append(int(name) - 1)
        else:
            value = getattr(value, name, None)
            names.append(name)
            steps.append(name)
    return OpenPlace(".".join(names), label, loaded.locate(*steps))
