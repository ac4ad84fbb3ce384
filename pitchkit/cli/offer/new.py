"""`pitchkit offer new`: what a buyer asks, read into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Begin an offer: read the buyer’s files into offers/NAME.yaml, or make a file to fill in by hand.")


def run(
    name: Annotated[str, typer.Argument(metavar=_("NAME"), help=_("What the offer is to be called."))],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            "-k",
            metavar="tender|quotation|grant",
            help=_("What is asked: a tender, a quotation or a grant application."),
        ),
    ] = "tender",
    from_: Annotated[
        list[Path],
        typer.Option(
            "--from",
            metavar=_("FILE"),
            help=_("A file of the buyer: .docx, .xlsx, .csv, .md or .pdf; may be given more than once."),
        ),
    ] = [],
    columns: Annotated[
        list[str],
        typer.Option(
            "--columns",
            metavar=_("ROLE=COLUMN,..."),
            help=_(
                "Which column holds what, where it is not recognised: eis=B,gewicht=D or vraag=Omschrijving; "
                "SHEET: before it for one sheet."
            ),
        ),
    ] = [],
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar=_("YEAR-MONTH-DAY"), help=_("The day on which the files were read, today unless you say otherwise.")
        ),
    ] = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
) -> None:
    """Write a new offer file and tell what was found."""
    from pitchkit import authoring, output, project, terminal
    from pitchkit.cli.offer import read_report
    from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
    from pitchkit.offers.model import OFFER_KINDS
    from pitchkit.offers.reading import asked_columns, making, starting

    found: list[Diagnostic] = []
    asked_kind = options.choice("--kind", kind, OFFER_KINDS, found, "offer-kind-unknown")
    day = options.day(date, found)
    if columns and not from_:
        found.append(problem(Location("--columns"), "columns-without-file"))
    if found:
        raise CommandError(found)
    workspace = project.find(Path.cwd(), library, None, profile)
    asked = asked_columns.read_asked(columns)
    path = starting.place_of(name, workspace.start)
    with terminal.progress(_("Reading the papers"), shown=bool(from_)):
        made = making.make(making.Wanted(asked_kind, name, path, tuple(from_), asked, day), workspace)
    text = authoring.line_above(workspace, "offer", path) + made.text
    output.write([output.File(path, text.encode(), lambda _found: False)], force=False, show=workspace.show)
    terminal.result(workspace.show(path))
    read_report.tell_new(made, path.stem)
