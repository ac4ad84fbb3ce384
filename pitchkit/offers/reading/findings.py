"""What is found in a paper, piece by piece and in its order, before it is an offer. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from pitchkit.offers.model import Grade, RequirementType
from pitchkit.offers.places import Found
from pitchkit.offers.reading.signals.limits import Scope
from pitchkit.offers.rules import Limit

NO_LIMIT = Limit()
NameKey = Literal["client", "department", "contact", "address", "reference", "title", "valid_days", "ceiling"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was read but is not sure: `code` names why, `words` fill in its text."""

    code: str
    found: Found
    words: str = ""


@dataclass(frozen=True, slots=True)
class FoundDemand:
    """A requirement, a wish, a ground for exclusion, a proof: whatever one meets or not."""

    text: str
    type: RequirementType
    found: Found
    number: str = ""
    knock_out: bool | None = None
    answer_at: Found | None = None
    weight: Decimal | None = None
    points: Decimal | None = None
    limit: Limit = NO_LIMIT
    lot: str = ""
    note: str = ""
    met_at: Found | None = None


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """Something that asks for an answer in words."""

    text: str
    found: Found
    number: str = ""
    answer_at: Found | None = None
    weight: Decimal | None = None
    points: Decimal | None = None
    limit: Limit = NO_LIMIT


@dataclass(frozen=True, slots=True)
class FoundCriterion:
    """An award criterion with its questions; `is_overview` says that it stood in a list of all, without what is asked."""

    title: str
    found: Found
    number: str = ""
    text: str = ""
    weight: Decimal | None = None
    points: Decimal | None = None
    limit: Limit = NO_LIMIT
    price: bool = False
    lot: str = ""
    grades: tuple[Grade, ...] = ()
    questions: tuple[FoundQuestion, ...] = ()
    is_overview: bool = False


@dataclass(frozen=True, slots=True)
class FoundLimit:
    """A limit that is for more than the text it stands with."""

    limit: Limit
    scope: Scope
    found: Found


@dataclass(frozen=True, slots=True)
class FoundForm:
    """Rules of form: the fields of `Form` that a line sets."""

    fields: dict[str, Any]
    found: Found


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A date of the procedure."""

    what: str
    day: date | None
    time: str
    deadline: bool
    found: Found


@dataclass(frozen=True, slots=True)
class FoundName:
    """One thing that an offer has once; the first that is found counts. `is_labelled` says that a label stood before it."""

    key: NameKey
    value: str
    found: Found
    is_labelled: bool = False


@dataclass(frozen=True, slots=True)
class FoundLot:
    """A part of the contract."""

    number: str
    title: str
    found: Found


@dataclass(frozen=True, slots=True)
class FoundScale:
    """The scale of grades for all criteria."""

    grades: tuple[Grade, ...]
    found: Found


@dataclass(frozen=True, slots=True)
class FoundPrice:
    """A line of the price sheet."""

    what: str
    quantity: Decimal | None
    unit: str
    found: Found
    answer_at: Found | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """A line that was not understood; `why` is the code of the reason."""

    text: str
    found: Found
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A line that explains and demands nothing: it is counted, not listed."""

    found: Found
    section: str


Finding: TypeAlias = (
    FoundDemand | FoundQuestion | FoundCriterion | FoundLimit | FoundForm | FoundMoment | FoundName | FoundLot | FoundScale
    | FoundPrice | Left | Explained | Doubt
)  # fmt: skip
