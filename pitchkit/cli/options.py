"""Options that more than one command takes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from pitchkit.cli import completing
from pitchkit.diagnostics import Diagnostic, Location, problem
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

Audiences = Annotated[
    list[str],
    typer.Option(
        "--audience",
        "-a",
        metavar=_("READER"),
        help=_("Only entries for this reader; repeat it for more."),
        show_default=False,
        autocompletion=completing.audiences,
    ),
]
Kinds = Annotated[
    list[str],
    typer.Option(
        "--kind",
        "-k",
        metavar=_("KIND"),
        help=_("Only entries of this kind, such as argument or tip; repeat it for more."),
        show_default=False,
        autocompletion=completing.kinds,
    ),
]
Themes = Annotated[
    list[str],
    typer.Option(
        "--theme",
        "-t",
        metavar=_("THEME"),
        help=_("Only entries with this theme; repeat it for more."),
        show_default=False,
        autocompletion=completing.themes,
    ),
]
Sources = Annotated[
    list[str],
    typer.Option(
        "--source",
        "-s",
        metavar="ID",
        help=_("Only entries that rest on this source; repeat it for more."),
        show_default=False,
        autocompletion=completing.sources,
    ),
]
OfferName = Annotated[
    str,
    typer.Argument(metavar=_("NAME"), help=_("The offer: the name of its file in offers/."), autocompletion=completing.offers),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Data for a program."))]
LinesOrJson = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json",
        help=_("Lines for people, or data for a program."),
        autocompletion=completing.words("text", "json"),
    ),
]
TableOrJson = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="table|json",
        help=_("A table, or data for a program."),
        autocompletion=completing.words("table", "json"),
    ),
]
Place = Annotated[Path | None, typer.Option("--output", "-o", metavar=_("PLACE"), help=_("A file or a folder."))]
PlaceOrStream = Annotated[
    Path | None, typer.Option("--output", "-o", metavar=_("PLACE"), help=_("A file or a folder, or - for standard output."))
]
DateOnDocument = Annotated[
    str | None,
    typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The date on the document, today unless you say otherwise.")),
]
DateOfOffer = Annotated[
    str | None,
    typer.Option("--date", metavar=_("YEAR-MONTH-DAY"), help=_("The date of the offer, today unless you say otherwise.")),
]
Style = Annotated[
    Path | None,
    typer.Option("--style", metavar=_("FILE"), help=_("Your organisation’s own Word file, for its styles, header and logo.")),
]
OverEdited = Annotated[bool, typer.Option("--force", help=_("Write over documents that were edited since they were built."))]
OverThere = Annotated[bool, typer.Option("--force", help=_("Write over files that are there already."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show only; write nothing."))]

ONE_STREAM = Path("-")
"""The place that stands for standard output."""


def choices(option: str, words: list[str], known: tuple[Choice, ...], code: str, found: list[Diagnostic]) -> tuple[Choice, ...]:
    """Return words as the choices they name, each once and in the order given; what is wrong goes to `found`."""
    by_word = {str(one): one for one in known}
    found += [problem(Location(option), code, word=word, choices=", ".join(by_word)) for word in words if word not in by_word]
    return tuple(by_word[word] for word in dict.fromkeys(words) if word in by_word)


def choice(option: str, word: str, known: tuple[Choice, ...], found: list[Diagnostic], code: str = "format-unknown") -> Choice:
    """Return the choice that a word names, the first one for a wrong word, which goes to `found`."""
    return (choices(option, [word], known, code, found) or known)[0]


def formats(asked: list[str], output: Path | None, known: tuple[Choice, ...], found: list[Diagnostic]) -> tuple[Choice, ...]:
    """Return the formats that are asked for, else the one that the name of the file ends in, else docx."""
    suffix = output.suffix.removeprefix(".") if output else ""
    return choices("--format", asked or [suffix if suffix in known else "docx"], known, "format-unknown", found)


def day(word: str | None, found: list[Diagnostic]) -> datetime.date:
    """Return the date that a word names, today for none or a wrong one, which goes to `found`."""
    if word is not None:
        try:
            return datetime.date.fromisoformat(word)
        except ValueError:
            found.append(problem(Location("--date"), "date-wrong", word=word))
    return today()


def today() -> datetime.date:
    """Return the day where the user is."""
    return datetime.date.today()  # noqa: DTZ011 - a document and a check are of the day that the user lives in
