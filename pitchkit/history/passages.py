"""One item in the text of a file of a library, found without reading the rest: a history has hundreds of such texts."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pitchkit import entrypages, yamlsource
from pitchkit.diagnostics import ContentError
from pitchkit.model import Frozen
from pitchkit.validation import validate_list

Item = TypeVar("Item", bound=Frozen)

_COMMENTS = re.compile(r"^[ ]*#.*$", re.MULTILINE)


def passage(raw: bytes, item_id: str, path: str) -> str:
    """Return the text of the item with an id in a file of items, or an empty text where the file has none.

    An entry in Markdown comes as the list of one that it is read as.
    """
    file = PurePosixPath(path)
    if item_id.encode() not in raw and file.stem != item_id:
        return ""
    try:
        text = yamlsource.decode(raw, "")
    except ContentError:
        return ""
    return _page(text, item_id, file) if file.suffix == entrypages.ENDING else _in_list(text, item_id)


def _page(text: str, item_id: str, file: PurePosixPath) -> str:
    if not entrypages.is_page(Path(file)):
        return ""
    try:
        data = entrypages.parse(text, "", file.stem).data
    except ContentError:
        return text if file.stem == item_id else ""
    entry = data[0] if isinstance(data, list) else None
    if not isinstance(entry, dict) or entry["id"] != item_id:
        return ""
    # JSON is YAML, so that whatever reads a list of items reads this one.
    return json.dumps([{key: value for key, value in entry.items() if value is not None}], ensure_ascii=False)


def _in_list(text: str, item_id: str) -> str:
    named = re.compile(rf"\bid:[ ]*[\"']?{re.escape(item_id)}[\"']?[ ]*([,}}#\n]|$)")
    if not named.search(_COMMENTS.sub("", text)):
        return ""
    for start in re.finditer(rf"^([ ]*)- .*?(?={named.pattern})", text, re.MULTILINE):
        following = re.compile(rf"^[ ]{{0,{len(start[1])}}}[^\s#]", re.MULTILINE).search(text, start.end())
        return _trimmed(text[start.start() : following.start() if following else len(text)])
    # Its id is not the first thing it says, or the text of another speaks of it.
    return text if _has(text, item_id) else ""


def _has(text: str, item_id: str) -> bool:
    """Return whether there is an item with an id in a list; one that cannot be read may have any."""
    from pitchkit import yamlnodes

    try:
        data = yamlnodes.build(text, "")
    except ContentError:
        return True
    return isinstance(data, list) and any(isinstance(item, dict) and item.get("id") == item_id for item in data)


def read(text: str, model: type[Item], item_id: str) -> Item | None:
    """Return the item with an id from the text of a list, or None where it is not there or cannot be read."""
    found = _items(text, model)
    return next((one for one in found if one is not None and getattr(one, "id", "") == item_id), None)  # type: ignore[return-value]


def every(raw: bytes, model: type[Item], path: str) -> dict[str, Item]:
    """Return all items of a file by id, without those that cannot be read."""
    file = PurePosixPath(path)
    try:
        text = yamlsource.decode(raw, "")
    except ContentError:
        return {}
    found = _items(_page(text, file.stem, file) if file.suffix == entrypages.ENDING else text, model)
    return {getattr(one, "id", ""): one for one in found if isinstance(one, model)}


@lru_cache(maxsize=512)
def _items(text: str, model: type[Frozen]) -> tuple[Frozen | None, ...]:
    from pitchkit import yamlnodes

    try:
        data = yamlnodes.build(text, "")
    except ContentError:
        return ()
    return validate_list(yamlsource.YamlFile("", data, text), data, model)[0]


def _trimmed(text: str) -> str:
    lines = text.rstrip().split("\n")
    while lines and lines[-1].startswith("#"):
        lines.pop()
    return "\n".join(lines).rstrip() + "\n"
