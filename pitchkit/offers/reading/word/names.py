"""The names in Word's XML, and the small questions one asks of it."""

from __future__ import annotations

from typing import Final

from pitchkit.offers.reading.office import Element

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMES: Final = {"w": _W}
OFF: Final = frozenset({"0", "false", "off", "none"})


def tag(name: str) -> str:
    """Return the full name of one of Word's elements or attributes."""
    return f"{{{_W}}}{name}"


def find(element: Element | None, path: str) -> Element | None:
    """Return the first element on a path such as "w:pPr/w:numPr"."""
    return None if element is None else element.find(path, NAMES)


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute, empty when there is no such element or attribute."""
    return "" if element is None else element.get(tag(attribute), "")


def switch(properties: Element | None, name: str) -> bool | None:
    """Return whether a property such as bold is on, None when nothing is said about it."""
    found = find(properties, f"w:{name}")
    return None if found is None else value(found) not in OFF


def number(text: str, otherwise: int = 0) -> int:
    """Return a whole number, also where a program wrote something else."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return otherwise
