"""What is told of all that was found: by the library's severities, without what is silenced and what is not ours to mend."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pitchkit import messages
from pitchkit.checking import silences
from pitchkit.checking.silences import Silence
from pitchkit.checking.subject import Subject
from pitchkit.diagnostics import Diagnostic, Location, problem, warning
from pitchkit.suggesting import suggest


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left to be told, and how many warnings were silenced."""

    diagnostics: tuple[Diagnostic, ...]
    silenced: int


def settle(subject: Subject, found: Iterable[Diagnostic], *, is_whole: bool = True, unsought: Collection[str] = ()) -> Settled:
    """Return what is told of what was found.

    A silence that silences nothing is told as well, if the check `is_whole`: else what it silences may not have been sought.
    The codes that are `unsought` need something that is not installed here.
    """
    severities = subject.settings.severity
    came_along = subject.workspace.came_along
    spans = tuple(silences.find(subject))
    left = [*_wrong_words(subject, spans), *silences.without_reason(spans)]
    used: set[Silence] = set()
    silenced = 0
    for one in dict.fromkeys(found):
        is_ours = not _is_in(came_along, subject, one)
        by = next((span for span in spans if span.covers(one)), None)
        if by:
            used.add(by)
            silenced += is_ours
        elif one.severity == "error":
            left.append(one)
        elif severities.get(one.code) != "off" and is_ours:
            left.append(replace(one, severity=severities.get(one.code, "warning")))  # type: ignore[arg-type]
    sought = messages.ADVICE - set(unsought) if is_whole else frozenset()
    idle = (
        warning(span.where, "check-silence-unused", code=span.code) for span in spans if span not in used and span.code in sought
    )
    left += [one for one in idle if not _is_in(came_along, subject, one)]
    return Settled(tuple(left), silenced)


def _is_in(folders: Iterable[Path], subject: Subject, one: Diagnostic) -> bool:
    """Return whether a finding is in one of these folders."""
    path = subject.workspace.start / one.location.path
    return any(path.is_relative_to(folder) for folder in folders)


def _wrong_words(subject: Subject, spans: Iterable[Silence]) -> Iterator[Diagnostic]:
    """Yield the codes in silences and settings that do not exist, or stand for what is wrong whoever looks."""
    for span in spans:
        yield from _wrong_code(span.where, span.code)
    for code, severity in subject.settings.severity.items():
        if severity == "error" and code in messages.TEXTS:
            continue  # so it is already, or may become
        yield from _wrong_code(subject.library.locate_setting("checks", "severity", code), code)
    known = [audience.id for audience in subject.library.audiences]
    for name in subject.settings.language:
        if name not in known:
            where = subject.library.locate_setting("checks", "language", name)
            yield problem(where, "audience-unknown", word=name, suggestion=suggest(name, known))


def _wrong_code(where: Location, code: str) -> Iterator[Diagnostic]:
    if code not in messages.TEXTS:
        yield problem(where, "check-code-unknown", word=code, suggestion=suggest(code, messages.ADVICE))
    elif code not in messages.ADVICE:
        yield problem(where, "check-code-fixed", code=code)
