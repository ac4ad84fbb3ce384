"""Why an entry answers a question, in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pitchkit.language import _
from pitchkit.offers.matching.ranking import Match, Sign

MOST: Final = 3
_SLIGHT: Final = 0.08
"""The share of the whole below which a sign is not worth a word."""


def reason(match: Match) -> str:
    """Return the strongest signs: words that both use, words of the question ~ words of the entry, themes and aims."""
    return "; ".join(told for told, _worth in _told(match))


def lines(match: Match) -> list[tuple[str, str]]:
    """Return every sign in words, with its share of the whole in percent."""
    return [(_tell(sign), f"{100 * sign.worth / match.total:.0f}%") for sign in match.signs]


def _told(match: Match) -> Iterator[tuple[str, float]]:
    by_asked: dict[str, list[Sign]] = {}
    for sign in match.signs:
        if sign.worth >= _SLIGHT * match.total:
            key = sign.asked.casefold() if sign.kind in ("word", "alike", "thesaurus") else f"{sign.kind} {sign.said}"
            by_asked.setdefault(key, []).append(sign)
    told = [(_together(signs), sum(sign.worth for sign in signs)) for signs in by_asked.values()]
    yield from sorted(told, key=lambda pair: (-pair[1], pair[0]))[:MOST]


def _together(signs: list[Sign]) -> str:
    first = signs[0]
    if first.kind not in ("word", "alike", "thesaurus"):
        return _tell(first)
    asked = first.asked.lower()
    said = dict.fromkeys(word.lower() for sign in signs for word in sign.said.split(", "))
    others = [word for word in said if word != asked][:2]
    return f"{asked} ~ {', '.join(others)}" if others else asked


def _tell(sign: Sign) -> str:
    if sign.kind == "theme":
        return _("theme {label}").format(label=sign.said)
    if sign.kind == "aim":
        return _("aim {label}").format(label=sign.said)
    if sign.kind == "meaning":
        return _("close in meaning")
    asked, said = sign.asked.lower(), sign.said.lower()
    return asked if asked == said else f"{asked} ~ {said}"
