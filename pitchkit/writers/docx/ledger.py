"""What is handed out while a document is written: numbers, names, relations, pictures and notes, in order of asking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from pitchkit.document import Document
from pitchkit.writers.docx.frame import Frame, ListLevel
from pitchkit.writers.docx.xml import R, element, setting

Story = Literal["document", "footnotes"]

_BOOKMARK_LENGTH = 40  # Word refuses longer names


@dataclass(frozen=True, slots=True)
class Relation:
    """From a part of the file to another part or to an address outside."""

    id: str
    kind: str  # the last word of the relation's type: hyperlink, image, header, footer
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading in the table of contents: its words, its level from 1, and the bookmark round it."""

    words: str
    level: int
    bookmark: str


@dataclass(slots=True)
class Ledger:
    """One document's bookkeeping; the same document asks the same questions in the same order."""

    frame: Frame
    document: Document
    relations: dict[Story, list[Relation]] = field(default_factory=lambda: {"document": [], "footnotes": []})
    parts: dict[str, tuple[bytes, str]] = field(default_factory=dict)  # name -> content, content type if its ending does not say
    list_numbers: list[str] = field(default_factory=list)  # w:num elements
    notes: dict[str, int] = field(default_factory=dict)  # label -> number as printed
    note_xml: list[str] = field(default_factory=list)
    open_entries: dict[str, list[int]] = field(default_factory=dict)  # entry -> bookmark ids, last opened last
    contents: list[ContentsEntry] = field(default_factory=list)  # the headings that the table of contents leads to
    _bookmark_names: set[str] = field(default_factory=set)
    _bookmarks: int = 0
    _drawings: int = 0

    def relate(self, story: Story, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of the story's relation to this target; asking again gives the same id."""
        known = self.relations[story]
        for relation in known:
            if (relation.kind, relation.target) == (kind, target):
                return relation.id
        relation = Relation(f"rId{self.frame.free.relation + len(known)}", kind, target, external)
        known.append(relation)
        return relation.id

    def open_bookmark(self, wanted: str) -> tuple[int, str]:
        """Return the number and the XML that begins a bookmark with this name, made valid and unique."""
        return self.begin_bookmark(self.bookmark_name(wanted))

    def begin_bookmark(self, name: str) -> tuple[int, str]:
        """Return the number and the XML that begins the bookmark with a name that `bookmark_name` gave."""
        self._bookmarks += 1
        number = self.frame.free.bookmark + self._bookmarks - 1
        return number, element("w:bookmarkStart", {"w:id": number, "w:name": name})

    def bookmark_name(self, wanted: str) -> str:
        """Return this name made valid, and another one than every name before it."""
        stem = re.sub(r"[^A-Za-z0-9_]", "_", wanted)[:_BOOKMARK_LENGTH]
        name, count = stem, 1
        while name.lower() in self._bookmark_names or name.lower() in self.frame.taken_bookmarks:
            count += 1
            tail = f"_{count}"
            name = stem[: _BOOKMARK_LENGTH - len(tail)] + tail
        self._bookmark_names.add(name.lower())
        return name

    def next_drawing(self) -> int:
        """Return a number for a drawing that no other drawing has."""
        self._drawings += 1
        return self.frame.free.drawing + self._drawings - 1

    def restart(self, level: ListLevel) -> int:
        """Return the number of a new list at this level that counts from 1."""
        number = self.frame.free.list_number + len(self.list_numbers)
        start = element("w:lvlOverride", {"w:ilvl": level.level}, setting("w:startOverride", 1))
        self.list_numbers.append(element("w:num", {"w:numId": number}, setting("w:abstractNumId", level.abstract), start))
        return number

    def relations_xml(self, story: Story) -> str:
        """Return the relations of a story that were asked for."""
        written = []
        for relation in self.relations[story]:
            attributes = {"Id": relation.id, "Type": f"{R}/{relation.kind}", "Target": relation.target}
            written.append(element("Relationship", {**attributes, "TargetMode": "External"} if relation.external else attributes))
        return "".join(written)


def close_bookmark(number: int) -> str:
    """Return the XML that ends a bookmark."""
    return element("w:bookmarkEnd", {"w:id": number})
