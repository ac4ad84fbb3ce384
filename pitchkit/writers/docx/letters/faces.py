"""What a letter looks like, and what the styles, the lists and the theme of a file say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal
from xml.etree.ElementTree import Element

from pitchkit.writers.docx.xml import W

Where = Literal["text", "heading", "table", "list sign", "note", "header", "footer", "text box", "chart", "drawing"]

_UNSAID: Final = ("Times New Roman", Decimal(10))  # what Word takes where a file says nothing
_MAJOR: Final = "major"


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """A font by name, and a size in points."""

    font: str
    size: Decimal


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one face: the kind of place where they stand, and the first words that look so."""

    face: Face
    where: Where
    words: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The two fonts of a theme; empty where there is none."""

    major: str = ""
    minor: str = ""

    def font(self, name: str) -> str:
        """Return the font that a name such as minorHAnsi, +mj-lt or Arial stands for."""
        if name.startswith("+"):
            return self.major if name.startswith("+mj") else self.minor
        return (self.major if name.startswith(_MAJOR) else self.minor) if name.startswith((_MAJOR, "minor")) else name


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by id, what holds where none does, and the ids of those that hold by themselves."""

    by_id: Mapping[str, Element] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    base: Element | None = None
    theme: Theme = field(default_factory=Theme)

    def chain(self, style_id: str) -> Iterator[Element]:
        """Yield the style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            style = self.by_id[style_id]
            yield style
            style_id = value(style.find(tag("basedOn")))

    def looks(self, style_id: str) -> list[Element]:
        """Return the run properties of the style and those that it is based on."""
        return [look for style in self.chain(style_id) if (look := style.find(tag("rPr"))) is not None]

    def face(self, looks: Iterable[Element], *, is_high: bool = False) -> Face:
        """Return the face that run properties come to, nearest first; `is_high` is for letters beyond ASCII."""
        font, size = "", None
        for look in (*looks, *([] if self.base is None else [self.base])):
            font = font or self._font(look.find(tag("rFonts")), is_high=is_high)
            size = size if size is not None else _points(value(look.find(tag("sz"))))
        return Face(font or _UNSAID[0], _UNSAID[1] if size is None else size)

    def _font(self, fonts: Element | None, *, is_high: bool) -> str:
        if fonts is None:
            return ""
        name = "hAnsi" if is_high else "ascii"
        themed = fonts.get(tag(f"{name}Theme"), "")
        return (self.theme.font(themed) if themed else "") or fonts.get(tag(name), "")


def is_on(looks: Iterable[Element], name: str) -> bool:
    """Tell whether a property that is on or off is on, nearest first."""
    found = next((one for look in looks if (one := look.find(tag(name))) is not None), None)
    return found is not None and value(found) not in {"0", "false", "off"}


def tag(name: str) -> str:
    """Return a name of WordprocessingML with its namespace."""
    return f"{{{W}}}{name}"


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute, empty where it or the element is not there."""
    return "" if element is None else element.get(tag(name), "")


def _points(half_points: str) -> Decimal | None:
    number = half_points.removesuffix("pt")
    if not number.replace(".", "", 1).isascii() or not number.replace(".", "", 1).isdigit():
        return None
    return Decimal(number) if half_points.endswith("pt") else Decimal(number) / 2
