"""A new offer, from a buyer's files or from nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pitchkit.diagnostics import CommandError, ContentError, Diagnostic, Location, problem
from pitchkit.offers.loading import LoadedOffer
from pitchkit.offers.model import OfferKind
from pitchkit.offers.reading import importing, opening, starting, updating, writing
from pitchkit.offers.reading.asked_columns import Asked
from pitchkit.offers.reading.assembling import Understanding
from pitchkit.offers.reading.changing import Change
from pitchkit.offers.reading.papers import Paper
from pitchkit.project import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: an offer of a kind at a path, from these files, with these columns, read on a day."""

    kind: OfferKind
    name: str
    path: Path
    files: tuple[Path, ...]
    asked: tuple[Asked, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Made:
    """The text of a new offer, and what was understood: None without files.

    `shown` has the name that messages give each paper, `changes` what the clarifications among them changed.
    """

    text: str
    understood: Understanding | None
    papers: tuple[importing.NamedPaper, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()


def read_files(files: tuple[Path, ...], start: Path, show: Callable[[Path], str]) -> tuple[Paper, ...]:
    """Return what files say, each once.

    Raises:
        CommandError: a file is named twice.
        ContentError: with every file that cannot be read.
    """
    papers: list[Paper] = []
    wrong: list[Diagnostic] = []
    for file in files:
        path = start / file
        try:
            papers.append(opening.read_paper(path, show(path)))
        except ContentError as error:
            wrong += error.diagnostics
    if wrong:
        raise ContentError(wrong)
    seen: dict[str, Paper] = {}
    for paper in papers:
        if paper.sha256 in seen:
            raise CommandError(
                [problem(Location("--from"), "paper-twice", path=show(paper.path), other=show(seen[paper.sha256].path))]
            )
        seen[paper.sha256] = paper
    return tuple(papers)


def make(wanted: Wanted, workspace: Workspace) -> Made:
    """Return a new offer; a nota van inlichtingen among the files changes what the others say.

    Raises:
        CommandError: a file is named twice.
        ContentError: a file cannot be read.
    """
    if not wanted.files:
        return Made(starting.starting_text(wanted.kind), None)
    show = workspace.show
    papers = read_files(wanted.files, workspace.start, show)
    named = importing.name_papers([(paper, starting.beside(paper.path, wanted.path)) for paper in papers], wanted.day)
    first = tuple(one for one in named if one.document.kind != "clarification")
    later = tuple(one for one in named if one.document.kind == "clarification")
    if not first:
        first, later = named, ()
    understood = importing.understand(wanted.kind, wanted.name, first, wanted.asked)
    text = writing.write(understood)
    changes: list[Change] = []
    for one in later:
        updated = updating.update(text, show(wanted.path), one, wanted.asked)
        text = updated.text
        changes += updated.changes
    shown = tuple((one.document.id, show(one.paper.path)) for one in named)
    return Made(text, understood, named, shown, tuple(changes))


def read_as_written(path: Path) -> str:
    """Return the text of an offer file with its own mark and line ends, so that what does not change stays as it is."""
    return path.read_bytes().decode("utf-8")


@dataclass(frozen=True, slots=True)
class Later:
    """A later paper, the name that messages give it, and what it did to the offer."""

    named: importing.NamedPaper
    shown: str
    updated: updating.Updated


def update(
    loaded: LoadedOffer, files: tuple[Path, ...], asked: tuple[Asked, ...], day: date, workspace: Workspace
) -> tuple[Later, ...]:
    """Return what later papers do to an offer, one after the other; the last one holds the text after all of them.

    Raises:
        CommandError: a file is named twice.
        ContentError: a file cannot be read, or the offer is written so that nothing can be put in.
    """
    show = workspace.show
    text = read_as_written(loaded.path)
    papers = read_files(files, workspace.start, show)
    taken = [one.id for one in loaded.offer.documents]
    named = importing.name_papers([(paper, starting.beside(paper.path, loaded.path)) for paper in papers], day, taken)
    found: list[Later] = []
    for one in named:
        updated = updating.update(text, show(loaded.path), one, asked)
        text = updated.text
        found.append(Later(one, show(one.paper.path), updated))
    return tuple(found)
