"""What a library holds: entries, the readers they are for, themes, policy frames and sources. Frozen values.

The door to pydantic, with `profile`. Field descriptions are for who writes YAML; a schema can be made from them.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

Kind = Literal[
    "argument",
    "objection",
    "tip",
    "step",
    "prerequisite",
    "condition",
    "indication",
    "contraindication",
    "experience",
    "definition",
    "factor",
    "policy",
    "example",
]
Certainty = Literal["mogelijk", "aannemelijk", "onderbouwd"]
Position = Literal["contract", "overeenkomst", "vermarkten", "aanbesteding"]
Channel = Literal["print", "mail", "website", "social", "conversation"]

KINDS: tuple[Kind, ...] = get_args(Kind)
POSITIONS: tuple[Position, ...] = get_args(Position)

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
FilledText = Annotated[str, Field(min_length=1)]
Stamp = Annotated[str, Field(pattern=r"^[0-9]+-[0-9a-f]{12}$")]


def _read_day(value: object) -> object:
    # Left alone, pydantic takes digits for the seconds since 1970.
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        raise PydanticCustomError("date_parsing", "not a date") from None


Day = Annotated[date, BeforeValidator(_read_day)]


class Frozen(BaseModel):
    """A value that cannot change and refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Version(Frozen):
    """Another wording for one audience; what is left out is taken from the entry."""

    title: FilledText | None = None
    text: FilledText | None = None
    short: FilledText | None = None


class Evidence(Frozen):
    """Where an entry comes from: a source of the library and the place in it."""

    source: Id
    place: FilledText


class Recognition(Frozen):
    """An intervention's recognition in a database, on a date; `until` is the end of its term, where the database gives one."""

    name: FilledText
    level: FilledText
    url: FilledText
    date: Day
    until: Day | None = None


class Consent(Frozen):
    """What a participant has agreed to: for which documents, by which channels, until when, and whether it was taken back.

    Without `channels` it is for all of them.
    """

    purposes: tuple[FilledText, ...] = Field(min_length=1)
    channels: tuple[Channel, ...] = ()
    until: Day | None = None
    withdrawn: bool = False

    def is_over(self, day: date) -> bool:
        """Return whether it was taken back, or has ended on this day."""
        return self.withdrawn or (self.until is not None and self.until < day)


class Silence(Frozen):
    """A warning that somebody looked at and accepts, with the reason."""

    code: FilledText
    reason: FilledText


class Entry(Frozen):
    """One thing that can be said or done."""

    id: Id
    kind: Kind
    title: FilledText
    text: FilledText
    short: FilledText | None = None
    audiences: tuple[Id, ...] = ()
    versions: dict[str, Version] = Field(default_factory=dict)
    themes: tuple[Id, ...] = ()
    keywords: tuple[FilledText, ...] = ()
    certainty: Certainty | None = None
    evidence: tuple[Evidence, ...] = ()
    recognition: Recognition | None = None
    requires: tuple[FilledText, ...] = ()
    positions: tuple[Position, ...] = ()
    answers: tuple[Id, ...] = ()
    policy: tuple[Id, ...] = ()
    valid_until: Day | None = None
    weight: int = Field(default=50, ge=0, le=100)
    published: Id | None = None
    consent: Consent | None = None
    fictitious: bool = False
    silence: tuple[Silence, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that it rests on, each once: of its evidence, and where it was published."""
        return tuple(dict.fromkeys((*(one.source for one in self.evidence), *([self.published] if self.published else []))))

    def is_for(self, audience: Audience) -> bool:
        """Return whether it names this audience, or names none and the audience does not have to be named."""
        return audience.id in self.audiences or not (self.audiences or audience.opt_in)

    def wording(self, audience: str) -> Wording:
        """Return the words for this audience; `short` is the text itself where the entry has no shorter one."""
        version = self.versions.get(audience)
        if version is None:
            return Wording(title=self.title, text=self.text, short=self.short or self.text)
        text = version.text or self.text
        return Wording(
            title=version.title or self.title, text=text, short=version.short or (text if version.text else self.short or text)
        )


class Wording(Frozen):
    """An entry's words for one audience; `text` and `short` are Markdown."""

    title: str
    text: str
    short: str


class Audience(Frozen):
    """A reader: how to address them, what to call the people concerned, and what reading level to aim for."""

    id: Id
    label: FilledText
    reader: FilledText
    aliases: tuple[FilledText, ...] = ()
    address: Literal["u", "je"]
    people: FilledText
    level: Literal["B1", "B2", "C1"]
    opt_in: bool = False


class Theme(Frozen):
    """A line of reasoning, with other words for it."""

    id: Id
    label: FilledText
    words: tuple[FilledText, ...] = ()


class WordGroup(Frozen):
    """Words for one thing: `asks` as buyers and policymakers say it, `says` as our entries do."""

    id: Id
    asks: tuple[FilledText, ...] = Field(min_length=1)
    says: tuple[FilledText, ...] = Field(min_length=1)


class JargonWord(Frozen):
    """Words that are hard for readers: what to write `instead`, or a term that may stand, with what it means.

    `audiences` are the readers for whom it is hard. Left out, a word with something `instead` is hard for all, and a term for
    none. A term is for readers to whom it is hard only where the text explains it.
    """

    id: Id
    words: tuple[FilledText, ...] = Field(min_length=1)
    instead: FilledText | None = None
    audiences: tuple[Id, ...] = ()
    explanation: FilledText | None = None

    def is_hard_for(self, audience: Audience) -> bool:
        """Return whether readers of this audience stumble over it."""
        return audience.id in self.audiences or bool(self.instead and not self.audiences)


class PolicyFrame(Frozen):
    """A policy frame or aim; `dated` is the year in which it ends or ended: from the next year on it has passed.

    `words` are other names for it, by which a text can be seen to speak of it.
    """

    id: Id
    label: FilledText
    kind: FilledText
    words: tuple[FilledText, ...] = ()
    dated: int | None = Field(default=None, ge=1900, le=2200)


class Source(Frozen):
    """A source; only one of type research can carry `onderbouwd`."""

    id: Id
    title: FilledText
    author: FilledText
    publisher: FilledText | None = None
    year: FilledText
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    type: Literal["practice", "research", "law", "policy"]
    short: FilledText
    note: FilledText | None = None
    limit: FilledText | None = None


class Review(Frozen):
    """Somebody's word that an entry is right as it stands: the stamp of what was read, and of what it rests on."""

    entry: Id
    stamp: Stamp
    by: FilledText
    date: Day
    until: Day | None = None
    sources: dict[Id, Stamp] = Field(default_factory=dict)
    entries: dict[Id, Stamp] = Field(default_factory=dict)
