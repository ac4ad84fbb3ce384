"""An entry that is written as a Markdown page, as it should be typed: the texts in its header, and all that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.tidying import files, prose
from pitchkit.tidying.files import Change
from pitchkit.tidying.texts import TextChange, accents, apply, around, text_changes

_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ROUNDS = 5


def changes(text: str, *, is_dutch: bool = True) -> tuple[Change, ...]:
    """Return what should change in a page, by place."""
    found = _HEAD.match(text)
    if found is None:
        return tuple(_in_body(text, 0, is_dutch=is_dutch))
    return (*_in_head(found[1], found.start(1), is_dutch=is_dutch), *_in_body(text, found.end(), is_dutch=is_dutch))


def tidied(text: str, *, is_dutch: bool = True) -> tuple[str, tuple[Change, ...]]:
    """Return a page with everything in it as it should be typed, and what was changed. Doing it twice changes nothing."""
    is_windows = "\r\n" in text and text.count("\r\n") == text.count("\n")
    text = text.replace("\r\n", "\n") if is_windows else text
    done: list[Change] = []
    head = _HEAD.match(text)
    if head:
        tidy, in_head = files.tidied(head[1], prose.HEAD, is_dutch=is_dutch)
        done += in_head
        text = text[: head.start(1)] + tidy + text[head.end(1) :]
    for _ in range(_ROUNDS):
        head = _HEAD.match(text)
        found = list(_in_body(text, head.end() if head else 0, is_dutch=is_dutch))
        if not found:
            break
        done += found
        text = apply(text, tuple(TextChange(one.start, one.end, one.new, one.code) for one in found))
    return text.replace("\n", "\r\n") if is_windows else text, tuple(done)


def _in_head(head: str, start: int, *, is_dutch: bool) -> Iterator[Change]:
    try:
        data = yamlnodes.build(head, "")
    except ContentError:
        return
    for one in files.changes(head, data, prose.HEAD, is_dutch=is_dutch):
        yield replace(one, start=one.start + start, end=one.end + start)


def _in_body(text: str, start: int, *, is_dutch: bool) -> Iterator[Change]:
    body = text[start:]
    wanted = text_changes(body, is_dutch=is_dutch)
    touched = {place for one in wanted for place in range(one.start, one.end)}
    free = [one for one in accents(body) if touched.isdisjoint(range(one.start, one.end))]
    for one in sorted((*wanted, *free), key=lambda one: one.start):
        yield Change(start + one.start, start + one.end, one.new, one.code, *around(body, one, (*wanted, *free)))
