"""Exact addresses: how `at` is made for Word and Excel, and how one finds the place again. `papers` says what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pitchkit.offers.reading.office import Element

_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def word_children(parent: Element, at: str) -> Iterator[tuple[Element, str]]:
    """Yield every child element with its address, given the address of the parent."""
    for number, child in enumerate(parent.iterchildren("*"), start=1):
        yield child, f"{at}/{number}"


def word_address(element: Element, above: Element, at: str) -> str:
    """Return the address of an element somewhere below another one, whose address is given."""
    steps: list[str] = []
    while element is not above:
        steps.append(str(1 + sum(1 for _ in element.itersiblings("*", preceding=True))))
        parent = element.getparent()
        if parent is None:
            return at
        element = parent
    return "/".join((at, *reversed(steps)))


def word_element(start: Element, at: str) -> Element | None:
    """Return the element at an address, None when it is not there.

    `start` is w:body for "body/...", and the root of the part with notes for "footnotes/..." and "endnotes/...".
    """
    element: Element = start
    for step in at.split("/")[1:]:
        children = list(element.iterchildren("*"))
        if not step.isdigit() or not 1 <= int(step) <= len(children):
            return None
        element = children[int(step) - 1]
    return element


def sheet_address(sheet: str, column: int, row: int) -> str:
    """Return the address of a cell; columns and rows count from 1."""
    return f"{sheet}!{column_letters(column)}{row}"


def sheet_place(at: str) -> tuple[str, int, int] | None:
    """Return sheet, column and row of the address of a cell, None when it is no such address."""
    sheet, _, reference = at.rpartition("!")
    found = _CELL.fullmatch(reference)
    return (sheet, column_number(found[1]), int(found[2])) if sheet and found else None


def column_letters(column: int) -> str:
    """Return the letters of a column: A for 1, AA for 27."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
