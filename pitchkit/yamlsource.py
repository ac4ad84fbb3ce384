"""A YAML file as plain data, with the place of every value. The only door to yaml.

A scalar is text, whatever it looks like: `no`, `12:30` and `1.10` stay what was typed. The type of the field that takes
it decides whether it is a number, a date or a yes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from pitchkit import remembering
from pitchkit.diagnostics import ContentError, Diagnostic, Location, problem

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"
Step = str | int

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What cannot stand in XML, shows nothing and breaks a document, or ends a line where no editor shows an end."""

DEEPEST = 20
"""How many levels a file may have; a profile has five."""

_MANY_BRACKETS = 1000
_LONG_LEAD = re.compile("^[ ?:-]{200}", re.MULTILINE)

_SYNTAX_CODES = (
    (r"mapping values are not allowed", "yaml-colon"),
    (r"while scanning a quoted scalar|found unexpected end of stream", "yaml-quote"),
    (r"while parsing a flow", "yaml-bracket"),
    (r"while parsing a block|did not find expected key|could not find expected ':'", "yaml-indent"),
    (r"undefined alias|while scanning an? (?:anchor|alias)", "yaml-alias"),
    (r"cannot start any token|unknown escape character", "yaml-sign"),
)


@dataclass(frozen=True)
class YamlFile:
    """What a file says (`data`, None for an empty file) and where it says it."""

    path: str
    data: Data
    text: str

    @cached_property
    def _node(self) -> yaml.Node | None:
        # Places are asked for when something is wrong, which is rare: most files are never composed a second time.
        return _compose(self.text)

    def locate(self, steps: tuple[Step, ...]) -> Location:
        """Return the place of the value that these keys and positions lead to, or of the last step that exists."""
        node = self._node
        for step in steps:
            below = _child(node, step)
            if below is None:
                break
            node = below
        return _location(self.path, node)

    def locate_key(self, steps: tuple[Step, ...]) -> Location:
        """Return the place of the key itself that these steps lead to."""
        node = self._node
        for step in steps[:-1]:
            node = _child(node, step)
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if key.value == steps[-1]:
                    return _location(self.path, key)
        return self.locate(steps)

    def line_of_text(self, steps: tuple[Step, ...], line: int) -> Location:
        """Return the place of line `line` (from 0) within a text value; exact for block texts, else its first line."""
        start = self.locate(steps)
        lines = self.text.splitlines()
        if (
            start.line
            and start.line <= len(lines)
            and re.search(r"[|>][-+0-9]*\s*(#.*)?$", lines[start.line - 1][start.column - 1 :])
        ):
            number = start.line + 1 + line
            indent = len(lines[number - 1]) - len(lines[number - 1].lstrip()) if number <= len(lines) else 0
            return Location(self.path, number, indent + 1)
        return start


def read_text(path: Path, name: str) -> str:
    """Return a text file's contents.

    Raises:
        ContentError: the file is not there, may not be read, or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ContentError([problem(Location(name), "file-missing")]) from None
    except IsADirectoryError:
        raise ContentError([problem(Location(name), "file-is-folder")]) from None
    except PermissionError:
        raise ContentError([problem(Location(name), "file-no-rights")]) from None
    except OSError as error:
        raise ContentError([problem(Location(name), "file-unreadable", reason=error.strerror or str(error))]) from None
    return decode(raw, name)


def read_clean_text(path: Path, name: str) -> str:
    """Return a text file's contents, in which everything can be seen; raises ContentError."""
    text = read_text(path, name)
    if found := _forbidden_signs(text, name):
        raise ContentError(found)
    return text


def decode(raw: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, without a byte order mark and with line feeds only."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()  # without the mark
        place = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise ContentError([problem(place, "file-encoding")]) from None
    if "\0" in text:  # UTF-16 without a mark, as old editors save it, is valid UTF-8 with a null in every other place
        raise ContentError([problem(Location(name, 1, 1), "file-encoding")])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(path: Path, name: str) -> YamlFile:
    """Return a YAML file as data with places; `name` is what problems call it."""
    return parse(read_text(path, name), name)


def parse(text: str, name: str, first_line: int = 1) -> YamlFile:
    """Return YAML text as data with places.

    Raises:
        ContentError: with every problem that keeps the text from being data.
    """
    lead = "\n" * (first_line - 1)
    text = lead + text
    found = _forbidden_signs(text, name)
    if found:
        raise ContentError(found)
    data = remembering.recall(text)
    if isinstance(data, dict | list):
        return YamlFile(name, data, text)
    try:
        _refuse_depth(text, name)
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax_problem(error, text, name)]) from None
    except yaml.YAMLError as error:
        raise ContentError([problem(Location(name), "yaml-syntax", detail=error)]) from None
    builder = _Builder(name, text)
    data = builder.build(node) if node is not None else None
    if builder.found:
        raise ContentError(builder.found)
    remembering.keep(text, data)
    return YamlFile(name, data, text)


