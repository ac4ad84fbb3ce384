"""What is said of a paper as a whole: counted while it is read, told once."""

from __future__ import annotations

from collections.abc import Iterable

from pitchkit.diagnostics import Diagnostic, Location, warning

_LONGEST = 60


class Notes:
    """Counts what is to be told, by the code of its message; the first place or text that was met goes with it."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._firsts: dict[str, str] = {}

    def add(self, code: str, first: str = "", count: int = 1) -> None:
        """Count something; `first` is where it stands or what it says."""
        if count > 0:
            words = " ".join(first.split())
            self._firsts.setdefault(code, words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
            self._counts[code] = self._counts.get(code, 0) + count

    def add_pages(self, code: str, pages: Iterable[int]) -> None:
        """Tell on which pages something is."""
        if numbers := sorted(set(pages)):
            self.add(code, name_pages(numbers), len(numbers))

    def all(self, shown: str) -> tuple[Diagnostic, ...]:
        """Return the notes as warnings on the file, in a fixed order."""
        place = Location(shown)
        return tuple(warning(place, code, count=self._counts[code], first=self._firsts[code]) for code in sorted(self._counts))


def name_pages(pages: Iterable[int]) -> str:
    """Return pages as one says them: "1-3, 7"."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
