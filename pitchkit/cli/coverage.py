"""`pitchkit coverage`: how much the library has for whom, where that is too few, and what grows old."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Count what the library has for each reader, and tell where that is thin and what grows old.")


def run(
    audience: options.Audiences = [],
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="theme|kind",
            help=_("What stands below each other: themes, or kinds of entry."),
            autocompletion=completing.words("theme", "kind"),
        ),
    ] = "theme",
    every: Annotated[bool, typer.Option("--all", help=_("Themes and kinds in one grid, for each reader apart."))] = False,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The day to look from, today unless you say otherwise.")),
    ] = None,
    as_json: options.AsJson = False,
    library: options.Library = None,
) -> None:
    """Show what the library covers; exit code 1 where it has less than it says it wants."""
    from pitchkit import browsing, coverage, project, terminal
    from pitchkit.browsing import finding
    from pitchkit.cli import coverage_report, opening
    from pitchkit.diagnostics import CommandError, Diagnostic
    from pitchkit.reviewing import reading

    found: list[Diagnostic] = []
    day: datetime.date = options.day(date, found)
    row = options.choice("--by", by, coverage.BY, found, "grid-unknown")
    if found:
        raise CommandError(found)
    workspace = project.find(Path.cwd(), library)
    opened = opening.open_library(workspace, is_whole=True)
    asked = finding.understood(opened, browsing.Asked(tuple(audience))).audiences
    counted = coverage.Coverage(opened, tuple(one for one in opened.audiences if one.id in asked or not asked))
    stale = coverage.stale_for(counted, reading.load(workspace, opened), day)
    if as_json:
        coverage_report.show_json(counted, stale, day)
    else:
        coverage_report.show(counted, row, stale, is_whole=every)
    short = tuple(coverage.shortfalls(counted))
    terminal.show_problems(short)
    if short:
        raise typer.Exit(1)
