"""`pitchkit build`: make documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options, wishes
from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Make documents for a reader: a pitch, unless --document says otherwise.")


def run(
    audience: wishes.Audience = None,
    document: wishes.Documents = [],
    format_: wishes.Formats = [],
    output: options.PlaceOrStream = None,
    everything: wishes.Everything = False,
    theme: wishes.Themes = [],
    group: wishes.Groups = [],
    position: wishes.Position = None,
    max_words: wishes.MaxWords = None,
    date: options.DateOnDocument = None,
    style: options.Style = None,
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
    force: options.OverEdited = False,
) -> None:
    """Build documents and print where they went."""
    from pitchkit import pagination, pipeline, project, publishing, terminal
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
    formats = options.formats(format_, output, FORMATS, found)
    kit = pipeline.open_kit(project.find(Path.cwd(), library, templates, profile))
    reporting.name_library(kit)
    writers, lacks = publishing.open_writers(kit, formats, style)
    terminal.show_problems(lacks)
    to_stream = output == options.ONE_STREAM
    unnumbered: tuple[Diagnostic, ...] = ()
    with terminal.progress(_("Making the documents"), shown=everything or paginate) as counted:
        compositions = pipeline.compose(kit, request, found, counted)
        if paginate:
            compositions, unnumbered = pagination.paginate(compositions, writers)
        files = publishing.files(kit, compositions, writers, None if to_stream else output, with_companions=not to_stream)
    if final:
        from pitchkit.reviewing import needed

        terminal.show_problems(needed.in_final(kit.workspace, kit.library, reporting.used(compositions), request.date))
    terminal.show_problems(unnumbered)
    if to_stream:
        reporting.give_stream(files, compositions)
    else:
        reporting.give_files(kit, files, force=force)
    reporting.tell(kit, compositions, explain=explain)
