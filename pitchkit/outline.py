"""Questions about a document tree: its words, its sections, its notes and its entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from pitchkit.document import (
    Block,
    Blocks,
    Box,
    Chart,
    Checklist,
    Contents,
    Emphasis,
    EntryMark,
    Figure,
    Heading,
    Inline,
    Inlines,
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

TO_FILL_IN = "nog invullen"
"""What stands in an open field behind its label, unless the library has other words for it."""

# What follows a heading, on the scale of heading levels: nothing is as good as a higher heading, words as a deeper one.
_NOTHING, _WORDS = 0, 99


def open_field_text(label: str, to_fill_in: str = TO_FILL_IN) -> str:
    """Return what an open field reads in every format."""
    return f"[{label}: {to_fill_in}]"


def plain_text(inlines: Inlines, to_fill_in: str = TO_FILL_IN) -> str:
    """Return the words of a line without their marks; a line break is a newline, a reference to a note is nothing."""
    return "".join(_plain(inline, to_fill_in) for inline in inlines)


def _plain(inline: Inline, to_fill_in: str) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(content) | Emphasis(content) | Link(_, content):
            return plain_text(content, to_fill_in)
        case OpenField(_, label):
            return open_field_text(label, to_fill_in)
        case LineBreak():
            return "\n"
        case NoteMark() | EntryMark():
            return ""
        case _:
            assert_never(inline)


def lines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Return every heading, paragraph, title, cell and caption in reading order."""
    for block in blocks:
        match block:
            case Heading(_, content) | Paragraph(content) | Figure(_, _, content) | Chart(caption=content):
                yield content
            case ListBlock(_, items) | Checklist(items):
                for item in items:
                    yield from lines(item)
            case Table(title, header, rows, _):
                yield from (title, *header, *(cell for row in rows for cell in row))
            case Quote(inner):
                yield from lines(inner)
            case Box(title, inner):
                yield title
                yield from lines(inner)
            case _:
                assert_never(block)


def figures(blocks: Iterable[Block]) -> Iterator[tuple[Figure, str]]:
    """Return every figure in reading order, with the entry, or the part of an offer, that it stands in, if any."""
    inside: list[str] = []
    for block in blocks:
        if isinstance(block, Figure):
            yield block, inside[-1] if inside else ""
        for inline in _every_inline((block,)):
            if isinstance(inline, EntryMark) and inline.edge == "start":
                inside.append(inline.entry)
            elif isinstance(inline, EntryMark) and inline.entry in inside:
                inside.remove(inline.entry)


def charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    """Return every chart in reading order."""
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        elif isinstance(block, ListBlock | Checklist):
            for item in block.items:
                yield from charts(item)
        elif isinstance(block, Quote | Box):
            yield from charts(block.blocks)


def headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Return every heading in reading order, those in boxes and lists as well."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, ListBlock | Checklist):
            for item in block.items:
                yield from headings(item)
        elif isinstance(block, Quote | Box):
            yield from headings(block.blocks)


def is_listed(heading: Heading, contents: Contents | None) -> bool:
    """Tell whether a heading stands in a table of contents: one that says something, and is not too deep."""
    return contents is not None and heading.level <= contents.depth and bool(plain_text(heading.content).strip())


def block_texts(blocks: Blocks, to_fill_in: str = TO_FILL_IN) -> tuple[str, ...]:
    """Return the text of every line that has one, without marks; notes and the texts for pictures are left out."""
    return tuple(text for line in lines(blocks) if (text := plain_text(line, to_fill_in)))


def count_words(blocks: Blocks) -> int:
    """Return the number of words as Word counts them: what stands between white space, a non-breaking space included.

    The title block (title, subtitle, author, date) and the notes do not count.
    """
    return sum(len(text.split()) for text in block_texts(blocks))


def entries(blocks: Blocks) -> tuple[str, ...]:
    """Return the ids of the library entries that a document speaks from, in the order of their first mark."""
    marked = (inline.entry for inline in _every_inline(blocks) if isinstance(inline, EntryMark))
    return tuple(dict.fromkeys(name for name in marked if "." not in name))  # a name with dots marks a part of an offer


def open_fields(blocks: Blocks, notes: Iterable[Note] = ()) -> tuple[OpenField, ...]:
    """Return the open fields in the order of the document, those in the notes it refers to last, each once."""
    referred = set(note_labels(blocks))
    within_notes = (inline for note in notes if note.label in referred for inline in _inside(note.content))
    everything = chain(_every_inline(blocks), within_notes)
    return tuple(dict.fromkeys(inline for inline in everything if isinstance(inline, OpenField)))


def note_labels(blocks: Blocks) -> tuple[str, ...]:
    """Return the labels of the notes that are referred to, in the order of first use."""
    return tuple(dict.fromkeys(inline.label for inline in _every_inline(blocks) if isinstance(inline, NoteMark)))


def used_notes(blocks: Blocks, notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return the notes that are referred to, in the order of first use."""
    by_label = {note.label: note for note in notes}
    return tuple(by_label[label] for label in note_labels(blocks))


def _every_inline(blocks: Blocks) -> Iterator[Inline]:
    for line in lines(blocks):
        yield from _inside(line)


def _inside(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link):
            yield from _inside(inline.content)


def without_empty_sections(blocks: Blocks) -> Blocks:
    """Return the blocks without the headings that have no words under them, up to the next heading of their level or higher."""
    kept: list[Block] = []
    follower = _NOTHING
    for block in reversed(blocks):
        if isinstance(block, Heading):
            if follower <= block.level:
                continue
            follower = block.level
        elif isinstance(block, Figure | Chart) or block_texts((block,)):
            follower = _WORDS
        kept.append(block)
    return tuple(reversed(kept))
