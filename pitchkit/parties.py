"""Who offers the groups, whom the reader can call, and the municipality, as `pitchkit.yaml` says it. Frozen values."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from pitchkit.model import FilledText, Frozen, Id

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
