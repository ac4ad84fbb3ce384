"""`pitchkit offer check`: the gates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _, plural

if TYPE_CHECKING:
    from pitchkit.diagnostics import Diagnostic


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Check an offer: limits, prices, requirements, proofs, deadlines, and words that weaken it.")


def run(
    name: options.OfferName,
    format_: options.LinesOrJson = "text",
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The day to check for, today unless you say otherwise.")),
    ] = None,
    file: Annotated[
        list[Path],
        typer.Option(
            "--file", metavar=_("FILE"), help=_("A Word file as it will be sent, to check as well; may be given more than once.")
        ),
    ] = [],
    style: Annotated[
        Path | None,
        typer.Option("--style", metavar=_("FILE"), help=_("The Word file with the house style in which it will be built.")),
    ] = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Tell what keeps the offer from being sent, and what deserves a second look."""
    from pitchkit import terminal
    from pitchkit.checking import formats
    from pitchkit.cli.offer.opening import open_offer
    from pitchkit.diagnostics import CommandError
    from pitchkit.offering import building, finished, gates, layouts, writing

    found: list[Diagnostic] = []
    wanted = options.choice("--format", format_, ("text", "json"), found)
    request = building.OfferRequest(date=options.day(date, found))
    if found:
        raise CommandError(found)
    kit, loaded = open_offer(name, Path.cwd(), library, profile, templates)
    word = writing.word_writer(kit, style)
    with terminal.progress(_("Laying out the pages")):
        built = building.build(kit, loaded, request)
        heard = gates.check(kit, loaded, built, request.date, gates.Bench(layouts.PageCounter(word), word))
    for path in file:
        heard = heard.beside(finished.problems_in(kit, loaded, built, Path.cwd() / path, path.as_posix()))
    if wanted == "json":
        terminal.data([formats.finding(one) for one in heard.diagnostics])
    else:
        terminal.show_problems(heard.diagnostics)
        _sum_up(heard.diagnostics, heard.silenced)
    if any(one.severity == "error" for one in heard.diagnostics):
        raise typer.Exit(1)


def _sum_up(diagnostics: Sequence[Diagnostic], silenced: int) -> None:
    from pitchkit import terminal

    errors = sum(one.severity == "error" for one in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [
        plural("{count} error", "{count} errors", errors).format(count=errors),
        plural("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    if silenced:
        parts.append(plural("{count} silenced", "{count} silenced", silenced).format(count=silenced))
    terminal.say(", ".join(parts) + ".")
    if not errors:
        terminal.say(_("Nothing keeps this offer from being built with --final."))
