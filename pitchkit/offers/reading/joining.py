"""The same thing found twice becomes one: criteria of an overview and of a chapter, requirements of a guide and of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pitchkit.offers.reading.criteria import join_limits
from pitchkit.offers.reading.findings import Doubt, FoundCriterion, FoundDemand, FoundMoment, FoundQuestion
from pitchkit.offers.reading.numbering import key_of
from pitchkit.offers.reading.signals.amounts import plain
from pitchkit.offers.reading.signals.asking import likeness, words_of

_ALIKE = 0.8
_ALIKE_WITH_NUMBER = 0.35
_SAME = 0.97  # within one paper two lines are two, unless they are the same
_ALIKE_TITLES = 0.6
_GROUP = re.compile(
    r"^(?:totale? |totaal )?(?:kwaliteit\w*|kwalitatieve? \w+|kwaliteitscriteri\w+|gunningscriteri\w+)(?: totaal)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A demand, with what is compared of it."""

    demand: FoundDemand
    key: str
    has_code: bool
    words: frozenset[str]


def demands(found: Iterable[FoundDemand]) -> tuple[tuple[FoundDemand, ...], tuple[Doubt, ...]]:
    """Return each demand once, at its most exact place, and what two places do not agree on."""
    kept: list[_Read] = []
    doubts: list[Doubt] = []
    by_word: dict[str, list[int]] = {}
    for demand in found:
        one = _read(demand)
        near = sorted({number for word in _found_by(one, one.words) for number in by_word.get(word, ())})
        at = next((number for number in near if _is_same_demand(one, kept[number])), None)
        if at is None:
            for word in _found_by(one, _rarest(one.words, by_word)):
                by_word.setdefault(word, []).append(len(kept))
            kept.append(one)
        else:
            joined, new = _joined(kept[at].demand, demand)
            kept[at] = _read(joined)
            doubts += new
    return tuple(one.demand for one in kept), tuple(doubts)


def _read(demand: FoundDemand) -> _Read:
    return _Read(demand, key_of(demand.number), bool(re.search(r"[A-Za-z]", demand.number)), frozenset(words_of(demand.text)))


def _found_by(one: _Read, words: Iterable[str]) -> list[str]:
    """Return what a demand is found again by: words of it, and its code."""
    return [*words, f"#{one.key}"] if one.has_code else list(words)


def _rarest(words: frozenset[str], by_word: Mapping[str, Sequence[int]]) -> list[str]:
    """Return words by which a text is found again: enough of the rare ones that a text alike has one of them."""
    rare = sorted(words, key=lambda word: (len(by_word.get(word, ())), word))
    return rare[: max(1, int(len(words) * (1 / _ALIKE - 1)) + 1)]


def _is_same_demand(new: _Read, there: _Read) -> bool:
    one, other = new.demand, there.demand
    if (one.lot and other.lot and one.lot != other.lot) or not new.words or not there.words:
        return False
    alike = len(new.words & there.words) / len(new.words | there.words)
    is_elsewhere = one.found.document != other.found.document
    same_code = new.has_code and new.key == there.key
    if same_code and (is_elsewhere or one.number == other.number) and alike >= _ALIKE_WITH_NUMBER:
        return True
    if one.number and other.number and new.key != there.key and not is_elsewhere:
        return False
    return alike >= (_ALIKE if is_elsewhere else _SAME)


def _joined(there: FoundDemand, new: FoundDemand) -> tuple[FoundDemand, list[Doubt]]:
    first, second = (new, there) if _exactness(new) > _exactness(there) else (there, new)
    limit, is_conflict = join_limits(there.limit, new.limit)
    doubts = [Doubt("conflict-limit", new.found, there.number or there.text[:60])] if is_conflict else []
    for key in ("weight", "points"):
        one, other = getattr(there, key), getattr(new, key)
        if one is not None and other is not None and one != other:
            doubts.append(
                Doubt(f"conflict-{key}", new.found, f"{there.number or there.text[:60]}: {plain(one)} / {plain(other)}")
            )
    return replace(
        first,
        number=first.number or second.number,
        limit=limit,
        weight=there.weight if there.weight is not None else new.weight,
        points=there.points if there.points is not None else new.points,
        knock_out=first.knock_out if first.knock_out is not None else second.knock_out,
        answer_at=first.answer_at or second.answer_at,
        met_at=first.met_at or second.met_at,
        note=first.note and second.note,
        lot=first.lot or second.lot,
    ), doubts


def _exactness(one: FoundDemand) -> tuple[bool, bool]:
    return (one.answer_at or one.met_at) is not None, bool(one.number)


