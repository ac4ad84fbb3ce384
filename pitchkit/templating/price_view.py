"""What a template sees of a price: its lines to the cent, the total, the ceiling, the VAT as a status, what it all rests on."""

from __future__ import annotations

from decimal import Decimal

from pitchkit.offers.money import Priced, PriceSheet, price_sheet
from pitchkit.offers.pricing import Price, Vat
from pitchkit.profile import Profile
from pitchkit.templating.cost_view import Printed
from pitchkit.templating.justification_view import justification_record
from pitchkit.templating.values import Open, Record

KEY = "offer.price"


def price_record(price: Price, profile: Profile, printed: Printed) -> Record:
    """Return a price; amounts are text to the cent, and an open field where nobody says one."""
    sheet = price_sheet(price, profile)
    groups = {line.group: found.derived for line, found in zip(price.lines, sheet.lines, strict=True) if line.group}
    derived = {name: line for name, line in groups.items() if line}
    lines = tuple(_line(number, one, printed) for number, one in enumerate(sheet.lines, 1))
    return Record(
        {
            "lines": lines or Open(f"{KEY}.lines"),
            "own": tuple(_own(number, one, printed) for number, one in enumerate(sheet.lines, 1) if one.derived is None),
            "total": _total(sheet, printed),
            "period": price.period or Open(f"{KEY}.period"),
            "ceiling": printed.formats.amount(price.ceiling) if price.ceiling else "",
            "is_above": sheet.is_above_ceiling,
            "from_ceiling": _from_ceiling(sheet, printed),
            "vat": _vat(price.vat),
            "groups": tuple(dict.fromkeys(line.group for line in price.lines if line.group)),
            "rests_on": justification_record(profile, sheet.hour, derived, printed),
        }
    )


def shown(amount: Decimal | None, key: str, printed: Printed) -> str | Open:
    """Return an amount to the cent, or the open field that asks for it."""
    return Open(key) if amount is None else printed.formats.amount(amount)


def _line(number: int, one: Priced, printed: Printed) -> Record:
    key = f"{KEY}.lines.{number}.amount"
    return Record(
        {
            "what": one.what,
            "quantity": printed.number(one.quantity),
            "unit": one.unit,
            "each": shown(one.each, key, printed),
            "total": shown(one.total, key, printed),
        }
    )


def _own(number: int, one: Priced, printed: Printed) -> Record:
    """Return a line whose amount does not come from the cost model: it says itself where it comes from."""
    key = f"{KEY}.lines.{number}"
    return Record(
        {"what": one.what, "each": shown(one.each, f"{key}.amount", printed), "source": one.source or Open(f"{key}.source")}
    )


def _total(sheet: PriceSheet, printed: Printed) -> str | Open:
    if not sheet.lines:
        return Open(f"{KEY}.lines")
    lacking = next((number for number, one in enumerate(sheet.lines, 1) if one.total is None), 0)
    return shown(sheet.total, f"{KEY}.lines.{lacking}.amount", printed)


def _from_ceiling(sheet: PriceSheet, printed: Printed) -> str:
    """Return how far the total is from the ceiling, below or above."""
    if sheet.total is None or sheet.ceiling is None:
        return ""
    return printed.formats.amount(abs(sheet.ceiling - sheet.total))


def _vat(vat: Vat) -> Record:
    return Record(
        {
            "status": Open(f"{KEY}.vat.status") if vat.status == "onbekend" else vat.status,
            "note": vat.note or ("" if vat.status != "belast" else Open(f"{KEY}.vat.note")),
            "checked_by": vat.checked_by or "",
            "checked": vat.checked or "",
        }
    )
