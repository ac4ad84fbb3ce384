"""Words for everything that the cost model says: in English for the terminal; documents take the Dutch ones from the library."""

from __future__ import annotations

from collections.abc import Mapping

from pitchkit.costs.derivation import Given, Line
from pitchkit.language import _, mark

TEXTS: dict[str, str] = {
    "hour.tariff": mark("tariff per hour"),
    "hour.professional": mark("professional"),
    "hour.non_productive": mark("non-productive hours"),
    "hour.overhead": mark("overhead"),
    "hour.travel_and_training": mark("travel and training"),
    "hour.municipal_obligations": mark("obligations of the municipality"),
    "hour.before_indexation": mark("cost of an hour before indexation"),
    "hour.indexation": mark("indexation"),
    "hour.risk": mark("risk margin"),
    "hour": mark("cost of an hour"),
    "fixed.sessions": mark("sessions"),
    "fixed.preparation": mark("preparation"),
    "fixed.coordination": mark("coordination"),
    "fixed.room_and_material": mark("room and material"),
    "fixed": mark("fixed cost of a group"),
    "variable.intake": mark("intake of one participant"),
    "variable.evaluation": mark("evaluation of one participant"),
    "variable": mark("variable cost of one participant"),
    "individual.starter": mark("individual help for one person who starts"),
    "individual.completer": mark("individual help for one person who completes it"),
    "group.total": mark("whole cost of the group"),
    "group.starter": mark("group, for each person who starts"),
    "group.completer": mark("group, for each person who completes it"),
    "break_even.room.starter": mark("what one more person who starts leaves for the fixed cost"),
    "break_even.room.completer": mark("what one more participant leaves for the fixed cost, counted for who completes it"),
    "break_even.starter": mark("break-even for each person who starts"),
    "break_even.completer": mark("break-even for each person who completes it"),
    "hours.group": mark("hours that the group takes"),
    "hours.individual": mark("hours of individual help for the same people"),
    "hours.freed": mark("hours freed"),
    "hours.freed.extra": mark("hours freed: none, the group takes more hours"),
    "hours.freed.signed": mark("hours freed (below zero: more hours)"),
    "hours.freed.precedes": mark("hours freed: none, the group comes before individual help"),
    "hours.freed.on_top": mark("hours freed: none, the group comes on top of individual help"),
    "saving.individual": mark("individual help for the same people"),
    "saving": mark("saving: hours that are really not bought"),
    "waiting_list.individual": mark("people per year with individual help"),
    "waiting_list.per_group": mark("hours for one group"),
    "waiting_list.groups": mark("groups per year with the same hours"),
    "waiting_list.group": mark("people per year in groups"),
    "waiting_list.extra": mark("difference in people per year with the same hours"),
    "unit.euro": mark("euro"),
    "unit.euro-per-hour": mark("euro per hour"),
    "unit.hours": mark("hours"),
    "unit.share": mark("share"),
    "unit.people": mark("people"),
    "unit.facilitators": mark("facilitators"),
    "unit.groups": mark("groups"),
    "unit.sessions": mark("sessions"),
    "rounding.cents": mark("to cents"),
    "rounding.exact": mark("not rounded"),
    "rounding.up": mark("up to a whole number"),
    "rounding.down": mark("down to a whole number"),
    "reason.dearer": mark("the group costs more than individual help for each person who completes it"),
    "reason.precedes": mark("the group comes before individual help and does not replace it"),
    "reason.on_top": mark("the group comes on top of individual help and does not replace it"),
    "reason.no-hours-freed": mark("the group frees no hours"),
    "relation.replaces": mark("the group replaces individual help"),
    "relation.precedes": mark("the group comes before individual help"),
    "relation.on_top": mark("the group comes on top of individual help"),
    "scenario.low": mark("low"),
    "scenario.expected": mark("expected"),
    "scenario.high": mark("high"),
    "heading.inputs": mark("Input"),
    "heading.calculation": mark("Calculation"),
    "heading.sensitivity": mark("Sensitivity"),
    "heading.scenarios": mark("Scenarios"),
    "heading.hour": mark("Cost of an hour"),
    "heading.group": mark("Fixed and variable cost"),
    "heading.individual": mark("Individual help"),
    "heading.person": mark("Cost per person"),
    "heading.break_even": mark("Break-even"),
    "heading.hours": mark("Hours"),
    "heading.saving": mark("Saving"),
    "heading.waiting_list": mark("Waiting list"),
    "column.figure": mark("figure"),
    "column.value": mark("value"),
    "column.unit": mark("unit"),
    "column.year": mark("year"),
    "column.source": mark("source"),
    "column.key": mark("key in the profile"),
    "column.result": mark("result"),
    "column.formula": mark("formula"),
    "column.rounding": mark("rounding"),
    "column.participants": mark("participants"),
    "column.group": mark("group"),
    "column.individual": mark("individual help"),
    "input.hour.tariff": mark("tariff per hour"),
    "input.hour.professional": mark("cost of the professional per hour"),
    "input.hour.overhead": mark("share for overhead"),
    "input.hour.non_productive": mark("share of non-productive hours"),
    "input.hour.travel_and_training": mark("travel and training per hour"),
    "input.hour.indexation": mark("share for indexation"),
    "input.hour.municipal_obligations": mark("cost of the municipality’s obligations per hour"),
    "input.hour.risk": mark("share for risk"),
    "input.group.sessions": mark("number of sessions"),
    "input.group.hours": mark("hours per session"),
    "input.group.facilitators": mark("number of facilitators"),
    "input.group.participants.min": mark("smallest number of participants"),
    "input.group.participants.planned": mark("planned number of participants"),
    "input.group.participants.max": mark("largest number of participants"),
    "input.group.preparation": mark("hours of preparation for one group"),
    "input.group.coordination": mark("hours of coordination for one group"),
    "input.group.intake": mark("hours of intake for one participant"),
    "input.group.evaluation": mark("hours of evaluation for one participant"),
    "input.group.room_and_material": mark("room and material for one group"),
    "input.group.completion": mark("share of starters who complete the group"),
    "input.individual.hours": mark("hours of individual help for one person"),
    "input.individual.completion": mark("share of starters who complete individual help"),
    "input.hours_per_year": mark("hours per year for these people"),
    "input.relation": mark("group beside individual help"),
    "input.hours_not_bought": mark("hours that become free are really not bought"),
    "input.scenario.participants": mark("number of participants in the scenario"),
    "input.scenario.completion": mark("share of starters who complete it in the scenario"),
    "input.sensitivity.completion": mark("share that completes it, to compare with"),
    "part.participants": mark("number of participants"),
    "part.groups": mark("number of groups"),
    "part.completion": mark("share that completes it"),
    "word.yes": mark("yes"),
    "word.no": mark("no"),
    "word.none": mark("does not exist"),
    "word.from_profile": mark("the profile"),
    "word.dearer": mark("group dearer than individual help, for each person who completes it"),
    "word.dearer_cells": mark("Bold on grey: dearer than individual help for each person who completes it."),
}
"""Key to text: keys of lines, and others such as `unit.euro`; the `cost_words` of a library has the same keys."""


