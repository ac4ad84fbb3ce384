"""One item in the text of a file of a library, found without reading the rest: a history has hundreds of such texts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError
from pitchkit.model import Frozen
from pitchkit.validation import validate_list

Item = TypeVar("Item", bound=Frozen)


def passage(raw: bytes, item_id: str) -> str:
    """Return the text of the item with an id in a list of items, or an empty text where the list has none."""
    if item_id.encode() not in raw:
        return ""
    try:
        text = yamlsource.decode(raw, "")
    except ContentError:
        return ""
    named = re.compile(rf"\bid:[ ]*[\"']?{re.escape(item_id)}[\"']?[ ]*([,}}#\n]|$)")
    if not named.search(text):
        return ""
    for start in re.finditer(rf"^([ ]*)- .*?(?={named.pattern})", text, re.MULTILINE):
        following = re.compile(rf"^[ ]{{0,{len(start[1])}}}[^\s#]", re.MULTILINE).search(text, start.end())
        return _trimmed(text[start.start() : following.start() if following else len(text)])
    return text  # its id is not the first thing it says


def read(text: str, model: type[Item], item_id: str) -> Item | None:
    """Return the item with an id from the text of a list, or None where it is not there or cannot be read."""
    found = _items(text, model)
    return next((one for one in found if one is not None and getattr(one, "id", "") == item_id), None)  # type: ignore[return-value]


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
