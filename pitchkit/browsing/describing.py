"""Looking around in a library: finding entries, and telling one whole."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.language import _
from pitchkit.library import Library
from pitchkit.model import KINDS, Audience, Entry
from pitchkit.suggesting import suggest


def find(library: Library, *, audience: str | None, kind: str | None, theme: str | None, source: str | None) -> tuple[Entry, ...]:
    """Return the entries that fit all that is asked for, by kind, weight and id; raises CommandError for an unknown word."""
    reader = _audience(library, audience)
    _expect("--kind", kind, KINDS, "kind-unknown")
    _expect("--theme", theme, library.theme_by_id, "theme-unknown")
    _expect("--source", source, library.source_by_id, "source-unknown")
    fitting = [
        entry
        for entry in library.entries
        if (reader is None or entry.is_for(reader))
        and (kind is None or entry.kind == kind)
        and (theme is None or theme in entry.themes)
        and (source is None or any(evidence.source == source for evidence in entry.evidence))
    ]
    return tuple(sorted(fitting, key=lambda entry: (KINDS.index(entry.kind), -entry.weight, entry.id)))


def describe(library: Library, entry_id: str, audience: str | None) -> Iterator[str]:
    """Yield the lines that tell an entry; raises CommandError for an id or audience that is not known."""
    reader = _audience(library, audience)
    entry = library.entry_by_id.get(entry_id)
    if entry is None:
        raise CommandError(
            [problem(Location("show"), "entry-not-there", word=entry_id, suggestion=suggest(entry_id, library.entry_by_id))]
        )
    yield f"{entry.id} ({entry.kind})"
    yield str(library.places[entry.id].locate())
    yield ""
    if reader:
        yield from _wording(reader.id, entry, reader.id)
    else:
        yield from _wording(_("default"), entry, "")
        for name in entry.versions:
            yield from _wording(name, entry, name)
    yield from _facts(library, entry)


def _wording(label: str, entry: Entry, audience: str) -> Iterator[str]:
    wording = entry.wording(audience)
    yield f"[{label}] {wording.title}"
    yield from (f"  {line}" if line else "" for line in wording.text.splitlines())
    if wording.short != wording.text:
        yield _("  Short: {text}").format(text=" ".join(wording.short.split()))
    yield ""


def _facts(library: Library, entry: Entry) -> Iterator[str]:
    facts = (
        (_("readers"), ", ".join(entry.audiences)),
        (_("themes"), ", ".join(entry.themes)),
        (_("certainty"), entry.certainty or ""),
        (_("weight"), str(entry.weight)),
        (_("waits for"), ", ".join(entry.requires)),
        (_("positions"), ", ".join(entry.positions)),
        (_("answered by"), ", ".join(entry.answers)),
        (_("answers"), ", ".join(one.id for one in library.entries if entry.id in one.answers)),
        (_("policy"), ", ".join(entry.policy)),
        (_("valid until"), entry.valid_until.isoformat() if entry.valid_until else ""),
        (_("keywords"), ", ".join(entry.keywords)),
    )
    yield from (f"{name}: {value}" for name, value in facts if value)
    for evidence in entry.evidence:
        yield _("source: {source}, {place}").format(source=evidence.source, place=evidence.place)


def _audience(library: Library, name: str | None) -> Audience | None:
    if name is None:
        return None
    audience = library.audience(name)
    if audience is None:
        choices = [word for one in library.audiences for word in (one.id, *one.aliases)]
        raise CommandError([problem(Location("--audience"), "audience-unknown", word=name, suggestion=suggest(name, choices))])
    return audience


def _expect(option: str, word: str | None, known: object, code: str) -> None:
    choices = sorted(known)  # type: ignore[call-overload]
    if word is not None and word not in choices:
        raise CommandError(
            [problem(Location(option), code, word=word, suggestion=suggest(word, choices), choices=", ".join(choices))]
        )
