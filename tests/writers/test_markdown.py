"""Markdown out: what the tree says comes back, and reads well as it stands."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings

from pitchkit.diagnostics import Location
from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Document,
    Emphasis,
    EntryMark,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    Note,
    NoteMark,
    OpenField,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from pitchkit.markdown_reader import Parsed, read
from pitchkit.outline import block_texts
from pitchkit.writers.markdown import is_untouched, write, write_blocks
from tests.trees import WORDS, blocks, documents, words


def read_back(text: str) -> Parsed:
    return read(text, lambda line: Location("document.md", line + 1), lambda key: key)


def say(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=300)
@given(documents())
def test_what_is_written_reads_back_as_the_same_tree(document: Document) -> None:
    parsed = read_back(write_blocks(document.blocks, document.notes))
    assert parsed.blocks == document.blocks
    assert parsed.notes == document.notes
