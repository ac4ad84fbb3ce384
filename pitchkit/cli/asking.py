"""Questions on a terminal: an answer can be edited, the tab key offers choices, and what is pasted is one answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from pitchkit import terminal
from pitchkit.costs.labels import terminal_words
from pitchkit.diagnostics import Location, problem
from pitchkit.language import _
from pitchkit.signs import forbidden_sign

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_PASTE_SECONDS = 0.1
"""What comes within this time after a line was not typed by a hand."""


def can_ask() -> bool:
    """Return whether somebody is there to answer: what is typed and what is asked are both on a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(text: str, before: str = "", *, may_be_empty: bool = False, choices: Sequence[str] = ()) -> str:
    """Return an answer of one line; Enter takes the answer that was there `before`. Raises typer.Abort where nobody answers."""
    return " ".join(_answer(text, before, may_be_empty=may_be_empty, choices=choices).split("\n"))


def ask_several(text: str, choices: Sequence[str] = (), *, may_be_empty: bool = False) -> tuple[str, ...]:
    """Return the words of an answer with commas between them, each once; raises as `ask` does."""
    answer = _answer(text, "", may_be_empty=may_be_empty, choices=choices).replace("\n", ",")
    return tuple(dict.fromkeys(word for word in (part.strip() for part in answer.split(",")) if word))


def ask_day(text: str, *, may_be_empty: bool = False) -> str:
    """Return an answer of one line, a day such as 31-12-2027 as 2027-12-31; raises as `ask` does."""
    answer = ask(text, may_be_empty=may_be_empty)
    day = _DAY_FIRST.fullmatch(answer)
    return f"{day[3]}-{day[2]:0>2}-{day[1]:0>2}" if day else answer


def ask_text(text: str) -> str:
    """Return an answer of several lines, up to an empty one; empty lines in what is pasted belong to it. Raises as `ask` does."""
    lines = [_answer(text, "", may_be_empty=False, choices=())]
    while (line := _answer("", "", may_be_empty=True, choices=())) or _is_pasting():
        lines.append(line)
    return "\n".join(lines).strip()


def ask_whether(text: str, *, before: bool | None = None) -> bool:
    """Return whether the answer is yes, in the user's language or in English; Enter takes `before`. Raises as `ask` does."""
    words = terminal_words()
    yes, no = words["word.yes"], words["word.no"]
    meant = dict.fromkeys((yes, yes[0], "yes", "y"), True) | dict.fromkeys((no, no[0], "no", "n"), False)
    shown = f"{text} ({yes}/{no})"
    default = "" if before is None else yes if before else no
    while (answer := ask(shown, default).lower()) not in meant:
        terminal.say(_("Answer {yes} or {no}.").format(yes=yes, no=no))
    return meant[answer]


def _answer(text: str, before: str, *, may_be_empty: bool, choices: Sequence[str]) -> str:
    shown = f"{text} [{before}]" if before else text
    while True:
        answer = _read(f"{shown}{' ' if text.endswith('?') else ': ' if text else '> '}", choices).strip() or before
        sign = forbidden_sign(answer)
        if sign is None and (answer or may_be_empty):
            return answer
        if sign:
            terminal.show_problems([problem(Location("answer"), "control-character", sign=sign)])
        else:
            terminal.say(_("This cannot be left empty. Ctrl+C stops."))


def _read(prompt: str, choices: Sequence[str]) -> str:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        typer.echo(prompt, nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise typer.Abort
        return line
    with _offering(choices):
        try:
            return input(prompt)
        except EOFError:
            raise typer.Abort from None


@contextmanager
def _offering(choices: Sequence[str]) -> Iterator[None]:
    """Let an answer be edited, and the tab key offer these; on Windows the terminal itself does the first."""
    try:
        import readline
    except ImportError:
        yield
        return
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    readline.set_completer_delims(", \t")
    readline.set_completer(lambda begun, number: next(iter([one for one in choices if one.startswith(begun)][number:]), None))
    try:
        yield
    finally:
        readline.set_completer(None)


def _is_pasting() -> bool:
    """Return whether there is more to read already."""
    if not sys.stdin.isatty():
        return False
    try:
        import select

        return bool(select.select([sys.stdin], [], [], _PASTE_SECONDS)[0])
    except (OSError, ValueError):  # Windows has no such thing for a keyboard
        return False
