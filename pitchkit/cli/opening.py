"""The library for a command that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pitchkit.language import plural

if TYPE_CHECKING:
    from pitchkit.library import Library
    from pitchkit.project import Workspace


def open_library(workspace: Workspace) -> Library:
    """Return the library of a workspace, and tell where it is unfinished; raises ContentError where it cannot be shown."""
    from pitchkit import terminal
    from pitchkit.browsing import opening

    library, unfinished = opening.open_library(workspace)
    if unfinished:
        told = plural(
            "{count} error in the library: see pitchkit check.", "{count} errors in the library: see pitchkit check.", unfinished
        )
        terminal.say(told.format(count=unfinished))
    return library
