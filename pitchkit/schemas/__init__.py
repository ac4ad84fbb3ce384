"""JSON Schemas for who writes YAML in an editor: generated from the models, with the choices of the library at hand."""

from __future__ import annotations

from pitchkit.library import Library
from pitchkit.schemas.choices import choices_of
from pitchkit.schemas.making import FORMS, as_json, make
from pitchkit.schemas.placing import FOLDER, MARK, file_name, line

__all__ = ["FOLDER", "FORMS", "MARK", "file_name", "files", "line", "text"]


def text(form: str, library: Library) -> str:
    """Return a schema as the text of a file; raises KeyError for a kind of file that there is none for."""
    return as_json(make(form, choices_of(library)))


def files(library: Library) -> dict[str, str]:
    """Return every schema as text, by the name of its file."""
    return {file_name(form): text(form, library) for form in FORMS}
