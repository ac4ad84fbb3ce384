"""What the buyer demands: requirements, proofs, answers to every question, in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pitchkit.costs.derivation import sum_of
from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.offers.answers import is_answered, placed
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Proof, Question, Requirement
from pitchkit.yamlsource import Step

HUNDRED = Decimal(100)


def requirements(loaded: LoadedOffer) -> Iterator[Diagnostic]:
    """Yield every requirement that is not met: of an eis an error, since it sets the offer aside; of a wens a warning."""
    lots = {lot.id: lot.chosen for lot in loaded.offer.lots}
    for number, one in enumerate(loaded.offer.requirements):
        if one.status in ("voldaan", "nvt") or not lots.get(one.lot or "", True):
            continue
        yield _unmet(loaded, number, one)


def _unmet(loaded: LoadedOffer, number: int, one: Requirement) -> Diagnostic:
    where = loaded.locate("requirements", number, "status" if one.status != "open" else "id")
    if not one.is_knock_out:
        return warning(where, "wish-not-met", id=one.id, status=one.status)
    code = {"deels": "requirement-in-part", "niet": "requirement-not-met"}.get(one.status, "requirement-open")
    return problem(where, code, id=one.id, type=one.type)


def answers(loaded: LoadedOffer) -> Iterator[Diagnostic]:
    """Yield every question without an answer, and every answer that somebody still has to look at."""
    for criterion in placed(loaded.offer):
        if criterion.criterion.price:
            continue
        if not criterion.questions:
            where = loaded.locate("criteria", _index(criterion.key))
            yield problem(where, "criterion-without-question", id=criterion.criterion.id)
        for one in criterion.questions:
            question = one.question
            steps = loaded.steps_to(question)
            if not is_answered(question):
                yield problem(loaded.locate(*steps), "question-unanswered", question=question.id)
            elif question.status == "nakijken":
                changes = ", ".join(change.document for change in question.changed) or "–"
                yield warning(loaded.locate(*steps, "status"), "answer-touched", question=question.id, documents=changes)
            elif question.status != "klaar":
                yield warning(loaded.locate(*steps, "id"), "answer-unfinished", question=question.id, status=question.status)


def proofs(loaded: LoadedOffer, today: date) -> Iterator[Diagnostic]:
    """Yield every proof that is asked for and is not there, or is no longer valid when the offer goes in."""
    goes_in = max([one.date for one in loaded.offer.planning if one.deadline and one.date], default=today)
    used = _uses(loaded)
    for number, proof in enumerate(loaded.offer.proofs):
        if proof.id in used:
            yield from _proof(loaded, proof, ("proofs", number), used[proof.id], goes_in)
    for number, one in enumerate(loaded.offer.requirements):
        if one.type == "bewijsstuk" and not one.proofs and one.status != "nvt":
            yield problem(loaded.locate("requirements", number, "id"), "proof-not-named", id=one.id)


def _uses(loaded: LoadedOffer) -> dict[str, str]:
    """Return which question or requirement first asks for each proof."""
    used: dict[str, str] = {}
    asking: list[Requirement | Question] = [*loaded.offer.requirements, *(question for _, question in loaded.offer.questions())]
    for one in asking:
        for proof in one.proofs:
            used.setdefault(proof, one.id)
    return used


def _proof(loaded: LoadedOffer, proof: Proof, steps: tuple[Step, ...], asked: str, goes_in: date) -> Iterator[Diagnostic]:
    if proof.status != "aanwezig":
        yield problem(loaded.locate(*steps, "status"), "proof-missing", title=proof.title, asked=asked)
    elif proof.file and not (loaded.path.parent / proof.file).is_file():
        yield problem(loaded.locate(*steps, "file"), "proof-file-missing", id=proof.id, file=proof.file)
    if proof.valid_until and proof.valid_until < goes_in:
        yield problem(loaded.locate(*steps, "valid_until"), "proof-expired", id=proof.id, date=proof.valid_until)


def planning(loaded: LoadedOffer, today: date) -> Iterator[Diagnostic]:
    """Yield every deadline gone by, and a tender without any."""
    deadlines = [(number, one) for number, one in enumerate(loaded.offer.planning) if one.deadline]
    for number, one in deadlines:
        if one.date is None:
            yield warning(loaded.locate("planning", number), "deadline-without-date", what=one.what)
        elif one.date < today:
            yield problem(loaded.locate("planning", number, "date"), "deadline-gone-by", what=one.what, date=one.date)
    if not deadlines and loaded.offer.kind != "quotation":
        yield warning(loaded.locate("planning"), "no-deadline")


def leftovers(loaded: LoadedOffer) -> Iterator[Diagnostic]:
    """Yield what nobody has read yet, and weights that do not add up to a hundred."""
    for number, line in enumerate(loaded.offer.unread):
        yield warning(loaded.locate("unread", number), "unread-line", text=_short(line.text))
    weights = [one.weight for one in loaded.offer.criteria if one.weight is not None]
    total = sum_of(weights)
    if weights and total != HUNDRED:
        yield warning(loaded.locate("criteria"), "weights-not-hundred", total=f"{total.normalize():f}")


def _short(text: str, most: int = 70) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _index(key: str) -> int:
    return int(key.split(".")[2]) - 1
