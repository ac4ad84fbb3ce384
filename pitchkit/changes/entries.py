"""One entry before and after: which texts were reworded, and what else was changed about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pitchkit.changes import prose
from pitchkit.model import Entry, Evidence, Frozen

_TEXTS = ("title", "text", "short")
_NOT_ARGUED = ("id", *_TEXTS, "versions", "silence")
"""What is told in another way, or says nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text that changed, and the keys that lead to it; empty where there was or is none."""

    steps: tuple[str, ...]
    before: str
    after: str

    @property
    def audience(self) -> str:
        """The reader whose version it is, or an empty text for the words that everybody gets."""
        return self.steps[1] if self.steps[0] == "versions" else ""

    @property
    def field(self) -> str:
        """The name of the text: title, text or short."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class Retagging:
    """What went from a field and what came; a field with one value has at most one of each."""

    field: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed about one entry; another id is told by `before` and `after`."""

    before: Entry
    after: Entry
    rewordings: tuple[Rewording, ...]
    retaggings: tuple[Retagging, ...]

    def __bool__(self) -> bool:
        return bool(self.rewordings or self.retaggings or self.is_renamed)

    @property
    def is_renamed(self) -> bool:
        """Whether the entry has another id now."""
        return self.before.id != self.after.id


def compare(before: Entry, after: Entry) -> Change:
    """Return what changed in an entry; how lines are broken and quotes are typed is no change."""
    return Change(before, after, tuple(_rewordings(before, after)), tuple(retaggings(before, after, _NOT_ARGUED)))


def texts(entry: Entry) -> dict[tuple[str, ...], str]:
    """Return every text of an entry under the keys that lead to it, the versions by name."""
    found: dict[tuple[str, ...], str] = {(name,): getattr(entry, name) or "" for name in _TEXTS}
    for audience in sorted(entry.versions):
        found |= {("versions", audience, name): getattr(entry.versions[audience], name) or "" for name in _TEXTS}
    return {steps: text for steps, text in found.items() if text}


def retaggings(before: Frozen, after: Frozen, without: tuple[str, ...]) -> Iterator[Retagging]:
    """Yield what went and came in each field of a value, but for those to do without, in the order of its model."""
    for name in type(after).model_fields:
        if name in without:
            continue
        old, new = ({_word(one): None for one in _many(getattr(value, name))} for value in (before, after))
        if set(old) != set(new):
            yield Retagging(name, tuple(one for one in old if one not in new), tuple(one for one in new if one not in old))


def _rewordings(before: Entry, after: Entry) -> Iterator[Rewording]:
    old, new = texts(before), texts(after)
    for steps in {**old, **new}:
        was, now = old.get(steps, ""), new.get(steps, "")
        if prose.canonical(was) != prose.canonical(now):
            yield Rewording(steps, was, now)


def _many(value: object) -> tuple[object, ...]:
    if value is None:
        return ()
    if isinstance(value, Mapping):
        return tuple(f"{key}: {_word(value[key])}" for key in sorted(value))
    return value if isinstance(value, tuple) else (value,)


def _word(value: object) -> str:
    if isinstance(value, Evidence):
        return f"{value.source} ({prose.canonical(value.place)})"
    if isinstance(value, Frozen):
        parts = {name: getattr(value, name) for name in type(value).model_fields}
        return ", ".join(
            f"{name} {'/'.join(map(_word, _many(one)))}" for name, one in parts.items() if one not in (None, False, ())
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    return prose.canonical(str(value))
