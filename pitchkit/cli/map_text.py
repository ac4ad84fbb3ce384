"""A map as the text of a file, and what of an order for one cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.language import _
from pitchkit.library import Library
from pitchkit.mapping import mermaid, picture
from pitchkit.mapping.drafting import Map, Words
from pitchkit.suggesting import suggest


def write(drawn: Map, form: str, *, is_markdown: bool) -> str:
    """Return the text of a map: a picture, Mermaid, or Mermaid within Markdown."""
    if form == "svg":
        return picture.draw(drawn, _words(drawn))
    text = mermaid.write(drawn, _words(drawn))
    return f"```mermaid\n{text}```\n" if is_markdown else text


def is_ours(data: bytes) -> bool:
    """Return whether a file is a map that was made before."""
    return any(sign.encode() in data[:1000] for sign in (mermaid.MARK, picture.MARK))


def unknown(library: Library, ids: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield the ids that are no objection of the library."""
    known = [entry.id for entry in library.entries if entry.kind == "objection"]
    for word in ids:
        if word not in known:
            yield problem(Location("--objection"), "objection-unknown", word=word, suggestion=suggest(word, known))


def _words(drawn: Map) -> Words:
    has_themes = any(group.kind == "theme" for group in drawn.groups)
    columns = (_("Objection or theme"), _("Answer or other entry")) if has_themes else (_("Objection"), _("Answer"))
    return Words(
        title=_("Argument map: objections, answers and sources"),
        about=_("Each objection with the entries that answer it, and the sources that these rest on."),
        columns=(*columns, _("Source")),
        no_answer=_("no answer"),
        no_source=_("no source"),
        rests_on=_("rests on"),
    )
