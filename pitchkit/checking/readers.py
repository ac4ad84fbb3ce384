"""Who a text speaks to, and what may be asked of its language for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from pitchkit.checking.subject import Passage, Subject
from pitchkit.model import Audience, Entry, JargonWord
from pitchkit.plain_language.jargon import PhraseList
from pitchkit.plain_language.limits import Limits, limits_of
from pitchkit.plain_language.sentences import words
from pitchkit.rules import COACHING_KINDS

Form = Literal["u", "je"]


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of a text: what messages call them, how they are addressed, and the limits for them.

    Without an audience it is the groepswerker, who reads the tips and steps for any reader.
    """

    label: str
    address: Form
    limits: Limits
    audience: Audience | None = None

    def stumbles_over(self, word: JargonWord) -> bool:
        """Return whether a word of the list is hard for this reader."""
        return word.is_hard_for(self.audience) if self.audience else bool(word.instead and not word.audiences)


@dataclass(frozen=True)
class Readers:
    """The readers of a library, and the words that it says something about."""

    subject: Subject

    def of(self, passage: Passage) -> tuple[Reader, ...]:
        """Return who a text speaks to; nobody for one that no reader gets."""
        if not passage.readers:
            return ()
        if speaks_to_colleague(passage.entry):
            return (Reader("", "je", limits_of("B2", {})),)
        return tuple(self._by_id[audience.id] for audience in passage.readers)

    @cached_property
    def _by_id(self) -> dict[str, Reader]:
        return {one.id: self._reader(one) for one in self.subject.library.audiences}

    def _reader(self, audience: Audience) -> Reader:
        own: dict[str, Decimal] = self.subject.settings.language.get(audience.id, {})
        return Reader(audience.id, audience.address, limits_of(audience.level, own), audience)

    @cached_property
    def jargon(self) -> dict[str, JargonWord]:
        """Return what the library says of a word or phrase."""
        return {phrase: one for one in self.subject.library.jargon for phrase in one.words}

    @cached_property
    def phrases(self) -> PhraseList:
        """Return what finds these words in a text."""
        return PhraseList(self.jargon)

    def known_to(self, readers: tuple[Reader, ...]) -> frozenset[str]:
        """Return the words, in lowercase, that these readers know beside common ones: terms of the list, and names of sources."""
        key = tuple(reader.label for reader in readers)
        if key not in self._known:
            said = {word.text.lower() for phrase in self._known_phrases(readers) for word in words(phrase)}
            self._known[key] = frozenset(said)
        return self._known[key]

    @cached_property
    def named(self) -> frozenset[str]:
        """Return every word, in lowercase, that the library has in its list of jargon or in the names of its sources."""
        phrases = (*self.jargon, *self._names())
        return frozenset(word.text.lower() for phrase in phrases for word in words(phrase))

    @cached_property
    def _known(self) -> dict[tuple[str, ...], frozenset[str]]:
        return {}

    def _known_phrases(self, readers: tuple[Reader, ...]) -> Iterator[str]:
        for one in self.subject.library.jargon:
            if (one.explanation and not one.instead) or not any(reader.stumbles_over(one) for reader in readers):
                yield from one.words
        yield from self._names()

    def _names(self) -> Iterator[str]:
        library = self.subject.library
        yield from (audience.people for audience in library.audiences)
        for source in library.sources:
            yield from filter(None, (source.author, source.publisher, source.short))


def speaks_to_colleague(entry: Entry) -> bool:
    """Return whether an entry coaches the groepswerker, whoever the reader of the document is."""
    return entry.kind in COACHING_KINDS
