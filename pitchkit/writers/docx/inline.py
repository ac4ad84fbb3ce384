"""What stands inside a line: runs, links, open fields, note marks and bookmarks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, assert_never

from pitchkit.document import Emphasis, EntryMark, Inline, Inlines, LineBreak, Link, NoteMark, OpenField, Strong, Text
from pitchkit.outline import open_field_text
from pitchkit.writers.docx.ledger import Ledger, Story, close_bookmark
from pitchkit.writers.docx.xml import element, escape, properties, setting

_ADDRESS: Final = re.compile(r"(?:https?://[^\s<>\"{}|\\^`]+|mailto:[^\s<>\"]+@[^\s<>\"]+|tel:[+0-9().\-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tone:
    """How words look: bold, italic, as a link, highlighted."""

    strong: bool = False
    emphasis: bool = False
    link: bool = False
    highlight: bool = False


PLAIN: Final = Tone()


@dataclass(frozen=True, slots=True)
class Hand:
    """Writes the inlines of one story; `Story` decides where links and notes go."""

    ledger: Ledger
    story: Story = "document"

    def write(self, content: Inlines, tone: Tone = PLAIN) -> str:
        """Return the runs of these inlines."""
        return "".join(self._inline(inline, tone) for inline in content)

    def _inline(self, inline: Inline, tone: Tone) -> str:  # noqa: PLR0911 - one for each kind
        match inline:
            case Text(text):
                return run(self.ledger, text, tone)
            case Strong(content):
                return self.write(content, replace(tone, strong=True))
            case Emphasis(content):
                return self.write(content, replace(tone, emphasis=True))
            case Link(url, content):
                return self._link(url, content, tone)
            case OpenField(_, label):
                return run(self.ledger, self._open_field(label), replace(tone, highlight=True))
            case NoteMark(label):
                return self._note_mark(label)
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case EntryMark(entry, edge):
                return self._entry_edge(entry, begins=edge == "start")
            case _:
                assert_never(inline)

    def _open_field(self, label: str) -> str:
        return open_field_text(label, self.ledger.document.words.to_fill_in)

    def _link(self, url: str, content: Inlines, tone: Tone) -> str:
        """Return a link; the bare words where the address is not on the web, a mailbox or a telephone."""
        if tone.link or not _ADDRESS.fullmatch(url):
            return self.write(content, tone)
        words = self.write(content, replace(tone, link=True))
        relation = self.ledger.relate(self.story, "hyperlink", url, external=True)
        return element("w:hyperlink", {"r:id": relation, "w:history": "1"}, words)

    def _entry_edge(self, entry: str, *, begins: bool) -> str:
        opened = self.ledger.open_entries.setdefault(entry, [])
        if begins:
            number, xml = self.ledger.open_bookmark(f"entry_{entry}")
            opened.append(number)
            return xml
        return close_bookmark(opened.pop()) if opened else ""

    def _note_mark(self, label: str) -> str:
        """Return the mark of a new footnote, or a reference to a mark that stands earlier."""
        notes = self.ledger.notes
        if label not in notes and self.story == "document":
            return self._new_note(label)
        number = notes.get(label) or _place_of_note(self.ledger, label)
        if label not in notes:
            return run(self.ledger, f" ({self.ledger.document.words.see_note} {number})", PLAIN)
        mark = note_reference_style(self.ledger)
        return field(f"NOTEREF {note_bookmark(number)} \\f \\h", str(number), mark)

    def _new_note(self, label: str) -> str:
        _place_of_note(self.ledger, label)
        number = len(self.ledger.notes) + 1
        self.ledger.notes[label] = number
        note_id = self.ledger.frame.free.note + number - 1
        bookmark, begin = self.ledger.open_bookmark(note_bookmark(number))
        reference = element("w:footnoteReference", {"w:id": note_id})
        return begin + element("w:r", None, note_reference_style(self.ledger), reference) + close_bookmark(bookmark)


def _place_of_note(ledger: Ledger, label: str) -> int:
    """Return where the note stands in the document's list, from 1; raise ValueError when it is not there."""
    for place, note in enumerate(ledger.document.notes, 1):
        if note.label == label:
            return place
    raise ValueError(f"the document has a mark for the note {label!r}, but no such note")


def note_bookmark(number: int) -> str:
    """Return the hidden bookmark round the first mark of a note; the underscore keeps it out of Word's list."""
    return f"_pitchkit_note_{number}"


def note_reference_style(ledger: Ledger) -> str:
    """Return the run properties of a note mark."""
    return properties("w:rPr", [setting("w:rStyle", ledger.frame.style("footnote reference"))])


def run(ledger: Ledger, text: str, tone: Tone) -> str:
    """Return a run with these words; a tab in them stays a tab, a line end becomes a space."""
    if not text:
        return ""
    words = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in _one_line(text).split("\t")
    )
    return f"<w:r>{_tone_properties(ledger, tone)}{words}</w:r>"


def _one_line(text: str) -> str:
    return re.sub(r"\r\n?|\n", " ", text) if "\n" in text or "\r" in text else text


def _tone_properties(ledger: Ledger, tone: Tone) -> str:
    wanted = []
    if tone.link:
        wanted.append(setting("w:rStyle", ledger.frame.style("Hyperlink")))
    if tone.strong:
        wanted += ["<w:b/>", "<w:bCs/>"]
    if tone.emphasis:
        wanted += ["<w:i/>", "<w:iCs/>"]
    if tone.highlight:
        wanted += [setting("w:color", "000000"), setting("w:highlight", "yellow")]
    return properties("w:rPr", wanted)


def field(instruction: str, shown: str, look: str = "") -> str:
    """Return a field with the text it shows until Word counts for itself; never marked dirty, so Word asks nothing."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(shown)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{look}{piece}</w:r>" for piece in pieces)
