"""What stands at the edge of every page: the running head and the page number."""

from __future__ import annotations

from pitchkit.writers.docx.inline import PLAIN, field, run
from pitchkit.writers.docx.ledger import Ledger
from pitchkit.writers.docx.pieces import ParagraphPiece
from pitchkit.writers.docx.xml import HEAD, R, W, element

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def write_furniture(ledger: Ledger) -> str:
    """Add header and footer parts and return the references to them, for the section.

    The first page shows who speaks; the running head comes on the pages after it, below the title no one needs it.
    """
    if ledger.frame.has_furniture:
        return ""
    document = ledger.document
    first = document.author
    later = document.running_head or document.author
    speaker = document.author if document.author != later else ""
    references = []
    if first:
        references.append(_part(ledger, "header", "first", 1, _header(ledger, "", first)))
    if later:
        references.append(_part(ledger, "header", "default", 2, _header(ledger, later, speaker)))
    references.append(_part(ledger, "footer", "first", 1, _footer(ledger)))
    references.append(_part(ledger, "footer", "default", 2, _footer(ledger)))
    return "".join(references)


def _part(ledger: Ledger, kind: str, page: str, number: int, paragraph: str) -> str:
    root = {"header": "w:hdr", "footer": "w:ftr"}[kind]
    folder = ledger.frame.roles["document"].rpartition("/")[0]
    target = f"{kind}{number}.xml"
    content = HEAD + element(root, {"xmlns:w": W, "xmlns:r": R}, paragraph)
    ledger.parts[f"{folder}/{target}".lstrip("/")] = (content.encode(), _CONTENT_TYPE.format(kind))
    return element(f"w:{kind}Reference", {"w:type": page, "r:id": ledger.relate("document", kind, target)})


def _header(ledger: Ledger, left: str, right: str) -> str:
    """Return a line with words at both sides, or at one."""
    if not left:
        return ParagraphPiece(run(ledger, right, PLAIN), "header", align="right").xml(ledger.frame)
    words = run(ledger, f"{left}\t{right}" if right else left, PLAIN)
    cleared = [element("w:tab", {"w:val": "clear", "w:pos": stop}) for stop in ledger.frame.header_tabs]
    stop = element("w:tab", {"w:val": "right", "w:pos": ledger.frame.page.width})
    return ParagraphPiece(words, "header", tabs=element("w:tabs", None, *cleared, stop)).xml(ledger.frame)


def _footer(ledger: Ledger) -> str:
    """Return a line such as: Pagina 2 van 4."""
    words = ledger.document.words
    content = "".join(
        (
            run(ledger, f"{words.page} ", PLAIN),
            field("PAGE", "1"),
            run(ledger, f" {words.of} ", PLAIN),
            field("NUMPAGES", "1"),
        )
    )
    return ParagraphPiece(content, "footer", align="right").xml(ledger.frame)
