"""The typography of a library's own files: what `--fix` mends, each word once for a line, and what only its writer can."""

from __future__ import annotations

from collections.abc import Iterator

from pitchkit.checking import sound
from pitchkit.checking.subject import Passage, Subject
from pitchkit.diagnostics import Diagnostic, place, warning
from pitchkit.entrypages import EntryPage
from pitchkit.yamlsource import YamlFile


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Yield every word that is typed otherwise than it should stand in print."""
    is_dutch = subject.library.settings.language.startswith("nl")
    for file in subject.library.files:
        name = subject.workspace.within_library(file.path)
        if name and not isinstance(file, EntryPage):  # in Markdown quotes and dashes are typed as they come
            yield from sound.unless_known(
                f"{is_dutch} {name}\n{file.text}",
                lambda file=file, name=name: _in_file(file, name, is_dutch=is_dutch),  # type: ignore[misc]
                "tidy",
            )
    yield from sound.in_passages(subject, "marks", _lone_marks)


def _lone_marks(passage: Passage) -> Iterator[Diagnostic]:
    from pitchkit import tidying

    for at in tidying.lone_marks(passage.text):
        yield warning(passage.locate(at), "typography-quote-alone")


def _in_file(file: YamlFile, name: str, *, is_dutch: bool) -> Iterator[Diagnostic]:
    from pitchkit import tidying

    told: set[tuple[int, str, str]] = set()
    for one in tidying.changes(file.text, file.data, name, is_dutch=is_dutch):
        where = place(file.path, file.text, one.start)
        if (where.line, one.code, one.was) in told:  # both marks around one word
            continue
        told.add((where.line, one.code, one.was))
        yield warning(where, one.code, was=one.was, becomes=one.becomes)
