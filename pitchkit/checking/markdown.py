"""The texts of entries, read as the Markdown that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pitchkit.checking import sound
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import ContentError, Diagnostic
from pitchkit.rules import LOOKUP

_MARKS = re.compile(r"[<>`#\[\]!|~^*_{}\\]|:::|^ {4}|^\t|^[-=]{3}|&\w+;", re.MULTILINE)
"""Signs without which a text is plain paragraphs and lists, and cannot be wrong Markdown."""


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what cannot be shown in a document, at its line."""
    marked = [passage for passage in subject.passages if _MARKS.search(passage.text)]
    yield from sound.unless_known("\n".join(passage.text for passage in marked), lambda: _problems(marked))


def _problems(passages: Iterable[Passage]) -> Iterator[Diagnostic]:
    from pitchkit import markdown_reader

    for passage in passages:
        place, steps = passage.library.places[passage.entry.id], passage.steps
        try:
            markdown_reader.read(
                LOOKUP.sub("x", passage.text),
                lambda line, place=place, steps=steps: place.line_of_text(*steps, line=line),  # type: ignore[misc]
                str,
            )
        except ContentError as error:
            yield from error.diagnostics
