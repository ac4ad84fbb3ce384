"""A finished Word file before it is sent: personal data on its pages and behind them, in comments, changes and properties."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pitchkit import loading, profiles
from pitchkit.checking.checked import Checked
from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem, warning
from pitchkit.offers.reading.office import Element, OfficeFile, Unreadable
from pitchkit.privacy.found import Found
from pitchkit.privacy.names import names
from pitchkit.privacy.numbers import numbers
from pitchkit.profile import Profile
from pitchkit.project import Workspace, shipped

_PARTS: Final = (
    (r"word/document\.xml", "text"),
    (r"word/header\d*\.xml", "header"),
    (r"word/footer\d*\.xml", "footer"),
    (r"word/footnotes\.xml", "footnotes"),
    (r"word/endnotes\.xml", "endnotes"),
    (r"word/comments\w*\.xml", "comments"),
    (r"word/glossary/.+\.xml|word/(?:charts|diagrams)/[^/]+\.xml|customXml/[^/]+\.xml", "embedded"),
    (r"docProps/\w+\.xml", "properties"),
)
_WORDS: Final = ("t", "delText", "instrText", "v")
_AUTHORED: Final = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
_PEOPLE: Final = ("creator", "lastModifiedBy", "Manager", "Company")
_FOLDER: Final = re.compile(r"(?:file:/+|[A-Za-z]:\\|\\\\\w|/Users/|/home/)[^\s\"<>]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a property: where it stands, counted in its part, and its text."""

    where: str
    text: str


def check(workspace: Workspace, paths: Iterable[Path]) -> Checked:
    """Return what Word files give away beyond the profile's own contact details, part by part.

    Raises:
        CommandError: there is no such file.
        ContentError: the profile cannot be read, or what it is written for.
    """
    library = loading.load(workspace.library, shipped("arguments"), workspace.show)
    name = workspace.show(workspace.profile) if workspace.profile else ""
    own = _Own.of(profiles.load(workspace.profile, name, library).profile)
    found: list[Diagnostic] = []
    for path in paths:
        place = workspace.start / path
        shown = workspace.show(place)
        if not place.is_file():
            raise CommandError([problem(Location(shown), "file-missing")])
        found += _in_file(place.read_bytes(), shown, own)
    told = ContentError(found).diagnostics
    warnings = tuple(one for one in told if one.severity == "warning")
    return Checked(tuple(one for one in told if one.severity == "error"), 0, 0, name, warnings)


def _in_file(data: bytes, shown: str, own: _Own) -> tuple[Diagnostic, ...]:
    """Return what one Word file gives away, or that it is none."""
    try:
        return tuple(_findings(OfficeFile(data), shown, own))
    except Unreadable:
        return (problem(Location(shown), "file-not-word"),)


@dataclass(frozen=True, slots=True)
class _Own:
    """What the organisation tells readers about itself: figures only, and words in small letters."""

    digits: frozenset[str]
    words: str
    names: frozenset[str]

    @classmethod
    def of(cls, profile: Profile) -> _Own:
        places = [text for group in profile.groups for text in (group.name, group.place, group.signup, group.price) if text]
        texts = [text for part in (profile.contact, profile.organisation) for _, text in part if text] + places
        texts += [profile.municipality.name or ""]
        runs = {_end(run) for text in texts for run in re.findall(r"[\d+][\d ().-]{5,}", text)}
        capitals = {word.lower() for text in texts for word in re.findall(r"\w+", text) if word[:1].isupper()}
        return cls(frozenset(runs - {""}), " ".join(texts).lower(), frozenset(capitals))

    def holds(self, one: Found) -> bool:
        """Return whether it is the organisation's own."""
        return one.words.lower() in self.words or (one.sort == "phone" and _end(one.words) in self.digits)


def _end(number: str) -> str:
    """Return the digits of a telephone number without what one dials before them: +31, 0031 or 0."""
    return re.sub(r"\D", "", number)[-9:]


