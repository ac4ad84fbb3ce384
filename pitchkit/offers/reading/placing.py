"""Where a line stands, said for people: under which heading, and the how manieth it is there."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 60  # characters of a heading; enough to find it by


class Places:
    """Walks along with a reader: it hears every heading and tells where the next line stands."""

    def __init__(self, before: str = "begin") -> None:
        self._under = before
        self._paragraphs = 0
        self._tables = 0

    def heading(self, number: str, text: str) -> str:
        """Return the place of a heading, and count on from there."""
        self._under = name_heading(number, text)
        self._paragraphs = 0
        return self._under

    def paragraph(self) -> str:
        """Return the place of the next paragraph or item."""
        self._paragraphs += 1
        return f"{self._under}, alinea {self._paragraphs}"

    @property
    def under(self) -> str:
        """The heading under which one is now."""
        return self._under

    def within(self, what: str) -> str:
        """Return the place of something under the last heading: "§ 4.2 Planning, tabel 3, rij 2"."""
        return f"{self._under}, {what}"

    def table(self) -> str:
        """Return the name of the next table: "tabel 3"."""
        self._tables += 1
        return f"tabel {self._tables}"


def name_heading(number: str, text: str) -> str:
    """Return a heading as one refers to it: "§ 4.2 Planning", "Bijlage 3 Prijzen", "“Planning”"."""
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    if not number:
        return f"“{words}”"
    return f"{'§ ' if number[0].isdigit() else ''}{number} {words}".rstrip()
