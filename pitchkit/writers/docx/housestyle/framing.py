"""From an organisation's parts to a frame: settle each part, complete what is missing, let go of what is unused."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from lxml import etree

from pitchkit.writers.docx import xml
from pitchkit.writers.docx.frame import Frame, Free, Role, base_part
from pitchkit.writers.docx.housestyle import lettering
from pitchkit.writers.docx.housestyle.body import Body, edge_stories, page_of, settle_body
from pitchkit.writers.docx.housestyle.numbering import Numbering
from pitchkit.writers.docx.housestyle.package import Package, Relation
from pitchkit.writers.docx.housestyle.stylesheet import Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import (
    Element,
    find,
    first_free,
    hole,
    new,
    number,
    parse,
    parse_word,
    put,
    serialise,
    tag,
    value,
)

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ALWAYS: Final = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "webSettings", "footnotes", "endnotes", "glossaryDocument", "customXml"}
)  # relations that hold without being mentioned in the text
_GONE_FROM_FILE: Final = frozenset({"core-properties", "thumbnail", "origin", "extensibility"})
_CUSTOM_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def make_frame(package: Package) -> tuple[Frame, tuple[tuple[str, str], ...]]:
    """Return the frame, and the styles that were missing, each with the style that its stand-in is based on."""
    main = package.main
    body = settle_body(package, parse_word(package.parts[main], main, "w:document"))
    names = {role: _name(package, role) for role in ("styles", "numbering", "footnotes", "settings")}
    theme_name = package.related(main, "theme")
    theme = parse(package.parts[theme_name], theme_name) if theme_name else None
    styles = Stylesheet(_root(package, names["styles"], "styles"))
    styles.complete(_theme_accent(theme))
    lettering.speak_dutch(styles)
    numbering = Numbering(_empty_numbering(package, names["numbering"]), styles)
    lists = numbering.settle()
    notes = _settle_notes(_root(package, names["footnotes"], "footnotes"), body.root)
    body_style = lettering.choose_body(styles)
    _store(package, names["styles"], "styles", styles.root)
    _store(package, names["numbering"], "numbering", numbering.root)
    _store(package, names["footnotes"], "footnotes", notes)
    _store(package, names["settings"], "settings", _settle_settings(_root(package, names["settings"], "settings")))
    free_property, custom, core = _settle_properties(package)
    _let_go(package, body.root)
    package.parts[main] = serialise(body.root)
    stories = [body.root, notes, *edge_stories(package, body.root)]
    free = Free(
        relation=max(package.free_relation(part) for part in (main, names["footnotes"])),
        bookmark=first_free(number(value(found, "w:id")) for found in _all(stories, "w:bookmarkStart")),
        drawing=first_free(number(found.get("id", "")) for found in _all(stories, "wp:docPr")),
        note=first_free(number(value(found, "w:id")) for found in notes.findall(tag("w:footnote"))),
        list_number=numbering.free_number(),
        property=free_property,
    )
    roles: dict[Role, str] = {
        "document": main,
        "styles": names["styles"],
        "numbering": names["numbering"],
        "footnotes": names["footnotes"],
        "settings": names["settings"],
        "core": core,
        "custom": custom,
    }
    frame = Frame(
        parts=MappingProxyType(package.finish((main, names["footnotes"]))),
        roles=MappingProxyType(roles),
        styles=MappingProxyType(styles.ids),
        lists=lists,
        page=page_of(body.section),
        free=free,
        has_furniture=body.has_furniture,
        body_style=body_style,
        header_tabs=_tab_stops(styles),
        left_indents=MappingProxyType({name: styles.measure(name, "w:pPr/w:ind", "w:left") for name in ("Box Text", "Quote")}),
        list_end=lettering.list_end(styles),
        letter_width=lettering.letter_width(styles, theme),
        taken_bookmarks=frozenset(value(found, "w:name").lower() for found in _all(stories, "w:bookmarkStart")),
    )
    return frame, tuple(styles.missing)
