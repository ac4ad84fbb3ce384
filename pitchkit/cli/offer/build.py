"""`pitchkit offer build`: write the offer down."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.diagnostics import CommandError, Diagnostic
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Make the documents of an offer: the answers, the annexes, the price sheet and the compliance matrix.")


def run(
    name: options.OfferName,
    format_: Annotated[
        list[str],
        typer.Option(
            "--format",
            "-f",
            metavar="docx|md|pdf",
            help=_("The format, docx unless you say otherwise; may be given more than once."),
        ),
    ] = [],
    output: options.Place = None,
    criterion: Annotated[
        list[str],
        typer.Option("--criterion", metavar="ID", help=_("Only the answers to this criterion; may be given more than once.")),
    ] = [],
    date: options.DateOnDocument = None,
    style: options.Style = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
    final: Annotated[bool, typer.Option("--final", help=_("Only when nothing is open and every gate is passed."))] = False,
    paginate: Annotated[
        bool,
        typer.Option("--paginate", help=_("Lay the pages out with LibreOffice: count them, and number the table of contents.")),
    ] = False,
    force: options.OverEdited = False,
) -> None:
    """Build the documents of an offer and print where they went."""
    from pitchkit import terminal
    from pitchkit.cli import reporting
    from pitchkit.cli.offer import built_report
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.offering import building, finishing, gates, layouts, pages, writing
    from pitchkit.reviewing import needed

    found: list[Diagnostic] = []
    request = building.OfferRequest(date=options.day(date, found), criteria=tuple(dict.fromkeys(criterion)), final=final)
    formats = options.formats(format_, output, writing.OFFER_FORMATS, found)
    if found:
        raise CommandError(found)
    kit, loaded = open_offer(name, Path.cwd(), library, profile, templates)
    reporting.name_library(kit)
    word = writing.word_writer(kit, style)
    layout = layouts.PageCounter(word) if paginate or final else pages.estimated
    with terminal.progress(_("Making the documents"), shown=paginate or final or "pdf" in formats):
        built = building.build(kit, loaded, request, layout)
        if final:
            finishing.refuse_unfinished(kit, loaded, built, request, gates.Bench(layout, word))
            used = reporting.used([one.composition for one in built])
            terminal.show_problems(needed.in_final(kit.workspace, kit.library, used, request.date))
        files, lacks = writing.files(kit, loaded.offer, built, writing.Delivery(formats, style, output, paginate))
    terminal.show_problems(lacks)
    reporting.give_files(kit, files, force=force)
    built_report.tell(kit, loaded, built, layout)
