"""Page numbers in the tables of contents of finished documents, where LibreOffice is there to lay them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pitchkit.composition import Composition
from pitchkit.diagnostics import ContentError, Diagnostic, Location, warning
from pitchkit.writers import Format, Writer


def paginate(
    compositions: Iterable[Composition], writers: Mapping[Format, Writer]
) -> tuple[tuple[Composition, ...], tuple[Diagnostic, ...]]:
    """Return the documents with page numbers in their contents, and warnings about those that could not get any."""
    from pitchkit import layout

    composed = tuple(compositions)
    if "docx" not in writers:
        return composed, ()
    if not any(composition.document.contents for composition in composed):
        return composed, (warning(Location("--paginate"), "paginate-nothing"),)
    numbered: list[Composition] = []
    found: list[Diagnostic] = []
    for composition in composed:
        document = composition.document
        try:
            document = layout.paginate(document, writers["docx"].write)
        except (layout.LayoutUnavailable, ContentError) as error:
            found += (replace(one, severity="warning") for one in error.diagnostics)
        numbered.append(replace(composition, document=document))
    return tuple(numbered), tuple(dict.fromkeys(found))
