"""Which entry goes to which question: the best ones, each entry once in the offer, and no two that say the same in one answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from pitchkit.model import Entry
from pitchkit.offers.matching.ranking import Match
from pitchkit.offers.matching.shelf import Shelf

GOOD: Final = 50
"""The score from which an entry is good enough to be written down."""
MOST: Final = 4
"""The most entries that are written down for one question."""
_BESIDE_THE_BEST: Final = 0.75
_THE_SAME: Final = 0.5


def choose(shelf: Shelf, ranked: Mapping[str, tuple[Match, ...]], taken: Collection[str]) -> dict[str, tuple[Match, ...]]:
    """Return what is chosen for each question, by its key; what is `taken` already is not chosen again.

    Where two questions want an entry, the one that it answers best gets it; of equal ones, the first.
    """
    order = {key: number for number, key in enumerate(ranked)}
    wanted = [(match, key) for key, matches in ranked.items() for match in matches if _is_good(match, matches[0])]
    wanted.sort(key=lambda pair: (-pair[0].score, -pair[0].total, order[pair[1]], pair[0].entry.id))
    given = set(taken)
    chosen: dict[str, list[Match]] = {key: [] for key in ranked}
    for match, key in wanted:
        beside = chosen[key]
        if match.entry.id in given or len(beside) == MOST or is_said(shelf, match.entry, beside):
            continue
        beside.append(match)
        given.add(match.entry.id)
    return {key: tuple(matches) for key, matches in chosen.items()}


def apart(shelf: Shelf, matches: tuple[Match, ...], number: int) -> tuple[Match, ...]:
    """Return the best so many, without those that say nearly the same as a better one."""
    kept: list[Match] = []
    for match in matches:
        if len(kept) == number:
            break
        if not is_said(shelf, match.entry, kept):
            kept.append(match)
    return tuple(kept)


def is_said(shelf: Shelf, entry: Entry, others: Collection[Match]) -> bool:
    """Return whether one of the others says nearly the same in the same words."""
    return any(shelf.likeness(entry, other.entry) >= _THE_SAME for other in others)


def _is_good(match: Match, best: Match) -> bool:
    return match.score >= GOOD and match.score >= _BESIDE_THE_BEST * best.score
