"""Schemas with the words of a workspace's library, written where editors find them."""

from __future__ import annotations

import os
from pathlib import Path

from pitchkit import loading, output, schemas
from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.library import Library
from pitchkit.project import Workspace, shipped
from pitchkit.suggesting import suggest


def schema(workspace: Workspace, form: str) -> str:
    """Return the schema for one kind of file.

    Raises:
        CommandError: there is no schema for it.
        ContentError: there is no library.
    """
    _expect(form)
    return schemas.text(form, _library(workspace))


def write_schemas(workspace: Workspace, folder: Path | None = None, form: str | None = None) -> tuple[Path, ...]:
    """Write every schema, or one, into a folder or into the library itself, and return the paths.

    Raises:
        CommandError: there is no such schema, or the library is not the user's to write in.
        ContentError: there is no library, or a file cannot be written.
    """
    if form:
        _expect(form)
    if folder is None and not workspace.owns_library:
        raise CommandError([problem(Location("schema"), "library-not-yours")])
    library = _library(workspace)
    texts = {schemas.file_name(form): schemas.text(form, library)} if form else schemas.files(library)
    place = workspace.start / folder if folder else workspace.library / schemas.FOLDER
    files = [output.File(place / name, text.encode(), lambda _: True) for name, text in texts.items()]
    return tuple(written.path for written in output.write(files, force=True, show=workspace.show))


def line_above(workspace: Workspace, form: str, path: Path) -> str:
    """Return the first line of a new file, by which editors find its schema; empty where the library has no schema to find."""
    place = workspace.library / schemas.FOLDER / schemas.file_name(form)
    if not (workspace.owns_library and place.is_file()):
        return ""
    try:
        steps = Path(os.path.relpath(workspace.library, path.parent)).as_posix()
    except ValueError:  # another disk of Windows
        return ""
    return f"{schemas.line(form, steps)}\n"


def refresh_schemas(workspace: Workspace) -> None:
    """Bring the schemas in a library up to date, where it has any; raises ContentError where one cannot be written."""
    if workspace.owns_library and (workspace.library / schemas.FOLDER).is_dir():
        write_schemas(workspace)


def _library(workspace: Workspace) -> Library:
    # What is wrong in a library is no reason to leave its writer without help.
    return loading.read(workspace.library, shipped("arguments"), workspace.show)[0]


def _expect(form: str) -> None:
    if form not in schemas.FORMS:
        choices = ", ".join(schemas.FORMS)
        raise CommandError(
            [problem(Location("schema"), "schema-unknown", word=form, choices=choices, suggestion=suggest(form, schemas.FORMS))]
        )
