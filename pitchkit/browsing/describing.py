"""One entry told whole: its words, what it is linked to, where it may appear, and who reviewed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pitchkit.browsing import finding
from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.language import _, mark
from pitchkit.library import Library
from pitchkit.model import Audience, Entry, Evidence, Source
from pitchkit.suggesting import suggest

if TYPE_CHECKING:
    from pitchkit.browsing.surroundings import Surroundings

REVIEWED = {
    "unreviewed": mark("nobody reviewed it yet"),
    "changed": mark("changed since {by} reviewed it on {date}"),
    "suspect": mark("as {by} reviewed it on {date}, but what it rests on changed"),
    "expired": mark("reviewed by {by} on {date}, which held until {until}"),
    "reviewed": mark("reviewed by {by} on {date}"),
}


def describe(library: Library, entry_id: str, audience: str | None, around: Surroundings | None = None) -> Iterator[str]:
    """Yield the lines that tell an entry; raises CommandError for an id or audience that is not known."""
    reader, entry = look_up(library, entry_id, audience)
    yield f"{entry.id} ({entry.kind})"
    yield str(library.places[entry.id].locate())
    if there := library.replaced.get(entry.id):
        yield _("in the place of {place}").format(place=there.locate())
    yield ""
    if reader:
        if not entry.is_for(reader):
            yield _("This entry is not for “{audience}”: no document for this reader has it.").format(audience=reader.id)
        yield from _wording(reader.id, entry, reader.id)
    else:
        yield from _wording(_("default"), entry, "")
        for name in entry.versions:
            yield from _wording(name, entry, name)
    yield from _facts(entry)
    yield from _links(library, entry)
    yield from _sources(library, entry)
    if around:
        yield from _around(around)


def look_up(library: Library, entry_id: str, audience: str | None) -> tuple[Audience | None, Entry]:
    """Return a reader, if one is named, and an entry; raises CommandError for an id or audience that is not known."""
    reader = library.audience(audience) if audience is not None else None
    found = []
    if audience is not None and reader is None:
        found.append(finding.unknown_audience(library, audience))
    entry = library.entry_by_id.get(entry_id)
    if entry is None and entry_id in library.settings.without:
        found.append(problem(Location("show"), "entry-switched-off", word=entry_id))
    elif entry is None:
        found.append(
            problem(Location("show"), "entry-not-there", word=entry_id, suggestion=suggest(entry_id, library.entry_by_id))
        )
    if entry is None or found:
        raise CommandError(found)
    return reader, entry


def _wording(label: str, entry: Entry, audience: str) -> Iterator[str]:
    wording = entry.wording(audience)
    yield f"[{label}] {wording.title}"
    yield from (f"  {line}" if line else "" for line in wording.text.splitlines())
    if wording.short != wording.text:
        yield _("  Short: {text}").format(text=" ".join(wording.short.split()))
    yield ""


def _facts(entry: Entry) -> Iterator[str]:
    facts = (
        (_("readers"), ", ".join(entry.audiences)),
        (_("themes"), ", ".join(entry.themes)),
        (_("certainty"), entry.certainty or ""),
        (_("weight"), str(entry.weight)),
        (_("waits for"), ", ".join(entry.requires)),
        (_("positions"), ", ".join(entry.positions)),
        (_("policy"), ", ".join(entry.policy)),
        (_("valid until"), entry.valid_until.isoformat() if entry.valid_until else ""),
        (_("keywords"), ", ".join(entry.keywords)),
        (_("recognition"), _recognition(entry)),
        (_("consent"), _consent(entry)),
        (_("fictitious"), _("yes") if entry.fictitious else ""),
        *((_("accepted warning"), f"{one.code} ({one.reason})") for one in entry.silence),
    )
    yield from (f"{name}: {value}" for name, value in facts if value)


def _recognition(entry: Entry) -> str:
    found = entry.recognition
    if found is None:
        return ""
    until = (_("until {date}").format(date=found.until),) if found.until else ()
    return ", ".join((found.name, found.level, found.date.isoformat(), *until, found.url))


def _consent(entry: Entry) -> str:
    given = entry.consent
    if given is None:
        return ""
    parts = [", ".join(given.purposes)]
    parts += [", ".join(given.channels)] if given.channels else []
    parts += [_("until {date}").format(date=given.until)] if given.until else []
    parts += [_("withdrawn")] if given.withdrawn else []
    return "; ".join(parts)


def _links(library: Library, entry: Entry) -> Iterator[str]:
    answered_by = [library.entry_by_id[one] for one in entry.answers]
    yield from _titled(_("answered by"), answered_by)
    if entry.kind == "objection" and not answered_by:
        yield _("answered by: nothing yet")
    yield from _titled(_("answers"), (one for one in library.entries if entry.id in one.answers))


def _titled(name: str, entries: Iterable[Entry]) -> Iterator[str]:
    for one in entries:
        yield f"{name}: {one.id} ({one.title})"


def _sources(library: Library, entry: Entry) -> Iterator[str]:
    evidence = (*entry.evidence, *((Evidence(source=entry.published, place=_("published")),) if entry.published else ()))
    for one in evidence:
        yield _("source: {source}, {place}").format(source=one.source, place=one.place)
        yield f"  {_reference(library.source_by_id[one.source])}"
    if not evidence:
        yield _("source: none")


def _reference(source: Source) -> str:
    named = ", ".join(part for part in (source.author, source.title, source.publisher, source.year) if part)
    sentences = (_sentence(part) for part in (named, source.note, source.limit) if part)
    return " ".join((*sentences, *((source.url,) if source.url else ())))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _around(around: Surroundings) -> Iterator[str]:
    documents: dict[str, list[str]] = {}
    for document, audience in around.documents:
        documents.setdefault(document, []).append(audience)
    told = "; ".join(f"{document} ({', '.join(readers)})" for document, readers in documents.items())
    yield _("can stand in: {documents}").format(documents=told or _("no document"))
    review = around.review
    if review:
        signed, until = review.review, review.until.isoformat() if review.until else ""
        line = _(REVIEWED[review.state]).format(by=signed.by if signed else "", date=signed.date if signed else "", until=until)
        yield _("review: {line}").format(line=line)
        if review.causes:
            yield _("  changed since: {ids}").format(ids=", ".join(one.id for one in review.causes))
