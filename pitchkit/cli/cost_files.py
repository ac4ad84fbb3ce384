"""The outcomes of the cost model as files: data for other programs, a workbook, or a document."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pitchkit import output, pipeline, publishing, terminal
from pitchkit.cli import reporting
from pitchkit.cli.cost import DATA
from pitchkit.cli.options import ONE_STREAM
from pitchkit.composition import Composition
from pitchkit.costs.outcomes import Outcomes
from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
from pitchkit.language import _
from pitchkit.output import File
from pitchkit.pipeline import Kit
from pitchkit.writers import FORMATS

if TYPE_CHECKING:
    from pitchkit.costs import sheet

DOCUMENT = "kostenvergelijking"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for: formats, where they go, the reader and the date of a document."""

    formats: tuple[str, ...]
    target: Path | None
    audience: str
    date: datetime.date
    is_forced: bool
    explain: bool


def give(kit: Kit, outcomes: Outcomes, wanted: Wanted, found: list[Diagnostic]) -> None:
    """Write the files and print their paths, or one of them on standard output; `found` is wrong with the command line.

    Raises:
        CommandError: what is asked for is not there, or does not fit where it should go.
    """
    reporting.name_library(kit)
    to_stream = wanted.target == ONE_STREAM
    target = None if to_stream else wanted.target
    if target and target.suffix and not target.is_dir() and len(wanted.formats) > 1:
        found.append(problem(Location("--output"), "output-one-file", count=len(wanted.formats)))
    compositions = _compose(kit, wanted, found)
    writers, _lacks = publishing.open_writers(kit, [one for one in FORMATS if one in wanted.formats], None)
    data = [_data_file(kit, outcomes, name, target, wanted.date) for name in wanted.formats if name in DATA]
    documents = publishing.files(kit, compositions, writers, target, with_companions=not to_stream) if compositions else []
    if to_stream:
        reporting.give_stream([*data, *documents], compositions)
    else:
        _give_data(kit, data, force=wanted.is_forced)
        reporting.give_files(kit, documents, force=wanted.is_forced)
    reporting.tell(kit, compositions, explain=wanted.explain)


def _compose(kit: Kit, wanted: Wanted, found: list[Diagnostic]) -> tuple[Composition, ...]:
    if not any(one in FORMATS for one in wanted.formats):
        if found:
            raise CommandError(found)
        return ()
    request = pipeline.Request(
        audience=wanted.audience,
        documents=(DOCUMENT,),
        everything=False,
        themes=(),
        groups=(),
        position=None,
        date=wanted.date,
        max_words=None,
        final=False,
    )
    return pipeline.compose(kit, request, found)


def _data_file(kit: Kit, outcomes: Outcomes, name: str, target: Path | None, date: datetime.date) -> File:
    is_file = target is not None and bool(target.suffix) and not target.is_dir()
    if is_file and target and target.suffix != f".{name}":
        raise CommandError([problem(Location("--output"), "output-suffix", path=target.as_posix(), formats=name)])
    path = target if is_file and target else (target or output.DEFAULT_FOLDER) / f"{DOCUMENT}.{name}"
    words, place = kit.library.settings.cost_words, kit.workspace.start / path
    if name == "xlsx":
        from pitchkit.costs import sheet

        return File(place, sheet.write(outcomes, words, _about(kit, outcomes, date)), sheet.is_untouched)
    from pitchkit.costs import exports

    made = exports.to_json(outcomes, words) if name == "json" else exports.to_csv(outcomes, words)
    return File(place, made, lambda _found: False)  # no place in it for a seal: what is there already may be edited


def _about(kit: Kit, outcomes: Outcomes, date: datetime.date) -> sheet.About:
    from pitchkit.costs.sheet import About

    profile, group_id = kit.profile.profile, outcomes.comparison.plan.group_id
    group = next((one.name for one in profile.groups if one.id == group_id), group_id)
    return About(group, profile.organisation.name or "", date)


def _give_data(kit: Kit, files: list[File], *, force: bool) -> None:
    show = kit.workspace.show
    for written in output.write(files, force=force, show=show):
        terminal.result(show(written.path))
        if written.beside:
            terminal.say(
                _(
                    "{other} is there already and has been left alone; the new one is {path}. Use --force to write over it."
                ).format(other=show(written.beside), path=show(written.path))
            )
