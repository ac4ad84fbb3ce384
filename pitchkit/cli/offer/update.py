"""`pitchkit offer update`: what a later paper of the buyer changes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _(
        "Read a later paper of the buyer, such as a nota van inlichtingen: show what it changes, and mark the answers it touches."
    )


def run(
    name: options.OfferName,
    from_: Annotated[
        list[Path],
        typer.Option(
            "--from", metavar=_("FILE"), help=_("The later file: .docx, .xlsx, .csv, .md or .pdf; may be given more than once.")
        ),
    ] = [],
    dry_run: options.DryRun = False,
    columns: Annotated[
        list[str],
        typer.Option("--columns", metavar=_("ROLE=COLUMN,..."), help=_("Which column holds what, as with pitchkit offer new.")),
    ] = [],
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar=_("YEAR-MONTH-DAY"), help=_("The day on which the file was read, today unless you say otherwise.")
        ),
    ] = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
) -> None:
    """Show the changes, and write them into the offer file."""
    from pitchkit import output, terminal
    from pitchkit.cli.offer import read_report
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
    from pitchkit.offers.reading import asked_columns, making

    found: list[Diagnostic] = []
    day = options.day(date, found)
    if not from_:
        found.append(problem(Location("--from"), "offer-update-without-file"))
    if found:
        raise CommandError(found)
    asked = asked_columns.read_asked(columns)
    kit, loaded = open_offer(name, Path.cwd(), library, profile)
    show = kit.workspace.show
    text = making.read_as_written(loaded.path)
    with terminal.progress(_("Reading the papers")):
        results = making.update(loaded, tuple(from_), asked, day, kit.workspace)
    changed = results[-1].updated.text if results else text
    if not dry_run and changed != text:
        output.write_over(loaded.path, changed.encode(), show)
        terminal.result(show(loaded.path))
    read_report.tell_update(results, loaded.name, is_dry=dry_run)
