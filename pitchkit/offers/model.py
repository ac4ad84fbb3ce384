"""What an offer file says: what the buyer asks and by which rules, and what is answered. Frozen values.

Keys are English; the words of the trade (eis, wens, voldaan) are those of the papers that they come from.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import Field

from pitchkit.model import Day, FilledText, Frozen, Id, Silence
from pitchkit.offers.answering import Approach, Benefit, Choice, Indicator, Result, Risk, Score
from pitchkit.offers.grants import Grant
from pitchkit.offers.places import Found
from pitchkit.offers.pricing import Price, Quotation
from pitchkit.offers.rules import Form, Limit

OfferKind = Literal["tender", "quotation", "grant"]
DocumentKind = Literal["guide", "questions", "price-sheet", "clarification", "form", "other"]
RequirementType = Literal["eis", "wens", "uitsluiting", "geschiktheid", "vorm", "bewijsstuk"]
Met = Literal["open", "voldaan", "deels", "niet", "nvt", "nakijken"]
AnswerStatus = Literal["open", "concept", "klaar", "nakijken"]
ProofStatus = Literal["ontbreekt", "aangevraagd", "aanwezig"]
Shown = Literal["planning", "risks", "indicators", "proofs"]
"""A table of the whole offer that an answer can show."""

OFFER_KINDS: tuple[OfferKind, ...] = get_args(OfferKind)
KNOCK_OUT: tuple[RequirementType, ...] = ("eis", "uitsluiting", "geschiktheid", "vorm", "bewijsstuk")
"""What sets an offer aside when it is not met; a wens only earns points."""

Clock = Annotated[str, Field(pattern=r"^([01]?\d|2[0-3])[:.][0-5]\d$")]


class Change(Frozen):
    """What a later paper of the buyer changed here; the text as it was goes with it."""

    document: Id
    was: str = ""
    note: FilledText | None = None


class BuyerDocument(Frozen):
    """A file of the buyer that was read: `sha256` tells whether it is still the same file."""

    id: Id
    path: FilledText
    kind: DocumentKind = "other"
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    read: Day | None = None


class Client(Frozen):
    """Who asks."""

    name: FilledText | None = None
    department: FilledText | None = None
    contact: FilledText | None = None
    address: FilledText | None = None


class Lot(Frozen):
    """A part of the contract (perceel); `chosen` says that the offer is for it."""

    id: Id
    title: FilledText
    chosen: bool = True


class Moment(Frozen):
    """A date in the procedure or of the work; a `deadline` is one that may not go by before the offer is in."""

    id: Id
    what: FilledText
    date: Day | None = None
    time: Clock | None = None
    deadline: bool = False
    owner: FilledText | None = None
    found: Found | None = None


class Requirement(Frozen):
    """One thing the buyer demands or wishes; `knock_out` says otherwise than its type where the buyer does.

    `answer_at` is where the buyer's file has room for words, `met_at` where it asks for yes or no.
    """

    id: FilledText
    text: FilledText
    type: RequirementType = "eis"
    knock_out: bool | None = None
    lot: Id | None = None
    weight: Decimal | None = Field(default=None, ge=0, le=100)
    points: Decimal | None = Field(default=None, ge=0)
    limit: Limit = Limit()
    found: Found | None = None
    status: Met = "open"
    answer: FilledText | None = None
    answered_in: FilledText | None = None
    answer_at: Found | None = None
    met_at: Found | None = None
    proofs: tuple[Id, ...] = ()
    owner: FilledText | None = None
    deadline: Day | None = None
    note: FilledText | None = None
    changed: tuple[Change, ...] = ()
    silence: tuple[Silence, ...] = ()

    @property
    def is_knock_out(self) -> bool:
        """Whether the offer is set aside when this is not met."""
        return self.type in KNOCK_OUT if self.knock_out is None else self.knock_out


class Grade(Frozen):
    """A step of the buyer's scale: `share` of the points, from 0 to 1; with `refuses`, an offer that gets it is set aside."""

    label: FilledText
    share: Decimal = Field(ge=0, le=1)
    refuses: bool = False


