"""Criteria that were found become criteria of an offer, with their questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pitchkit.offers.model import Criterion, Question
from pitchkit.offers.reading.findings import Doubt, FoundCriterion, FoundLimit, FoundQuestion
from pitchkit.offers.reading.numbering import Ids, own_number
from pitchkit.offers.reading.signals.amounts import plain
from pitchkit.offers.rules import Limit

_UNNAMED = "Vragen"  # a criterion of which the paper has no title


def criterion(one: FoundCriterion, ids: Ids, lots: set[str], rules: Sequence[FoundLimit], doubts: list[Doubt]) -> Criterion:
    """Return a criterion with its questions, with ids of their own; what is not sure is added to the doubts."""
    own = own_number(one.number, "K") or own_number(one.title.partition(" ")[0] if one.title[:1] == "K" else "", "K")
    name = ids.take(own) if own else ids.next_of("k") if not one.price else ids.take("prijs")
    each = [rule.limit for rule in rules if rule.scope == "each-criterion" and rule.limit]
    limit = one.limit or (each[0] if each and not one.price else Limit())
    questions = tuple(question for question in one.questions if question.text.strip())
    if not questions and not one.price:
        doubts.append(Doubt("criterion-without-question", one.found, one.title))
        text = next((line.lstrip("- ") for line in one.text.split("\n") if line.strip()), one.title)
        questions = (FoundQuestion((text if len(text) > 20 else one.title).strip() or _UNNAMED, one.found),)  # noqa: PLR2004 - words, no label
    asked = [rule.limit for rule in rules if rule.scope == "each-question" and rule.limit and not one.price]
    return Criterion(
        id=name,
        title=one.title.strip() or _UNNAMED,
        text=one.text or None,
        lot=one.lot if one.lot in lots else None,
        weight=one.weight,
        points=one.points,
        limit=limit,
        price=one.price,
        grades=one.grades,
        found=one.found,
        questions=tuple(_question(question, number, name, ids, asked) for number, question in enumerate(questions)),
    )


def _question(one: FoundQuestion, number: int, criterion: str, ids: Ids, each: Sequence[Limit]) -> Question:
    own = own_number(one.number, "V")
    if own and not (own[0] == "V" and one.number.strip(" .)").isdigit()):
        name = ids.take(own)
    else:
        sign = one.number.strip(" .)(").lower()
        name = ids.take(f"{criterion}-{sign if sign and sign.isalnum() and len(sign) < 4 else _letter(number)}")  # noqa: PLR2004
    return Question(
        id=name,
        text=one.text,
        weight=one.weight,
        points=one.points,
        limit=one.limit or (each[0] if each else Limit()),
        found=one.found,
        answer_at=one.answer_at,
    )


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else str(number + 1)  # noqa: PLR2004 - letters


def weight_of(one: Criterion) -> Decimal | None:
    """Return what a criterion counts for: its own weight, or else that of its questions together."""
    asked = [question.weight for question in one.questions if question.weight is not None]
    return one.weight if one.weight is not None else sum(asked, Decimal(0)) if asked else None


def weight_total(criteria: Sequence[Criterion]) -> Iterator[Doubt]:
    """Yield a doubt for each lot in which the weights do not come to a hundred; what is in no lot counts in all."""
    for lot in dict.fromkeys(one.lot for one in criteria if one.lot) or (None,):
        weighed = [(one, weight) for one in criteria if (weight := weight_of(one)) is not None and one.lot in (lot, None)]
        total = sum((weight for _one, weight in weighed), Decimal(0))
        if weighed and total != 100 and weighed[0][0].found:  # noqa: PLR2004 - percent
            yield Doubt("weight-total", weighed[0][0].found, f"{plain(total)}%{f' ({lot})' if lot else ''}")
