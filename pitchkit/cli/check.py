"""`pitchkit check`: everything that is wrong in library, templates, profile and offers, at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from pitchkit.cli import completing, language_report, options
from pitchkit.language import _, plural

if TYPE_CHECKING:
    from pitchkit.checking import Checked
    from pitchkit.project import Workspace

TEXT = "text"


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Check the library, the templates, the profile and the offers, and tell everything that is wrong at once.")


def run(
    library: options.Library = None,
    templates: options.Templates = None,
    profile: options.ProfileFile = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar=_("FORMAT"),
            help=_("text, or for programs json, sarif or github."),
            autocompletion=completing.words(TEXT, "json", "sarif", "github"),
        ),
    ] = TEXT,
    fix: Annotated[bool, typer.Option("--fix", help=_("Mend first what has one right answer: typography and spaces."))] = False,
    strict: Annotated[bool, typer.Option("--strict", help=_("Let warnings count as errors."))] = False,
    quick: Annotated[bool, typer.Option("--quick", help=_("Leave out the checks that take their time."))] = False,
    file: Annotated[
        list[Path],
        typer.Option(
            "--file",
            metavar=_("FILE"),
            help=_("Look only at a finished Word file, for personal data; may be given more than once."),
        ),
    ] = [],
    language: Annotated[
        bool, typer.Option("--language", help=_("Show beside it how the texts read for each audience, as an indication."))
    ] = False,
) -> None:
    """Check everything."""
    from pitchkit import checking, project, terminal

    workspace = project.find(Path.cwd(), library, templates, profile)
    wanted = _format(form)
    if file:
        _check_files(workspace, file, wanted, strict=strict)
        return
    mended = fix and _fix(workspace)
    today = options.today()
    try:
        with terminal.progress(_("Checking"), shown=not quick):
            checked = checking.check(workspace, today, is_quick=quick)
    except KeyboardInterrupt:
        if not mended:
            raise
        terminal.say(_("Stopped before everything was checked. What was mended stays mended."))
        raise SystemExit(130) from None
    _show(checked, wanted, strict=strict)
    if language and wanted == TEXT and not checked.problems:
        language_report.show(workspace, today)
    if checked.problems or (strict and checked.warnings):
        raise typer.Exit(1)


def _check_files(workspace: Workspace, files: list[Path], form: str, *, strict: bool) -> None:
    from pitchkit import terminal
    from pitchkit.checking import Checked, finished
    from pitchkit.diagnostics import ContentError

    try:
        checked = finished.check(workspace, files)
    except ContentError as error:
        checked = Checked.of(error.diagnostics)
    _show_findings(checked, form)
    if checked.problems or (strict and checked.warnings):
        raise typer.Exit(1)
    if form == TEXT and not checked.warnings:
        terminal.say(_("No personal data found. Who somebody is can show without a name or number: read it yourself, too."))


def _format(word: str) -> str:
    from pitchkit.diagnostics import CommandError, Diagnostic

    if word == TEXT:
        return word
    from pitchkit.checking import formats

    found: list[Diagnostic] = []
    chosen = options.choice("--format", word, (TEXT, *get_args(formats.Format)), found)
    if found:
        raise CommandError(found)
    return str(chosen)


def _fix(workspace: Workspace) -> bool:
    """Mend what has one right answer, tell what was mended, and return whether anything was."""
    from pitchkit import terminal
    from pitchkit.checking import fixing

    mended = fixing.fix(workspace)
    for one in mended:
        counts = ", ".join(f"{count} × {code}" for code, count in one.counts)
        terminal.say(_("{path}: mended {counts}").format(path=one.path, counts=counts))
    return bool(mended)


def _show_findings(checked: Checked, form: str) -> None:
    from pitchkit import terminal

    if form == TEXT:
        terminal.show_problems(checked.diagnostics)
        return
    from pitchkit.checking import formats

    if written := formats.write(checked, form):  # type: ignore[arg-type]
        terminal.result(written)


def _show(checked: Checked, form: str, *, strict: bool) -> None:
    from pitchkit import terminal

    _show_findings(checked, form)
    if form != TEXT:
        return
    if checked.silenced:
        told = plural(
            "{count} warning is silenced, with a reason.", "{count} warnings are silenced, each with a reason.", checked.silenced
        )
        terminal.say(told.format(count=checked.silenced))
    if checked.problems or (strict and checked.warnings):
        return
    count = len(checked.warnings)
    found = (
        plural("No errors, {count} warning", "No errors, {count} warnings", count).format(count=count)
        if count
        else _("Nothing wrong")
    )
    counted = _("{found}: {entries} entries, {templates} templates, profile: {profile}.")
    terminal.say(
        counted.format(found=found, entries=checked.entries, templates=checked.templates, profile=checked.profile or _("none"))
    )
