"""What the files of an offer are called: after the offer, or as the buyer prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pitchkit.diagnostics import Diagnostic, problem
from pitchkit.offering.making import ANSWERING, BuiltDocument, Making
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Criterion

PLACES = ("reference", "criterion", "title", "organisation")
"""What the buyer's pattern for a file name can ask for between braces."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_ENDING = re.compile(r"\.(docx|pdf|md)$", re.IGNORECASE)
_LONGEST = 120


def name_of(loaded: LoadedOffer, making: Making, criterion: Criterion | None, organisation: str | None) -> str:
    """Return the name of a document's file, without its ending; the buyer prescribes it for the answers only."""
    pattern = loaded.offer.form.file_name
    if making.purpose not in ANSWERING or not pattern:
        tail = [_plain(criterion.id).lower()] if criterion else []
        return "-".join([loaded.name, making.document, *tail])
    values = {
        "reference": loaded.offer.reference,
        "criterion": criterion.id if criterion else making.document,
        "title": criterion.title if criterion else loaded.offer.title,
        "organisation": organisation,
    }
    filled = _PLACE.sub(lambda place: values.get(place[1]) or "nog-invullen", _ENDING.sub("", pattern))
    return _clean(filled) or f"{loaded.name}-{making.document}"


def problems(loaded: LoadedOffer, built: Sequence[BuiltDocument]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the buyer's pattern for file names: places that nothing fills, and two files of one name."""
    pattern = loaded.offer.form.file_name or ""
    where = loaded.locate("form", "file_name")
    for word in _PLACE.findall(pattern):
        if word not in PLACES:
            yield problem(where, "offer-file-name-place", word=word, choices=", ".join(f"{{{name}}}" for name in PLACES))
    names = [one.name.lower() for one in built]
    for name in dict.fromkeys(one.name for one in built if names.count(one.name.lower()) > 1):
        yield problem(where, "offer-file-name-twice", name=name)


def _clean(name: str) -> str:
    return " ".join(_REFUSED.sub("-", name).split()).strip(" .")[:_LONGEST].strip(" .")


def _plain(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name).strip("-.") or "deel"
