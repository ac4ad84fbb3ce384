"""A new version of a paper beside the offer as it is: what is other, what is new, and what is no longer there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from pitchkit.offers.model import BuyerDocument, Criterion, Moment, Offer, Question, Requirement
from pitchkit.offers.places import Found
from pitchkit.offers.reading.changing import Change, Said, limit_edits, on_target, shown_limit, shown_rule
from pitchkit.offers.reading.numbering import key_of
from pitchkit.offers.reading.signals.amounts import plain
from pitchkit.offers.reading.signals.asking import likeness, words_of
from pitchkit.offers.reading.targets import Target, targets_of
from pitchkit.offers.reading.writing import as_value
from pitchkit.yamlwriting import Append, Edit, Put, Value

_ALIKE = 0.8
_ALIKE_WITH_NUMBER = 0.35
_MOST_OF_IT = 0.5
Item: TypeAlias = Requirement | Criterion | Question | Moment


def compare(offer: Offer, new: Offer, document: BuyerDocument) -> tuple[Change, ...]:
    """Return what a newly read paper changes in an offer; `new` is what it says by itself."""
    olds, news = targets_of(offer), targets_of(new)
    pairs, fresh = _paired(olds, news)
    replaced = _earlier(offer, pairs, fresh, document.kind)
    gone_from = {one for one in replaced if _is_whole(one, olds, pairs)}
    found: list[Change] = []
    for old, one in pairs:
        found += _other(
            old, one, is_same_paper=bool(replaced) and old.item.found is not None and old.item.found.document in replaced
        )
    found += _added(fresh, offer, pairs)
    there = {id(old) for old, _one in pairs}
    for old in olds:
        if id(old) not in there and old.item.found and old.item.found.document in gone_from and old.kind != "moment":
            place = Found(document=document.id, place=document.path)
            found.append(on_target("gone", old, Said(place, "staat niet meer in de nieuwe versie"), (old.text, "")))
    return (*found, *_form(offer, new, document))


def _paired(olds: Sequence[Target], news: Sequence[Target]) -> tuple[list[tuple[Target, Target]], list[Target]]:
    pairs, fresh = [], []
    taken: set[int] = set()
    for one in news:
        scored = [
            (_likeness(old, one), -number, old)
            for number, old in enumerate(olds)
            if old.kind == one.kind and id(old) not in taken
        ]
        score, _number, best = max(scored, key=lambda each: each[:2], default=(0.0, 0, None))
        if best is not None and score > 0:
            taken.add(id(best))
            pairs.append((best, one))
        else:
            fresh.append(one)
    return pairs, fresh


def _likeness(old: Target, new: Target) -> float:
    alike = likeness(old.text, new.text)
    if isinstance(old.item, Moment) and isinstance(new.item, Moment) and old.item.deadline and new.item.deadline:
        return 1.0
    same_number = key_of(old.id) == key_of(new.id) and old.kind != "moment"
    if same_number and alike >= _ALIKE_WITH_NUMBER:
        return 1.0 + alike
    return alike if alike >= (_ALIKE if old.kind in ("requirement", "question") else 0.6) else 0.0


def _earlier(offer: Offer, pairs: Sequence[tuple[Target, Target]], fresh: Sequence[Target], kind: str) -> set[str]:
    """Return the papers of which this one is another version: of the same kind, with most of what stands in it."""
    whole = len(pairs) + len(fresh)
    again = [old.item.found.document for old, _one in pairs if old.item.found]
    return {one.id for one in offer.documents if one.kind == kind and again.count(one.id) >= max(1, whole * _MOST_OF_IT)}


def _is_whole(document: str, olds: Sequence[Target], pairs: Sequence[tuple[Target, Target]]) -> bool:
    """Return whether most of what stood in a paper came back, so that what did not is no longer asked."""
    own = [one for one in olds if one.item.found and one.item.found.document == document]
    again = [old for old, _one in pairs if old.item.found and old.item.found.document == document]
    return len(again) >= len(own) * _MOST_OF_IT


def _other(old: Target, new: Target, *, is_same_paper: bool) -> Iterator[Change]:
    before, after = old.item, new.item
    found = after.found
    if found is None:
        return
    if isinstance(before, Moment) and isinstance(after, Moment):
        yield from _other_day(old, before, after, found)
        return
    if isinstance(before, Moment) or isinstance(after, Moment):
        return
    if after.limit and after.limit != before.limit:
        yield on_target(
            "limit", old, Said(found), (shown_limit(before.limit), shown_limit(after.limit)), limit_edits(old.steps, after.limit)
        )
    if after.weight is not None and after.weight != before.weight:
        yield on_target(
            "weight",
            old,
            Said(found),
            (_shown(before.weight, "%"), _shown(after.weight, "%")),
            (Put((*old.steps, "weight"), after.weight),),
        )
    if after.points is not None and after.points != before.points:
        yield on_target(
            "points",
            old,
            Said(found),
            (_shown(before.points, " punten"), _shown(after.points, " punten")),
            (Put((*old.steps, "points"), after.points),),
        )
    if (
        isinstance(after, Requirement | Question)
        and isinstance(before, Requirement | Question)
        and words_of(after.text) != words_of(before.text)
        and is_same_paper
    ):
        yield on_target("text", old, Said(found), (before.text, after.text), (Put((*old.steps, "text"), as_value(after.text)),))
    if isinstance(after, Requirement | Question) and isinstance(before, Requirement | Question) and is_same_paper:
        yield from _other_room(old, before, after, found)


def _other_room(old: Target, before: Requirement | Question, after: Requirement | Question, found: Found) -> Iterator[Change]:
    for key in ("answer_at", "met_at"):
        was, becomes = getattr(before, key, None), getattr(after, key, None)
        if becomes and becomes != was:
            edits = (Put((*old.steps, "found"), as_value(found)), Put((*old.steps, key), as_value(becomes)))
            yield Change("place", old.id, was.place if was else "", becomes.place, found, edits)


def _other_day(old: Target, before: Moment, after: Moment, found: Found) -> Iterator[Change]:
    edits: list[Edit] = []
    if after.date and after.date != before.date:
        edits.append(Put((*old.steps, "date"), after.date))
    if after.time and after.time != before.time:
        edits.append(Put((*old.steps, "time"), after.time))
    if edits:
        edits.append(Put((*old.steps, "found"), as_value(found)))
        was = f"{before.date or ''} {before.time or ''}".strip()
        yield on_target(
            "date", old, Said(found), (was, f"{after.date or before.date or ''} {after.time or before.time or ''}".strip()), edits
        )


def _shown(number: Decimal | None, unit: str) -> str:
    return "" if number is None else f"{plain(number)}{unit}"


def _added(fresh: Sequence[Target], offer: Offer, pairs: Sequence[tuple[Target, Target]]) -> Iterator[Change]:
    """Yield what is new, with an id that is not taken; a new question goes with the criterion that is there."""
    taken = {one.id.lower() for one in targets_of(offer)}
    inside = {(one.steps[:2]): old for old, one in pairs if one.kind == "criterion"}
    whole = {one.steps[:2] for one in fresh if one.kind == "criterion"}
    for one in fresh:
        if one.item.found is None or (one.kind == "question" and one.steps[:2] in whole):
            continue
        name = _free(one.id, taken)
        value = _value(one.item, name, taken)
        where = {"requirement": ("requirements",), "criterion": ("criteria",), "moment": ("planning",)}.get(one.kind)
        if where is None and (old := inside.get(one.steps[:2])):
            where = (*old.steps, "questions")  # type: ignore[assignment]
        if where is not None:
            yield Change("new", name, "", one.text, one.item.found, (Append(where, (value,)),))


def _free(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free.lower() in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free.lower())
    return free


def _value(item: Item, name: str, taken: set[str]) -> Value:
    renamed = item.model_copy(update={"id": name})
    if isinstance(renamed, Requirement):
        renamed = renamed.model_copy(update={"lot": None, "proofs": ()})
    if isinstance(renamed, Criterion):
        questions = tuple(one.model_copy(update={"id": _free(one.id, taken)}) for one in renamed.questions)
        renamed = renamed.model_copy(update={"questions": questions, "lot": None})
    return as_value(renamed)


def _form(offer: Offer, new: Offer, document: BuyerDocument) -> Iterator[Change]:
    place = Found(document=document.id, place=document.path)
    blank = type(new.form)()
    for key in type(new.form).model_fields:
        after, before = getattr(new.form, key), getattr(offer.form, key)
        if after == getattr(blank, key) or after == before:
            continue
        if key == "limit":
            yield Change("form", "form.limit", shown_limit(before), shown_limit(after), place, limit_edits(("form",), after))
        elif key == "counts":
            for name in type(after).model_fields:
                if getattr(after, name) != getattr(before, name) and not getattr(after, name):
                    yield Change("form", f"form.counts.{name}", "yes", "no", place, (Put(("form", "counts", name), False),))
        else:
            yield Change(
                "form", f"form.{key}", shown_rule(before), shown_rule(after), place, (Put(("form", key), as_value(after)),)
            )
