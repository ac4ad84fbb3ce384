"""The library as a value: what stands in it, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from pitchkit.diagnostics import Location
from pitchkit.model import KINDS, Audience, Entry, JargonWord, Kind, PolicyFrame, Source, Theme, WordGroup
from pitchkit.settings import Settings
from pitchkit.yamlsource import Step, YamlFile

Named: TypeAlias = Literal["audiences", "themes", "policies", "sources", "entries"]
"""The parts of a library whose items are named by others."""

_DUTCH: dict[Kind, tuple[str, ...]] = {
    "objection": ("bezwaar", "bezwaren", "tegenwerping"),
    "step": ("stap", "stappen"),
    "prerequisite": ("voorkennis",),
    "condition": ("voorwaarde", "voorwaarden", "randvoorwaarde"),
    "indication": ("indicatie",),
    "contraindication": ("contra-indicatie",),
    "experience": ("ervaring", "ervaringen", "verhaal"),
    "definition": ("begrip", "definitie"),
    "factor": ("werkzame factor",),
    "policy": ("beleid", "beleidskader"),
    "example": ("voorbeeld", "voorbeelden"),
}
KIND_NAMES: dict[str, tuple[str, ...]] = {kind: _DUTCH.get(kind, ()) for kind in KINDS}
"""What the kinds are called in Dutch."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its file and its position in it."""

    file: YamlFile
    index: int

    def locate(self, *steps: Step) -> Location:
        """Return the place of a value within the item."""
        return self.file.locate((self.index, *steps))

    def locate_key(self, *steps: Step) -> Location:
        """Return the place of a key within the item."""
        return self.file.locate_key((self.index, *steps))

    def lines(self) -> tuple[int, int]:
        """Return the first line of the item and the first line after it."""
        return self.file.lines_of((self.index,))

    def holds(self, where: Location) -> bool:
        """Return whether a place lies within the lines of the item."""
        if where.path != self.file.path:
            return False
        first, end = self.lines()
        return first <= where.line < end

    def line_of_text(self, *steps: Step, line: int) -> Location:
        """Return the place of a line (from 0) of a text within the item."""
        return self.file.line_of_text((self.index, *steps), line)

    def locate_in_text(self, *steps: Step, at: int) -> Location:
        """Return the place of a character (from 0) of a text within the item, as the entry has it: without space around it."""
        return self.file.locate_in_text((self.index, *steps), at)


@dataclass(frozen=True)
class Library:
    """A library without problems in its structure; `name` is what messages call it.

    `word_places` says where the words of each vocabulary stand: under `themes`, `policies` and so on, by id. `replaced` says
    where the entries stand of the library that it extends, for which it has one of its own.
    """

    name: str
    settings: Settings
    audiences: tuple[Audience, ...]
    themes: tuple[Theme, ...]
    policies: tuple[PolicyFrame, ...]
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    places: dict[str, Place]
    thesaurus: tuple[WordGroup, ...] = ()
    settings_files: tuple[YamlFile, ...] = ()
    word_places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    jargon: tuple[JargonWord, ...] = ()
    replaced: Mapping[str, Place] = field(default_factory=dict)

    @cached_property
    def entry_by_id(self) -> dict[str, Entry]:
        """Every entry by its id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def theme_by_id(self) -> dict[str, Theme]:
        """Every theme by its id, in the library's order."""
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def policy_by_id(self) -> dict[str, PolicyFrame]:
        """Every policy frame by its id, in the library's order."""
        return {policy.id: policy for policy in self.policies}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source by its id, in the library's order."""
        return {source.id: source for source in self.sources}

    @property
    def files(self) -> tuple[YamlFile, ...]:
        """The files that hold anything of it, by path."""
        places = [*self.places.values(), *(place for words in self.word_places.values() for place in words.values())]
        found = {file.path: file for file in (*self.settings_files, *(place.file for place in places))}
        return tuple(found[path] for path in sorted(found))

    def locate_setting(self, *steps: Step) -> Location:
        """Return the place of a key in the settings of the library: in the file that says it last."""
        files = [file for file in self.settings_files if file.says(steps)]
        return files[-1].locate_key(steps) if files else Location(self.name)

    def names(self, part: Named) -> dict[str, tuple[str, ...]]:
        """Return what its readers, themes, policy frames, sources or entries are called beside their ids, by id."""
        match part:
            case "audiences":
                return {one.id: (one.label, *one.aliases) for one in self.audiences}
            case "themes":
                return {one.id: (one.label, *one.words) for one in self.themes}
            case "policies":
                return {one.id: (one.label, *one.words) for one in self.policies}
            case "sources":
                return {one.id: (one.title, one.short, one.author) for one in self.sources}
            case "entries":
                return {one.id: (one.title,) for one in self.entries}

    def audience(self, name: str) -> Audience | None:
        """Return the audience with this id, label or alias, in any case of letters, or None."""
        wanted = name.strip().lower()
        return next((one for one in self.audiences if wanted in (one.id, one.label.lower(), *map(str.lower, one.aliases))), None)
