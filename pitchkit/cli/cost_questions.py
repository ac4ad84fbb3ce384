"""`pitchkit cost --ask`: one question for each figure that the profile does not have yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pitchkit import project, terminal, yamlsource
from pitchkit.cli import asking, cost_answers
from pitchkit.cli.cost_asked import QUESTIONS, SCENARIO_QUESTIONS, Question, is_wanted, questions_of_hour
from pitchkit.costs.inputs import Sourced
from pitchkit.costs.labels import TEXTS, figure_label, terminal_words
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.language import _
from pitchkit.profile import Group, Profile
from pitchkit.project import Workspace
from pitchkit.suggesting import suggest
from pitchkit.validation import validate
from pitchkit.yamlsource import Data, YamlFile


def ask(workspace: Workspace) -> None:
    """Ask for what is missing and write it into the profile, in which nothing else changes.

    Raises:
        ContentError: there is no profile or no group in it, what is there is wrong, or the answers do not go together.
    """
    if workspace.profile is None:
        raise ContentError([problem(Location(project.PROFILE_NAME), "cost-no-profile")])
    file = yamlsource.read(workspace.profile, workspace.show(workspace.profile))
    profile, there = cost_answers.what_is_there(file)
    if not profile.groups:
        raise ContentError([problem(file.locate(("groups",)), "cost-no-group")])
    terminal.say(_("Type what you know, with a year and a source for each figure. Ctrl+C stops, and then nothing is written."))
    session = _Session(there, _group(profile, there, file))
    session.run()
    if session.answers:
        cost_answers.write(workspace, file, session.answers)
    else:
        terminal.say(_("Nothing is missing. See what it comes to with: pitchkit cost"))


class _Session:
    """The questions, one after the other; `answers` is what has to be added to `costs`."""

    def __init__(self, there: Mapping[str, Data], group: Group) -> None:
        self.there = there
        self.group = group
        self.answers: dict[str, Any] = {}
        self._year = self._source = ""

    def run(self) -> None:
        """Ask everything that is missing."""
        self._hour()
        if _at(self.there, ("group", "id")) is None:
            _put(self.answers, ("group", "id"), self.group.id)
        for question in QUESTIONS:
            if _at(self.there, question.steps) is None and is_wanted(question, self.group, self._known(("relation",))):
                self._ask(question)
        if self.there.get("scenarios") is None and _wants_scenarios():
            for question in SCENARIO_QUESTIONS:
                self._ask(question)

    def _hour(self) -> None:
        hour = self.there.get("hour")
        has_tariff: bool | None = None
        if not hour:
            text = _("Do you have one tariff for an hour of work? If not, it is built up from its elements")
            has_tariff = asking.ask_whether(text)
        elif isinstance(hour, dict) and "tariff" not in hour:
            has_tariff = False
        for question in questions_of_hour(has_tariff):
            if _at(self.there, question.steps) is None:
                self._ask(question)

    def _ask(self, question: Question) -> None:
        if question.is_yes_no:
            _put(self.answers, question.steps, asking.ask_whether(_(TEXTS[question.word])))
            return
        for word, key in question.choices.items():
            terminal.say(f"  {word}: {_(TEXTS[key])}")
        choices = tuple(question.choices)
        while value := asking.ask(_text_of(question), may_be_empty=question.may_be_empty, choices=choices):
            value = _with_point(value)
            refusals = question.refusals(value) or self._too_small(question, value) or self._out_of_order(question, value)
            if not refusals:
                _put(self.answers, question.steps, self._sourced(value) if issubclass(question.model, Sourced) else value)
                return
            terminal.show_problems(refusals)

    def _too_small(self, question: Question, value: str) -> tuple[Diagnostic, ...]:
        least = self._known(question.not_below) or self._of_group(question.not_below)
        if least is None or int(value) >= int(least):
            return ()
        return (problem(Location(question.place), "group-size", id=self.group.id),)

    def _out_of_order(self, question: Question, value: str) -> tuple[Diagnostic, ...]:
        if question not in SCENARIO_QUESTIONS:
            return ()
        costs = _merged(self.there, self.answers)
        _put(costs, question.steps, question.as_data(value))
        return cost_answers.against_scenarios(costs, self.group)

    def _known(self, steps: tuple[str, ...]) -> str | None:
        found = _at(self.there, steps) or _at(self.answers, steps)
        return found if isinstance(found, str) else None

    def _of_group(self, steps: tuple[str, ...]) -> str | None:
        number = getattr(self.group.participants, steps[-1]) if steps else None
        return None if number is None else str(number)

    def _sourced(self, value: str) -> dict[str, str]:
        """Return a figure with the year and the source that are asked for; Enter takes those of the figure before."""
        self._year = _ask_until_right("year", _("  the year of this figure"), self._year)
        self._source = _ask_until_right("source", _("  where this figure comes from"), self._source)
        return {"value": value, "year": self._year, "source": self._source}


def _ask_until_right(name: str, text: str, before: str) -> str:
    """Return an answer that the field of a figure with this name takes."""
    while True:
        answer = asking.ask(text, before)
        data: dict[str, Data] = {"value": "1", "year": "2000", "source": "-", name: answer}
        refusals = validate(YamlFile("costs", None, ""), data, Sourced)[1]
        if not refusals:
            return answer
        terminal.show_problems(refusals)


def _group(profile: Profile, there: Mapping[str, Data], file: YamlFile) -> Group:
    """Return the group that the costs are about: the one they name, the only one, or the one that is chosen."""
    by_id = {group.id: group for group in profile.groups}

    def unknown(where: Location, word: str) -> Diagnostic:
        return problem(where, "group-unknown", word=word, choices=", ".join(by_id), suggestion=suggest(word, by_id))

    named = _at(there, ("group", "id"))
    if isinstance(named, str) and named not in by_id:
        raise ContentError([unknown(file.locate(("costs", "group", "id")), named)])
    word = named if isinstance(named, str) else profile.groups[0].id if len(by_id) == 1 else ""
    while word not in by_id:
        if word:
            terminal.show_problems([unknown(Location("costs.group.id"), word)])
        word = asking.ask(_("the group that costs are about: {choices}").format(choices=", ".join(by_id)), choices=tuple(by_id))
    return by_id[word]


def _text_of(question: Question) -> str:
    label = figure_label(question.place, terminal_words())
    if question.choices:
        return f"{label} ({', '.join(question.choices)})"
    if question.unit == "unit.share":
        text = _("{label}, with 0.35 for 35%").format(label=label)
    else:
        unit = _(TEXTS[question.unit])
        text = _("{label}, in {unit}, written like {example}").format(label=label, unit=unit, example=question.example)
    return _("{question}; Enter if there is none").format(question=text) if question.may_be_empty else text


def _wants_scenarios() -> bool:
    text = _("Do you have a low and a high scenario of your own? If not, they follow from the group")
    return asking.ask_whether(text, before=False)


def _with_point(value: str) -> str:
    digits, comma, decimals = value.partition(",")
    return f"{digits}.{decimals}" if comma and digits.isdigit() and decimals.isdigit() else value


def _at(data: Mapping[str, Any], steps: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever stands there
    found: Any = data if steps else None
    for step in steps:
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _merged(there: Mapping[str, Any], answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers beside what is there; neither changes."""
    both = {key: _merged(there.get(key) or {}, value) if isinstance(value, Mapping) else value for key, value in answers.items()}
    return {**there, **both}


def _put(answers: dict[str, Any], steps: tuple[str, ...], value: object) -> None:
    *above, name = steps
    for step in above:
        answers = answers.setdefault(step, {})
    answers[name] = value
