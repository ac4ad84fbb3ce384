"""The smaller parts of an organisation's file: notes, settings, properties; made ready, or put in where they are not."""

from __future__ import annotations

from typing import Final, Literal

from pitchkit.writers.docx import xml
from pitchkit.writers.docx.frame import base_part
from pitchkit.writers.docx.housestyle.lettering import LANGUAGE
from pitchkit.writers.docx.housestyle.package import Package, Relation
from pitchkit.writers.docx.housestyle.wordxml import (
    Element,
    find,
    first_free,
    hole,
    new,
    number,
    parse,
    parse_word,
    serialise,
    tag,
    value,
)

StoryPart = Literal["styles", "numbering", "footnotes", "settings"]

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ALWAYS: Final = frozenset(
    [
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "theme",
        "webSettings",
        "footnotes",
        "endnotes",
        "glossaryDocument",
        "customXml",
    ]
)  # relations that hold without being mentioned in the text
_GONE: Final = frozenset({"core-properties", "thumbnail", "origin", "extensibility"})
_CUSTOM: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_HASH: Final = "pitchkit-hash"
# What stands before w:footnotePr and after w:documentProtection in the settings is long; these come right after it.
_AFTER_NOTES: Final = ("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang", "w:clrSchemeMapping",
                       "w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator")  # fmt: skip


def open_part(package: Package, kind: StoryPart) -> tuple[str, Element]:
    """Return the name and the root of a part of the house; of ours, added to the package, where it has none."""
    name = package.related(package.main, kind)
    root_name = {"styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "settings": "w:settings"}[kind]
    if name:
        return name, parse_word(package.parts[name], name, root_name)
    folder = package.main.rpartition("/")[0]
    name = f"{folder}/{kind}.xml".lstrip("/")
    package.relate(package.main, f"{xml.R}/{kind}", name)
    package.add(name, base_part(f"word/{kind}.xml"), f"{_WORD}.{kind}+xml")
    root = parse(package.parts[name], name)
    for child in [child for child in root if not isinstance(child.tag, str)]:
        root.remove(child)
    if kind == "numbering":
        for child in list(root):
            root.remove(child)
    return name, root


def settle_notes(root: Element, body: Element) -> None:
    """Keep the separators and the notes that the kept text refers to; make a hole for new ones."""
    used = {value(reference, "w:id") for reference in body.iter(tag("w:footnoteReference"))}
    for note in root.findall(tag("w:footnote")):
        if value(note, "w:type") in {"", "normal"} and value(note, "w:id") not in used:
            root.remove(note)
    root.append(hole("notes"))


def settle_settings(root: Element, notes: Element) -> None:
    """Unlock the document, so that its open fields can be filled in, and name the lines above the notes."""
    for protection in root.findall(tag("w:documentProtection")):
        root.remove(protection)
    for theme_language in root.findall(tag("w:themeFontLang")):
        theme_language.set(tag("w:val"), LANGUAGE)
    if find(root, "w:footnotePr") is not None:
        return
    separators = new("w:footnotePr")
    for note in notes.findall(tag("w:footnote")):
        if value(note, "w:type") not in {"", "normal"}:
            separators.append(new("w:footnote", id=value(note, "w:id")))
    later = {tag(name) for name in _AFTER_NOTES}
    place = next((place for place, child in enumerate(root) if child.tag in later), len(root))
    root.insert(place, separators)


def settle_properties(package: Package) -> tuple[str, str, int]:
    """Return the names of the core and custom parts, and the first number that is free for a custom property.

    The house's own custom properties stay, fields may show them; its title, author and picture of the first page go.
    """
    package.unrelate("", lambda relation: relation.kind in _GONE)
    core = "docProps/core.xml"
    package.relate("", f"{xml.PACKAGE}/relationships/metadata/core-properties", core)
    package.add(core, b"", _CORE)
    custom = package.related("", "custom-properties")
    if not custom:
        custom = "docProps/custom.xml"
        package.relate("", f"{xml.R}/custom-properties", custom)
        package.add(custom, base_part("docProps/custom.xml"), _CUSTOM)
        return core, custom, 2
    root = parse(package.parts[custom], custom)
    for found in list(root):
        if found.get("name") == _HASH:
            root.remove(found)
    free = first_free(number(found.get("pid", "")) for found in root)
    root.append(hole("properties"))
    package.parts[custom] = serialise(root)
    return core, custom, max(2, free)


def let_go(package: Package, part: str, root: Element) -> None:
    """Drop the relations of a part that only its dropped text had need of; pictures, comments and charts go with them."""
    mentioned = {str(found) for element in root.iter() if isinstance(element.tag, str) for found in element.attrib.values()}
    comments = next(root.iter(tag("w:commentReference")), None) is not None

    def unused(relation: Relation) -> bool:
        if relation.id in mentioned or relation.kind in _ALWAYS:
            return False
        return not (comments and (relation.kind.startswith("comments") or relation.kind == "people"))

    package.unrelate(part, unused)


def theme_accent(theme: Element | None) -> str:
    """Return the first accent colour of the theme, empty when there is none."""
    found = None if theme is None else theme.find(f".//{{{xml.A}}}accent1/{{{xml.A}}}srgbClr")
    return "" if found is None else found.get("val", "")


def theme_of(package: Package) -> Element | None:
    """Return the theme."""
    name = package.related(package.main, "theme")
    return parse(package.parts[name], name) if name else None
