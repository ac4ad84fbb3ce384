"""Whether a text that speaks of a policy of the past says that it is past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pitchkit.plain_language.sentences import sentences

_PAST: Final = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|\b(?:destijds|toen|toenmalige?|voormalige?|vroegere?|vroeger|indertijd|oude(?:re)?|inmiddels|niet meer|ooit)\b",
    re.IGNORECASE,
)


_PAST_TENSE: Final = re.compile(
    r"\b(?:was|waren|werd|werden|had|hadden|wilde|wilden|ging|gingen|vroeg|vroegen|moest|moesten|kon|konden|gold|golden|kwam|kwamen"
    r"|liep|liepen|stond|stonden|sprak|spraken|noemde|noemden|verwachtte|verwachtten|paste|pasten|sloot|sloten|betaalde|betaalden"
    r"|verving|vervingen|verviel|vervielen|afgelopen|vervallen|ingetrokken|beëindigd|opgeheven)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """The name of a policy frame in a text, and at which character it begins."""

    words: str
    start: int


def is_told_as_past(text: str, names: Iterable[str] = ()) -> bool:
    """Return whether a text gives a year, or says in words or by its tense that it speaks of earlier days.

    The year in one of the `names` does not count. Where the text calls something by a name, the tense of those sentences counts.
    """
    called = [sentence.words for sentence in sentences(text) if any(mentions(sentence.words, names))]
    if any(_PAST_TENSE.search(words) for words in called or [text]):
        return True
    return bool(_PAST.search(_without(text, names)))


def mentions(text: str, names: Iterable[str]) -> Iterator[Mention]:
    """Yield where a text calls something by one of its names, in any case of letters."""
    small = text.lower()
    for name in (one for one in names if one.lower() in small):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Mention(match[0], match.start())


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text
