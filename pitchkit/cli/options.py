"""Options that more than one command takes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from pitchkit.diagnostics import CommandError, Location, problem
from pitchkit.language import _

Choice = TypeVar("Choice", bound=str)

Library = Annotated[
    Path | None,
    typer.Option("--library", metavar=_("FOLDER"), help=_("A library of your own, instead of the nearest arguments/.")),
]
Templates = Annotated[
    Path | None,
    typer.Option("--templates", metavar=_("FOLDER"), help=_("Templates of your own, before those that come with pitchkit.")),
]
ProfileFile = Annotated[
    Path | None, typer.Option("--profile", metavar=_("FILE"), help=_("The profile, instead of the nearest pitchkit.yaml."))
]


def choices(option: str, words: list[str], known: tuple[Choice, ...], code: str) -> tuple[Choice, ...]:
    """Return words as the choices they name, each once and in the order given; raises CommandError."""
    by_word = {str(one): one for one in known}
    wrong = [word for word in words if word not in by_word]
    if wrong:
        raise CommandError(problem(Location(option), code, word=word, choices=", ".join(by_word)) for word in wrong)
    return tuple(by_word[word] for word in dict.fromkeys(words))


def day(word: str | None) -> datetime.date:
    """Return the date that a word names, today for none; raises CommandError."""
    if word is None:
        return datetime.date.today()  # noqa: DTZ011 - the date on the document is the date where the user is
    try:
        return datetime.date.fromisoformat(word)
    except ValueError:
        raise CommandError([problem(Location("--date"), "date-wrong", word=word)]) from None
