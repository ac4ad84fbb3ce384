"""Page numbers for a table of contents, from a first layout with room for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.document import Document
from pitchkit.layout.measuring import lay_out
from pitchkit.layout.pages import PlacedHeading
from pitchkit.outline import headings, is_listed, plain_text

_ROOM: Final = 99  # as wide as most page numbers are


def paginate(document: Document, write: Callable[[Document], bytes]) -> Document:
    """Return the document with the pages of the headings in its contents; as it is where it has no contents.

    `write` makes the Word file. Page breaks are LibreOffice's: Word's own may fall a line earlier or later.

    Raises:
        LayoutUnavailable: there is no LibreOffice here.
        ContentError: LibreOffice makes no pages of the document, or a heading is not found on them.
    """
    contents = document.contents
    listed = [one for one in headings(document.blocks) if is_listed(one, contents)]
    if contents is None or not listed:
        return document
    with_room = replace(document, contents=replace(contents, pages=(_ROOM,) * len(listed)))
    placed = lay_out(write(with_room)).headings
    words = [plain_text(one.content, document.words.to_fill_in) for one in listed]
    return replace(document, contents=replace(contents, pages=tuple(_pages(words, placed))))


def _pages(titles: Iterable[str], placed: tuple[PlacedHeading, ...]) -> Iterable[int]:
    """Yield the page of each title; a house may have headings of its own between them, and numbers before their words."""
    rest = iter(placed)
    for title in titles:
        wanted = _bare(title)
        found = next((one for one in rest if _bare(one.title).endswith(wanted)), None)
        if found is None:
            raise ContentError([problem(Location("LibreOffice"), "layout-heading-missing", title=" ".join(title.split()))])
        yield found.page


def _bare(title: str) -> str:
    """Return the letters and digits of a title, which survive a PDF."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", title).casefold() if sign.isalnum())
