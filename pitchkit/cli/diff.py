"""`pitchkit diff`: what changed in the argument between two moments, not in lines."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pitchkit.cli import options
from pitchkit.language import _


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
    from pitchkit.history import git, reach, revisions
    from pitchkit.templating.finding import TemplateFolders, find_templates

    found: list[Diagnostic] = []
    (wanted,) = options.choices("--format", [format_], ("text", "json", "md"), "format-unknown", found) or ("text",)
    if found:
        raise CommandError(found)
    workspace = project.find(Path.cwd(), library, templates)
    if until is None and ".." in since:
        since, _dots, until = since.partition("...") if "..." in since else since.partition("..")
    repository = git.open_repository(workspace.library, workspace.show(workspace.library))
    before = revisions.at(repository, since or "HEAD", workspace)
    after = revisions.at(repository, until or "HEAD", workspace) if until is not None else revisions.now(workspace)
    difference_lines.warn((before, after))
    folders = TemplateFolders(workspace.templates, workspace.show, workspace.templates_elsewhere)
    heads, _problems = find_templates(folders, [audience.id for audience in after.library.audiences])
    shown = difference_data.Shown(libraries.compare(before.state, after.state), before, after, reach.shelf(after.library, heads))
    if wanted == "json":
        terminal.result(difference_data.as_json(shown))
    elif wanted == "md":
        for line in difference_data.as_markdown(shown):
            terminal.result(line)
    else:
        difference_lines.show(shown)
