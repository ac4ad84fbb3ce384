"""A text in Markdown as one reads it aloud: the marks blanked out, so that every letter keeps its place."""

from __future__ import annotations

import re
from typing import Final

_SAME: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"})
_LOOKUP: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SILENT: Final = re.compile(
    r"\]\([^)\n]*\)"  # where a link leads
    r"|\[\^[^\]\n]+\]:?"
    r"|https?://\S+"
    r"|^:::.*$"
    r"|^\s*[|:\- ]*-{3,}[|:\- ]*$"
    r"|[*_`~\[\]|\\]|^\s*#+\s|^\s*>+\s?",
    re.MULTILINE,
)
_QUOTED: Final = re.compile(r"“[^”]*”|„[^”]*”|\"[^\"]*\"|‘(?!s\b|t\b)[^‘]*?’(?!\w)")
_VALUE: Final = "0"


def read_aloud(text: str) -> str:
    """Return a text without its marks, as long as it was; a value that is looked up becomes a figure."""
    plain = _LOOKUP.sub(lambda match: _VALUE * len(match[0]), text.translate(_SAME))
    return _SILENT.sub(_blank, plain)


def without_quotes(text: str) -> str:
    """Return a text in which what somebody else says is blanked out."""
    return _QUOTED.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