class Question(Frozen):
    """One sub-question of a criterion, with what is answered.

    `text` is the buyer's; `heading` a shorter line above the answer. `entries` are the library's, `answer` is own text in
    Markdown after the promise; `shows` are tables of the whole offer that belong in this answer. `themes` and `aims` (policy
    ids) steer the match where the words of the question do not.
    """

    id: FilledText
    text: FilledText
    heading: FilledText | None = None
    weight: Decimal | None = Field(default=None, ge=0, le=100)
    points: Decimal | None = Field(default=None, ge=0)
    limit: Limit = Limit()
    found: Found | None = None
    answer_at: Found | None = None
    themes: tuple[Id, ...] = ()
    aims: tuple[Id, ...] = ()
    promise: FilledText | None = None
    answer: FilledText | None = None
    approach: tuple[Approach, ...] = ()
    results: tuple[Result, ...] = ()
    entries: tuple[Choice, ...] = ()
    risks: tuple[Risk, ...] = ()
    benefit: Benefit = Benefit()
    shows: tuple[Shown, ...] = ()
    proofs: tuple[Id, ...] = ()
    owner: FilledText | None = None
    status: AnswerStatus = "open"
    score: Score = Score()
    changed: tuple[Change, ...] = ()
    silence: tuple[Silence, ...] = ()


class Criterion(Frozen):
    """An award criterion; `weight` is its share of the whole in percent, `price` marks the one that is only about money."""

    id: FilledText
    title: FilledText
    text: FilledText | None = None
    lot: Id | None = None
    weight: Decimal | None = Field(default=None, ge=0, le=100)
    points: Decimal | None = Field(default=None, ge=0)
    limit: Limit = Limit()
    price: bool = False
    grades: tuple[Grade, ...] = ()
    found: Found | None = None
    questions: tuple[Question, ...] = ()
    changed: tuple[Change, ...] = ()
    silence: tuple[Silence, ...] = ()


class Proof(Frozen):
    """A paper that shows that something is true; `file` is where it lies, beside the offer file."""

    id: Id
    title: FilledText
    file: FilledText | None = None
    date: Day | None = None
    valid_until: Day | None = None
    status: ProofStatus = "ontbreekt"
    owner: FilledText | None = None


class BuyerQuestion(Frozen):
    """A question to the buyer for the round of questions, and the answer when it has come."""

    text: FilledText
    about: FilledText | None = None
    asked: Day | None = None
    answer: FilledText | None = None


class Unread(Frozen):
    """A line of the buyer's that was not understood: to be read by a person, and then taken out."""

    text: FilledText
    found: Found | None = None
    why: FilledText | None = None


class Offer(Frozen):
    """One offer, from the first paper of the buyer to the last answer; `valid_days` is how long it stands (gestanddoening)."""

    kind: OfferKind
    title: FilledText
    fictitious: bool = False
    audience: FilledText = "gemeente"
    client: Client = Client()
    reference: FilledText | None = None
    documents: tuple[BuyerDocument, ...] = ()
    lots: tuple[Lot, ...] = ()
    planning: tuple[Moment, ...] = ()
    valid_days: int | None = Field(default=None, ge=1, le=3650)
    form: Form = Form()
    grades: tuple[Grade, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    proofs: tuple[Proof, ...] = ()
    questions_to_buyer: tuple[BuyerQuestion, ...] = ()
    price: Price | None = None
    quotation: Quotation | None = None
    grant: Grant | None = None
    unread: tuple[Unread, ...] = ()

    @property
    def keeps_prices_apart(self) -> bool:
        """Whether the answers are judged by people who may not see a price; a quotation and a grant application show theirs."""
        return self.kind == "tender" and self.form.prices_apart

    def questions(self) -> tuple[tuple[Criterion, Question], ...]:
        """Return every question with its criterion, in the buyer's order."""
        return tuple((criterion, question) for criterion in self.criteria for question in criterion.questions)
