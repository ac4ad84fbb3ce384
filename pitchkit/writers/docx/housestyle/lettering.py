"""What the running text of a house comes to: its style, its letter, its language."""

from __future__ import annotations

from typing import Final

from pitchkit.writers.docx.housestyle.stylesheet import Stylesheet
from pitchkit.writers.docx.housestyle.wordxml import NAMES, Element, grown, new, number, put, tag, value
from pitchkit.writers.docx.widths import relative_width

LANGUAGE: Final = "nl-NL"  # what a frame stands in until a document says otherwise
_ROOM: Final = 60  # twips between paragraphs; less and the eye does not see them apart
_OWN_BODY: Final = "Pitch Text"
OWN_TABLE: Final = 19  # half points, of our own tables


def choose_body(styles: Stylesheet) -> str:
    """Return the style of running text by name: one that sets paragraphs apart, made here if the house has none."""
    for name in ("Normal", "Body Text"):
        if styles.style(name) is not None and _room(styles, name) >= _ROOM:
            return name
    if styles.style(_OWN_BODY) is None:
        style = new("w:style", type="paragraph", customStyle=1, styleId="PitchText")
        grown(style, "w:name").set(tag("w:val"), _OWN_BODY)
        grown(style, "w:basedOn").set(tag("w:val"), styles.ids["normal"])
        grown(style, "w:qFormat")
        put(grown(style, "w:pPr"), new("w:spacing", after=list_room(styles)))
        styles.root.append(style)
        styles.ids[_OWN_BODY.lower()] = "PitchText"
    return _OWN_BODY


def _room(styles: Stylesheet, name: str) -> int:
    edges = (styles.measure(name, "w:pPr/w:spacing", f"w:{edge}") for edge in ("before", "after"))
    return sum(edges)


def list_room(styles: Stylesheet) -> int:
    """Return the twips between paragraphs that go with the size of the running text."""
    return round(styles.body_size * 10 * 0.57)


def list_end(styles: Stylesheet) -> int | None:
    """Return the twips below a list; None where the house's own list style leaves room."""
    return list_room(styles) if styles.measure("List Bullet", "w:pPr/w:spacing", "w:after") < _ROOM else None


def letter(styles: Stylesheet, theme: Element | None) -> str:
    """Return the name of the letter in tables and charts, empty when the house does not say."""
    fonts = styles.effective("Table Text", "w:rPr/w:rFonts")
    name = value(fonts, "w:ascii")
    if not name or value(fonts, "w:asciiTheme"):
        kind = "major" if value(fonts, "w:asciiTheme").startswith("major") else "minor"
        latin = None if theme is None else theme.find(f".//a:{kind}Font/a:latin", {"a": theme.nsmap.get("a") or ""})
        name = name if latin is None else latin.get("typeface", name)
    return name


def letter_width(styles: Stylesheet, theme: Element | None) -> float:
    """Return how wide the letters in a table are, Calibri of 9.5 pt being 1."""
    return relative_width(letter(styles, theme)) * table_size(styles) / OWN_TABLE


def table_size(styles: Stylesheet) -> int:
    """Return the size of the letters in a table, in half points."""
    return number(value(styles.effective("Table Text", "w:rPr/w:sz")), OWN_TABLE)


def speak_dutch(styles: Stylesheet) -> None:
    """Set the language that the file stands in, everywhere that a style of a paragraph says one."""
    default = grown(styles.root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
    said = styles.root.findall("w:style[@w:type='paragraph']/w:rPr/w:lang", NAMES)
    for language in (default, *said):
        language.set(tag("w:val"), LANGUAGE)
