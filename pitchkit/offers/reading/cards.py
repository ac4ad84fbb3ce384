"""A table with a label in front of each row, as many a buyer makes for one criterion: question, weight, limit, answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from pitchkit.offers.places import Found
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.criteria import OpenCriterion, join_limits
from pitchkit.offers.reading.findings import Explained, Finding, FoundQuestion, Left
from pitchkit.offers.reading.papers import Cell, Line
from pitchkit.offers.reading.signals import asking, naming, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import limit_of_cell

Label = Literal["criterion", "question", "limit", "weight", "points", "answer", "judged", "goal"]

_LABELS: tuple[tuple[Label, str], ...] = (
    ("answer", ("^(?:uw |het )?(?:antwoord|reactie|beantwoording|"
        "uitwerking)(?: (?:van )?(?:de )?(?:inschrijver|aanbieder|"
        r"aanvrager))?(?: op (?:deze )?vraag.*)?(?: \(.*\))?$|^in te vullen door.*|^ruimte voor.*")),
    ("limit", (r"^(?:maximale |max\.? )?(?:omvang|lengte|limiet)|^(?:maximum|maximaal|max\.?) .*(?:a4|pagina|"
        "woorden|omvang)|^aantal (?:a4|pagina|woorden)")),
    ("points", r"punten|^(?:maximale |max\.? )?score"),
    ("weight", r"^(?:weging|gewicht|wegingsfactor|percentage)"),
    ("judged", r"^(?:beoordeling|wijze van beoordel|waardering|beoordelingsaspect)"),
    ("goal", r"^(?:doel|toelichting|achtergrond|aanleiding|context)"),
    ("question", ("^(?:(?:deel|sub|hoofd|kwaliteits)?vra(?:ag|gen)|opdracht|gevraagd|vraagstelling|uitvraag|"
        r"omschrijving|beschrijving|te beschrijven|inhoud)\b")),
    ("criterion", ("^(?:(?:sub-?)?(?:gunnings|kwaliteits)?-?criterium|subgunningscriterium|onderdeel|thema|"
        r"wens|titel|onderwerp)\b")),
)  # fmt: skip
_FEWEST = 2


def is_card(rows: Sequence[Line]) -> bool:
    """Return whether most rows begin with a label, and the labels tell of a question with its rules."""
    labels = [label for line in rows if (label := _label(line)) is not None]
    if rows and all(len(_cells(line)) == 1 for line in rows):
        asks = [number for number, line in enumerate(rows) if asking.is_question(line.text)]
        return any(number + 1 < len(rows) and _is_room(rows[number + 1]) for number in asks)
    kinds = set(labels)
    return (
        len(labels) >= len([line for line in rows if line.text.strip()]) * 0.6
        and len(kinds) >= _FEWEST
        and bool(kinds & {"question", "criterion"})
    )


def read(rows: Sequence[Line], context: Context) -> Iterator[Finding]:
    """Yield the criteria that the rows make; without one of their own the questions go with the criterion that is open."""
    own: OpenCriterion | None = None
    for line in rows:
        cells = _cells(line)
        found = context.found(line)
        label = _label(line) if len(cells) > 1 else None
        text = squeezed(" ".join(cell.text for cell in cells[1:])) if label else squeezed(line.text)
        at = own or context.criterion
        if label == "criterion" or (at is None and label == "question"):
            yield from (own.close(),) if own else ()
            own = _open(squeezed(cells[0].text), text, found, context.lot, is_question=label == "question")
            if label == "criterion":
                continue
            at = own
        if at is None:
            own = at = OpenCriterion("Vragen", found, lot=context.lot)
        yield from _into(at, label, text, line, found)
    yield from (own.close(),) if own else ()


def _into(at: OpenCriterion, label: Label | None, text: str, line: Line, found: Found) -> Iterator[Finding]:
    cells = _cells(line)
    if label == "answer" or (label is None and _is_room(line)):
        room = cells[-1]
        if at.questions and at.questions[-1].answer_at is None:
            place = Found(document=found.document, place=f"{line.place}, {room.place}", at=room.at)
            at.questions[-1] = replace(at.questions[-1], answer_at=place)
        else:
            yield Explained(found, "criteria")
    elif label == "limit" and (limit := limit_of_cell(text, squeezed(cells[0].text))):
        at.limit, _conflict = join_limits(at.limit, limit.limit)
    elif (
        label == "weight" and (weight := weights.weight_of_cell(text) or weights.find_weight(f"weging {text}").weight) is not None
    ):
        at.weight = weight
        at.points = at.points or weights.find_weight(text).points
    elif label == "points" and (points := weights.points_of_cell(text) or weights.find_weight(text).points) is not None:
        at.points = points
    elif label == "question" and text:
        yield from _question(at, text, cells, found)
    elif label in ("judged", "goal"):
        at.texts.append(text)
    elif text:
        yield from at.read(replace(line, kind="paragraph", text=text), found)
    else:
        yield Left(squeezed(line.text), found, "row") if line.text.strip() else Explained(found, "criteria")


def _question(at: OpenCriterion, text: str, cells: Sequence[Cell], found: Found) -> Iterator[Finding]:
    """A question in a cell of its own is one question; a cell with a list in it holds as many as the list."""
    parts = [part.strip() for part in cells[-1].text.split("\n") if part.strip()]
    number = naming.code_of(squeezed(cells[0].text).partition(" ")[2])[0] or "".join(filter(str.isdigit, cells[0].text))
    if len(parts) > 1 and asking.is_lead_in(parts[0]):
        at.texts.append(parts[0])
        at.questions += [FoundQuestion(part.lstrip("-•–* "), found) for part in parts[1:]]
    else:
        at.questions.append(FoundQuestion(text, found, number))
    yield from ()


def _open(label: str, text: str, found: Found, lot: str, *, is_question: bool) -> OpenCriterion:
    named = naming.criterion_of(label) or naming.criterion_of(f"{label} {text}")
    code, title = naming.code_of(text)
    weight = weights.find_weight(text, is_title=True)
    number = (named[0] if named and named[0].lower() != text.lower() else "") or code
    return OpenCriterion(
        "Vragen" if is_question else title or label, found, number, lot=lot, weight=weight.weight, points=weight.points
    )


def _cells(line: Line) -> list[Cell]:
    return list({cell.at: cell for cell in reversed(line.cells)}.values())[::-1]


def _label(line: Line) -> Label | None:
    cells = _cells(line)
    text = squeezed(cells[0].text).lower().strip(" .:*") if cells else ""
    if not text or len(text) > 60 or len(cells) != 2:  # noqa: PLR2004 - a label and what it is for
        return None
    return next((label for label, words in _LABELS if re.search(words, text)), None)


def _is_room(line: Line) -> bool:
    """Return whether a row is room for an answer: empty, or with no more than the word."""
    text = squeezed(line.text).strip(" .:_…|")
    return not text or bool(
        re.fullmatch(r"(?:uw )?(?:antwoord|reactie|beantwoording)(?: (?:van )?(?:de )?inschrijver)?|\[.*\]", text, re.IGNORECASE)
    )
