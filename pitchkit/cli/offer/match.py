"""`pitchkit offer match`: which entries answer each question."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _(
        "Find the entries that answer each question, with a score and the reason, and write the best ones in the offer file."
    )


def run(
    name: options.OfferName,
    question: Annotated[
        list[str],
        typer.Option("--question", "-q", metavar="ID", help=_("Only this question; may be given more than once.")),
    ] = [],
    top: Annotated[
        int,
        typer.Option(
            "--top",
            metavar=_("NUMBER"),
            min=1,
            help=_("How many entries to show. A score goes from 0 to 100: from 50 an entry is good enough to be written down."),
        ),
    ] = 5,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Show every sign that a score rests on, and what cannot be used now."))
    ] = False,
    dry_run: options.DryRun = False,
    every_reader: Annotated[
        bool, typer.Option("--every-reader", help=_("Show entries for other readers as well; those are never written down."))
    ] = False,
    model: Annotated[
        bool,
        typer.Option("--model", help=_("Let a language model help, where pitchkit[match] is installed; offline, a bit slower.")),
    ] = False,
    format_: options.TableOrJson = "table",
    date: options.DateOfOffer = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
) -> None:
    """Show what answers the questions, and write it where nothing was chosen yet."""
    from pitchkit import output, terminal
    from pitchkit.cli import reporting
    from pitchkit.cli.offer import match_report
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, problem
    from pitchkit.offering import matching
    from pitchkit.offers.matching import meaning

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("table", "json"), found)
    day = options.day(date, found)
    if found:
        raise CommandError(found)
    kit, loaded = open_offer(name, Path.cwd(), library, profile)
    reporting.name_library(kit)
    with_model = model and meaning.is_there()
    if model and not with_model:
        terminal.say(_("The language model is not installed, so the words alone decide: pip install 'pitchkit[match]'"))
    matcher = matching.open_matcher(kit, loaded, day, every_reader=every_reader, with_meaning=with_model)
    suggestions = matching.suggestions(loaded, matcher, question)
    if not suggestions:
        raise ContentError([problem(loaded.locate("criteria"), "match-nothing-asked")])
    text = loaded.path.read_bytes().decode("utf-8")
    changed = matching.written(loaded, text, suggestions)
    show = match_report.show_json if wanted == "json" else match_report.show_tables
    show(loaded, matcher, suggestions, top, explain=explain)
    if changed != text and not dry_run:
        output.write_over(loaded.path, changed.encode(), kit.workspace.show)
    match_report.tell(kit.workspace.show(loaded.path), suggestions, is_dry=dry_run)
