"""A grant application: activities, budget and cover plan, what accounting the municipality asks, state aid, annexes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from pitchkit.model import Day, FilledText, Frozen, Id

Amount = Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]
"""Euro, to the cent."""


class Activity(Frozen):
    """What is done, to which end, with which result."""

    id: Id
    goal: FilledText
    activity: FilledText
    result: FilledText | None = None
    period: FilledText | None = None
    group: Id | None = None


class BudgetItem(Frozen):
    """A cost: `group` times `quantity` from the cost model, or an own `amount` in euro."""

    id: Id
    what: FilledText
    group: Id | None = None
    quantity: Decimal = Field(default=Decimal(1), gt=0)
    amount: Amount | None = None
    note: FilledText | None = None


class CoverItem(Frozen):
    """Where money comes from, in euro; `requested` marks the grant that is applied for."""

    id: Id
    what: FilledText
    amount: Amount
    requested: bool = False
    status: Literal["toegezegd", "aangevraagd", "verwacht"] | None = None


class Aid(Frozen):
    """De-minimis aid received before, in euro."""

    grantor: FilledText
    amount: Amount
    date: Day


class DeMinimis(Frozen):
    """The statement on state aid; `limit` (euro in three years) and its source are what the municipality's form names.

    `asked: no` says that this scheme asks for none.
    """

    asked: bool = True
    received: tuple[Aid, ...] = ()
    none_received: bool = False
    limit: Amount | None = None
    source: FilledText | None = None


class Annex(Frozen):
    """A paper that goes with the application."""

    title: FilledText
    present: bool = False
    note: FilledText | None = None


class Grant(Frozen):
    """A grant application under a scheme of the municipality."""

    scheme: FilledText | None = None
    period: FilledText | None = None
    reason: FilledText | None = None
    activities: tuple[Activity, ...] = ()
    budget: tuple[BudgetItem, ...] = ()
    cover: tuple[CoverItem, ...] = ()
    de_minimis: DeMinimis | None = None
    annexes: tuple[Annex, ...] = ()
    signatory: FilledText | None = None
    signatory_role: FilledText | None = None
