"""Reads a Word file: its text in the order of the page, headings, lists with the numbers that Word counts, and tables."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.offers.reading.blocks import Block, guess_headings, place_blocks
from pitchkit.offers.reading.noting import Notes
from pitchkit.offers.reading.office import OfficeFile, Unreadable
from pitchkit.offers.reading.papers import Line
from pitchkit.offers.reading.placing import Places
from pitchkit.offers.reading.word.body import BodyReader
from pitchkit.offers.reading.word.names import find, tag, value
from pitchkit.offers.reading.word.numbering import Numbering
from pitchkit.offers.reading.word.rooms import find_rooms
from pitchkit.offers.reading.word.styles import Styles

_DRAWN = frozenset({"diagramData", "chart"})
_NOTES = (("footnotes", "footnote", "voetnoot"), ("endnotes", "endnote", "eindnoot"))


def read_word(package: OfficeFile, notes: Notes) -> tuple[Line, ...]:
    """Return the lines of a Word file; raise Unreadable when it is damaged."""
    main = package.related("", "officeDocument")
    root = package.parse(main)
    body = find(root, "w:body")
    if body is None:
        raise Unreadable("paper-damaged")
    styles = Styles(package.parse(package.related(main, "styles")))
    numbering = Numbering(package.parse(package.related(main, "numbering")), styles)
    notes.add("paper-diagrams", count=sum(one.kind in _DRAWN for one in package.relations(main)))
    reader = BodyReader(styles, numbering, notes)
    blocks = [*guess_headings(find_rooms(list(reader.read(body, "body")))), *_read_notes(package, main, reader)]
    return tuple(place_blocks(blocks, _say_place))


def _say_place(block: Block, places: Places) -> str:
    if block.kind == "heading":
        return ""
    if block.kind == "row":
        return places.within(f"{block.table}, {block.where}")
    return block.where or places.paragraph()


def _read_notes(package: OfficeFile, main: str, reader: BodyReader) -> Iterator[Block]:
    """Yield the footnotes and endnotes, each as lines of its own behind the text."""
    for kind, name, said in _NOTES:
        root = package.parse(package.related(main, kind))
        if root is None:
            continue
        count = 0
        for position, note in enumerate(root.iterchildren("{*}*"), start=1):
            if note.tag != tag(name) or value(note, "type") in {"separator", "continuationSeparator", "continuationNotice"}:
                continue
            count += 1
            yield from (one for one in reader.read_note(note, f"{kind}/{position}", f"{said} {count}") if one.text or one.cells)
