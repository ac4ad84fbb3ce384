"""What `costs:` in `pitchkit.yaml` says: the cost of an hour, a group and the help it is compared with. Frozen values.

Every figure has a year and a source; shares are written as 0.35. What spans more than one field is for `checks`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainValidator
from pydantic_core import PydanticCustomError, PydanticKnownError

from pitchkit.model import FilledText, Frozen, Id

Relation = Literal["replaces", "precedes", "on_top"]
ScenarioName = Literal["low", "expected", "high"]

HIGHEST_HOUR_COST = Decimal(1000)
"""Euro per hour; more than this is a mistake in typing."""
MOST_SESSIONS = 200
MOST_FACILITATORS = 20
MOST_PARTICIPANTS = 100
SHORTEST_SESSION = Decimal("0.25")
"""Hours; shorter than this is a mistake in typing."""
LONGEST_SESSION = Decimal(24)
"""Hours."""


def _not_above(value: Decimal, limit: Decimal) -> Decimal:
    if value > limit:
        raise PydanticCustomError("share_range", "not a share")
    return value


def _share_that_divides(value: Decimal) -> Decimal:
    if value >= 1:
        raise PydanticCustomError("share_range", "not a share")
    return value


def _share_of_people(value: Decimal) -> Decimal:
    return _not_above(value, Decimal(1))


def _share_of_overhead(value: Decimal) -> Decimal:
    return _not_above(value, Decimal(2))


class Sourced(Frozen):
    """A figure one can defend: with its year and source."""

    value: Decimal
    year: int = Field(ge=1900, le=2200)
    source: FilledText


class HourRate(Sourced):
    """Euro per hour of work."""

    value: Annotated[Decimal, Field(ge=1, le=HIGHEST_HOUR_COST)]


class HourSupplement(Sourced):
    """Euro that comes on top of every hour of work."""

    value: Annotated[Decimal, Field(ge=0, le=HIGHEST_HOUR_COST)]


class Share(Sourced):
    """A share from 0 to below 1, such as 0.35."""

    value: Annotated[Decimal, Field(ge=0), AfterValidator(_share_that_divides)]


class Overhead(Sourced):
    """A share of the cost of a productive hour, from 0 to 2."""

    value: Annotated[Decimal, Field(ge=0), AfterValidator(_share_of_overhead)]


class Completion(Sourced):
    """The share of starters that completes, above 0 up to 1."""

    value: Annotated[Decimal, Field(gt=0), AfterValidator(_share_of_people)]


class Hours(Sourced):
    """Hours of work, 0 or more."""

    value: Annotated[Decimal, Field(ge=0, le=1000)]


class HoursPerClient(Sourced):
    """Hours of individual help for one client."""

    value: Annotated[Decimal, Field(ge=Decimal("0.25"), le=1000)]


class HoursPerYear(Sourced):
    """Hours of work in one year."""

    value: Annotated[Decimal, Field(ge=1, le=1_000_000)]


class GroupExpense(Sourced):
    """Euro for one group."""

    value: Annotated[Decimal, Field(ge=0, le=100_000)]


class Hour(Frozen):
    """What an hour costs: one given tariff, or the six elements of art. 5.4 lid 3 Uitvoeringsbesluit Wmo 2015.

    Euro per hour: `tariff`, `professional` (a), `travel_and_training` (d), `municipal_obligations` (f). Shares: `overhead` (b),
    `non_productive` (c), `indexation` (e) and `risk`, a margin that the decree does not name and that stays a line of its own.
    """

    tariff: HourRate | None = None
    professional: HourRate | None = None
    overhead: Overhead | None = None
    non_productive: Share | None = None
    travel_and_training: HourSupplement | None = None
    indexation: Share | None = None
    municipal_obligations: HourSupplement | None = None
    risk: Share | None = None


ELEMENTS = ("professional", "overhead", "non_productive", "travel_and_training", "indexation", "municipal_obligations")
"""The fields of `Hour` that stand for elements a to f of art. 5.4 lid 3 Uitvoeringsbesluit Wmo 2015, in that order."""


class GroupSize(Frozen):
    """Numbers of participants that take the place of those of the group in the profile."""

    min: int | None = Field(default=None, ge=1, le=MOST_PARTICIPANTS)
    planned: int | None = Field(default=None, ge=1, le=MOST_PARTICIPANTS)
    max: int | None = Field(default=None, ge=1, le=MOST_PARTICIPANTS)


class GroupFigures(Frozen):
    """One group of the profile, with what it takes beside its sessions.

    Hours per group: `preparation`, `coordination`. Hours per participant: `intake`, `evaluation`. Euro per group:
    `room_and_material`. `completion` is a share. The rest takes the place of what the profile says about the group; `hours` are
    hours per session.
    """

    id: Id
    preparation: Hours
    coordination: Hours
    intake: Hours
    evaluation: Hours
    room_and_material: GroupExpense
    completion: Completion
    sessions: int | None = Field(default=None, ge=1, le=MOST_SESSIONS)
    hours: Decimal | None = Field(default=None, ge=SHORTEST_SESSION, le=LONGEST_SESSION)
    facilitators: int | None = Field(default=None, ge=1, le=MOST_FACILITATORS)
    participants: GroupSize = Field(default_factory=GroupSize)


class Individual(Frozen):
    """The help that the group is compared with: hours per client, and the share of clients that completes it."""

    hours: HoursPerClient
    completion: Completion


class ScenarioFigures(Frozen):
    """One scenario; left out, the participants are the group's min, planned or max, and the completion is the group's."""

    participants: int | None = Field(default=None, ge=1, le=MOST_PARTICIPANTS)
    completion: Completion | None = None


class ScenarioSet(Frozen):
    """The range within which the outcome will lie."""

    low: ScenarioFigures = Field(default_factory=ScenarioFigures)
    expected: ScenarioFigures = Field(default_factory=ScenarioFigures)
    high: ScenarioFigures = Field(default_factory=ScenarioFigures)


class Costs(Frozen):
    """Everything that the comparison needs.

    `relation` says whether the group replaces individual help, precedes it or comes on top; `hours_not_bought` that the hours it
    frees are really not bought; `hours_per_year` is what there is for these clients, for the effect on a waiting list.
    """

    hour: Hour
    group: GroupFigures
    individual: Individual
    relation: Relation
    hours_not_bought: bool = False
    hours_per_year: HoursPerYear | None = None
    scenarios: ScenarioSet = Field(default_factory=ScenarioSet)


def _read_costs(value: object) -> Literal["omit"] | Costs | None:
    # A union would put the name of the refused choice among the keys that lead to a mistake.
    if value is None or isinstance(value, Costs):
        return value
    if value == "omit":
        return "omit"
    if isinstance(value, str):
        raise PydanticKnownError("literal_error", {"expected": "'omit'"})
    return Costs.model_validate(value)


CostsOrOmit = Annotated[
    Literal["omit"] | Costs | None,
    PlainValidator(_read_costs, json_schema_input_type=Literal["omit"] | Costs | None),
]
"""The field `costs` of a profile: figures, `omit` to leave costs out of every document, or nothing yet."""
