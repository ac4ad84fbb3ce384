"""A finished Word file before it is sent: personal data on its pages and behind them, in comments, changes and properties."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pitchkit import loading, profiles
from pitchkit.checking import pieces
from pitchkit.checking.checked import Checked
from pitchkit.checking.own import Own
from pitchkit.checking.pieces import Piece
from pitchkit.checking.privacy import diagnose
from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem, warning
from pitchkit.library import Library
from pitchkit.offers.reading.office import Element, OfficeFile, Unreadable
from pitchkit.privacy.found import Found
from pitchkit.privacy.names import names
from pitchkit.privacy.numbers import numbers
from pitchkit.profile import Profile
from pitchkit.project import Workspace, shipped
from pitchkit.rules import entry_texts

_AUTHORED: Final = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
_PEOPLE: Final = ("creator", "lastModifiedBy", "Manager", "Company")
_FOLDER: Final = re.compile(r"(?:file:/+|[A-Za-z]:\\|\\\\\w|/Users/|/home/)[^\s\"<>]*")


def check(workspace: Workspace, paths: Iterable[Path]) -> Checked:
    """Return what Word files give away beyond the profile's own contact details, part by part.

    Raises:
        CommandError: there is no such file.
        ContentError: the profile cannot be read, or what it is written for.
    """
    library = loading.load(workspace.library, shipped("arguments"), workspace.show)
    name = workspace.show(workspace.profile) if workspace.profile else ""
    public = _Public.of(profiles.load(workspace.profile, name, library).profile, library)
    found: list[Diagnostic] = []
    for path in paths:
        place = workspace.start / path
        shown = workspace.show(place)
        if not place.is_file():
            raise CommandError([problem(Location(shown), "file-missing")])
        found += _in_file(place.read_bytes(), shown, public)
    return Checked.of(found, profile=name)


def _in_file(data: bytes, shown: str, public: _Public) -> tuple[Diagnostic, ...]:
    """Return what one Word file gives away, or that it is none."""
    try:
        return tuple(_findings(OfficeFile(data), shown, public))
    except Unreadable:
        return (problem(Location(shown), "file-not-word"),)


@dataclass(frozen=True, slots=True)
class _Public:
    """What a file may tell: the organisation's own, what the library itself says, and what is marked as made up."""

    own: Own
    library: str
    fictitious: str

    @classmethod
    def of(cls, profile: Profile, library: Library) -> _Public:
        # Whom the library names outside stories is a writer or a speaker.
        entries = (entry for entry in library.entries if entry.kind != "experience" and not entry.consent)
        said = "\n".join(text for entry in entries for _, text in entry_texts(entry))
        words = library.settings.words
        return cls(Own.of(profile, library), said, (words.fictitious or "") if words else "")

    def holds(self, one: Found) -> bool:
        return self.own.holds(one) or (one.sort == "name" and one.words in self.library)


def _findings(package: OfficeFile, shown: str, public: _Public) -> Iterator[Diagnostic]:
    if not package.related("", "officeDocument").startswith("word/"):
        raise Unreadable("paper-damaged")
    for name, part, root in pieces.parts(package):
        if part == "properties":
            yield from _properties(root, shown, public)
        else:
            for piece in pieces.paragraphs(root, part):
                yield from _told(piece, shown, public, in_pairs=part == "comments")
        for piece in pieces.attributes(root, part):
            yield from _told(piece, shown, public)
        yield from _authors(root, part, shown, public)
        for relation in package.relations(name):
            if relation.is_external:
                yield from _address(Piece(part, relation.target), shown, public)


def _told(piece: Piece, shown: str, public: _Public, *, in_pairs: bool = False) -> Iterator[Diagnostic]:
    made_up = bool(public.fictitious) and public.fictitious in piece.text
    found = () if made_up else names(piece.text, public.own.names, in_pairs=in_pairs)
    for one in (*numbers(piece.text, of_a_person=False), *found):
        if not public.holds(one):
            yield diagnose(one, Location(f"{shown}, {piece.where}"))


def _properties(root: Element, shown: str, public: _Public) -> Iterator[Diagnostic]:
    where = Location(f"{shown}, properties")
    for element in root.iter():
        if not isinstance(element.tag, str) or not (text := (element.text or "").strip()):
            continue
        field = element.tag.rpartition("}")[2]
        if field in _PEOPLE and text.lower() not in public.own.words:
            yield warning(where, "file-author", field=field, words=text)
        elif field == "Template" and ("\\" in text or "/" in text):
            yield warning(where, "file-path", words=text)
        else:
            yield from _told(Piece("properties", text), shown, public)
            yield from (warning(where, "file-path", words=match[0]) for match in _FOLDER.finditer(text))


def _authors(root: Element, part: str, shown: str, public: _Public) -> Iterator[Diagnostic]:
    tags = tuple(f"{{*}}{name}" for name in _AUTHORED)
    changed = sorted({_author(one) for one in root.iter(*tags) if _author(one)})
    if changed:
        yield warning(Location(f"{shown}, {part}"), "file-changes", words=", ".join(changed))
    commented = sorted({_author(one) or "?" for one in root.iter("{*}comment")})
    if commented:
        yield warning(Location(f"{shown}, {part}"), "file-comments", words=", ".join(commented))
    for person in sorted({_author(one) for one in root.iter("{*}person")}):
        if person and person.lower() not in public.own.words:
            yield warning(Location(f"{shown}, {part}"), "file-author", field="author", words=person)


def _author(element: Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}author")), "")


def _address(piece: Piece, shown: str, public: _Public) -> Iterator[Diagnostic]:
    """Yield what the address of a link or a template gives away: a folder, or an e-mail address."""
    where = Location(f"{shown}, {piece.where}")
    if match := _FOLDER.match(piece.text):
        yield warning(where, "file-path", words=posixpath.normpath(match[0]))
    for one in numbers(piece.text.removeprefix("mailto:").removeprefix("tel:"), of_a_person=False):
        if not public.holds(one):
            yield problem(where, f"privacy-{one.sort}", words=one.words)
