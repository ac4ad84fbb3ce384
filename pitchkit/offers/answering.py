"""What an answer is built of: promise, approach, results, evidence, risks and benefit."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from pitchkit.model import Day, FilledText, Frozen, Id

Chance = Literal["klein", "middel", "groot"]


class Choice(Frozen):
    """An entry of the library in an answer, in its full or its short wording.

    `why` is the reason the match gave; `keep` says that the entry stays, whatever a better choice within the limits would be.
    """

    entry: Id
    length: Literal["full", "short"] = "full"
    why: FilledText | None = None
    keep: bool = False


class Approach(Frozen):
    """One step: who does what, when, how often."""

    what: FilledText
    who: FilledText | None = None
    when: FilledText | None = None
    how_often: FilledText | None = None


class Result(Frozen):
    """A promised result: the figure, the date and the instrument make it SMART."""

    what: FilledText
    figure: FilledText | None = None
    date: FilledText | None = None
    instrument: FilledText | None = None


class Risk(Frozen):
    """A risk with its measure; `trigger` is the sign at which one acts."""

    risk: FilledText
    chance: Chance | None = None
    impact: Chance | None = None
    measure: FilledText | None = None
    trigger: FilledText | None = None
    owner: FilledText | None = None


class Benefit(Frozen):
    """What the answer brings to residents and to the municipality."""

    residents: FilledText | None = None
    municipality: FilledText | None = None


class Score(Frozen):
    """The own assessment: a grade of the buyer's scale before and after rewriting, with the reason."""

    before: FilledText | None = None
    after: FilledText | None = None
    note: FilledText | None = None
    assessed: Day | None = None


class Indicator(Frozen):
    """Something that is counted or measured; `response` is the expected share of answers, from 0 to 1."""

    id: Id
    level: Literal["input", "output", "outcome"]
    what: FilledText
    definition: FilledText | None = None
    baseline: FilledText | None = None
    target: FilledText | None = None
    instrument: FilledText | None = None
    moment: FilledText | None = None
    response: Decimal | None = Field(default=None, ge=0, le=1)
    owner: FilledText | None = None
