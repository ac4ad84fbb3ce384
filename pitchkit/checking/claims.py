"""What entries claim: no firmer than their certainty, figures and recognitions with a source, the past told as past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from pitchkit.checking import sound
from pitchkit.checking.subject import Passage, Subject
from pitchkit.claims import figures, firmness, recognitions, times
from pitchkit.claims.firmness import Claim
from pitchkit.claims.spans import widest
from pitchkit.diagnostics import Diagnostic, Location, warning
from pitchkit.model import Entry, PolicyFrame, Recognition
from pitchkit.rules import COACHING_KINDS

_NOT_ARGUING = (*COACHING_KINDS, "experience")
"""Kinds that instruct, or tell what somebody lived through: they do not say of groups what these do for people."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what entries and groups claim beyond what they can show."""
    yield from sound.in_passages(subject, "claims", lambda passage: _in_passage(subject, passage), subject.today.year)
    for entry in subject.library.entries:
        yield from _undated(subject, entry)
        if entry.recognition:
            place = subject.library.places[entry.id]
            yield from _recognition(subject, entry.recognition, partial(place.locate, "recognition"))
    for group in subject.profile.profile.groups:
        if group.recognition:
            yield from _recognition(subject, group.recognition, partial(_in_group, subject, group.id))


def _in_passage(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    yield from _firmness(passage)
    yield from _figures(subject, passage)
    yield from _levels(passage)
    yield from _past(subject, passage)


def _firmness(passage: Passage) -> Iterator[Diagnostic]:
    entry = passage.entry
    if entry.kind == "objection" and passage.steps[-1] == "title":
        return  # what the reader says, not we
    codes = {claim: code for claim in firmness.claims(passage.text) if (code := _code_of(entry, claim))}
    for claim in widest(codes):
        certainty = entry.certainty or "mogelijk"
        yield warning(passage.locate(claim.start), codes[claim], words=claim.words, id=entry.id, certainty=certainty)


def _code_of(entry: Entry, claim: Claim) -> str:
    """Return what is wrong with a claim in this entry, an empty text for nothing."""
    is_carried = claim.strength == "proof" and entry.certainty == "onderbouwd"
    if claim.strength in ("guarantee", "proof"):
        return "" if is_carried else "claim-firm"
    if entry.kind in _NOT_ARGUING or entry.certainty == "onderbouwd":
        return ""
    if claim.strength == "absolute":
        return "claim-absolute"
    if entry.certainty == "mogelijk":
        return "claim-firm"
    return "" if entry.evidence else "claim-unhedged"


def _figures(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    entry = passage.entry
    if entry.kind in _NOT_ARGUING:
        return
    sources = [subject.library.source_by_id.get(one.source) for one in entry.evidence]
    years = [source.year for source in sources if source]
    has_year = figures.names_year(passage.text) or any(figures.names_year(year) for year in years)
    if not entry.evidence or not has_year:
        for figure in figures.figures(passage.text):
            yield warning(passage.locate(figure.start), "figure-bare", words=figure.words, id=entry.id)


def _levels(passage: Passage) -> Iterator[Diagnostic]:
    entry = passage.entry
    if entry.recognition is None and entry.kind not in (*_NOT_ARGUING, "definition"):
        for level in widest(recognitions.levels(passage.text)):
            yield warning(passage.locate(level.start), "recognition-bare", words=level.words)


def _in_group(subject: Subject, group: str, field: str) -> Location:
    return subject.profile.locate(f"groups.{group}.recognition.{field}")


def _recognition(subject: Subject, one: Recognition, locate: Callable[[str], Location]) -> Iterator[Diagnostic]:
    if not recognitions.is_address(one.url):
        yield warning(locate("url"), "recognition-bare", words=f"{one.name}, {one.level}")
    if one.until and one.until < subject.today:
        yield warning(locate("until"), "recognition-expired", words=f"{one.name}, {one.level}", date=one.until.isoformat())
    elif not one.until and recognitions.is_old(one.date, subject.today, subject.settings.recognition_years):
        years = subject.settings.recognition_years
        yield warning(locate("date"), "recognition-old", words=f"{one.name}, {one.level}", date=one.date.isoformat(), years=years)


def _past(subject: Subject, passage: Passage) -> Iterator[Diagnostic]:
    """Yield the names of policy of the past in a text that does not say that it is past; a title stands above its text."""
    if passage.steps[-1] == "title":
        return
    served = _ended(subject, passage.entry)
    for frame in subject.library.policies:
        names = (frame.label, *frame.words)
        found = next(times.mentions(passage.text, names), None) if _has_ended(frame, subject) else None
        if (found or frame in served) and not times.is_told_as_past(passage.text, names):
            words, start = (found.words, found.start) if found else (frame.label, 0)
            yield warning(passage.locate(start), "policy-dated", words=words, id=passage.entry.id, year=frame.dated or "")


def _undated(subject: Subject, entry: Entry) -> Iterator[Diagnostic]:
    """Yield an entry that serves nothing but policy of the past and has no end date: it would be used as policy of today."""
    served = _ended(subject, entry)
    if served and len(served) == len(entry.policy) and not entry.valid_until:
        where = subject.library.places[entry.id].locate("policy")
        yield warning(where, "policy-without-end", id=entry.id, policy=served[0].id, year=served[0].dated or "")


def _ended(subject: Subject, entry: Entry) -> list[PolicyFrame]:
    frames = (subject.library.policy_by_id[one] for one in entry.policy if one in subject.library.policy_by_id)
    return [frame for frame in frames if _has_ended(frame, subject)]


def _has_ended(frame: PolicyFrame, subject: Subject) -> bool:
    return frame.dated is not None and frame.dated < subject.today.year
