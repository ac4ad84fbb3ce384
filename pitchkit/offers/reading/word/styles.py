"""The styles of a Word file: which make a heading, a table of contents, bold letters, a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final, TypeVar

from pitchkit.offers.reading.office import Element
from pitchkit.offers.reading.word.names import NAMES, find, number, switch, tag, value

_HEADING: Final = re.compile(r"(?:heading|kop)[ _-]?([1-9])", re.IGNORECASE)
_OWN_HEADING: Final = re.compile(
    r"(?:^|\b|[ _-])(?:heading|kop|titel|title|header|hoofdstuk|paragraaf|bijlage)[ _-]?(?:kop)?[ _-]?([1-6])\b", re.IGNORECASE
)
_TITLE: Final = frozenset({"title", "titel"})
_CONTENTS: Final = re.compile(r"(?:toc|inhopg|inhoudsopgave|table of figures|lijst met afbeeldingen) ?\d?", re.IGNORECASE)
BODY_LEVEL: Final = 9  # Word's word for "not a heading", counted from 0
_Found = TypeVar("_Found")


class Styles:
    """Answers by style id, along what a style is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._root = root
        for style in () if root is None else root.iterchildren(tag("style")):
            self._styles[value(style, "styleId")] = style
            if value(style, "default") in {"1", "true", "on"}:
                self._defaults[value(style, "type")] = value(style, "styleId")
        self._known: dict[tuple[str, str], object] = {}

    def heading_level(self, style: str) -> int:
        """Return the level of the heading that a style makes, from 1; 0 when it makes none."""
        return self._once("heading", style, self._heading_level)

    def is_contents(self, style: str) -> bool:
        """Return whether this is a line of a table of contents."""
        return self._once("contents", style, lambda style: any(_CONTENTS.fullmatch(name) for name in self._own_names(style)))

    def is_bold(self, style: str) -> bool:
        """Return whether letters in this style are bold."""
        return self._once("bold", style, lambda style: bool(self._along(style, lambda one: switch(find(one, "w:rPr"), "b"))))

    def is_hidden(self, style: str) -> bool:
        """Return whether letters in this style are hidden."""
        return self._once(
            "hidden", style, lambda style: bool(self._along(style, lambda one: switch(find(one, "w:rPr"), "vanish")))
        )

    def size(self, style: str) -> float:
        """Return the size of letters in this style, in points."""
        return self._once("size", style, self._size)

    def numbering(self, style: str) -> tuple[str, int | None]:
        """Return the list that a style counts in and the level there; "" when it does not count."""
        return self._once("numbering", style, self._numbering)

    def heads_tables(self, style: str) -> bool:
        """Return whether this style of tables sets their first row apart."""
        return self._once("table", style, lambda style: bool(self._along(style, _sets_first_row_apart)))

    @cached_property
    def default_paragraph(self) -> str:
        """Return the id of the style of paragraphs that name none."""
        return self._defaults.get("paragraph", "")

    # --- along what it is based on --------------------------------------------------------------------------------

    def _once(self, question: str, style: str, ask: Callable[[str], _Found]) -> _Found:
        key = (question, style)
        if key not in self._known:
            self._known[key] = ask(style)
        return self._known[key]  # type: ignore[return-value]  # what was asked is what was kept

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        style = style or self.default_paragraph
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(find(self._styles[style], "w:basedOn"))

    def _along(self, style: str, ask: Callable[[Element], _Found | None]) -> _Found | None:
        return next((answer for one in self._chain(style) if (answer := ask(one)) is not None), None)

    def _own_names(self, style: str) -> tuple[str, ...]:
        return tuple(value(find(one, "w:name")) for one in self._chain(style)) or (style,)

    def _heading_level(self, style: str) -> int:
        level = self._along(style, _level_said)
        if level is not None:
            return level
        if style not in self._styles:  # a file without its styles still says Kop1
            found = _HEADING.fullmatch(style)
            return int(found[1]) if found else 0
        name = value(find(self._styles[style], "w:name"))
        if any(one.casefold() in _TITLE for one in self._own_names(style)):
            return 1
        own = _OWN_HEADING.search(name)
        return int(own[1]) if own else 0

    def _size(self, style: str) -> float:
        size = self._along(style, lambda one: value(find(one, "w:rPr/w:sz")) or None)
        if size is None and self._root is not None:
            size = value(find(self._root, "w:docDefaults/w:rPrDefault/w:rPr/w:sz"))
        return number(size or "20", 20) / 2

    def _numbering(self, style: str) -> tuple[str, int | None]:
        level: int | None = None
        for one in self._chain(style):
            found = find(one, "w:pPr/w:numPr")
            if found is None:
                continue
            said = value(find(found, "w:ilvl"))
            level = number(said) if level is None and said else level
            if list_id := value(find(found, "w:numId")):
                return list_id, level
        return "", None


def _level_said(style: Element) -> int | None:
    """Return the level that this one style says, 0 for body text; None when it says nothing."""
    if said := value(find(style, "w:pPr/w:outlineLvl")):
        level = number(said, BODY_LEVEL)
        return 0 if level >= BODY_LEVEL else level + 1
    found = _HEADING.fullmatch(value(find(style, "w:name")))
    return int(found[1]) if found else None


def _sets_first_row_apart(style: Element) -> bool | None:
    for part in style.findall("w:tblStylePr", NAMES):
        if value(part, "type") == "firstRow":
            fill = value(find(part, "w:tcPr/w:shd"), "fill")
            return switch(find(part, "w:rPr"), "b") is True or fill.lower() not in {"", "auto", "ffffff"}
    return None
