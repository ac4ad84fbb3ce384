"""What a template sees of an offer: each answer in the buyer's order, with an open field where one is still missing.

What the buyer wrote is text and prints literally. Own words may look up plain values; an own answer is Markdown as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pitchkit.offers import answers
from pitchkit.offers.answers import OfferPart, PlacedCriterion, PlacedQuestion
from pitchkit.rules import LOOKUP
from pitchkit.templating.matrix_view import matrix_record
from pitchkit.templating.offer_tables import OfferTables, Say, table
from pitchkit.templating.values import Markdown, Open, Record, literal, record
from pitchkit.typography import Formats

_DEEPEST = 5
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=\s|$)", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")

LookUp = Callable[[str], Markdown]
More = Callable[[Say], Mapping[str, object]]


def offer_record(part: OfferPart, sections: Record, look_up: LookUp, formats: Formats, more: More) -> Record:
    """Return what a document says of an offer.

    `sections` are the entries of each answer, under its key; `more` makes what it says of money, from the offer's own words.
    """
    offer = part.offer
    words = _OwnWords(look_up, 3 if part.alone else 4)  # above it stand the question, and the criterion or the title
    tables = OfferTables(offer, words.say)
    answering = _Answering(sections, words, tables)
    criteria = tuple(answering.criterion(one) for one in part.criteria)
    return Record(
        {
            "kind": offer.kind,
            "title": offer.title,
            "reference": offer.reference or Open("offer.reference"),
            "client": record("offer.client", offer.client),
            "lots": tuple(lot.title for lot in offer.lots if lot.chosen),
            "fictitious": offer.fictitious,
            "anonymous": offer.form.anonymous,
            "criteria": criteria,
            "criterion": criteria[0] if part.alone else "",
            "apart": part.tables,
            "planning": tables.planning(),
            "risks": tables.risks(),
            "indicators": tables.indicators(),
            "proofs": tables.proofs(),
            "matrix": matrix_record(part, formats),
            **more(words.say),
        }
    )


class _Answering:
    """Makes the records of criteria and answers."""

    def __init__(self, sections: Record, words: _OwnWords, tables: OfferTables) -> None:
        self._sections = sections
        self._words = words
        self._tables = tables

    def criterion(self, one: PlacedCriterion) -> Record:
        """Return a criterion with its answers."""
        title = answers.criterion_heading(one.criterion)
        return Record(
            {
                "id": one.criterion.id,
                "title": title,
                "heading": _marked(one.key, title),
                "text": one.criterion.text or "",
                "questions": tuple(self._question(question) for question in one.questions) or Open(f"{one.key}.questions"),
            }
        )

    def _question(self, one: PlacedQuestion) -> Record:
        question, key = one.question, one.key
        has_entries = key in self._sections.names()
        return Record(
            {
                "id": question.id,
                "heading": _marked(key, answers.question_heading(question)),
                "text": question.text,
                "is_answered": answers.is_answered(question),
                "lacking": Open(f"{key}.promise"),
                "promise": self._words.say(question.promise),
                "answer": self._words.write(question.answer, key),
                "approach": table(self._tables.approach_rows(question), ("what",)),
                "results": table(self._tables.result_rows(question, key), ("what", "figure", "date", "instrument")),
                "entries": self._sections[key] if has_entries else (),
                "risks": table(self._tables.risk_rows(question, key), ("risk", "measure")),
                "residents": self._words.say(question.benefit.residents),
                "municipality": self._words.say(question.benefit.municipality),
                "shows": question.shows,
                "proofs": tuple(self._tables.proof_title(name) for name in question.proofs),
            }
        )


class _OwnWords:
    """What was written for this offer, with its values looked up; `highest` is the highest heading that it may have."""

    def __init__(self, look_up: LookUp, highest: int) -> None:
        self._look_up = look_up
        self._highest = highest

    def say(self, text: str | None) -> Markdown:
        """Return words on one line: a value is text, and so are these."""
        if not text:
            return Markdown("")
        pieces = LOOKUP.split(" ".join(text.split()))  # words, path, words, path, ... words
        shown = (self._look_up(piece) if number % 2 else _within(piece) for number, piece in enumerate(pieces))
        return Markdown("").join(shown)

    def write(self, text: str | None, key: str) -> Markdown:
        """Return Markdown whose headings stand below that of the question, and whose notes are its own."""
        if not text:
            return Markdown("")
        found = [len(mark) for mark in _HEADING.findall(text)]
        down = self._highest - min(found, default=0)
        text = _HEADING.sub(lambda mark: "#" * min(len(mark[1]) + down, _DEEPEST), text)
        text = _NOTE.sub(lambda mark: f"[^{key.replace('.', '-')}-{mark[1].lower()}]", text)
        return Markdown(LOOKUP.sub(lambda match: self._look_up(match[1]), text))


def _within(words: str) -> Markdown:
    # `literal` trims, and the spaces beside a value stay.
    trimmed = words.strip()
    lead, trail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :] if trimmed else ""
    return Markdown(f"{lead}{literal(words)}{trail}")


def _marked(key: str, heading: str) -> Markdown:
    return Markdown(f"{{+{key}}}{literal(heading)}{{-{key}}}")
