"""New reviews in the text of `reviews.yaml`: each at its place by id, so that the work of two people seldom collides in git."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pitchkit import yamlsource
from pitchkit.diagnostics import ContentError, Location, problem
from pitchkit.model import Review
from pitchkit.yamlsource import Data, YamlFile
from pitchkit.yamlwriting import CannotEditError, Value, dump

HEAD = "# Wie welke bouwsteen heeft nagekeken, en wat er toen stond. Dit bestand schrijft: pitchkit review --stamp\n"


def write(raw: str, reviews: Iterable[Review], name: str) -> str:
    """Return the text of `reviews.yaml`, empty for a new one, with these reviews in place of older ones of the same entries.

    What is said of other entries stays as it was to the byte.

    Raises:
        ContentError: the text cannot be read, or is not a list with an item on lines of its own for each entry.
    """
    ending = "\r\n" if "\r\n" in raw else "\n"
    text = raw.replace("\r\n", "\n") or HEAD
    for review in sorted(reviews, key=lambda one: one.entry):
        text = _with(text, review, name)
    return text.replace("\n", ending)


def _with(text: str, review: Review, name: str) -> str:
    file = yamlsource.parse(text.removeprefix("\ufeff"), name)
    items = file.data if isinstance(file.data, list) else []
    ids = [str(item.get("entry")) if isinstance(item, dict) else "" for item in items]
    lines = text.split("\n")
    spans = _spans(file, len(items), lines)
    top = lines[spans[0][0]] if spans else ""
    indent = top[: len(top) - len(top.lstrip(" "))]
    new = _lines(review, indent, name)
    value = yamlsource.parse("\n".join(new), name).data
    item = value if isinstance(value, list) else []
    if review.entry in ids:
        number = ids.index(review.entry)
        first, after = spans[number]
        wanted = [*items[:number], *item, *items[number + 1 :]]
        written = [*lines[:first], *new, *lines[after:]]
    else:
        number = next((index for index, one in enumerate(ids) if one > review.entry), len(items))
        wanted = [*items[:number], *item, *items[number:]]
        written = _inserted(lines, spans, number, new)
    changed = "\n".join(written)
    if not _says(changed, wanted):
        raise ContentError([problem(Location(name), "review-not-written", id=review.entry)])
    return changed


def _says(text: str, wanted: Data) -> bool:
    try:
        return yamlsource.parse(text.removeprefix("\ufeff"), "").data == wanted
    except ContentError:
        return False


def _spans(file: YamlFile, count: int, lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each item its first line, from 0, and the first after it; comments and empty lines below belong to no item."""
    starts = [file.locate((index,)).line - 1 for index in range(count)]
    found = []
    for first, following in pairwise([*starts, len(lines)]):
        after = following
        while after > first + 1 and re.match(r"\s*(#|$)", lines[after - 1]):
            after -= 1
        found.append((first, after))
    return found


def _inserted(lines: list[str], spans: Sequence[tuple[int, int]], number: int, new: list[str]) -> list[str]:
    if number < len(spans):
        at = spans[number][0]
        while at > 0 and lines[at - 1].lstrip().startswith("#") and number > 0:
            at -= 1  # a comment stays with the item below it
        return [*lines[:at], *new, "", *lines[at:]]
    at = spans[-1][1] if spans else len(lines)
    head, rest = lines[:at], lines[at:]
    while not spans and head and not head[-1]:
        head.pop()
    return [*head, *([""] if head else []), *new, *(rest or [""])]


def _lines(review: Review, indent: str, name: str) -> list[str]:
    value: dict[str, Value] = {"entry": review.entry, "stamp": review.stamp, "by": review.by, "date": review.date}
    if review.until:
        value["until"] = review.until
    below: Mapping[str, Mapping[str, str]] = {"sources": review.sources, "entries": review.entries}
    value |= {key: dict(sorted(stamps.items())) for key, stamps in below.items() if stamps}
    try:
        lines = [line for line in dump(value).split("\n") if line]
    except CannotEditError:
        raise ContentError([problem(Location(name), "review-not-written", id=review.entry)]) from None
    return [f"{indent}{'- ' if not number else '  '}{line}" for number, line in enumerate(lines)]
