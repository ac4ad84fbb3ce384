"""What the user sees. The only door to rich, which is imported when a table is shown and not before."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _, figure
from pitchkit.messages import TEXTS
from pitchkit.messages.hints import CHOOSE

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

Thing = TypeVar("Thing")

_FIGURES: Final = frozenset({"ceiling", "costs", "cover", "difference", "limit", "mean", "size", "total", "used"})
"""Values of problems that are numbers which a check worked out, not what somebody typed."""
FRAME: Final = 3
"""What the lines of a table take for each column."""
_SHORT: Final = 20
"""A text no longer than this stays on one line."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of which some words stand out: bold on a terminal, between ** where a program reads it."""

    pieces: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        return "".join(f"**{words}**" if stands_out else words for words, stands_out in self.pieces)


def say(text: str) -> None:
    """Tell the user something, on standard error, below the results that were given before it."""
    sys.stdout.flush()
    print(text, file=sys.stderr)


def end_line() -> None:
    """Begin a new line on a terminal, which shows ^C where somebody stops the program."""
    if sys.stderr.isatty():
        say("")


def result(text: str) -> None:
    """Give a result, on standard output."""
    print(text)


def data(value: object) -> None:
    """Give data for a program as a result, in JSON that people can read as well."""
    import json

    result(json.dumps(value, ensure_ascii=False, indent=2))


def fall_silent() -> None:
    """Drop what is still to be said where nobody reads it any more, or where there is no room for it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


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
    where = str(diagnostic.location)
    where = _(where) if where.isupper() else where  # an argument has the name that the help gives it
    line = f"{where}: {message} [{diagnostic.code}]"
    return f"{line}\n  {hint}" if hint else line


def words(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what is wrong and what to do, in the user's language; an empty text where there is no hint to give."""
    message, hint = TEXTS[diagnostic.code]
    values = {name: figure(value) if _is_figure(name, value) else value for name, value in diagnostic.values}
    if "{suggestion}" in hint and not values.get("suggestion") and "{choices}" not in message:
        hint = CHOOSE
    can_tell = bool(hint) and _can_fill(hint, values)
    return _(message).format(**values), _(hint).format(**values) if can_tell else ""


def _is_figure(name: str, value: str) -> bool:
    return name in _FIGURES and value.removeprefix("-").replace(".", "", 1).isdigit()


def _can_fill(hint: str, values: dict[str, str]) -> bool:
    return all(values.get(name) for name in ("suggestion", "choices") if f"{{{name}}}" in hint)


def show_table(
    columns: Sequence[str], rows: Iterable[Sequence[str | Marked]], *, beside: bool = False, is_headed: bool = False
) -> None:
    """Show a table on standard output, or `beside` it: with lines on a terminal, tab-separated where a program reads it.

    A program gets the head only where the table `is_headed`: where its rows say nothing without it. On a terminal too narrow for
    it, each row becomes a few lines below each other, so that what is in the first column can always be copied.
    """
    stream = sys.stderr if beside else sys.stdout
    if not stream.isatty():
        for row in (columns, *rows) if is_headed else rows:
            print("\t".join(" ".join(str(cell).split()) for cell in row), file=stream)
        return
    from rich.console import Console

    console = Console(file=stream)
    texts = [[_text(cell) for cell in row] for row in rows]
    rooms = tuple(_rooms(columns, texts))
    if sum(room + FRAME for room, _wraps in rooms) < console.width:
        console.print(_table(columns, texts, [wraps for _room, wraps in rooms]))
    else:
        for text in texts:
            _print_lines(console, columns, text)


def _text(cell: str | Marked) -> Text:
    from rich.text import Text

    if isinstance(cell, Marked):
        return Text.assemble(*((words, "bold underline" if stands_out else "") for words, stands_out in cell.pieces))
    return Text(cell)


def _table(columns: Sequence[str], rows: Sequence[Sequence[Text]], wraps: Sequence[bool]) -> Table:
    from rich.table import Column, Table

    table = Table(*(Column(name, no_wrap=not wrap, overflow="fold") for name, wrap in zip(columns, wraps, strict=True)))
    for row in rows:
        table.add_row(*row)
    return table


def _rooms(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> Iterator[tuple[int, bool]]:
    """Yield how much room each column needs, and whether its text may go on below: never in the first one, nor in a short one."""
    from rich.cells import cell_len

    for at, name in enumerate(columns):
        cells = (name, *(row[at].plain for row in rows))
        whole = max(map(cell_len, cells))
        word = max((cell_len(word) for cell in cells for word in cell.split()), default=0)
        wraps = at > 0 and whole > _SHORT
        yield min(word, _SHORT) if wraps else whole, wraps


def _print_lines(console: Console, columns: Sequence[str], row: Sequence[Text]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print(row[0], style="bold", no_wrap=True, overflow="ignore", crop=False)
    for name, text in zip(columns[1:], row[1:], strict=True):
        if text.plain:
            line = Text.assemble(f"{name}: " if name else "", text, overflow="fold")
            console.print(Padding(line, (0, 0, 0, 2), expand=False))


def width() -> int | None:
    """Return how many characters fit beside each other where results go; None for a program that reads them."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def wrap(line: str) -> str:
    """Return a line in as many as a terminal needs, cut between words, as far from the edge; whole for a program."""
    import textwrap

    room = width()
    if room is None or len(line) <= room:
        return line
    words = line.lstrip(" ")
    edge = " " * (len(line) - len(words))
    return textwrap.fill(words, room, initial_indent=edge, subsequent_indent=edge, break_long_words=False, break_on_hyphens=False)


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
