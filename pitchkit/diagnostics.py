"""Problems as data: where they are, what they are, and the words to fill in. Imports nothing of pitchkit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file or on the command line; line and column count from 1, and 0 means "not known"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


def place(path: str, text: str, at: int) -> Location:
    """Return the place of a character (from 0) of a file's text."""
    return Location(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `code` names its text in `messages`; `values` are the words that text asks for."""

    location: Location
    code: str
    values: tuple[tuple[str, str], ...] = ()
    severity: Severity = "error"

    @property
    def sort_key(self) -> tuple[Location, str, tuple[tuple[str, str], ...]]:
        """Place first, so that a reader walks through the files from top to bottom."""
        return (self.location, self.code, self.values)


def problem(location: Location, code: str, /, **values: object) -> Diagnostic:
    """Return an error whose values are plain text."""
    return Diagnostic(location, code, tuple((name, str(value)) for name, value in values.items()))


def warning(location: Location, code: str, /, **values: object) -> Diagnostic:
    """Return a warning whose values are plain text."""
    return as_warning(problem(location, code, **values))


def as_warning(one: Diagnostic) -> Diagnostic:
    """Return the same as something to look at a second time."""
    return replace(one, severity="warning")


def by_place(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return problems in the order in which a reader walks through the files, each once."""
    return tuple(sorted(set(found), key=lambda one: one.sort_key))


class Problems(Exception):  # noqa: N818 - it carries problems; "ProblemsError" would say the same twice
    """Something that the user can mend, with everything that was found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = by_place(diagnostics)
        super().__init__("; ".join(f"{found.location}: [{found.code}]" for found in self.diagnostics))


class ContentError(Problems):
    """The files are wrong: exit code 1."""


class CommandError(Problems):
    """The command line is wrong: exit code 2."""
