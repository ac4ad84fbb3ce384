"""What the tab key offers: the readers, themes, documents and ids that are there.

A key that is pressed while a library is half written offers what can be read, and never says that something is wrong. Files
are read as data, without their rules: the answer should be there before the finger is up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import typer

if TYPE_CHECKING:
    from pitchkit.project import Workspace

Offered: TypeAlias = "Iterable[tuple[str, str]]"
"""Words, each with what stands beside it in shells that show that."""

_SHOWN = ",.?!/%€‘’“”–…-"
"""The letters beside a word, other than those of words."""

Completer: TypeAlias = Callable[[typer.Context, str], list[tuple[str, str]]]


def _from(find: Callable[[Workspace], Offered]) -> Completer:
    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from pitchkit import project

        try:
            named = (ctx.params.get(name) for name in ("library", "templates", "profile"))
            found = find(project.find(Path.cwd(), *named))
            return [(word, _beside(text)) for word, text in found if word.startswith(incomplete) and _is_plain(word)]
        except Exception:  # noqa: BLE001 - a message would stand in the middle of what somebody types
            return []

    return complete


def _is_plain(word: str) -> bool:
    return all(letter.isalnum() or letter in "-_." for letter in word)


def _beside(text: str) -> str:
    # A shell reads what it gets: no letter may mean something to it.
    return " ".join("".join(letter if letter.isalnum() or letter in _SHOWN else " " for letter in text.replace("'", "’")).split())


def words(*choices: str) -> Completer:
    """Return what offers some words that are always the same."""
    return _from(lambda _workspace: [(one, "") for one in choices])


def _audiences(workspace: Workspace) -> Offered:
    for item in _items(workspace, "audiences"):
        label = str(item.get("label", ""))
        yield item["id"], label
        yield from ((alias, label) for alias in _texts(item.get("aliases")) if alias.replace("-", "").isalnum())


def _labels(key: str) -> Callable[[Workspace], Offered]:
    return lambda workspace: [(item["id"], str(item.get("label", ""))) for item in _items(workspace, key)]


def _sources(workspace: Workspace) -> Offered:
    return [(item["id"], str(item.get("title", ""))) for item in _items(workspace, "sources")]


def _entries(workspace: Workspace) -> Offered:
    return [(item["id"], str(item.get("title", ""))) for item in _items(workspace, "entries")]


def _objections(workspace: Workspace) -> Offered:
    items = _items(workspace, "entries")
    return [(item["id"], str(item.get("title", ""))) for item in items if item.get("kind") == "objection"]


def _groups(workspace: Workspace) -> Offered:
    found = _data(workspace.profile) if workspace.profile else None
    groups = found.get("groups") if isinstance(found, dict) else None
    return [(item["id"], str(item.get("name", ""))) for item in _with_id(groups)]


def _documents(workspace: Workspace) -> Offered:
    names = {path.parent.name for folder in workspace.templates for path in folder.glob("*/*.md.j2") if _is_for_readers(path)}
    return [(name, "") for name in sorted(names) if not name.startswith("_")]


def _offers(workspace: Workspace) -> Offered:
    return [(path.stem, "") for path in workspace.offers]


def _codes(_workspace: Workspace) -> Offered:
    from pitchkit.messages import TEXTS

    return [(code, "") for code in sorted(TEXTS)]


def _choices(name: str) -> Callable[[Workspace], Offered]:
    def find(_workspace: Workspace) -> Offered:
        from pitchkit import model

        return [(one, "") for one in get_args(getattr(model, name))]

    return find


def _requirements(_workspace: Workspace) -> Offered:
    from pitchkit import rules

    return [(one, "") for one in (*rules.REQUIREMENTS, "figures.", "costs.comparison")]


audiences, themes, policies = _from(_audiences), _from(_labels("themes")), _from(_labels("policies"))
sources, entries, groups, documents = _from(_sources), _from(_entries), _from(_groups), _from(_documents)
objections = _from(_objections)
offers, codes, positions, kinds = _from(_offers), _from(_codes), _from(_choices("Position")), _from(_choices("Kind"))
certainties, channels, requirements = _from(_choices("Certainty")), _from(_choices("Channel")), _from(_requirements)


def _is_for_readers(path: Path) -> bool:
    head = path.read_text(encoding="utf-8").partition("\n---")[0]
    return "\noffers:" not in head


def _items(workspace: Workspace, key: str) -> Iterator[dict[str, Any]]:
    from pitchkit.project import shipped

    settings = _data(workspace.library / "library.yaml")
    extends = isinstance(settings, dict) and settings.get("extends")
    off = _texts(settings.get("without")) if isinstance(settings, dict) else []
    found: dict[str, dict[str, Any]] = {}
    for folder in (shipped("arguments"), workspace.library) if extends else (workspace.library,):
        for path in sorted(folder.glob("entries/**/*") if key == "entries" else folder.glob(f"{key}.yaml")):
            found |= {item["id"]: item for item in _with_id(_data(path))}
    yield from (found[name] for name in sorted(found) if key != "entries" or name not in off)


def _data(path: Path) -> object:
    from pitchkit import entrypages, yamlsource
    from pitchkit.diagnostics import ContentError

    if path.suffix not in (".yaml", ".yml", entrypages.ENDING):
        return None
    try:
        return (entrypages if path.suffix == entrypages.ENDING else yamlsource).read(path, path.name).data
    except ContentError:
        return None


def _with_id(data: object) -> list[dict[str, Any]]:
    found = data if isinstance(data, list) else []
    return [item for item in found if isinstance(item, dict) and isinstance(item.get("id"), str)]


def _texts(data: object) -> list[str]:
    return [one for one in data if isinstance(one, str)] if isinstance(data, list) else []