def criteria(found: Sequence[FoundCriterion]) -> tuple[tuple[FoundCriterion, ...], tuple[Doubt, ...]]:
    """Return each criterion once, in the order of its details, without the groups that only add others up."""
    kept: list[FoundCriterion] = []
    doubts: list[Doubt] = []
    for one in found:
        at = next((number for number, other in enumerate(kept) if _is_same_criterion(one, other)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at], new = _joined_criterion(kept[at], one)
            doubts += new
    groups = [one for one in kept if _is_group(one, kept)]
    doubts += list(_within_groups(groups, kept))
    return tuple(one for one in kept if one not in groups), tuple(doubts)


def _is_same_criterion(one: FoundCriterion, other: FoundCriterion) -> bool:
    if one.lot and other.lot and one.lot != other.lot:
        return False
    if one.price and other.price:
        return True
    both_numbered = bool(one.number and other.number)
    same_number = both_numbered and key_of(one.number) == key_of(other.number)
    alike = likeness(one.title, other.title)
    contains = set(words_of(one.title)) <= set(words_of(other.title)) or set(words_of(other.title)) <= set(words_of(one.title))
    if same_number and (alike >= _ALIKE_WITH_NUMBER or contains):
        return True
    if both_numbered and not same_number and _is_code(one.number) and _is_code(other.number):
        return False
    is_split = one.is_overview != other.is_overview or one.found.document != other.found.document
    return is_split and (alike >= _ALIKE_TITLES or (contains and min(len(words_of(one.title)), len(words_of(other.title))) > 1))


def _is_code(number: str) -> bool:
    return not re.fullmatch(r"\d+(?:\.\d+)+", number)


def _joined_criterion(there: FoundCriterion, new: FoundCriterion) -> tuple[FoundCriterion, list[Doubt]]:
    detail, other = (new, there) if there.is_overview and not new.is_overview else (there, new)
    limit, is_conflict = join_limits(there.limit, new.limit)
    doubts = [Doubt("conflict-limit", new.found, detail.title)] if is_conflict else []
    for key in ("weight", "points"):
        one, two = getattr(there, key), getattr(new, key)
        if one is not None and two is not None and one != two:
            doubts.append(Doubt(f"conflict-{key}", new.found, f"{detail.title}: {plain(one)} / {plain(two)}"))
    number = next((one for one in (detail.number, other.number) if one and _is_code(one)), detail.number or other.number)
    return replace(
        detail,
        number=number,
        text=detail.text or other.text,
        weight=there.weight if there.weight is not None else new.weight,
        points=there.points if there.points is not None else new.points,
        limit=limit,
        price=detail.price or other.price,
        lot=detail.lot or other.lot,
        grades=detail.grades or other.grades,
        questions=_joined_questions(detail.questions, other.questions),
        is_overview=there.is_overview and new.is_overview,
    ), doubts


def _joined_questions(first: tuple[FoundQuestion, ...], second: tuple[FoundQuestion, ...]) -> tuple[FoundQuestion, ...]:
    kept = list(first)
    for one in second:
        at = next((number for number, other in enumerate(kept) if likeness(one.text, other.text) >= _ALIKE), None)
        if at is None:
            kept.append(one)
        elif one.answer_at and not kept[at].answer_at:
            number = one.number or kept[at].number
            kept[at] = replace(
                one,
                number=number,
                weight=one.weight or kept[at].weight,
                points=one.points or kept[at].points,
                limit=one.limit or kept[at].limit,
            )
    return tuple(kept)


def _is_group(one: FoundCriterion, every: Sequence[FoundCriterion]) -> bool:
    """Return whether a criterion only adds up others: it asks nothing, and its name, number or weight says so."""
    others = [other for other in every if other is not one and not other.price and (other.questions or other.is_overview)]
    if one.questions or one.price or not others:
        return False
    below = [other for other in others if one.number and key_of(other.number).startswith(f"{key_of(one.number)}.")]
    return bool(_GROUP.match(one.title.strip())) or bool(below)


def _within_groups(groups: Sequence[FoundCriterion], every: Sequence[FoundCriterion]) -> Iterator[Doubt]:
    for group in groups:
        others = [one for one in every if one not in groups and not one.price and (not group.lot or one.lot == group.lot)]
        total = sum((one.weight for one in others if one.weight is not None), Decimal(0))
        if group.weight is not None and group.weight < 100 == total:  # noqa: PLR2004 - percent
            yield Doubt("weights-within-group", group.found, f"{group.title} {plain(group.weight)}%")


def moments(found: Iterable[FoundMoment]) -> tuple[tuple[FoundMoment, ...], tuple[Doubt, ...]]:
    """Return each moment once, and the dates that two places do not agree on."""
    kept: list[FoundMoment] = []
    doubts: list[Doubt] = []
    for one in found:
        at = next((number for number, other in enumerate(kept) if _is_same_moment(one, other)), None)
        if at is None:
            kept.append(one)
            continue
        there = kept[at]
        first, second = (there, one) if len(there.what) <= len(one.what) or there.day is None else (one, there)
        kept[at] = replace(
            first,
            day=there.day or one.day,
            time=there.time or one.time,
            deadline=there.deadline or one.deadline,
            found=there.found,
        )
        if there.day and one.day and there.day != one.day:
            doubts.append(
                Doubt("conflict-date", one.found, f"{second.what[:80]}: {there.day.isoformat()} / {one.day.isoformat()}")
            )
        elif there.time and one.time and there.time != one.time:
            doubts.append(Doubt("conflict-date", one.found, f"{second.what[:80]}: {there.time} / {one.time}"))
    return tuple(kept), tuple(doubts)


def _is_same_moment(one: FoundMoment, other: FoundMoment) -> bool:
    if one.deadline and other.deadline:
        return True
    shared = {word for word in words_of(one.what) if len(word) > 4} & set(words_of(other.what))  # noqa: PLR2004 - small words say little
    if one.day == other.day and one.day is not None and one.deadline == other.deadline and shared:
        return True
    return likeness(one.what, other.what) >= _ALIKE_TITLES
