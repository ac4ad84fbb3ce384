"""The library as a value: what stands in it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pitchkit.diagnostics import Location
from pitchkit.model import Audience, Entry, PolicyFrame, Settings, Source, Theme
from pitchkit.yamlsource import Step, YamlFile


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

    def line_of_text(self, *steps: Step, line: int) -> Location:
        """Return the place of a line (from 0) of a text within the item."""
        return self.file.line_of_text((self.index, *steps), line)


@dataclass(frozen=True)
class Library:
    """A library without problems in its structure; `name` is what messages call it."""

    name: str
    settings: Settings
    audiences: tuple[Audience, ...]
    themes: tuple[Theme, ...]
    policies: tuple[PolicyFrame, ...]
    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    places: dict[str, Place]

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

    def audience(self, name: str) -> Audience | None:
        """Return the audience with this id, label or alias, in any case of letters, or None."""
        wanted = name.strip().lower()
        return next((one for one in self.audiences if wanted in (one.id, one.label.lower(), *map(str.lower, one.aliases))), None)
