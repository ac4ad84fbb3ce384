"""What is wrong with the own texts of an offer: Markdown that cannot be shown, and values that nothing can look up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pitchkit import markdown_reader
from pitchkit.diagnostics import ContentError, Diagnostic, problem
from pitchkit.model import Frozen
from pitchkit.offers.loading import LoadedOffer
from pitchkit.rules import LOOKUP, LOOKUPS
from pitchkit.yamlsource import Step

_TOP_HEADING = re.compile(r"^( {0,3})#(?=\s|$)", re.MULTILINE)


def problems(loaded: LoadedOffer) -> Iterator[Diagnostic]:
    """Yield every problem in the own texts, at its line in the offer file."""
    for steps, text in _texts(loaded):
        yield from _lookups(loaded, steps, text)
        if steps[-1] == "answer":
            yield from _markdown(loaded, steps, text)


def _texts(loaded: LoadedOffer) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the own words that end up in a document, with the keys that lead to them."""
    offer = loaded.offer
    for _, question in offer.questions():
        steps = loaded.steps_to(question)
        for name in ("promise", "answer"):
            if text := getattr(question, name):
                yield (*steps, name), text
        yield from _fields((*steps, "benefit"), question.benefit)
        for name in ("approach", "results", "risks"):
            yield from _rows((*steps, name), getattr(question, name))
    yield from _rows(("planning",), offer.planning)
    yield from _rows(("indicators",), offer.indicators)
    if offer.quotation:
        yield from _fields(("quotation",), offer.quotation)
        yield from ((("quotation", "conditions", number), text) for number, text in enumerate(offer.quotation.conditions))
    if offer.grant:
        yield from _fields(("grant",), offer.grant)
        yield from _rows(("grant", "activities"), offer.grant.activities)


def _rows(steps: tuple[Step, ...], rows: Iterable[Frozen]) -> Iterator[tuple[tuple[Step, ...], str]]:
    for number, row in enumerate(rows):
        yield from _fields((*steps, number), row)


def _fields(steps: tuple[Step, ...], values: Frozen) -> Iterator[tuple[tuple[Step, ...], str]]:
    return (((*steps, name), value) for name, value in values if isinstance(value, str))


def _lookups(loaded: LoadedOffer, steps: tuple[Step, ...], text: str) -> Iterator[Diagnostic]:
    if "{{" not in text and "{%" not in text:
        return
    for found in LOOKUP.finditer(text):
        if found[1] not in LOOKUPS and not re.fullmatch(r"figures\.[^.]+", found[1]):
            yield problem(loaded.locate(*steps), "lookup-unknown", word=found[1], choices=", ".join((*LOOKUPS, "figures.…")))
    rest = LOOKUP.sub("", text)
    if "{{" in rest or "{%" in rest:
        yield problem(loaded.locate(*steps), "lookup-form")


def _markdown(loaded: LoadedOffer, steps: tuple[Step, ...], text: str) -> Iterator[Diagnostic]:
    # Headings of any level are fine here: they move below that of the question.
    lowered = _TOP_HEADING.sub(r"\1##", text)
    lowered = re.sub(r"^( {0,3})#{6}(?=\s|$)", r"\1#####", lowered, flags=re.MULTILINE)
    try:
        own = LOOKUP.sub("x", lowered)
        markdown_reader.read(own, lambda line: loaded.file.line_of_text(steps, line), str, may_show_pictures=False)
    except ContentError as error:
        yield from error.diagnostics
