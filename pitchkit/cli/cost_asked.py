"""What `pitchkit cost --ask` asks: each question as data, with the model that says what may be answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from pitchkit.costs.inputs import (
    ELEMENTS,
    Completion,
    Costs,
    GroupExpense,
    GroupFigures,
    GroupSize,
    HourRate,
    Hours,
    HoursPerClient,
    HoursPerYear,
    HourSupplement,
    Overhead,
    ScenarioFigures,
    Share,
    Sourced,
)
from pitchkit.costs.labels import input_word
from pitchkit.diagnostics import Diagnostic
from pitchkit.model import Frozen
from pitchkit.profile import Group
from pitchkit.validation import validate
from pitchkit.yamlsource import Data, YamlFile


@dataclass(frozen=True, slots=True)
class Question:
    """One figure: the keys below `costs`, its unit, how a number of this kind is written, and the model that takes it.

    `choices` are words to choose from, each with the key of its text; `not_below` leads to a number that is no larger.
    """

    steps: tuple[str, ...]
    unit: str
    example: str
    model: type[Frozen]
    choices: dict[str, str] = field(default_factory=dict)
    is_yes_no: bool = False
    may_be_empty: bool = False
    not_below: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The key of what it is called."""
        return input_word(self.place)

    @property
    def place(self) -> str:
        """How messages call its place in the profile."""
        return ".".join(("costs", *self.steps))

    def as_data(self, value: str) -> Data:
        """Return an answer as the profile would hold it, with any year and source."""
        return {"value": value, "year": "2000", "source": "-"} if issubclass(self.model, Sourced) else value

    def refusals(self, value: str) -> tuple[Diagnostic, ...]:
        """Return what the profile has against an answer."""
        data = self.as_data(value)
        found = validate(YamlFile(self.place, None, ""), data if isinstance(data, dict) else {self.steps[-1]: data}, self.model)[
            1
        ]
        return tuple(one for one in found if one.code != "field-missing")


_EURO, _HOURS, _SHARE, _PEOPLE = ("unit.euro", "unit.hours", "unit.share", "unit.people")
_HOUR_MODELS: dict[str, type[Sourced]] = {
    "professional": HourRate,
    "overhead": Overhead,
    "non_productive": Share,
    "travel_and_training": HourSupplement,
    "indexation": Share,
    "municipal_obligations": HourSupplement,
}
_SIZES: tuple[tuple[str, ...], ...] = tuple(("group", "participants", name) for name in ("min", "planned", "max"))

QUESTIONS = (
    Question(("group", "sessions"), "unit.sessions", "6", GroupFigures),
    Question(("group", "hours"), _HOURS, "2.5", GroupFigures),
    Question(("group", "facilitators"), _PEOPLE, "2", GroupFigures),
    Question(_SIZES[0], _PEOPLE, "6", GroupSize),
    Question(_SIZES[1], _PEOPLE, "6", GroupSize, not_below=_SIZES[0]),
    Question(_SIZES[2], _PEOPLE, "6", GroupSize, not_below=_SIZES[1]),
    Question(("group", "preparation"), _HOURS, "12.5", Hours),
    Question(("group", "coordination"), _HOURS, "12.5", Hours),
    Question(("group", "intake"), _HOURS, "1.5", Hours),
    Question(("group", "evaluation"), _HOURS, "1.5", Hours),
    Question(("group", "room_and_material"), _EURO, "250.00", GroupExpense),
    Question(("group", "completion"), _SHARE, "0.35", Completion),
    Question(("individual", "hours"), _HOURS, "12.5", HoursPerClient),
    Question(("individual", "completion"), _SHARE, "0.35", Completion),
    Question(("relation",), "", "", Costs, choices={name: f"relation.{name}" for name in ("replaces", "precedes", "on_top")}),
    Question(("hours_not_bought",), "", "", Costs, is_yes_no=True),
    Question(("hours_per_year",), _HOURS, "1200", HoursPerYear, may_be_empty=True),
)
"""Everything below `costs` but the hour; the examples show how a number is written and are no figures."""


SCENARIO_QUESTIONS = tuple(
    Question(("scenarios", scenario, name), unit, example, model, may_be_empty=True)
    for scenario in ("low", "high")
    for name, unit, example, model in (
        ("participants", _PEOPLE, "6", ScenarioFigures),
        ("completion", _SHARE, "0.35", Completion),
    )
)
"""For who wants scenarios of their own; what is expected is the plan itself."""


def questions_of_hour(has_tariff: bool | None) -> tuple[Question, ...]:
    """Return what to ask about an hour: its tariff, or its elements and a risk margin; nothing where it is settled."""
    if has_tariff is None:
        return ()
    if has_tariff:
        return (Question(("hour", "tariff"), "unit.euro-per-hour", "12.50", HourRate),)
    elements = [_element(name) for name in ELEMENTS]
    return (*elements, Question(("hour", "risk"), _SHARE, "0.35", Share, may_be_empty=True))


def is_wanted(question: Question, group: Group, relation: str | None) -> bool:
    """Return whether a question has to be asked: not what the group in the profile says, nor what cannot be."""
    if question.is_yes_no:
        return relation == "replaces"
    said: object = group if question.steps[0] == "group" else None
    for step in question.steps[1:]:
        said = getattr(said, step, None)
    return said is None


def _element(name: str) -> Question:
    model = _HOUR_MODELS[name]
    is_amount = issubclass(model, HourRate | HourSupplement)
    return Question(("hour", name), "unit.euro-per-hour" if is_amount else _SHARE, "12.50" if is_amount else "0.35", model)
