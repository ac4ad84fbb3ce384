"""Offers with money in a workspace on the shipped library, and what their documents say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from pitchkit import outline, pipeline, project
from pitchkit.document import Table
from pitchkit.offering import building
from pitchkit.offering.making import BuiltDocument, OfferRequest
from pitchkit.offering.open_places import open_places
from pitchkit.offers import loading
from pitchkit.offers.loading import LoadedOffer
from pitchkit.pipeline import Kit
from tests.factories import TODAY, write_files

TARIFF = {"tariff": {"value": 82.00, "year": 2026, "source": "bron van het tarief"}}
ELEMENTS = {
    "professional": {"value": "36.45", "year": 2021, "source": "bron a"},
    "overhead": {"value": "0.22", "year": 2022, "source": "bron b"},
    "non_productive": {"value": "0.345", "year": 2023, "source": "bron c"},
    "travel_and_training": {"value": "1.85", "year": 2024, "source": "bron d"},
    "indexation": {"value": "0.0394", "year": 2025, "source": "bron e"},
    "municipal_obligations": {"value": "2.10", "year": 2026, "source": "bron f"},
}


def a_group(group_id: str, **other: object) -> dict[str, object]:
    usual = {"sessions": 6, "hours": 2, "facilitators": 2, "participants": {"min": 6, "planned": 10, "max": 12}}
    return {"id": group_id, "name": f"Groep {group_id}"} | usual | other


def profile(hour: Mapping[str, object] | None = None, **other: object) -> dict[str, object]:
    """Return a profile with two groups, whose costs are those of the first: 4208 euro and 123 for each participant."""
    figures = {
        "preparation": 12,
        "coordination": 8,
        "intake": 1,
        "evaluation": "0.5",
        "room_and_material": 600,
        "completion": "0.8",
    }
    costs = {
        "hour": hour or TARIFF,
        "group": {"id": "rouw"}
        | {name: {"value": value, "year": 2026, "source": f"bron {name}"} for name, value in figures.items()},
        "individual": {
            name: {"value": value, "year": 2026, "source": "x"} for name, value in {"hours": 12, "completion": 1}.items()
        },
        "relation": "replaces",
    }
    return {
        "organisation": {"name": "Stichting Samen"},
        "groups": [a_group("rouw"), a_group("geld", sessions=12)],
        "costs": costs,
    } | other


def opened(folder: Path, offer: dict[str, Any], own: dict[str, object] | None = None) -> tuple[Kit, LoadedOffer]:
    files = {"pitchkit.yaml": own or profile(), "offers/wijk.yaml": {"title": "Groepen in de wijk"} | offer}
    write_files(folder, {name: yaml.safe_dump(_said(data), allow_unicode=True) for name, data in files.items()})
    kit = pipeline.open_kit(project.find(folder))
    return kit, loading.load("wijk", folder, "offers/wijk.yaml", kit.library, kit.profile.profile)


def _said(value: object) -> object:
    """Return a value without the keys that have none."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items() if one is not None}
    return [_said(one) for one in value] if isinstance(value, list) else value


def made(folder: Path, offer: dict[str, Any], *criteria: str, own: dict[str, object] | None = None) -> dict[str, BuiltDocument]:
    """Return the documents of an offer by the end of their names."""
    kit, loaded = opened(folder, offer, own)
    return {one.name.removeprefix("wijk-"): one for one in building.build(kit, loaded, OfferRequest(TODAY, criteria))}


def lines(built: BuiltDocument) -> list[str]:
    """Return the text of every line of the body, with plain spaces."""
    return [text.replace("\u00a0", " ") for text in outline.block_texts(built.document.blocks)]


def text(built: BuiltDocument) -> str:
    return "\n".join(lines(built))


def rows(built: BuiltDocument, *heads: str) -> list[list[str]]:
    """Return the rows of the first table that has these heads among those of its columns."""
    for block in built.document.blocks:
        if isinstance(block, Table) and {*heads} <= {outline.plain_text(one) for one in block.header}:
            return [[outline.plain_text(cell).replace("\u00a0", " ") for cell in row] for row in block.rows]
    raise AssertionError(heads)


def open_keys(folder: Path, offer: dict[str, Any], own: dict[str, object] | None = None) -> list[str]:
    """Return the keys that a build says are still open."""
    kit, loaded = opened(folder, offer, own)
    return [one.key for one in open_places(loaded, building.build(kit, loaded, OfferRequest(TODAY)))]


def euros(words: str) -> set[Decimal]:
    """Return every amount that stands behind a euro sign."""
    found = re.findall(r"€ ([\d.]+(?:,\d+)?)", words.replace("\u00a0", " "))
    return {Decimal(one.replace(".", "").replace(",", ".")) for one in found}
