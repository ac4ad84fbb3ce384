"""What a check found, for programs: JSON, SARIF 2.1.0 for code scanning, and the lines that GitHub shows beside a change."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path, PureWindowsPath
from typing import Literal

from pitchkit import __version__, messages, terminal
from pitchkit.checking import explanations
from pitchkit.checking.checked import Checked
from pitchkit.checking.explanations import Explained
from pitchkit.diagnostics import Diagnostic, Location
from pitchkit.language import _

Format = Literal["json", "sarif", "github"]
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:")
_MARK = re.compile(r"[\\`*<>\[\]]")
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
        "findings": [finding(one) for one in checked.diagnostics],
    }


def finding(one: Diagnostic) -> dict[str, object]:
    """Return a finding as data; None where it has no line or no hint."""
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
    seen: Counter[str] = Counter()
    results = [_result(one, codes, _fingerprint(one, seen)) for one in checked.diagnostics]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, object]:
    explained = explanations.explain(code)
    return {
        "id": code,
        "shortDescription": {"text": explained.message},
        "fullDescription": {"text": explained.why or explained.message},
        "help": {"text": "\n\n".join(explained.paragraphs), "markdown": _help(explained)},
        "defaultConfiguration": {"level": "warning" if code in messages.ADVICE else "error"},
    }


def _help(explained: Explained) -> str:
    paragraphs = [_MARK.sub(r"\\\g<0>", one) for one in explained.paragraphs]
    examples = ((_("Wrong:"), explained.wrong), (_("Right:"), explained.right))
    return "\n\n".join((*paragraphs, *(f"{label}\n\n```yaml\n{lines}\n```" for label, lines in examples if lines)))


def _fingerprint(one: Diagnostic, seen: Counter[str]) -> str:
    """Return what a finding is known by from run to run: it stays what it was when lines are put in above it."""
    said = "\0".join((one.code, one.location.path, *(f"{name}={value}" for name, value in one.values)))
    short = hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    seen[short] += 1
    return f"{short}:{seen[short]}"


def _result(one: Diagnostic, codes: list[str], fingerprint: str) -> dict[str, object]:
    message, hint = terminal.words(one)
    return {
        "ruleId": one.code,
        "ruleIndex": codes.index(one.code),
        "level": one.severity,
        "message": {"text": f"{message}. {hint}" if hint else message},
        "locations": [{"physicalLocation": _place(one.location)}],
        "partialFingerprints": {"pitchkit/v1": fingerprint},
    }


def _place(place: Location) -> dict[str, object]:
    # Code scanning shows nothing without a line: what is about a whole file stands at its beginning.
    region = {"startLine": place.line or 1, "startColumn": place.column or 1}
    return {"artifactLocation": {"uri": _address(_from_root(place.path))}, "region": region}


def _from_root(path: str) -> str:
    """Return a path as GitHub knows it, from the root of the repository, also where a step runs in a folder below it."""
    start, root = Path.cwd(), os.environ.get("GITHUB_WORKSPACE", "")
    is_below = root and start.is_relative_to(root) and not Path(path).is_absolute()
    return (start.relative_to(root) / path).as_posix() if is_below else path


def _address(path: str) -> str:
    """Return a path as an address: relative to where pitchkit was started, or whole."""
    drive = PureWindowsPath(path).drive
    path = f"/{path}" if drive else path
    path = path.replace("\\", "/")
    encoded = "".join(
        sign if sign in _PLAIN else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogateescape")) for sign in path
    )
    return f"file://{encoded}" if path.startswith("/") else encoded


def _github(one: Diagnostic) -> str:
    message, hint = terminal.words(one)
    place = one.location
    values = {"file": _from_root(place.path), "line": place.line, "col": place.column, "title": one.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items() if value)
    return f"::{one.severity} {properties}::{_escaped(f'{message}. {hint}' if hint else message)}"


def _escaped(text: str, more: str = "") -> str:
    """Return a text in which no sign ends the line, the property or the command."""
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)
