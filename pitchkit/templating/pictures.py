"""The pictures that templates show: files beside the templates, named as parts of templates are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pitchkit import pictures
from pitchkit.cost_charts import PREFIX
from pitchkit.diagnostics import ContentError, Location, place, problem
from pitchkit.document import Picture
from pitchkit.folders import is_inside
from pitchkit.suggesting import suggest
from pitchkit.templating.finding import TemplateFolders

MOST_BYTES: Final = 20_000_000
"""A photograph of a telephone is some millions; a document that carries more can hardly be mailed."""

BY_VALUE: Final = ""
"""Stands for a picture that is named by a value: it could be any."""

_NAMED: Final = re.compile(
    r"^[ \t]*(?::{3,}[ \t]*figure[ \t]+(?P<fenced>\S.*?)[ \t]*$|!\[.*?\]\((?:<(?P<set_off>[^>\n]*)>|(?P<plain>[^\s)]*)))",
    re.MULTILINE,
)
_REMARK: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSAFE: Final = re.compile(r'[\\:<>"|?*\x00-\x1f]')  # no name in Windows, or a way out


@dataclass(frozen=True, slots=True)
class Named:
    """A picture that a template names, and where."""

    name: str
    location: Location


def named(text: str, shown: str) -> Iterator[Named]:
    """Yield the pictures that the text of a template names; `shown` is the path of the template in messages."""
    bare = _REMARK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _NAMED.finditer(bare):
        group = found.lastgroup or "plain"
        name = _ESCAPED.sub(r"\1", found[group])
        if not name.startswith(PREFIX):
            yield Named(BY_VALUE if "{{" in name or "{%" in name else name, place(shown, text, found.start(group)))


def read(folders: TemplateFolders, name: str, where: Location) -> Picture:
    """Return a picture that a template names; the first folder that has it goes before the rest.

    Raises:
        ContentError: at the place where it is named: it is not there, lies elsewhere, or is no picture that can be shown.
    """
    if any(part.startswith(".") or not part for part in name.split("/")) or _UNSAFE.search(name):
        raise ContentError([problem(where, "picture-path", name=name)])
    if not name.lower().endswith(pictures.ENDINGS):
        raise ContentError([problem(where, "picture-ending", name=name)])
    data = _bytes(folders, name, where)
    try:
        size = pictures.measure(data, name)
    except pictures.PictureError as error:
        raise ContentError([problem(where, error.fault, name=name)]) from None
    if name.lower().endswith(".png") != (size.extension == "png"):
        ending = ".png" if size.extension == "png" else ".jpg"
        raise ContentError([problem(where, "picture-misnamed", name=name, format=size.extension.upper(), ending=ending)])
    return Picture(name, data)


def content(folders: TemplateFolders, name: str) -> bytes:
    """Return the bytes of a picture, and nothing where there is none that can be shown."""
    try:
        return read(folders, name, Location("")).data
    except ContentError:
        return b""


def names(folders: TemplateFolders) -> tuple[str, ...]:
    """Return the name of every picture, as templates name it."""
    found = {
        path.relative_to(folder).as_posix()
        for folder in folders.folders
        for path in folder.rglob("*")
        if path.name.lower().endswith(pictures.ENDINGS) and path.is_file() and is_inside(path, folder)
    }
    return tuple(sorted(found))


def _bytes(folders: TemplateFolders, name: str, where: Location) -> bytes:
    try:
        path = _path(folders, name, where)
        if path.stat().st_size > MOST_BYTES:
            raise ContentError([problem(where, "picture-large", name=name, limit=MOST_BYTES // 1_000_000)])
        return path.read_bytes()
    except OSError as error:
        raise ContentError([problem(where, "picture-unreadable", name=name, reason=error.strerror or error)]) from None


def _path(folders: TemplateFolders, name: str, where: Location) -> Path:
    for folder in folders.folders:
        path = folder / name
        if path.is_file():
            if not is_inside(path, folder):
                raise ContentError([problem(where, "picture-outside", name=name)])
            return path
    there = names(folders)
    first = folders.show(folders.folders[0])
    meant = suggest(name, there)
    raise ContentError([problem(where, "picture-missing", name=name, folder=first, suggestion=meant, choices=", ".join(there))])
