"""`pitchkit watch`: documents that follow what they are made from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pitchkit.cli import options, wishes
from pitchkit.cli.group import INTERRUPTED
from pitchkit.language import _

if TYPE_CHECKING:
    from pitchkit.watching.changes import Look


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Make documents, and make them again whenever an entry, a template or the profile is saved; Ctrl+C stops it.")


def run(
    audience: wishes.Audience = None,
    document: wishes.Documents = [],
    format_: wishes.Formats = [],
    output: options.Place = None,
    everything: wishes.Everything = False,
    theme: wishes.Themes = [],
    group: wishes.Groups = [],
    position: wishes.Position = None,
    max_words: wishes.MaxWords = None,
    date: options.DateOnDocument = None,
    style: options.Style = None,
    profile: options.ProfileFile = None,
    library: options.Library = None,
    templates: options.Templates = None,
) -> None:
    """Build documents, and build them again after every change, until somebody stops it."""
    import time

    from pitchkit import pipeline, project, terminal
    from pitchkit.cli import watch_report
    from pitchkit.diagnostics import CommandError, Diagnostic, Location, problem
    from pitchkit.project import Workspace
    from pitchkit.watching import changes
    from pitchkit.watching.rounds import Watch, Wish
    from pitchkit.writers import FORMATS

    found: list[Diagnostic] = []
    options.day(date, found)
    formats = options.formats(format_, output, FORMATS, found)
    if output == options.ONE_STREAM:
        found.append(problem(Location("--output"), "watch-to-stream"))
    if found:
        raise CommandError(found)
    start = Path.cwd()

    def find() -> Workspace:
        return project.find(start, library, templates, profile)

    def see() -> Look:
        try:
            return changes.look(find(), [start / style] if style else [])
        except CommandError:
            return {}

    def wish() -> Wish:
        request = pipeline.Request(
            audience=audience,
            documents=tuple(document),
            everything=everything,
            themes=tuple(theme),
            groups=tuple(group),
            position=position,
            date=options.day(date, []),
            max_words=max_words,
            final=False,
        )
        return Wish(request, formats, style, output)

    find()
    try:
        watch_report.tell(Watch(find, wish).rounds(changes.changes(see, time.sleep)), find)
    except KeyboardInterrupt:
        terminal.end_line()
        terminal.say(_("Stopped."))
        raise SystemExit(INTERRUPTED) from None
