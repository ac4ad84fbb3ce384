"""From an organisation's parts to a frame: settle each part, complete what is missing, let go of what is unused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pitchkit.writers.docx.frame import Frame, Free, Role
from pitchkit.writers.docx.housestyle import lettering, settling
from pitchkit.writers.docx.housestyle.body import Body, edge_stories, page_of, settle_body
from pitchkit.writers.docx.housestyle.numbering import Numbering
from pitchkit.writers.docx.housestyle.package import Package
from pitchkit.writers.docx.housestyle.stylesheet import Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import Element, find, first_free, number, parse_word, serialise, tag, value

_WORD_2013: Final = 15  # its compatibility mode

Missing = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Rooms:
    """The parts of the file that documents are written in."""

    package: Package
    body: Body
    styles: Stylesheet
    numbering: Numbering
    notes: Element
    settings: Element
    names: dict[settling.StoryPart, str]


def make_frame(package: Package) -> tuple[Frame, Missing]:
    """Return the frame, and the styles that were missing, each with the style that its stand-in is based on."""
    rooms = _open_rooms(package)
    styles, theme = rooms.styles, settling.theme_of(package)
    styles.complete(settling.theme_accent(theme))
    lettering.speak_dutch(styles)
    lists = rooms.numbering.settle()
    settling.settle_notes(rooms.notes, rooms.body.root)
    settling.settle_settings(rooms.settings, rooms.notes)
    core, custom, free_property = settling.settle_properties(package)
    body_style = lettering.choose_body(styles)
    settling.let_go(package, package.main, rooms.body.root)
    settling.let_go(package, rooms.names["footnotes"], rooms.notes)
    _store(rooms)
    stories = [rooms.body.root, rooms.notes, *edge_stories(package, rooms.body.root)]
    free = _free_numbers(rooms, stories, free_property)
    roles: dict[Role, str] = {"document": package.main, "core": core, "custom": custom}
    roles.update(rooms.names.items())
    frame = Frame(
        parts=MappingProxyType(package.finish((package.main, rooms.names["footnotes"]))),
        roles=MappingProxyType(roles),
        styles=MappingProxyType(styles.ids),
        lists=lists,
        page=page_of(rooms.body.section),
        free=free,
        has_furniture=rooms.body.has_furniture,
        body_style=body_style,
        header_tabs=_tab_stops(styles),
        left_indents=MappingProxyType({name: styles.measure(name, "w:pPr/w:ind", "w:left") for name in ("Box Text", "Quote")}),
        list_end=lettering.list_end(styles),
        letter_width=lettering.letter_width(styles, theme),
        table_shift=_table_shift(rooms),
        accent=styles.accent,
        letter=lettering.letter(styles, theme),
        taken_bookmarks=frozenset(value(found, "w:name").lower() for found in _all(stories, "w:bookmarkStart")),
    )
    return frame, tuple(styles.missing)


def _open_rooms(package: Package) -> _Rooms:
    body = settle_body(package, parse_word(package.parts[package.main], package.main, "w:document"))
    kinds: tuple[settling.StoryPart, ...] = ("styles", "numbering", "footnotes", "settings")
    opened = {kind: settling.open_part(package, kind) for kind in kinds}
    styles = Stylesheet(opened["styles"][1])
    return _Rooms(
        package=package,
        body=body,
        styles=styles,
        numbering=Numbering(opened["numbering"][1], styles),
        notes=opened["footnotes"][1],
        settings=opened["settings"][1],
        names={kind: name for kind, (name, _) in opened.items()},
    )


def _store(rooms: _Rooms) -> None:
    parts = rooms.package.parts
    parts[rooms.package.main] = serialise(rooms.body.root)
    parts[rooms.names["styles"]] = serialise(rooms.styles.root)
    parts[rooms.names["numbering"]] = serialise(rooms.numbering.root)
    parts[rooms.names["footnotes"]] = serialise(rooms.notes)
    parts[rooms.names["settings"]] = serialise(rooms.settings)


def _free_numbers(rooms: _Rooms, stories: list[Element], free_property: int) -> Free:
    """Return the first numbers that nothing kept of the file uses."""
    notes = rooms.notes.findall(tag("w:footnote"))
    return Free(
        relation=max(rooms.package.free_relation(part) for part in (rooms.package.main, rooms.names["footnotes"])),
        bookmark=first_free(number(value(found, "w:id")) for found in _all(stories, "w:bookmarkStart")),
        drawing=first_free(number(found.get("id", "")) for found in _all(stories, "wp:docPr")),
        note=first_free(number(value(found, "w:id")) for found in notes),
        list_number=rooms.numbering.free_number(),
        property=free_property,
    )


def _all(stories: list[Element], name: str) -> Iterator[Element]:
    for story in stories:
        yield from story.iter(tag(name))


def _tab_stops(styles: Stylesheet) -> tuple[int, ...]:
    """Return where the tabs of the header style stop, in twips."""
    tabs = styles.effective("header", "w:pPr/w:tabs")
    stops = [] if tabs is None else [stop for stop in tabs if find(tabs, "w:tab") is not None and value(stop) != "clear"]
    return tuple(number(value(stop, "w:pos")) for stop in stops)


def _table_shift(rooms: _Rooms) -> int:
    """Return how far a table moves in, in twips: a file of before Word 2013 puts the words under the text, not the edge."""
    modes = (
        value(found) for found in rooms.settings.iter(tag("w:compatSetting")) if value(found, "w:name") == "compatibilityMode"
    )
    if number(next(modes, ""), 12) >= _WORD_2013:
        return 0
    table = next(iter(rooms.styles.chain("Pitch Table")), None)
    return number(value(find(table, "w:tblPr/w:tblCellMar/w:left"), "w:w"))
