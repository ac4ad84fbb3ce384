"""YAML text as nodes with places, and nodes as plain data. The only door to yaml, opened where a text is new or wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from pitchkit import yamlfaults
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem
from pitchkit.signs import forbidden_sign
from pitchkit.yamlreading import DEEPEST, NOTHING, PARSER, read

if TYPE_CHECKING:
    from pitchkit.yamlsource import Data, Step

Node: TypeAlias = yaml.Node

_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}

_MANY_BRACKETS = 1000
_LONG_LEAD = re.compile("^[ ?:-]{200}", re.MULTILINE)


def build(text: str, name: str) -> Data:
    """Return YAML text as plain data.

    Raises:
        ContentError: with every problem that keeps the text from being data.
    """
    known = read(text)
    if known is not None:
        return known.data
    try:
        _refuse_depth(text, name)
        node = compose(text)
    except yaml.MarkedYAMLError as error:
        raise ContentError([yamlfaults.explain(error, text, name)]) from None
    except yaml.YAMLError as error:
        raise ContentError([problem(Location(name), "yaml-syntax", detail=error)]) from None
    builder = _Builder(name, text)
    data = builder.build(node) if node is not None else None
    if builder.found:
        raise ContentError(builder.found)
    return data


def compose(text: str) -> Node | None:
    """Return the node that YAML text is, or None for an empty text."""
    return yaml.compose(text, Loader=PARSER)  # type: ignore[no-any-return, unused-ignore]


def location(path: str, node: Node | None) -> Location:
    """Return the place of a node."""
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else Location(path)


def lines(node: Node | None) -> tuple[int, int]:
    """Return the line on which a node begins and the first line after it; both 0 for no node."""
    if node is None:
        return 0, 0
    is_block = getattr(node, "flow_style", None) is False or getattr(node, "style", None) in ("|", ">")
    after = node.end_mark.line + (1 if is_block else 2)  # a block ends where the next key begins
    return node.start_mark.line + 1, max(after, node.start_mark.line + 2)


def is_mapping(node: Node | None) -> bool:
    """Return whether a node has keys."""
    return isinstance(node, yaml.MappingNode)


def child(node: Node | None, step: Step) -> Node | None:
    """Return the node that a key or position leads to, or None."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        item: yaml.Node = node.value[step]
        return item
    return None


def key_node(node: Node | None, step: Step) -> Node | None:
    """Return the node of a key itself, or None."""
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((key for key, _ in node.value if key.value == step), None)


def _refuse_depth(text: str, name: str) -> None:
    # libyaml composes by recursion in C, which ends the process without a word when it goes too deep.
    if text.count("[") + text.count("{") < _MANY_BRACKETS and not _LONG_LEAD.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=PARSER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark: Any = event.start_mark
            raise ContentError([problem(Location(name, mark.line + 1, mark.column + 1), "yaml-depth")])


class _Builder:
    """Turns nodes into data and notes what may not be there: equal keys, aliases, tags, hidden control characters."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.found: list[Diagnostic] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, depth: int = 1) -> Data:
        if refusal := self._refusal(node, depth):
            self._report(node, refusal, **({"tag": node.tag} if refusal == "yaml-tag" else {}))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return self._scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _refusal(self, node: yaml.Node, depth: int) -> str:
        # An anchor or a tag is no part of the text behind it: `&Co. en &Zn.` would lose its first word.
        sign = self.text[node.start_mark.index : node.start_mark.index + 1]
        if depth > DEEPEST:
            return "yaml-depth"
        if id(node) in self._seen or sign == "&":
            return "yaml-alias"
        if node.tag not in _PLAIN_TAGS:
            return "yaml-tag"
        return "yaml-sign" if sign == "!" else ""

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        value: str = node.value
        if value in NOTHING and not node.style:
            return None
        # An escape such as "\x07" in a quoted text is invisible to the check on the raw file.
        if node.style == '"' and (sign := forbidden_sign(value)):
            self._report(node, "control-character", sign=sign)
        return value

    def _mapping(self, node: yaml.MappingNode, depth: int) -> Data:
        data: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._report(key, "yaml-key")
                continue
            self.build(key, depth + 1)
            if key.value in data:
                self._report(key, "yaml-duplicate-key", key=key.value)
            data[key.value] = self.build(value, depth + 1)
        return data

    def _report(self, node: yaml.Node, code: str, **values: str) -> None:
        self.found.append(problem(location(self.name, node), code, **values))
