"""An award criterion while it is read: its questions, its limit and weight, and what goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pitchkit.offers.model import Grade
from pitchkit.offers.places import Found
from pitchkit.offers.reading.findings import (
    Doubt,
    Finding,
    FoundCriterion,
    FoundDemand,
    FoundForm,
    FoundLimit,
    FoundQuestion,
    FoundScale,
)
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, form_rules, kinds, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits
from pitchkit.offers.reading.signals.scales import scale_in_text
from pitchkit.offers.rules import Limit

_PRICE = re.compile(
    (
        r"\b(?:prijs|prijzen|tarief|tarieven|inschrijfprijs|kosten|inschrijfsom|"
        r"prijsstelling)\b(?!\s*[-/–]\s*kwaliteit)(?!.*\b(?:kwaliteit|effectiviteit)\b)"
    ),
    re.IGNORECASE,
)
_ANSWER = re.compile(
    (
        r"^(?:uw\s+)?(?:antwoord|reactie|beantwoording|toelichting)(?:\s+(?:van\s+)?(?:de\s+)?(?:inschrijver|"
        r"aanbieder|aanvrager))?\s*[:.…_]*\s*(?:\[.*\]|<.*>|…+|\.{3,}|_{3,})?$"
    ),
    re.IGNORECASE,
)
_LABEL = re.compile(
    (
        r"^(?:weging|gewicht|punten|maximale score|max\.? punten|omvang|limiet|maximale omvang|vraag|opdracht|"
        r"gevraagd|doel|toelichting)\s*:\s*"
    ),
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    (
        "^(?:licht (?:dit |uw antwoord )?toe|motiveer(?: uw antwoord)?|onderbouw(?: dit| uw antwoord)?|"
        r"geef (?:een )?voorbeeld(?:en)?|beargumenteer)\b"
    ),
    re.IGNORECASE,
)
_RULE = re.compile(
    (
        r"(?:max\w*\.?|ten hoogste|niet meer|omvang|lettertype|weging|punten|uw (?:antwoord|uitwerking|plan)|"
        r"het (?:antwoord|plan)|de (?:omvang|uitwerking))\b"
    ),
    re.IGNORECASE,
)
_SHORT_TAIL = 9


@dataclass
class OpenCriterion:
    """A criterion that is being read. It is closed into a FoundCriterion; what is not its own comes out along the way."""

    title: str
    found: Found
    number: str = ""
    level: int = 0
    lot: str = ""
    weight: Decimal | None = None
    points: Decimal | None = None
    limit: Limit = field(default_factory=Limit)
    texts: list[str] = field(default_factory=list)
    questions: list[FoundQuestion] = field(default_factory=list)
    grades: tuple[Grade, ...] = ()
    is_assessed: bool = False
    has_lead: bool = False
    led: tuple[str, int] = ("", 0)
    last_level: int = 0
    is_price: bool = False
    is_implied: bool = False

    def read(self, line: Line, found: Found) -> Iterator[Finding]:
        """Take in a paragraph or item below the heading; yield what is for more than this criterion."""
        text = squeezed(line.text)
        if scale := scale_in_text(text):
            yield FoundScale(scale, found)
            self.texts += [] if is_about_price(self.title) else [text]
            return
        if _ANSWER.match(text) and self.questions:
            self.questions[-1] = replace(self.questions[-1], answer_at=room_below(line, found) or found)
            return
        if (
            kinds.names_proof(text)
            and not asking.is_question(text)
            and (demand := kinds.demand_of(text))
            and demand.type == "bewijsstuk"
        ):
            yield FoundDemand(text, "bewijsstuk", found, line.number, demand.knock_out, lot=self.lot)
        is_item = line.kind == "item"
        yield from self._amounts(line, found, is_item=is_item)
        if fields := form_rules.find_form(text):
            yield FoundForm(fields, found)
        if is_item:
            self._item(line, found)
        else:
            self._paragraph(text, line.number, found)
        self._give_room(line, found)

    def _give_room(self, line: Line, found: Found) -> None:
        """Empty lines right below a question, or below the rule about its length, are room for its answer."""
        if self.questions and self.questions[-1].answer_at is None:
            last = self.questions[-1]
            is_below = last.found == found or self._is_only_amounts(squeezed(line.text))
            self.questions[-1] = replace(last, answer_at=room_below(line, found)) if is_below else last

    def _amounts(self, line: Line, found: Found, *, is_item: bool) -> Iterator[Finding]:
        text = squeezed(line.text)
        for one in find_limits(text):
            if one.unsure:
                yield Doubt(f"limit-{one.unsure}", found, one.words)
            if one.scope in ("each-criterion", "each-question", "whole"):
                yield FoundLimit(one.limit, one.scope, found)
            elif one.scope == "here" and one.limit and not self._is_of_question(text, is_item=is_item):
                merged, is_conflict = join_limits(self.limit, one.limit)
                self.limit = merged
                if is_conflict:
                    yield Doubt("limit-twice", found, f"{self.title}: {one.words}")
        if not (is_item and (self.has_lead or line.number or asking.is_question(text))):
            weight = weights.find_weight(text)
            if weight.unsure:
                yield Doubt(f"weight-{weight.unsure}", found, text[:80])
            self.weight = weight.weight if self.weight is None else self.weight
            self.points = weight.points if self.points is None else self.points

    def _is_of_question(self, text: str, *, is_item: bool) -> bool:
        """Return whether a limit in a line is for the question that the line itself is."""
        return is_item and (asking.is_question(text) or (self.has_lead and not _RULE.match(text)))

    def _item(self, line: Line, found: Found) -> None:
        text = squeezed(line.text)
        is_deeper = bool(self.questions) and line.level > self.last_level > 0
        if self.is_assessed and not asking.is_question(text):
            self.texts.append(f"- {text}")
        elif is_deeper and not text.endswith("?"):
            last = self.questions[-1]
            self.questions[-1] = replace(last, text=f"{last.text}\n- {text}")
        elif self._is_only_amounts(text) and not (self.has_lead and not _RULE.match(text)):
            return
        elif self.has_lead or asking.is_question(text) or line.number:
            self._lead_to_text()
            self._add(text, line.number, found)
            self.last_level = line.level
        else:
            self.texts.append(f"- {text}")

    def _lead_to_text(self) -> None:
        """What announces the list below it is no question of its own: its text goes with the criterion."""
        text, first = self.led
        if self.has_lead and text and len(self.questions) > first:
            del self.questions[first:]
            self.texts.append(text)
        self.led = ("", 0)

    def _paragraph(self, text: str, number: str, found: Found) -> None:
        is_lead = asking.is_lead_in(text)
        sentences = asking.sentences_of(_LABEL.sub("", text))
        asked = [one for one in sentences if asking.is_question(one)]
        self.last_level = 0
        if asking.is_assessment(text) and not asked:
            self.is_assessed = is_lead or self.is_assessed
            self.has_lead = False
            self.texts.append(text)
            return
        if asked or is_lead:
            self.is_assessed = False
        self.has_lead = is_lead or (self.has_lead and not asked)
        self.led = (text, len(self.questions)) if is_lead else ("", 0)
        if not asked:
            if not self._is_only_amounts(text):
                self.texts.append(text)
            return
        if number or len(asked) == 1:
            kept = [one for one in sentences if asking.is_question(one) or not self._is_only_amounts(one)]
            self._add(" ".join(kept), number, found)
            return
        for sentence in sentences:
            if asking.is_question(sentence) and not asking.is_lead_in(sentence):
                self._add(sentence, number, found)
            elif not self._is_only_amounts(sentence):
                self._more(sentence)

    def _more(self, sentence: str) -> None:
        if self.questions:
            last = self.questions[-1]
            self.questions[-1] = replace(last, text=f"{last.text} {sentence}")
        else:
            self.texts.append(sentence)

    def _add(self, text: str, number: str, found: Found) -> None:
        if self.questions and not number and _FOLLOWS.match(text) and len(text.split()) < _SHORT_TAIL:
            self._more(text)
            return
        limits = [one for one in find_limits(text) if one.scope == "here" and one.limit]
        weight = weights.find_weight(text)
        own = limits[0].limit if limits and limits[0].limit != self.limit else Limit()
        self.questions.append(
            FoundQuestion(text, found, number, None, weight.weight if number else None, weight.points if number else None, own)
        )

    def _is_only_amounts(self, text: str) -> bool:
        says = bool(find_limits(text)) or bool(weights.find_weight(text)) or bool(form_rules.find_form(text))
        return says and not asking.is_question(text)

    def close(self) -> FoundCriterion:
        """Return what was read."""
        questions = tuple(self.questions)
        is_price = self.is_price or is_about_price(self.title)
        text = "\n".join(self.texts)
        return FoundCriterion(
            self.title, self.found, self.number, text, self.weight, self.points, self.limit, is_price, self.lot, self.grades,
            () if is_price and not any("?" in one.text for one in questions) else questions,
        )  # fmt: skip


def room_below(line: Line, found: Found) -> Found | None:
    """Return where the buyer left room below a line, or None."""
    return Found(document=found.document, place=f"{found.place}, de ruimte eronder", at=line.room) if line.room else None


def is_about_price(title: str) -> bool:
    """Return whether a title of a criterion names money only."""
    return bool(_PRICE.search(title)) and len(title) < 90 and not asking.is_question(title)  # noqa: PLR2004 - a title


def join_limits(there: Limit, new: Limit) -> tuple[Limit, bool]:
    """Return two limits as one, the strictest of each unit, and whether they were at odds."""
    values = {}
    is_conflict = False
    for unit in ("words", "pages", "characters"):
        both = [value for one in (there, new) if (value := getattr(one, unit)) is not None]
        values[unit] = min(both, default=None)
        is_conflict = is_conflict or len(set(both)) > 1
    return Limit(**values), is_conflict
