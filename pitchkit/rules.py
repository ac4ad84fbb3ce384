"""What must hold within a library: links that lead somewhere, words from the vocabularies, claims no firmer than their source."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.library import Library, Named, Place
from pitchkit.model import Entry, Frozen
from pitchkit.parties import Contact, Municipality, Organisation
from pitchkit.suggesting import suggest_named

LOOKUP = re.compile(r"\{\{\s*([a-z_]+(?:\.[a-z0-9_-]+)+)\s*\}\}")
"""A plain value looked up in a text: `{{ municipality.name }}`."""

_UNKNOWN: dict[Named, str] = {
    "audiences": "audience-unknown",
    "themes": "theme-unknown",
    "policies": "policy-unknown",
    "sources": "source-unknown",
    "entries": "entry-unknown",
}
_BLOCKS = re.compile(r"\n\s*\n|^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_LOGIC = re.compile(r"\{[{%]")

_FIELDS: dict[str, type[Frozen]] = {"organisation": Organisation, "contact": Contact, "municipality": Municipality}
LOOKUPS = tuple(
    f"{root}.{name}" for root, model in _FIELDS.items() for name, field in model.model_fields.items() if field.default is None
)
"""Every plain value that a text can look up, beside `figures.` and the name of a figure."""

REQUIREMENTS = tuple(f"{root}.{name}" for root, model in _FIELDS.items() for name in model.model_fields)
"""Every field that an entry can wait for, beside `figures.` and `costs.` with a name."""

COACHING_KINDS = ("tip", "step", "prerequisite", "condition")
"""Kinds that speak to the groepswerker, whoever the reader of the document is."""


def structure_problems(library: Library) -> Iterator[Diagnostic]:
    """Yield everything that keeps the entries from being used as they stand."""
    for entry in library.entries:
        place = library.places[entry.id]
        yield from _links(library, entry, place)
        yield from _versions(library, entry, place)
        yield from _claims(library, entry, place)
        yield from _needs_of_kind(library, entry, place)
        yield from _fictitious(library, entry, place)
        yield from _shorts(entry, place)
        yield from _lookups(entry, place)
    yield from _jargon(library)


def _jargon(library: Library) -> Iterator[Diagnostic]:
    audience_ids = [audience.id for audience in library.audiences]
    for word in library.jargon:
        place = library.word_places["jargon"][word.id]
        if not word.instead and not word.explanation:
            yield problem(place.locate("id"), "jargon-without-advice", id=word.id)
        for index, name in enumerate(word.audiences):
            if name not in audience_ids:
                yield _unknown(library, "audiences", place.locate("audiences", index), name)


def _links(library: Library, entry: Entry, place: Place) -> Iterator[Diagnostic]:
    audience_ids = [audience.id for audience in library.audiences]
    vocabularies: tuple[tuple[str, tuple[str, ...], Collection[str], Named], ...] = (
        ("audiences", entry.audiences, audience_ids, "audiences"),
        ("themes", entry.themes, library.theme_by_id, "themes"),
        ("policy", entry.policy, library.policy_by_id, "policies"),
        ("answers", entry.answers, library.entry_by_id, "entries"),
    )
    for field, words, known, part in vocabularies:
        for index, word in enumerate(words):
            if word not in known:
                yield _unknown(library, part, place.locate(field, index), word)
    for index, evidence in enumerate(entry.evidence):
        if evidence.source not in library.source_by_id:
            yield _unknown(library, "sources", place.locate("evidence", index, "source"), evidence.source)
    if entry.published and entry.published not in library.source_by_id:
        yield _unknown(library, "sources", place.locate("published"), entry.published)


def _unknown(library: Library, part: Named, where: Location, word: str) -> Diagnostic:
    return problem(where, _UNKNOWN[part], word=word, suggestion=suggest_named(word, library.names(part)))


def _versions(library: Library, entry: Entry, place: Place) -> Iterator[Diagnostic]:
    audience_ids = [audience.id for audience in library.audiences]
    for name in entry.versions:
        where = place.locate_key("versions", name)
        if name not in audience_ids:
            suggestion = suggest_named(name, library.names("audiences"))
            yield problem(where, "audience-unknown", word=name, suggestion=suggestion, choices=", ".join(audience_ids))
        elif name not in entry.audiences:
            yield problem(where, "version-unlisted", audience=name)
    if any(name not in entry.audiences for name in entry.versions):
        return  # perhaps that is the version that another reader lacks, under a wrong name
    for audience in library.audiences:
        if not audience.opt_in or audience.id not in entry.audiences or len(entry.audiences) == 1 or entry.kind in COACHING_KINDS:
            continue
        version = entry.versions.get(audience.id)
        lacking = [name for name in ("title", "text") if not version or not getattr(version, name)]
        if lacking:
            yield problem(place.locate("id"), "version-incomplete", id=entry.id, audience=audience.id, fields=", ".join(lacking))


def _claims(library: Library, entry: Entry, place: Place) -> Iterator[Diagnostic]:
    if entry.certainty == "onderbouwd":
        types = {library.source_by_id[one.source].type for one in entry.evidence if one.source in library.source_by_id}
        if "research" not in types:
            yield problem(place.locate("certainty"), "certainty-too-firm", id=entry.id)
    if entry.valid_until and not any(library.policy_by_id[one].dated for one in entry.policy if one in library.policy_by_id):
        yield problem(place.locate("valid_until"), "dated-without-policy", id=entry.id)


def _needs_of_kind(library: Library, entry: Entry, place: Place) -> Iterator[Diagnostic]:
    if entry.kind == "argument" and not entry.short:
        yield problem(place.locate("id"), "argument-without-short", id=entry.id)
    if entry.kind in ("argument", "factor") and not entry.certainty:
        yield problem(place.locate("id"), "certainty-missing", id=entry.id)
    if entry.kind == "objection" and not entry.answers:
        yield _unanswered(library, entry, place)
    if entry.answers and entry.kind != "objection":
        yield problem(place.locate_key("answers"), "answers-without-objection", id=entry.id)
    if entry.kind == "experience" and not entry.published and not entry.consent and not entry.fictitious:
        yield problem(place.locate("id"), "experience-without-consent", id=entry.id)
    if entry.fictitious and entry.published:
        yield problem(place.locate_key("fictitious"), "fictitious-published", id=entry.id)
    for index, needed in enumerate(entry.requires):
        if needed not in REQUIREMENTS and not re.fullmatch(r"(?:figures|costs)\.[^.]+", needed):
            yield problem(
                place.locate("requires", index),
                "requires-unknown",
                word=needed,
                choices=", ".join((*REQUIREMENTS, "figures.…", "costs.…")),
            )


def _unanswered(library: Library, entry: Entry, place: Place) -> Diagnostic:
    """Return that an objection has no answers, or that it loses them to what the library switches off."""
    items = place.file.data
    item = items[place.index] if isinstance(items, list) else None
    written = item.get("answers") if isinstance(item, dict) else None
    off = [one for one in library.settings.without if isinstance(written, list) and one in written]
    if off:
        return problem(place.locate_key("answers"), "objection-answers-off", id=entry.id, answers=", ".join(off))
    return problem(place.locate("id"), "objection-without-answer", id=entry.id)


def _fictitious(library: Library, entry: Entry, place: Place) -> Iterator[Diagnostic]:
    words = library.settings.words
    if entry.fictitious and not (words and words.fictitious):
        yield problem(place.locate_key("fictitious"), "fictitious-without-word", id=entry.id)


def _shorts(entry: Entry, place: Place) -> Iterator[Diagnostic]:
    for steps, text in entry_texts(entry):
        if steps[-1] == "short" and has_blocks(text):
            yield problem(place.locate(*steps), "short-with-blocks", id=entry.id)
        if steps[-1] == "text" and has_blocks(text) and not _short_beside(entry, steps):
            yield problem(place.locate(*steps), "short-missing", id=entry.id)


def has_blocks(text: str) -> bool:
    """Return whether a text is more than one paragraph, or has a list: too much for where a short one goes."""
    return bool(_BLOCKS.search(text.strip()))


def _short_beside(entry: Entry, steps: tuple[str, ...]) -> bool:
    return bool(entry.short if len(steps) == 1 else entry.versions[steps[1]].short)


def _lookups(entry: Entry, place: Place) -> Iterator[Diagnostic]:
    for steps, text in entry_texts(entry):
        if "{{" not in text and "{%" not in text:
            continue
        for match in LOOKUP.finditer(text):
            if match[1] not in LOOKUPS and not re.fullmatch(r"figures\.[^.]+", match[1]):
                choices = ", ".join((*LOOKUPS, "figures.…"))
                where = place.locate_in_text(*steps, at=match.start())
                yield problem(where, "lookup-unknown", word=match[1], choices=choices)
        rest = LOOKUP.sub(lambda match: " " * len(match[0]), text)
        if wrong := _LOGIC.search(rest):
            yield problem(place.locate_in_text(*steps, at=wrong.start()), "lookup-form")


def entry_texts(entry: Entry) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every wording of an entry with the keys that lead to it."""
    for name in ("title", "text", "short"):
        if value := getattr(entry, name):
            yield (name,), value
    for audience, version in entry.versions.items():
        for name in ("title", "text", "short"):
            if value := getattr(version, name):
                yield ("versions", audience, name), value
