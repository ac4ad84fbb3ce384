"""What `pitchkit.yaml` says: the parties, the groups on offer and the figures. Frozen values."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from pitchkit.costs.inputs import CostsOrOmit
from pitchkit.model import Day, FilledText, Frozen, Id, Position, Recognition
from pitchkit.parties import Contact, Municipality, Organisation


class Participants(Frozen):
    """How many people a group has."""

    min: int | None = Field(default=None, ge=1)
    planned: int | None = Field(default=None, ge=1)
    max: int | None = Field(default=None, ge=1)


class Group(Frozen):
    """One group on offer; `hours` are hours per session."""

    id: Id
    name: FilledText
    for_whom: FilledText | None = None
    goal: FilledText | None = None
    type: Id | None = None
    sessions: int | None = Field(default=None, ge=1)
    hours: Decimal | None = Field(default=None, gt=0, le=24)
    participants: Participants = Field(default_factory=Participants)
    facilitators: int | None = Field(default=None, ge=1)
    start: Day | None = None
    time: FilledText | None = None
    place: FilledText | None = None
    price: FilledText | None = None
    indications: tuple[FilledText, ...] = ()
    contraindications: tuple[FilledText, ...] = ()
    signup: FilledText | None = None
    recognition: Recognition | None = None


class Figure(Frozen):
    """A number one can defend: with its unit, year and source."""

    value: Decimal
    unit: FilledText
    year: int = Field(ge=1900, le=2200)
    source: FilledText


class Outcome(Frozen):
    """What should change for participants, and how one sees that."""

    text: FilledText
    instrument: FilledText | None = None
    moment: FilledText | None = None


class Profile(Frozen):
    """A profile; everything may be left out, and what a document then misses is an open field."""

    fictitious: bool = False
    organisation: Organisation = Field(default_factory=Organisation)
    contact: Contact = Field(default_factory=Contact)
    municipality: Municipality = Field(default_factory=Municipality)
    position: Position | None = None
    requests: dict[str, FilledText] = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    figures: dict[str, Figure] = Field(default_factory=dict)
    costs: CostsOrOmit = None
