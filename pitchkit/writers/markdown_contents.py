"""A table of contents in Markdown: a list of links to the headings, by the names that sites and editors give these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pitchkit.document import Block, Blocks, Contents, Document, Link, ListBlock, Paragraph, Strong, Text
from pitchkit.outline import headings, is_listed, plain_text

_NOT_IN_A_NAME: Final = re.compile(r"[^\w\- ]")


@dataclass(slots=True)
class _Entry:
    """One heading that is listed, with those below it."""

    words: str
    anchor: str
    level: int
    below: list[_Entry] = field(default_factory=list)

    def item(self) -> Blocks:
        link = Paragraph((Link(f"#{self.anchor}", (Text(self.words),)),))
        return (link, _list(self.below)) if self.below else (link,)


def contents_blocks(document: Document) -> Blocks:
    """Return the title of the contents and the list of links; nothing where the document asks for none or has no headings."""
    contents = document.contents
    entries = _entries(document, contents) if contents else []
    if contents is None or not entries:
        return ()
    title: tuple[Block, ...] = (Paragraph((Strong((Text(contents.title),)),)),) if contents.title else ()
    return (*title, _list(entries))


def _list(entries: list[_Entry]) -> ListBlock:
    return ListBlock(ordered=False, items=tuple(entry.item() for entry in entries))


def _entries(document: Document, contents: Contents) -> list[_Entry]:
    """Return the entries of the highest level, each with its own; one without a higher one before it is one of them."""
    found: list[_Entry] = []
    for entry in _every_entry(document, contents):
        is_below = entry.level > 1 and bool(found) and found[-1].level == 1
        (found[-1].below if is_below else found).append(entry)
    return found


def _every_entry(document: Document, contents: Contents) -> Iterator[_Entry]:
    """Yield the listed headings; all headings count for their names, because the second of two alike gets a number."""
    taken: Counter[str] = Counter()
    _anchor(document.title, taken)
    for heading in headings(document.blocks):
        words = " ".join(plain_text(heading.content, document.words.to_fill_in).split())
        anchor = _anchor(words, taken)
        if is_listed(heading, contents):
            yield _Entry(words, anchor, max(heading.level, 1))


def _anchor(words: str, taken: Counter[str]) -> str:
    name = _NOT_IN_A_NAME.sub("", words.lower()).strip().replace(" ", "-")
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name] - 1}"