def _findings(package: OfficeFile, shown: str, own: _Own) -> Iterator[Diagnostic]:
    if not package.related("", "officeDocument").startswith("word/"):
        raise Unreadable("paper-damaged")
    for name in package.names:
        part = next((part for pattern, part in _PARTS if re.fullmatch(pattern, name)), "")
        root = package.parse(name) if part else None
        if root is None:
            continue
        if part == "properties":
            yield from _properties(root, shown, own)
        else:
            yield from _pieces_told(root, part, shown, own)
        yield from _authors(root, part, shown)
        for relation in package.relations(name):
            if relation.is_external:
                yield from _address(Piece(part, relation.target), shown, own)
    for relation in package.relations("word/settings.xml"):
        yield from _address(Piece("settings", relation.target), shown, own)


def _pieces_told(root: Element, part: str, shown: str, own: _Own) -> Iterator[Diagnostic]:
    for piece in _pieces(root, part):
        for one in (*numbers(piece.text, of_a_person=False), *names(piece.text, own.names, in_pairs=part == "comments")):
            if not own.holds(one):
                tell = warning if one.sort == "name" else problem
                yield tell(Location(f"{shown}, {piece.where}"), f"privacy-{one.sort}", words=one.words)


def _pieces(root: Element, part: str) -> Iterator[Piece]:
    """Yield the paragraphs of a part, deleted and hidden words included; what has no paragraphs is one piece."""
    paragraphs = [one for one in root.iter("{*}p") if isinstance(one.tag, str)]
    for number, paragraph in enumerate(paragraphs, 1):
        # A paragraph in a text box stands within another one: its words are told once, where they are.
        inner = {word for box in paragraph.iterdescendants("{*}p") for word in box.iter()}
        text = "".join(word.text or "" for word in _worded(paragraph) if word not in inner)
        if text.strip():
            yield Piece(f"{part} {number}", text)
    if not paragraphs and (text := " ".join("".join(str(text) for text in root.itertext()).split())):
        yield Piece(part, text)


def _worded(paragraph: Element) -> Iterator[Element]:
    return (one for one in paragraph.iter(*(f"{{*}}{name}" for name in _WORDS)))


def _properties(root: Element, shown: str, own: _Own) -> Iterator[Diagnostic]:
    where = Location(f"{shown}, properties")
    for element in root.iter():
        if not isinstance(element.tag, str) or not (text := (element.text or "").strip()):
            continue
        field = element.tag.rpartition("}")[2]
        if field in _PEOPLE and text.lower() not in own.words:
            yield warning(where, "file-author", field=field, words=text)
        elif field == "Template" and ("\\" in text or "/" in text):
            yield warning(where, "file-path", words=text)
        else:
            for one in numbers(text, of_a_person=False):
                if not own.holds(one):
                    yield problem(where, f"privacy-{one.sort}", words=one.words)
            yield from (warning(where, "file-path", words=match[0]) for match in _FOLDER.finditer(text))


def _authors(root: Element, part: str, shown: str) -> Iterator[Diagnostic]:
    tags = tuple(f"{{*}}{name}" for name in _AUTHORED)
    changed = sorted({_author(one) for one in root.iter(*tags) if _author(one)})
    if changed:
        yield warning(Location(f"{shown}, {part}"), "file-changes", words=", ".join(changed))
    commented = sorted({_author(one) or "?" for one in root.iter("{*}comment")})
    if commented:
        yield warning(Location(f"{shown}, {part}"), "file-comments", words=", ".join(commented))


def _author(element: Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}author")), "")


def _address(piece: Piece, shown: str, own: _Own) -> Iterator[Diagnostic]:
    """Yield what the address of a link or a template gives away: a folder, or an e-mail address."""
    where = Location(f"{shown}, {piece.where}")
    if match := _FOLDER.match(piece.text):
        yield warning(where, "file-path", words=posixpath.normpath(match[0]))
    for one in numbers(piece.text.removeprefix("mailto:").removeprefix("tel:"), of_a_person=False):
        if not own.holds(one):
            yield problem(where, f"privacy-{one.sort}", words=one.words)
