"""`pitchkit new`: an entry of one's own, from options or by questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import completing, options
from pitchkit.language import _

if TYPE_CHECKING:
    from pitchkit.authoring import Draft
    from pitchkit.diagnostics import Diagnostic
    from pitchkit.library import Library


def HELP() -> str:  # noqa: N802 - a text, made when the language is known
    """Return the help of this command."""
    return _("Write a new entry in your own library: asks what it needs, or takes it from options.")


def run(
    kind: Annotated[
        str,
        typer.Argument(
            metavar=_("KIND"), help=_("What it is: argument, objection, tip, step and so on."), autocompletion=completing.kinds
        ),
    ],
    entry_id: Annotated[str, typer.Argument(metavar="ID", help=_("Its id; without one it is made from the title."))] = "",
    title: Annotated[str, typer.Option("--title", metavar=_("TEXT"), help=_("What it says, in one sentence."))] = "",
    text: Annotated[str, typer.Option("--text", metavar=_("TEXT"), help=_("The explanation, in Markdown."))] = "",
    short: Annotated[str, typer.Option("--short", metavar=_("TEXT"), help=_("The same in one or two sentences."))] = "",
    audience: Annotated[
        list[str],
        typer.Option("--audience", "-a", metavar=_("READER"), help=_("Whom it is for."), autocompletion=completing.audiences),
    ] = [],
    words: Annotated[
        list[str], typer.Option("--words", metavar=_("READER.FIELD=TEXT"), help=_("Other words for a reader: clienten.title=..."))
    ] = [],
    theme: Annotated[list[str], typer.Option("--theme", metavar=_("THEME"), help=_("What it is about."))] = [],
    certainty: Annotated[str, typer.Option("--certainty", metavar=_("WORD"), help=_("How certain it is."))] = "",
    source: Annotated[list[str], typer.Option("--source", metavar="ID", help=_("Where it comes from."))] = [],
    place: Annotated[list[str], typer.Option("--place", metavar=_("TEXT"), help=_("The place in the source."))] = [],
    answer: Annotated[list[str], typer.Option("--answer", metavar="ID", help=_("An entry that answers this objection."))] = [],
    policy: Annotated[list[str], typer.Option("--policy", metavar="ID", help=_("A policy frame that it serves."))] = [],
    published: Annotated[str, typer.Option("--published", metavar="ID", help=_("The source of an experience."))] = "",
    consent: Annotated[
        list[str], typer.Option("--consent", metavar=_("DOCUMENT"), help=_("A document that somebody agreed to."))
    ] = [],
    until: Annotated[str, typer.Option("--until", metavar=_("DATE"), help=_("The last day of that consent."))] = "",
    file: Annotated[Path | None, typer.Option("--file", metavar=_("FILE"), help=_("The file it goes to."))] = None,
    override: Annotated[bool, typer.Option("--override", help=_("Take the place of an entry that comes with pitchkit."))] = False,
    ask: Annotated[bool, typer.Option("--ask", help=_("Ask for what is missing, also where no terminal is seen."))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=_("Write without asking whether it is right."))] = False,
    library: options.Library = None,
) -> None:
    """Write an entry."""
    from pitchkit import authoring, project, terminal
    from pitchkit.authoring import Draft

    workspace = project.find(Path.cwd(), library)
    opened = authoring.open_library(workspace)
    path = authoring.file_for(workspace, file)
    found: list[Diagnostic] = []
    draft = Draft(
        kind,
        entry_id,
        title,
        text,
        short,
        tuple(audience),
        _words(words, found),
        tuple(theme),
        certainty,
        _evidence(source, place, found),
        tuple(answer),
        tuple(policy),
        published,
        tuple(consent),
        until,
    )
    is_asked = ask or (sys.stdin.isatty() and sys.stderr.isatty())
    draft = _complete(_resolved(draft, opened), opened, found, is_asked=is_asked)
    if refusal := authoring.taken(workspace, opened, draft.id, may_override=override):
        raise _refusal([refusal])
    addition = authoring.prepare(workspace, opened, draft, path)
    for line in addition.lines:
        terminal.say(line)
    if (
        is_asked
        and not yes
        and not typer.confirm(_("Write this to {file}?").format(file=workspace.show(path)), default=True, err=True)
    ):
        raise typer.Abort
    authoring.write(workspace, addition)
    authoring.refresh_schemas(workspace)
    terminal.result(str(addition.place))
    terminal.say(_("See where it goes with: pitchkit show {id}").format(id=draft.id))


def _complete(draft: Draft, library: Library, found: list[Diagnostic], *, is_asked: bool) -> Draft:
    """Return a draft that has all its kind needs; raises CommandError for words that cannot be in it, or for what is missing."""
    from dataclasses import replace

    from pitchkit.authoring import drafting
    from pitchkit.cli import new_questions

    found += drafting.problems(draft, library)
    if not found and is_asked:
        draft = new_questions.ask(draft, library)
    elif not any(one.code == "kind-unknown" for one in found):
        found += new_questions.missing(draft, library)
    if found:
        raise _refusal(found)
    return draft if draft.id else replace(draft, id=drafting.suggest_id(draft.title, library.places))


def _refusal(found: list[Diagnostic]) -> Exception:
    from pitchkit.diagnostics import CommandError

    return CommandError(found)


def _resolved(draft: Draft, library: Library) -> Draft:
    """Return a draft whose readers have their ids; who is not known stays as typed."""
    from dataclasses import replace

    named = [(word, library.audience(word)) for word in draft.audiences]
    return replace(draft, audiences=tuple(dict.fromkeys(one.id if one else word for word, one in named)))


def _evidence(sources: list[str], places: list[str], found: list[Diagnostic]) -> tuple[tuple[str, str], ...]:
    from pitchkit.diagnostics import Location, problem

    if len(places) > len(sources):
        found.append(problem(Location("--place"), "new-place-alone"))
    return tuple((source, places[number] if number < len(places) else "") for number, source in enumerate(sources))


def _words(given: list[str], found: list[Diagnostic]) -> dict[str, dict[str, str]]:
    from pitchkit.diagnostics import Location, problem

    versions: dict[str, dict[str, str]] = {}
    for one in given:
        place, _sign, text = one.partition("=")
        reader, _point, name = place.partition(".")
        if not text or name not in ("title", "text", "short"):
            found.append(problem(Location("--words"), "new-words", word=one))
        else:
            versions.setdefault(reader, {})[name] = text
    return versions
