"""`pitchkit build`: make documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _

ONE_STREAM = Path("-")


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Make documents for a reader: a pitch, unless --document says otherwise.")


def run(
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            "-a",
            metavar=_("READER"),
            help=_("The reader: gemeente, manager, collegas, netwerkpartners or clienten."),
        ),
    ] = None,
    document: Annotated[
        list[str],
        typer.Option("--document", "-d", metavar=_("DOCUMENT"), help=_("The kind of document; may be given more than once.")),
    ] = [],
    format_: Annotated[
        list[str],
        typer.Option(
            "--format", "-f", metavar="docx|md", help=_("The format, docx unless you say otherwise; may be given more than once.")
        ),
    ] = [],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar=_("PLACE"), help=_("A file or a folder, or - for standard output."))
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Every document for every reader, or for the reader named."))
    ] = False,
    theme: Annotated[
        list[str],
        typer.Option("--theme", "-t", metavar=_("THEME"), help=_("Only arguments with this theme; may be given more than once.")),
    ] = [],
    group: Annotated[
        list[str],
        typer.Option("--group", "-g", metavar="ID", help=_("Only this group of the profile; may be given more than once.")),
    ] = [],
    position: Annotated[
        str | None,
        typer.Option(
            "--position", metavar=_("POSITION"), help=_("How the institution is funded, instead of what the profile says.")
        ),
    ] = None,
    max_words: Annotated[
        int | None,
        typer.Option(
            "--max-words",
            min=1,
            metavar=_("NUMBER"),
            help=_("At most this many words: the weightiest entries stay, in short wordings where needed."),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The date on the document, today unless you say otherwise.")),
    ] = None,
    style: Annotated[
        Path | None,
        typer.Option("--style", metavar=_("FILE"), help=_("Your organisation's own Word file, for its styles, header and logo.")),
    ] = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
    final: Annotated[
        bool, typer.Option("--final", help=_("Only when every field that the document needs is filled in."))
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help=_("Show which entries are in or out, and why."))] = False,
    paginate: Annotated[
        bool,
        typer.Option("--paginate", help=_("Put page numbers in the table of contents, from a layout by LibreOffice.")),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help=_("Write over documents that were edited since they were built."))
    ] = False,
) -> None:
    """Build documents and print where they went."""
    from pitchkit import pagination, pipeline, project, terminal
    from pitchkit.cli import reporting
    from pitchkit.writers import FORMATS

    found: list[Diagnostic] = []
    request = pipeline.Request(
        audience=audience,
        documents=tuple(document),
        everything=everything,
        themes=tuple(theme),
        groups=tuple(group),
        position=position,
        date=options.day(date, found),
        max_words=max_words,
        final=final,
    )
    suffix = [output.suffix.removeprefix(".")] if output and output.suffix.removeprefix(".") in FORMATS else ["docx"]
    formats = options.choices("--format", format_ or suffix, FORMATS, "format-unknown", found)
    kit = pipeline.open_kit(project.find(Path.cwd(), library, templates, profile))
    reporting.name_library(kit)
    writers, lacks = pipeline.open_writers(kit, formats, style)
    terminal.show_problems(lacks)
    compositions = pipeline.compose(kit, request, found)
    if paginate:
        compositions, unnumbered = pagination.paginate(compositions, writers)
        terminal.show_problems(unnumbered)
    if output == ONE_STREAM:
        reporting.give_stream(pipeline.files(kit, compositions, writers, None, with_companions=False), compositions)
    else:
        reporting.give_files(kit, pipeline.files(kit, compositions, writers, output), force=force)
    reporting.tell(kit, compositions, explain=explain)
