"""`pitchkit check`: everything that is wrong in library, templates and profile, at once."""

from __future__ import annotations

from pathlib import Path

import typer

from pitchkit.cli import options
from pitchkit.language import _


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Check the library, the templates and the profile, and tell everything that is wrong at once.")


def run(library: options.Library = None, templates: options.Templates = None, profile: options.ProfileFile = None) -> None:
    """Check everything."""
    from pitchkit import checking, project, terminal

    checked = checking.check(project.find(Path.cwd(), library, templates, profile))
    terminal.show_problems((*checked.problems, *checked.warnings))
    if checked.problems:
        raise typer.Exit(1)
    terminal.say(
        _("Nothing wrong: {entries} entries, {templates} templates, profile: {profile}.").format(
            entries=checked.entries, templates=checked.templates, profile=checked.profile or _("none")
        )
    )
