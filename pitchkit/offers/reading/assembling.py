"""Findings of all papers together become an offer, with what is not sure beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from pitchkit.offers.grants import Annex, Grant
from pitchkit.offers.model import (
    BuyerDocument,
    Client,
    Lot,
    Moment,
    Offer,
    OfferKind,
    Proof,
    Requirement,
    Unread,
)
from pitchkit.offers.pricing import Price, PriceLine, Quotation
from pitchkit.offers.reading import assembled_criteria, joining
from pitchkit.offers.reading.findings import (
    Doubt,
    Explained,
    Finding,
    FoundCriterion,
    FoundDemand,
    FoundForm,
    FoundLimit,
    FoundLot,
    FoundMoment,
    FoundName,
    FoundPrice,
    FoundScale,
    Left,
)
from pitchkit.offers.reading.forms import form_of
from pitchkit.offers.reading.numbering import PREFIXES, Ids, own_number
from pitchkit.offers.reading.remarks import DOUBTS, WHY_LEFT
from pitchkit.offers.reading.signals.amounts import number_of, squeezed

One = TypeVar("One")
_LONGEST_TITLE = 90


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood: the offer, what is not sure in it, and how many lines only explain."""

    offer: Offer
    doubts: tuple[Doubt, ...] = ()
    explained: int = 0


def assemble(kind: OfferKind, title: str, documents: Sequence[BuyerDocument], found: Sequence[Finding]) -> Understanding:
    """Return the offer that findings make; each thing once, with ids, in the buyer's order."""
    demands, doubts_of_demands = joining.demands(one for one in _of(found, FoundDemand) if one.text.strip())
    criteria, doubts_of_criteria = joining.criteria(list(_of(found, FoundCriterion)))
    moments, doubts_of_moments = joining.moments(_of(found, FoundMoment))
    form, doubts_of_form = form_of(list(_of(found, FoundForm)), list(_of(found, FoundLimit)))
    doubts = [*_of(found, Doubt), *doubts_of_demands, *doubts_of_criteria, *doubts_of_moments, *doubts_of_form]
    doubts += [Doubt("type-unsure", one.found, one.number or one.text[:60]) for one in demands if one.note]
    named = _names(list(_of(found, FoundName)), doubts)
    lots = _lots(_of(found, FoundLot))
    known = {lot.id for lot in lots}
    grades, criteria = _grades(list(_of(found, FoundScale)), criteria, doubts)
    ids = Ids()
    made = tuple(assembled_criteria.criterion(one, ids, known, list(_of(found, FoundLimit)), doubts) for one in criteria)
    requirements, proofs = _requirements(demands, ids, known)
    doubts += list(assembled_criteria.weight_total(made))
    planning = _planning(moments)
    if documents and planning and not any(one.deadline for one in planning) and planning[0].found:
        doubts.append(Doubt("no-deadline", planning[0].found))
    offer = Offer(
        kind=kind,
        title=named.get("title") or title,
        client=Client(**{key: named[key] for key in ("name", "department", "contact", "address") if key in named}),
        reference=named.get("reference"),
        documents=tuple(documents),
        lots=lots,
        planning=planning,
        valid_days=int(named["valid_days"]) if "valid_days" in named else None,
        form=form,
        grades=grades,
        requirements=requirements,
        criteria=made,
        proofs=proofs,
        price=_price(list(_of(found, FoundPrice)), named.get("ceiling", "")),
        quotation=Quotation() if kind == "quotation" else None,
        grant=_grant(named.get("title") or title, proofs) if kind == "grant" else None,
        unread=_unread(found, doubts),
    )
    return Understanding(offer, tuple(dict.fromkeys(doubts)), sum(1 for _one in _of(found, Explained)))


def _of(found: Iterable[Any], kind: type[One]) -> Iterator[One]:
    return (one for one in found if isinstance(one, kind))


def _names(found: list[FoundName], doubts: list[Doubt]) -> dict[str, str]:
    named: dict[str, str] = {}
    for one in sorted(found, key=lambda name: not name.is_labelled):
        key = "name" if one.key == "client" else one.key
        if key == "reference" and named.get(key, one.value).lower() != one.value.lower():
            doubts.append(Doubt("conflict-reference", one.found, f"{named[key]} / {one.value}"))
        named.setdefault(key, one.value)
    clients = [one for one in found if one.key == "client"]
    if clients and not any(one.is_labelled for one in clients):
        most = Counter(one.value.lower() for one in clients).most_common(1)[0][0]
        named["name"] = next(one.value for one in clients if one.value.lower() == most)
    name, comma, rest = named.get("name", "").partition(", ")
    if comma and re.match(r"afdeling|domein|team|cluster|directie", rest, re.IGNORECASE):
        named |= {"name": name, "department": named.get("department", rest)}
    if named.get("name", "").startswith("gemeente"):
        named["name"] = f"Gemeente{named['name'][8:]}"
    return named


