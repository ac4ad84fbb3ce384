"""Words of the library that nothing uses: themes, policy frames, sources, and readers for whom there is no document."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, warning
from pitchkit.library import Library
from pitchkit.templating.finding import choose
from pitchkit.yamlsource import Step


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every word that could be taken out without a document that changes."""
    library = subject.library
    sources = {one.source for entry in library.entries for one in entry.evidence}
    used = (
        ("themes", "theme-unused", {theme for entry in library.entries for theme in entry.themes}),
        ("policies", "policy-unused", {policy for entry in library.entries for policy in entry.policy}),
        ("sources", "source-unused", sources | {entry.published for entry in library.entries if entry.published}),
    )
    for name, code, words in used:
        for word, place in library.word_places.get(name, {}).items():
            if word not in words:
                yield warning(place.locate("id"), code, id=word)
    documents = {template.document for template in subject.templates}
    for word, place in library.word_places.get("audiences", {}).items():
        if not any(choose(subject.templates, document, word) for document in documents):
            yield warning(place.locate("id"), "audience-without-document", id=word)
    yield from _shared_names(library)


def _shared_names(library: Library) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for one in library.audiences:
        place = library.word_places["audiences"][one.id]
        named: list[tuple[str, tuple[Step, ...]]] = [(one.id, ("id",)), (one.label, ("label",))]
        for name, steps in (*named, *((alias, ("aliases", index)) for index, alias in enumerate(one.aliases))):
            owner = owners.setdefault(name.lower(), one.id)
            if owner != one.id:
                yield warning(place.locate(*steps), "audience-name-shared", name=name, other=owner)
