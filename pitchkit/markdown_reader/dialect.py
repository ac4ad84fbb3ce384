"""The dialect: which rules of Markdown hold, and our own. The only door to markdown_it and mdit_py_plugins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from pitchkit.markdown_reader.nodes import MARK, Node, Reference

_FENCE = re.compile(r":{3,}[ \t]*(\S*)[ \t]*(.*?)[ \t]*$")
_DEEPEST = 100  # beyond this depth markdown_it drops text; the reader refuses long before


class _Parser(MarkdownIt):
    """CommonMark that takes every address as it was typed: the reader says what is wrong with it."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - markdown_it's names
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown_it's name
        return url


def parse(text: str) -> tuple[list[Node], list[Reference]]:
    """Return the nodes of a Markdown text, and the link definitions it holds."""
    env: dict[str, Any] = {}
    nodes = _nested(_parser().parse(text, env), 0)
    return nodes, list(_references(env))


@cache
def _parser() -> _Parser:
    parser = _Parser("commonmark", {"store_labels": True, "maxNesting": _DEEPEST})
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    parser.disable("text_join")  # escaped characters stay apart: typography must leave them alone
    parser.enable("table")
    parser.block.ruler.at("table", _measured_table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.before("fence", "container", _container, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("link", "mark", _mark)
    return parser


# --- our own rules -----------------------------------------------------------------------------------------------


def _mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown_it calls it
    found = MARK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.markup, token.content = found.groups()
    state.pos = found.end()
    return True


def _measured_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown_it calls it
    """A pipe table that remembers how many cells each line has: markdown_it drops the ones too many."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    if not silent:
        state.tokens[first].meta["widths"] = [_width(getLine(state, line)) for line in range(start, state.line)]
    return True


def _width(line: str) -> int:
    cells = escapedSplit(line.strip(" \t"))
    return len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown_it calls it
    """A block between `::: name title` and `:::`; a closing line on its own becomes a container without a name."""
    found = _FENCE.match(getLine(state, start))
    if state.is_code_block(start) or not found:
        return False
    if not silent:
        closing = _closing_line(state, start, end) if found[1] else start
        _push_container(state, start, end if closing is None else closing, found)
        state.line = end if closing is None else closing + 1
        state.tokens[-1].meta["is_closed"] = closing is not None
    return True


def _push_container(state: StateBlock, start: int, closing: int, found: re.Match[str]) -> None:
    opened = state.push("container_open", "", 1)
    opened.map, opened.info, opened.markup = [start, closing + 1], found[1], found[0]
    title = state.push("inline", "", 0)
    title.map, title.content, title.children = [start, start + 1], found[2], []
    around = (state.lineMax, state.parentType)
    state.lineMax, state.parentType = closing, "container"
    state.md.block.tokenize(state, start + 1, closing)
    state.lineMax, state.parentType = around
    opened.meta = state.push("container_close", "", -1).meta


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    depth = 0
    for line in range(start, end):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return None
        if found := _FENCE.match(getLine(state, line)):
            depth += 1 if found[1] else -1
            if depth == 0:
                return line
    return None


# --- tokens to nodes ---------------------------------------------------------------------------------------------


def _nested(tokens: list[Token], line: int) -> list[Node]:
    """Return a flat list of tokens as a tree; a token without a place of its own takes the place it stands in."""
    top = Node("", "", line)
    stack = [top]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        line = token.map[0] if token.map else line
        node = _node(token, line)
        stack[-1].children.append(node)
        if token.nesting > 0:
            stack.append(node)
        line += token.type in {"softbreak", "hardbreak"}
    return top.children


def _node(token: Token, line: int) -> Node:
    attributes = {name: str(value) for name, value in token.attrs.items()}
    if token.type == "link_open" and not MARK.search(attributes["href"]):
        attributes["href"] = normalizeLink(attributes["href"])
    node = Node(token.type.removesuffix("_open"), token.content, line, token.markup, token.info, attributes, token.meta)
    node.children = _nested(token.children or [], line)
    return node


def _references(env: dict[str, Any]) -> Iterator[Reference]:
    for label, found in env.get("references", {}).items():
        yield Reference(label, found["map"][0], is_double=False)
    for found in env.get("duplicate_refs", []):
        yield Reference(found["label"], found["map"][0], is_double=True)
