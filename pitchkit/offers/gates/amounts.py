"""Money in an offer: no price of one's own where quality is judged, and sums that add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pitchkit import wording
from pitchkit.costs.derivation import Line
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.offers.gates.sayings import Saying
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.money import Priced, budget, price_sheet
from pitchkit.profile import Profile


def own_prices(loaded: LoadedOffer, profile: Profile, more: Iterable[Line] = ()) -> frozenset[Decimal]:
    """Return every amount in euro that gives one's price away: lines and total, the cost of an hour, and what they rest on."""
    amounts: set[Decimal] = set()
    lines = list(more)
    if loaded.offer.price:
        sheet = price_sheet(loaded.offer.price, profile)
        amounts |= {sheet.total or Decimal(0)}
        amounts |= set(_of(sheet.lines))
        lines += [line.derived for line in sheet.lines if line.derived]
        lines += [sheet.hour] if sheet.hour else []
    for line in lines:
        amounts |= {below.result for below in line.derivation() if below.unit in ("euro", "euro-per-hour")}
        amounts |= {given.value for given in line.inputs() if given.unit in ("euro", "euro-per-hour")}
    return frozenset(amount for amount in amounts if amount > 0)


def in_words(saying: Saying, own: frozenset[Decimal]) -> Iterator[Diagnostic]:
    """Yield amounts in a text where quality is judged: of one's own an error, any other a warning."""
    seen: set[int] = set()
    for amount in wording.amounts(saying.text):
        seen.add(amount.start)
        code, make = ("own-price", problem) if amount.value in own else ("amount-in-answer", warning)
        yield make(saying.locate(amount.start), code, words=amount.words, question=saying.question.id)
    for rate in wording.rates(saying.text):
        if rate.value in own and rate.start not in seen:
            yield problem(saying.locate(rate.start), "own-price", words=rate.words, question=saying.question.id)


def sums(loaded: LoadedOffer, profile: Profile) -> Iterator[Diagnostic]:
    """Yield lines without an amount, a price above the ceiling, VAT that nobody checked, and costs that are not covered."""
    price = loaded.offer.price
    if price:
        sheet = price_sheet(price, profile)
        yield from _without_amount(loaded, sheet.lines, ("price", "lines"))
        if sheet.is_above_ceiling:
            where = loaded.locate("price", "ceiling")
            yield problem(where, "price-above-ceiling", total=_euro(sheet.total), ceiling=_euro(sheet.ceiling))
        if price.vat.status == "onbekend" or not price.vat.checked:
            yield warning(loaded.locate("price", "vat"), "vat-unchecked", status=price.vat.status)
    grant = loaded.offer.grant
    if grant:
        plan = budget(grant, profile)
        yield from _without_amount(loaded, plan.items, ("grant", "budget"))
        if plan.costs is not None and not plan.is_covered:
            where = loaded.locate("grant", "cover")
            difference = _euro(plan.cover - plan.costs)
            yield problem(where, "budget-not-covered", costs=_euro(plan.costs), cover=_euro(plan.cover), difference=difference)


def _without_amount(loaded: LoadedOffer, lines: Iterable[Priced], steps: tuple[str, str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(lines):
        if line.total is None:
            yield problem(loaded.locate(*steps, number), "line-without-amount", id=line.id, what=line.what)


def _of(lines: Iterable[Priced]) -> Iterator[Decimal]:
    for line in lines:
        yield from (amount for amount in (line.each, line.total) if amount is not None)


def _euro(amount: Decimal | None) -> str:
    return "–" if amount is None else f"{amount:.2f}"
