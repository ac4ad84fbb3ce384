"""New reviews in the text of `reviews.yaml`: a line each, at its place by id, so that git can bring two people's work together.

Where both stamped one entry, git keeps both lines, and the one that fits the text counts. A review of several lines would end
up as half of one and half of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.model import Review
from pitchkit.yamlsource import Data
from pitchkit.yamlwriting import CannotEditError, Value, on_one_line

HEAD = "# Wie welke bouwsteen heeft nagekeken, en wat er toen stond. Dit bestand schrijft: pitchkit review --stamp\n"


def write(raw: str, reviews: Iterable[Review], name: str) -> str:
    """Return the text of `reviews.yaml`, empty for a new one, with these reviews in place of older ones of the same entries.

    What is said of other entries stays as it was to the byte.

    Raises:
        ContentError: the text cannot be read, or is not a list with an item on lines of its own for each entry.
    """
    coming = {one.entry: one for one in sorted(reviews, key=lambda one: one.entry)}
    if not coming:
        return raw
    ending = "\r\n" if "\r\n" in raw else "\n"
    page = _Page.read(raw.replace("\r\n", "\n") or HEAD, name)
    try:
        lines = {one: on_one_line(_value(review)) for one, review in coming.items()}
    except CannotEditError:
        raise ContentError([problem(Location(name), "review-not-written", id=next(iter(coming)))]) from None
    text, wanted = page.written(lines, name)
    if not _says(text, wanted):
        raise ContentError([problem(Location(name), "review-not-written", id=next(iter(coming)))])
    return text.replace("\n", ending)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Lines from `first` up to `after` that give way to others."""

    first: int
    after: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with the items of its list, the entry that each is about, and the lines that each stands on."""

    lines: Sequence[str]
    items: Sequence[Data]
    ids: Sequence[str]
    spans: Sequence[tuple[int, int]]

    @classmethod
    def read(cls, text: str, name: str) -> _Page:
        file = yamlsource.parse(text.removeprefix("\ufeff"), name)
        items = file.data if isinstance(file.data, list) else []
        lines = text.split("\n")
        ids = [str(item.get("entry")) if isinstance(item, dict) else "" for item in items]
        return cls(lines, items, ids, _spans([file.locate((index,)).line - 1 for index in range(len(items))], lines))

    def written(self, coming: Mapping[str, str], name: str) -> tuple[str, Data]:
        """Return the text with these lines for these entries, and the data that it should then hold."""
        top = self.lines[self.spans[0][0]] if self.spans else ""
        indent = top[: len(top) - len(top.lstrip(" "))]
        new = {one: f"{indent}- {line}" for one, line in coming.items()}
        data = {one: yamlsource.parse(line, name).data for one, line in coming.items()}
        before: dict[int, list[str]] = {}
        for one in new:
            if one not in self.ids:
                before.setdefault(next((at for at, other in enumerate(self.ids) if other > one), len(self.ids)), []).append(one)
        wanted: list[Data] = []
        for number, item in enumerate(self.items):
            wanted += [data[one] for one in before.get(number, ())]
            if not self._is_second(number, new):
                wanted.append(data.get(self.ids[number], item))
        wanted += [data[one] for one in before.get(len(self.items), ())]
        cuts = [*self._replaced(new), *(self._inserted(at, [new[one] for one in some]) for at, some in before.items())]
        lines = list(self.lines)
        for cut in sorted(cuts, key=lambda one: (one.first, one.after), reverse=True):
            lines[cut.first : cut.after] = cut.lines
        return "\n".join(lines), wanted

    def _is_second(self, number: int, new: Mapping[str, str]) -> bool:
        """Return whether a new line takes the place of an earlier review of the same entry, so that this one can go."""
        one = self.ids[number]
        return one in new and self.ids.index(one) < number

    def _replaced(self, new: Mapping[str, str]) -> Iterator[_Cut]:
        for number, (one, (first, after)) in enumerate(zip(self.ids, self.spans, strict=True)):
            if self._is_second(number, new):
                is_apart = not "".join(self.lines[after : after + 1]).strip()
                yield _Cut(self._end_before(first) if is_apart else first, after, ())
            elif one in new:
                yield _Cut(first, after, (new[one],))

    def _end_before(self, first: int) -> int:
        while not self.lines[first - 1].strip():
            first -= 1
        return first

    def _inserted(self, number: int, new: Sequence[str]) -> _Cut:
        if number < len(self.spans):
            at = self.spans[number][0]
            while at > 0 and self.lines[at - 1].lstrip().startswith("#") and number > 0:
                at -= 1  # a comment stays with the item below it
            return _Cut(at, at, tuple(line for one in new for line in (one, "")))
        if self.spans:
            at = self.spans[-1][1]
            return _Cut(at, at, (*(line for one in new for line in ("", one)), *([] if self.lines[at:] else [""])))
        at = len(self.lines)
        while at and not self.lines[at - 1]:
            at -= 1
        return _Cut(at, len(self.lines), (*(line for one in new for line in ("", one)), "")[0 if at else 1 :])


def _says(text: str, wanted: Data) -> bool:
    try:
        return yamlsource.parse(text.removeprefix("\ufeff"), "").data == wanted
    except ContentError:
        return False


def _spans(starts: Sequence[int], lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each item its first line, from 0, and the first after it; comments and empty lines below belong to no item."""
    found = []
    for first, following in pairwise([*starts, len(lines)]):
        after = following
        while after > first + 1 and re.match(r"\s*(#|$)", lines[after - 1]):
            after -= 1
        found.append((first, after))
    return found


def _value(review: Review) -> Mapping[str, Value]:
    value: dict[str, Value] = {"entry": review.entry, "stamp": review.stamp, "by": review.by, "date": review.date}
    if review.until:
        value["until"] = review.until
    below: Mapping[str, Mapping[str, str]] = {"sources": review.sources, "entries": review.entries}
    return value | {key: dict(sorted(stamps.items())) for key, stamps in below.items() if stamps}
