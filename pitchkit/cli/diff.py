"""`pitchkit diff`: what changed in the argument between two moments, not in lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _

if TYPE_CHECKING:
    from pitchkit.history.git import Repository


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show what changed in the argument since a revision: entries added, removed, reworded and retagged, not lines.")


def run(
    since: Annotated[
        str, typer.Argument(metavar="REV", help=_("A branch, a tag, a commit such as HEAD~3, or a day such as 2026-10-01."))
    ],
    until: Annotated[
        str | None,
        typer.Argument(metavar="[REV]", help=_("The same; the files as they are now unless you name one."), show_default=False),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json|md", help=_("Lines for people, data for a program, or Markdown."))
    ] = "text",
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Compare a library with itself."""
    from pitchkit import project, terminal
    from pitchkit.changes import libraries
    from pitchkit.cli import difference_data, difference_lines
    from pitchkit.diagnostics import CommandError, Diagnostic
    from pitchkit.history import around, git, reach, revisions
    from pitchkit.templating.finding import TemplateFolders, find_templates

    found: list[Diagnostic] = []
    (wanted,) = options.choices("--format", [format_], ("text", "json", "md"), "format-unknown", found) or ("text",)
    if found:
        raise CommandError(found)
    workspace = project.find(Path.cwd(), library, templates)
    repository = git.open_repository(workspace.library, workspace.show(workspace.library))
    start, end = (since, until) if until is not None else _moments(repository, since)
    before = revisions.at(repository, start or "HEAD", workspace)
    after = revisions.at(repository, end or "HEAD", workspace) if end is not None else revisions.now(workspace)
    difference_lines.warn((before, after))
    folders = TemplateFolders(workspace.templates, workspace.show, workspace.templates_elsewhere)
    heads, _problems = find_templates(folders, [audience.id for audience in after.library.audiences])
    beside = around.changed(repository, before.commit, after.commit, workspace)
    difference = libraries.compare(before.state, after.state)
    shown = difference_data.Shown(difference, before, after, reach.shelf(after.library, heads), beside)
    if wanted == "json":
        terminal.result(difference_data.as_json(shown))
    elif wanted == "md":
        for line in difference_data.as_markdown(shown):
            terminal.result(line)
    else:
        difference_lines.show(shown)


def _moments(repository: Repository, words: str) -> tuple[str, str | None]:
    """Return the two revisions that `main..` or `main...HEAD` means, the second None for the files as they are now."""
    if "..." in words:  # what a branch changed since it began, as git has it
        one, _dots, other = words.partition("...")
        return repository.meeting(one or "HEAD", other or "HEAD")[:12], other
    one, dots, other = words.partition("..")
    return one, other if dots else None
