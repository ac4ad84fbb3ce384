"""The library for a command that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pitchkit.language import _, plural

if TYPE_CHECKING:
    from pitchkit.library import Library
    from pitchkit.project import Workspace


def open_library(workspace: Workspace, *, is_whole: bool = False) -> Library:
    """Return the library of a workspace, and tell what is not in it or unfinished; raises ContentError as the room below."""
    from pitchkit import terminal
    from pitchkit.browsing import opening

    opened = opening.open_library(workspace, is_whole=is_whole)
    if opened.left_out:
        terminal.say(_("What cannot be read is left out here. It is in: {files}").format(files=", ".join(opened.left_out)))
    if opened.errors:
        told = plural(
            "{count} error in the library: see pitchkit check.",
            "{count} errors in the library: see pitchkit check.",
            opened.errors,
        )
        terminal.say(told.format(count=opened.errors))
    return opened.library
