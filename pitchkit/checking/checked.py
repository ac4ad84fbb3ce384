"""What came of a check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pitchkit.diagnostics import Diagnostic, by_place


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, what is wrong with it and what is worth a second look.

    `profile` is the name of its file, if any; `silenced` counts the warnings that somebody accepted, with a reason.
    """

    problems: tuple[Diagnostic, ...]
    entries: int
    templates: int
    profile: str
    warnings: tuple[Diagnostic, ...] = ()
    silenced: int = 0

    @classmethod
    def of(
        cls, found: Iterable[Diagnostic], entries: int = 0, templates: int = 0, profile: str = "", silenced: int = 0
    ) -> Checked:
        """Return what came of a check that found this: errors and warnings told apart, both by place."""
        every = by_place(found)
        errors, warnings = (tuple(one for one in every if one.severity == severity) for severity in ("error", "warning"))
        return cls(errors, entries, templates, profile, warnings, silenced)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Problems and warnings together, by place."""
        return by_place((*self.problems, *self.warnings))
