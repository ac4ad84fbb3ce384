"""A paragraph or an item outside the award criteria: names, dates, rules of form, demands, or explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pitchkit.offers.places import Found
from pitchkit.offers.reading.contexts import Context
from pitchkit.offers.reading.findings import (
    Doubt,
    Explained,
    Finding,
    FoundDemand,
    FoundForm,
    FoundLimit,
    FoundLot,
    FoundMoment,
    FoundName,
    FoundScale,
    Left,
)
from pitchkit.offers.reading.headings import Section, default_type
from pitchkit.offers.reading.moments import moments_in
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.signals import asking, form_rules, kinds, naming, weights
from pitchkit.offers.reading.signals.amounts import squeezed
from pitchkit.offers.reading.signals.limits import find_limits
from pitchkit.offers.reading.signals.scales import scale_in_text
from pitchkit.offers.rules import Limit

_REFERS_BACK = re.compile(
    (
        "^(?:deze|dit|dat|hij|zij|ze|hierbij|hiervan|hierin|daarbij|daarvan|daarin|dan|indien dit|ook|tevens|"
        r"bovendien|daarnaast|zo)\b"
    ),
    re.IGNORECASE,
)
_CEILING = re.compile(
    (
        r"(?:plafond\w*|budget\w*|maximale (?:opdracht)?waarde|subsidieplafond|ten hoogste beschikbaar|"
        r"beschikbare bedrag|(?:hoogste|maximale) vergoeding|maximumbedrag)\b[^.€]{0,80}€\s*(?P<amount>\d[\d.]*(?:,\d\d|,-)?)"
    ),
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_SUBJECT = re.compile(
    (
        "(?:de |een |elke |iedere )?(?:inschrijver|opdrachtnemer|aanvrager|subsidieontvanger|aanbieder|"
        r"contractant|gegadigde|penvoerder)\s+[a-z]"
    ),
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:naam (?:van de )?(?:aanbesteding|opdracht)|betreft|aanbesteding|titel|onderwerp)\s*:\s*(?P<title>.{5,150})$",
    re.IGNORECASE,
)
_FEW_WORDS = 4


def names(line: Line, found: Found, section: Section) -> Iterator[Finding]:
    """Yield the names, the reference and the like in a line."""
    text = squeezed(line.text)
    if reference := naming.find_reference(text):
        yield FoundName("reference", reference, found, is_labelled=True)
    if client := naming.find_client(text):
        yield FoundName("client", client, found, is_labelled=":" in text[: len(text) // 2])
    if days := naming.find_valid_days(text):
        yield FoundName("valid_days", str(days), found)
    if days := naming.find_standstill(text):
        yield FoundMoment(f"Standstill-termijn ({days} dagen)", None, "", deadline=False, found=found)
    if amount := _CEILING.search(text):
        yield FoundName("ceiling", amount["amount"], found)
    if section in ("inquiries", "procedure", "background", "") and (email := _EMAIL.search(text)):
        yield FoundName("contact", email[0], found)
    if title := _TITLE.match(text):
        yield FoundName("title", title["title"].strip(), found, is_labelled=True)


def read(line: Line, context: Context) -> Iterator[Finding]:
    """Yield what a line tells; a line that tells nothing is explanation, or left where its words might have asked something."""
    found, section = context.found(line), context.section
    text = squeezed(line.text)
    name_findings = list(names(line, found, section))
    yield from name_findings
    if section in ("background", "lots", "") and (one := naming.find_lot(f"{line.number} {text}".strip())) and one[1]:
        yield FoundLot(one[0], one[1], found)
        return
    if scale := scale_in_text(text):
        yield FoundScale(scale, found)
        return
    moments = list(moments_in(text, found, is_planning=section == "planning"))
    yield from moments
    fields = form_rules.find_form(text) if section != "background" else {}
    if fields:
        yield FoundForm(fields, found)
    demands = list(_demands(line, context, has_form=bool(fields)))
    yield from demands
    yield from limits(text, found) if not any(one.limit for one in demands) else ()
    if demands or moments or fields or name_findings:
        return
    yield from _rest(line, found, section, text)


def limits(text: str, found: Found) -> Iterator[Finding]:
    """Yield the limits in a line outside any criterion; one that is not for the whole or for each criterion is not sure."""
    for one in find_limits(text):
        if one.scope in ("each-criterion", "each-question", "whole"):
            yield FoundLimit(one.limit, one.scope, found)
        if one.scope == "here" or one.unsure:
            yield Doubt("limit-of-what" if one.scope == "here" else f"limit-{one.unsure}", found, one.words)


def _demands(line: Line, context: Context, *, has_form: bool) -> Iterator[FoundDemand]:
    section, lead = context.section, context.lead
    text = squeezed(line.text)
    default = default_type(section)
    is_listed = line.kind == "item" or bool(line.number)
    if section == "contents" or (len(text.split()) < _FEW_WORDS and not is_listed):
        return
    if default is not None and is_listed and not asking.is_lead_in(text):
        demand = kinds.type_in_section(text, default)
        yield _demand(text, line, context, demand, has_form=has_form)
    elif lead and line.kind == "item" and (led := kinds.demand_of(lead)) and section not in ("background", "contents"):
        demand = kinds.demand_of(text) or led
        yield _demand(text, line, context, demand, has_form=has_form)
    elif is_listed and _SUBJECT.match(text) and section not in ("background", "scoring", "inquiries", "contents"):
        yield _demand(text, line, context, kinds.demand_of(text) or kinds.Demand("eis"), has_form=has_form)
    else:
        yield from _by_sentence(line, context, has_form=has_form)


def _by_sentence(line: Line, context: Context, *, has_form: bool) -> Iterator[FoundDemand]:
    """Yield a demand for each sentence that makes one; a sentence that refers back goes with the one before it."""
    section = context.section
    open_texts: list[tuple[list[str], kinds.Demand]] = []
    default = default_type(section)
    for sentence in asking.sentences_of(line.text):
        demand = kinds.demand_of(sentence)
        if demand is None and default == "eis" and _SUBJECT.match(sentence):
            demand = kinds.Demand("eis")
        if demand and default and demand.type in ("eis", "wens") and demand.is_sure:
            demand = kinds.Demand(
                kinds.in_bars(sentence, default) if default in ("uitsluiting", "geschiktheid", "vorm") else demand.type,
                demand.knock_out,
            )
        if section in ("background", "scoring", "inquiries", "") and demand and not demand.is_sure:
            demand = None
        if asking.is_lead_in(sentence) and sentence.endswith(":"):
            demand = None
        if demand is not None and not (open_texts and _REFERS_BACK.match(sentence)):
            open_texts.append(([sentence], demand))
        elif open_texts:
            open_texts[-1][0].append(sentence)
    number = line.number if len(open_texts) == 1 else ""
    for texts, demand in open_texts:
        yield _demand(" ".join(texts), replace(line, number=number), context, demand, has_form=has_form)


def _demand(text: str, line: Line, context: Context, demand: kinds.Demand, *, has_form: bool) -> FoundDemand:
    of_form = has_form and (demand.type in ("eis", "wens") or context.section == "form") and bool(form_rules.find_form(text))
    scopes = ("elsewhere", "here") if demand.type == "bewijsstuk" else ("elsewhere",)
    own = next((one.limit for one in find_limits(text) if one.scope in scopes), Limit())
    return FoundDemand(
        text,
        "vorm" if of_form else demand.type,
        context.found(line),
        line.number,
        demand.knock_out,
        limit=own,
        lot=context.lot,
        note="" if demand.is_sure else "onzeker",
    )


def _rest(line: Line, found: Found, section: Section, text: str) -> Iterator[Finding]:
    """A line that told nothing: explanation, or left to be read where its words might have asked something."""
    if section == "contents" or (asking.is_lead_in(text) and text.endswith(":")):
        yield Explained(found, section)
    elif kinds.signals_in(text) and not _is_of_others(text):
        yield Left(text, found, "signal-unclear")
    elif text.endswith("?") and section != "inquiries":
        yield Left(text, found, "question-outside")
    elif section != "background" and weights.find_weight(text, is_title=True):
        yield Left(text, found, "weight-unclear")
    elif (
        section in ("requirements", "wishes", "form", "submission", "suitability", "exclusion")
        and len(text.split()) >= _FEW_WORDS
    ):
        yield Left(text, found, "no-signal")
    elif line.unsure and section in ("criteria", "requirements", "wishes"):
        yield Left(text, found, "line-unsure")
    else:
        yield Explained(found, section)


def _is_of_others(text: str) -> bool:
    return bool(
        re.match(
            r"(?:de\s+)?(?:opdrachtgever|gemeente|aanbestedende dienst|beoordelingscommissie|commissie|wij|het college)\b",
            text,
            re.IGNORECASE,
        )
    )
