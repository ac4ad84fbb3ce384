"""What one document is asked to be. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from pitchkit.model import Audience, Channel, FilledText, Frozen, Id, Kind, Position
from pitchkit.profile import Group, Profile

if TYPE_CHECKING:
    from pitchkit.costs.outcomes import Outcomes
    from pitchkit.offers.answers import OfferPart


class Section(Frozen):
    """What a template asks the library for under one name.

    `themes` narrows and orders; `most` and `most_per_theme` are numbers of entries; `length` is the wording one starts with;
    `keep` says that a word limit never takes an entry out of this section; `positions` asks only for entries that belong to a
    funding position.
    """

    kinds: tuple[Kind, ...] = Field(min_length=1)
    themes: tuple[Id, ...] = ()
    most: int | None = Field(default=None, ge=1)
    most_per_theme: int | None = Field(default=None, ge=1)
    length: Literal["full", "short"] = "full"
    keep: bool = False
    positions: bool = False


class FrontMatter(Frozen):
    """The head of a template: what it is called, for whom it is, what it asks for and what it cannot do without.

    With `offers` it is for the offers of these kinds, and made from an offer file only. `channels` are those by which the
    document goes out: what somebody did not agree to there stays out.
    """

    title: FilledText
    subtitle: FilledText | None = None
    audiences: tuple[FilledText, ...] = Field(min_length=1)
    needs: tuple[FilledText, ...] = ()
    groups: Literal["all", "one", "none"] = "all"
    notes: bool = True
    max_words: int | None = Field(default=None, ge=1)
    contents: bool = False
    offers: tuple[Literal["tender", "quotation", "grant"], ...] = ()
    channels: tuple[Channel, ...] = ()
    sections: dict[str, Section] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """One request for one document.

    `themes` narrows the arguments (empty: all); `group` is the one that a flyer or announcement is about; `groups` are those on
    offer; `max_words` counts words of the body; `costs` are the outcomes of the cost model, where the profile has its figures;
    `offer` is what the document says of an offer, for the documents of one; `channels` are those by which it goes out.
    """

    document: str
    audience: Audience
    date: date
    profile: Profile
    position: Position | None
    themes: tuple[str, ...]
    groups: tuple[Group, ...]
    group: Group | None
    max_words: int | None
    final: bool
    costs: Outcomes | None = None
    offer: OfferPart | None = None
    channels: tuple[Channel, ...] = ()
