"""What every entry would add to an answer, in its full and in its short wording, and how many words that takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from pitchkit import markdown_reader, outline
from pitchkit.diagnostics import Location
from pitchkit.model import Entry
from pitchkit.offering.matching import Matcher
from pitchkit.offers import answers
from pitchkit.offers.fitting.task import Length, Option
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.matching.ranking import Match
from pitchkit.offers.model import Criterion, Offer, Question
from pitchkit.offers.scoring import points_of
from pitchkit.pipeline import Kit
from pitchkit.rules import LOOKUP
from pitchkit.templating.views import note_text

LEAST_SCORE: Final = 30
"""An entry that matches less is no answer, however much room there is."""
MOST_CANDIDATES: Final = 60
"""Entries that are weighed for one question: the best of what matches."""
SHORT_AT_LEAST: Final = Decimal("0.5")
"""What a short wording is worth at least, as a share of the full one."""

Matches = Mapping[tuple[str, str], Match]
"""What matches, by the ids of the question and the entry."""


def matches_of(loaded: LoadedOffer, matcher: Matcher) -> Iterator[tuple[tuple[str, str], Match]]:
    """Yield what can answer each question: the best matches, and what stands there already."""
    for criterion, question in _asking(loaded.offer):
        chosen = {choice.entry for choice in question.entries}
        usable = [match for match in matcher.rank(criterion, question) if matcher.may_use(match)]
        good = [match for match in usable if match.score >= LEAST_SCORE][:MOST_CANDIDATES]
        named = [match for match in usable if match.entry.id in chosen and match not in good]
        yield from (((question.id, match.entry.id), match) for match in (*good, *named))


def options_of(kit: Kit, loaded: LoadedOffer, matches: Matches) -> Iterator[Option]:
    """Yield every entry in every wording, with what it adds: the points of the question times the match."""
    for criterion, question in _asking(loaded.offer):
        points = points_of(loaded.offer, criterion, question)
        kept = {choice.entry for choice in question.entries if choice.keep}
        wanted = {match.entry.id: match for (name, _), match in matches.items() if name == question.id}
        unmatched = {choice.entry for choice in question.entries} - set(wanted)
        entries = [
            *(match.entry for match in wanted.values()),
            *(kit.library.entry_by_id[name] for name in sorted(unmatched & kept)),
        ]
        for entry in entries:
            match = wanted.get(entry.id)
            worth = points * (match.score if match else 0) / 100
            lengths: tuple[Length, ...] = ("full", "short") if _has_short(entry, loaded.offer.audience) else ("full",)
            for length in lengths:
                share = Decimal(1) if length == "full" or match is None else _covered(match, entry, loaded.offer.audience)
                words = _words(kit, loaded.offer, entry, length)
                yield Option(question.id, entry.id, length, words, worth * share, entry.id in kept)


def _asking(offer: Offer) -> Iterator[tuple[Criterion, Question]]:
    return ((one.criterion, placed.question) for one in answers.in_quality_part(offer) for placed in one.questions)


def _has_short(entry: Entry, audience: str) -> bool:
    wording = entry.wording(audience)
    return wording.short != wording.text


def _covered(match: Match, entry: Entry, audience: str) -> Decimal:
    """Return which share of the match the short wording still carries: of the signs, those whose words are in it."""
    short = entry.wording(audience).short.casefold()
    total = sum(sign.worth for sign in match.signs)
    inside = sum(sign.worth for sign in match.signs if any(word.casefold() in short for word in sign.said.split(", ") if word))
    share = Decimal(str(round(inside / total, 3))) if total else Decimal(0)
    return SHORT_AT_LEAST + (1 - SHORT_AT_LEAST) * share


def _words(kit: Kit, offer: Offer, entry: Entry, length: Length) -> int:
    """Return the words that an entry takes in an answer: in full its claim and its text, and its note where notes count."""
    wording = entry.wording(offer.audience)
    text = f"{wording.title}.\n\n{wording.text}" if length == "full" else wording.short
    blocks = markdown_reader.read(LOOKUP.sub("x", text), lambda _line: Location(entry.id), str).blocks
    note = len(note_text(kit.library, entry.evidence).split()) if offer.form.counts.notes and entry.evidence else 0
    return outline.count_words(blocks) + note
