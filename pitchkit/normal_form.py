"""One way to write down each line: what looks the same on paper is the same in the tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pitchkit.document import Emphasis, EntryMark, Inline, Inlines, LineBreak, Link, Strong, Text

_MARKUP = (Strong, Emphasis, Link)
_BLANK = re.compile(r"[\t\n\r]")


def normal(inlines: Iterable[Inline], inside: tuple[type[Inline], ...] = ()) -> Inlines:
    """Return a line without neighbours that could be one, markup within its own kind, or markup around white space.

    `inside` names the markup that the whole line already stands in.
    """
    found: list[Inline] = []
    for inline in _opened(inlines, inside):
        last = found[-1] if found else None
        if isinstance(inline, Text) and isinstance(last, Text):
            found[-1] = Text(last.text + inline.text)
        elif isinstance(inline, Strong) and isinstance(last, Strong):
            found[-1] = Strong(normal((*last.content, *inline.content), (*inside, Strong)))
        elif isinstance(inline, Emphasis) and isinstance(last, Emphasis):
            found[-1] = Emphasis(normal((*last.content, *inline.content), (*inside, Emphasis)))
        else:
            found.append(inline)
    return tuple(found)


def _opened(inlines: Iterable[Inline], inside: tuple[type[Inline], ...]) -> Iterable[Inline]:
    for inline in inlines:
        if isinstance(inline, Text):
            if inline.text:
                yield Text(_BLANK.sub(" ", inline.text))
        elif not isinstance(inline, _MARKUP):
            yield inline
        elif isinstance(inline, inside):
            yield from normal(inline.content, inside)
        else:
            yield from _around_words(inline, normal(inline.content, (*inside, type(inline))))


def _around_words(markup: Strong | Emphasis | Link, content: Inlines) -> Iterable[Inline]:
    """White space and line breaks at the ends of markup stand outside it; markup around nothing else is none."""
    core = trimmed(content)
    if all(isinstance(inline, EntryMark) for inline in core):
        yield from content
        return
    yield from _leading_blanks(content, str.lstrip)
    yield replace(markup, content=core)
    yield from reversed(_leading_blanks(content[::-1], str.rstrip))


def _leading_blanks(inlines: Inlines, strip: Callable[[str], str]) -> list[Inline]:
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            found.append(inline)
        elif isinstance(inline, Text):
            words = strip(inline.text)
            found.append(Text(inline.text.replace(words, "", 1) if words else inline.text))
            if words:
                break
        elif not isinstance(inline, EntryMark):
            break
    return [inline for inline in found if inline != Text("")]


def trimmed(inlines: Inlines) -> Inlines:
    """Return a line without white space or line breaks at its ends, and without white space around a line break."""
    forward = _without_leading_blanks(inlines, str.lstrip)
    return _without_leading_blanks(forward[::-1], str.rstrip)[::-1]


def _without_leading_blanks(inlines: Inlines, strip: Callable[[str], str]) -> Inlines:
    found: list[Inline] = []
    is_fresh, is_first = True, True
    for inline in inlines:
        if isinstance(inline, EntryMark):
            found.append(inline)
        elif isinstance(inline, LineBreak):
            is_fresh = True
            found.extend([] if is_first else [inline])
        elif not isinstance(inline, Text) or not is_fresh:
            is_fresh = is_first = False
            found.append(inline)
        elif text := strip(inline.text):
            is_fresh = is_first = False
            found.append(Text(text))
    return tuple(found)
