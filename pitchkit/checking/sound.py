"""Texts in which nothing was found before are not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pitchkit import remembering
from pitchkit.diagnostics import Diagnostic


def unless_known(text: str, find: Callable[[], Iterable[Diagnostic]], kind: str = "sound") -> list[Diagnostic]:
    """Return what `find` finds in a text; one in which it found nothing before is not read again.

    What `find` does may depend on the text alone. Each sort of finding has a `kind` of its own, a word for a folder's name.
    """
    if remembering.recall_bytes(kind, text) is not None:
        return []
    found = list(find())
    if not found:
        remembering.keep_bytes(kind, text, b"")
    return found
