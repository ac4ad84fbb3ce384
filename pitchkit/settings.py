"""What `library.yaml` says: the words of documents, how strict checks are, what is asked of reviews and coverage. Frozen."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from pitchkit.model import FilledText, Frozen, Id, Kind, Position


class DocumentWords(Frozen):
    """The few words that every document needs, in the library's language."""

    page: FilledText
    of: FilledText
    see_note: FilledText
    to_fill_in: FilledText
    contents: FilledText | None = None
    fictitious: FilledText | None = None


class Checks(Frozen):
    """How strict `pitchkit check` is in this library.

    `severity` is for codes that are warnings by themselves; `language` holds thresholds, by audience and by name. A recognition
    older than `recognition_years` is to be looked up again: that is this library's own term, not the scheme's.
    """

    recognition_years: int = Field(default=5, ge=1, le=50)
    severity: dict[FilledText, Literal["error", "warning", "off"]] = Field(default_factory=dict)
    language: dict[Id, dict[FilledText, Decimal]] = Field(default_factory=dict)

    def over(self, base: Checks) -> Checks:
        """Return what holds where this is said on top of what another library says: what is not said here is said there."""
        names = [*base.language, *(name for name in self.language if name not in base.language)]
        language = {name: {**base.language.get(name, {}), **self.language.get(name, {})} for name in names}
        said = {name: getattr(self, name) for name in self.model_fields_set}
        return base.model_copy(update={**said, "severity": {**base.severity, **self.severity}, "language": language})


class ReviewRules(Frozen):
    """What the library asks of reviews: whether a final document needs them, and after how many months one is due again."""

    required: bool = False
    term: int | None = Field(default=None, ge=1, le=600)


class Floor(Frozen):
    """At least so many entries: for a reader, with a theme, of a kind, with a short wording of their own.

    What is not named does not matter; a floor without an audience holds for each that is not `opt_in`.
    """

    audience: Id | None = None
    theme: Id | None = None
    kind: Kind | None = None
    length: Literal["short"] | None = None
    least: int = Field(ge=1)


class Coverage(Frozen):
    """What a library wants to have: `floors` fail the check.

    `soon` is how many days ahead an end date counts as near; a newest source from longer than `source_years` ago counts as old.
    """

    floors: tuple[Floor, ...] = ()
    soon: int = Field(default=90, ge=0, le=3650)
    source_years: int = Field(default=10, ge=1, le=100)


class Settings(Frozen):
    """`library.yaml`: the library's language, the names that its documents give to profile fields, positions and types of group.

    `cost_words` are the words for what the cost model says, each under its key in `costs.labels`; `without` switches off entries
    of the library that this one extends.
    """

    extends: Literal["pitchkit"] | None = None
    language: FilledText = "nl-NL"
    words: DocumentWords | None = None
    fields: dict[str, FilledText] = Field(default_factory=dict)
    positions: dict[Position, FilledText] = Field(default_factory=dict)
    group_types: dict[Id, FilledText] = Field(default_factory=dict)
    cost_words: dict[str, FilledText] = Field(default_factory=dict)
    without: tuple[Id, ...] = ()
    checks: Checks = Checks()
    review: ReviewRules | None = None
    coverage: Coverage = Coverage()
