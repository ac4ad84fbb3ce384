"""One reading of one text: where its lines come from, how its open fields are called, and what was found wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pitchkit.diagnostics import Diagnostic, Location, problem
from pitchkit.document import Inlines
from pitchkit.markdown_reader.nodes import Reference

_LONGEST_EXCERPT = 60


@dataclass(slots=True)
class Reading:
    """What the parts of the reader share; it gathers problems and notes while the text is read."""

    lines: list[str]
    locate: Callable[[int], Location]
    label: Callable[[str], str]
    may_show_pictures: bool = True
    problems: list[Diagnostic] = field(default_factory=list)
    notes: dict[str, tuple[int, Inlines]] = field(default_factory=dict)  # by label: the line, and what the note says
    note_marks: dict[str, int] = field(default_factory=dict)  # the line of the first reference to each note
    used_references: set[str] = field(default_factory=set)

    def refuse(self, code: str, line: int, excerpt: str = "") -> None:
        """Remember a problem on a line, with the given excerpt or else the line itself."""
        shown = " ".join((excerpt or self.lines[line]).split())
        shown = shown if len(shown) <= _LONGEST_EXCERPT else shown[: _LONGEST_EXCERPT - 1] + "…"
        self.problems.append(problem(self.locate(line), code, excerpt=shown))

    def add_note(self, label: str, line: int, content: Inlines) -> None:
        """Remember a note, unless its label is taken."""
        if label in self.notes:
            self.refuse("markdown-note", line)
        self.notes.setdefault(label, (line, content))

    def check_notes(self) -> None:
        """Refuse references without a note, and notes without a reference."""
        for label, line in self.note_marks.items():
            if label not in self.notes:
                self.refuse("markdown-note", line, f"[^{label}]")
        for label, (line, _) in self.notes.items():
            if label not in self.note_marks:
                self.refuse("markdown-note", line)

    def check_references(self, references: Iterable[Reference]) -> None:
        """Refuse link definitions that no link uses: their words would be lost."""
        for reference in references:
            if reference.is_double or reference.label not in self.used_references:
                self.refuse("markdown-link", reference.line)
