"""What a later paper changes in an offer: each change with what it was, what it becomes, and what has to be written for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pitchkit.offers.model import Criterion, Question, Requirement
from pitchkit.offers.places import Found
from pitchkit.offers.reading.signals.amounts import plain, squeezed
from pitchkit.offers.reading.targets import Target
from pitchkit.offers.rules import Limit
from pitchkit.yamlsource import Step
from pitchkit.yamlwriting import Append, Edit, Put, Value

ChangeKind = Literal[
    "limit",
    "weight",
    "points",
    "date",
    "time",
    "text",
    "type",
    "form",
    "new",
    "gone",
    "read-yourself",
    "note",
    "answered",
    "place",
]
_LONGEST_NOTE = 400


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what (its id, or the field of the form), from what to what, where that stands, and the edits it takes.

    `flags` says whether an answer has to be looked at again.
    """

    kind: ChangeKind
    label: str
    was: str
    becomes: str
    found: Found
    edits: tuple[Edit, ...]
    flags: tuple[str, ...] = ()


def changed_entry(found: Found, was: str, note: str) -> Mapping[str, Value]:
    """Return the note of a change that stays with what it changed."""
    entry: dict[str, Value] = {"document": found.document}
    if was:
        entry["was"] = was
    line = squeezed(note)
    if len(line) > _LONGEST_NOTE:
        line = f"{line[:_LONGEST_NOTE].rsplit(' ', 1)[0]} …"
    entry["note"] = f"{found.place}: {line}" if line else found.place
    return entry


def flagged(target: Target, *, only_answered: bool = False) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """Return the edits that have answers looked at again, and the ids of those answers."""
    item = target.item
    open_: list[tuple[tuple[Step, ...], Requirement | Question]] = []
    if isinstance(item, Requirement | Question):
        open_ = [(target.steps, item)]
    elif isinstance(item, Criterion):
        open_ = [((*target.steps, "questions", number), one) for number, one in enumerate(item.questions)]
    kept = [(steps, one) for steps, one in open_ if not (only_answered and one.status == "open")]
    return tuple(Put((*steps, "status"), "nakijken") for steps, _one in kept), tuple(one.id for _steps, one in kept)


@dataclass(frozen=True, slots=True)
class Said:
    """Where the buyer says what changes, and in which words."""

    found: Found
    note: str = ""


def on_target(
    kind: ChangeKind, target: Target, said: Said, turn: tuple[str, str] = ("", ""), edits: Sequence[Edit] = ()
) -> Change:
    """Return a change of one thing, with the note that stays with it and the flags on its answers; `turn`: from what to what."""
    was, becomes = turn
    if target.kind == "moment":
        return Change(kind, target.id, was, becomes, said.found, tuple(edits))
    marks, flags = flagged(target, only_answered=kind == "note")
    entry = Append((*target.steps, "changed"), (changed_entry(said.found, was, said.note),))
    return Change(kind, target.id, was, becomes, said.found, (*edits, *marks, entry), flags)


def limit_edits(steps: tuple[Step, ...], limit: Limit) -> tuple[Edit, ...]:
    """Return the edits that set a limit, in the units that it has."""
    values: dict[str, Value] = {"words": limit.words or 0, "pages": limit.pages or 0, "characters": limit.characters or 0}
    return tuple(Put((*steps, "limit", unit), value) for unit, value in values.items() if value)


def shown_limit(limit: Limit) -> str:
    """Return a limit in words, as the buyer would: "3 A4", "500 woorden"."""
    parts = []
    if limit.pages:
        parts.append(f"{plain(limit.pages).replace('.', ',')} A4")
    if limit.words:
        parts.append(f"{limit.words} woorden")
    if limit.characters:
        parts.append(f"{limit.characters} tekens")
    return " of ".join(parts)


def shown_rule(value: object) -> str:
    """Return the value of a rule of form as a text."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)


def joined(changes: Iterable[Change]) -> tuple[Edit, ...]:
    """Return all edits as one list: of two that set the same value the later one counts."""
    puts: dict[tuple[Step, ...], Edit] = {}
    appends: list[Edit] = []
    for change in changes:
        for one in change.edits:
            if isinstance(one, Put):
                puts[one.steps] = one
            else:
                appends.append(one)
    return (*puts.values(), *appends)
