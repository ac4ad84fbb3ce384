"""Which entries fit what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
from pitchkit.library import KIND_NAMES, Library
from pitchkit.model import KINDS, POSITIONS, Certainty, Entry
from pitchkit.suggesting import suggest, suggest_named


@dataclass(frozen=True, slots=True)
class Asked:
    """What entries should have: one of the words under every name that has any. A position asks for entries written for it."""

    audiences: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()

    def fits(self, library: Library, entry: Entry) -> bool:
        """Return whether an entry has all that is asked for; audiences are named by id."""
        return (
            (not self.audiences or any(entry.is_for(one) for one in library.audiences if one.id in self.audiences))
            and (not self.kinds or entry.kind in self.kinds)
            and _share(self.themes, entry.themes)
            and _share(self.sources, entry.sources)
            and _share(self.positions, entry.positions)
            and _share(self.policies, entry.policy)
            and (not self.certainties or entry.certainty in self.certainties)
        )


def find(library: Library, asked: Asked) -> tuple[Entry, ...]:
    """Return the entries that fit all that is asked for, by kind, weight and id; raises CommandError for unknown words."""
    known = understood(library, asked)
    fitting = [entry for entry in library.entries if known.fits(library, entry)]
    return tuple(sorted(fitting, key=lambda entry: (KINDS.index(entry.kind), -entry.weight, entry.id)))


def understood(library: Library, asked: Asked) -> Asked:
    """Return what is asked with audiences by their ids; raises CommandError for every word that the library does not know."""
    found = list(_unknown(library, asked))
    if found:
        raise CommandError(found)
    readers = (library.audience(name) for name in asked.audiences)
    return replace(asked, audiences=tuple(dict.fromkeys(one.id for one in readers if one)))


def unknown_audience(library: Library, word: str) -> Diagnostic:
    """Return the problem of a reader that is not there."""
    names = [name for one in library.audiences for name in (one.id, *one.aliases)]
    every = ", ".join(one.id for one in library.audiences)
    return problem(Location("--audience"), "audience-unknown", word=word, suggestion=suggest(word, names), choices=every)


def _share(asked: Sequence[str], has: Iterable[str]) -> bool:
    return not asked or any(one in asked for one in has)


def _unknown(library: Library, asked: Asked) -> Iterator[Diagnostic]:
    yield from (unknown_audience(library, word) for word in asked.audiences if library.audience(word) is None)
    vocabularies: tuple[tuple[str, Sequence[str], Mapping[str, Sequence[str]], str], ...] = (
        ("--kind", asked.kinds, KIND_NAMES, "kind-unknown"),
        ("--theme", asked.themes, library.names("themes"), "theme-unknown"),
        ("--source", asked.sources, library.names("sources"), "source-unknown"),
        ("--position", asked.positions, dict.fromkeys(POSITIONS, ()), "position-unknown"),
        ("--policy", asked.policies, library.names("policies"), "policy-unknown"),
        ("--certainty", asked.certainties, dict.fromkeys(get_args(Certainty), ()), "certainty-unknown"),
    )
    for option, words, choices, code in vocabularies:
        every = sorted(choices)
        for word in words:
            if word not in every:
                suggestion = suggest_named(word, choices)
                yield problem(Location(option), code, word=word, suggestion=suggestion, choices=", ".join(every))
