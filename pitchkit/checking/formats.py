"""What a check found, for programs: JSON, SARIF 2.1.0 for code scanning, and the lines that GitHub shows beside a change."""

from __future__ import annotations

import json
from pathlib import PureWindowsPath
from typing import Literal

from pitchkit import __version__, messages, terminal
from pitchkit.checking import explanations
from pitchkit.checking.checked import Checked
from pitchkit.diagnostics import Diagnostic, Location

Format = Literal["json", "sarif", "github"]
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:")
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(checked: Checked, form: Format) -> str:
    """Return what was found in one of the formats for programs, without a line end behind it."""
    match form:
        case "json":
            return _dumped(_json(checked))
        case "sarif":
            return _dumped(_sarif(checked))
        case "github":
            return "\n".join(map(_github, checked.diagnostics))


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _json(checked: Checked) -> dict[str, object]:
    return {
        "entries": checked.entries,
        "templates": checked.templates,
        "profile": checked.profile or None,
        "silenced": checked.silenced,
        "findings": [_finding(one) for one in checked.diagnostics],
    }


def _finding(one: Diagnostic) -> dict[str, object]:
    message, hint = terminal.words(one)
    place = one.location
    return {
        "path": place.path,
        "line": place.line or None,
        "column": place.column or None,
        "severity": one.severity,
        "code": one.code,
        "message": message,
        "hint": hint or None,
    }


def _sarif(checked: Checked) -> dict[str, object]:
    codes = sorted({one.code for one in checked.diagnostics})
    driver = {
        "name": "pitchkit",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code) for code in codes],
    }
    results = [_result(one, codes) for one in checked.diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, object]:
    explained = explanations.explain(code)
    return {
        "id": code,
        "shortDescription": {"text": explained.message},
        "help": {"text": "\n\n".join(explained.paragraphs)},
        "defaultConfiguration": {"level": "warning" if code in messages.ADVICE else "error"},
    }


def _result(one: Diagnostic, codes: list[str]) -> dict[str, object]:
    message, hint = terminal.words(one)
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": f"{message}. {hint}" if hint else message},
        "locations": [{"physicalLocation": _place(one.location)}],
    }


def _place(place: Location) -> dict[str, object]:
    artifact: dict[str, object] = {"artifactLocation": {"uri": _address(place.path)}}
    return artifact | ({"region": {"startLine": place.line, "startColumn": place.column or 1}} if place.line else {})


def _address(path: str) -> str:
    """Return a path as an address: relative to where pitchkit was started, or whole."""
    drive = PureWindowsPath(path).drive
    path = f"/{path}" if drive else path
    path = path.replace("\\", "/")
    encoded = "".join(sign if sign in _PLAIN else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in path)
    return f"file://{encoded}" if path.startswith("/") else encoded


def _github(one: Diagnostic) -> str:
    message, hint = terminal.words(one)
    place = one.location
    values = {"file": place.path, "line": place.line, "col": place.column, "title": one.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items() if value)
    return f"::{one.severity} {properties}::{_escaped(f'{message}. {hint}' if hint else message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return a text in which no sign ends the line, the property or the command."""
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)
