"""Files that somebody put into a library, where nothing reads them."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, Location, warning
from pitchkit.folders import find_files


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every YAML file of the user's own library that is neither among the entries nor a list of words."""
    folder = subject.workspace.library
    if not subject.workspace.owns_library:
        return
    read = {f"{name}.yaml" for name in ("library", "reviews", *subject.library.word_places)}
    paths, _ = find_files(folder, (".yaml", ".yml"), subject.workspace.show)
    for path in paths:
        within = path.relative_to(folder)
        is_hidden = any(part.startswith(".") for part in within.parts)
        if within.parts[0] != "entries" and within.as_posix() not in read and not is_hidden:
            yield warning(Location(subject.workspace.show(path), 1, 1), "library-file-unread")
