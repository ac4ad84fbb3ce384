"""The letters of a story: the text, a header or footer, the notes. What is hidden or deleted shows none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from pitchkit.writers.docx.letters.faces import Face, Letters, Styles, Where, is_on, tag, value

_SNIPPET: Final = 60  # letters of the words to find a place by
_UNSHOWN: Final = frozenset(
    {
        *(tag(name) for name in ("del", "moveFrom", "rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_LAST_HEADING: Final = 8  # levels count from 0; 9 is running text


@dataclass(frozen=True, slots=True)
class StoryReader:
    """Reads a story; `table` are the run properties that a table gives the words in it, nearest first."""

    styles: Styles
    lists: Element | None
    where: Where
    table: tuple[Element, ...] = ()

    def read(self, element: Element) -> Iterator[Letters]:
        """Yield the letters below an element in reading order."""
        for child in element:
            if child.tag in _UNSHOWN:
                continue
            if child.tag == tag("p"):
                yield from self._paragraph(child)
            elif child.tag == tag("tbl"):
                yield from self._table(child)
            elif child.tag == tag("txbxContent"):
                yield from replace(self, where="text box", table=()).read(child)
            else:
                yield from self.read(child)

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[Letters]:
        style_id = value(table.find(f"{tag('tblPr')}/{tag('tblStyle')}")) or self.styles.defaults.get("table", "")
        looks = tuple(self.styles.looks(style_id))
        where: Where = "table" if self.where in {"text", "heading"} else self.where
        for number, row in enumerate(self._rows(table)):
            first = tuple(self._first_row(style_id)) if number == 0 else ()
            yield from replace(self, where=where, table=(*first, *looks)).read(row)

    def _rows(self, element: Element) -> Iterator[Element]:
        """Yield the rows of this table, not those of tables in it."""
        for child in element:
            if child.tag == tag("tr"):
                yield child
            elif child.tag not in _UNSHOWN:
                yield from self._rows(child)

    def _first_row(self, style_id: str) -> Iterator[Element]:
        for style in self.styles.chain(style_id):
            for part in style.findall(tag("tblStylePr")):
                look = part.find(tag("rPr"))
                if value(part, "type") == "firstRow" and look is not None:
                    yield look

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Element) -> Iterator[Letters]:
        properties = paragraph.find(tag("pPr"))
        style_id = ("" if properties is None else value(properties.find(tag("pStyle")))) or self.styles.defaults.get(
            "paragraph", ""
        )
        looks = [*self.styles.looks(style_id), *self.table]
        where: Where = "heading" if self.where == "text" and self._is_heading(properties, style_id) else self.where
        runs = list(self._runs(paragraph))
        if any(_text(run) for run in runs):
            yield from self._sign(properties, style_id, looks)
        for run in runs:
            yield from self._run(run, looks, where)
        for box in self._boxes(paragraph):
            yield from replace(self, where="text box", table=()).read(box)

    def _runs(self, element: Element) -> Iterator[Element]:
        """Yield the runs of this paragraph, not those of text boxes in it."""
        for child in element:
            if child.tag == tag("r"):
                yield child
            elif child.tag not in _UNSHOWN and child.tag not in {tag("p"), tag("txbxContent")}:
                yield from self._runs(child)

    def _boxes(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == tag("txbxContent"):
                yield child
            elif child.tag not in _UNSHOWN:
                yield from self._boxes(child)

    def _run(self, run: Element, looks: list[Element], where: Where) -> Iterator[Letters]:
        own = run.find(tag("rPr"))
        style_id = ("" if own is None else value(own.find(tag("rStyle")))) or self.styles.defaults.get("character", "")
        every = [*([] if own is None else [own]), *self.styles.looks(style_id), *looks]
        if is_on(every, "vanish"):
            return
        text = _text(run)
        for is_high in (False, True):
            shown = "".join(sign for sign in text if (sign > "\x7f") == is_high and not sign.isspace())
            if shown:
                yield Letters(self.styles.face(every, is_high=is_high), where, _snippet(text))
        for symbol in run.iter(tag("sym")):
            yield Letters(Face(value(symbol, "font"), self.styles.face(every).size), where, _snippet(text))

    def _is_heading(self, properties: Element | None, style_id: str) -> bool:
        places = [*([] if properties is None else [properties])]
        places += [found for style in self.styles.chain(style_id) if (found := style.find(tag("pPr"))) is not None]
        level = next((value(found) for place in places if (found := place.find(tag("outlineLvl"))) is not None), "")
        names = (value(style.find(tag("name"))).lower() for style in self.styles.chain(style_id))
        is_named = any(re.fullmatch(r"heading [1-9]", name) for name in names)
        return int(level) <= _LAST_HEADING if re.fullmatch(r"\d", level) else is_named

    # --- lists ---------------------------------------------------------------------------------------------------

    def _sign(self, properties: Element | None, style_id: str, looks: list[Element]) -> Iterator[Letters]:
        """Yield the letters of the bullet or the number before a paragraph."""
        places = [*([] if properties is None else [properties])]
        places += [found for style in self.styles.chain(style_id) if (found := style.find(tag("pPr"))) is not None]
        numbers = [found for place in places if (found := place.find(tag("numPr"))) is not None]
        list_id = next((said for one in numbers if (said := value(one.find(tag("numId"))))), "")
        level_id = next((said for one in numbers if (said := value(one.find(tag("ilvl"))))), "0")
        level = self._level(list_id, level_id)
        sign = "" if level is None else value(level.find(tag("lvlText")))
        if level is None or not sign.strip():
            return
        own = level.find(tag("rPr"))
        mark = None if properties is None else properties.find(tag("rPr"))
        every = [look for look in (own, mark) if look is not None]
        is_high = not re.sub(r"%\d", "1", sign).isascii()
        yield Letters(self.styles.face([*every, *looks], is_high=is_high), "list sign", sign)

    def _level(self, list_id: str, level_id: str) -> Element | None:
        if self.lists is None or list_id in {"", "0"}:
            return None
        number = next((one for one in self.lists.findall(tag("num")) if value(one, "numId") == list_id), None)
        abstract_id = "" if number is None else value(number.find(tag("abstractNumId")))
        for abstract in self.lists.findall(tag("abstractNum")):
            if value(abstract, "abstractNumId") == abstract_id:
                return next((one for one in abstract.findall(tag("lvl")) if value(one, "ilvl") == level_id), None)
        return None


def _text(run: Element) -> str:
    return "".join(found.text or "" for found in run.iter(tag("t")))


def _snippet(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SNIPPET else text[: _SNIPPET - 1].rstrip() + "…"
