"""A later paper of the buyer, read into an offer: what it changes is changed, and the answers it touches are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.offers.model import BuyerQuestion, Offer
from pitchkit.offers.reading import comparing
from pitchkit.offers.reading.answering_changes import changes_of
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.assembled_criteria import weight_total
from pitchkit.offers.reading.changing import Change, joined
from pitchkit.offers.reading.clarifying import Remark, remarks_of
from pitchkit.offers.reading.findings import Doubt
from pitchkit.offers.reading.importing import NamedPaper, understand
from pitchkit.offers.reading.remarks import WHY_LEFT
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.asking import likeness
from pitchkit.offers.reading.writing import as_value
from pitchkit.validation import validate
from pitchkit.yamlwriting import Append, CannotEditError, Edit, Put, Value, edit

_SAME_QUESTION = 0.5
_OF_THE_WHOLE = ("weight-total", "no-deadline", "criterion-without-question")
"""What is not sure of one paper by itself says nothing of the offer that it is read into."""


@dataclass(frozen=True, slots=True)
class Updated:
    """The offer file after a paper, what changed, what was tied to nothing, and what is not sure."""

    text: str
    changes: tuple[Change, ...] = ()
    left: tuple[Remark, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    is_known: bool = False


def update(text: str, shown: str, named: NamedPaper, asked: Sequence[Asked] = ()) -> Updated:
    """Return an offer file after a later paper; the same paper again changes nothing.

    Raises:
        ContentError: the file is no offer, or is written so that nothing can be put in.
    """
    offer = read_offer(text, shown)
    if any(one.sha256 == named.document.sha256 for one in offer.documents):
        return Updated(text, is_known=True)
    remarks = remarks_of(named.paper, named.document.id) if named.document.kind == "clarification" else ()
    if remarks:
        changes, left = _from_remarks(remarks, offer)
        doubts: tuple[Doubt, ...] = ()
        unread: list[Value] = [_unread(one) for one in left]
    else:
        new = understand(offer.kind, offer.title, [named], asked)
        changes, left, doubts = comparing.compare(offer, new.offer, named.document), (), new.doubts
        touched = {change.found for change in changes}
        doubts = tuple(one for one in doubts if one.found in touched and one.code not in _OF_THE_WHOLE)
        unread = [as_value(one) for one in new.offer.unread]
    edits: list[Edit] = [*joined(changes), Append(("documents",), (as_value(named.document),))]
    edits += [Append(("unread",), tuple(unread))] if unread else []
    try:
        after = edit(text, edits)
    except CannotEditError:
        raise ContentError([problem(Location(shown), "offer-no-room")]) from None
    return Updated(after, changes, left, (*doubts, *_new_total(offer, after, shown)))


def _new_total(offer: Offer, after: str, shown: str) -> tuple[Doubt, ...]:
    """Return a doubt where the weights, as changed, no longer come to a hundred."""
    before = [one.words for one in weight_total(offer.criteria)]
    return tuple(one for one in weight_total(read_offer(after, shown).criteria) if one.words not in before)


def read_offer(text: str, shown: str) -> Offer:
    """Return the offer that a text is.

    Raises:
        ContentError: with every problem in it.
    """
    file = yamlsource.parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), shown)
    offer, found = validate(file, file.data or {}, Offer)
    if offer is None:
        raise ContentError(found)
    return offer


def _from_remarks(remarks: Sequence[Remark], offer: Offer) -> tuple[tuple[Change, ...], tuple[Remark, ...]]:
    changes: list[Change] = []
    left: list[Remark] = []
    asked: set[int] = set()
    for remark in remarks:
        own = list(_answers_own(remark, offer, asked))
        found = changes_of(remark, offer)
        known = {(one.kind, one.label, one.becomes) for one in changes if one.kind != "note"}
        changes += [*own, *(one for one in found if (one.kind, one.label, one.becomes) not in known)]
        if not own and not found:
            left.append(remark)
    return tuple(changes), tuple(left)


def _answers_own(remark: Remark, offer: Offer, answered: set[int]) -> Iterator[Change]:
    """Yield the answer to a question that we asked ourselves."""
    for number, one in enumerate(offer.questions_to_buyer):
        if number not in answered and not one.answer and _is_own(remark, one):
            answered.add(number)
            answer = squeezed(remark.answer)
            yield Change("answered", one.text, "", answer, remark.found, (Put(("questions_to_buyer", number, "answer"), answer),))
            return


def _is_own(remark: Remark, one: BuyerQuestion) -> bool:
    return bool(remark.question) and likeness(remark.question, one.text) >= _SAME_QUESTION


def _unread(remark: Remark) -> Value:
    words = " | ".join(
        squeezed(part) for part in (remark.about, remark.question, remark.answer, remark.was, remark.becomes) if part
    )
    return {"text": words, "found": as_value(remark.found), "why": WHY_LEFT["not-tied"]}
