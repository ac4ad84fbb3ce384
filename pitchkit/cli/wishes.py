"""The options that say which documents are wanted, and of what."""

from __future__ import annotations

from typing import Annotated

import typer

from pitchkit.cli import completing
from pitchkit.language import _

Audience = Annotated[
    str | None,
    typer.Option(
        "--audience",
        "-a",
        metavar=_("READER"),
        help=_("The reader: gemeente, manager, collegas, netwerkpartners or clienten."),
        autocompletion=completing.audiences,
    ),
]
Documents = Annotated[
    list[str],
    typer.Option(
        "--document",
        "-d",
        metavar=_("DOCUMENT"),
        help=_("The kind of document; may be given more than once."),
        autocompletion=completing.documents,
    ),
]
Formats = Annotated[
    list[str],
    typer.Option(
        "--format",
        "-f",
        metavar="docx|md",
        help=_("The format, docx unless you say otherwise; may be given more than once."),
        autocompletion=completing.words("docx", "md"),
    ),
]
Everything = Annotated[bool, typer.Option("--all", help=_("Every document for every reader, or for the reader named."))]
Themes = Annotated[
    list[str],
    typer.Option(
        "--theme",
        "-t",
        metavar=_("THEME"),
        help=_("Only arguments with this theme; may be given more than once."),
        autocompletion=completing.themes,
    ),
]
Groups = Annotated[
    list[str],
    typer.Option(
        "--group",
        "-g",
        metavar="ID",
        help=_("Only this group of the profile; may be given more than once."),
        autocompletion=completing.groups,
    ),
]
Position = Annotated[
    str | None,
    typer.Option(
        "--position",
        metavar=_("POSITION"),
        help=_("How the institution is funded, instead of what the profile says."),
        autocompletion=completing.positions,
    ),
]
MaxWords = Annotated[
    int | None,
    typer.Option(
        "--max-words",
        min=1,
        metavar=_("NUMBER"),
        help=_("At most this many words: the weightiest entries stay, in short wordings where needed."),
    ),
]
