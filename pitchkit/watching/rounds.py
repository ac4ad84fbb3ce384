"""Rounds: after each change the documents that it touches are made again, and those whose bytes differ are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pitchkit import output, pipeline, publishing
from pitchkit.composition import Composition
from pitchkit.diagnostics import CommandError, Diagnostic, Problems, by_place
from pitchkit.output import Written
from pitchkit.pipeline import Kit, Request
from pitchkit.project import Workspace
from pitchkit.watching.inputs import Inputs, inputs, surroundings
from pitchkit.writers import Format


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: which documents, in which formats and whose style, and where they go."""

    request: Request
    formats: tuple[Format, ...]
    style: Path | None = None
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What one change led to. `kit` is None where library, templates or profile cannot be read; documents stay as they were.

    `problems` keep some of the documents, or all, from being made or written; `made` counts those that were made again.
    """

    changed: tuple[Path, ...]
    kit: Kit | None = None
    compositions: tuple[Composition, ...] = ()
    written: tuple[Written, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    made: int = 0


@dataclass(frozen=True, slots=True)
class _Kept:
    inputs: tuple[Inputs, bytes]
    composition: Composition
    files: tuple[output.File, ...]


class Watch:
    """Makes the documents of a wish again and again; what is asked for is asked anew for each round, for the date in it."""

    def __init__(self, find: Callable[[], Workspace], wish: Callable[[], Wish]) -> None:
        self._find = find
        self._wish = wish
        self._kept: dict[tuple[str, str, str], _Kept] = {}
        self._written: dict[Path, tuple[bytes, Path]] = {}

    def rounds(self, changes: Iterable[tuple[Path, ...]]) -> Iterator[Round]:
        """Yield what came of each change.

        Raises:
            CommandError: in the first round, what is asked for is not there; later on, that is a problem like any other.
        """
        for number, changed in enumerate(changes):
            try:
                yield replace(self._round(), changed=changed)
            except CommandError as error:
                if number == 0:
                    raise
                yield Round(changed, problems=error.diagnostics)

    def _round(self) -> Round:
        try:
            return self._made()
        except CommandError:
            raise
        except Problems as error:
            return Round((), problems=error.diagnostics)

    def _made(self) -> Round:
        wish = self._wish()
        kit = pipeline.open_kit(self._find())
        writers, lacks = publishing.open_writers(kit, wish.formats, wish.style)
        style = (kit.workspace.start / wish.style).read_bytes() if wish.style else b""
        pairs = list(pipeline.orders(kit, wish.request))
        output.names_one_file(wish.target, len(pairs), wish.formats)
        around = surroundings(kit.library)
        kept: dict[tuple[str, str, str], _Kept] = {}
        problems: list[Diagnostic] = []
        made = 0
        for template, order in pairs:
            name = (order.document, order.audience.id, order.group.id if order.group else "")
            try:
                now = (inputs(kit, around, template, order), style)
                before = self._kept.get(name)
                if before is None or before.inputs != now:
                    composition = kit.composer.compose(template, order)
                    files = tuple(publishing.files(kit, [composition], writers, wish.target))
                    before = _Kept(now, composition, files)
                    made += 1
                kept[name] = before
            except Problems as error:
                problems += error.diagnostics
        self._kept = kept
        written = [one for each in kept.values() for file in each.files for one in self._write(kit, file, problems)]
        compositions = tuple(each.composition for each in kept.values())
        warnings = (*lacks, *kit.profile.warnings, *(found for one in compositions for found in one.warnings))
        return Round((), kit, compositions, tuple(written), by_place(problems), tuple(dict.fromkeys(warnings)), made)

    def _write(self, kit: Kit, file: output.File, problems: list[Diagnostic]) -> Iterator[Written]:
        data, place = self._written.get(file.path, (b"", file.path))
        if data == file.data and place.exists():
            return
        try:
            (written,) = output.write([file], force=False, show=kit.workspace.show)
        except Problems as error:  # open in Word, say: it is tried again in the next round
            self._written.pop(file.path, None)
            problems += error.diagnostics
            return
        self._written[file.path] = (file.data, written.path)
        yield written
