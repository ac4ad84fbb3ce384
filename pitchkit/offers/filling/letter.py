"""Places in a Word file, filled: an empty paragraph, an empty cell of a table, or a field to fill in. The rest stays as it is."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pitchkit.offers.filling.archive import add_text, as_bytes, name_near, replaced
from pitchkit.offers.filling.places import Fill, Filled, Refusal
from pitchkit.offers.reading.addresses import word_element
from pitchkit.offers.reading.office import Element, OfficeFile

_LABEL: Final = re.compile(r"(?:uw )?(?:antwoord|reactie|beantwoording|toelichting)\b[^.?!]{0,40}:?", re.IGNORECASE)
_EMPTY_RUNS: Final = ("proofErr", "bookmarkStart", "bookmarkEnd", "pPr")


def fill_letter(data: bytes, fills: Iterable[Fill]) -> Filled:
    """Return a copy of a Word file with these places filled.

    Raises:
        Unreadable: this is not a Word file that can be read.
    """
    office = OfficeFile(data)
    part = office.related("", "officeDocument")
    root = office.parse(part)
    body = None if root is None else root.find("{*}body")
    # Addresses count what is there before anything is put in.
    targets = [(fill, _target(body, fill.at)) for fill in fills]
    done: list[Fill] = []
    refused: list[Refusal] = []
    for fill, target in targets:
        code = "fill-no-place" if target is None else _fill(target, _lines(fill))
        if code:
            refused.append(Refusal(fill, code))
        else:
            done.append(fill)
    if root is None or not done:
        return Filled(data, (), tuple(refused))
    return Filled(replaced(data, {part: as_bytes(root)}), tuple(done), tuple(refused))


def _target(body: Element | None, at: str) -> Element | None:
    return word_element(body, at) if body is not None and at.startswith("body/") else None


def _lines(fill: Fill) -> list[str]:
    return [line for line in str(fill.value).splitlines() if line.strip()] or [""]


def _fill(target: Element, lines: list[str]) -> str:
    """Put lines in a place; return the code of what is in the way, or nothing."""
    field = _open_field(target)
    if field is not None:
        _fill_field(field, lines)
        return ""
    if _is(target, "p") and _LABEL.fullmatch(_words(target)):
        target = _below(target)
    paragraph = target if _is(target, "p") else _first_empty(target)
    if paragraph is None or _words(target):
        return "fill-not-empty"
    _fill_paragraph(paragraph, lines)
    return ""


def _below(label: Element) -> Element:
    """Return a new empty paragraph below a label such as "Antwoord:", that looks like text and not like the label."""
    made = etree.Element(label.tag)
    label.addnext(made)
    return made


def _is(element: Element, name: str) -> bool:
    return etree.QName(element).localname == name


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter("{*}t")).strip()


def _first_empty(cell: Element) -> Element | None:
    return next((one for one in cell.iterchildren("{*}p") if not _words(one)), None)


# --- fields to fill in -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Field:
    """A content control: what it says of itself, and what it holds."""

    properties: Element | None
    content: Element


def _open_field(target: Element) -> _Field | None:
    """Return the first content control that still shows its prompt, or has no words."""
    controls = [target] if _is(target, "sdt") else list(target.iter("{*}sdt"))
    for control in controls:
        properties, content = control.find("{*}sdtPr"), control.find("{*}sdtContent")
        shows_prompt = properties is not None and properties.find("{*}showingPlcHdr") is not None
        if content is not None and (shows_prompt or not _words(content)):
            return _Field(properties, content)
    return None


def _fill_field(field: _Field, lines: list[str]) -> None:
    content = field.content
    if field.properties is not None:
        for prompt in field.properties.findall("{*}showingPlcHdr"):
            field.properties.remove(prompt)
    paragraph = next(content.iterchildren("{*}p"), None)
    if paragraph is not None:
        for other in list(content.iterchildren("{*}p"))[1:]:
            content.remove(other)
        _clear(paragraph)
        _fill_paragraph(paragraph, lines)
        return
    cell = next(content.iterchildren("{*}tc"), None)
    if cell is not None:
        for inner in cell.iterchildren("{*}p"):
            _clear(inner)
        first = next(cell.iterchildren("{*}p"))
        _fill_paragraph(first, lines)
        return
    for child in list(content):
        content.remove(child)
    content.append(_run(content, lines, None))


def _clear(paragraph: Element) -> None:
    for child in list(paragraph):
        if not _is(child, "pPr"):
            paragraph.remove(child)


# --- paragraphs --------------------------------------------------------------------------------------------------


def _fill_paragraph(paragraph: Element, lines: list[str]) -> None:
    """Put the first line in an empty paragraph, and each other line in a paragraph of the same kind below it."""
    looks = _letters(paragraph)
    for child in list(paragraph):
        if etree.QName(child).localname not in _EMPTY_RUNS:
            paragraph.remove(child)
    properties = paragraph.find("{*}pPr")
    paragraph.append(_run(paragraph, lines[:1], looks))
    after = paragraph
    for line in lines[1:]:
        new = etree.Element(paragraph.tag)
        if properties is not None:
            own = copy.deepcopy(properties)
            for section in own.findall("{*}sectPr"):
                own.remove(section)
            new.append(own)
        new.append(_run(paragraph, [line], looks))
        after.addnext(new)
        after = new


def _letters(paragraph: Element) -> Element | None:
    """Return how letters look in an empty paragraph: as its first run says, or else its mark."""
    run = paragraph.find("{*}r/{*}rPr")
    mark = run if run is not None else paragraph.find("{*}pPr/{*}rPr")
    if mark is None:
        return None
    looks = etree.Element(name_near(paragraph, "rPr"))
    for child in mark:
        if etree.QName(child).localname not in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish"):
            looks.append(copy.deepcopy(child))
    return looks


def _run(near: Element, lines: list[str], looks: Element | None) -> Element:
    run = etree.Element(name_near(near, "r"))
    if looks is not None:
        run.append(copy.deepcopy(looks))
    for number, line in enumerate(lines):
        if number:
            etree.SubElement(run, name_near(near, "br"))
        add_text(run, line)
    return run
