"""What keeps a text from being YAML, in the words of who typed it: libyaml tells where it got stuck, and not what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import yaml

from pitchkit.diagnostics import Diagnostic, Location, place, problem
from pitchkit.yamlreading import PARSER

_CONFLICT: Final = re.compile(r"^(?:<{7} |={7}\r?$|>{7} )", re.MULTILINE)
"""What git writes around two versions. At the start of a line none of it can be YAML."""

_CODES: Final = (
    (r"mapping values are not allowed", "yaml-colon"),
    (r"while scanning a quoted scalar|found unexpected end of stream", "yaml-quote"),
    (r"while parsing a flow", "yaml-bracket"),
    (r"while parsing a block|did not find expected key|could not find expected ':'", "yaml-indent"),
    (r"block sequence entries are not allowed", "yaml-dash"),
    (r"undefined alias|while scanning an? (?:anchor|alias)", "yaml-alias"),
    (r"cannot start any token|unknown escape character", "yaml-sign"),
)
_BEGINS_THERE: Final = ("yaml-quote", "yaml-bracket", "yaml-alias")
"""What is wrong where it begins, and not where it turns out to be wrong."""

_NO_ITEM: Final = "while parsing a flow node"
"""Here libyaml names the item that it missed, and not the bracket around it."""

_MISSING_COLON: Final = "could not find expected ':'"
_GLUED: Final = re.compile(r"^[ ]*(?:-[ ]+)?(?:(?P<sign>-)(?=[A-Za-z_]\w*:(?:\s|$))|[A-Za-z_]\w*(?P<colon>:)(?=[^\s/:]))")
"""A field whose dash or colon has no space behind it."""

_LEAD: Final = re.compile(r"[ ]*(?:-[ ]+)*")
_NAME: Final = re.compile(r"[a-z_]+(?:\s|$)")
_FIELD: Final = re.compile(r"[A-Za-z_][\w-]*:(?:\s|$)")

_ODD_SPACE: Final = re.compile("^[ \t]*[\u00a0\u2000-\u200b\u202f\u3000]")


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line and a column, both from 0, as libyaml counts."""

    line: int
    column: int


def explain(error: yaml.MarkedYAMLError, text: str, name: str) -> Diagnostic:
    """Return what is wrong with a text that libyaml refused; `name` is what its file is called."""
    if conflict := _CONFLICT.search(text):
        return problem(place(name, text, conflict.start()), "git-conflict")
    detail = " ".join(str(part) for part in (error.context, error.problem) if part)
    code = next((code for pattern, code in _CODES if re.search(pattern, detail)), "yaml-syntax")
    stuck = _spot(error.problem_mark) or _spot(error.context_mark)
    if stuck is None:
        return problem(Location(name), code, detail=detail)
    begun = _open_bracket(text, stuck) if _NO_ITEM in detail else _spot(error.context_mark)
    if begun and (code in _BEGINS_THERE or _MISSING_COLON in detail):
        stuck = begun
    lines = text.split("\n")
    last = _last_scalar(text, error.problem_mark.index if error.problem_mark else len(text))
    seen = _around_text(last, code, stuck) or _in_line(lines, stuck)
    if seen is None and code in ("yaml-colon", "yaml-indent"):
        seen = _at_field(lines, last, code, stuck)
    code, spot = seen or (code, stuck)
    values = {"detail": detail} if code == "yaml-syntax" else {}
    if code == "yaml-no-space":
        values = {"sign": lines[spot.line][spot.column - 1]}
    return problem(Location(name, spot.line + 1, spot.column + 1), code, **values)


def _around_text(last: yaml.ScalarToken | None, code: str, stuck: _Spot) -> tuple[str, _Spot] | None:
    """Return what is wrong with the quotes of the text that stands last, and where."""
    if last is None or last.style not in ("'", '"') or last.end_mark.line != stuck.line:
        return None
    if last.start_mark.line < last.end_mark.line:
        return "yaml-quote", _Spot(last.start_mark.line, last.start_mark.column)
    return ("yaml-after-quote", stuck) if code == "yaml-indent" else None


def _in_line(lines: list[str], stuck: _Spot) -> tuple[str, _Spot] | None:
    """Return what is wrong with the spaces of a line, and where."""
    line = _line(lines, stuck)
    if line[stuck.column : stuck.column + 1] == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return "yaml-tab", stuck
    odd = _ODD_SPACE.match(line)
    return ("yaml-odd-space", _Spot(stuck.line, odd.end() - 1)) if odd else None


def _at_field(lines: list[str], last: yaml.ScalarToken | None, code: str, stuck: _Spot) -> tuple[str, _Spot] | None:
    """Return what is wrong with the name of a field, and where: its colon, or what goes around that."""
    is_long = last is not None and last.start_mark.line < last.end_mark.line == stuck.line
    begun = _Spot(last.start_mark.line, last.start_mark.column) if last and is_long else stuck
    if glued := _GLUED.match(_line(lines, begun)):
        return "yaml-no-space", _Spot(begun.line, glued.end("sign" if glued["sign"] else "colon"))
    if _lacks_colon(lines, stuck):
        return "yaml-no-colon", stuck
    # The only colon of its line: the line itself is in the wrong place.
    return ("yaml-indent", stuck) if code == "yaml-colon" and ":" not in _line(lines, stuck)[: stuck.column] else None


def _lacks_colon(lines: list[str], spot: _Spot) -> bool:
    """Return whether a line stands right below a field, and would be one if it had a colon."""
    if ":" in _line(lines, spot) or not _NAME.match(_line(lines, spot)[spot.column :]):
        return False
    above = (match for line in reversed(lines[: spot.line]) if line.strip() and (match := _LEAD.match(line)))
    nearest = next((match for match in above if match.end() <= spot.column), None)
    return nearest is not None and nearest.end() == spot.column and bool(_FIELD.match(nearest.string[spot.column :]))


def _last_scalar(text: str, index: int) -> yaml.ScalarToken | None:
    """Return the text that stands last before the place where libyaml got stuck, if nothing came in between."""
    last = None
    try:
        for token in yaml.scan(text, Loader=PARSER):
            if token.start_mark.index >= index:
                break
            last = token
    except yaml.YAMLError:
        pass
    return last if isinstance(last, yaml.ScalarToken) else None


def _open_bracket(text: str, stuck: _Spot) -> _Spot | None:
    """Return the last bracket that is still open where libyaml got stuck."""
    opened: list[_Spot] = []
    for token in yaml.scan(text, Loader=PARSER):
        spot = _Spot(token.start_mark.line, token.start_mark.column)
        if (spot.line, spot.column) >= (stuck.line, stuck.column):
            break
        if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
            opened.append(spot)
        elif opened and isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
            opened.pop()
    return opened[-1] if opened else None


def _line(lines: list[str], spot: _Spot) -> str:
    return lines[spot.line] if spot.line < len(lines) else ""


def _spot(mark: yaml.Mark | None) -> _Spot | None:
    return _Spot(mark.line, mark.column) if mark else None
