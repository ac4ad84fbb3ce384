"""How firm the words of a text are: what it calls proven, what it promises, and what it says of everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pitchkit.claims.firm_words import (
    ABSOLUTES,
    ASKED,
    COMPARISONS,
    DENIALS,
    EFFECTS,
    GUARANTEES,
    HEDGES,
    OUTCOMES,
    PROOF,
    STEMS,
    SUPPOSED,
    WORKER,
)
from pitchkit.claims.stems import holds
from pitchkit.plain_language.prose import read_aloud, without_quotes
from pitchkit.plain_language.sentences import sentences

Strength = Literal["guarantee", "proof", "comparison", "effect", "absolute"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that claim something, as they stand, and at which character of the text they begin."""

    words: str
    start: int
    strength: Strength


def claims(text: str) -> Iterator[Claim]:
    """Yield what a text claims in its own voice, sentence by sentence, without what it doubts, denies, asks or supposes.

    What stands between quotation marks is somebody else's, and a line of a list that is no sentence goes with what leads it in.
    """
    if not holds(text, STEMS):
        return
    for sentence in sentences(without_quotes(read_aloud(text))):
        words = _stated(sentence.words)
        if words.endswith("?") or words[:1].islower():
            continue
        yield from (_claim(match, sentence.start, "guarantee") for match in _own(GUARANTEES, words))
        if not DENIALS.search(words):
            yield from (_claim(match, sentence.start, "proof") for match in _own(PROOF, words))
        yield from _effects(words, sentence.start)
        yield from _absolutes(words, sentence.start)


def _effects(words: str, start: int) -> Iterator[Claim]:
    if HEDGES.search(words) or DENIALS.search(words) or SUPPOSED.match(words):
        return
    found = [(match, "comparison") for match in COMPARISONS.finditer(words)]
    found += [(match, "effect") for match in EFFECTS.finditer(words)]
    found = [(match, strength) for match, strength in found if not _is_aim_or_work(words[: match.start()])]
    yield from (_claim(match, start, strength) for match, strength in found)  # type: ignore[arg-type]


def _is_aim_or_work(before: str) -> bool:
    return before.endswith(" te ") or bool(WORKER.search(before))


def _absolutes(words: str, start: int) -> Iterator[Claim]:
    match = ABSOLUTES.search(words)
    if match is None or HEDGES.search(words) or SUPPOSED.match(words):
        return
    denied = DENIALS.search(ABSOLUTES.sub(" ", words))
    if not denied and (OUTCOMES.search(words) or EFFECTS.search(words) or COMPARISONS.search(words)):
        yield _claim(match, start, "absolute")


def _stated(words: str) -> str:
    """Return a sentence up to where it begins to ask: “de gemeente vraagt of het bewezen is” states nothing after “vraagt”."""
    asked = ASKED.search(words)
    return words[: asked.end()] if asked else words


def _own(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(words) if not DENIALS.search(words[: match.start()]))


def _claim(match: re.Match[str], start: int, strength: Strength) -> Claim:
    return Claim(match[0].strip(), start + match.start(), strength)
