"""All gates of one offer, over its file and over its finished documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pitchkit import outline, pipeline, wording
from pitchkit.diagnostics import Diagnostic, by_place, problem, warning
from pitchkit.document import Blocks, Document
from pitchkit.messages import offer_gates as texts
from pitchkit.offering.lettering import letters
from pitchkit.offering.making import FOR_THE_BUYER, READ_BLIND, BuiltDocument
from pitchkit.offering.usage import Pages, usages
from pitchkit.offers import answers
from pitchkit.offers.gates import amounts, demands, limits, phrases, silencing
from pitchkit.offers.gates.sayings import Saying, is_in_quality_part, sayings
from pitchkit.offers.gates.silencing import Heard
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import Question
from pitchkit.offers.usage import part
from pitchkit.pipeline import Kit
from pitchkit.profile import Profile
from pitchkit.writers import Writer

SHORTEST_NAME = 3
"""A shorter name is part of too many words to look for."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the finished documents are measured with: pages, and the Word files whose letters are looked at."""

    pages: Pages | None = None
    word: Writer | None = None


def check(kit: Kit, loaded: LoadedOffer, built: Iterable[BuiltDocument], today: date, bench: Bench = Bench()) -> Heard:
    """Return everything that the gates find, sorted by place, without the warnings that were silenced."""
    documents = tuple(built)
    profile = kit.profile.profile
    found = [
        *demands.requirements(loaded),
        *demands.answers(loaded),
        *demands.proofs(loaded, today),
        *demands.planning(loaded, today),
        *demands.leftovers(loaded),
        *amounts.sums(loaded, profile),
        *limits.limits(loaded, usages(loaded.offer, documents, bench.pages)),
        *_in_words(kit, loaded),
        *_in_documents(kit, loaded, documents),
        *_entries_out(loaded, documents),
        *_letters(loaded, documents, bench.word),
    ]
    heard = silencing.silence(loaded, found, texts.ERRORS)
    return Heard(by_place(heard.diagnostics), heard.silenced)


def _letters(loaded: LoadedOffer, built: tuple[BuiltDocument, ...], word: Writer | None) -> Iterator[Diagnostic]:
    for one in built if word else ():
        if one.purpose in FOR_THE_BUYER and word:
            yield from letters(loaded.offer, word.write(one.document), one.name, loaded.locate("form"))


def _in_words(kit: Kit, loaded: LoadedOffer) -> Iterator[Diagnostic]:
    """Yield what one's own texts say wrong, at their line."""
    own = own_prices(kit, loaded)
    blind = {question.id for criterion, question in loaded.offer.questions() if is_in_quality_part(loaded, criterion)}
    for saying in sayings(loaded):
        yield from phrases.phrases(saying, kit.library)
        if saying.question.id in blind:
            yield from amounts.in_words(saying, own)
        yield from _names(saying, hidden(loaded, kit.profile.profile))


def _in_documents(kit: Kit, loaded: LoadedOffer, built: tuple[BuiltDocument, ...]) -> Iterator[Diagnostic]:
    """Yield what the finished answers say wrong and one's own texts do not: it comes from an entry or from the profile."""
    own = own_prices(kit, loaded) if loaded.offer.keeps_prices_apart else frozenset()
    names = hidden(loaded, kit.profile.profile)
    own_words = " ".join(saying.text for saying in sayings(loaded))
    for one in built:
        if one.purpose not in READ_BLIND:
            continue
        for question, blocks in _answers(loaded, one):
            where = loaded.locate(*loaded.steps_to(question), "entries")
            for code, words in wrong_words(outline.block_texts(blocks), own):
                if words not in own_words:
                    yield problem(where, code, words=words, question=question.id)
        for name in _shown(one.document, names):
            if not re.search(whole_word(name), own_words, re.IGNORECASE):
                yield problem(loaded.locate("form", "anonymous"), "name-in-document", name=name, document=one.name)


def wrong_words(texts_of: Iterable[str], own: frozenset[Decimal]) -> Iterator[tuple[str, str]]:
    """Yield reservations and own prices in some lines: the code, and the words as they stand."""
    for text in texts_of:
        yield from (("reservation", hit.words) for hit in wording.find(wording.RESERVATIONS, text))
        named = (*wording.amounts(text), *wording.rates(text))
        yield from (("own-price", amount.words) for amount in named if amount.value in own)


def _answers(loaded: LoadedOffer, built: BuiltDocument) -> Iterator[tuple[Question, Blocks]]:
    for criterion in answers.in_quality_part(loaded.offer):
        for placed in criterion.questions:
            yield placed.question, part(built.document.blocks, placed.key)


def _entries_out(loaded: LoadedOffer, built: tuple[BuiltDocument, ...]) -> Iterator[Diagnostic]:
    """Yield the chosen entries that this reader or this profile rules out."""
    out = {
        decision.entry.id: decision
        for one in built
        for decision in one.composition.selection.decisions
        if decision.reason != "chosen"
    }
    seen: dict[str, str] = {}
    for _, question in loaded.offer.questions():
        for number, choice in enumerate(question.entries):
            where = loaded.locate(*loaded.steps_to(question), "entries", number, "entry")
            if choice.entry in out:
                decision = out[choice.entry]
                yield warning(where, "entry-not-usable", entry=choice.entry, reason=decision.reason, detail=decision.detail)
            elif choice.entry in seen:
                yield warning(where, "entry-twice", entry=choice.entry, other=seen[choice.entry])
            seen.setdefault(choice.entry, question.id)


def own_prices(kit: Kit, loaded: LoadedOffer) -> frozenset[Decimal]:
    """Return every amount in euro that gives one's price away."""
    outcomes = pipeline.cost_outcomes(kit.profile.profile)
    more = [outcomes.per_starter, outcomes.per_completer] if outcomes else []
    return amounts.own_prices(loaded, kit.profile.profile, more)


def hidden(loaded: LoadedOffer, profile: Profile) -> tuple[str, ...]:
    """Return the names that an anonymous offer may not hold; none where the offer is not anonymous."""
    if not loaded.offer.form.anonymous:
        return ()
    names = (profile.organisation.name, profile.organisation.website, profile.contact.name, profile.contact.email)
    numbers = (profile.contact.phone,)
    every = (*names, *numbers, *loaded.offer.form.hide)
    return tuple(name for name in every if name and len(name) >= SHORTEST_NAME)


def _names(saying: Saying, hidden: tuple[str, ...]) -> Iterator[Diagnostic]:
    for name in hidden:
        for match in re.finditer(whole_word(name), saying.text, re.IGNORECASE):
            yield problem(saying.locate(match.start()), "name-in-answer", name=name, question=saying.question.id)


def _shown(document: Document, hidden: tuple[str, ...]) -> Iterator[str]:
    everything = (
        document.title,
        document.subtitle,
        document.author,
        document.running_head,
        *outline.block_texts(document.blocks),
    )
    notes = (outline.plain_text(note.content) for note in document.notes)
    text = "\n".join((*everything, *notes))
    return (name for name in hidden if re.search(whole_word(name), text, re.IGNORECASE))


def whole_word(name: str) -> str:
    """Return a pattern for a name that is not part of another word."""
    return rf"(?<!\w){re.escape(name)}(?!\w)"
