"""`pitchkit log`: who changed an entry, when and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show who changed an entry, when and why: the commits that changed it, and not merely its file.")


def run(
    entry: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=_("The id of the entry, also of one that is no longer there."), autocompletion=completing.entries
        ),
    ],
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json", help=_("Lines for people, or data for a program."))
    ] = "text",
    library: options.Library = None,
) -> None:
    """Show the history of an entry."""
    from pitchkit import project, terminal
    from pitchkit.cli import log_report
    from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
    from pitchkit.history import git, revisions, tracing
    from pitchkit.model import Entry
    from pitchkit.reviewing.reading import own_entries
    from pitchkit.suggesting import suggest

    found: list[Diagnostic] = []
    (wanted,) = options.choices("--format", [format_], ("text", "json"), "format-unknown", found) or ("text",)
    if found:
        raise CommandError(found)
    workspace = project.find(Path.cwd(), library)
    repository = git.open_repository(workspace.library, workspace.show(workspace.library))
    where = f"{repository.inside}{tracing.ENTRIES}"
    steps = tuple(tracing.Tracer(repository, Entry, entry).steps(where, repository.resolve("HEAD")))
    reading = revisions.now(workspace)
    own = own_entries(workspace, reading.library)
    now = reading.library.entry_by_id[entry] if entry in own else None
    if not steps and now is None:
        word = suggest(entry, sorted(own))
        raise CommandError([problem(Location("log"), "entry-not-in-history", word=entry, suggestion=word)])
    if now is None and reading.problems and steps:
        now = steps[0].after  # what cannot be read now was not removed
    lines = log_report.lines(steps, now)
    if wanted == "json":
        terminal.result(log_report.as_json(lines))
    else:
        log_report.show(lines)
    if repository.is_shallow:
        terminal.say(_("This copy has only the last commits; get the rest with: git fetch --unshallow"))
