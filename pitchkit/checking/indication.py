"""How the texts of a library read, for each reader: an indication beside the limits, never the level of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pitchkit import loading
from pitchkit.checking.readers import Readers, speaks_to_colleague
from pitchkit.checking.subject import Subject
from pitchkit.plain_language.limits import Limits, limits_of
from pitchkit.plain_language.measures import Reading, rare_words, read
from pitchkit.plain_language.syllables import flesch_douma
from pitchkit.profiles import NO_PROFILE
from pitchkit.project import Workspace, shipped
from pitchkit.templating.finding import TemplateFolders


@dataclass(frozen=True, slots=True)
class Indication:
    """What the texts measure that speak to one reader, and the limits for them. Shares are in a hundred."""

    reader: str
    words: int
    mean_sentence: float
    longest_sentence: int
    rare_words: float
    passives: float
    ease: float
    limits: Limits


def indicate(workspace: Workspace, today: date) -> tuple[Indication, ...]:
    """Return how texts read for each audience that has any, in the order of the library; raises ContentError."""
    library = loading.load(workspace.library, shipped("arguments"), workspace.show)
    folders = TemplateFolders.of(workspace)
    subject = Subject(library, folders, (), NO_PROFILE, library.settings.checks, workspace, today)
    readers = Readers(subject)
    readings = [(one, read(one.text)) for one in subject.passages if one.readers and not speaks_to_colleague(one.entry)]
    found: list[Indication] = []
    for audience in library.audiences:
        own = [(readers.of(passage), reading) for passage, reading in readings if audience in passage.readers]
        limits = limits_of(audience.level, subject.settings.language.get(audience.id, {}))
        rare = sum(len(rare_words(reading, readers.known_to(those))) for those, reading in own)
        if any(reading.words for _, reading in own):
            found.append(_measure(audience.id, [reading for _, reading in own], rare, limits))
    return tuple(found)


def _measure(reader: str, readings: Sequence[Reading], rare: int, limits: Limits) -> Indication:
    lengths = [len(words) for reading in readings for _, words in reading.sentences]
    texts = [word.text for reading in readings for word in reading.words]
    return Indication(
        reader,
        len(texts),
        len(texts) / len(lengths),
        max(lengths),
        100 * rare / len(texts),
        100 * sum(len(reading.passives) for reading in readings) / len(lengths),
        flesch_douma(texts, len(lengths)),
        limits,
    )
