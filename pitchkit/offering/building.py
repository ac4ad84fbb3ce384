"""An offer file becomes its documents: the quality part, the annexes, the compliance matrix, and what its kind asks besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pitchkit import pipeline
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.document import Document
from pitchkit.model import Audience
from pitchkit.offering import naming, pages, texts
from pitchkit.offering.making import ANSWERING, MADE, READ_BLIND, BuiltDocument, Making, OfferRequest, Purpose
from pitchkit.offering.usage import Pages, usages
from pitchkit.offers import answers
from pitchkit.offers.answers import OfferPart, PlacedCriterion
from pitchkit.offers.loading import LoadedOffer
from pitchkit.order import Order
from pitchkit.pipeline import Kit
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import Template, choose

__all__ = ["BuiltDocument", "OfferRequest", "Purpose", "build"]


def build(kit: Kit, loaded: LoadedOffer, request: OfferRequest, layout: Pages | None = None) -> tuple[BuiltDocument, ...]:
    """Return the documents of an offer, those that count first; with `layout` the matrix tells pages as well.

    Raises:
        CommandError: the request names a criterion that is not there.
        ContentError: nothing is asked yet, an answer cannot be shown, or two documents would have one name.
    """
    needed = [making for making in MADE[loaded.offer.kind] if making.is_needed(loaded.offer)]
    if not needed:
        raise ContentError([problem(loaded.locate(), "offer-without-questions")])
    wanted = _wanted(loaded, request)
    if found := list(texts.problems(loaded)):
        raise ContentError(found)
    builder = _Builder(kit, loaded, request)
    built: list[BuiltDocument] = []
    found = []
    for making in needed:
        if request.criteria and making.purpose not in ANSWERING:
            continue
        try:
            built += builder.make(making, wanted, tuple(built), layout)
        except ContentError as error:
            found += error.diagnostics
    found += _without_consent(loaded, built)
    found += naming.problems(loaded, built)
    if found:
        raise ContentError(found)
    return tuple(built)


def _without_consent(loaded: LoadedOffer, built: Iterable[BuiltDocument]) -> Iterator[Diagnostic]:
    """Yield the stories that were chosen by hand and that nobody agreed to see in this document."""
    answering = [one.composition.selection for one in built if one.purpose in (*ANSWERING, "application")]
    decisions = [decision for selection in answering for decision in selection.decisions]
    lacking = {decision.entry.id: decision.detail for decision in decisions if decision.reason == "consent"}
    for _, question in loaded.offer.questions():
        for number, choice in enumerate(question.entries):
            if choice.entry in lacking:
                where = loaded.locate(*loaded.steps_to(question), "entries", number, "entry")
                yield problem(where, "offer-without-consent", entry=choice.entry, detail=lacking[choice.entry])


def _wanted(loaded: LoadedOffer, request: OfferRequest) -> tuple[PlacedCriterion, ...]:
    every = answers.in_quality_part(loaded.offer)
    known = [one.criterion.id for one in every]
    unknown = [word for word in request.criteria if word not in known]
    if unknown:
        raise CommandError(
            problem(
                Location("--criterion"),
                "offer-criterion-unknown",
                word=word,
                suggestion=suggest(word, known),
                choices=", ".join(known),
            )
            for word in unknown
        )
    return tuple(one for one in every if one.criterion.id in request.criteria or not request.criteria)


@dataclass(frozen=True, slots=True)
class _Builder:
    kit: Kit
    loaded: LoadedOffer
    request: OfferRequest

    def make(
        self, making: Making, wanted: tuple[PlacedCriterion, ...], built: tuple[BuiltDocument, ...], layout: Pages | None
    ) -> Iterator[BuiltDocument]:
        """Yield what one line of the list of documents comes to; `built` is what was made before."""
        offer = self.loaded.offer
        audience, template = self._template(making)
        in_parts = making.purpose == "quality" and offer.form.file_per_criterion
        if in_parts or (making.purpose in ANSWERING and self.request.criteria):
            for one in wanted:
                yield self._compose(making, template, audience, OfferPart(offer, (one,), alone=True))
        elif making.purpose == "matrix":
            used = usages(offer, built, layout)
            yield self._compose(making, template, audience, OfferPart(offer, answers.placed(offer), usages=used))
        else:
            yield self._compose(making, template, audience, OfferPart(offer, wanted, tables=answers.tables_apart(offer)))

    def _template(self, making: Making) -> tuple[Audience, Template]:
        offer = self.loaded.offer
        audience = self.kit.library.audience(offer.audience)
        fitting = (one for one in self.kit.templates if offer.kind in one.front.offers)
        template = choose(fitting, making.document, audience.id) if audience else None
        if audience is None or template is None:
            where = self.loaded.locate("audience")
            raise ContentError([problem(where, "offer-without-template", document=making.document, audience=offer.audience)])
        return audience, template

    def _compose(self, making: Making, template: Template, audience: Audience, part: OfferPart) -> BuiltDocument:
        profile = self.kit.profile.profile
        order = Order(
            document=making.document,
            audience=audience,
            date=self.request.date,
            profile=profile,
            position="aanbesteding" if part.offer.kind == "tender" else profile.position,
            themes=(),
            groups=profile.groups,
            group=None,
            max_words=None,
            final=self.request.final,
            costs=pipeline.cost_outcomes(profile),
            offer=part,
            channels=template.front.channels,
        )
        composition = self.kit.composer.compose(template, order)
        document = self._settled(making, composition.document, part)
        criterion = part.criteria[0].criterion if part.alone else None
        name = naming.name_of(self.loaded, making, criterion, profile.organisation.name)
        return BuiltDocument(name, making.purpose, criterion.id if criterion else None, replace(composition, document=document))

    def _settled(self, making: Making, document: Document, part: OfferPart) -> Document:
        form = part.offer.form
        is_anonymous = form.anonymous and making.purpose in READ_BLIND
        return replace(
            document,
            author="" if is_anonymous else document.author,
            page=pages.setup_of(form, making.purpose),
            contents=document.contents if pages.needs_contents(document, form, making.purpose) and not part.alone else None,
        )
