"""What a template sees of an offer's money and terms: its price, and what a quotation or a grant application says besides."""

from __future__ import annotations

from datetime import date, timedelta

from pitchkit.offers.grants import Grant
from pitchkit.offers.model import Offer
from pitchkit.offers.pricing import Price, Quotation
from pitchkit.order import Order
from pitchkit.templating.cost_view import Printed
from pitchkit.templating.grant_view import grant_record, paragraphs
from pitchkit.templating.offer_tables import Say
from pitchkit.templating.price_view import price_record
from pitchkit.templating.values import Open, Record

KEY = "offer.quotation"


def commercial_records(order: Order, offer: Offer, printed: Printed, say: Say) -> dict[str, Record]:
    """Return what a template can ask of `offer.price`, `offer.grant` and `offer.quotation`; what is not there is open."""
    return {
        "price": price_record(offer.price or Price(), order.profile, printed),
        "grant": grant_record(offer.grant or Grant(), order.profile, printed, say),
        "quotation": quotation_record(offer, order.date, say),
    }


def quotation_record(offer: Offer, today: date, say: Say) -> Record:
    """Return the terms of a quotation; without a last day it stands for the days of `valid_days`, counted from today."""
    terms = offer.quotation or Quotation()
    until = terms.valid_until or (today + timedelta(days=offer.valid_days) if offer.valid_days else None)
    return Record(
        {
            "asked_on": terms.asked_on or "",
            "valid_until": until or Open(f"{KEY}.valid_until"),
            "offer": paragraphs(terms.offer, say) or Open(f"{KEY}.offer"),
            "conditions": tuple(say(one) for one in terms.conditions) or Open(f"{KEY}.conditions"),
            "payment": say(terms.payment) if terms.payment else Open(f"{KEY}.payment"),
            "signatory": terms.signatory or Open(f"{KEY}.signatory"),
            "signatory_role": terms.signatory_role or Open(f"{KEY}.signatory_role"),
        }
    )
