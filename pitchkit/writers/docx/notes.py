"""Footnotes: the part with the notes, in the order in which the text refers to them."""

from __future__ import annotations

from pitchkit.writers.docx.inline import Hand, note_reference_style
from pitchkit.writers.docx.ledger import Ledger
from pitchkit.writers.docx.pieces import ParagraphPiece
from pitchkit.writers.docx.xml import element


def write_notes(ledger: Ledger) -> str:
    """Return the notes that the text refers to; call it when the text is written."""
    contents = {note.label: note.content for note in ledger.document.notes}
    hand = Hand(ledger, "footnotes")
    mark = element("w:r", None, note_reference_style(ledger), "<w:footnoteRef/>")
    space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    written = []
    for label, number in ledger.notes.items():
        paragraph = ParagraphPiece(mark + space + hand.write(contents[label]), "footnote text")
        note = {"w:id": ledger.frame.free.note + number - 1}
        written.append(element("w:footnote", note, paragraph.xml(ledger.frame)))
    return "".join(written)
