"""The options of `pitchkit new`: one for each field of an entry that can be given on one line."""

from __future__ import annotations

from typing import Annotated

import typer

from pitchkit.cli import completing
from pitchkit.language import _

Title = Annotated[str, typer.Option("--title", metavar=_("TEXT"), help=_("What it says, in one sentence."))]
Text = Annotated[str, typer.Option("--text", metavar=_("TEXT"), help=_("The explanation, in Markdown."))]
Short = Annotated[str, typer.Option("--short", metavar=_("TEXT"), help=_("The same in one or two sentences."))]
Audiences = Annotated[
    list[str],
    typer.Option("--audience", "-a", metavar=_("READER"), help=_("Whom it is for."), autocompletion=completing.audiences),
]
Words = Annotated[
    list[str], typer.Option("--words", metavar=_("READER.FIELD=TEXT"), help=_("Other words for a reader: clienten.title=..."))
]
Themes = Annotated[
    list[str], typer.Option("--theme", metavar=_("THEME"), help=_("What it is about."), autocompletion=completing.themes)
]
Keywords = Annotated[list[str], typer.Option("--keyword", metavar=_("WORD"), help=_("Another word for the same."))]
Certainty = Annotated[
    str, typer.Option("--certainty", metavar=_("WORD"), help=_("How certain it is."), autocompletion=completing.certainties)
]
Sources = Annotated[
    list[str], typer.Option("--source", metavar="ID", help=_("Where it comes from."), autocompletion=completing.sources)
]
Places = Annotated[list[str], typer.Option("--place", metavar=_("TEXT"), help=_("The place in the source."))]
Requires = Annotated[
    list[str],
    typer.Option(
        "--requires",
        metavar=_("FIELD"),
        help=_("What the profile must say before it may be used."),
        autocompletion=completing.requirements,
    ),
]
Positions = Annotated[
    list[str],
    typer.Option(
        "--position", metavar=_("POSITION"), help=_("Only for this way of being paid."), autocompletion=completing.positions
    ),
]
Answers = Annotated[
    list[str],
    typer.Option("--answer", metavar="ID", help=_("An entry that answers this objection."), autocompletion=completing.entries),
]
Policies = Annotated[
    list[str],
    typer.Option("--policy", metavar="ID", help=_("A policy frame that it serves."), autocompletion=completing.policies),
]
ValidUntil = Annotated[str, typer.Option("--valid-until", metavar=_("DATE"), help=_("The last day on which it holds."))]
Weight = Annotated[str, typer.Option("--weight", metavar=_("NUMBER"), help=_("From 0 to 100: what comes first."))]
Published = Annotated[
    str, typer.Option("--published", metavar="ID", help=_("The source of an experience."), autocompletion=completing.sources)
]
Consent = Annotated[
    list[str],
    typer.Option(
        "--consent",
        metavar=_("DOCUMENT"),
        help=_("A document that somebody agreed to."),
        autocompletion=completing.documents,
    ),
]
Channels = Annotated[
    list[str],
    typer.Option(
        "--channel",
        metavar=_("CHANNEL"),
        help=_("A channel that somebody agreed to; without it, all."),
        autocompletion=completing.channels,
    ),
]
Until = Annotated[str, typer.Option("--until", metavar=_("DATE"), help=_("The last day of that consent."))]
Fictitious = Annotated[bool, typer.Option("--fictitious", help=_("It is made up, or put together from several stories."))]
