"""The own assessment against the weights and grades of the buyer, before and after rewriting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pitchkit.costs.derivation import sum_of
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Criterion, Grade, Offer, Question
from pitchkit.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Assessed:
    """One question: what it can earn, and what the own grades before and after would earn; None where nobody gave a grade."""

    criterion: str
    question: str
    title: str
    most: Decimal
    grade_before: Grade | None
    grade_after: Grade | None

    @property
    def before(self) -> Decimal | None:
        """Points with the grade before."""
        return _earned(self.most, self.grade_before)

    @property
    def after(self) -> Decimal | None:
        """Points with the grade after."""
        return _earned(self.most, self.grade_after)

    @property
    def can_gain(self) -> Decimal:
        """Points that a better answer could still earn."""
        now = self.after if self.after is not None else self.before
        return self.most - (now or Decimal(0))


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every question in the buyer's order; the totals count a question without a grade as nothing."""

    questions: tuple[Assessed, ...]
    warnings: tuple[Diagnostic, ...]

    @property
    def most(self) -> Decimal:
        """Points that the questions can earn together."""
        return sum_of(one.most for one in self.questions)

    @property
    def before(self) -> Decimal:
        """Points with the grades before."""
        return sum_of(one.before or Decimal(0) for one in self.questions)

    @property
    def after(self) -> Decimal:
        """Points with the grades after; a question without one keeps its grade before."""
        return sum_of(one.most - one.can_gain for one in self.questions)

    def ungraded(self) -> tuple[Assessed, ...]:
        """Return the questions that have no grade at all."""
        return tuple(one for one in self.questions if one.grade_before is None and one.grade_after is None)


def assess(loaded: LoadedOffer) -> tuple[Assessment | None, tuple[Diagnostic, ...]]:
    """Return the assessment of an offer, or None with what is wrong in it: a grade that the buyer's scale does not have."""
    offer = loaded.offer
    problems: list[Diagnostic] = []
    assessed: list[Assessed] = []
    warnings: list[Diagnostic] = []
    for criterion, question in offer.questions():
        if criterion.price:
            continue
        scale = criterion.grades or offer.grades
        grades = [_grade(loaded, question, key, scale, problems) for key in ("before", "after")]
        most = points_of(offer, criterion, question)
        assessed.append(Assessed(criterion.id, question.id, question.heading or question.text, most, grades[0], grades[1]))
        warnings += _refusals(loaded, question, grades[1] or grades[0])
    if problems:
        return None, tuple(problems)
    return Assessment(tuple(assessed), tuple(warnings)), ()


def points_of(offer: Offer, criterion: Criterion, question: Question) -> Decimal:
    """Return what a question can earn: its own points or weight, or its share of what the criterion has left for such questions.

    Where the buyer gives neither points nor weights, the criteria share 100 points equally.
    """
    own = _given(question)
    if own is not None:
        return own
    without = [one for one in criterion.questions if _given(one) is None]
    given = sum_of(_given(one) or Decimal(0) for one in criterion.questions)
    return max(_whole(offer, criterion) - given, Decimal(0)) / len(without)


def _whole(offer: Offer, criterion: Criterion) -> Decimal:
    own = _given(criterion)
    if own is not None:
        return own
    without = [one for one in offer.criteria if _given(one) is None]
    given = sum_of(_given(one) or Decimal(0) for one in offer.criteria)
    return max(Decimal(100) - given, Decimal(0)) / len(without)


def _given(one: Criterion | Question) -> Decimal | None:
    return one.points if one.points is not None else one.weight


def _earned(most: Decimal, grade: Grade | None) -> Decimal | None:
    return None if grade is None else most * grade.share


def _grade(
    loaded: LoadedOffer, question: Question, key: str, scale: tuple[Grade, ...], problems: list[Diagnostic]
) -> Grade | None:
    word = question.score.before if key == "before" else question.score.after
    if word is None:
        return None
    by_label = {one.label.lower(): one for one in scale}
    found = by_label.get(word.strip().lower())
    if found is None:
        where = loaded.locate(*loaded.steps_to(question), "score", key)
        labels = [one.label for one in scale]
        problems.append(problem(where, "grade-unknown", word=word, choices=", ".join(labels), suggestion=suggest(word, labels)))
    return found


def _refusals(loaded: LoadedOffer, question: Question, grade: Grade | None) -> Iterator[Diagnostic]:
    if grade and grade.refuses:
        where = loaded.locate(*loaded.steps_to(question), "score")
        yield warning(where, "grade-refuses", grade=grade.label, question=question.id)
