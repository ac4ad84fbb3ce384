"""How one text is written: bare, in quotes, or as a block of lines."""

from __future__ import annotations

import json
import re

from pitchkit.yamlwriting.values import Scalar, word

_PLAIN = re.compile(r"[^\W_](?:[\w .,()/%€'-]*[\w.)%€'])?")
_WORDS_TO_QUOTE = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
_UNSEEN_END = re.compile(r"[ \t](?:\n|$)")


def scalar(value: Scalar, *, is_inside: bool = False) -> str:
    """Return a value as it is written: bare where no other program can take it for something else, or in quotes."""
    text = word(value)
    if not isinstance(value, str):
        return text
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS_TO_QUOTE and not (is_inside and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False)


def block(text: str, indent: int) -> tuple[str, list[str]] | None:
    """Return the sign and the lines of a text as a block, or None for one that a block shows wrongly or not at all.

    White space at either end would be lost on whoever reads the file, and a block that ends in empty lines takes the
    empty lines below it along.
    """
    is_closed = text.endswith("\n")
    body = text.removesuffix("\n")
    if not body or body[0].isspace() or body.endswith("\n") or "\r" in body or _UNSEEN_END.search(body):
        return None
    return "|" if is_closed else "|-", [f"{' ' * indent}{line}" if line else "" for line in body.split("\n")]
