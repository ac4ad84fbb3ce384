"""The nodes of a Markdown text: from the parser, or as they were kept when the same text was parsed before."""

from __future__ import annotations

import json
from typing import Any

from pitchkit import remembering
from pitchkit.markdown_reader.nodes import Node, Reference

_KIND = "nodes"
_PARSERS = ("markdown_it", "mdit_py_plugins")

Nodes = tuple[list[Node], list[Reference]]


def parse(text: str) -> Nodes:
    """Return the nodes of a Markdown text, and the link definitions it holds."""
    key = "\n".join((remembering.program(), *map(remembering.installed, _PARSERS), text))
    known = _recall(key)
    if known:
        return known
    from pitchkit.markdown_reader import dialect  # the parser is the slowest import of a build

    nodes, references = dialect.parse(text)
    data = [[_plain(node) for node in nodes], [[one.label, one.line, one.is_double] for one in references]]
    remembering.keep_bytes(_KIND, key, json.dumps(data).encode())
    return nodes, references


def lines(text: str) -> list[str]:
    """Return the lines of a text as the parser counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _recall(key: str) -> Nodes | None:
    try:
        nodes, references = json.loads(remembering.recall_bytes(_KIND, key) or b"null")
        return [_node(one) for one in nodes], [Reference(label, line, is_double=double) for label, line, double in references]
    except (ValueError, TypeError):
        return None


def _plain(node: Node) -> list[Any]:
    children = [_plain(child) for child in node.children]
    return [node.kind, node.content, node.line, node.markup, node.info, node.attributes, node.meta, children]


def _node(plain: list[Any]) -> Node:
    kind, content, line, markup, info, attributes, meta, children = plain
    return Node(kind, content, line, markup, info, attributes, meta, [_node(child) for child in children])
