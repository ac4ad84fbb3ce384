"""What came of a check."""

from __future__ import annotations

from dataclasses import dataclass

from pitchkit.diagnostics import ContentError, Diagnostic


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

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Problems and warnings together, by place."""
        return ContentError((*self.problems, *self.warnings)).diagnostics
