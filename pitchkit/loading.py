"""A folder of YAML files becomes a library, or every problem in it at once."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pitchkit import entrypages, losses, rules, yamlsource
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.folders import find_files, is_inside
from pitchkit.library import Library, Place
from pitchkit.model import Audience, Entry, Frozen, JargonWord, PolicyFrame, Source, Theme, WordGroup
from pitchkit.settings import Settings
from pitchkit.suggesting import suggest
from pitchkit.validation import validate, validate_list
from pitchkit.yamlsource import YamlFile

Item = TypeVar("Item", Audience, Theme, PolicyFrame, Source, WordGroup, JargonWord, Entry)


@dataclass(frozen=True, slots=True)
class _Folder:
    settings: Settings
    file: YamlFile | None
    items: dict[str, list[tuple[Frozen, Place]]]


_FILES: dict[str, type[Frozen]] = {
    "audiences": Audience,
    "themes": Theme,
    "policies": PolicyFrame,
    "sources": Source,
    "thesaurus": WordGroup,
    "jargon": JargonWord,
}


def load(folder: Path, shipped: Path, name: Callable[[Path], str]) -> Library:
    """Return the library in a folder, on top of the shipped one where its settings say so.

    A Dutch library without a thesaurus or jargon of its own has what is shipped.

    Raises:
        ContentError: with every problem in structure and links.
    """
    library, found = read(folder, shipped, name)
    if any(one.severity == "error" for one in found):
        raise ContentError(found)
    return library


def read(folder: Path, shipped: Path, name: Callable[[Path], str]) -> tuple[Library, list[Diagnostic]]:
    """Return what can be read of a library, as `load` does, and what is wrong with it; items that cannot be read are left out.

    Raises:
        ContentError: there is no library in the folder.
    """
    with _uncollected():
        return _read(folder, shipped, name)


@contextmanager
def _uncollected() -> Iterator[None]:
    # A library is many objects and no rubbish: to look for rubbish in it time and again would take as long as reading it.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(folder: Path, shipped: Path, name: Callable[[Path], str]) -> tuple[Library, list[Diagnostic]]:
    found: list[Diagnostic] = []
    own = _read_folder(folder, name, found)
    folders = [own]
    if own.settings.extends and folder.resolve() != shipped.resolve():
        folders.insert(0, _read_folder(shipped, name, found))
    elif own.settings.language.startswith("nl"):
        _lend(own, folder, shipped, name, found)
    found += _nothing_without(folders)
    library = _merge(folders, name(folder))
    wrong = tuple(rules.structure_problems(library))
    found += losses.emptied(folder, name, library, wrong)
    lost = losses.find((folder, shipped), name, found, library)
    return library, [one for one in (*found, *wrong) if not lost.explain(one)]


def _lend(own: _Folder, folder: Path, shipped: Path, name: Callable[[Path], str], found: list[Diagnostic]) -> None:
    """Give a Dutch library the shipped words: how buyers and officials say things does not depend on whose library it is."""
    readers = {one.id for one, _ in own.items["audiences"] if isinstance(one, Audience)}
    for key in ("thesaurus", "jargon"):
        path = shipped / f"{key}.yaml"
        if not (folder / path.name).exists() and path.is_file():
            lent = _read_items([path], _FILES[key], name, found, shipped)
            own.items[key] = [(_for_readers(value, readers), place) for value, place in lent if _concerns(value, readers)]


def _concerns(value: Frozen, readers: set[str]) -> bool:
    return not isinstance(value, JargonWord) or not value.audiences or not readers.isdisjoint(value.audiences)


def _for_readers(value: Frozen, readers: set[str]) -> Frozen:
    if not isinstance(value, JargonWord):
        return value
    return value.model_copy(update={"audiences": tuple(name for name in value.audiences if name in readers)})


def _nothing_without(folders: list[_Folder]) -> Iterator[Diagnostic]:
    ids = {value.id for folder in folders for value, _ in folder.items["entries"]}  # type: ignore[attr-defined]
    for folder in folders:
        if folder.file is None:
            continue
        own = {value.id: place for value, place in folder.items["entries"]}  # type: ignore[attr-defined]
        for index, word in enumerate(folder.settings.without):
            where = folder.file.locate(("without", index))
            if word not in ids:
                yield problem(where, "entry-unknown", word=word, suggestion=suggest(word, ids))
            elif word in own:
                yield problem(where, "without-own", id=word, other=own[word].locate("id"))


def _read_folder(folder: Path, name: Callable[[Path], str], found: list[Diagnostic]) -> _Folder:
    try:
        there = {path.name for path in folder.iterdir()}
    except PermissionError:
        raise ContentError([problem(Location(name(folder)), "folder-no-rights")]) from None
    except OSError:
        raise ContentError([problem(Location(name(folder)), "library-missing")]) from None
    settings, file = Settings(), None
    if "library.yaml" in there:
        file = _read_file(folder / "library.yaml", name, found, folder)
        if file is not None and file.data is not None:
            value, problems = validate(file, file.data, Settings)
            found += problems
            settings = value or _what_holds(file)
    if not settings.extends and "audiences.yaml" not in there and not found:
        raise ContentError([problem(Location(name(folder)), "library-missing")])
    items: dict[str, list[tuple[Frozen, Place]]] = {}
    for key, model in _FILES.items():
        path = folder / f"{key}.yaml"
        items[key] = _read_items([path] if path.name in there else [], model, name, found, folder)
    entry_files, unseen = find_files(folder / "entries", (".yaml", ".yml", entrypages.ENDING), name)
    found += unseen
    items["entries"] = _read_items(_entry_files(entry_files), Entry, name, found, folder)
    return _Folder(settings, file, items)


def _what_holds(file: YamlFile) -> Settings:
    """Return the settings in a file without those that are wrong."""
    said = file.data.items() if isinstance(file.data, dict) else ()
    return Settings.model_validate({key: value for key, value in said if validate(file, {key: value}, Settings)[0]})


def _entry_files(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.suffix != entrypages.ENDING or entrypages.is_page(path)]


def _read_items(
    paths: Iterable[Path], model: type[Frozen], name: Callable[[Path], str], found: list[Diagnostic], folder: Path
) -> list[tuple[Frozen, Place]]:
    items: list[tuple[Frozen, Place]] = []
    seen: dict[str, Place] = {}
    for path in paths:
        file = _read_file(path, name, found, folder)
        if file is None:
            continue
        values, problems = validate_list(file, file.data, model)
        found += problems
        for index, value in enumerate(values):
            if value is None:
                continue
            place, item_id = Place(file, index), value.id  # type: ignore[attr-defined]
            if item_id in seen:
                found.append(problem(place.locate("id"), "id-duplicate", id=item_id, other=seen[item_id].locate("id")))
                continue
            seen[item_id] = place
            items.append((value, place))
    return items


def _read_file(path: Path, name: Callable[[Path], str], found: list[Diagnostic], folder: Path) -> YamlFile | None:
    # A library may come from somebody else: a link in it does not open a file outside it.
    if not is_inside(path, folder):
        found.append(problem(Location(name(path)), "path-outside"))
        return None
    try:
        return entrypages.read(path, name(path)) if entrypages.is_page(path) else yamlsource.read(path, name(path))
    except ContentError as error:
        found += error.diagnostics
        return None


def _merge(folders: list[_Folder], name: str) -> Library:
    settings = folders[0].settings
    for folder in folders[1:]:
        own = folder.settings
        settings = settings.model_copy(
            update={
                "words": own.words or settings.words,
                "fields": {**settings.fields, **own.fields},
                "positions": {**settings.positions, **own.positions},
                "group_types": {**settings.group_types, **own.group_types},
                "cost_words": {**settings.cost_words, **own.cost_words},
                "without": own.without,
                "checks": own.checks.over(settings.checks),
                "review": own.review,
                "coverage": own.coverage,
            }
        )
    merged: dict[str, dict[str, tuple[Frozen, Place]]] = {key: {} for key in (*_FILES, "entries")}
    replaced: dict[str, Place] = {}
    for folder in folders:
        if folder is not folders[0]:
            ids = {value.id for value, _ in folder.items["entries"]}  # type: ignore[attr-defined]
            replaced = {entry_id: place for entry_id, (_, place) in merged["entries"].items() if entry_id in ids}
        for key, items in folder.items.items():
            for value, place in items:
                merged[key][value.id] = (value, place)  # type: ignore[attr-defined]
    for entry_id in settings.without:
        merged["entries"].pop(entry_id, None)

    def values(key: str, model: type[Item]) -> tuple[Item, ...]:
        return tuple(value for value, _ in merged[key].values() if isinstance(value, model))

    return Library(
        name,
        settings,
        values("audiences", Audience),
        values("themes", Theme),
        values("policies", PolicyFrame),
        values("sources", Source),
        tuple(sorted((_without(entry, settings.without) for entry in values("entries", Entry)), key=lambda entry: entry.id)),
        {entry_id: place for entry_id, (_, place) in merged["entries"].items()},
        values("thesaurus", WordGroup),
        tuple(folder.file for folder in folders if folder.file),
        {key: {item_id: place for item_id, (_, place) in merged[key].items()} for key in _FILES},
        values("jargon", JargonWord),
        replaced,
    )


def _without(entry: Entry, switched_off: tuple[str, ...]) -> Entry:
    """Return an entry that is answered by no entry that is switched off."""
    left = tuple(one for one in entry.answers if one not in switched_off)
    return entry if left == entry.answers else entry.model_copy(update={"answers": left})
