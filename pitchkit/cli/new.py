"""`pitchkit new`: an entry of one's own, from options or by questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pitchkit.cli import completing, new_options, options
from pitchkit.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pitchkit import authoring
    from pitchkit.authoring import Draft
    from pitchkit.cli.new_questions import Interview
    from pitchkit.diagnostics import Diagnostic
    from pitchkit.library import Library
    from pitchkit.project import Workspace


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
    title: new_options.Title = "",
    text: new_options.Text = "",
    short: new_options.Short = "",
    audience: new_options.Audiences = [],
    words: new_options.Words = [],
    theme: new_options.Themes = [],
    keyword: new_options.Keywords = [],
    certainty: new_options.Certainty = "",
    source: new_options.Sources = [],
    place: new_options.Places = [],
    requires: new_options.Requires = [],
    position: new_options.Positions = [],
    answer: new_options.Answers = [],
    policy: new_options.Policies = [],
    valid_until: new_options.ValidUntil = "",
    weight: new_options.Weight = "",
    published: new_options.Published = "",
    consent: new_options.Consent = [],
    channel: new_options.Channels = [],
    until: new_options.Until = "",
    fictitious: new_options.Fictitious = False,
    file: Annotated[Path | None, typer.Option("--file", metavar=_("FILE"), help=_("The file it goes to."))] = None,
    override: Annotated[bool, typer.Option("--override", help=_("Take the place of an entry that comes with pitchkit."))] = False,
    ask: Annotated[bool, typer.Option("--ask", help=_("Ask for what is missing, also where no terminal is seen."))] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=_("Write without asking whether it is right."))] = False,
    library: options.Library = None,
) -> None:
    """Write an entry."""
    from pitchkit import authoring, project, terminal
    from pitchkit.authoring import Draft
    from pitchkit.cli import asking

    workspace = project.find(Path.cwd(), library)
    opened = authoring.open_library(workspace)
    path = authoring.file_for(workspace, file)
    found: list[Diagnostic] = []
    draft = Draft(
        kind=kind,
        id=entry_id,
        title=title,
        text=text,
        short=short,
        audiences=_readers(audience, opened),
        versions=_words(words, opened, found),
        themes=tuple(theme),
        keywords=tuple(keyword),
        certainty=certainty,
        evidence=_evidence(source, place, found),
        requires=tuple(requires),
        positions=tuple(position),
        answers=tuple(answer),
        policy=tuple(policy),
        valid_until=valid_until,
        weight=weight,
        published=published,
        consent=tuple(consent),
        channels=tuple(channel),
        until=until,
        fictitious=fictitious,
    )
    is_asked = ask or asking.can_ask()
    interview = _interview(workspace, opened, is_asked=is_asked, may_override=override)
    draft = _complete(draft, interview, found, is_asked=is_asked)
    while not _agree(workspace, authoring.prepare(workspace, opened, draft, path), is_asked=is_asked and not yes):
        draft = interview.ask_again(draft)
    written = authoring.write(workspace, opened, draft, path)
    authoring.refresh_schemas(workspace)
    terminal.result(str(written.place))
    terminal.say(_("See where it goes with: pitchkit show {id}").format(id=draft.id))


def _interview(workspace: Workspace, library: Library, *, is_asked: bool, may_override: bool) -> Interview:
    from pitchkit import authoring
    from pitchkit.cli.new_questions import Interview

    def refuse_id(entry_id: str) -> Diagnostic | None:
        return authoring.taken(workspace, library, entry_id, may_override=may_override)

    return Interview(library, authoring.documents(workspace, library) if is_asked else (), refuse_id)


def _complete(draft: Draft, interview: Interview, found: list[Diagnostic], *, is_asked: bool) -> Draft:
    """Return a draft that has all its kind needs; raises CommandError for words that cannot be in it, or for what is missing."""
    from dataclasses import replace

    from pitchkit.authoring import drafting, refusing
    from pitchkit.cli import new_missing
    from pitchkit.diagnostics import CommandError

    library = interview.library
    found += refusing.problems(draft, library)
    if draft.id and (refusal := interview.refuse_id(draft.id)):
        found.append(refusal)
    if not found and is_asked:
        return interview.ask(draft)
    if not is_asked and not any(one.code == "kind-unknown" for one in found):
        found += new_missing.missing(draft, library)
    if found:
        raise CommandError(found)
    return draft if draft.id else replace(draft, id=drafting.suggest_id(draft.title, library.places))


def _agree(workspace: Workspace, addition: authoring.Addition, *, is_asked: bool) -> bool:
    """Show an entry as it will be written, with what `pitchkit check` will say about it, and return whether it is right.

    Raises:
        ContentError: nobody is asked, and the check would fail on it.
    """
    from pitchkit import terminal
    from pitchkit.checking import unwritten
    from pitchkit.cli import asking
    from pitchkit.diagnostics import ContentError

    for line in addition.lines:
        terminal.say(line)
    found = unwritten.findings(workspace, addition.library, addition.entry_id, options.today())
    has_errors = any(one.severity == "error" for one in found)
    if has_errors and not is_asked:
        raise ContentError(found)
    if found:
        terminal.say(_("What pitchkit check will say about it:"))
        terminal.show_problems(found)
    question = _("Write this to {file}?").format(file=workspace.show(addition.path))
    return not is_asked or asking.ask_whether(question, before=not has_errors)


def _readers(named: Sequence[str], library: Library) -> tuple[str, ...]:
    """Return readers by their ids; who is not known stays as typed."""
    return tuple(dict.fromkeys(one.id if (one := library.audience(word)) else word for word in named))


def _evidence(sources: list[str], places: list[str], found: list[Diagnostic]) -> tuple[tuple[str, str], ...]:
    from pitchkit.diagnostics import Location, problem

    if len(places) > len(sources):
        found.append(problem(Location("--place"), "new-place-alone"))
    return tuple((source, places[number] if number < len(places) else "") for number, source in enumerate(sources))


def _words(given: list[str], library: Library, found: list[Diagnostic]) -> dict[str, dict[str, str]]:
    from pitchkit.diagnostics import Location, problem

    versions: dict[str, dict[str, str]] = {}
    for one in given:
        place, _sign, text = one.partition("=")
        reader, _point, name = place.rpartition(".")
        if not text or name not in ("title", "text", "short"):
            found.append(problem(Location("--words"), "new-words", word=one))
        else:
            versions.setdefault(_readers([reader], library)[0], {})[name] = text
    return versions
