"""Markdown as templates and entries write it, read into the document tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pitchkit.diagnostics import ContentError, Location
from pitchkit.document import Blocks, Note
from pitchkit.markdown_reader import parsing
from pitchkit.markdown_reader.blocks import read_blocks
from pitchkit.markdown_reader.reading import Reading
from pitchkit.outline import note_labels

__all__ = ["Parsed", "read"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of a text, and its notes in the order of first use."""

    blocks: Blocks
    notes: tuple[Note, ...]


def read(text: str, locate: Callable[[int], Location], label: Callable[[str], str], *, may_show_pictures: bool = True) -> Parsed:
    """Return what a Markdown text says, or raise a ContentError with everything that is wrong with it.

    `locate` gives the place of a line of the text, counted from 0; `label` gives the name of an open field.
    Only templates may show pictures from files.
    """
    nodes, references = parsing.parse(text)
    reading = Reading(parsing.lines(text), locate, label, may_show_pictures)
    blocks = read_blocks(reading, nodes)
    reading.check_notes()
    reading.check_references(references)
    if reading.problems:
        raise ContentError(reading.problems)
    return Parsed(blocks, tuple(Note(name, reading.notes[name][1]) for name in note_labels(blocks)))
