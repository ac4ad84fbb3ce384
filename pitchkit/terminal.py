"""What the user sees. The only door to rich, which is imported when a table is shown and not before."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol, TypeVar

from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _
from pitchkit.messages import TEXTS

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of which some words stand out: bold on a terminal, between ** where a program reads it."""

    pieces: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        return "".join(f"**{words}**" if stands_out else words for words, stands_out in self.pieces)


def say(text: str) -> None:
    """Tell the user something, on standard error: standard output carries results only."""
    print(text, file=sys.stderr)


def end_line() -> None:
    """Begin a new line on a terminal, which shows ^C where somebody stops the program."""
    if sys.stderr.isatty():
        say("")


def result(text: str) -> None:
    """Give a result, on standard output."""
    print(text)


def show_problems(diagnostics: Iterable[Diagnostic]) -> None:
    """Show problems, each on a line of its own with what to do below it; warnings that ask the same say it once."""
    every = list(diagnostics)
    for diagnostic, following in zip_longest(every, every[1:]):
        line, _newline, hint = describe(diagnostic).partition("\n")
        is_repeated = following is not None and diagnostic.severity == "warning" and describe(following).endswith(f"\n{hint}")
        say(line if is_repeated or not hint else f"{line}\n{hint}")


def describe(diagnostic: Diagnostic) -> str:
    """Return `path:line:column: message [code]`, and a hint on the next line where there is one to give."""
    message, hint = words(diagnostic)
    line = f"{diagnostic.location}: {message} [{diagnostic.code}]"
    return f"{line}\n  {hint}" if hint else line


def words(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what is wrong and what to do, in the user's language; an empty text where there is no hint to give."""
    message, hint = TEXTS[diagnostic.code]
    values = dict(diagnostic.values)
    can_tell = bool(hint) and _can_fill(hint, values)
    return _(message).format(**values), _(hint).format(**values) if can_tell else ""


def _can_fill(hint: str, values: dict[str, str]) -> bool:
    return all(values.get(name) for name in ("suggestion", "choices") if f"{{{name}}}" in hint)


def show_table(
    columns: Sequence[str], rows: Iterable[Sequence[str | Marked]], *, beside: bool = False, is_headed: bool = False
) -> None:
    """Show a table on standard output, or `beside` it: with lines on a terminal, tab-separated where a program reads it.

    A program gets the head only where the table `is_headed`: where its rows say nothing without it.
    """
    stream = sys.stderr if beside else sys.stdout
    if not stream.isatty():
        for row in (columns, *rows) if is_headed else rows:
            print("\t".join(map(str, row)), file=stream)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns)
    for row in rows:
        table.add_row(
            *(
                Text.assemble(*((words, "bold underline" if stands_out else "") for words, stands_out in cell.pieces))
                if isinstance(cell, Marked)
                else Text(cell)
                for cell in row
            )
        )
    Console(file=stream).print(table)


def width() -> int | None:
    """Return how many characters fit beside each other where results go; None for a program that reads them."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def has_colours() -> bool:
    """Return whether results may have colours: on a terminal that shows them, and wherever FORCE_COLOR asks; NO_COLOR wins."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def show_marked(pieces: Iterable[tuple[str, str]], indent: str) -> None:
    """Give a text on a terminal with what was `removed` and `added` in colours; each piece is a mark with its words."""
    from rich.console import Console
    from rich.text import Text

    styles = {"removed": "red strike", "added": "green underline"}
    text = Text(indent)
    for mark, words in pieces:
        text.append(words.replace("\n", f"\n{indent}"), style=styles.get(mark, ""))
    Console(soft_wrap=True).print(text)


class Counted(Protocol):
    """Walks through things and shows how many of them are done."""

    def __call__(self, things: Sequence[Thing], /) -> Iterable[Thing]:
        """Yield each of the things."""


@contextmanager
def progress(doing: str, *, shown: bool = True) -> Iterator[Counted]:
    """Show what is being done while it is done, on a terminal only and `shown` only where it takes long; it leaves no trace."""
    if not shown or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda things: things
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TextColumn("{task.fields[count]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(doing, total=None, count="")

        def counted(things: Sequence[Thing]) -> Iterator[Thing]:
            for number, thing in enumerate(things, 1):
                bar.update(task, total=len(things), completed=number - 1, count=f"{number}/{len(things)}")
                yield thing

        yield counted
