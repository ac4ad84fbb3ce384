"""What a library has against the words of a draft, each problem under the option that gave the word. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pitchkit import rules
from pitchkit.authoring.drafting import CERTAINTIES, OPTIONS, Draft, as_value
from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.library import KIND_NAMES, Library, Place
from pitchkit.model import KINDS, Entry
from pitchkit.signs import forbidden_sign
from pitchkit.suggesting import suggest_named
from pitchkit.validation import validate
from pitchkit.yamlsource import Data, Step, YamlFile
from pitchkit.yamlwriting import Value

_PLACE = "--place"
_STAND_IN = {"id": "nog-geen-id", "kind": "tip", "title": "-", "text": "-"}
"""For what an entry cannot do without, so that the rest of a draft can be looked at."""


class _Words(YamlFile):
    """The words of a draft: the place of each is the option that gave it."""

    def locate(self, steps: tuple[Step, ...]) -> Location:
        """Return the option that gave a value."""
        match steps[1:]:
            case ("consent", "until" | "channels" as name, *_):
                return Location(OPTIONS[str(name)])
            case ("evidence", _, "place"):
                return Location(_PLACE)
            case (name, *_):
                return Location(OPTIONS.get(str(name), OPTIONS["id"]))
            case _:
                return Location(OPTIONS["id"])

    def locate_key(self, steps: tuple[Step, ...]) -> Location:
        """Return the option that gave a key."""
        return self.locate(steps)

    def locate_in_text(self, steps: tuple[Step, ...], at: int) -> Location:  # noqa: ARG002 - an option has no columns
        """Return the option that gave a text."""
        return self.locate(steps)


def problems(draft: Draft, library: Library) -> list[Diagnostic]:
    """Return all that cannot be among the words of a draft; what it lacks is not told."""
    found = list(_words_not_known(draft))
    sound = replace(
        draft,
        kind=draft.kind if draft.kind in KINDS else "",
        certainty=draft.certainty if draft.certainty in CERTAINTIES else "",
        evidence=tuple((source, place or "-") for source, place in draft.evidence),
    )
    data = {**_STAND_IN, **{name: _as_data(value) for name, value in as_value(sound).items()}}
    words = _Words("", [data], "")
    entry, refused = validate(words, data, Entry, (0,))
    if refused:
        wrong = {one.location for one in refused}
        kept = {name: value for name, value in data.items() if name in _STAND_IN or words.locate((0, name)) not in wrong}
        entry, _ = validate(words, {**kept, **_STAND_IN}, Entry, (0,))
    if entry is not None:
        refused += _against_rules(words, entry, library)
    return [*found, *dict.fromkeys(refused)]


def problems_of(name: str, draft: Draft, library: Library) -> list[Diagnostic]:
    """Return what cannot be in one field of a draft."""
    options = (OPTIONS[name], *((_PLACE,) if name == "evidence" else ()))
    return [one for one in problems(draft, library) if one.location.path in options]


def _words_not_known(draft: Draft) -> Iterator[Diagnostic]:
    certainties: dict[str, tuple[str, ...]] = dict.fromkeys(CERTAINTIES, ())
    named = (("kind", draft.kind, KIND_NAMES, "kind-unknown"), ("certainty", draft.certainty, certainties, "certainty-unknown"))
    for name, word, choices, code in named:
        if word and word not in choices:
            values = {"word": word, "suggestion": suggest_named(word, choices), "choices": ", ".join(choices)}
            yield problem(Location(OPTIONS[name]), code, **values)
    for source, place in draft.evidence:
        if not place:
            yield problem(Location(_PLACE), "new-place-missing", source=source)
    for name, option in OPTIONS.items():
        if sign := forbidden_sign(_as_text(getattr(draft, name))):
            yield problem(Location(option), "control-character", sign=sign)


def _against_rules(words: YamlFile, entry: Entry, library: Library) -> Iterator[Diagnostic]:
    others = tuple(one for one in library.entries if one.id != entry.id)
    whole = replace(library, entries=(*others, entry), places={**library.places, entry.id: Place(words, 0)})
    options = {*OPTIONS.values(), _PLACE} - {OPTIONS["id"]}  # what is told of the id is what the entry lacks
    for one in rules.structure_problems(whole):
        if one.location.path in options and one.code != "short-missing":
            yield one


def _as_data(value: Value) -> Data:
    """Return a value as it would be read from a file."""
    if isinstance(value, Mapping):
        return {name: _as_data(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_as_data(inner) for inner in value]
    return "yes" if value is True else str(value)


def _as_text(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(map(_as_text, value.values()))
    return " ".join(map(_as_text, value)) if isinstance(value, tuple) else str(value)
