"""The lists of a house: its own where a style numbers by itself, ours where it has none."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pitchkit.writers.docx.frame import LIST_STYLES, ListKind, ListLevel, base_part, own_levels
from pitchkit.writers.docx.housestyle import colours
from pitchkit.writers.docx.housestyle.stylesheet import Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import NAMES, Element, find, first_free, grown, hole, new, number, parse, tag, value

_STEP: Final = 360  # twips that a list moves in, where the house does not say


class Numbering:
    """The numbering part of a house while lists are added to it."""

    def __init__(self, root: Element, styles: Stylesheet) -> None:
        self.root = root
        self.styles = styles
        self._base = parse(base_part("word/numbering.xml"), "word/numbering.xml")

    def settle(self) -> Mapping[ListKind, tuple[ListLevel, ...]]:
        """Return all levels of all lists; add ours where the house has none, and a hole for new lists."""
        found = MappingProxyType({kind: self._levels(kind) for kind in LIST_STYLES})
        numbers = self.root.findall(tag("w:num"))
        place = self.root.index(numbers[-1]) + 1 if numbers else len(self.root)
        self.root.insert(place, hole("numbers"))
        return found

    def free_number(self) -> int:
        """Return the first number from which on no list is numbered."""
        return first_free(number(value(found, "w:numId")) for found in self.root.findall(tag("w:num")))

    def _levels(self, kind: ListKind) -> tuple[ListLevel, ...]:
        levels: list[ListLevel] = []
        ours: tuple[int, int] | None = None
        for own in own_levels(kind):
            theirs = self._their_level(own)
            if theirs is None:
                ours = ours or self._add(kind)
                theirs = self._our_level(own, ours, levels[-1] if levels else None)
            levels.append(theirs)
        return tuple(levels)

    # --- theirs --------------------------------------------------------------------------------------------------

    def _their_level(self, own: ListLevel) -> ListLevel | None:
        """Return the level at which the house's own style stands in a list, if it does."""
        if own.style.lower() in self.styles.added or self.styles.style(own.style) is None:
            return None
        list_id = value(self.styles.effective(own.style, "w:pPr/w:numPr/w:numId"))
        abstract_id = value(find(self._numbered("w:num", list_id), "w:abstractNumId"))
        abstract = self._definition(abstract_id)
        if list_id in {"", "0"} or abstract is None:
            return None
        level = self._level_of(own.style, abstract)
        indent = self._indent_source(own.style, abstract, level)
        left = number(value(indent, "w:left") or value(indent, "w:start"), _STEP * (own.level + 1))
        hanging = number(value(indent, "w:hanging"), _STEP)
        stops = abstract.findall(f"w:lvl[@w:ilvl='{level}']/w:pPr/w:tabs/w:tab", NAMES)
        tabs = tuple(number(value(stop, "w:pos")) for stop in stops)
        return ListLevel(own.style, number(list_id), number(abstract_id), level, left, hanging, by_style=True, tabs=tabs)

    def _numbered(self, name: str, wanted: str) -> Element | None:
        key = tag("w:numId" if name == "w:num" else "w:abstractNumId")
        return next((found for found in self.root.findall(tag(name)) if found.get(key) == wanted), None)

    def _definition(self, abstract_id: str) -> Element | None:
        """Return the definition that has the levels: a list style may keep them elsewhere."""
        abstract = self._numbered("w:abstractNum", abstract_id)
        linked = value(find(abstract, "w:numStyleLink"))
        if not linked:
            return abstract
        others = self.root.findall(tag("w:abstractNum"))
        return next((other for other in others if value(find(other, "w:styleLink")) == linked), abstract)

    def _level_of(self, style: str, abstract: Element) -> int:
        style_id = self.styles.ids[style.lower()]
        for level in abstract.findall(tag("w:lvl")):
            if value(find(level, "w:pStyle")) == style_id:
                return number(value(level, "w:ilvl"))
        return number(value(self.styles.effective(style, "w:pPr/w:numPr/w:ilvl")))

    def _indent_source(self, style: str, abstract: Element, level: int) -> Element | None:
        """Return the indents that hold: those of the style go before those of the list."""
        for link in self.styles.chain(style):
            if (indent := find(link, "w:pPr/w:ind")) is not None:
                return indent
            if find(link, "w:pPr/w:numPr") is not None:
                break
        return find(abstract, f"w:lvl[@w:ilvl='{level}']/w:pPr/w:ind")

    # --- ours ----------------------------------------------------------------------------------------------------

    def _our_level(self, own: ListLevel, ours: tuple[int, int], above: ListLevel | None) -> ListLevel:
        list_id, abstract_id = ours
        left = own.left if above is None else above.left + own.hanging
        is_ours = own.style.lower() in self.styles.added
        if is_ours:
            style = self.styles.style(own.style)
            if style is not None:
                grown(style, "w:pPr", "w:numPr", "w:numId").set(tag("w:val"), str(list_id))
        by_style = is_ours and left == own.left
        return ListLevel(own.style, list_id, abstract_id, own.level, left, own.hanging, by_style=by_style)

    def _add(self, kind: ListKind) -> tuple[int, int]:
        """Add a list of ours; return its number and that of its definition."""
        own_id = str(own_levels(kind)[0].abstract)
        abstracts = self.root.findall(tag("w:abstractNum"))
        abstract_id = first_free(number(value(found, "w:abstractNumId")) for found in abstracts)
        number_id = self.free_number()
        source = next(found for found in self._base.findall(tag("w:abstractNum")) if value(found, "w:abstractNumId") == own_id)
        made = self._adapted(copy.deepcopy(source))
        made.set(tag("w:abstractNumId"), str(abstract_id))
        numbers = self.root.findall(tag("w:num"))
        first_number = self.root.index(numbers[0]) if numbers else len(self.root)
        self.root.insert(self.root.index(abstracts[-1]) + 1 if abstracts else first_number, made)
        item = new("w:num", numId=number_id)
        item.append(new("w:abstractNumId", val=abstract_id))
        numbers = self.root.findall(tag("w:num"))
        self.root.insert(self.root.index(numbers[-1]) + 1 if numbers else len(self.root), item)
        return number_id, abstract_id

    def _adapted(self, abstract: Element) -> Element:
        """Give our list the colour of the house, and tie its levels only to styles that are ours too."""
        for level in abstract.findall(tag("w:lvl")):
            link = find(level, "w:pStyle")
            name = LIST_STYLES[_kind_of(abstract)][number(value(level, "w:ilvl"))].lower()
            if link is not None and name in self.styles.added:
                link.set(tag("w:val"), self.styles.ids[name])
            elif link is not None:
                level.remove(link)
            for colour in level.iter(tag("w:color")):
                if value(colour) == colours.ACCENT:
                    colour.set(tag("w:val"), self.styles.accent)
        return abstract


def _kind_of(abstract: Element) -> ListKind:
    kinds: dict[str, ListKind] = {"1": "bullet", "2": "number", "3": "check"}
    return kinds[value(abstract, "w:abstractNumId")]
