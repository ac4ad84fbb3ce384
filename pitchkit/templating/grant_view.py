"""What a template sees of a grant application: activities, budget and cover to the cent, accounting, state aid, annexes."""

from __future__ import annotations

from decimal import Decimal

from pitchkit.offers.grants import DeMinimis, Grant
from pitchkit.offers.money import Budget, Priced, budget, cost_of_group, tier_of
from pitchkit.profile import Profile
from pitchkit.templating.cost_view import Printed
from pitchkit.templating.justification_view import justification_record
from pitchkit.templating.offer_tables import Say, table
from pitchkit.templating.price_view import shown
from pitchkit.templating.values import Markdown, Open, Record

KEY = "offer.grant"


def grant_record(grant: Grant, profile: Profile, printed: Printed, say: Say) -> Record:
    """Return a grant application; amounts are text to the cent, and an open field where nobody says one."""
    money = budget(grant, profile)
    requested = money.requested or None
    named = [one.group for one in grant.activities] + [one.group for one in grant.budget]
    return Record(
        {
            "scheme": grant.scheme or Open(f"{KEY}.scheme"),
            "period": grant.period or Open(f"{KEY}.period"),
            "reason": paragraphs(grant.reason, say) or Open(f"{KEY}.reason"),
            "activities": _activities(grant, say),
            "groups": tuple(dict.fromkeys(name for name in named if name)),
            "budget": _budget(grant, money, profile, printed),
            "cover": _cover(grant, money, printed),
            "requested": shown(requested, f"{KEY}.cover.requested", printed),
            "tier": _tier(requested, profile, printed),
            "de_minimis": _de_minimis(grant.de_minimis, money.requested, printed),
            "annexes": _annexes(grant),
            "signatory": grant.signatory or Open(f"{KEY}.signatory"),
            "signatory_role": grant.signatory_role or Open(f"{KEY}.signatory_role"),
        }
    )


def paragraphs(text: str | None, say: Say) -> tuple[Markdown, ...]:
    """Return the paragraphs of plain text, with values looked up."""
    parts = (text or "").replace("\r\n", "\n").split("\n\n")
    return tuple(say(part) for part in parts if part.strip())


def _activities(grant: Grant, say: Say) -> Record | Open:
    rows = [
        {
            "goal": say(one.goal),
            "activity": say(one.activity),
            "result": say(one.result) if one.result else Open(f"{KEY}.activities.{number}.result"),
            "period": say(one.period) if one.period else Open(f"{KEY}.activities.{number}.period"),
        }
        for number, one in enumerate(grant.activities, 1)
    ]
    return table(rows, ("goal", "activity", "result", "period")) if rows else Open(f"{KEY}.activities")


def _budget(grant: Grant, money: Budget, profile: Profile, printed: Printed) -> Record | Open:
    if not money.items:
        return Open(f"{KEY}.budget")
    derived = {one.group: cost_of_group(one.group, profile) for one in grant.budget if one.group and one.amount is None}
    rests_on = {name: line for name, line in derived.items() if line}
    hour = next((line for one in rests_on.values() for line in one.derivation() if line.key in ("hour", "hour.tariff")), None)
    lacking = next((number for number, one in enumerate(money.items, 1) if one.total is None), 0)
    difference = None if money.costs is None else money.cover - money.costs
    return Record(
        {
            "rows": tuple(_item(number, one, printed) for number, one in enumerate(money.items, 1)),
            "total": shown(money.costs, f"{KEY}.budget.{lacking}.amount", printed),
            "rests_on": justification_record(profile, hour, rests_on, printed) if rests_on else "",
            "is_covered": money.is_covered,
            "difference": printed.formats.amount(abs(difference)) if difference else "",
        }
    )


def _item(number: int, one: Priced, printed: Printed) -> Record:
    key = f"{KEY}.budget.{number}"
    is_one = one.quantity == 1
    return Record(
        {
            "what": one.what,
            "quantity": "" if is_one else printed.number(one.quantity),
            "each": "" if is_one else shown(one.each, f"{key}.amount", printed),
            "is_derived": one.derived is not None,
            "note": one.source or ("" if one.derived else Open(f"{key}.note")),
            "total": shown(one.total, f"{key}.amount", printed),
        }
    )


def _cover(grant: Grant, money: Budget, printed: Printed) -> Record | Open:
    if not grant.cover:
        return Open(f"{KEY}.cover")
    rows = tuple(
        Record(
            {
                "what": one.what,
                "requested": one.requested,
                "status": one.status or ("" if one.requested else Open(f"{KEY}.cover.{number}.status")),
                "amount": printed.formats.amount(one.amount),
            }
        )
        for number, one in enumerate(grant.cover, 1)
    )
    return Record({"rows": rows, "total": printed.formats.amount(money.cover)})


def _tier(requested: Decimal | None, profile: Profile, printed: Printed) -> Record | Open:
    """Return the tier of accountability for the requested amount, with its place in the profile from 1."""
    tiers = profile.municipality.accountability
    if requested is None and tiers:
        return Open(f"{KEY}.cover.requested")
    tier = None if requested is None else tier_of(requested, tiers)
    if tier is None:
        return Open("municipality.accountability")
    return Record(
        {
            "asks": tier.asks.rstrip("."),
            "source": tier.source or Open(f"municipality.accountability.{tiers.index(tier) + 1}.source"),
            "from_amount": printed.formats.euro(tier.from_amount) if tier.from_amount else "",
            "below": printed.formats.euro(tier.below) if tier.below else "",
        }
    )


def _de_minimis(statement: DeMinimis | None, requested: Decimal, printed: Printed) -> Record | Open | str:
    """Return the statement on state aid; empty where the scheme asks for none."""
    if statement is None:
        return Open(f"{KEY}.de_minimis")
    if not statement.asked:
        return ""
    formats = printed.formats
    received = sum((one.amount for one in statement.received), Decimal(0))
    rows = tuple(
        Record({"grantor": one.grantor, "date": one.date, "amount": formats.amount(one.amount)}) for one in statement.received
    )
    is_said = statement.none_received != bool(rows)
    return Record(
        {
            "received": rows if is_said else Open(f"{KEY}.de_minimis.received"),
            "none_received": is_said and statement.none_received,
            "total": formats.amount(received),
            "with_requested": formats.amount(received + requested),
            "limit": Open(f"{KEY}.de_minimis.limit") if statement.limit is None else formats.amount(statement.limit),
            "source": statement.source or Open(f"{KEY}.de_minimis.source"),
            "is_above": statement.limit is not None and received + requested > statement.limit,
        }
    )


def _annexes(grant: Grant) -> Record | Open:
    rows = [
        {
            "title": one.title,
            "present": one.present or (False if one.note else Open(f"{KEY}.annexes.{number}.present")),
            "note": one.note,
        }
        for number, one in enumerate(grant.annexes, 1)
    ]
    return table(rows, ("title", "present")) if rows else Open(f"{KEY}.annexes")