def _lots(found: Iterator[FoundLot]) -> tuple[Lot, ...]:
    titles: dict[str, str] = {}
    for one in found:
        key = f"perceel-{one.number.lower()}"
        title = squeezed(one.title)[:150]
        if len(title) > len(titles.get(key, "")) or key not in titles:
            titles[key] = title
    return tuple(Lot(id=key, title=title or key) for key, title in titles.items())


def _grades(
    scales: list[FoundScale], criteria: tuple[FoundCriterion, ...], doubts: list[Doubt]
) -> tuple[Any, tuple[FoundCriterion, ...]]:
    """Return the scale for all; a criterion keeps only one that differs from it."""
    if not scales:
        return (), criteria
    first = scales[0].grades
    others = [one for one in scales[1:] if one.grades != first]
    in_criteria = {one.grades for one in criteria if one.grades}
    doubts += [Doubt("scale-twice", one.found) for one in others if one.grades not in in_criteria]
    return first, tuple(replace(one, grades=() if one.grades == first else one.grades) for one in criteria)


# --- requirements and proofs -------------------------------------------------------------------------------------


def _requirements(found: Sequence[FoundDemand], ids: Ids, lots: set[str]) -> tuple[tuple[Requirement, ...], tuple[Proof, ...]]:
    proofs: list[Proof] = []
    names: dict[int, str] = {}
    for number, one in enumerate(found):
        if own := own_number(one.number, PREFIXES[one.type][0]):
            names[number] = ids.take(own)
    made = []
    proof_ids = Ids()
    for number, one in enumerate(found):
        name = names.get(number) or ids.next_of(PREFIXES[one.type][1])
        linked: tuple[str, ...] = ()
        if one.type == "bewijsstuk":
            proof = Proof(id=proof_ids.slug(one.text, f"bewijs-{number + 1}"), title=_short(one.text))
            proofs.append(proof)
            linked = (proof.id,)
        made.append(
            Requirement(
                id=name, text=one.text, type=one.type, knock_out=one.knock_out if one.knock_out != (one.type != "wens") else None,
                lot=one.lot if one.lot in lots else None, weight=one.weight, points=one.points, limit=one.limit, found=one.found,
                answer_at=one.answer_at, met_at=one.met_at, proofs=linked,
            )
        )  # fmt: skip
    return tuple(made), tuple(proofs)


def _short(text: str) -> str:
    line = squeezed(text)
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


# --- the rest ----------------------------------------------------------------------------------------------------


def _planning(found: Sequence[FoundMoment]) -> tuple[Moment, ...]:
    ids = Ids()
    return tuple(
        Moment(
            id=ids.slug(one.what, "moment"),
            what=_short(one.what),
            date=one.day,
            time=one.time or None,
            deadline=one.deadline,
            found=one.found,
        )
        for one in found
    )


def _price(found: Sequence[FoundPrice], ceiling: str) -> Price | None:
    amount = number_of(ceiling.replace(",-", "").strip()) if ceiling else None
    if not found and not amount:
        return None
    ids = Ids()
    lines = tuple(
        PriceLine(
            id=ids.slug(one.what, "regel"),
            what=one.what,
            quantity=one.quantity or Decimal(1),
            unit=one.unit or "stuk",
            found=one.found,
            answer_at=one.answer_at,
        )
        for one in found
    )
    return Price(lines=lines, ceiling=amount or None)


def _grant(title: str, proofs: Sequence[Proof]) -> Grant:
    return Grant(scheme=title, annexes=tuple(Annex(title=proof.title) for proof in proofs))


def _unread(found: Sequence[Finding], doubts: Sequence[Doubt]) -> tuple[Unread, ...]:
    left = [Unread(text=one.text, found=one.found, why=WHY_LEFT[one.why]) for one in _of(found, Left)]
    loose = [
        Unread(text=one.words or DOUBTS[one.code], found=one.found, why=DOUBTS[one.code])
        for one in doubts
        if one.code in ("limit-of-what", "limit-a3")
    ]
    order = {one.found: number for number, one in reversed(list(enumerate(found))) if hasattr(one, "found")}
    return tuple(sorted((*left, *dict.fromkeys(loose)), key=lambda one: order.get(one.found, len(order))))  # type: ignore[arg-type]
