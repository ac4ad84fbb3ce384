"""A text as it is read: how its lines are broken and how its quotes are typed does not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
        "…": "...",
    }
)
_SPACES = re.compile(" +")
_BULLET = re.compile(r"[-*+] ")
_NUMBER = re.compile(r"(\d{1,9})[.)] ")
_OTHER_BLOCK = re.compile(r"#{1,6} |[>|]|:::|```|~~~|\[\^")


def flow(text: str) -> str:
    """Return Markdown with each paragraph, item and row of a table on one line of its own, and single spaces within it."""
    return "\n".join(_lines(text))


def canonical(text: str) -> str:
    """Return the flow of a text, folded: two texts that read the same are the same here."""
    return _SPACES.sub(" ", fold(flow(text)))


def fold(text: str) -> str:
    """Return a text in which quotes, dashes, spaces and letters that look the same are the same."""
    return unicodedata.normalize("NFC", text).translate(_SAME)


def _lines(text: str) -> Iterator[str]:
    line, is_numbered = "", False
    for raw in text.splitlines():
        part = " ".join(raw.split())
        # "2026." at the start of a line is a year that landed there, unless a list has begun.
        number = _NUMBER.match(f"{part} ")
        is_item = bool(_BULLET.match(f"{part} ")) or (number is not None and (is_numbered or number[1] == "1"))
        if not part or is_item or _OTHER_BLOCK.match(part):
            if line:
                yield line
            line = ""
        is_numbered = bool(part) and (is_numbered or (is_item and number is not None))
        line = f"{line} {part}" if line and part else line or part
    if line:
        yield line