def terminal_words() -> dict[str, str]:
    """Return every text in the language of the terminal."""
    return {key: _(text) for key, text in TEXTS.items()}


def word_of(words: Mapping[str, str], key: str) -> str:
    """Return the word for a key, or the key itself where a library of its own has none."""
    return words.get(key, key)


def line_key(line: Line) -> str:
    """Return the key of the word for a line: of hours freed that are below zero, it says what they are."""
    return "hours.freed.extra" if line.key == "hours.freed" and line.result < 0 else line.key


def figure_label(key: str, words: Mapping[str, str]) -> str:
    """Return what the figure at a key is called, with its scenario where it belongs to one."""
    name, place = word_of(words, input_word(key)), key.removeprefix("costs.").split(".")
    return f"{name} ({word_of(words, f'scenario.{place[1]}')})" if place[0] == "scenarios" else name


def input_key(figure: Given) -> str:
    """Return the key of the word for a given figure, whichever group or scenario it belongs to."""
    return input_word(figure.key)


def input_word(key: str) -> str:
    """Return the key of the word for the figure at a key of the profile."""
    root, *rest = key.removeprefix("costs.").split(".")
    if root in ("groups", "scenarios"):
        return ".".join(["input", root.removesuffix("s"), *rest[1:]])
    return ".".join(["input", root, *rest])
