"""From a document and a frame to a file: write the stories, fill the holes, add the parts, seal and zip."""

from __future__ import annotations

from collections.abc import Mapping

from pitchkit.document import Document, Inlines, Text
from pitchkit.writers.docx import contents, furniture, notes, package, properties
from pitchkit.writers.docx.blocks import BlockWriter
from pitchkit.writers.docx.frame import Frame, relations_part
from pitchkit.writers.docx.inline import Hand
from pitchkit.writers.docx.ledger import Ledger, close_bookmark
from pitchkit.writers.docx.pieces import ParagraphPiece, Piece, body_xml
from pitchkit.writers.docx.xml import HEAD, PACKAGE, element, hole

BASE_LANGUAGE = "nl-NL"  # the language that every frame stands in until a document says otherwise

_EMPTY_RELATIONS = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{hole("relations")}</Relationships>'


def build(document: Document, frame: Frame) -> bytes:
    """Return the Word file."""
    frame = _suited(frame, document)
    ledger = Ledger(frame, document)
    blocks = BlockWriter(ledger).write(document.blocks)
    body = body_xml(_title_block(ledger), frame) + contents.write_contents(ledger) + body_xml(blocks, frame)
    body += "".join(close_bookmark(number) for numbers in ledger.open_entries.values() for number in numbers)
    ledger.open_entries.clear()
    note_xml = notes.write_notes(ledger)
    references = furniture.write_furniture(ledger)
    parts = _Parts(frame)
    parts.fill(frame.roles["document"], body=body, furniture=references)
    parts.fill(frame.roles["numbering"], numbers="".join(ledger.list_numbers))
    parts.fill(frame.roles["footnotes"], notes=note_xml)
    parts.fill(frame.roles["custom"], properties=package.hash_property(frame.free.property))
    parts.relate(frame.roles["document"], ledger.relations_xml("document"))
    parts.relate(frame.roles["footnotes"], ledger.relations_xml("footnotes"))
    parts.add(ledger.parts)
    parts.content[frame.roles["core"]] = properties.core_properties(document).encode()
    parts.speak(document.language)
    return package.zip_parts(package.seal(parts.content, frame.roles["custom"]))


def _suited(frame: Frame, document: Document) -> Frame:
    """Return the frame with what this document asks of it: styles for its contents, pages as a buyer wants them."""
    if document.page is None and document.contents is None:
        return frame
    from pitchkit.writers.docx import housestyle  # lxml is needed for this only

    return housestyle.suit(frame, document)


def _title_block(ledger: Ledger) -> tuple[Piece, ...]:
    """Return the title, and the subtitle where there is one."""

    def line(words: str, style: str) -> Piece:
        content: Inlines = (Text(words),)
        return ParagraphPiece(Hand(ledger).write(content), style)

    document = ledger.document
    title = line(document.title, "Title")
    return (title, line(document.subtitle, "Subtitle")) if document.subtitle else (title,)


class _Parts:
    """The parts of the file to be, from those of the frame."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.content = dict(frame.parts)

    def fill(self, part: str, **written: str) -> None:
        """Put what was written in the holes of a part."""
        content = self.content[part]
        for name, xml in written.items():
            content = content.replace(hole(name).encode(), xml.encode())
        self.content[part] = content

    def relate(self, part: str, relations: str) -> None:
        """Add the relations of a part; a part without any needs no part for them."""
        name = relations_part(part)
        if relations or name in self.content:
            self.content.setdefault(name, _EMPTY_RELATIONS.encode())
            self.fill(name, relations=relations)

    def add(self, parts: Mapping[str, tuple[bytes, str]]) -> None:
        """Add new parts, each with its content type if it has one of its own."""
        types = []
        for name, (content, content_type) in parts.items():
            self.content[name] = content
            if content_type:
                types.append(element("Override", {"PartName": f"/{name}", "ContentType": content_type}))
        self.fill("[Content_Types].xml", types="".join(types))

    def speak(self, language: str) -> None:
        """Set the language of the styles and the settings."""
        if language == BASE_LANGUAGE:
            return
        for role in ("styles", "settings"):
            name = self.frame.roles[role]
            self.content[name] = self.content[name].replace(f'w:val="{BASE_LANGUAGE}"'.encode(), f'w:val="{language}"'.encode())
