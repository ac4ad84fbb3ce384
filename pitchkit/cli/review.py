"""`pitchkit review`: what was looked at by somebody, what changed since, and a stamp for what is right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pitchkit.diagnostics import Diagnostic
    from pitchkit.library import Library
    from pitchkit.project import Workspace
    from pitchkit.reviewing.reading import Book
    from pitchkit.reviewing.signing import Signature
    from pitchkit.reviewing.standing import Standing


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Show which entries need somebody’s eye, and what changed since the last review; --stamp says that they are right.")


def run(
    entry: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]...",
            help=_("Entries to look at; without, all that need it."),
            show_default=False,
            autocompletion=completing.entries,
        ),
    ] = [],
    state: Annotated[
        str | None,
        typer.Option(
            "--state",
            metavar=_("STATE"),
            help=_("Only entries that are unreviewed, changed, suspect (what they rest on changed), expired or reviewed."),
        ),
    ] = None,
    stamp: Annotated[bool, typer.Option("--stamp", help=_("Say that these entries are right as they stand."))] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar=_("NAME"), help=_("Who reviewed them; the name in git unless you say otherwise.")),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The day of the review, today unless you say otherwise.")),
    ] = None,
    term: Annotated[
        int | None,
        typer.Option(
            "--term", min=1, metavar=_("MONTHS"), help=_("How long this review holds, instead of what the library says.")
        ),
    ] = None,
    format_: options.LinesOrJson = "text",
    library: options.Library = None,
) -> None:
    """Show how entries stand, and stamp them on request."""
    from pitchkit import loading, project, terminal
    from pitchkit.cli import review_report
    from pitchkit.diagnostics import CommandError, ContentError
    from pitchkit.reviewing import reading, signing, standing

    found: list[Diagnostic] = []
    day = options.day(date, found)
    wanted = options.choice("--format", format_, ("text", "json"), found)
    states = options.choices("--state", [state] if state else [], standing.STATES, "review-state-unknown", found)
    workspace = project.find(Path.cwd(), library)
    opened = loading.load(workspace.library, project.shipped("arguments"), workspace.show)
    found += _wrong_words(entry, opened.entry_by_id, states, is_stamping=stamp)
    if found:
        raise CommandError(found)
    book = reading.read(workspace, opened)
    every = standing.standings(opened, book.reviews, day)
    some = _asked_for(book, every, entry, states)
    terminal.show_problems(book.warnings)
    if wanted == "json":
        terminal.data(review_report.as_data(workspace, opened, some))
    elif entry:
        review_report.show_each(workspace, opened, some)
    else:
        review_report.show_table(book, every, some)
    if stamp:
        signing.refuse_shipped(workspace)
        _stamp(workspace, opened, some, signing.Signature(by or _name_in_git(workspace), day, term))
        book = reading.read(workspace, opened)
    if book.errors:
        raise ContentError(book.errors)


def _asked_for(book: Book, every: Sequence[Standing], ids: Sequence[str], states: Sequence[str]) -> list[Standing]:
    """Return the entries that are named; without names, all that are this library's to review and need it."""
    if ids:
        return [one for one in every if one.entry.id in ids and (not states or one.state in states)]
    return [one for one in every if book.counts(one.entry.id) and (one.state in states if states else one.state != "reviewed")]


def _stamp(workspace: Workspace, library: Library, some: Sequence[Standing], signature: Signature) -> None:
    """Write reviews of entries down, once they are confirmed; what somebody else stamps meanwhile stays."""
    from pitchkit import authoring, output, terminal
    from pitchkit.reviewing import signing

    entries = [one.entry for one in some]
    signing.sign(workspace, library, entries, signature)  # tells what is wrong before it asks
    if not some or not _is_confirmed(some, signature.by):
        return
    with output.one_at_a_time(workspace.library):
        path, data = signing.sign(workspace, library, entries, signature)
        line = "" if path.exists() else authoring.line_above(workspace, "reviews", path)
        output.write_over(path, line.encode() + data, workspace.show)
    stamped = plural("{by} reviewed {count} entry: {path}", "{by} reviewed {count} entries: {path}", len(some))
    terminal.say(stamped.format(by=signature.by, count=len(some), path=workspace.show(path)))


def _wrong_words(ids: Iterable[str], known: Iterable[str], states: Sequence[str], *, is_stamping: bool) -> Iterator[Diagnostic]:
    from pitchkit.diagnostics import Location, problem
    from pitchkit.reviewing.standing import STATES
    from pitchkit.suggesting import suggest

    there = set(known)
    for word in ids:
        if word not in there:
            yield problem(Location("review"), "entry-not-there", word=word, suggestion=suggest(word, sorted(there)))
    if is_stamping and not ids and not states:
        yield problem(Location("--stamp"), "review-which", choices=", ".join(STATES))


def _name_in_git(workspace: Workspace) -> str:
    from pitchkit.history import git

    return git.user_name(workspace.library)


def _is_confirmed(some: Sequence[Standing], by: str) -> bool:
    """Ask, on a terminal, whether this is what is meant; where nobody can answer, --stamp is the answer."""
    from pitchkit import terminal
    from pitchkit.cli import asking

    question = plural(
        "Is this entry right as it stands, {by}?", "Are these {count} entries right as they stand, {by}?", len(some)
    )
    if not asking.can_ask() or asking.ask_whether(question.format(count=len(some), by=by), before=False):
        return True
    terminal.say(_("Stopped; nothing was written."))
    return False
