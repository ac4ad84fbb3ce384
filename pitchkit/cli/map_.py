"""`pitchkit map`: which entry answers which objection, and rests on which source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _

if TYPE_CHECKING:
    from pitchkit.mapping.drafting import Map

FORMATS = ("mermaid", "svg")


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Draw which entries answer which objection, and which sources they rest on.")


def run(
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="mermaid|svg",
            help=_("Text that becomes a picture elsewhere, or a picture."),
            autocompletion=completing.words(*FORMATS),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=_("FILE"), help=_("Where to write it: a name that ends in .svg, .mmd or .md.")),
    ] = None,
    objection: Annotated[
        list[str],
        typer.Option(
            "--objection",
            metavar="ID",
            help=_("Only this objection; repeat it for more."),
            show_default=False,
            autocompletion=completing.objections,
        ),
    ] = [],
    theme: Annotated[
        list[str],
        typer.Option(
            "--theme",
            "-t",
            metavar=_("THEME"),
            help=_("Only objections that touch this theme; repeat it for more."),
            show_default=False,
            autocompletion=completing.themes,
        ),
    ] = [],
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            "-a",
            metavar=_("READER"),
            help=_("Only what this reader gets, in those words."),
            autocompletion=completing.audiences,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Also what answers no objection, by theme."))] = False,
    force: Annotated[bool, typer.Option("--force", help=_("Write over a file that is not a map of ours."))] = False,
    library: options.Library = None,
) -> None:
    """Draw the argument map."""
    from pitchkit import browsing, project, terminal
    from pitchkit import output as writing
    from pitchkit.browsing import finding
    from pitchkit.cli import map_text, opening
    from pitchkit.diagnostics import CommandError, Diagnostic
    from pitchkit.mapping import drafting, mermaid

    found: list[Diagnostic] = []
    ending = "svg" if output and output.suffix.lower() == ".svg" else "mermaid"
    form = options.choice("--format", format_ or ending, FORMATS, found)
    workspace = project.find(Path.cwd(), library)
    opened = opening.open_library(workspace, is_whole=True)
    found += map_text.unknown(opened, objection)
    if found:
        raise CommandError(found)
    asked = finding.understood(opened, browsing.Asked((audience,) if audience else (), themes=tuple(theme)))
    wanted = drafting.Wanted(tuple(objection), asked.themes, "".join(asked.audiences), everything=every)
    drawn = drafting.draft(opened, wanted)
    text = map_text.write(drawn, form, is_markdown=bool(output and output.suffix.lower() == ".md"))
    if output:
        file = writing.File(workspace.start / output, text.encode(), map_text.is_ours)
        for written in writing.write([file], force=force, show=workspace.show):
            terminal.result(workspace.show(written.path))
            if written.beside:
                terminal.say(
                    _("{path} is not a map of ours, so it was left as it is.").format(path=workspace.show(written.beside))
                )
    else:
        terminal.result(text.removesuffix("\n"))
    _tell(drawn)
    if form == "mermaid" and mermaid.is_too_large(drawn, text):
        terminal.say(_("Most programs do not draw Mermaid as large as this: choose a --theme, or --format svg."))


def _tell(drawn: Map) -> None:
    from pitchkit import terminal

    objections = sum(group.kind == "objection" for group in drawn.groups)
    answers = len({answer.id for group in drawn.groups for answer in group.answers})
    sources = len({source.id for group in drawn.groups for source in group.sources})
    terminal.say(
        _("Objections: {objections}, entries: {answers}, sources: {sources}.").format(
            objections=objections, answers=answers, sources=sources
        )
    )
    if drawn.unanswered:
        terminal.say(_("Without an answer: {ids}.").format(ids=", ".join(drawn.unanswered)))
    if drawn.bare:
        terminal.say(_("Without a source: {ids}.").format(ids=", ".join(drawn.bare)))
    if drawn.objections_left_out or drawn.entries_left_out:
        text = _("Not on it: {objections} objections and {entries} other entries; see --all, --theme and --objection.")
        terminal.say(text.format(objections=drawn.objections_left_out, entries=drawn.entries_left_out))
