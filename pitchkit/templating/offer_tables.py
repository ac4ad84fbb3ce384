"""The tables of a whole offer as a template sees them: planning, risks, indicators, proofs. Empty columns disappear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from pitchkit.offers import answers
from pitchkit.offers.answering import Indicator
from pitchkit.offers.model import Moment, Offer, Question
from pitchkit.templating.values import Markdown, Open, Record

Row = Mapping[str, object]
Say = Callable[[str | None], Markdown]
"""Own words as they print: text, in which values are looked up; empty for none."""


def table(rows: Sequence[Row], always: tuple[str, ...] = ()) -> Record:
    """Return rows with the names of the columns that have words in any of them, or that stand there always.

    A cell without words is empty text; an open field counts as words.
    """
    names = dict.fromkeys(name for row in rows for name in row)
    filled = tuple(name for name in names if name in always or any(_has_words(row[name]) for row in rows))
    shown = tuple(Record({name: "" if row[name] is None else row[name] for name in names}) for row in rows)
    return Record({"rows": shown, "filled": filled})


def _has_words(value: object) -> bool:
    return isinstance(value, Open) or value not in (None, "")


class OfferTables:
    """Makes the tables of one offer."""

    def __init__(self, offer: Offer, say: Say) -> None:
        self._offer = offer
        self._say = say
        self._proofs = {proof.id: proof for proof in offer.proofs}

    def proof_title(self, name: str) -> str:
        """Return what a proof is called."""
        return self._proofs[name].title

    def planning(self) -> Record:
        """Return the moments of the work, in order of their dates."""
        rows = [self._moment(number, one) for number, one in answers.own_planning(self._offer)]
        return table(rows, ("what", "date"))

    def risks(self) -> Record:
        """Return the risks of all answers, with the question each belongs to."""
        rows = [
            {**row, "question": placed.question.id}
            for criterion in answers.in_quality_part(self._offer)
            for placed in criterion.questions
            for row in self.risk_rows(placed.question, placed.key)
        ]
        return table(rows, ("risk", "measure"))

    def risk_rows(self, question: Question, key: str) -> list[Row]:
        """Return the risks of one answer; each has a measure or asks for one."""
        say = self._say
        return [
            {
                "risk": say(one.risk),
                "chance": one.chance,
                "impact": one.impact,
                "measure": say(one.measure) or Open(f"{key}.risks.{number}.measure"),
                "trigger": say(one.trigger),
                "owner": say(one.owner),
            }
            for number, one in enumerate(question.risks, 1)
        ]

    def approach_rows(self, question: Question) -> list[Row]:
        """Return the steps of one answer."""
        return [{name: self._say(text) for name, text in one} for one in question.approach]

    def result_rows(self, question: Question, key: str) -> list[Row]:
        """Return the promised results of one answer; each asks for what makes it SMART."""
        return [
            {name: self._say(text) or Open(f"{key}.results.{number}.{name}") for name, text in one}
            for number, one in enumerate(question.results, 1)
        ]

    def indicators(self) -> Record:
        """Return the indicators: input first, then output, then outcome."""
        levels = ("input", "output", "outcome")
        numbered = sorted(enumerate(self._offer.indicators, 1), key=lambda one: (levels.index(one[1].level), one[0]))
        return table(
            [self._indicator(number, one) for number, one in numbered], ("level", "what", "target", "instrument", "moment")
        )

    def proofs(self) -> Record:
        """Return the proofs as the buyer gets them."""
        rows = [
            {"number": str(number), "title": one.title, "date": one.date, "valid_until": one.valid_until}
            for number, one in enumerate(self._offer.proofs, 1)
        ]
        return table(rows, ("number", "title"))

    def _moment(self, number: int, one: Moment) -> Row:
        return {
            "what": self._say(one.what),
            "date": one.date or Open(f"offer.planning.{number}.date"),
            "time": one.time,
            "owner": self._say(one.owner),
        }

    def _indicator(self, number: int, one: Indicator) -> Row:
        key, say = f"offer.indicators.{number}", self._say
        is_effect = one.level == "outcome"
        return {
            "level": one.level,
            "what": say(one.what),
            "definition": say(one.definition),
            "baseline": say(one.baseline) or (Open(f"{key}.baseline") if is_effect else None),
            "target": say(one.target) or Open(f"{key}.target"),
            "instrument": say(one.instrument) or Open(f"{key}.instrument"),
            "moment": say(one.moment) or Open(f"{key}.moment"),
            "response": None if one.response is None else percent(one.response),
            "owner": say(one.owner),
        }


def percent(share: Decimal) -> str:
    """Return a share as a percentage."""
    return f"{(share * 100).normalize():f}%".replace(".", ",")
