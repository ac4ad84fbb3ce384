"""The argument map as an SVG picture: objections left, answers in the middle, sources right. The same map gives the same bytes.

It is legible without colours: what a box is shows in its place and its edge.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pitchkit.mapping import lettering
from pitchkit.mapping.drafting import Group, Map, Node, Words

MARK: Final = "<!-- pitchkit map -->"
"""The line by which a file is known to be ours."""

_SIZE, _SMALL, _LEADING = 13.0, 11.0, 17.0
_PAD, _GAP, _BETWEEN, _MARGIN = 8.0, 10.0, 28.0, 20.0
_HEADS: Final = 34.0
_COLUMNS: Final = ((20.0, 260.0), (350.0, 330.0), (750.0, 250.0))
"""Left edge and width of objections, answers and sources."""
_WIDTH: Final = 1020.0
_STYLES: Final = (
    'fill="#ececec" stroke="#1a1a1a" stroke-width="2.5" rx="10"',
    'fill="#ffffff" stroke="#1a1a1a" stroke-width="1.2"',
    'fill="#ffffff" stroke="#1a1a1a" stroke-width="1.2" stroke-dasharray="5 3"',
)
_MISSING: Final = 'fill="#fff4d6" stroke="#8a5a00" stroke-width="2.5" stroke-dasharray="1.5 4" stroke-linecap="round"'
"""How a box looks where an answer or a source is missing: dotted, as its words say as well."""


@dataclass(frozen=True, slots=True)
class _Box:
    column: int
    top: float
    height: float
    title: tuple[str, ...]
    note: tuple[str, ...]
    is_missing: bool

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(drawn: Map, words: Words) -> str:
    """Return the map as SVG, with a line end behind it; everything it shows is told in words in its description."""
    body: list[str] = []
    top = _MARGIN + _HEADS
    for number, group in enumerate(drawn.groups):
        if number:
            body.append(_line(top + _BETWEEN / 2))
            top += _BETWEEN
        top, lines = _draw_group(group, words, top)
        body += lines
    height = top + _MARGIN
    return "\n".join((*_opening(drawn, words, height), *body, "</svg>")) + "\n"


def _line(at: float) -> str:
    ends = f'x1="{_number(_MARGIN)}" x2="{_number(_WIDTH - _MARGIN)}" y1="{_number(at)}" y2="{_number(at)}"'
    return f'<line {ends} stroke="#9a9a9a" stroke-width="0.8"/>'


def _opening(drawn: Map, words: Words, height: float) -> Iterator[str]:
    size = f"{_number(_WIDTH)} {_number(height)}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(_WIDTH)}" height="{_number(height)}" viewBox="0 0 {size}"'
        f' role="img" aria-labelledby="map-title map-desc" font-family="Calibri, Carlito, \'Segoe UI\', Arial, sans-serif"'
        f' font-size="{_number(_SIZE)}" fill="#1a1a1a">'
    )
    yield MARK
    yield f'<title id="map-title">{_escape(words.title)}</title>'
    yield f'<desc id="map-desc">{_escape(" ".join((words.about, *_told(drawn, words))))}</desc>'
    yield f'<rect width="{_number(_WIDTH)}" height="{_number(height)}" fill="#ffffff"/>'
    for (left, _width), name in zip(_COLUMNS, words.columns, strict=True):
        yield f'<text x="{_number(left)}" y="{_number(_MARGIN + _SIZE)}" font-weight="bold">{_escape(name)}</text>'


def _told(drawn: Map, words: Words) -> Iterator[str]:
    titles = {source.id: source.title for group in drawn.groups for source in group.sources}
    for group in drawn.groups:
        answers = []
        for answer in group.answers:
            sources = "; ".join(titles[source] for one, source in group.rests if one == answer.id)
            answers.append(f"{answer.title} ({f'{words.rests_on}: {sources}' if sources else words.no_source})")
        yield f"{group.head.title}: {'; '.join(answers) or words.no_answer}."


def _draw_group(group: Group, words: Words, top: float) -> tuple[float, list[str]]:
    answers = group.answers or (Node("", words.no_answer),)
    columns = enumerate(((group.head,), answers, group.sources))
    stacks = [_stack(column, nodes, words.no_source) for column, nodes in columns]
    height = max(_height(stack) for stack in stacks)
    head, middle, right = (_placed(stack, top + (height - _height(stack)) / 2) for stack in stacks)
    by_answer = {node.id: box for node, box in zip(answers, middle, strict=True)}
    by_source = {node.id: box for node, box in zip(group.sources, right, strict=True)}
    lines = [_edge(head[0], box, is_dashed=not group.answers) for box in middle]
    lines += [_edge(by_answer[answer], by_source[source]) for answer, source in group.rests]
    lines += [line for box in (*head, *middle, *right) for line in _draw_box(box)]
    return top + height, lines


def _stack(column: int, nodes: Sequence[Node], no_source: str) -> list[_Box]:
    room = _COLUMNS[column][1] - 2 * _PAD
    boxes = []
    for node in nodes:
        title = lettering.lines(node.title, _SIZE, room)
        small = (node.note, no_source if node.is_bare else "")
        note = tuple(line for text in small if text for line in lettering.lines(text, _SMALL, room))
        is_missing = column == 1 and (node.is_bare or not node.id)
        boxes.append(_Box(column, 0, 2 * _PAD + _LEADING * (len(title) + len(note)), title, note, is_missing))
    return boxes


def _height(stack: Sequence[_Box]) -> float:
    return sum(box.height for box in stack) + _GAP * max(0, len(stack) - 1)


def _placed(stack: Sequence[_Box], top: float) -> list[_Box]:
    placed = []
    for box in stack:
        placed.append(replace(box, top=top))
        top += box.height + _GAP
    return placed


def _edge(start: _Box, end: _Box, *, is_dashed: bool = False) -> str:
    left = sum(_COLUMNS[start.column])
    right = _COLUMNS[end.column][0]
    half = (left + right) / 2
    points = f"M{_number(left)} {_number(start.middle)}C{_number(half)} {_number(start.middle)}"
    points += f" {_number(half)} {_number(end.middle)} {_number(right)} {_number(end.middle)}"
    dashes = ' stroke-dasharray="3 3"' if is_dashed else ""
    return f'<path d="{points}" fill="none" stroke="#555555" stroke-width="1.2"{dashes}/>'


def _draw_box(box: _Box) -> Iterator[str]:
    left, width = _COLUMNS[box.column]
    place = f'x="{_number(left)}" y="{_number(box.top)}" width="{_number(width)}" height="{_number(box.height)}"'
    yield f"<rect {place} {_MISSING if box.is_missing else _STYLES[box.column]}/>"
    baseline = box.top + _PAD + _SIZE
    for number, line in enumerate((*box.title, *box.note)):
        look = f' font-size="{_number(_SMALL)}" fill="#444444"' if number >= len(box.title) else ""
        at = baseline + number * _LEADING
        yield f'<text x="{_number(left + _PAD)}" y="{_number(at)}"{look}>{_escape(line)}</text>'


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _escape(text: str) -> str:
    """Return a text as it can stand in XML, which has no room for control characters."""
    allowed = (sign if sign.isprintable() or sign in "\n\t" else " " for sign in text)
    return html.escape("".join(allowed), quote=False)
