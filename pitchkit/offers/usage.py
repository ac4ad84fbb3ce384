"""How much of its limit a part of an offer takes: words and characters as Word counts them. Pure.

In the tree the heading of a criterion or a question carries a mark with its key (`offer.criteria.1.questions.2`): a part
begins there and goes on to the next heading that is as high.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pitchkit import outline
from pitchkit.document import Block, Blocks, Chart, Document, EntryMark, Figure, Heading, Inlines, Table
from pitchkit.offers.model import Criterion, Question
from pitchkit.offers.rules import Counts, Limit


@dataclass(frozen=True, slots=True)
class Length:
    """How long something is; characters count with the spaces in a line."""

    words: int = 0
    characters: int = 0

    def __add__(self, other: Length) -> Length:
        return Length(self.words + other.words, self.characters + other.characters)


@dataclass(frozen=True, slots=True)
class Usage:
    """How long a part of an offer is and may be: the whole (no criterion), a criterion, or one of its questions.

    `pages` are sides of paper, None where nobody laid it out; an estimate says that it is one. `document` is the name of the
    built document that holds the part.
    """

    document: str
    criterion: Criterion | None
    question: Question | None
    limit: Limit
    words: int
    characters: int
    pages: Decimal | None = None
    is_estimate: bool = False

    @property
    def id(self) -> str:
        """The buyer's id of the part; empty for the whole."""
        part = self.question or self.criterion
        return part.id if part else ""

    @property
    def exceeds(self) -> tuple[str, ...]:
        """Which limits it goes over: words, characters, pages."""
        return tuple(
            name
            for name in ("words", "characters", "pages")
            if (limit := getattr(self.limit, name)) is not None and (used := getattr(self, name)) is not None and used > limit
        )


def key_of(criterion: int, question: int | None = None) -> str:
    """Return the key that marks a part; criteria and questions are counted from 1, as they stand in the offer file."""
    return f"offer.criteria.{criterion}" + (f".questions.{question}" if question else "")


def part(blocks: Blocks, key: str) -> Blocks:
    """Return the heading with this key and what belongs to it; nothing where no heading has it."""
    found: list[Block] = []
    level = 0
    for block in blocks:
        if found and isinstance(block, Heading) and block.level <= level:
            break
        if not found and isinstance(block, Heading) and EntryMark(key, "start") in block.content:
            level = block.level
            found.append(block)
        elif found:
            found.append(block)
    return tuple(found)


def length(document: Document, blocks: Blocks, counts: Counts) -> Length:
    """Return how long some blocks of a document are, with the notes that they refer to, by the buyer's rules."""
    to_fill_in = document.words.to_fill_in
    lines = list(_counted(blocks, counts))
    if counts.notes:
        lines += [note.content for note in outline.used_notes(blocks, document.notes)]
    return sum((_line(outline.plain_text(line, to_fill_in)) for line in lines), Length()) + _dashes(blocks, counts)


def cover_length(document: Document, counts: Counts) -> Length:
    """Return how long the title and the subtitle are, where the cover counts."""
    return _line(document.title) + _line(document.subtitle) if counts.cover else Length()


def _counted(blocks: Blocks, counts: Counts) -> Iterator[Inlines]:
    for block in blocks:
        if isinstance(block, Heading) and not counts.headings:
            continue
        if isinstance(block, Table):
            if counts.captions:
                yield block.title
            if counts.tables:
                yield from outline.lines((replace(block, title=()),))
        elif isinstance(block, Figure | Chart) and not counts.captions:
            continue
        else:
            yield from outline.lines((block,))


def _line(text: str) -> Length:
    return Length(len(text.split()), len(text.replace("\n", "")))


def _dashes(blocks: Iterable[Block], counts: Counts) -> Length:
    # A cell without words gets a dash in Word, and Word counts it.
    if not counts.tables:
        return Length()
    cells = [cell for block in blocks if isinstance(block, Table) for row in (block.header, *block.rows) for cell in row]
    empty = sum(all(isinstance(inline, EntryMark) for inline in cell) for cell in cells)
    return Length(empty, empty)
