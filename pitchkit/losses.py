"""What could not be read of a library, and what is wrong only because of that: no finding of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pitchkit import entrypages, yamlsource
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.folders import find_files, is_inside

if TYPE_CHECKING:  # it loads pydantic, which a check that remembers everything does not need
    from pitchkit.library import Library

SETTINGS = "library"
ENTRIES = "entries"
_ALL = "*"
_MOST_WORDS = 3
_LINKS: dict[str, tuple[str, ...]] = {
    "audience-unknown": ("audiences",),
    "theme-unknown": ("themes",),
    "template-theme": ("themes",),
    "policy-unknown": ("policies",),
    "dated-without-policy": ("policies",),
    "serves-unknown": ("policies", "themes"),
    "source-unknown": ("sources",),
    "certainty-too-firm": ("sources",),
    "entry-unknown": (ENTRIES,),
    "objection-unanswered-for": (ENTRIES,),
    "review-of-nothing": (ENTRIES,),
    "group-type-unknown": (SETTINGS,),
    "fictitious-without-word": (SETTINGS,),
}
"""What each code compares with; one whose value `word` or `id` was lost tells nothing new."""


@dataclass(frozen=True, slots=True)
class Losses:
    """The ids of what could not be read, for each part of a library; `*` stands for a whole file."""

    lost: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def touch(self, parts: Iterable[str]) -> bool:
        """Return whether something of these parts of the library could not be read."""
        return any(self.lost.get(part) for part in parts)

    def explain(self, one: Diagnostic) -> bool:
        """Return whether a problem may be there only because what it asks for could not be read."""
        lost = frozenset[str]().union(*(self.lost.get(part, frozenset()) for part in _LINKS.get(one.code, ())))
        word = dict(one.values).get("word")
        return bool(lost) and (word is None or word in lost or _ALL in lost)


def find(folders: Iterable[Path], show: Callable[[Path], str], errors: Iterable[Diagnostic], left: Library) -> Losses:
    """Return what is lost of a library in some folders with errors in it; `left` is what is left of it."""
    wrong = {one.location.path for one in errors}
    known = {**left.word_places, ENTRIES: left.entry_by_id}
    lost: dict[str, set[str]] = {}
    for folder in folders if wrong else ():
        for part, path in _files(folder, (SETTINGS, *left.word_places), show):
            if show(path) in wrong:
                lost.setdefault(part, set()).update(_ids(path, show(path), folder).difference(known.get(part, ())))
    if _ALL in lost.get(SETTINGS, ()):  # it may have said which other library this one extends
        return Losses(dict.fromkeys((SETTINGS, *known), frozenset({_ALL})))
    return Losses({part: frozenset(ids) for part, ids in lost.items()})


def emptied(folder: Path, show: Callable[[Path], str], left: Library, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the lists of words in a folder in which nothing is left, while what was `found` names words of them."""
    named: dict[str, dict[str, None]] = {}
    for one in found:
        for part in _LINKS.get(one.code, ()):
            named.setdefault(part, {}).update({word: None for name, word in one.values if name == "word"})
    for part, places in left.word_places.items():
        path = folder / f"{part}.yaml"
        if not places and named.get(part) and is_inside(path, folder) and _is_empty(path, show(path)):
            words = sorted(named[part])
            told = ", ".join((*words[:_MOST_WORDS], *(["…"] if len(words) > _MOST_WORDS else [])))
            yield problem(Location(show(path), 1, 1), "words-emptied", words=told)


def _is_empty(path: Path, name: str) -> bool:
    try:
        return path.is_file() and not yamlsource.read(path, name).data
    except ContentError:
        return False


def _files(folder: Path, lists: Iterable[str], show: Callable[[Path], str]) -> Iterator[tuple[str, Path]]:
    yield from ((part, folder / f"{part}.yaml") for part in lists)
    paths, _ = find_files(folder / ENTRIES, (".yaml", ".yml", entrypages.ENDING), show)
    yield from ((ENTRIES, path) for path in paths)


def _ids(path: Path, name: str, folder: Path) -> set[str]:
    if not is_inside(path, folder):
        return {_ALL}
    try:
        data = entrypages.read(path, name).data if path.suffix == entrypages.ENDING else yamlsource.read(path, name).data
    except ContentError:
        return {_ALL}
    if isinstance(data, dict) and path.stem == SETTINGS:
        return {_ALL} if data.get("extends", "pitchkit") != "pitchkit" else {SETTINGS}
    if not isinstance(data, list) or not data:
        return {_ALL}
    return {one["id"] for one in data if isinstance(one, dict) and isinstance(one.get("id"), str)}  # type: ignore[misc]
