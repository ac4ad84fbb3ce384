"""Signs that no document can hold, whatever format it has, and those that a program left in a text."""

from __future__ import annotations

import re

from pitchkit.diagnostics import Diagnostic, place, problem

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What cannot stand in XML, shows nothing and breaks a document, or ends a line where no editor shows an end."""

CONFLICT = re.compile("^(?:<{7}|>{7}) ", re.MULTILINE)
"""How a line begins with which git set two versions apart that it could not bring together."""


def forbidden_sign(text: str) -> str | None:
    """Return the first sign in a text that no document can hold, as `U+0007`, or None."""
    match = _FORBIDDEN.search(text)
    return f"U+{ord(match.group()):04X}" if match else None


def forbidden_signs(text: str, name: str) -> list[Diagnostic]:
    """Return a problem for every sign in a text that no document can hold."""
    return [
        problem(place(name, text, match.start()), "control-character", sign=f"U+{ord(match.group()):04X}")
        for match in _FORBIDDEN.finditer(text)
    ]
