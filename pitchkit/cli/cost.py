"""`pitchkit cost`: what a group costs beside individual help, and what hours it frees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
from pitchkit.language import _

if TYPE_CHECKING:
    from pitchkit.costs.outcomes import Outcomes
    from pitchkit.pipeline import Kit

DATA = ("xlsx", "json", "csv")
FORMATS = (*DATA, "docx", "md")


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show what a group costs beside individual help, and what hours it frees.")


def run(
    ask: Annotated[
        bool, typer.Option("--ask", help=_("Ask for the figures that are missing, and write them in the profile."))
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help=_("Show every step, with the year and the source of each figure."))
    ] = False,
    format_: Annotated[
        list[str],
        typer.Option(
            "--format",
            "-f",
            metavar="xlsx|json|csv|docx|md",
            help=_("A file instead of tables; may be given more than once."),
            autocompletion=completing.words("xlsx", "json", "csv", "docx", "md"),
        ),
    ] = [],
    output: options.PlaceOrStream = None,
    audience: Annotated[
        str, typer.Option("--audience", "-a", metavar=_("READER"), help=_("The reader of docx and md: gemeente or manager."))
    ] = "manager",
    date: options.DateOnDocument = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
    force: options.OverThere = False,
) -> None:
    """Show the outcomes, or write them down."""
    from pitchkit import pipeline, project

    workspace = project.find(Path.cwd(), library, templates, profile)
    if ask:
        from pitchkit.cli import cost_questions

        cost_questions.ask(workspace)
        return
    formats = _formats(format_, output)
    kit = pipeline.open_kit(workspace)
    outcomes = _outcomes(kit)
    if not formats:
        from pitchkit import terminal
        from pitchkit.cli import cost_tables

        terminal.show_problems(kit.profile.warnings)
        cost_tables.show(outcomes, explain=explain)
        return
    from pitchkit.cli import cost_files

    found: list[Diagnostic] = []
    wanted = cost_files.Wanted(formats, output, audience, options.day(date, found), is_forced=force, explain=explain)
    cost_files.give(kit, outcomes, wanted, found)


def _formats(words: list[str], output: Path | None) -> tuple[str, ...]:
    """Return what is asked for, or what the name of the file ends in; raises CommandError."""
    found: list[Diagnostic] = []
    suffix = output.suffix.removeprefix(".") if output else ""
    formats = options.choices("--format", words or ([suffix] if suffix in FORMATS else []), FORMATS, "format-unknown", found)
    if output and not formats and not found:
        found.append(problem(Location("--output"), "cost-no-tables-there", choices=", ".join(FORMATS)))
    if found:
        raise CommandError(found)
    return formats


def _outcomes(kit: Kit) -> Outcomes:
    from pitchkit import pipeline
    from pitchkit.diagnostics import ContentError

    outcomes = pipeline.cost_outcomes(kit.profile.profile)
    if outcomes is None:
        code = "cost-omitted" if kit.profile.profile.costs == "omit" else "cost-nothing"
        raise ContentError([problem(kit.profile.locate("costs"), code)])
    return outcomes
