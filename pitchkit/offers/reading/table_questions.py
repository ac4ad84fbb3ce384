"""Questions in a table, each with the criterion that it goes with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pitchkit.offers.reading.columns import Layout
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.criteria import is_about_price
from pitchkit.offers.reading.findings import Doubt, Finding, FoundCriterion, FoundLimit, FoundQuestion
from pitchkit.offers.reading.headings import Section
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, naming
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits
from pitchkit.offers.reading.signals.weights import find_weight
from pitchkit.offers.reading.table_rows import Row, read_row
from pitchkit.offers.reading.typed_numbers import split_number
from pitchkit.offers.rules import Limit

ANSWER = re.compile(
    r"(?:uw )?(?:antwoord|reactie|beantwoording)(?: (?:van )?(?:de )?inschrijver)?\s*(?:\(.*\))?\s*[:.…_]*$", re.IGNORECASE
)
_FEWEST_IN_LIST = 2
_LONG = 110


@dataclass
class Reader:
    """What is kept while the rows of one table are read: the criteria so far, and the heading above the row."""

    layout: Layout
    context: Context
    parents: frozenset[str]
    lot: str
    open: dict[str, FoundCriterion] = field(default_factory=dict)
    heading: str = ""
    heading_section: Section = ""
    following: Line | None = None
    last: str = ""

    @property
    def section(self) -> Section:
        """What the table is about."""
        return self.context.section

    def row(self, line: Line) -> Row:
        """Return a row with its columns read."""
        return read_row(line, self.layout, replace(self.context, lot=self.lot))


def ask(reader: Reader, row: Row) -> Iterator[Finding]:
    """A question goes with its criterion: that of its column, of its number, of the row above, or of the heading."""
    shared = row.is_weight_shared or (row.is_group_shared and row.weight is not None)
    question = FoundQuestion(
        row.text, row.found, row.number, row.room, None if shared else row.weight, None if shared else row.points, row.limit
    )
    for one in find_limits(row.text):
        if one.scope in ("each-criterion", "each-question", "whole"):
            yield FoundLimit(one.limit, one.scope, row.found)
        if one.unsure:
            yield Doubt(f"limit-{one.unsure}", row.found, one.words)
    asked = _in_cell(question)
    if reader.context.criterion is not None and not row.group and not reader.heading:
        reader.context.criterion.questions += asked
        return
    key, criterion = _criterion_for(reader, row)
    if row.is_weight_shared and not criterion.questions[1:]:
        first = criterion.questions[:1]
        criterion = replace(
            criterion,
            weight=criterion.weight or row.weight,
            points=criterion.points or row.points,
            questions=tuple(replace(one, weight=None, points=None) for one in first),
        )
    reader.open[key] = replace(criterion, questions=(*criterion.questions, *asked))
    reader.last = key


def opens_group(reader: Reader, row: Row) -> bool:
    """Return whether a row is the title of a criterion whose question stands in the row below it, without a number."""
    if reader.following is None or not row.number or asking.is_question(row.text) or len(row.text) >= _LONG or row.group:
        return False
    below = reader.row(reader.following)
    return not below.number and asking.is_question(below.text)


def open_group(reader: Reader, row: Row) -> None:
    """Begin a criterion with the title in a row; the questions stand in the rows below it."""
    reader.heading, reader.last = f"{row.number} {row.text}", ""
    criterion = FoundCriterion(row.text, row.found, row.number, "", row.weight, row.points, row.limit, lot=row.lot)
    reader.open[reader.heading.lower() + row.lot] = criterion


def give_room(reader: Reader, row: Row) -> None:
    """A row "Antwoord (maximaal 500 woorden):" below a question is room for its answer, with its limit."""
    criterion = reader.open[reader.last]
    *others, question = criterion.questions
    room = replace(question, answer_at=question.answer_at or row.found, limit=row.limit or question.limit)
    reader.open[reader.last] = replace(criterion, questions=(*others, room))


def _in_cell(question: FoundQuestion) -> list[FoundQuestion]:
    """Return the questions in a cell: one where there is room for one answer, else as many as the list below its lead-in."""
    first, *rest = question.text.split("\n")
    if question.answer_at is not None or len(rest) < _FEWEST_IN_LIST or not asking.is_lead_in(first):
        return [question]
    return [replace(question, text=one.lstrip("-•–* "), number="", weight=None, points=None) for one in rest]


def _criterion_for(reader: Reader, row: Row) -> tuple[str, FoundCriterion]:
    parent = row.number.rpartition(".")[0] if re.fullmatch(r"[A-Z]{0,3}\d+(?:\.\d+)+", row.number) else ""
    title = row.group or reader.heading
    key = (title or parent or "").lower() + row.lot
    if key in reader.open:
        return key, reader.open[key]
    named = naming.criterion_of(title)
    code, rest = naming.code_of(title)
    weight = find_weight(title, is_title=True)
    limit = next((one.limit for one in find_limits(title)), Limit())
    own, rest = split_number(title, is_title=True) if not code and not named else (code, rest)
    name = re.sub(r"\s*[(\[][^()]*(?:%|punten|A4|woorden)[^()]*[)\]]\s*$", "", named[1] if named else rest or title)
    number = (named[0] if named else "") or own or parent
    name = name or ("" if re.match(r"tabel \d", row.line.table) else squeezed(row.line.table)) or "Vragen"
    return key, FoundCriterion(
        name, row.group_found, number, "", weight.weight, weight.points, limit, is_about_price(name), row.lot
    )


def with_own_weight(criterion: FoundCriterion) -> FoundCriterion:
    """Return a criterion with one question with what that counts for as its own."""
    if len(criterion.questions) != 1 or criterion.weight is not None or criterion.points is not None:
        return criterion
    (only,) = criterion.questions
    return replace(criterion, weight=only.weight, points=only.points, questions=(replace(only, weight=None, points=None),))
