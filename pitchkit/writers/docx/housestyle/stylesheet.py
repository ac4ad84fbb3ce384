"""The styles of an organisation's file: found by name, asked for what they come to, and completed with ours."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from pitchkit.writers.docx.frame import base_part
from pitchkit.writers.docx.housestyle import colours
from pitchkit.writers.docx.housestyle.wordxml import Element, find, grown, new, number, parse, put, tag, value

BASE_SIZE: Final = 21  # half points of running text in our own styles
SMALLEST: Final = 16  # half points; smaller letters are hard to read
_HEADINGS: Final = ("heading 1", "heading 2", "heading 3", "heading 4")
_TITLES: Final = ("Title", "TOC Heading")  # they look like headings, and are none
# Styles that somebody who makes a template may be expected to have; ours beside these go without saying.
EXPECTED: Final = (
    "Title", "Subtitle", *_HEADINGS, "List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2",
    "List Number 3", "Quote", "caption", "footnote text", "footnote reference", "Hyperlink",
)  # fmt: skip
_DEFAULTS: Final = {"paragraph": "Normal", "character": "Default Paragraph Font", "table": "Normal Table"}


@dataclass(slots=True)
class Stylesheet:
    """A house's styles. `ids` leads from a name in lower case to an id; `added` holds the names of ours."""

    root: Element
    ids: dict[str, str] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    missing: list[tuple[str, str]] = field(default_factory=list)
    accent: str = colours.ACCENT
    body_size: int = BASE_SIZE
    _by_id: dict[str, Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.root.findall(tag("w:style")):
            self._index(style)
        default = next((s for s in self._by_id.values() if s.get(tag("w:default")) == "1" and _kind(s) == "paragraph"), None)
        if default is not None:
            self.ids["normal"] = default.get(tag("w:styleId"), "")
        self.body_size = number(value(self.effective("normal", "w:rPr/w:sz")), 20)

    def _index(self, style: Element) -> None:
        name = value(find(style, "w:name")).lower()
        style_id = style.get(tag("w:styleId"), "")
        if name and style_id:
            self.ids.setdefault(name, style_id)
            self._by_id.setdefault(style_id, style)

    # --- asking --------------------------------------------------------------------------------------------------

    def style(self, name: str) -> Element | None:
        """Return the style with this name."""
        return self._by_id.get(self.ids.get(name.lower(), ""))

    def chain(self, name: str) -> Iterator[Element]:
        """Return the style and those it is based on, nearest first."""
        style, seen = self.style(name), set[str]()
        while style is not None and (style_id := style.get(tag("w:styleId"), "")) not in seen:
            seen.add(style_id)
            yield style
            style = self._by_id.get(value(find(style, "w:basedOn")))

    def effective(self, name: str, path: str) -> Element | None:
        """Return the element that decides, such as w:rPr/w:sz: the nearest in the chain, else the document's default."""
        for style in self.chain(name):
            found = find(style, path)
            if found is not None:
                return found
        place = {"w:rPr": "w:docDefaults/w:rPrDefault/", "w:pPr": "w:docDefaults/w:pPrDefault/"}[path[:5]]
        return find(self.root, place + path)

    def measure(self, name: str, path: str, attribute: str, otherwise: int = 0) -> int:
        """Return one attribute of a property, in twips; each attribute is inherited by itself."""
        defaults = find(self.root, "w:docDefaults/w:pPrDefault")
        for place in (*self.chain(name), *([] if defaults is None else [defaults])):
            text = value(find(place, path), attribute)
            if text:
                return number(text, otherwise)
        return otherwise

    # --- adding --------------------------------------------------------------------------------------------------

    def complete(self, theme_accent: str) -> None:
        """Add the styles of ours that the house lacks, in its colour and letter."""
        heading = value(self.effective("heading 1", "w:rPr/w:color"))
        self.accent = colours.choose_accent([heading, theme_accent])
        self.add(parse(base_part("word/styles.xml"), "word/styles.xml"))
        for level, name in enumerate(_HEADINGS):
            found = self.style(name)
            if found is not None and self.effective(name, "w:pPr/w:outlineLvl") is None:
                put(grown(found, "w:pPr"), new("w:outlineLvl", val=level))

    def add(self, base: Element) -> None:
        """Add those of our styles in `base` that the house lacks."""
        wanted = {value(find(style, "w:name")): style for style in base.findall(tag("w:style"))}
        our_ids = {"Normal": "Normal"} | {style.get(tag("w:styleId"), ""): name for name, style in wanted.items()}
        for name, style in wanted.items():
            if self.style(name) is None:
                self._add(name, copy.deepcopy(style), our_ids)

    def _add(self, name: str, style: Element, our_ids: dict[str, str]) -> None:
        style_id = style.get(tag("w:styleId"), "")
        style.set(tag("w:styleId"), f"Pitch{style_id}" if style_id in self._by_id else style_id)
        if _DEFAULTS.get(_kind(style)) != name:
            style.attrib.pop(tag("w:default"), "")
        self._dress(style)
        if _kind(style) == "paragraph":
            self._follow_headings(name, style)
        for link in ("w:basedOn", "w:next"):
            self._point(find(style, link), our_ids)
        if name in EXPECTED:
            self.missing.append((name, self.name_of(value(find(style, "w:basedOn")))))
        self.root.append(style)
        self._index(style)
        self.added.add(name.lower())

    def _dress(self, style: Element) -> None:
        """Give a style of ours the accent of the house, and sizes that fit its running text."""
        fresh = {colours.ACCENT: self.accent, colours.TINT: colours.tint_of(self.accent)}
        for element in style.iter():
            for key, found in element.attrib.items():
                element.set(key, fresh.get(str(found), str(found)))
            if element.tag in {tag("w:sz"), tag("w:szCs")}:
                fitted = round(number(value(element)) * self.body_size / BASE_SIZE)
                element.set(tag("w:val"), str(max(SMALLEST, fitted)))

    def _follow_headings(self, name: str, style: Element) -> None:
        """Base a missing heading or title on the headings of the house, so that it has their letter and colour."""
        above = dict(pairwise(_HEADINGS[::-1])) | dict.fromkeys(_TITLES, "heading 1")
        parent = above.get(name, "")
        if self.style(parent) is None or parent in self.added:
            return
        grown(style, "w:basedOn").set(tag("w:val"), self.ids[parent])
        paragraph, look = grown(style, "w:pPr"), grown(style, "w:rPr")
        put(paragraph, new("w:pageBreakBefore", val=0))
        grown(paragraph, "w:numPr", "w:numId").set(tag("w:val"), "0")
        for colour in look.findall(tag("w:color")):
            look.remove(colour)
        if name in _TITLES:
            put(paragraph, new("w:outlineLvl", val=9))
            return
        size = max(self.body_size, number(value(self.effective(parent, "w:rPr/w:sz")), self.body_size) - 2)
        put(look, new("w:sz", val=size))
        put(look, new("w:szCs", val=size))

    def _point(self, link: Element | None, our_ids: dict[str, str]) -> None:
        """Lead a reference between our styles to the style that has that name here."""
        if link is not None and (name := our_ids.get(value(link))) and name.lower() in self.ids:
            link.set(tag("w:val"), self.ids[name.lower()])

    def name_of(self, style_id: str) -> str:
        """Return the name of a style, as the house writes it."""
        return value(find(self._by_id.get(style_id), "w:name")) or style_id


def _kind(style: Element) -> str:
    return style.get(tag("w:type"), "paragraph")
