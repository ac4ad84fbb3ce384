"""The document tree: what a document says, without saying how a format shows it.

Frozen values and closed unions: a writer that forgets a kind of node is an error that mypy finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

# --- inside a line -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Words, literally."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with more weight."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words with another tone: a title, a term."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    url: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class OpenField:
    """Something the profile does not say yet: `key` fills it, `label` tells the reader what is missing."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to the note with this label in `Document.notes`; one note may be referred to more than once."""

    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within the same paragraph."""


@dataclass(frozen=True, slots=True)
class EntryMark:
    """Where the words of a library entry begin or end. Shows nothing; Word gets a bookmark."""

    entry: str
    edge: Literal["start", "end"]


Inline = Text | Strong | Emphasis | Link | OpenField | NoteMark | LineBreak | EntryMark
Inlines = tuple[Inline, ...]

# --- blocks ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest inside a document, below its title."""

    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list; a numbered one counts from 1."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off, none of them ticked."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header. `title` stands above it."""

    title: Inlines
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[Literal["left", "right"], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, or words set apart."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """The point of the document, framed, with a title of its own."""

    title: Inlines
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a text for who cannot see it, and a caption."""

    path: str
    alt: str
    caption: Inlines


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one line or one kind of bar; None leaves a gap. `mark` is the place of the one point that counts."""

    name: str
    values: tuple[Decimal | None, ...]
    mark: int | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of numbers: what Word draws itself, and what `picture` beside a Markdown file shows.

    `name` is what screen readers and lists of objects call it; `alt` says what it shows.
    """

    name: str
    kind: Literal["lines", "bars"]
    alt: str
    caption: Inlines
    x_title: str
    y_title: str
    unit: Literal["euro", "hours"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    picture: str

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.categories) for series in self.series):
            raise ValueError(f"the chart {self.name!r} has a series with more or fewer values than there are categories")


Block = Heading | Paragraph | ListBlock | Checklist | Table | Quote | Box | Figure | Chart
Blocks = tuple[Block, ...]

# --- the whole ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its label within the document, and what it says."""

    label: str
    content: Inlines


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's file name as `Figure.path` gives it, and its bytes (PNG or JPEG)."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that a writer adds itself, in the document's language."""

    page: str  # e.g. "Pagina"
    of: str  # e.g. "van"
    see_note: str  # e.g. "zie noot"
    to_fill_in: str  # e.g. "nog invullen"


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How the pages must look, such as a buyer asks; what is None is left to the writer. Markdown has no pages.

    `margins` are millimetres, at all four edges. `font` is for every letter; `size` is that of running text in points, the
    rest keeps its proportion to it; no letter is smaller than `smallest` points, also in tables, notes and charts.
    `line_spacing` is a multiple of single spacing: that of running text, and the least elsewhere.
    """

    orientation: Literal["portrait", "landscape"] = "portrait"
    paper: Literal["A4", "A3"] = "A4"
    margins: Decimal | None = None
    font: str | None = None
    size: Decimal | None = None
    smallest: Decimal | None = None
    line_spacing: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents, after the title: the headings down to level `depth`, under a title of its own.

    `pages` holds the page of each of these headings, in their order; it is empty as long as nobody has laid out the pages.
    """

    title: str
    depth: Literal[1, 2] = 2
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document: `language` as in "nl-NL", `date` as in "2026-11-22", notes in the order of first use.

    `page` says how pages must look where somebody asks for it, `contents` that the document begins with what is in it.
    """

    title: str
    subtitle: str
    author: str
    running_head: str
    date: str
    language: str
    words: Words
    blocks: Blocks
    notes: tuple[Note, ...]
    pictures: tuple[Picture, ...] = ()
    page: PageSetup | None = None
    contents: Contents | None = None
