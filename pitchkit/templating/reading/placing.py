"""Templates as trees in which everything knows its letter: the line numbers of Jinja, to the column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, TypeAlias

import jinja2
from jinja2 import nodes
from jinja2.lexer import TokenStream

from pitchkit.diagnostics import ContentError, Location, place, problem

_Token: TypeAlias = tuple[int, str, str]
_CLOSED: Final = ("autoescape", "block", "call", "filter", "for", "if", "macro", "set", "with")


class _Placing(jinja2.Environment):
    """Reads a template with, for the line of each token, the letter where it begins (from 1); it renders nothing."""

    def _tokenize(self, source: str, name: str | None, filename: str | None = None, state: str | None = None) -> TokenStream:
        tokens = _at_letters(source, self.lexer.tokeniter(source, name, filename, state))
        return TokenStream(self.lexer.wrap(tokens, name, filename), name, filename)


_READER = _Placing(keep_trailing_newline=True)


def _at_letters(source: str, tokens: Iterable[_Token]) -> Iterator[_Token]:
    at, tag, opened = 0, list[_Token](), list[int]()
    try:
        for _, sort, value in tokens:
            # Between two tokens lies nothing but space that Jinja leaves out.
            start = max(source.find(value, at), at)
            at = start + len(value)
            yield start + 1, sort, value
            tag = [*([] if sort == "block_begin" else tag), (start + 1, sort, value)]
            if sort == "block_end":
                _note(tag, opened)
    except jinja2.TemplateSyntaxError as error:
        error.lineno = at + 1
        raise
    if opened and sort in ("data", "block_end"):
        yield opened[-1], "data", ""  # what is never closed is told where it begins, and not at the end of the text


def _note(tag: list[_Token], opened: list[int]) -> None:
    """Note where a tag begins that is to be closed, and forget the one that it closes."""
    name = next((value for _, sort, value in tag if sort == "name"), "")
    is_value = name == "set" and any(value == "=" for _, _, value in tag)
    if name in _CLOSED and not is_value:
        opened.append(tag[0][0])
    elif name.startswith("end") and opened:
        opened.pop()


@lru_cache(maxsize=256)
def _read(text: str) -> nodes.Template | tuple[int, str]:
    """Return the tree of a template, or the letter (from 0) where it cannot be read and why."""
    try:
        return _READER.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return min(error.lineno, len(text)) - 1 if text else 0, error.message or ""


def read(text: str, locate: Callable[[int], Location]) -> nodes.Template:
    """Return the tree of a template; the `lineno` of a node is the letter where it begins, from 1.

    Raises:
        ContentError: it cannot be read, at the place that `locate` knows of that letter (from 0).
    """
    found = _read(text)
    if isinstance(found, tuple):
        at, detail = found
        raise ContentError([problem(locate(at), "template-syntax", detail=detail)])
    return found


def read_file(text: str, shown: str) -> nodes.Template:
    """Return the tree of a template's file, which messages call `shown`; raises ContentError."""
    return read(text, lambda at: place(shown, text, at))
