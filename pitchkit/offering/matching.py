"""An offer and a library: what answers each question, what is chosen for it, and the offer file with that choice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from pitchkit import pipeline, selection
from pitchkit.diagnostics import CommandError, ContentError, Location, problem
from pitchkit.model import Audience, Kind
from pitchkit.offers import answers
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.matching import choosing, ranking, reasons, shelf
from pitchkit.offers.matching.meaning import Meaning
from pitchkit.offers.matching.ranking import Asked, Match
from pitchkit.offers.matching.shelf import Shelf
from pitchkit.offers.model import Criterion, OfferKind, Question
from pitchkit.order import Order
from pitchkit.pipeline import Kit
from pitchkit.selection import Decision
from pitchkit.suggesting import suggest
from pitchkit.yamlwriting import CannotEditError, Put, edit

ANSWERING: Final[tuple[Kind, ...]] = (
    "argument",
    "condition",
    "indication",
    "contraindication",
    "experience",
    "definition",
    "factor",
    "policy",
    "example",
)
"""Kinds that can stand in an answer to a buyer; the others coach the groepswerker, or are the objections themselves."""

_DOCUMENTS: Final[Mapping[OfferKind, str]] = MappingProxyType(
    {"tender": "offerte", "quotation": "offerte", "grant": "subsidieaanvraag"}
)
_MAY_BE_MENDED: Final = ("waits", "costs")
"""Why an entry cannot be used now that the user can do something about."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What was found for one question.

    `ranked` can be used, the best first; `shown` has what is for other readers among it, where that is asked; `waiting` could
    be used, with what it waits for; `chosen` is written down, which is nothing where somebody chose before. `better` is free
    and answers better than the weakest of what is there.
    """

    key: str
    criterion: Criterion
    question: Question
    ranked: tuple[Match, ...]
    shown: tuple[Match, ...]
    waiting: tuple[tuple[Match, Decision], ...]
    chosen: tuple[Match, ...]
    better: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Matcher:
    """A library ready to be held against questions: what an offer may use, and what it may not and why."""

    shelf: Shelf
    decisions: Mapping[str, Decision]
    meaning: Meaning | None

    def rank(self, criterion: Criterion, question: Question) -> tuple[Match, ...]:
        """Return what answers a question, the best first, with what cannot be used now among it."""
        asked = Asked(question.text, criterion.title, question.themes, question.aims)
        closeness = self.meaning.closeness(question.text) if self.meaning else {}
        return ranking.rank(self.shelf, asked, closeness=closeness)

    def may_use(self, match: Match) -> bool:
        """Return whether nothing keeps an entry from this offer."""
        return self.decisions[match.entry.id].reason == "chosen"


def open_matcher(kit: Kit, loaded: LoadedOffer, day: date, *, every_reader: bool = False, with_meaning: bool = False) -> Matcher:
    """Return a library ready for an offer; with `every_reader` what was written for somebody else is there as well."""
    offer = loaded.offer
    audience = _audience(kit, loaded)
    profile = kit.profile.profile
    order = Order(
        document=_DOCUMENTS[offer.kind],
        audience=audience,
        date=day,
        profile=profile,
        position="aanbesteding" if offer.kind == "tender" else profile.position,
        themes=(),
        groups=profile.groups,
        group=None,
        max_words=None,
        final=False,
        costs=pipeline.cost_outcomes(profile),
    )
    answering = [entry for entry in kit.library.entries if entry.kind in ANSWERING]
    choices = [("", entry.id, "full") for entry in answering]
    decisions = {one.entry.id: one for one in selection.choose(kit.library, order, choices).decisions}  # type: ignore[arg-type]
    shown = ("chosen", *_MAY_BE_MENDED, *(("audience",) if every_reader else ()))
    stocked = shelf.stock(kit.library, (entry for entry in answering if decisions[entry.id].reason in shown), audience.id)
    return Matcher(stocked, decisions, Meaning(stocked, audience.id) if with_meaning else None)


def suggestions(loaded: LoadedOffer, matcher: Matcher, wanted: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Return what answers the questions of an offer, or those with the ids that are wanted, in the buyer's order.

    Raises:
        CommandError: no question has such an id.
    """
    every = {placed.key: (one.criterion, placed.question) for one in _asking(loaded) for placed in one.questions}
    known = [question.id for _criterion, question in every.values()]
    _expect(wanted, known)
    found = {key: matcher.rank(*pair) for key, pair in every.items()}
    usable = {key: tuple(match for match in matches if matcher.may_use(match)) for key, matches in found.items()}
    taken = {choice.entry for _criterion, question in loaded.offer.questions() for choice in question.entries}
    empty = {key: usable[key] for key, (_criterion, question) in every.items() if not question.entries}
    chosen = choosing.choose(matcher.shelf, empty, taken)
    return tuple(
        Suggestion(
            key,
            criterion,
            question,
            usable[key],
            tuple(match for match in found[key] if matcher.decisions[match.entry.id].reason not in _MAY_BE_MENDED),
            tuple(
                (match, matcher.decisions[match.entry.id])
                for match in found[key]
                if matcher.decisions[match.entry.id].reason in _MAY_BE_MENDED
            ),
            chosen.get(key, ()),
            _better(usable[key], question, taken),
        )
        for key, (criterion, question) in every.items()
        if question.id in wanted or not wanted
    )


def written(loaded: LoadedOffer, text: str, found: Iterable[Suggestion]) -> str:
    """Return the text of the offer file with what was chosen in it; raises ContentError where there is no room for it."""
    edits = [
        Put(
            (*loaded.steps_to(one.question), "entries"),
            [{"entry": match.entry.id, "length": "full", "why": reasons.reason(match)} for match in one.chosen],
        )
        for one in found
        if one.chosen
    ]
    try:
        return edit(text, edits) if edits else text
    except CannotEditError:
        raise ContentError([problem(loaded.locate("criteria"), "match-no-room")]) from None


def _asking(loaded: LoadedOffer) -> tuple[answers.PlacedCriterion, ...]:
    return tuple(one for one in answers.placed(loaded.offer) if not one.criterion.price)


def _audience(kit: Kit, loaded: LoadedOffer) -> Audience:
    audience = kit.library.audience(loaded.offer.audience)
    if audience is None:
        raise CommandError([problem(loaded.locate("audience"), "audience-unknown", word=loaded.offer.audience, suggestion="")])
    return audience


def _expect(wanted: Iterable[str], known: list[str]) -> None:
    unknown = [word for word in dict.fromkeys(wanted) if word not in known]
    if unknown:
        raise CommandError(
            problem(
                Location("--question"),
                "match-question-unknown",
                word=word,
                suggestion=suggest(word, known),
                choices=", ".join(known),
            )
            for word in unknown
        )


def _better(usable: tuple[Match, ...], question: Question, taken: Collection[str]) -> tuple[Match, ...]:
    if not question.entries:
        return ()
    scores = {match.entry.id: match.score for match in usable}
    weakest = min(scores.get(choice.entry, 0) for choice in question.entries)
    free = (match for match in usable if match.entry.id not in taken)
    return tuple(match for match in free if match.score >= choosing.GOOD and match.score > weakest)[:2]
