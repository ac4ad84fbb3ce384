"""Where schemas lie, and the line by which editors find them."""

from __future__ import annotations

from pathlib import PurePosixPath

FOLDER = ".schemas"
"""Inside the library whose words they offer."""

MARK = "# yaml-language-server: $schema="


def line(form: str, steps_to_library: str = "") -> str:
    """Return the line for the top of a file; `steps_to_library` leads from the file's folder to the library."""
    return f"{MARK}{PurePosixPath(steps_to_library, FOLDER, file_name(form))}"


def file_name(form: str) -> str:
    """Return the name of the file that holds a schema."""
    return f"{form}.json"