def _compose(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=_LOADER)  # type: ignore[no-any-return, unused-ignore]


def forbidden_sign(text: str) -> str | None:
    """Return the first sign in a text that no document can hold, as `U+0007`, or None."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else None


def _forbidden_signs(text: str, name: str) -> list[Diagnostic]:
    found = []
    for match in _FORBIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        found.append(problem(Location(name, line, column), "control-character", sign=f"U+{ord(match.group()):04X}"))
    return found


def _refuse_depth(text: str, name: str) -> None:
    # libyaml composes by recursion in C, which ends the process without a word when it goes too deep.
    if text.count("[") + text.count("{") < _MANY_BRACKETS and not _LONG_LEAD.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark: Any = event.start_mark
            raise ContentError([problem(Location(name, mark.line + 1, mark.column + 1), "yaml-depth")])


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Diagnostic:
    detail = " ".join(str(part) for part in (error.context, error.problem) if part)
    code = next((code for pattern, code in _SYNTAX_CODES if re.search(pattern, detail)), "yaml-syntax")
    mark = error.problem_mark or error.context_mark
    if code in ("yaml-quote", "yaml-bracket", "yaml-alias") and error.context_mark:
        mark = error.context_mark
    if mark and _is_tab(text, mark.line, mark.column):
        code = "yaml-tab"
    elif mark and code == "yaml-colon" and ":" not in text.splitlines()[mark.line][: mark.column]:
        code = "yaml-indent"  # the only colon of its line: the line itself is in the wrong place
    place = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
    return problem(place, code, **({"detail": detail} if code == "yaml-syntax" else {}))


def _is_tab(text: str, line: int, column: int) -> bool:
    lines = text.splitlines()
    return line < len(lines) and (
        lines[line][column : column + 1] == "\t" or "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    )


def _location(path: str, node: yaml.Node | None) -> Location:
    return Location(path, node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else Location(path)


def _child(node: yaml.Node | None, step: Step) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        item: yaml.Node = node.value[step]
        return item
    return None


class _Builder:
    """Turns nodes into data and notes what may not be there: equal keys, aliases, tags, hidden control characters."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.found: list[Diagnostic] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, depth: int = 1) -> Data:
        if refusal := self._refusal(node, depth):
            self._report(node, refusal, **({"tag": node.tag} if refusal == "yaml-tag" else {}))
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        return self._scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _refusal(self, node: yaml.Node, depth: int) -> str:
        # An anchor or a tag is no part of the text behind it: `&Co. en &Zn.` would lose its first word.
        sign = self.text[node.start_mark.index : node.start_mark.index + 1]
        if depth > DEEPEST:
            return "yaml-depth"
        if id(node) in self._seen or sign == "&":
            return "yaml-alias"
        if node.tag not in _PLAIN_TAGS:
            return "yaml-tag"
        return "yaml-sign" if sign == "!" else ""

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        value: str = node.value
        if value in ("", "~") and not node.style:
            return None
        # An escape such as "\x07" in a quoted text is invisible to the check on the raw file.
        if node.style == '"' and (sign := forbidden_sign(value)):
            self._report(node, "control-character", sign=sign)
        return value

    def _mapping(self, node: yaml.MappingNode, depth: int) -> Data:
        data: dict[str, Data] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._report(key, "yaml-key")
                continue
            if key.value in data:
                self._report(key, "yaml-duplicate-key", key=key.value)
            data[key.value] = self.build(value, depth + 1)
        return data

    def _report(self, node: yaml.Node, code: str, **values: str) -> None:
        self.found.append(problem(_location(self.name, node), code, **values))
