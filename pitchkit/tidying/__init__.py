"""What has one right answer in the texts of a library: typography, Unicode, spaces. Found here, and mended here. Pure."""

from __future__ import annotations

from pitchkit.tidying import files, pages
from pitchkit.tidying.files import Change
from pitchkit.tidying.texts import lone_marks
from pitchkit.yamlsource import Data

__all__ = ["Change", "changes", "lone_marks", "tidied"]


def changes(text: str, data: Data, name: str, *, is_dutch: bool = True) -> tuple[Change, ...]:
    """Return what should change in a file that holds these data, by place; `name` is its path within the library."""
    return pages.changes(text, is_dutch=is_dutch) if _is_page(name) else files.changes(text, data, name, is_dutch=is_dutch)


def tidied(text: str, name: str, *, is_dutch: bool = True) -> tuple[str, tuple[Change, ...]]:
    """Return a file with everything in it as it should be typed, and what was changed; `name` is its path within the library.

    Doing it twice changes nothing. A file that cannot be read comes back as it is.
    """
    return pages.tidied(text, is_dutch=is_dutch) if _is_page(name) else files.tidied(text, name, is_dutch=is_dutch)


def _is_page(name: str) -> bool:
    return name.endswith(".md")
