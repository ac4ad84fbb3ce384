"""What `pitchkit.yaml` says: the organisation, the municipality, the groups on offer and the figures. Frozen values."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from pitchkit.costs.inputs import CostsOrOmit
from pitchkit.model import Day, FilledText, Frozen, Id, Position, Recognition

Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Organisation(Frozen):
    """Who offers the groups."""

    name: FilledText | None = None
    description: FilledText | None = None
    website: Address | None = None


class Contact(Frozen):
    """Whom the reader can call."""

    name: FilledText | None = None
    role: FilledText | None = None
    phone: FilledText | None = None
    email: Email | None = None


class Aim(Frozen):
    """What the municipality wants, with the paper and the page that say so; `serves` ties it to policy frames and themes."""

    text: FilledText
    source: FilledText | None = None
    page: FilledText | None = None
    serves: tuple[Id, ...] = ()


class Tier(Frozen):
    """What accounting a municipality asks of a grant of `from_amount` euro or more, and less than `below` euro."""

    from_amount: Decimal = Field(default=Decimal(0), ge=0)
    below: Decimal | None = Field(default=None, gt=0)
    asks: FilledText
    source: FilledText | None = None


class Municipality(Frozen):
    """The municipality; `policies` are the dated policy frames that it still names, `accountability` its tiers for grants."""

    name: FilledText | None = None
    aims: tuple[Aim, ...] = ()
    result_areas: tuple[FilledText, ...] = ()
    annual_plan: FilledText | None = None
    policies: tuple[Id, ...] = ()
    accountability: tuple[Tier, ...] = ()


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
    participants: Participants = Participants()
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
    organisation: Organisation = Organisation()
    contact: Contact = Contact()
    municipality: Municipality = Municipality()
    position: Position | None = None
    requests: dict[str, FilledText] = Field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    figures: dict[str, Figure] = Field(default_factory=dict)
    costs: CostsOrOmit = None
