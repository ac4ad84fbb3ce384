"""Marks in templates that no document can hold, whatever the values are: told before somebody makes one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit.diagnostics import ContentError, Diagnostic, place, problem
from pitchkit.templating.finding import TemplateFolders

_HEAD: Final = re.compile(r"\A---\r?\n.*?^---\r?$", re.DOTALL | re.MULTILINE)
_JINJA: Final = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_MARKS: Final = (
    ("markdown-heading-one", re.compile(r"^ {0,3}(#[ \t].*)$", re.MULTILINE)),
    ("markdown-container", re.compile(r"^ {0,3}(:{3,}[ \t]*(?!(?:box|checklist|figure|table)\b)[^\s:].*)$", re.MULTILINE)),
    ("markdown-html", re.compile(r"(?<!\\)(</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>|<!--.*)")),
)
_LONGEST_EXCERPT: Final = 60


def problems(folders: TemplateFolders) -> Iterator[Diagnostic]:
    """Yield the marks that no reading of Markdown takes; a mark that a value brings shows when a document is made."""
    for name in folders.names():
        try:
            text, shown = folders.source(name)
        except ContentError:
            continue  # a template that cannot be read is told with its own problems
        bare = _JINJA.sub(_blank, _HEAD.sub(_blank, text))
        for code, mark in _MARKS:
            for found in mark.finditer(bare):
                excerpt = " ".join(text[found.start(1) : found.end(1)].split())
                yield problem(place(shown, text, found.start(1)), code, excerpt=excerpt[:_LONGEST_EXCERPT])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\r\n]", "x" if found[0].startswith("{{") else " ", found[0])
