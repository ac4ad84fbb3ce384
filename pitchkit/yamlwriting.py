"""New keys in a YAML text that somebody wrote: only lines are added, and everything else stays as it was to the byte. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pitchkit import yamlnodes
from pitchkit.diagnostics import ContentError
from pitchkit.yamlnodes import Node
from pitchkit.yamlsource import Data

New: TypeAlias = "Mapping[str, New] | str | bool"
"""What is to be added: keys with texts, with yes or no, or with keys of their own."""

_PLAIN = re.compile(r"[^\W_](?:[\w .,()/%€'-]*[\w.)%€'])?")
_WORDS_TO_QUOTE = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
_LINE_ENDS = re.compile("[\n\x85\u2028\u2029]")
_INDENT = 2


class CannotAddError(Exception):
    """The text does not leave room for what is to be added without a change to something else."""


@dataclass(frozen=True, slots=True)
class _Addition:
    """Text to put in at a line and column, both from 0."""

    line: int
    column: int
    text: str


def add(text: str, new: Mapping[str, New]) -> str:
    """Return YAML text with new keys in it, under those that are there already.

    Raises:
        CannotAddError: a key has a value already, or the text is written so that nothing can be put in.
        ContentError: the text is not YAML.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix(mark)
    line_end = "\r\n" if "\r\n" in body else "\n"
    before = yamlnodes.build(_normal(body), "")
    wanted = _merged(before, new)
    for between in ("\n", ""):  # after a text that keeps its last empty lines, one more would belong to it
        written = _spliced(body, _additions(body, new, between), line_end)
        if _is(_normal(written), wanted):
            return mark + written
    raise CannotAddError


def as_lines(new: Mapping[str, New], indent: int = 0) -> list[str]:
    """Return keys with their values as lines; what has a value, a year and a source stands on one line."""
    lines = []
    for key, value in new.items():
        start = f"{' ' * indent}{_scalar(key)}:"
        if not isinstance(value, Mapping):
            lines.append(f"{start} {_scalar(value)}")
        elif not any(isinstance(inner, Mapping) for inner in value.values()):
            lines.append(f"{start} {_flow(value)}")
        else:
            lines += [start, *as_lines(value, indent + _INDENT)]
    return lines


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n")


def _is(text: str, wanted: Data) -> bool:
    try:
        return yamlnodes.build(text, "") == wanted
    except ContentError:
        return False


def _merged(data: Data, new: Mapping[str, New]) -> Data:
    if data is not None and not isinstance(data, dict):
        raise CannotAddError
    merged = dict(data or {})
    for key, value in new.items():
        there = merged.get(key)
        if not isinstance(value, Mapping):
            if there is not None:
                raise CannotAddError
            merged[key] = value if isinstance(value, str) else _yes_or_no(value)
        else:
            merged[key] = _merged(there, value)
    return merged


def _additions(text: str, new: Mapping[str, New], between: str) -> list[_Addition]:
    lines = _normal(text).split("\n")
    node = yamlnodes.compose(_normal(text))
    if node is None or (_is_block(node) and not any(yamlnodes.key_node(node, key) for key in new)):
        return [_at_end(lines, as_lines(new), between)]
    return list(_into(node, new, lines, 0, between))


def _into(node: Node, new: Mapping[str, New], lines: list[str], depth: int, between: str) -> Iterator[_Addition]:
    """Yield what has to be put into a mapping: below the keys that are there, and the other keys at its end."""
    for key, value in new.items():
        child, name = yamlnodes.child(node, key), yamlnodes.key_node(node, key)
        if child is None or name is None:
            continue
        if not isinstance(value, Mapping):
            yield _Addition(child.start_mark.line, child.start_mark.column, f" {_scalar(value)}")
        elif yamlnodes.is_mapping(child):
            yield from _into(child, value, lines, depth + 1, between)
        else:
            yield _Addition(child.start_mark.line + 1, 0, _whole(as_lines(value, name.start_mark.column + _INDENT)))
    missing = {key: value for key, value in new.items() if yamlnodes.key_node(node, key) is None}
    if not missing:
        return
    if not _is_block(node):
        yield _in_braces(node, missing, lines)
    elif depth == 0:
        yield _at_end(lines, as_lines(missing), between)
    else:
        indent = node.value[0][0].start_mark.column
        yield _Addition(_line_after(node, indent, lines), 0, _whole(as_lines(missing, indent)))


def _whole(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _is_block(node: Node) -> bool:
    return yamlnodes.is_mapping(node) and not getattr(node, "flow_style", False)


def _at_end(lines: list[str], below: list[str], between: str) -> _Addition:
    start = "" if lines[-1] == "" else "\n"
    empty = between if any(line.strip() for line in lines) else ""
    return _Addition(len(lines) - 1, len(lines[-1]), start + empty + _whole(below))


def _in_braces(node: Node, new: Mapping[str, New], lines: list[str]) -> _Addition:
    line, column = node.end_mark.line, node.end_mark.column - 1
    while not lines[line][:column].strip():
        line, column = line - 1, len(lines[line - 1])
    column = len(lines[line][:column].rstrip())
    last = lines[line][column - 1]
    comma = "" if last == "{" else " " if last == "," else ", "
    return _Addition(line, column, comma + _flow(new)[1:-1])


def _line_after(node: Node, indent: int, lines: list[str]) -> int:
    """Return the line below the last value of a block, and below the comment lines that go with it."""
    line = _last_line(node, lines) + 1
    while line < len(lines) and lines[line].lstrip().startswith("#") and _indent_of(lines[line]) >= indent:
        line += 1
    return line


def _last_line(node: Node, lines: list[str], above: int = 0) -> int:
    """Return the line on which a value ends; `above` is the column of its key."""
    if isinstance(node.value, list) and not getattr(node, "flow_style", False) and node.value:
        last = node.value[-1]
        key, value = last if yamlnodes.is_mapping(node) else (node, last)
        return _last_line(value, lines, key.start_mark.column)
    line: int = node.end_mark.line
    if getattr(node, "style", None) in ("|", ">"):  # such a text ends where the next key begins
        line = min(line, len(lines) - 1)
        while line > node.start_mark.line and (not lines[line].strip() or _indent_of(lines[line]) <= above):
            line -= 1
    return line


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _spliced(text: str, additions: list[_Addition], line_end: str) -> str:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for one in sorted(additions, key=lambda addition: (addition.line, addition.column), reverse=True):
        is_new_line = one.line >= len(starts)
        at = len(text) if is_new_line else starts[one.line] + one.column
        start = "\n" if is_new_line and not text.endswith("\n") else ""
        text = text[:at] + (start + one.text).replace("\n", line_end) + text[at:]
    return text


def _flow(values: Mapping[str, New]) -> str:
    pairs = (
        f"{_scalar(key)}: {_flow(value) if isinstance(value, Mapping) else _scalar(value, is_inside=True)}"
        for key, value in values.items()
    )
    return f"{{{', '.join(pairs)}}}"


def _scalar(value: str | bool, *, is_inside: bool = False) -> str:  # noqa: FBT001 - the value itself
    """Return a value as it is written: bare where no other program can take it for something else, or in quotes."""
    if isinstance(value, bool):
        return _yes_or_no(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_TO_QUOTE and not (is_inside and "," in value):
        return value
    return _LINE_ENDS.sub(lambda match: json.dumps(match[0])[1:-1], json.dumps(value, ensure_ascii=False))


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - the value itself
    return "yes" if value else "no"
