"""The best entries and lengths for a whole offer: how much room there is, what each is worth, and the file with the choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from typing import Final

from pitchkit import layout
from pitchkit.diagnostics import ContentError, problem
from pitchkit.document import Document, Paragraph, Text
from pitchkit.offering import building, weighing
from pitchkit.offering.making import OfferRequest
from pitchkit.offering.matching import Matcher
from pitchkit.offering.pages import estimated
from pitchkit.offering.usage import Pages, usages
from pitchkit.offering.weighing import Matches
from pitchkit.offers import answers
from pitchkit.offers.answering import Choice
from pitchkit.offers.fitting.solving import fit
from pitchkit.offers.fitting.task import Fit, Room, Task
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.matching import reasons
from pitchkit.offers.usage import Usage
from pitchkit.pipeline import Kit
from pitchkit.yamlwriting import CannotEditError, Put, Value, edit

NO_LIMIT: Final = 1_000_000
ROUNDS: Final = 4
"""Pages are counted after a choice; a choice that runs over has its room made smaller, so many times."""
_SAMPLE_WORDS: Final = 2000


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is best for an offer: `loaded` is the offer with it, `usages` how long that becomes, `matches` tell why."""

    fit: Fit
    loaded: LoadedOffer
    usages: tuple[Usage, ...]
    matches: Matches


@dataclass(frozen=True, slots=True)
class Fitter:
    """Finds what is best for one offer; `seconds` is the most that each step of a choice may take."""

    kit: Kit
    loaded: LoadedOffer
    request: OfferRequest
    pages: Pages
    seconds: float = 20.0

    def propose(self, matcher: Matcher) -> Proposal:
        """Return the best choice within the limits; where pages turn out to be over, one with less room."""
        loaded = self.loaded
        bare = with_choices(loaded, {})
        used = self._measured(bare, estimated)
        matches = dict(weighing.matches_of(loaded, matcher))
        options = tuple(weighing.options_of(self.kit, loaded, matches))
        answered = frozenset(one.id for _, one in loaded.offer.questions() if one.promise or one.answer)
        questions = tuple(placed.question.id for one in answers.in_quality_part(loaded.offer) for placed in one.questions)
        per_page = words_per_page(building.build(self.kit, bare, self.request)[0].document)
        less: dict[str, Decimal] = {}
        for _round in range(ROUNDS):
            rooms = tuple(_rooms(used, questions, per_page, less))
            best = fit(Task(questions, options, rooms, answered), self.seconds)
            chosen = with_choices(loaded, _as_choices(loaded, best, matches))
            after = self._measured(chosen, self.pages)
            over = {
                one.id: (one.pages or Decimal(0)) - (one.limit.pages or Decimal(0)) for one in after if "pages" in one.exceeds
            }
            if not over:
                break
            less = {name: less.get(name, Decimal(0)) + over.get(name, Decimal(0)) for name in (*less, *over)}
        return Proposal(best, chosen, after, matches)

    def _measured(self, loaded: LoadedOffer, pages: Pages) -> tuple[Usage, ...]:
        return usages(loaded.offer, building.build(self.kit, loaded, self.request), pages)


def with_choices(loaded: LoadedOffer, choices: dict[str, tuple[Choice, ...]]) -> LoadedOffer:
    """Return the offer with these entries at its questions, and none at a question that is not named."""
    criteria = tuple(
        criterion.model_copy(
            update={
                "questions": tuple(one.model_copy(update={"entries": choices.get(one.id, ())}) for one in criterion.questions)
            }
        )
        for criterion in loaded.offer.criteria
    )
    return replace(loaded, offer=loaded.offer.model_copy(update={"criteria": criteria}))


def written(loaded: LoadedOffer, text: str, proposal: Proposal) -> str:
    """Return the text of the offer file with the choice in it, where it differs; raises ContentError where there is no room."""
    after = {question.id: question for _, question in proposal.loaded.offer.questions()}
    edits = [
        Put((*loaded.steps_to(question), "entries"), [_as_value(choice) for choice in after[question.id].entries])
        for _, question in loaded.offer.questions()
        if after[question.id].entries != question.entries
    ]
    try:
        return edit(text, edits) if edits else text
    except CannotEditError:
        raise ContentError([problem(loaded.locate("criteria"), "fit-no-room")]) from None


def words_per_page(document: Document) -> Decimal:
    """Return about how many words of running text fill a page as this document sets it."""
    sample = replace(
        document, title="", subtitle="", contents=None, notes=(), blocks=(Paragraph((Text("woorden " * 100),)),) * 20
    )
    return (_SAMPLE_WORDS / max(layout.estimate(sample), Decimal(1))).quantize(Decimal(1), ROUND_DOWN)


# --- room --------------------------------------------------------------------------------------------------------


def _rooms(used: Iterable[Usage], questions: tuple[str, ...], per_page: Decimal, less: dict[str, Decimal]) -> Iterator[Room]:
    """Yield what every limit leaves, in words: of the whole, of each criterion and of each question."""
    for one in used:
        left = NO_LIMIT
        if one.limit.words is not None:
            left = min(left, one.limit.words - one.words)
        if one.limit.characters is not None:
            left = min(left, (one.limit.characters - one.characters) * one.words // max(one.characters, 1))
        if one.limit.pages is not None:
            pages = one.limit.pages - (one.pages or Decimal(0)) - less.get(one.id, Decimal(0))
            left = min(left, int(pages * per_page))
        if left < NO_LIMIT:
            yield Room(one.id, _within(one, questions), left)


def _within(one: Usage, questions: tuple[str, ...]) -> tuple[str, ...]:
    if one.question:
        return (one.question.id,)
    return tuple(question.id for question in one.criterion.questions) if one.criterion else questions


# --- the choice --------------------------------------------------------------------------------------------------


def _as_choices(loaded: LoadedOffer, best: Fit, matches: Matches) -> dict[str, tuple[Choice, ...]]:
    """Return what was chosen for each question: what stood there keeps its place and its reason, the rest by its score."""
    found: dict[str, tuple[Choice, ...]] = {}
    for _, question in loaded.offer.questions():
        before = {choice.entry: (number, choice) for number, choice in enumerate(question.entries)}
        mine = [one for one in best.chosen if one.question == question.id]
        mine.sort(key=lambda one: (before[one.entry][0] if one.entry in before else len(before), -one.value, one.entry))
        found[question.id] = tuple(
            before[one.entry][1].model_copy(update={"length": one.length})
            if one.entry in before
            else Choice(entry=one.entry, length=one.length, why=reasons.reason(matches[(one.question, one.entry)]) or None)
            for one in mine
        )
    return found


def _as_value(choice: Choice) -> dict[str, Value]:
    value: dict[str, Value] = {"entry": choice.entry, "length": choice.length}
    if choice.why:
        value["why"] = choice.why
    return value | ({"keep": True} if choice.keep else {})
