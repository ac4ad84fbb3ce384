"""What a template sees of the compliance matrix: every demand and question with its source, proof and status. Ours alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pitchkit.offers import answers
from pitchkit.offers.answers import OfferPart
from pitchkit.offers.model import Criterion, Offer, Question, Requirement
from pitchkit.offers.places import Found
from pitchkit.offers.rules import Limit
from pitchkit.offers.usage import Usage
from pitchkit.templating.offer_tables import table
from pitchkit.templating.values import Record
from pitchkit.typography import Formats


def matrix_record(part: OfferPart, formats: Formats) -> Record:
    """Return the rows of the matrix, how much of every limit is used, and what is still to be done."""
    offer = part.offer
    view = _Matrix(offer, {usage.id: usage for usage in part.usages}, formats)
    lots = {lot.id for lot in offer.lots if not lot.chosen}
    requirements = [one for one in offer.requirements if one.lot not in lots]
    asked = [one.question for criterion in answers.in_quality_part(offer) for one in criterion.questions]
    return Record(
        {
            "requirements": tuple(view.requirement(one) for one in requirements),
            "knock_outs": len([one for one in requirements if one.is_knock_out]),
            "met": len([one for one in requirements if one.is_knock_out and one.status in ("voldaan", "nvt")]),
            "questions": tuple(view.questions(part)),
            "answered": len([one for one in asked if answers.is_answered(one)]),
            "asked": len(asked),
            "whole": view.used("", offer.form.limit),
            "form": view.form(),
            "planning": view.planning(),
            "deadline": min((one.date for one in offer.planning if one.deadline and one.date), default=""),
            "proofs": view.proofs(),
            "to_buyer": table([one.model_dump() for one in offer.questions_to_buyer], ("text", "answer")),
            "unread": table([{"text": one.text, "source": source(one.found), "why": one.why} for one in offer.unread], ("text",)),
        }
    )


def source(found: Found | None) -> str:
    """Return where something stands in the buyer's papers."""
    return f"{found.document}, {found.place}".replace("§ ", "§\u00a0") if found else ""


class _Matrix:
    def __init__(self, offer: Offer, usages: dict[str, Usage], formats: Formats) -> None:
        self._offer = offer
        self._usages = usages
        self._formats = formats
        self._proofs = {proof.id: proof for proof in offer.proofs}

    def requirement(self, one: Requirement) -> Record:
        return Record(
            {
                "id": one.id,
                "source": source(one.found),
                "text": one.text,
                "type": one.type,
                "knock_out": one.is_knock_out,
                "weight": self._number(one.weight),
                "points": self._number(one.points),
                "limit": self._limit(one.limit),
                "answered_in": one.answered_in or "",
                "answer": one.answer or "",
                "proof": self._titles(one.proofs),
                "owner": one.owner or "",
                "deadline": one.deadline or "",
                "status": one.status,
                "note": one.note or "",
                "changed": _changed(one),
            }
        )

    def questions(self, part: OfferPart) -> Sequence[Record]:
        rows = []
        for criterion in part.criteria:
            rows.append(self._asked(criterion.criterion, answers.criterion_heading(criterion.criterion)))
            is_apart = criterion.criterion.price and self._offer.keeps_prices_apart
            rows += [self._asked(one.question, one.question.text, is_apart=is_apart) for one in criterion.questions]
        return rows

    def _asked(self, one: Criterion | Question, text: str, *, is_apart: bool = False) -> Record:
        question = one if isinstance(one, Question) else None
        return Record(
            {
                "id": one.id,
                "source": source(one.found),
                "text": text,
                "is_criterion": question is None,
                "is_apart": is_apart,
                "weight": self._number(one.weight),
                "points": self._number(one.points),
                "used": self.used(one.id, one.limit),
                "proof": self._titles(question.proofs) if question else "",
                "owner": (question.owner or "") if question else "",
                "status": question.status if question else "",
                "is_answered": answers.is_answered(question) if question else True,
                "changed": _changed(one),
            }
        )

    def used(self, name: str, limit: Limit) -> Record:
        usage = self._usages.get(name)
        pages = usage.pages if usage else None
        return Record(
            {
                "limit": self._limit(limit),
                "words": str(usage.words) if usage else "",
                "characters": str(usage.characters) if usage else "",
                "pages": "" if pages is None else self._formats.number(pages),
                "is_estimate": bool(usage and usage.is_estimate),
                "exceeds": bool(usage and usage.exceeds),
            }
        )

    def form(self) -> Record:
        form = self._offer.form
        not_counted = tuple(name for name in type(form.counts).model_fields if not getattr(form.counts, name))
        return Record(
            {
                "limit": self._limit(form.limit),
                "not_counted": not_counted,
                "fonts": ", ".join(form.fonts),
                "size": self._number(form.size),
                "line_spacing": self._number(form.line_spacing),
                "paper": form.paper,
                "orientation": form.orientation,
                "margins": self._number(form.margins),
                "anonymous": form.anonymous,
                "prices_apart": self._offer.keeps_prices_apart,
                "hyperlinks": form.hyperlinks,
                "file_per_criterion": form.file_per_criterion,
                "file_name": form.file_name or "",
            }
        )

    def planning(self) -> Record:
        rows = [
            {
                "what": one.what,
                "date": one.date,
                "time": one.time,
                "deadline": one.deadline or None,
                "owner": one.owner,
                "source": source(one.found),
            }
            for one in answers.by_date(self._offer.planning)
        ]
        return table(rows, ("what", "date"))

    def proofs(self) -> Record:
        asked = [(one.id, one.proofs) for one in self._offer.requirements]
        asked += [(one.id, one.proofs) for _, one in self._offer.questions()]
        rows = [
            {
                "title": one.title,
                "file": one.file,
                "date": one.date,
                "valid_until": one.valid_until,
                "status": one.status,
                "owner": one.owner,
                "for": ", ".join(name for name, proofs in asked if one.id in proofs),
            }
            for one in self._offer.proofs
        ]
        return table(rows, ("title", "for", "status"))

    def _limit(self, limit: Limit) -> Record:
        return Record(
            {
                "words": str(limit.words or ""),
                "pages": self._number(limit.pages),
                "characters": str(limit.characters or ""),
                "is_set": bool(limit),
            }
        )

    def _titles(self, names: Sequence[str]) -> str:
        return "; ".join(self._proofs[name].title for name in names)

    def _number(self, value: Decimal | None) -> str:
        return "" if value is None else self._formats.number(value)


def _changed(one: Requirement | Criterion | Question) -> str:
    return ", ".join(dict.fromkeys(change.document for change in one.changed))
