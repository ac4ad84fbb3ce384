"""What stands round the body: the parts of the file, its styles by name, its lists, its page.

The frame is the pitchkit's own (`base_frame`) or made from an organisation's file (`housestyle`); what writes the body
cannot tell the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pitchkit.charting import ACCENT

ListKind = Literal["bullet", "number", "check"]
Role = Literal["document", "styles", "numbering", "footnotes", "settings", "core", "custom"]

BASE: Final = Path(__file__).parent / "base"
LEVELS: Final = 3  # a list goes no deeper than this

LIST_STYLES: Final[Mapping[ListKind, tuple[str, ...]]] = {
    "bullet": ("List Bullet", "List Bullet 2", "List Bullet 3"),
    "number": ("List Number", "List Number 2", "List Number 3"),
    "check": ("Checklist", "Checklist 2", "Checklist 3"),
}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a kind of list: its style by name, where it is numbered, and its indents in twips."""

    style: str
    number: int
    abstract: int
    level: int
    left: int
    hanging: int
    by_style: bool  # the style alone shows the bullet, at these indents
    tabs: tuple[int, ...] = ()  # where the words after the bullet stop, if the list says so


@dataclass(frozen=True, slots=True)
class Page:
    """The room for text on a page, in twips."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Free:
    """The first numbers that are free to use in the frame."""

    relation: int = 7
    bookmark: int = 1
    drawing: int = 1
    note: int = 1
    list_number: int = 4
    property: int = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A Word file with holes (`xml.hole`) where the words of a document go."""

    parts: Mapping[str, bytes]
    roles: Mapping[Role, str]  # which part does what
    styles: Mapping[str, str]  # style name in lower case -> style id
    lists: Mapping[ListKind, tuple[ListLevel, ...]]
    page: Page
    free: Free = field(default_factory=Free)
    has_furniture: bool = False  # a header, footer or page number stands there already
    body_style: str = "Normal"  # the style of running text
    header_tabs: tuple[int, ...] = ()  # tab stops of the header style, in twips
    left_indents: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({"Box Text": 240, "Quote": 340}))
    list_end: int | None = 120  # twips below a list; None leaves it to the style
    letter_width: float = 1.0  # of the letters in a table, Calibri of 9.5 pt being 1
    table_shift: int = 0  # twips that a table moves in to stand under the text; Word before 2013 hangs it out
    taken_bookmarks: frozenset[str] = frozenset()  # in lower case
    accent: str = ACCENT  # the colour of charts
    letter: str = "Calibri"  # the letter of charts; empty for the one of the theme
    smallest: float = 0.0  # points; no letter of a chart is smaller

    def style(self, name: str) -> str:
        """Return the id of the style with this name."""
        return self.styles[name.lower()]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """An organisation's own Word file, ready to be written in.

    `missing` names each of Word's own styles that the file lacks, with the style of the file that its stand-in is based on.
    """

    name: str
    frame: Frame
    missing: tuple[tuple[str, str], ...]


def relations_part(part: str) -> str:
    """Return the name of the part that holds the relations of this part."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def base_part(name: str) -> bytes:
    """Return a part of the base document as it lies in the package."""
    return (BASE / name).read_bytes()


@cache
def base_frame() -> Frame:
    """Return pitchkit's own frame: A4, Dutch, all styles there."""
    files = sorted(path for path in BASE.rglob("*") if path.is_file())
    parts = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in files}
    return Frame(
        parts=MappingProxyType(parts),
        roles=MappingProxyType(
            {
                "document": "word/document.xml",
                "styles": "word/styles.xml",
                "numbering": "word/numbering.xml",
                "footnotes": "word/footnotes.xml",
                "settings": "word/settings.xml",
                "core": "docProps/core.xml",
                "custom": "docProps/custom.xml",
            }
        ),
        styles=MappingProxyType(_style_ids(parts["word/styles.xml"].decode())),
        lists=MappingProxyType({kind: own_levels(kind) for kind in LIST_STYLES}),
        page=Page(width=9070, height=14400),
    )


def own_levels(kind: ListKind) -> tuple[ListLevel, ...]:
    """Return the three levels of a kind of list as base/word/numbering.xml has them."""
    number = {"bullet": 1, "number": 2, "check": 3}[kind]
    step = 340 if kind == "bullet" else 397
    return tuple(
        ListLevel(style, number, number, level, step * (level + 1), step, by_style=True)
        for level, style in enumerate(LIST_STYLES[kind])
    )


def _style_ids(styles: str) -> dict[str, str]:
    found = re.findall(r'<w:style [^>]*w:styleId="(\w+)">\s*<w:name w:val="([^"]+)"/>', styles)
    return {name.lower(): style_id for style_id, name in found}
