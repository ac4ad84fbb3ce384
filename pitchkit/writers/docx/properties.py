"""What the file says about itself: title, author, language, date."""

from __future__ import annotations

from pitchkit.document import Document
from pitchkit.writers.docx.xml import HEAD, PACKAGE, element, escape


def core_properties(document: Document) -> str:
    """Return the core properties; the dates are the document's own date, at midnight UTC."""
    day = {"xsi:type": "dcterms:W3CDTF"}
    moment = f"{document.date}T00:00:00Z"
    names = {
        "xmlns:cp": f"{PACKAGE}/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return HEAD + element(
        "cp:coreProperties",
        names,
        element("dc:title", None, escape(document.title)),
        element("dc:subject", None, escape(document.subtitle)) if document.subtitle else "",
        element("dc:creator", None, escape(document.author)),
        element("cp:lastModifiedBy", None, escape(document.author)),
        element("cp:revision", None, "1"),
        element("dcterms:created", day, moment),
        element("dcterms:modified", day, moment),
        element("dc:language", None, escape(document.language)),
    )
