"""The worked example as figures, changed where a test says so; and figures as they may come, for laws."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from pitchkit.costs.inputs import Costs
from pitchkit.profile import Group

YEAR, SOURCE = 2026, "eigen administratie (fictief)"

# Six sessions of two hours with two facilitators, ten people planned, beside twelve hours of individual help.
GROUP: dict[str, object] = {
    "id": "rouw",
    "name": "Rouw",
    "sessions": "6",
    "hours": "2",
    "facilitators": "2",
    "participants": {"min": "6", "planned": "10", "max": "12"},
}
COSTS: dict[str, object] = {
    "hour.tariff": "82.00",
    "group.id": "rouw",
    "group.preparation": "12",
    "group.coordination": "8",
    "group.intake": "1",
    "group.evaluation": "0.5",
    "group.room_and_material": "600",
    "group.completion": "0.80",
    "individual.hours": "12",
    "individual.completion": "0.85",
    "relation": "replaces",
}
PLAIN = {"group.id", "group.sessions", "group.hours", "group.facilitators", "relation", "hours_not_bought"}
ELEMENTS = {
    "hour.professional": "40.00",
    "hour.overhead": "0.25",
    "hour.non_productive": "0.20",
    "hour.travel_and_training": "2.00",
    "hour.indexation": "0.04",
    "hour.municipal_obligations": "1.50",
}


def figure(value: object) -> dict[str, object]:
    return {"value": value, "year": YEAR, "source": SOURCE}


def data_of(changes: Mapping[str, object] | None = None) -> dict[str, Any]:
    """Return costs as a file has them; a change to the hour takes the place of the tariff, and None takes a field out."""
    changes = changes or {}
    own_hour = any(path.startswith("hour.") for path in changes)
    paths = {path: value for path, value in COSTS.items() if not (own_hour and path.startswith("hour."))} | dict(changes)
    data: dict[str, Any] = {"hour": {}}
    for path, value in paths.items():
        if value is None:
            continue
        *above, name = path.split(".")
        place = data
        for step in above:
            place = place.setdefault(step, {})
        is_plain = path in PLAIN or "participants" in path or isinstance(value, dict)
        place[name] = value if is_plain else figure(value)
    return data


def costs_of(changes: Mapping[str, object] | None = None) -> Costs:
    return Costs.model_validate(data_of(changes))


def group_of(changes: Mapping[str, object] | None = None) -> Group:
    return Group.model_validate({**GROUP, **(changes or {})})


def _decimals(least: str, most: str, places: int = 2) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(least), Decimal(most), places=places)


COMPLETIONS = _decimals("0.01", "1")
HOURS_OF_ELEMENTS = st.fixed_dictionaries(
    {
        "hour.professional": _decimals("1", "80", 4),
        "hour.overhead": _decimals("0", "2", 3),
        "hour.non_productive": _decimals("0", "0.6", 3),
        "hour.travel_and_training": _decimals("0", "20"),
        "hour.indexation": _decimals("0", "0.2", 4),
        "hour.municipal_obligations": _decimals("0", "20"),
    },
    optional={"hour.risk": _decimals("0", "0.1", 3)},
)
HOURS = st.one_of(st.fixed_dictionaries({"hour.tariff": _decimals("1", "1000", 3)}), HOURS_OF_ELEMENTS)
FIGURES = st.fixed_dictionaries(
    {
        "group.preparation": _decimals("0", "60"),
        "group.coordination": _decimals("0", "40"),
        "group.intake": _decimals("0", "5"),
        "group.evaluation": _decimals("0", "5"),
        "group.room_and_material": _decimals("0", "5000", 3),
        "group.completion": COMPLETIONS,
        "individual.hours": _decimals("0.25", "60"),
        "individual.completion": COMPLETIONS,
        "relation": st.sampled_from(["replaces", "precedes", "on_top"]),
        "hours_not_bought": st.booleans(),
        "hours_per_year": _decimals("1", "5000"),
    }
)
ANY_COSTS = st.builds(lambda hour, rest: costs_of({**hour, **rest}), HOURS, FIGURES)
SIZES = st.lists(st.integers(1, 15), min_size=3, max_size=3).map(sorted)
ANY_GROUP = st.builds(
    lambda sessions, hours, facilitators, size: group_of(
        {
            "sessions": sessions,
            "hours": hours,
            "facilitators": facilitators,
            "participants": dict(zip(("min", "planned", "max"), size, strict=True)),
        }
    ),
    st.integers(1, 40),
    _decimals("0.25", "8"),
    st.integers(1, 3),
    SIZES,
)
