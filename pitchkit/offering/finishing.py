"""What keeps a built offer from being final: open fields, and gates that it does not pass."""

from __future__ import annotations

from pitchkit.diagnostics import ContentError, problem
from pitchkit.offering import gates
from pitchkit.offering.making import BuiltDocument, OfferRequest
from pitchkit.offering.open_places import open_places
from pitchkit.offers.loading import LoadedOffer
from pitchkit.pipeline import Kit


def refuse_unfinished(
    kit: Kit, loaded: LoadedOffer, built: tuple[BuiltDocument, ...], request: OfferRequest, bench: gates.Bench
) -> None:
    """Do nothing for an offer that can go out; the request's date is the day that deadlines are compared with.

    Raises:
        ContentError: with every open field and every error of the gates, and their warnings beside them.
    """
    found = [
        problem(one.where or kit.profile.locate(one.key), "offer-field-open", key=one.key, label=one.label)
        for one in open_places(loaded, built)
        if not one.key.endswith(".promise")  # a question without an answer is what a gate tells
    ]
    found += gates.check(kit, loaded, built, request.date, bench).diagnostics
    if any(one.severity == "error" for one in found):
        raise ContentError(found)
