"""The texts of entries, read as the Markdown that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pitchkit.checking import sound
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import ContentError, Diagnostic, Location
from pitchkit.rules import LOOKUP

_MARKS = re.compile(r"[<>`#\[\]!|~^*_{}\\]|:::|^ {4}|^\t|^[-=]{3}|&\w+;", re.MULTILINE)
"""Signs without which a text is plain paragraphs and lists, and cannot be wrong Markdown."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what cannot be shown in a document, at its line."""
    yield from sound.in_passages(subject, "markdown", _problems)


def _problems(passage: Passage) -> Iterator[Diagnostic]:
    if not _MARKS.search(passage.text):
        return
    from pitchkit import markdown_reader

    try:
        markdown_reader.read(LOOKUP.sub("x", passage.text), lambda line: Location("", line + 1), str, may_show_pictures=False)
    except ContentError as error:
        yield from (_placed(passage, one) for one in error.diagnostics if not _closes(one, error.diagnostics))


def _placed(passage: Passage, one: Diagnostic) -> Diagnostic:
    """Return a problem in a text with its place in the file: where its words stand, or where their line begins."""
    lines = passage.text.split("\n")
    number = one.location.line - 1
    start = sum(len(line) + 1 for line in lines[:number])
    indent = len(lines[number]) - len(lines[number].lstrip())
    within = lines[number].find(dict(one.values)["excerpt"])
    return replace(one, location=passage.locate(start + max(within, indent)))


def _closes(one: Diagnostic, every: Iterable[Diagnostic]) -> bool:
    """Return whether a problem is the end of an HTML tag whose beginning is told."""
    excerpt = dict(one.values)["excerpt"]
    opened = f"<{excerpt.strip('</> ')}"
    return excerpt.startswith("</") and any(dict(other.values)["excerpt"].startswith(opened) for other in every)
