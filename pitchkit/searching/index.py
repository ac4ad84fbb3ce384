"""A library as words that can be looked up: which word stands in which field of which entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pitchkit.library import Library
from pitchkit.model import Entry
from pitchkit.searching import reading
from pitchkit.searching.reading import Token

FieldName = Literal["title", "id", "keywords", "short", "text", "themes", "policy", "sources"]
FIELDS: Final[tuple[FieldName, ...]] = get_args(FieldName)
"""The fields that are searched, from where a word says most about an entry to where it says least."""


@dataclass(frozen=True, slots=True)
class Field:
    """A text of an entry; `audience` is for whom it is worded so, empty for the default wording."""

    entry_id: str
    name: FieldName
    audience: str
    text: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A word in a field."""

    field: Field
    token: Token


class Index:
    """Every word of some entries, by lemma."""

    def __init__(self, fields: Iterable[Field]) -> None:
        read = [(field, tuple(reading.tokens(field.text))) for field in fields]
        self.fields = tuple(field for field, _ in read)
        self._entries = len({field.entry_id for field, _ in read})
        self._lemma_of = reading.lemmas(token.word for _, tokens in read for token in tokens)
        self._spots: dict[str, list[Spot]] = {}
        for field, tokens in read:
            for token in tokens:
                self._spots.setdefault(self._lemma_of[token.word], []).append(Spot(field, token))
        self._folded: dict[str, set[str]] = {}
        for word, lemma in self._lemma_of.items():
            for form in (word, lemma):
                self._folded.setdefault(reading.fold(form), set()).add(lemma)
        self._written = {reading.fold(word): word for word in sorted(self._lemma_of, reverse=True)}

    @property
    def lemmas(self) -> tuple[str, ...]:
        """Every lemma, in the order of the alphabet."""
        return tuple(sorted(self._spots))

    @property
    def forms(self) -> tuple[str, ...]:
        """Every word as it is typed in haste, in the order of the alphabet."""
        return tuple(sorted(self._folded))

    def spots(self, lemma: str) -> list[Spot]:
        """Return the places of a lemma."""
        return self._spots.get(lemma, [])

    def lemmas_of_form(self, form: str) -> tuple[str, ...]:
        """Return the lemmas that are written like this, but for accents."""
        return tuple(sorted(self._folded.get(form, ())))

    def written(self, form: str) -> str:
        """Return a word as the library writes it, with its accents."""
        return self._written.get(form, form)

    def spread(self, *lemmas: str) -> float:
        """Return in which part of the entries one of these lemmas stands."""
        return len({spot.field.entry_id for one in lemmas for spot in self.spots(one)}) / max(1, self._entries)

    def lemma(self, word: str) -> str:
        """Return the lemma of a lowercase word, whether it stands in the library or not."""
        return self._lemma_of.get(word) or reading.lemmas([word])[word]


def fields_of(library: Library, entries: Iterable[Entry], audience: str) -> Iterator[Field]:
    """Yield what is searched of entries: in the wording for an audience, or in every wording for none."""
    labels = _Labels(library)
    for entry in entries:
        yield from _worded(entry, audience) if audience else _worded_for_all(entry)
        tags: tuple[tuple[FieldName, str], ...] = (
            ("id", entry.id),
            ("keywords", ", ".join(entry.keywords)),
            ("themes", "; ".join(labels.themes[one] for one in entry.themes)),
            ("policy", ", ".join(labels.policies[one] for one in entry.policy)),
            ("sources", "; ".join(labels.sources[one] for one in entry.sources)),
        )
        yield from (Field(entry.id, name, "", reading.plain(text)) for name, text in tags if text)


def _worded_for_all(entry: Entry) -> Iterator[Field]:
    """Yield every wording, and nothing again for a reader who gets the same words."""
    said: set[tuple[FieldName, str]] = set()
    for reader in ("", *entry.versions):
        for field in _worded(entry, reader):
            if (field.name, field.text) not in said:
                said.add((field.name, field.text))
                yield field


def _worded(entry: Entry, audience: str) -> Iterator[Field]:
    wording = entry.wording(audience)
    version = entry.versions.get(audience)
    named = audience if version else ""
    yield Field(entry.id, "title", named, reading.plain(wording.title))
    yield Field(entry.id, "text", named, reading.plain(wording.text))
    if wording.short != wording.text:
        yield Field(entry.id, "short", named, reading.plain(wording.short))


class _Labels:
    """The words under which themes, policies and sources are found."""

    def __init__(self, library: Library) -> None:
        self.themes: Mapping[str, str] = {one.id: ", ".join((one.label, *one.words)) for one in library.themes}
        self.policies: Mapping[str, str] = {one.id: one.label for one in library.policies}
        self.sources: Mapping[str, str] = {
            one.id: ", ".join(dict.fromkeys((one.short, one.author, one.title))) for one in library.sources
        }
