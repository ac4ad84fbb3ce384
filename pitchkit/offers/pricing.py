"""What an offer says of money: the lines of the price sheet, VAT as a status, and the terms of a quotation."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from pitchkit.model import Day, FilledText, Frozen, Id
from pitchkit.offers.places import Found

VatStatus = Literal["vrijgesteld", "belast", "buiten-de-heffing", "onbekend"]


class Vat(Frozen):
    """How VAT is believed to apply. It is never computed: `checked_by` and `checked` say who had it checked, and when."""

    status: VatStatus = "onbekend"
    note: FilledText | None = None
    checked_by: FilledText | None = None
    checked: Day | None = None


class PriceLine(Frozen):
    """One line of the price sheet: either `group`, priced by the cost model, or an own `amount` in euro for one `unit`.

    `answer_at` is where the buyer's sheet has room for the price of one unit.
    """

    id: Id
    what: FilledText
    quantity: Decimal = Field(gt=0)
    unit: FilledText
    group: Id | None = None
    amount: Decimal | None = Field(default=None, ge=0)
    source: FilledText | None = None
    found: Found | None = None
    answer_at: Found | None = None


class Price(Frozen):
    """The price: its lines, the most the buyer pays in euro, and the VAT."""

    lines: tuple[PriceLine, ...] = ()
    ceiling: Decimal | None = Field(default=None, gt=0)
    period: FilledText | None = None
    vat: Vat = Vat()


class Quotation(Frozen):
    """The terms of an offer without a tender."""

    asked_on: Day | None = None
    valid_until: Day | None = None
    offer: FilledText | None = None
    conditions: tuple[FilledText, ...] = ()
    payment: FilledText | None = None
    signatory: FilledText | None = None
    signatory_role: FilledText | None = None
