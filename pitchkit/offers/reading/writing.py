"""An offer file, new: what was understood, in the order of the model, with a remark where something is not sure. Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from pitchkit import yamlwriting
from pitchkit.offers.model import Lot, Offer, OfferKind, Question, Requirement
from pitchkit.offers.places import Found
from pitchkit.offers.reading.assembling import Understanding
from pitchkit.offers.reading.findings import Doubt
from pitchkit.offers.reading.remarks import in_dutch
from pitchkit.offers.reading.signals.amounts import plain
from pitchkit.signs import forbidden_sign
from pitchkit.yamlwriting import Commented, Value

_KINDS: Mapping[OfferKind, str] = {"tender": "aanbesteding", "quotation": "offerte", "grant": "subsidieaanvraag"}
_SECTIONS: Mapping[str, str] = {
    "documents": "De stukken van de opdrachtgever. Aan sha256 ziet pitchkit of een stuk nog hetzelfde is.",
    "lots": "Zet chosen op no bij een perceel waarop je niet inschrijft.",
    "planning": "Data uit de stukken. Bij deadline: yes moet de offerte binnen zijn.",
    "form": "Vormregels. Wat hier niet staat, telt gewoon mee; niets zeggen is de strengste uitleg.",
    "grades": "De schaal waarmee wordt beoordeeld; share is het deel van de punten.",
    "requirements": "Eisen, wensen, gronden en bewijsstukken. status: open | voldaan | deels | niet | nvt | nakijken.",
    "criteria": (
        "Gunningscriteria met hun vragen, in de volgorde van de opdrachtgever.\n"
        "Vul per vraag in wat je toezegt (promise) en doet (answer, approach, results); pitchkit offer match "
        "kiest bouwstenen erbij."
    ),
    "proofs": "Bewijsstukken. status: ontbreekt | aangevraagd | aanwezig; file is waar het stuk ligt.",
    "price": "De regels van het prijsblad. Zet er group (een groep uit het profiel) of amount (euro per eenheid) bij.",
    "unread": "Niet begrepen: lees deze regels zelf, verwerk ze hierboven en haal ze dan hier weg.",
}
_ALWAYS: Mapping[type[BaseModel], tuple[str, ...]] = {
    Requirement: ("type", "status"),
    Question: ("status",),
    Lot: ("chosen",),
    Offer: ("kind", "title"),
}
"""Fields that are written even when they say what they would say without being there: somebody is to change them."""


def write(understood: Understanding) -> str:
    """Return the text of a new offer file; the comments name what was not sure, and what was not found."""
    offer = understood.offer
    by_place: dict[Found, list[str]] = {}
    for doubt in understood.doubts:
        by_place.setdefault(doubt.found, []).append(f"onzeker: {in_dutch(doubt)}")
    data = _data(offer, by_place)
    loose = [remark for remarks in by_place.values() for remark in remarks]
    mapping: dict[str, Value] = {}
    for key, value in data.items():
        comment = _SECTIONS.get(key, "")
        mapping[key] = Commented(value, comment) if comment else value
    return yamlwriting.dump(mapping, _head(offer, loose, understood.doubts))


def _head(offer: Offer, loose: Sequence[str], doubts: Sequence[Doubt]) -> str:
    lines = [
        f"Offerte: {_KINDS[offer.kind]}. Gemaakt door pitchkit uit de stukken van de opdrachtgever.",
        "Alles is te wijzigen; found zegt waar iets staat. Regels met # leest pitchkit niet.",
    ]
    missing = [name for name, value in _wanted(offer) if not value]
    if missing:
        lines.append(f"Niet gevonden, vul zelf in als het er is: {', '.join(missing)}.")
    if doubts:
        lines.append("Zoek op “onzeker” voor wat je moet nakijken.")
    return "\n".join([*lines, *loose])


def _wanted(offer: Offer) -> Iterable[tuple[str, object]]:
    yield "client", offer.client.name
    yield "reference", offer.reference
    yield "planning", offer.planning
    yield "valid_days", offer.valid_days
    yield "criteria", offer.criteria
    yield "requirements", offer.requirements
    if offer.kind == "tender":
        yield "grades", offer.grades


def _data(model: BaseModel, remarks: dict[Found, list[str]]) -> dict[str, Value]:
    """Return the fields of a value that say something, in the order of its model."""
    fields: dict[str, Value] = {}
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        is_default = not info.is_required() and value == info.get_default(call_default_factory=True)
        if not is_default or name in _ALWAYS.get(type(model), ()):
            fields[name] = _value(value, remarks)
    return fields


def _value(value: Any, remarks: dict[Found, list[str]]) -> Value:  # noqa: ANN401 - as many types as a model has fields
    if isinstance(value, BaseModel):
        return _data(value, remarks)
    if isinstance(value, tuple):
        return [_item(one, remarks) for one in value]
    if isinstance(value, Decimal):
        return Decimal(plain(value))
    if isinstance(value, bool | int | date):
        return value
    return without_forbidden(str(value))


def _item(value: Any, remarks: dict[Found, list[str]]) -> Value:  # noqa: ANN401 - as above
    """Return an item of a list; the remarks about its place stand above it, once."""
    found = getattr(value, "found", None)
    above = remarks.pop(found, []) if isinstance(found, Found) else []
    written = _value(value, remarks)
    return Commented(written, "\n".join(dict.fromkeys(above))) if above else written


def as_value(value: Any) -> Value:  # noqa: ANN401 - as many types as a model has fields
    """Return a part of an offer as it is written."""
    return _value(value, {})


def without_forbidden(text: str) -> str:
    """Return a text without the signs that no file holds."""
    return "".join(sign for sign in text if not forbidden_sign(sign))
