"""The table of contents: full when Word opens the file, and Word has no reason to ask anything."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pitchkit.document import Heading
from pitchkit.outline import is_listed, plain_text
from pitchkit.writers.docx.inline import PLAIN, field, run
from pitchkit.writers.docx.ledger import ContentsEntry, Ledger, close_bookmark
from pitchkit.writers.docx.pieces import ParagraphPiece
from pitchkit.writers.docx.xml import element, escape, setting

STYLES: Final = ("TOC Heading", "toc 1", "toc 2", "toc 3")
_NUMBER: Final = 504900001  # of the control; any will do, as long as it stays the same
_BELOW: Final = 280  # twips
_BOOKMARK: Final = "_Toc{:09}"  # the name that Word itself gives; the underscore keeps it out of Word's list


def as_target(heading: Heading, written: str, ledger: Ledger) -> str:
    """Return the written heading; in a bookmark, and noted for the contents, where it stands in those."""
    if not is_listed(heading, ledger.document.contents):
        return written
    words = plain_text(heading.content, ledger.document.words.to_fill_in).replace("\n", " ")
    name = ledger.bookmark_name(_BOOKMARK.format(len(ledger.contents) + 1))
    number, begin = ledger.begin_bookmark(name)
    ledger.contents.append(ContentsEntry(words.strip(), max(heading.level, 1), name))
    return begin + written + close_bookmark(number)


def write_contents(ledger: Ledger) -> str:
    """Return the table of contents; call it when the text is written. Nothing where nothing is asked or listed."""
    contents = ledger.document.contents
    if contents is None or not ledger.contents:
        return ""
    pages = contents.pages
    if pages and len(pages) != len(ledger.contents):
        raise ValueError(f"the contents have {len(ledger.contents)} headings, but the pages of {len(pages)}")
    pieces = [_entry(ledger, place, pages[place] if pages else None) for place in range(len(ledger.contents))]
    pieces[-1] = replace(pieces[-1], after=_BELOW)
    if contents.title:
        pieces.insert(0, ParagraphPiece(run(ledger, contents.title, PLAIN), STYLES[0], keep_next=True))
    written = "".join(piece.xml(ledger.frame) for piece in pieces)
    about = setting("w:docPartGallery", "Table of Contents") + "<w:docPartUnique/>"
    properties = element("w:sdtPr", None, setting("w:id", _NUMBER), element("w:docPartObj", None, about))
    return element("w:sdt", None, properties, element("w:sdtContent", None, written))


def _entry(ledger: Ledger, place: int, page: int | None) -> ParagraphPiece:
    """Return one line: the words, leading to the heading, and its page where that is known."""
    entry = ledger.contents[place]
    numbered = "" if page is None else "<w:r><w:tab/></w:r>" + field(f"PAGEREF {entry.bookmark} \\h", str(page))
    link = element("w:hyperlink", {"w:anchor": entry.bookmark, "w:history": "1"}, run(ledger, entry.words, PLAIN) + numbered)
    begin = _begin(ledger) if place == 0 else ""
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(ledger.contents) - 1 else ""
    stop: dict[str, str | int] = {"w:val": "right", "w:leader": "dot", "w:pos": ledger.frame.page.width}
    tabs = "" if page is None else element("w:tabs", None, element("w:tab", stop))
    return ParagraphPiece(begin + link + end, STYLES[min(entry.level, 3)], tabs=tabs)


def _begin(ledger: Ledger) -> str:
    """Return the begin of the field that Word fills again when the reader asks for it: without numbers where none are known."""
    contents = ledger.document.contents
    depth = contents.depth if contents else 1
    instruction = f'TOC \\o "1-{depth}" \\h \\z' + ("" if contents and contents.pages else " \\n")
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
