"""What the user sees. The only door to rich, which is imported when a table is shown and not before."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from pitchkit.diagnostics import Diagnostic
from pitchkit.language import _
from pitchkit.messages import TEXTS


def say(text: str) -> None:
    """Tell the user something, on standard error: standard output carries results only."""
    print(text, file=sys.stderr)


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
    message, hint = TEXTS[diagnostic.code]
    values = dict(diagnostic.values)
    line = f"{diagnostic.location}: {_(message).format(**values)} [{diagnostic.code}]"
    if not hint or not _can_fill(hint, values):
        return line
    return f"{line}\n  {_(hint).format(**values)}"


def _can_fill(hint: str, values: dict[str, str]) -> bool:
    return all(values.get(name) for name in ("suggestion", "choices") if f"{{{name}}}" in hint)


def show_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, beside: bool = False, is_headed: bool = False) -> None:
    """Show a table on standard output, or `beside` it: with lines on a terminal, tab-separated where a program reads it.

    A program gets the head only where the table `is_headed`: where its rows say nothing without it.
    """
    stream = sys.stderr if beside else sys.stdout
    if not stream.isatty():
        for row in (columns, *rows) if is_headed else rows:
            print("\t".join(row), file=stream)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=stream).print(table)
