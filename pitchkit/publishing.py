"""Documents become finished files, each with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pitchkit import output
from pitchkit.composition import Composition
from pitchkit.diagnostics import Diagnostic
from pitchkit.document import Document
from pitchkit.pipeline import Kit
from pitchkit.writers import Format, Writer, open_writer

Ending = TypeVar("Ending", bound=str)


def files(
    kit: Kit,
    compositions: Iterable[Composition],
    writers: Mapping[Format, Writer],
    target: Path | None,
    *,
    with_companions: bool = True,
) -> list[output.File]:
    """Return the finished files of some documents, each with the place it belongs, and the pictures beside them.

    Raises:
        CommandError: one file is named for several documents, or for a format that its name does not end in.
    """
    documents = ((_stem(kit, composition), composition.document) for composition in compositions)
    return files_of(kit, documents, writers, target, with_companions=with_companions)


def files_of(
    kit: Kit,
    documents: Iterable[tuple[str, Document]],
    writers: Mapping[Ending, Writer],
    target: Path | None,
    *,
    with_companions: bool = True,
) -> list[output.File]:
    """Return the finished files of documents that have a name, as `files` does; a writer stands under the ending of its files.

    Raises:
        CommandError: one file is named for several documents, or for a format that its name does not end in.
    """
    named = tuple(documents)
    is_file = output.names_one_file(target, len(named), writers)
    made: list[output.File] = []
    for stem, document in named:
        for name, writer in writers.items():
            path = target if is_file and target else (target or output.DEFAULT_FOLDER) / f"{stem}.{name}"
            place = kit.workspace.start / path
            made.append(output.File(place, writer.write(document), writer.is_untouched))
            beside = writer.companions(document) if with_companions else ()
            pictures = [output.File(place.parent / shown, data, writer.is_untouched) for shown, data in beside]
            made += [picture for picture in pictures if picture not in made]  # documents may share one
    return made


def open_writers(kit: Kit, formats: Iterable[Format], style: Path | None) -> tuple[dict[Format, Writer], tuple[Diagnostic, ...]]:
    """Return the writers of some formats, and warnings about what the organisation's Word file lacks; raises ContentError."""
    path = kit.workspace.start / style if style else None
    opened = {name: open_writer(name, path, kit.workspace.show(path) if path else "") for name in formats}
    return {name: one for name, (one, _) in opened.items()}, tuple(found for _, lacks in opened.values() for found in lacks)


def _stem(kit: Kit, composition: Composition) -> str:
    order = composition.order
    one_of_many = order.group is not None and len(kit.profile.profile.groups) > 1
    return "-".join([order.document, order.audience.id, *([order.group.id] if one_of_many and order.group else [])])
