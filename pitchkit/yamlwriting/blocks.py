"""How keys, items and the values behind them become lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pitchkit.yamlwriting.scalars import block, scalar
from pitchkit.yamlwriting.values import CannotEditError, Commented, Scalar, Value, bare, comment_of

INDENT = 2

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Style:
    """How wide a line may get before its value goes below it, and whether empty lines and blocks of text may be written."""

    width: int = 110
    has_gaps: bool = True
    has_blocks: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A value as text: what stands behind its key or dash, and the lines below that."""

    inline: str
    below: tuple[str, ...] = ()


def write(value: Value, style: Style, indent: int, used: int, *, is_spread: bool = False) -> Written:
    """Return a value as text; `indent` is for the lines below, `used` is where its first line begins.

    Keys that would fit on one line get lines of their own when `is_spread` says so.
    """
    value = bare(value)
    if isinstance(value, Mapping):
        if not value or (not is_spread and is_short(value.values()) and _fits(flow(value), style, used)):
            return Written(flow(value))
        return Written("", tuple(key_lines(value, style, indent)))
    if isinstance(value, Sequence) and not isinstance(value, str):
        if not value or (is_short(value) and all(len(flow(one)) <= _SHORT for one in value) and _fits(flow(value), style, used)):
            return Written(flow(value))
        return Written("", tuple(item_lines(value, style, indent)))
    return _write_scalar(value, style, indent, used)


def key_lines(mapping: Mapping[str, Value], style: Style, indent: int = 0) -> list[str]:
    """Return keys with their values as lines."""
    lines: list[str] = []
    for key, value in mapping.items():
        start = f"{' ' * indent}{scalar(key)}:"
        written = write(value, style, indent + INDENT, len(start) + 1)
        lines += [*comment_lines(comment_of(value), indent), f"{start} {written.inline}".rstrip(), *written.below]
    return lines


def item_lines(items: Iterable[Value], style: Style, indent: int) -> list[str]:
    """Return the items of a list as lines; the first key of an item stands behind its dash."""
    lines: list[str] = []
    for item in items:
        written = compact(write(item, style, indent + INDENT, indent + INDENT))
        dash = f"{' ' * indent}- {written.inline}".rstrip()
        lines += [*comment_lines(comment_of(item), indent), dash, *written.below]
    return lines


def compact(written: Written) -> Written:
    """Return text whose first line has moved up behind the dash, if that is no comment."""
    if written.inline or not written.below or written.below[0].lstrip().startswith("#"):
        return written
    return Written(written.below[0].lstrip(), written.below[1:])


def comment_lines(comment: str, indent: int = 0) -> list[str]:
    """Return a comment as lines."""
    return [f"{' ' * indent}# {line}".rstrip() for line in comment.splitlines()]


def is_short(values: Iterable[Value]) -> bool:
    """Return whether values can do without lines of their own: no keys, lists, comments or texts of several lines."""
    return all(isinstance(one, Scalar) and not needs_lines(one) for one in values)


def needs_lines(value: Value) -> bool:
    """Return whether there is a comment in a value, or a text of several lines."""
    if isinstance(value, Commented):
        return True
    if isinstance(value, str):
        return "\n" in value
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ()
    return any(map(needs_lines, inner))


def flow(value: Value) -> str:
    """Return a value on one line; raises CannotEditError for a comment, which that has no room for."""
    if isinstance(value, Commented):
        raise CannotEditError
    if isinstance(value, Mapping):
        return f"{{{', '.join(flow_pairs(value))}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value, is_inside=True)


def flow_pairs(mapping: Mapping[str, Value]) -> list[str]:
    """Return keys with their values, each on one line."""
    return [f"{scalar(key, is_inside=True)}: {flow(value)}" for key, value in mapping.items()]


def _write_scalar(value: Scalar, style: Style, indent: int, used: int) -> Written:
    line = scalar(value)
    if isinstance(value, str) and style.has_blocks and ("\n" in value or not _fits(line, style, used)):
        lines = block(value, indent)
        if lines:
            return Written(lines[0], tuple(lines[1]))
    return Written(line)


def _fits(line: str, style: Style, used: int) -> bool:
    return used + len(line) <= style.width
