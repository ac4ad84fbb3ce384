"""Warnings that somebody accepted, in place and with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pitchkit.diagnostics import Diagnostic, problem, warning
from pitchkit.model import Silence
from pitchkit.offers.loading import LoadedOffer
from pitchkit.yamlsource import Step


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left to be told, and how many warnings were silenced."""

    diagnostics: tuple[Diagnostic, ...]
    silenced: int

    def beside(self, more: Iterable[Diagnostic]) -> Heard:
        """Return the same with more to be told."""
        return Heard((*self.diagnostics, *more), self.silenced)


def silence(loaded: LoadedOffer, diagnostics: Iterable[Diagnostic], errors: Iterable[str]) -> Heard:
    """Return what is not silenced; a silence that silences nothing, or tries to silence an error, is told itself."""
    left: list[Diagnostic] = []
    spans = tuple(_spans(loaded))
    used: set[tuple[Step, ...]] = set()
    count = 0
    for one in diagnostics:
        silenced_by = next((steps for silenced, steps, first, last in spans if _covers(one, silenced, first, last)), None)
        if silenced_by is None:
            left.append(one)
        else:
            used.add(silenced_by)
            count += 1
    known = set(errors)
    for silenced, steps, _, _ in spans:
        where = loaded.locate(*steps, "code")
        if silenced.code in known:
            left.append(problem(where, "silence-of-error", code=silenced.code))
        elif steps not in used:
            left.append(warning(where, "silence-unused", code=silenced.code))
    return Heard(tuple(left), count)


def _covers(one: Diagnostic, silenced: Silence, first: int, last: int) -> bool:
    return one.severity == "warning" and one.code == silenced.code and first <= one.location.line < last


def _spans(loaded: LoadedOffer) -> Iterator[tuple[Silence, tuple[Step, ...], int, int]]:
    """Yield every silence with the lines it speaks of: the whole requirement, criterion or question that it stands in."""
    holders: list[tuple[tuple[Step, ...], tuple[Silence, ...]]] = [
        (("requirements", number), one.silence) for number, one in enumerate(loaded.offer.requirements)
    ]
    for number, criterion in enumerate(loaded.offer.criteria):
        holders.append((("criteria", number), criterion.silence))
        holders += [(("criteria", number, "questions", n), one.silence) for n, one in enumerate(criterion.questions)]
    for steps, silences in holders:
        first, last = loaded.file.lines_of(steps)
        yield from ((one, (*steps, "silence", number), first, last) for number, one in enumerate(silences))
