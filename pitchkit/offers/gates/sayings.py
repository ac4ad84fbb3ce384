"""Every text of one's own in an offer, with its place: what the gates read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pitchkit.diagnostics import Location
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Criterion, Question
from pitchkit.yamlsource import Step

Part = Literal["heading", "promise", "answer", "approach", "result", "risk", "benefit"]


@dataclass(frozen=True, slots=True)
class Saying:
    """A text of one's own: which question it answers, which part of the answer it is, and the keys that lead to it."""

    loaded: LoadedOffer
    question: Question
    part: Part
    steps: tuple[Step, ...]
    text: str

    @property
    def is_promise(self) -> bool:
        """Whether the buyer can hold one to it."""
        return self.part in ("promise", "approach", "result", "benefit")

    def locate(self, start: int) -> Location:
        """Return the place of a character of the text in the offer file."""
        return self.loaded.file.line_of_text(self.steps, self.text[:start].count("\n"))


def sayings(loaded: LoadedOffer) -> Iterator[Saying]:
    """Yield every text of one's own in the answers, in the order of the file."""
    for number, criterion in enumerate(loaded.offer.criteria):
        for index, question in enumerate(criterion.questions):
            at: tuple[Step, ...] = ("criteria", number, "questions", index)
            yield from (Saying(loaded, question, part, (*at, *steps), text) for part, steps, text in _texts(question))


def is_in_quality_part(loaded: LoadedOffer, criterion: Criterion) -> bool:
    """Return whether a criterion is answered where no prices may stand."""
    return loaded.offer.keeps_prices_apart and not criterion.price


def _texts(question: Question) -> Iterator[tuple[Part, tuple[Step, ...], str]]:
    plain: tuple[tuple[Part, str | None], ...] = (
        ("heading", question.heading),
        ("promise", question.promise),
        ("answer", question.answer),
    )
    for part, text in plain:
        if text:
            yield part, (part,), text
    groups: tuple[tuple[Part, str, tuple[object, ...]], ...] = (
        ("approach", "approach", question.approach),
        ("result", "results", question.results),
        ("risk", "risks", question.risks),
    )
    for part, key, items in groups:
        for number, item in enumerate(items):
            for name in type(item).model_fields:  # type: ignore[attr-defined]
                text = getattr(item, name)
                if isinstance(text, str):
                    yield part, (key, number, name), text
    for name in ("residents", "municipality"):
        text = getattr(question.benefit, name)
        if text:
            yield "benefit", ("benefit", name), text
