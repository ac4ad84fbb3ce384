"""What of an offer a document is about: the criteria it answers, their order, their headings, and what is still empty. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pitchkit.offers.model import Criterion, Moment, Offer, Question, Shown
from pitchkit.offers.usage import Usage, key_of
from pitchkit.plain_language.sentences import sentences

HEADING_WORDS = 24
"""The longest question that can be a heading as it stands; of a longer one the first sentence or its beginning is."""


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question with the key that leads to it in the offer file."""

    key: str
    question: Question


@dataclass(frozen=True, slots=True)
class PlacedCriterion:
    """A criterion with the key that leads to it in the offer file."""

    key: str
    criterion: Criterion
    questions: tuple[PlacedQuestion, ...]


@dataclass(frozen=True, slots=True)
class OfferPart:
    """What one document says of an offer.

    `alone` says that the document is the file of one criterion; `tables` are those that no answer shows; `usages` are
    there once the answers have been built.
    """

    offer: Offer
    criteria: tuple[PlacedCriterion, ...]
    alone: bool = False
    tables: tuple[Shown, ...] = ()
    usages: tuple[Usage, ...] = ()

    def choices(self) -> Iterator[tuple[str, str, Literal["full", "short"]]]:
        """Yield every entry that is chosen: the key of its question, its id, and in which wording."""
        for criterion in self.criteria:
            for placed in criterion.questions:
                yield from ((placed.key, choice.entry, choice.length) for choice in placed.question.entries)


def placed(offer: Offer) -> tuple[PlacedCriterion, ...]:
    """Return every criterion of the lots that the offer is for, in the buyer's order."""
    lots = {lot.id: lot.chosen for lot in offer.lots}
    return tuple(
        PlacedCriterion(
            key_of(number),
            criterion,
            tuple(PlacedQuestion(key_of(number, index), one) for index, one in enumerate(criterion.questions, 1)),
        )
        for number, criterion in enumerate(offer.criteria, 1)
        if criterion.lot is None or lots.get(criterion.lot, True)
    )


def in_quality_part(offer: Offer) -> tuple[PlacedCriterion, ...]:
    """Return the criteria that the quality part answers: one that is only about money stands apart where the buyer asks that."""
    return tuple(one for one in placed(offer) if not (one.criterion.price and offer.keeps_prices_apart))


def tables_apart(offer: Offer) -> tuple[Shown, ...]:
    """Return the tables that have something to say and that no answer shows; risks stand in their own answers anyway."""
    filled: dict[Shown, bool] = {
        "planning": bool(own_planning(offer)),
        "indicators": bool(offer.indicators),
        "proofs": bool(offer.proofs),
    }
    shown = {name for criterion in in_quality_part(offer) for one in criterion.questions for name in one.question.shows}
    return tuple(name for name, is_filled in filled.items() if is_filled and name not in shown)


def by_date(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments in order of their dates, those without one last."""
    return tuple(sorted(moments, key=lambda one: one.date or date.max))


def own_planning(offer: Offer) -> tuple[tuple[int, Moment], ...]:
    """Return the moments of the work by date, with their place in the file from 1: those of the procedure are the buyer's."""
    own = [(number, one) for number, one in enumerate(offer.planning, 1) if not (one.deadline or one.found)]
    return tuple(sorted(own, key=lambda one: (one[1].date or date.max, one[0])))


def is_answered(question: Question) -> bool:
    """Whether a question has anything in words: a promise, text of its own, or an entry."""
    return bool(question.promise or question.answer or question.entries)


def criterion_heading(criterion: Criterion) -> str:
    """Return what stands above the answers to a criterion: its number and its title."""
    return _numbered(criterion.id, criterion.title)


def question_heading(question: Question) -> str:
    """Return what stands above an answer: the question's number, and its heading or the buyer's words as far as they fit."""
    return _numbered(question.id, question.heading or _beginning(question.text))


def _numbered(name: str, text: str) -> str:
    text = " ".join(text.split())
    return text if re.match(rf"{re.escape(name)}(?![\w.]*\w)", text, re.IGNORECASE) else f"{name} {text}"


def _beginning(text: str) -> str:
    words = text.split()
    if len(words) <= HEADING_WORDS:
        return " ".join(words)
    first = next(sentences(" ".join(words))).words.split()
    return " ".join(first) if len(first) <= HEADING_WORDS else " ".join(first[: HEADING_WORDS - 4]).rstrip(",;:") + "…"
